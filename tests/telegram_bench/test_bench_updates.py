"""How updates reach a bot, who can be reached, and trouble on the line; the library's own client listens."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.server
import threading
import urllib.parse
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import (
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.flood import Flood
from tests.telegram_bench.refusal import refused
from tests.telegram_bench.user import FakeUser


def keyboard(**act: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("x", **act)]])


async def test_only_people_who_wrote_and_did_not_block_can_be_reached(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    assert "chat not found" in await refused(bot.send_message(555, "x"))
    tg.user(102)
    assert "chat not found" in await refused(bot.send_message(102, "x"))
    ann.block()
    assert "blocked by the user" in await refused(bot.send_message(101, "x"), Forbidden)
    ann.unblock()
    await bot.send_message(101, "x")
    tg.deactivated.add(101)
    assert "deactivated" in await refused(bot.send_message(101, "x"), Forbidden)


async def test_a_wrong_token_and_an_unknown_method_are_told_apart(tg: Emulator, bot: Bot) -> None:
    wrong = Bot("123:wrong", base_url=tg.base_url)
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("noSuchMethod")


async def test_command_menus_go_by_language_and_scope(bot: Bot, ann: FakeUser) -> None:
    await bot.set_my_commands([BotCommand("start", "Start")])
    await bot.set_my_commands([BotCommand("start", "Empezar")], language_code="es")
    await bot.set_my_commands([BotCommand("plan", "Plan")], scope=BotCommandScopeAllPrivateChats())
    assert (await bot.get_my_commands(language_code="es"))[0].description == "Empezar"
    assert ann.commands == [{"command": "plan", "description": "Plan"}]
    assert "bot_command_invalid" in await refused(bot.set_my_commands([BotCommand("Start", "x")]))


async def test_flood_control_asks_to_wait(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    tg.flood = Flood(per_chat=1, burst=2, retry_after=1)
    for number in range(2):
        await bot.send_message(101, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(101, "too fast")
    await asyncio.sleep(1.1)
    await bot.send_message(101, "calm")
    assert tg.report()["flood_429"] == 1
    assert len(ann.messages) == 3


async def test_injected_faults_look_like_real_ones(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    tg.too_many_requests(retry_after=7)
    with pytest.raises(RetryAfter):
        await bot.send_message(101, "x")
    for kind in ("reset", "bad_gateway"):
        tg.break_network("sendMessage", kind)
        with pytest.raises(NetworkError):
            await bot.send_message(101, "x")
    tg.break_network("sendMessage", "hang", seconds=0.6)
    with pytest.raises(TimedOut):
        await bot.send_message(101, "x", read_timeout=0.2)
    assert not ann.messages
    tg.break_network("sendMessage", "reset", after_effect=True)
    with pytest.raises(NetworkError):
        await bot.send_message(101, "twice?")
    assert [message.text for message in ann.messages] == ["twice?"]
    tg.fail("sendMessage", chat_id=999)
    await bot.send_message(101, "other chats are spared")


async def test_two_pollers_are_in_conflict(tg: Emulator, bot: Bot) -> None:
    async with Bot(tg.token, base_url=tg.base_url) as other, asyncio.TaskGroup() as group:
        first = group.create_task(refused(bot.get_updates(timeout=5), Conflict))
        await asyncio.sleep(0.3)
        await other.get_updates(timeout=0)
        assert "terminated by other" in await first
    assert tg.report()["poll_conflicts"] == 1


@pytest.mark.usefixtures("ann")
async def test_updates_come_again_until_they_are_confirmed(bot: Bot) -> None:
    first = await bot.get_updates(timeout=0)
    again = await bot.get_updates(timeout=0)
    assert first[0].update_id == again[0].update_id
    assert not await bot.get_updates(offset=first[0].update_id + 1, timeout=0)


async def test_taps_on_stale_screens_and_forged_data(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    sent = await bot.send_message(101, "x", reply_markup=keyboard(callback_data="go"))
    ann.press("x")
    query = (await bot.get_updates(offset=-1, timeout=0))[-1].callback_query
    assert query is not None
    assert query.data == "go"
    await bot.answer_callback_query(query.id, "ok")
    assert "too old" in await refused(bot.answer_callback_query(query.id))
    await bot.delete_message(101, sent.message_id)
    with pytest.raises(LookupError):
        ann.press("x")
    ann.press_raw("forged", sent.message_id)
    late = (await bot.get_updates(offset=-1, timeout=0))[-1].callback_query
    assert late is not None
    assert late.message is not None
    assert not late.message.is_accessible
    assert tg.report()["unanswered_callbacks"] == ["forged"]


def test_web_app_data_is_signed_with_the_token(tg: Emulator, ann: FakeUser) -> None:
    data = dict(urllib.parse.parse_qsl(tg.web_app_init_data(ann)))
    given = data.pop("hash")
    key = hmac.new(b"WebAppData", tg.token.encode(), hashlib.sha256).digest()
    check = "\n".join(f"{name}={value}" for name, value in sorted(data.items()))
    assert hmac.new(key, check.encode(), hashlib.sha256).hexdigest() == given


async def test_a_webhook_gets_updates_with_its_secret_until_it_takes_them(
    tg: Emulator, bot: Bot, ann: FakeUser
) -> None:
    seen: list[str | None] = []

    class Hook(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            seen.append(self.headers["X-Telegram-Bot-Api-Secret-Token"])
            self.send_response(503 if len(seen) == 1 else 200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Hook) as hook:
        threading.Thread(target=hook.serve_forever, args=(0.05,), daemon=True).start()
        await bot.set_webhook(f"http://127.0.0.1:{hook.server_address[1]}/", secret_token="abc-123")
        assert "webhook is active" in await refused(bot.get_updates(timeout=0), Conflict)
        with tg.cond:
            tg.cond.wait_for(lambda: tg.delivered == 1, 10)
        hook.shutdown()
    assert [status for _, _, status in tg.webhook_log] == [503, 200]
    assert seen == ["abc-123", "abc-123"]
    assert "unallowed" in await refused(bot.set_webhook("https://example.org/", secret_token="ä"))


async def test_a_method_outside_the_bench_is_reported_as_such(tg: Emulator, bot: Bot) -> None:
    assert "emulator_unsupported" in await refused(bot.leave_chat(101))
    assert tg.report()["unsupported"] == ["leavechat"]

"""The way out against the emulated Telegram: parts, plain-text fallback, and what is said about a failure."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from bot.channels.telegram.application import build_bot
from bot.channels.telegram.sender import TelegramSender
from bot.errors import DeliveryError
from bot.reply import Button, Reply
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.user import FakeUser

LONG = "a" * 4000 + "\n" + "b" * 4000


@pytest.fixture
def ann(tg: Emulator) -> FakeUser:
    user = tg.user(101)
    user.send_text("hello")
    return user


@pytest.fixture
async def bot(tg: Emulator) -> AsyncIterator[Bot]:
    client = build_bot(tg.token, base_url=tg.base_url)
    async with client:
        yield client


def reply(text: str) -> Reply:
    return Reply(
        text=text, kind="answer", mode="embedded", turn_id="t", buttons=(Button(label="More", action="v1:more"),)
    )


async def test_buttons_stand_under_the_last_part_alone_and_no_link_is_previewed(bot: Bot, ann: FakeUser) -> None:
    sent = await TelegramSender(bot).send("101", reply(LONG))
    assert [message.message_id for message in ann.messages] == sent
    assert [len(message.buttons) for message in ann.messages] == [0, 1]
    assert all(message.preview_disabled for message in ann.messages)


async def test_each_further_part_waits_for_its_turn(bot: Bot, ann: FakeUser) -> None:
    seen: list[int] = []

    async def next_turn() -> None:
        seen.append(len(ann.messages))

    await TelegramSender(bot).send("101", reply(LONG), next_turn=next_turn)
    assert seen == [1]


async def test_a_reply_goes_on_from_the_part_that_failed(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    tg.fail("sendMessage", skip=1)
    with pytest.raises(DeliveryError) as info:
        await TelegramSender(bot).send("101", reply(LONG))
    assert (info.value.outcome, len(info.value.sent)) == ("maybe_sent", 1)
    await TelegramSender(bot).send("101", reply(LONG), part=1)
    assert [message.text[0] for message in ann.messages] == ["a", "b"]


@pytest.mark.parametrize(
    ("code", "description", "parameters", "outcome"),
    [
        (429, "Too Many Requests: retry after 3", {"retry_after": 3}, "not_sent"),
        (403, "Forbidden: bot was blocked by the user", None, "unreachable"),
        (400, "Bad Request: chat not found", None, "unreachable"),
        (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1009}, "moved"),
        (500, "Internal Server Error", None, "maybe_sent"),
    ],
)
async def test_a_refusal_says_what_is_certain(
    tg: Emulator, bot: Bot, code: int, description: str, parameters: dict[str, int] | None, outcome: str, ann: FakeUser
) -> None:
    tg.fail("sendMessage", code=code, description=description, parameters=parameters, times=2)
    with pytest.raises(DeliveryError) as info:
        await TelegramSender(bot).send("101", reply("hi"))
    assert info.value.outcome == outcome
    assert ann.messages == []


async def test_a_connection_cut_after_the_message_left_is_in_doubt(tg: Emulator, bot: Bot, ann: FakeUser) -> None:
    tg.break_network("sendMessage", "reset", after_effect=True)
    with pytest.raises(DeliveryError) as info:
        await TelegramSender(bot).send("101", reply("hi"))
    assert info.value.outcome == "maybe_sent"
    assert len(ann.messages) == 1


async def test_nobody_listening_is_surely_not_sent(tg: Emulator) -> None:
    # Nothing serves the discard port.
    client = build_bot(tg.token, base_url="http://127.0.0.1:9/bot")
    await client.request.initialize()
    with pytest.raises(DeliveryError) as info:
        await TelegramSender(client).send("101", reply("hi"))
    await client.request.shutdown()
    assert info.value.outcome == "not_sent"


async def test_refused_markup_goes_again_as_plain_text(
    tg: Emulator, bot: Bot, ann: FakeUser, caplog: pytest.LogCaptureFixture
) -> None:
    tg.fail("sendMessage", code=400, description="Bad Request: can't parse entities")
    with caplog.at_level(logging.ERROR):
        await TelegramSender(bot).send("101", reply("5 < 6"))
    assert [message.text for message in ann.messages] == ["5 < 6"]
    assert "plain text" in caplog.text
    assert "5 < 6" not in caplog.text


async def test_a_reply_with_nothing_to_see_is_refused_before_telegram_would(bot: Bot) -> None:
    with pytest.raises(DeliveryError) as info:
        await TelegramSender(bot).send("101", reply(" \n "))
    assert (info.value.outcome, info.value.reason) == ("refused", "blank")

"""Typing goes on as long as it is true, and nothing that fails beside an answer does harm."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.channels.telegram.application import build_bot
from bot.channels.telegram.courtesies import Courtesies
from bot.channels.telegram.incoming import Where
from bot.voice.texts import Texts
from tests.telegram_bench.emulator import Emulator

TEXTS = Texts.load(Path(__file__).parents[2] / "prompts" / "en")


async def until(tg: Emulator, count: int) -> None:
    """Wait until so many calls reached the server."""

    def wait() -> bool:
        with tg.cond:
            return tg.cond.wait_for(lambda: len(tg.calls_to("sendChatAction")) >= count, 10)

    assert await asyncio.to_thread(wait)


async def test_typing_is_repeated_until_the_work_is_done_and_not_after(tg: Emulator) -> None:
    tg.user(101).send_text("hi")
    async with (
        build_bot(tg.token, base_url=tg.base_url) as bot,
        Courtesies(bot, TEXTS, first_typing_s=0.01, typing_again_s=0.01) as courtesies,
    ):
        async with courtesies.at_work("101"):
            await until(tg, 3)
        shown = len(tg.calls_to("sendChatAction"))
        await asyncio.sleep(0.1)
        assert len(tg.calls_to("sendChatAction")) == shown


async def test_a_long_wait_is_explained_in_reviewed_words_that_pass(tg: Emulator) -> None:
    tg.user(101).send_text("hi")
    async with (
        build_bot(tg.token, base_url=tg.base_url) as bot,
        Courtesies(bot, TEXTS, first_typing_s=0.01, typing_again_s=0.01) as courtesies,
        courtesies.at_work("101"),
    ):
        await until(tg, 5)
    drafts = [call.params["text"] for call in tg.calls_to("sendMessageDraft")]
    assert drafts == [TEXTS.say(f"telegram.{name}").text for name in ("at_work", "still_at_work")]
    assert tg.calls_to("sendMessage") == []


async def test_typing_begins_with_the_message_and_goes_on_into_the_work(tg: Emulator) -> None:
    tg.user(101).send_text("hi")
    async with (
        build_bot(tg.token, base_url=tg.base_url) as bot,
        Courtesies(bot, TEXTS, first_typing_s=0.01, typing_again_s=60) as courtesies,
    ):
        courtesies.expect_answer("101")
        await until(tg, 1)
        async with courtesies.at_work("101"):
            await asyncio.sleep(0.1)
        await courtesies.settle("101")
    assert len(tg.calls_to("sendChatAction")) == 1


async def test_what_telegram_refuses_beside_an_answer_is_let_go(tg: Emulator) -> None:
    tg.user(101).send_text("hi")
    for method in ("sendChatAction", "answerCallbackQuery", "editMessageReplyMarkup", "sendMessage"):
        tg.fail(method, code=400, description="Bad Request: no", times=9)
    stranger = Where(chat_id=101, user_id=101, private=True)
    async with (
        build_bot(tg.token, base_url=tg.base_url) as bot,
        Courtesies(bot, TEXTS, first_typing_s=0.01, typing_again_s=0.01) as courtesies,
    ):
        async with courtesies.at_work("101"):
            await until(tg, 2)
        courtesies.answer_tap("1")
        courtesies.turn_away(stranger)
        courtesies.turn_away(stranger)
        await courtesies.remove_buttons("101", 5)
    assert len(tg.calls_to("answerCallbackQuery")) == 1
    assert len(tg.calls_to("sendMessage")) == 1


async def test_a_typing_that_hangs_holds_no_answer_up_for_long(tg: Emulator) -> None:
    tg.user(101).send_text("hi")
    tg.break_network("sendChatAction", "hang", seconds=3)
    async with (
        build_bot(tg.token, base_url=tg.base_url) as bot,
        Courtesies(bot, TEXTS, first_typing_s=0.0) as courtesies,
        courtesies.at_work("101"),
    ):
        await asyncio.sleep(0.2)
    assert tg.calls_to("sendChatAction") == []

"""The channel while Telegram, the database or a person is out of reach, and how it starts and ends."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import AlreadyRunningError, SettingsError
from tests.channels.running import StartChannel, running_channel
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator


def test_typing_is_shown_before_a_slow_answer(tg: Emulator, start_channel: StartChannel, tmp_path: Path) -> None:
    start_channel()
    ann = tg.user(101)
    ann.send_text("wait for typing")
    with tg.cond:
        assert tg.cond.wait_for(lambda: ann.actions, 10)
    assert ann.messages == []
    (tmp_path / "typing").touch()
    assert ann.expect(quiet=0)[0].text == "0: wait for typing"
    assert set(ann.actions) == {"typing"}
    assert tg.events[-1].kind == "message"


def test_one_chats_429_holds_up_nobody_else(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann, bea = tg.user(101), tg.user(102)
    tg.too_many_requests(retry_after=3, chat_id=101)
    ann.send_text("a")
    with tg.cond:
        assert tg.cond.wait_for(lambda: tg.calls_to("sendMessage", chat_id=101), 10)
    assert bea.ask("b", quiet=0)[0].text == "0: b"
    assert ann.expect(15, quiet=0)[0].text == "0: a"
    assert [call.code for call in tg.calls_to("sendMessage", chat_id=101)] == [429, 200]
    assert [event.chat_id for event in tg.events if event.kind == "message"] == [102, 101]


def test_after_a_block_nothing_is_sent_until_the_person_is_back(tg: Emulator, start_channel: StartChannel) -> None:
    tg.clock_offset = datetime(2027, 1, 15, 6, 59, 58, tzinfo=UTC).timestamp() - unix_now()
    start_channel(clock_offset_s=tg.clock_offset)
    ann = tg.user(101)
    ann.ask("remind 07:00", quiet=0)
    ann.block()
    sends = len(tg.calls_to("sendMessage"))
    time.sleep(3)
    assert len(tg.calls_to("sendMessage")) == sends
    ann.unblock()
    assert "reminders stayed here" in ann.expect(quiet=0)[0].text
    ann.send_text("back again")
    # The reminder of seven may come in between: now that she is back, it is only seconds late.
    replies = ann.wait_for_replies(quiet=0, until=lambda all_of_them: "again" in all_of_them[-1].text)
    assert replies[-1].text.endswith("back again")


def test_who_has_no_reminders_is_told_nothing_when_they_are_back(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann = tg.user(101)
    ann.ask("hello", quiet=0)
    ann.block()
    ann.unblock()
    assert ann.ask("back again", quiet=0)[0].text == "1: back again"


def test_a_second_429_soon_after_the_first_makes_everybody_wait(tg: Emulator, start_channel: StartChannel) -> None:
    start_channel()
    ann, bea = tg.user(101), tg.user(102)
    tg.too_many_requests(retry_after=2, chat_id=101, times=2)
    ann.send_text("a")
    with tg.cond:
        assert tg.cond.wait_for(lambda: len(tg.calls_to("sendMessage", chat_id=101)) == 2, 10)
    begun = time.monotonic()
    bea.ask("b", quiet=0)
    assert time.monotonic() - begun > 1
    assert ann.expect(15, quiet=0)[0].text == "0: a"


def test_a_process_whose_name_was_taken_ends_and_says_why(tg: Emulator, tmp_path: Path) -> None:
    async def taken() -> None:
        raise AlreadyRunningError("taken")

    with (
        pytest.raises(AlreadyRunningError, match="REPLICA_NAME"),
        running_channel(tg, tmp_path, background=(taken,)) as over,
    ):
        assert over.wait(10)


def test_a_poll_that_ends_for_good_is_noticed_and_begun_anew(
    tg: Emulator, start_channel: StartChannel, caplog: pytest.LogCaptureFixture
) -> None:
    start_channel(watch_every_s=0.2)
    ann = tg.user(101)
    ann.ask("one", quiet=0)
    # The library takes a single 401 for the end of everything and stops to listen without a word.
    fault = tg.fail("getUpdates", code=401, description="Unauthorized")
    ann.send_text("two")
    with tg.cond:
        assert tg.cond.wait_for(lambda: fault.hits, 10)
    ann.send_text("three")
    ann.wait_for_replies(20, quiet=0, until=lambda _: len(ann.messages) == 3)
    assert [message.text for message in ann.messages] == ["0: one", "1: two", "2: three"]
    assert "listening anew" in caplog.text


def test_telegram_out_of_reach_at_the_start_is_waited_for(tg: Emulator, start_channel: StartChannel) -> None:
    tg.break_network("getMe", "reset")
    tg.fail("setMyCommands", code=500)
    start_channel()
    ann = tg.user(101)
    assert ann.ask("hi", quiet=0)[0].text == "0: hi"


def test_storage_out_of_reach_at_the_start_is_waited_for(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    flag = tmp_path / "storage_fails"
    flag.touch()
    start_channel()
    ann = tg.user(101)
    ann.send_text("hi")
    time.sleep(0.5)
    flag.unlink()
    assert ann.expect(quiet=0)[0].text == "0: hi"


def test_it_can_be_stopped_while_telegram_is_out_of_reach(tg: Emulator, start_channel: StartChannel) -> None:
    fault = tg.break_network("getMe", "reset", times=99)
    start_channel()
    with tg.cond:
        tg.cond.wait_for(lambda: fault.hits, 5)
    assert tg.calls == []


def test_it_can_be_stopped_while_storage_is_out_of_reach(
    tg: Emulator, start_channel: StartChannel, tmp_path: Path
) -> None:
    (tmp_path / "storage_fails").touch()
    start_channel()
    with tg.cond:
        assert tg.cond.wait_for(lambda: tg.calls_to("getMe"), 10)
    assert tg.last_poll == 0


def test_another_process_with_the_same_token_is_named_in_the_log(
    tg: Emulator, start_channel: StartChannel, caplog: pytest.LogCaptureFixture
) -> None:
    tg.fail("getUpdates", code=409, description="Conflict: terminated by other getUpdates request")
    tg.fail("getWebhookInfo", code=500)
    start_channel(watch_every_s=0.1)
    assert tg.user(101).ask("hi", quiet=0)[0].text == "0: hi"
    assert "another process listens with the same token" in caplog.text


def test_a_token_telegram_does_not_know_ends_the_run_with_one_clear_line(tg: Emulator, tmp_path: Path) -> None:
    right, tg.token = tg.token, "1:another"
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN") as info:  # noqa: SIM117 - raised at its end
        with running_channel(tg, tmp_path, token=right) as over:
            assert over.wait(20)
    assert right not in str(info.value)
    assert info.value.__cause__ is None


def test_a_token_revoked_meanwhile_ends_the_run(tg: Emulator, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN"):  # noqa: PT012, SIM117 - raised at its end
        with running_channel(tg, tmp_path, watch_every_s=0.1) as over:
            tg.user(101).ask("hi", quiet=0)
            tg.token = "1:another"
            assert over.wait(20)

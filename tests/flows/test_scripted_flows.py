"""Messages on their way through the whole channel: a real process, real storage, a strict Bot API."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.flows.settled import wait_until_settled
from tests.flows.starting import Served, StartBot, wait_for_mark
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator


def test_another_person_is_answered_while_a_slow_turn_of_one_runs(served: Served) -> None:
    ann, bea = served.tg.user(101), served.tg.user(102)
    ann.send_text("wait for bea")
    for number in range(3):
        assert bea.ask(f"quick {number}", quiet=0)[0].text == f"{number}: quick {number}"
    assert ann.messages == []
    (served.folder / "bea").touch()
    assert ann.expect(quiet=0)[0].text == "0: wait for bea"


def test_one_persons_messages_are_answered_in_order(served: Served) -> None:
    cleo = served.tg.user(103)
    for text in ("slow 1", "b", "slow 0.5", "d", "e"):
        cleo.send_text(text)
    cleo.wait_for_replies(20, quiet=0, until=lambda _: len(cleo.messages) == 5)
    assert [message.text for message in cleo.messages] == ["0: slow 1", "1: b", "2: slow 0.5", "3: d", "4: e"]


def test_a_defect_is_apologised_for_once_and_logged_without_anybodys_words(
    served: Served,
) -> None:
    dora = served.tg.user(104555, first_name="Dorabella")
    replies = dora.ask("crash with knee pain")
    assert ["went wrong" in reply.text for reply in replies] == [True]
    assert dora.ask("and again", quiet=0)[0].text == "1: and again"
    written = served.bot.log_text()
    assert "failed: RuntimeError" in written
    assert "scripted.py" in written
    for secret in ("knee pain", "and again", "Dorabella", "104555"):
        assert secret not in written, secret


def test_a_bot_killed_in_the_middle_of_a_turn_answers_after_restart(
    tg: Emulator, start_bot: StartBot, tmp_path: Path
) -> None:
    bot = start_bot()
    ann = tg.user(101)
    ann.send_text("hang once")
    ann.send_text("and then?")
    # The poll that follows confirms both: Telegram has forgotten them, only the inbox has not.
    with tg.cond:
        assert tg.cond.wait_for(lambda: tg.delivered == 2, 15)
    wait_for_mark(tmp_path / "hung")
    bot.kill()
    assert ann.messages == []
    bot.launch()
    ann.wait_for_replies(30, quiet=0, until=lambda _: len(ann.messages) == 2)
    assert [message.text for message in ann.messages] == ["0: hang once", "1: and then?"]


def test_storage_that_fails_for_five_seconds_loses_nothing(tg: Emulator, start_bot: StartBot, tmp_path: Path) -> None:
    start_bot()
    ann, bea = tg.user(101), tg.user(102)
    ann.ask("before", quiet=0)
    ann.send_text("slow 1")
    with tg.cond:
        assert tg.cond.wait_for(lambda: tg.delivered == 2, 10)
    flag = tmp_path / "storage_fails"
    flag.touch()
    ann.send_text("during, from one")
    bea.send_text("during, from another")
    time.sleep(5)
    # Nothing was taken in, so nothing was acknowledged either.
    assert tg.report()["pending_updates"] == 2
    flag.unlink()
    ann.wait_for_replies(30, quiet=0, until=lambda _: len(ann.messages) == 3)
    bea.wait_for_replies(30, quiet=0, until=lambda _: len(bea.messages) == 1)
    assert [message.text for message in ann.messages] == ["0: before", "1: slow 1", "2: during, from one"]
    assert [message.text for message in bea.messages] == ["0: during, from another"]


def test_a_reminder_set_before_a_kill_arrives_once_at_its_minute(
    tg: Emulator, start_bot: StartBot, database_url: str
) -> None:
    seven = datetime(2027, 1, 15, 7, 0, tzinfo=UTC)

    def move_clock(to: datetime) -> dict[str, str]:
        tg.clock_offset = to.timestamp() - unix_now()
        return {"FLOW_CLOCK_OFFSET_S": str(tg.clock_offset)}

    bot = start_bot(**move_clock(seven - timedelta(minutes=20)))
    ann = tg.user(101)
    ann.ask("remind 07:00", quiet=0)
    wait_until_settled(database_url)
    bot.kill()
    bot.env |= move_clock(seven - timedelta(seconds=6))
    bot.launch()
    reminder = ann.expect(40, quiet=0)[0]
    assert reminder.text == "Time to run, 2027-01-15."
    assert datetime.fromtimestamp(reminder.raw["date"], UTC).replace(second=0) == seven
    assert ann.silence(1)


def test_an_update_that_kills_the_process_again_and_again_is_set_aside(tg: Emulator, start_bot: StartBot) -> None:
    bot = start_bot()
    ann = tg.user(101)
    ann.send_text("die")
    ann.send_text("still there?")
    for _ in range(3):
        bot.process.wait(20)
        bot.launch()
    sorry, answer = ann.expect(30, min_count=2, quiet=0)
    assert "went wrong" in sorry.text
    assert answer.text.endswith("still there?")


def test_told_to_stop_it_finishes_what_it_began_and_exits_with_zero(
    tg: Emulator, start_bot: StartBot, tmp_path: Path
) -> None:
    bot = start_bot()
    ann = tg.user(101)
    ann.send_text("slow 1")
    wait_for_mark(tmp_path / "slow")
    assert bot.stop() == 0
    assert [message.text for message in ann.messages] == ["0: slow 1"]

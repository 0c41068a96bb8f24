"""Reminders in a real talk: the real coach in a process, the emulated Telegram, and a clock that is moved by hand."""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.flows.settled import wait_until_settled
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.process import BotProcess
from tests.telegram_bench.records import Reply
from tests.telegram_bench.strict import strict_emulator
from tests.telegram_bench.user import FakeUser

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.flows.remind_bot"]
SUNDAY = "2027-01-10 09:00"


class Days:
    """A bot whose clock the test sets, and somebody in Lisbon who talks with it; in winter Lisbon's clock is UTC."""

    def __init__(self, tg: Emulator, folder: Path) -> None:
        self.tg = tg
        self.folder = folder
        self.set(SUNDAY)
        env = {"FLOW_FOLDER": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'coach.sqlite'}"}
        self.bot: BotProcess = tg.start_bot(COMMAND, log=folder / "bot.log", env=env, cwd=ROOT)
        self.ann: FakeUser = tg.user(101)

    def set(self, local: str) -> None:
        """Let it be this moment from now on, for the bot and for Telegram."""
        offset = datetime.fromisoformat(local).replace(tzinfo=UTC).timestamp() - unix_now()
        (self.folder / "clock").write_text(str(offset))
        self.tg.clock_offset = offset

    def say(self, words: str) -> str:
        """Say something and return the answer."""
        return self.ann.ask(words, quiet=0)[0].text

    def rings(self, local: str) -> Reply:
        """Let it be this moment, and return the one reminder that comes."""
        self.set(local)
        (reminder,) = self.ann.expect(20, quiet=0.4)
        return reminder

    def is_silent(self, local: str) -> bool:
        """Let it be this moment; whether nothing comes within some beats."""
        self.set(local)
        return self.ann.silence(0.8)

    def kill(self) -> None:
        """Kill the bot with -9 when what it sent is accounted for: an answer in doubt would come again."""
        wait_until_settled(f"sqlite:///{self.folder / 'coach.sqlite'}")
        self.bot.kill()

    def wait_for(self, condition: str) -> None:
        """Wait until a condition holds in the notebook, five seconds at most; what is asserted next shows if it did."""
        for _ in range(100):
            if self.rows(condition) == [(1,)]:
                break
            time.sleep(0.05)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Read the notebook."""
        with sqlite3.connect(self.folder / "coach.sqlite") as connection:
            found = connection.execute(query).fetchall()
        connection.close()
        return found


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Days]:
    with strict_emulator() as tg:
        yield Days(tg, tmp_path)
    assert "Traceback" not in (tmp_path / "bot.log").read_text(encoding="utf-8")


def set_up(days: Days, words: str = "remind me on weekdays at 6:30") -> None:
    days.say(words)
    assert "Next: Mon 11, Tue 12, Wed 13 Jan" in days.say("Lisbon")


def test_changing_one_day_rings_that_day_at_its_own_time(days: Days) -> None:
    set_up(days)
    assert "after my coffee" in days.say("after my coffee")
    days.say("change wed to 8")
    assert "after my coffee" in days.rings("2027-01-11 06:30:01").text
    days.say("an hour later tomorrow only")
    assert days.is_silent("2027-01-12 06:30:05")
    assert days.rings("2027-01-12 07:30:01").buttons
    assert days.is_silent("2027-01-13 06:30:05")
    assert days.rings("2027-01-13 08:00:01").text
    assert days.rings("2027-01-14 06:30:01").text


def test_later_rings_once_more_and_not_today_keeps_the_day_quiet(days: Days) -> None:
    set_up(days)
    days.rings("2027-01-11 06:30:01")
    days.ann.press("Later")
    assert "07:30" in days.ann.expect(quiet=0)[0].text
    days.rings("2027-01-11 07:30:01")
    days.ann.press("Not today")
    assert "Next: Tue 12 Jan, 06:30" in days.ann.expect(quiet=0)[0].text
    assert days.is_silent("2027-01-11 20:00")
    assert "20:20" in days.say("snooze 20 minutes")
    assert days.rings("2027-01-11 20:20:01").buttons


def test_a_pause_holds_and_resuming_rings_again(days: Days) -> None:
    set_up(days)
    assert "Paused" in days.say("pause while I'm ill")
    assert days.is_silent("2027-01-11 06:30:05")
    assert "Back on" in days.say("I'm better, turn them back on")
    assert days.rings("2027-01-12 06:30:01").text
    days.say("no reminders until friday")
    assert days.is_silent("2027-01-14 06:30:05")
    assert days.rings("2027-01-15 06:30:01").text


def test_done_logs_the_run_in_one_tap(days: Days) -> None:
    set_up(days)
    for words in ("ran 5 km in 31 min on friday", "ran 5 km in 30 min on saturday"):
        days.say(words)
    assert "5 km" in days.rings("2027-01-11 06:30:01").text
    days.ann.press("Done")
    assert "5 km" in days.ann.expect(quiet=0)[0].text
    assert days.rows("SELECT count(*) FROM runs WHERE on_date = '2027-01-11'") == [(1,)]
    days.ann.press("Done")
    assert "already" in days.ann.expect(quiet=0)[0].text
    assert days.rows("SELECT count(*) FROM runs WHERE on_date = '2027-01-11'") == [(1,)]


def test_one_miss_is_picked_up_and_five_ask_once_while_they_ring_on(days: Days) -> None:
    set_up(days, "remind me every day at 7")
    said = [days.rings(f"2027-01-{day} 07:00:01") for day in range(11, 21)]
    assert [number for number, one in enumerate(said) if re.search(r"\b10 (?:easy )?minutes", one.text)][:1] == [1]
    asked = [number for number, one in enumerate(said) if "Keep them" in [button.text for button in one.buttons]]
    assert asked == [5]
    days.ann.press("Keep them")
    assert days.ann.expect(quiet=0)[0].text
    later = [days.rings(f"2027-01-{day} 07:00:01") for day in range(21, 29)]
    assert not any("Keep them" in [button.text for button in one.buttons] for one in later)


def test_a_kill_between_setting_and_ringing_loses_nothing_and_the_ledger_answers(days: Days) -> None:
    set_up(days, "remind me every day at 7")
    days.say("tomorrow at 8 instead")
    days.kill()
    days.set("2027-01-11 08:00:01")
    days.bot.launch()
    assert days.ann.expect(30, quiet=0.5)[0].buttons
    assert "Yes, it went out: Mon 11 Jan, 08:00" in days.say("did you remind me this morning?")
    days.kill()
    days.set("2027-01-12 11:00")
    days.bot.launch()
    days.bot.wait_ready()
    days.wait_for("SELECT count(*) > 0 FROM deliveries WHERE state = 'skipped'")
    assert "came back too late" in days.say("did you remind me this morning?")
    assert "was left out" in days.say("/reminders")


def test_a_message_written_while_the_bot_was_down_counts_from_its_own_time(days: Days) -> None:
    set_up(days)
    days.kill()
    days.set("2027-01-10 10:00:10")
    days.ann.send_text("remind me in 40 minutes")
    days.set("2027-01-10 10:15")
    days.bot.launch()
    assert "10:40" in days.ann.expect(30, quiet=0)[0].text
    assert days.is_silent("2027-01-10 10:39:50")
    assert days.rings("2027-01-10 10:40:01").buttons


def test_a_week_elsewhere_rings_on_the_clock_there(days: Days) -> None:
    set_up(days, "remind me every day at 7")
    assert "New York time" in days.say("I'm in New York until Tuesday")
    assert days.is_silent("2027-01-11 07:00:05")
    assert days.rings("2027-01-11 12:00:01").text
    assert days.rings("2027-01-12 12:00:01").text
    assert days.rings("2027-01-13 07:00:01").text

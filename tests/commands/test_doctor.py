"""`doctor`: what became of every message, and whether the heart beats."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import utc_now
from bot.coach.model_use import ModelUse
from bot.coach.turn import CountModelUse, CreateReminder
from bot.storage.database import Database
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger, Settlement
from bot.storage.people import PeopleBook
from bot.storage.reminders import ReminderShelf
from bot.storage.roster import Roster
from tests.storage.making import MORNING, reminder, turn

PROJECT = Path(__file__).parents[2]
SEVEN = MORNING + timedelta(hours=22)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for part in ("weights", "index"):
        (tmp_path / part).symlink_to(PROJECT / "data" / part)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return tmp_path


async def deliver(database: Database, chat: str, late_s: float, end: Settlement | None) -> None:
    """Let a reminder fire so late, and end as given."""
    person = await PeopleBook(database).person_for("telegram", chat)
    due = reminder(person)
    await JournalBook(database).close(person, turn("set", CreateReminder(reminder=due)))
    now = SEVEN + timedelta(seconds=late_s)
    await ReminderShelf(database).fire(due, now=now)
    taken = await Ledger(database).take_next(person, now=now)
    if taken is not None and end is not None:
        await Ledger(database).settle(end, now=now)


async def a_day_on(url: str) -> None:
    database = await Database.open(url, replica="solo")

    def ended(n, state):
        return Settlement(n=n, attempt=1, state=state)

    await deliver(database, "1", 1, ended(1, "sent"))
    await deliver(database, "2", 90, ended(2, "sent"))
    await deliver(database, "3", 4000, None)
    await deliver(database, "4", 1, ended(4, "in_doubt"))
    await deliver(database, "5", 1, ended(5, "failed"))
    person = await PeopleBook(database).person_for("telegram", "1")
    await JournalBook(database).close(person, turn("t2"), deliver=True)
    await Roster(database).sign(utc_now() - timedelta(hours=1))
    await database.close()


def test_every_message_is_counted_in_its_class_and_the_last_tick_is_shown(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asyncio.run(a_day_on(f"sqlite:///{data}/coach.sqlite"))
    assert main(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "reminders: 2 sent, 1 late, 1 skipped, 1 in doubt, 1 failed, 0 waiting, 0 leaving\n" in shown
    assert "replies: 0 sent, 0 skipped, 0 in doubt, 0 failed, 1 waiting, 0 leaving\n" in shown
    (last,) = [line for line in shown.splitlines() if "last tick" in line]
    assert "of solo: " in last
    assert int(last.split(", ")[1].split()[0]) >= 3600


def test_before_the_first_start_it_says_that_nothing_has_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "last tick: none yet" in capsys.readouterr().out


def test_it_says_how_often_a_models_text_was_replaced_or_mended(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def used(url: str) -> None:
        database = await Database.open(url, replica="solo")
        person = await PeopleBook(database).person_for("telegram", "1")
        uses = (ModelUse(turns=3, fallbacks=1, calls=5), ModelUse(turns=1, mended=1, calls=1))
        counts = (CountModelUse(day=MORNING.date(), use=one) for one in uses)
        await JournalBook(database).close(person, turn("t1", *counts))
        await database.close()

    asyncio.run(used(f"sqlite:///{data}/coach.sqlite"))
    assert main(["doctor"]) == 0
    shown = capsys.readouterr().out
    assert "asked in 4 turns, 25% of them said in the coach's own words after all, 25% with doubtful" in shown
    assert "6 calls" in shown

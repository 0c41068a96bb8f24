"""The storage room's database and books, and an outbox and a ticker on them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.coach.turn import CreateReminder
from bot.engine.nudge import Nudge
from bot.engine.outbox import Outbox
from bot.engine.ticker import Ticker
from bot.storage.ledger import Ledger
from bot.storage.reminders import ReminderShelf
from bot.voice.texts import Texts
from tests.fakes import FixedClock, RecordingSender, Unhurried
from tests.storage.conftest import (  # noqa: F401 - fixtures are found by their names
    ann,
    clock,
    database,
    database_url,
    empty_file,
    inbox,
    journal,
    ledger,
    people,
    postgresql_url,
    shelf,
    sqlite_url,
)
from tests.storage.making import MORNING, reminder, turn

SEVEN = MORNING + timedelta(hours=22)
"""When the reminder of `fire` is due."""
PROMPTS = Path(__file__).parents[2] / "prompts" / "en"


@pytest.fixture(scope="session")
def nudge() -> Nudge:
    return Nudge(Texts.load(PROMPTS))


@pytest.fixture
def sender() -> RecordingSender:
    return RecordingSender()


@pytest.fixture
def outbox(ledger: Ledger, sender: RecordingSender, clock: FixedClock, nudge: Nudge) -> Outbox:  # noqa: F811
    return Outbox(ledger, sender, clock, nudge, Unhurried())


@pytest.fixture
def ticker(shelf: ReminderShelf, outbox: Outbox, clock: FixedClock) -> Ticker:  # noqa: F811
    return Ticker(shelf, outbox, clock)


@pytest.fixture
def say(journal, ann):  # noqa: F811
    """Close a turn of Ann's and return its delivery's id."""

    async def close(turn_id, text=None, person=ann):
        return await journal.close(person, turn(turn_id, text=text or f"reply {turn_id}"), deliver=True)

    return close


@pytest.fixture
async def fire(journal, shelf, ann, clock):  # noqa: F811
    """Store Ann's reminder for seven o'clock, let it fire and return the delivery's id."""
    due = reminder(ann)
    await journal.close(ann, turn("set", CreateReminder(reminder=due)))
    clock.now = SEVEN

    async def now():
        return await shelf.fire(due, now=SEVEN)

    return now


async def states(book: Ledger) -> dict[str, int]:
    """Return how many messages are in which class, without the empty ones."""
    return {name: count for name, count in (await book.counts()).items() if count}

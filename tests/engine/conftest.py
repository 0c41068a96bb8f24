"""The storage room's database and books, and an outbox and a ticker on them."""

from __future__ import annotations

from pathlib import Path

import pytest

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

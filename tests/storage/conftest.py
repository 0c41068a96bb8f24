"""An open database in a file of its own, and the books on it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from bot.storage.reminders import ReminderShelf
from tests.fakes import FixedClock
from tests.storage.making import MORNING


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that went through every migration; tests copy it."""
    file = tmp_path_factory.mktemp("migrated") / "coach.sqlite"

    async def make() -> None:
        await (await Database.open(f"sqlite:///{file}")).close()

    asyncio.run(make())
    return file


@pytest.fixture
def database_url(tmp_path: Path, migrated: Path) -> str:
    shutil.copy(migrated, tmp_path)
    return f"sqlite:///{tmp_path}/{migrated.name}"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await Database.open(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def people(database: Database) -> PeopleBook:
    return PeopleBook(database)


@pytest.fixture
def journal(database: Database) -> JournalBook:
    return JournalBook(database)


@pytest.fixture
def inbox(database: Database, clock: FixedClock) -> InboxBook:
    return InboxBook(database, clock)


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database)


@pytest.fixture
def shelf(database: Database) -> ReminderShelf:
    return ReminderShelf(database)


@pytest.fixture
async def ann(people: PeopleBook) -> str:
    return await people.person_for("telegram", "101")

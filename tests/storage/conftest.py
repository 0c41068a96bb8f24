"""An open database in a file of its own, and the books on it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from bot.storage.reminders import ReminderShelf
from tests.fakes import FixedClock
from tests.postgresql import Server
from tests.storage.databases import new_file
from tests.storage.making import MORNING


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every table; tests copy it."""
    return new_file(tmp_path_factory.mktemp("empty") / "coach.sqlite")


@pytest.fixture
def sqlite_url(tmp_path: Path, empty_file: Path) -> str:
    shutil.copy(empty_file, tmp_path)
    return f"sqlite:///{tmp_path}/{empty_file.name}"


@pytest.fixture
def postgresql_url(postgresql: Server) -> Iterator[str]:
    url = postgresql.make_database()
    yield url
    postgresql.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database: what needs one is tested on both kinds."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = await Database.open(database_url, replica="solo")
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

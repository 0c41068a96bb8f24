"""Opening, migrating and failing."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.errors import AlreadyRunningError, SettingsError, StorageError
from bot.storage.database import Database
from bot.storage.people import PeopleBook
from bot.storage.tables import PersonRow
from tests.storage.databases import ON_A_FILE


@pytest.mark.parametrize(
    "written",
    ["", "nonsense", "mysql://u@h/d", "sqlite://", "sqlite:///:memory:", "postgresql://u@h:port/d", "postgresql://["],
)
async def test_an_address_of_no_use_is_a_settings_error_naming_the_setting(written):
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        await Database.open(written)


async def test_the_file_and_its_folder_are_made_for_the_owner_only(tmp_path):
    file = tmp_path / "new" / "folder" / "coach.sqlite"
    await (await Database.open(f"sqlite:///{file}")).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_file_that_is_no_database_is_a_storage_error(tmp_path):
    file = tmp_path / "coach.sqlite"
    file.write_text("a shopping list, long enough to be read as a page" * 100)
    with pytest.raises(StorageError, match="not a database"):
        await Database.open(f"sqlite:///{file}")


async def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot open"):
        await Database.open(f"sqlite:///{tmp_path}/file/coach.sqlite")


async def test_a_database_of_a_newer_program_is_refused(database_url):
    database = await Database.open(database_url)
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    await database.close()
    with pytest.raises(StorageError, match="does not know"):
        await Database.open(database_url)


def test_no_start_on_a_new_file_imports_the_migration_library(tmp_path):
    script = (
        "import asyncio, sys\n"
        "from bot.storage.database import Database\n"
        "async def main():\n"
        f"    await (await Database.open({f'sqlite:///{tmp_path}/new.sqlite'!r})).close()\n"
        "asyncio.run(main())\n"
        "print('alembic' in sys.modules)\n"
    )
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in "ab"]
    assert [run.stdout.strip() for run in runs] == ["False", "False"]


async def test_a_second_process_under_one_name_is_refused_until_the_first_lets_go(database_url, monkeypatch):
    monkeypatch.setattr("bot.storage.postgresql._STARTS_WITHIN_S", 0.1)
    first = await Database.open(database_url, replica="one")
    with pytest.raises(AlreadyRunningError, match="another process is already running"):
        await Database.open(database_url, replica="one")
    reader = await Database.open(database_url)
    await reader.close()
    await first.close()
    await (await Database.open(database_url, replica="one")).close()


@ON_A_FILE
async def test_a_second_process_on_one_file_is_refused_whatever_its_name(database_url):
    first = await Database.open(database_url, replica="one")
    with pytest.raises(AlreadyRunningError, match=r"coach\.sqlite"):
        await Database.open(database_url, replica="two")
    await first.close()


async def test_a_driver_error_is_a_storage_error_without_values(database):
    async def add_the_same_address_twice():
        async with database.transaction() as session:
            session.add(PersonRow(person_id="p", channel="telegram", address="a secret"))
            session.add(PersonRow(person_id="q", channel="telegram", address="a secret"))

    with pytest.raises(StorageError) as raised:
        await add_the_same_address_twice()
    assert "unique" in str(raised.value).lower()
    assert "secret" not in str(raised.value)
    assert "secret" not in str(raised.value.__cause__)


async def test_a_block_that_raises_stores_nothing(database):
    async def add_and_raise():
        async with database.transaction() as session:
            session.add(PersonRow(person_id="p", channel="telegram", address="1"))
            await session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await add_and_raise()
    async with database.transaction() as session:
        assert (await session.scalars(select(PersonRow))).all() == []


async def test_a_cancelled_transaction_stores_nothing_and_the_next_one_works(database):
    inside = asyncio.Event()

    async def interrupted():
        async with database.transaction() as session:
            session.add(PersonRow(person_id="p", channel="telegram", address="1"))
            await session.flush()
            inside.set()
            await asyncio.sleep(60)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(interrupted())
        await inside.wait()
        task.cancel()
    async with database.transaction() as session:
        assert (await session.scalars(select(PersonRow))).all() == []


async def test_transactions_at_the_same_time_all_go_through(database):
    people = PeopleBook(database)
    names = await asyncio.gather(*(people.person_for("telegram", str(n % 10)) for n in range(60)))
    assert len(set(names)) == 10


@ON_A_FILE
async def test_a_database_locked_by_another_process_is_waited_for(tmp_path, database):
    other = sqlite3.connect(tmp_path / "coach.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.execute, ["COMMIT"])
    release.start()
    await PeopleBook(database).person_for("telegram", "1")
    release.join()
    other.close()


@ON_A_FILE
async def test_the_file_is_opened_for_many_readers_and_safe_deletion(database):
    async with database.transaction() as session:
        found = {
            name: await session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "secure_delete": 1,
    }


@pytest.mark.parametrize(("word", "home"), [("PRAGMA", "sqlite.py"), ("import asyncpg", "postgresql.py")])
def test_nothing_outside_one_module_speaks_to_one_database_only(word, home):
    room = Path(__file__).parents[2] / "bot" / "storage"
    speakers = {file.name for file in room.rglob("*.py") if word in file.read_text(encoding="utf-8")}
    assert speakers == {home}

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
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.errors import AlreadyRunningError, SettingsError, StorageError
from bot.storage.database import Database, driver_url
from bot.storage.migrating import config
from bot.storage.people import PeopleBook
from bot.storage.tables import HEAD, Base, PersonRow


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///data/c.sqlite", "sqlite+aiosqlite:///data/c.sqlite"),
        ("sqlite+aiosqlite:///data/c.sqlite", "sqlite+aiosqlite:///data/c.sqlite"),
        ("postgresql://u:p@h:5/d", "postgresql+asyncpg://u:p@h:5/d"),
        ("postgres://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+asyncpg://u@h/d"),
    ],
)
def test_every_accepted_address_gets_our_driver(written, used):
    assert driver_url(written).render_as_string(hide_password=False) == used


@pytest.mark.parametrize("written", ["", "nonsense", "mysql://u@h/d", "sqlite://", "sqlite:///:memory:"])
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


async def test_a_database_of_a_newer_program_is_refused(tmp_path, database_url):
    await (await Database.open(database_url)).close()
    with sqlite3.connect(tmp_path / "coach.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'r9999'")
    connection.close()
    with pytest.raises(StorageError, match="does not know"):
        await Database.open(database_url)


def test_the_migrations_make_exactly_the_tables_of_the_program(migrated):
    engine = create_engine(f"sqlite:///{migrated}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_head_names_the_last_migration():
    assert ScriptDirectory.from_config(config()).get_current_head() == HEAD


def test_every_table_can_be_made_on_postgresql():
    dialect = postgresql.dialect()
    for table in Base.metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))
    moments = Base.metadata.tables["deliveries"].columns
    assert moments["due_at"].type.compile(dialect=dialect) == "TIMESTAMP WITH TIME ZONE"


def test_a_second_start_does_not_import_the_migration_library(tmp_path):
    script = (
        "import asyncio, sys\n"
        "from bot.storage.database import Database\n"
        "async def main():\n"
        f"    await (await Database.open({f'sqlite:///{tmp_path}/new.sqlite'!r})).close()\n"
        "asyncio.run(main())\n"
        "print('alembic' in sys.modules)\n"
    )
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in "ab"]
    assert [run.stdout.strip() for run in runs] == ["True", "False"]


async def test_a_second_process_that_delivers_is_refused_until_the_first_lets_go(database_url):
    first = await Database.open(database_url, exclusive=True)
    with pytest.raises(AlreadyRunningError, match=r"coach\.sqlite"):
        await Database.open(database_url, exclusive=True)
    reader = await Database.open(database_url)
    await reader.close()
    await first.close()
    await (await Database.open(database_url, exclusive=True)).close()


async def test_a_driver_error_is_a_storage_error_without_values(database):
    async def add_the_same_address_twice():
        async with database.transaction() as session:
            session.add(PersonRow(person_id="p", channel="telegram", address="a secret"))
            session.add(PersonRow(person_id="q", channel="telegram", address="a secret"))

    with pytest.raises(StorageError) as raised:
        await add_the_same_address_twice()
    assert "UNIQUE" in str(raised.value)
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


async def test_a_database_locked_by_another_process_is_waited_for(tmp_path, database):
    other = sqlite3.connect(tmp_path / "coach.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.execute, ["COMMIT"])
    release.start()
    await PeopleBook(database).person_for("telegram", "1")
    release.join()
    other.close()


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


def test_nothing_outside_one_module_speaks_to_sqlite_only():
    room = Path(__file__).parents[2] / "bot" / "storage"
    speakers = {file.name for file in room.rglob("*.py") if "PRAGMA" in file.read_text(encoding="utf-8")}
    assert speakers == {"sqlite.py"}

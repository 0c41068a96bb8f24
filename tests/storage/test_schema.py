"""Tables made at once and tables made step by step are the same, on both databases."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from bot.storage import postgresql, sqlite
from bot.storage.database import Database
from bot.storage.migrating import config, upgrade
from bot.storage.tables import HEAD, Base


@pytest.fixture
def new_database(request, database_url, tmp_path):
    """Return a function that makes the address of a database without any table."""

    def make(name):
        if database_url.startswith("sqlite"):
            return f"sqlite:///{tmp_path}/{name}.sqlite"
        return request.getfixturevalue("postgresql").make_empty_database()

    return make


async def look(url, work):
    """Run something on a synchronous connection to the database."""
    engine = (sqlite if url.startswith("sqlite") else postgresql).make_engine(url)
    async with engine.begin() as connection:
        found = await connection.run_sync(work)
    await engine.dispose()
    return found


def drawn(connection):
    """Return everything there is to know about the tables, without the order in which things were added."""
    inspector = inspect(connection)
    return {
        name: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], str(column["default"]).replace(name, ""))
                for column in inspector.get_columns(name)
            },
            "primary key": inspector.get_pk_constraint(name),
            "unique": sorted(map(str, inspector.get_unique_constraints(name))),
            "foreign keys": sorted(map(str, inspector.get_foreign_keys(name))),
            "indexes": sorted(map(str, inspector.get_indexes(name))),
        }
        for name in inspector.get_table_names()
    }


async def test_both_ways_to_make_the_tables_come_to_the_same(new_database):
    at_once, step_by_step = new_database("once"), new_database("steps")
    await (await Database.open(at_once)).close()
    await look(step_by_step, upgrade)
    assert await look(at_once, drawn) == await look(step_by_step, drawn)


async def test_the_migrations_make_exactly_the_tables_of_the_program(new_database):
    def differences(connection):
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return compare_metadata(context, Base.metadata)

    assert await look(new_database("steps"), differences) == []


async def test_a_database_of_an_older_program_is_brought_up_with_what_it_holds(new_database):
    def first(connection):
        settings = config()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "r0001")
        connection.exec_driver_sql(
            "INSERT INTO people (person_id, channel, address, active) VALUES ('p', 'c', 'a', true)"
        )

    url = new_database("old")
    await look(url, first)
    await (await Database.open(url)).close()
    assert await look(url, drawn) == await look(await opened(new_database("new")), drawn)
    kept = await look(url, lambda connection: connection.exec_driver_sql("SELECT person_id FROM people").scalar())
    assert kept == "p"


async def test_tables_of_others_in_the_same_database_stay_alone(new_database):
    def theirs(connection):
        connection.exec_driver_sql("CREATE TABLE theirs (n INTEGER)")

    url = new_database("both")
    await look(url, theirs)
    await (await Database.open(url)).close()
    assert set(await look(url, drawn)) == {*Base.metadata.tables, "alembic_version", "theirs"}


async def opened(url):
    await (await Database.open(url)).close()
    return url


def test_head_names_the_last_migration():
    assert ScriptDirectory.from_config(config()).get_current_head() == HEAD

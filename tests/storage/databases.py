"""Databases for tests, and a look at them past the program."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bot.storage.database import Database

ON_A_FILE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Marks a test of what only SQLite has."""
ON_A_SERVER = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
"""Marks a test of what only PostgreSQL has."""


def new_file(file: Path) -> Path:
    """Make a database file with every table and no row."""

    async def make() -> None:
        await (await Database.open(f"sqlite:///{file}")).close()

    asyncio.run(make())
    return file


async def cells(url: str) -> dict[str, list[str]]:
    """Return every cell of every table."""
    if url.startswith("sqlite"):
        return _cells_of_file(url.removeprefix("sqlite:///"))
    connection = await asyncpg.connect(url)
    names = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = {
        name: [str(cell) for row in await connection.fetch(f'SELECT * FROM "{name}"') for cell in row]  # noqa: S608
        for (name,) in names
    }
    await connection.close()
    return found


async def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    """Return what a query finds, past the program."""
    if url.startswith("sqlite"):
        connection = sqlite3.connect(url.removeprefix("sqlite:///"))
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()
    server = await asyncpg.connect(url)
    found = [tuple(row) for row in await server.fetch(query)]
    await server.close()
    return found


def _cells_of_file(file: str) -> dict[str, list[str]]:
    connection = sqlite3.connect(file)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        name: [str(cell) for row in connection.execute(f'SELECT * FROM "{name}"') for cell in row]  # noqa: S608
        for (name,) in names
    }
    connection.close()
    return found

"""Where the database is: the one place that knows in which ways an address may be written."""

from __future__ import annotations

from typing import Final

_SCHEMES: Final = {
    "sqlite": "sqlite",
    "sqlite+aiosqlite": "sqlite",
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "postgresql+asyncpg": "postgresql",
    "postgresql+psycopg": "postgresql",
}


def plain_address(written: str) -> str:
    """Return a database's address as `sqlite:///…` or `postgresql://…`; drivers are chosen where it is opened.

    Raises:
        ValueError: If it is no address of SQLite or PostgreSQL; the message holds nothing of it.
    """
    scheme, parted, place = written.partition("://")
    if not parted or scheme not in _SCHEMES:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return f"{_SCHEMES[scheme]}://{place}"

"""Makes sure that the tables of this program are there before anybody uses them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table, insert, inspect, select
from sqlalchemy.engine import Connection

from bot.storage.tables import HEAD, Base

_MARK: Final = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic writes down which migration came last."""


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this program."""
    return _version(connection) == HEAD


def bring_up(connection: Connection) -> None:
    """Bring the tables to the newest schema inside the connection's transaction; a crash leaves the old one whole.

    A database without any of them gets them straight away: Alembic would come to the same, half a second later.

    Raises:
        StorageError: If the database was made by a newer program.
    """
    if is_current(connection):
        return
    if _version(connection) is None and not set(inspect(connection).get_table_names()) & set(Base.metadata.tables):
        Base.metadata.create_all(connection)
        _MARK.create(connection)
        connection.execute(insert(_MARK).values(version_num=HEAD))
        return
    from bot.storage.migrating import upgrade

    upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_MARK.name):
        return None
    return connection.scalar(select(_MARK.c.version_num))

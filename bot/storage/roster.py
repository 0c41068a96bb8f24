"""Who delivers from this database, and when each of them last said so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import MarkRow

_BEAT: Final = "beat:"


class Roster:
    """The processes on one database."""

    def __init__(self, database: Database) -> None:
        """Sign in under the name the database was opened with."""
        self._database = database

    async def sign(self, now: datetime) -> int:
        """Make sure that our name is still ours, write down the moment, and return how many processes deliver.

        Raises:
            AlreadyRunningError: If another process took the name while the connection was lost.
            StorageError: If the database did not answer.
        """
        processes = await self._database.hold_name()
        async with self._database.transaction() as session:
            await session.merge(MarkRow(name=f"{_BEAT}{self._database.name}", value=now.astimezone(UTC).isoformat()))
        return processes

    async def beats(self) -> Mapping[str, datetime]:
        """Return when each process that ever delivered from here last signed, by its name.

        Raises:
            StorageError: If the database did not answer.
        """
        query = select(MarkRow).where(MarkRow.name.startswith(_BEAT, autoescape=True)).order_by(MarkRow.name)
        async with self._database.transaction() as session:
            return {
                row.name.removeprefix(_BEAT): datetime.fromisoformat(row.value) for row in await session.scalars(query)
            }

"""Which processes are there: a name is held by one living process, and who died is known by the name being free.

A hold ends with the process in whatever way it ends, so no clock decides on life and death.
"""

from __future__ import annotations

from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncSession


class Presence(Protocol):
    """One process among those that deliver from a database."""

    @property
    def name(self) -> str:
        """The name this process holds."""
        ...

    async def hold(self) -> None:
        """Make sure that the name is ours; take it again if what held it was lost.

        Raises:
            AlreadyRunningError: If another process holds it.
            StorageError: If the database did not answer.
        """
        ...

    async def gone(self, session: AsyncSession, name: str) -> bool:
        """Whether nobody holds a name; then nobody can take it before the transaction has ended."""
        ...

    async def count(self, session: AsyncSession) -> int:
        """Return how many processes deliver from the database."""
        ...

    async def leave(self) -> None:
        """Let go of the name."""
        ...

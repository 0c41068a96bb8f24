"""Everything that is said to PostgreSQL only: how it is reached, and how a process holds its name there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Final

import asyncpg
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

from bot.errors import AlreadyRunningError, SettingsError, StorageError

_LOCKS: Final = 0x52554E43
"""The first key of every advisory lock of ours: "RUNC"."""
_SCHEMA: Final = 0
"""The second key of the one that is held while tables are made; those of names are hashes, which 0 hardly is."""

_CONNECT_S: Final = 10.0
_ANSWER_S: Final = 30.0
_POOL: Final = 10
_STARTS_WITHIN_S: Final = 3.0
"""So long a start waits for a name: the server takes a moment to notice that its last holder was killed."""
_LEAVES_WITHIN_S: Final = 2.0
_NOTICE_THE_DEAD = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""For the connection that holds a name: a machine that vanished is noticed after half a minute, not after hours."""


def make_engine(address: str) -> AsyncEngine:
    """Make an engine for a plain address; the driver reads it, so every parameter libpq knows may stand in it."""

    async def connect() -> asyncpg.Connection:
        return await _connect(address)

    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        pool_size=_POOL,
        max_overflow=_POOL,
        pool_pre_ping=True,  # a server that was restarted costs nobody a failed transaction
        hide_parameters=True,  # an error must not carry people's data into the log
    )


async def change_schema_alone(connection: AsyncConnection) -> None:
    """Wait until no other process makes or changes tables; holds until the transaction ends."""
    await connection.execute(select(func.pg_advisory_xact_lock(_LOCKS, _SCHEMA)))


async def _connect(address: str, **server_settings: str) -> asyncpg.Connection:
    """Connect.

    Raises:
        SettingsError: If the address cannot be read.
        StorageError: If there is no way in.
    """
    try:
        return await asyncpg.connect(
            address, timeout=_CONNECT_S, command_timeout=_ANSWER_S, server_settings=server_settings
        )
    except ValueError as error:  # the driver's own kind of it among them; its words may quote the address
        raise SettingsError("DATABASE_URL: write postgresql://user:password@host/name") from error
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise StorageError(f"{type(error).__name__}: no connection to PostgreSQL") from error


class Named:
    """One process of several on a PostgreSQL database; a connection of its own holds its name."""

    def __init__(self, address: str, name: str) -> None:
        """Prepare to hold a name; nothing is asked of the network yet."""
        self._address = address
        self._connection: asyncpg.Connection | None = None
        self.name = name

    @classmethod
    async def enter(cls, address: str, name: str) -> Named:
        """Take a name, waiting a moment for a holder that has just been killed.

        Raises:
            AlreadyRunningError: If another process holds it.
            StorageError: If the database did not answer.
        """
        entering = cls(address, name)
        loop = asyncio.get_running_loop()
        until = loop.time() + _STARTS_WITHIN_S
        while True:
            try:
                await entering.hold()
            except AlreadyRunningError:
                if loop.time() >= until:
                    raise
                await asyncio.sleep(0.1)
            else:
                return entering

    async def hold(self) -> None:
        """Make sure that the name is ours; take it again if the connection that held it was lost.

        Raises:
            AlreadyRunningError: If another process holds it.
            StorageError: If the database did not answer.
        """
        if self._connection is not None and await _answers(self._connection):
            return
        await self.leave()
        connection = await _connect(self._address, **_NOTICE_THE_DEAD)
        try:
            free = await connection.fetchval("SELECT pg_try_advisory_lock($1, hashtext($2))", _LOCKS, self.name)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            connection.terminate()
            raise StorageError(f"{type(error).__name__} while taking the name {self.name}") from error
        if not free:
            connection.terminate()
            raise AlreadyRunningError(
                f"another process is already running as {self.name} on this database; REPLICA_NAME tells them apart"
            )
        self._connection = connection

    async def gone(self, session: AsyncSession, name: str) -> bool:
        """Whether nobody holds a name; then nobody can take it before the transaction has ended."""
        free = await session.scalar(select(func.pg_try_advisory_xact_lock(_LOCKS, func.hashtext(name))))
        return bool(free)

    async def count(self, session: AsyncSession) -> int:
        """Return how many names are held; one at least, since we are here."""
        held = await session.scalar(
            text(
                "SELECT count(DISTINCT objid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                " AND classid = :ours AND objid <> :schema"
                " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            ),
            {"ours": _LOCKS, "schema": _SCHEMA},
        )
        return max(1, held or 0)

    async def leave(self) -> None:
        """Let go of the name; it is free when this returns, if the server could be reached."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            # the server notices a closed connection in its own time, and whoever asks meanwhile would wait for nobody
            await connection.execute("SELECT pg_advisory_unlock_all()", timeout=_LEAVES_WITHIN_S)
        connection.terminate()


async def _answers(connection: asyncpg.Connection) -> bool:
    try:
        await connection.execute("SELECT 1")
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return False
    return True

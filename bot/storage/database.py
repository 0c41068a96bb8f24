"""The database: opened once, its tables made if need be, and reached through short transactions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.errors import SettingsError, StorageError
from bot.storage import schema, sqlite
from bot.storage.address import plain_address
from bot.storage.presence import Presence


class Database:
    """An open database. Every failure of it is a `StorageError`, whatever the driver calls it."""

    def __init__(self, engine: AsyncEngine, presence: Presence | None = None) -> None:
        """Take an engine whose tables are there, and the name under which this process delivers."""
        self._engine = engine
        self._presence = presence
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)

    @classmethod
    async def open(cls, url: str, *, replica: str | None = None) -> Database:
        """Open the database, making file and tables if they are absent.

        Args:
            url: `sqlite:///file` or `postgresql://…`.
            replica: For a process that delivers messages, its name: no second one may run under it, nor under any
                name on the same SQLite file.

        Raises:
            SettingsError: If the address is none of ours.
            AlreadyRunningError: If another process delivers under that name or from that file.
            StorageError: If the database does not answer, is no database, or is newer than this program.
        """
        try:
            address = plain_address(url)
        except ValueError as error:
            raise SettingsError(f"DATABASE_URL: {error}") from None
        open_one = _open_file if address.startswith("sqlite") else _open_server
        with _as_storage_error():
            return cls(*await open_one(address, replica))

    @property
    def name(self) -> str | None:
        """The name under which this process delivers, None if it does not."""
        return self._presence.name if self._presence is not None else None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open one short transaction: committed at the end of the block, rolled back if it raises.

        Raises:
            StorageError: If the database did not answer or refused.
        """
        with _as_storage_error():
            async with self._sessions.begin() as session:
                yield session

    async def hold_name(self) -> int:
        """Make sure that the name is still ours, and return how many processes deliver from this database.

        Raises:
            AlreadyRunningError: If another process took the name while the connection was lost.
            StorageError: If the database did not answer.
        """
        if self._presence is None:
            return 1
        await self._presence.hold()
        async with self.transaction() as session:
            return await self._presence.count(session)

    async def is_gone(self, session: AsyncSession, name: str | None) -> bool:
        """Whether no living process has a name; if so, none gets it before the transaction has ended."""
        return name is None or self._presence is None or await self._presence.gone(session, name)

    async def scrub(self) -> None:
        """Remove what a deletion left behind outside the tables, if the database keeps such a thing.

        Raises:
            StorageError: If the database did not answer.
        """
        if self._engine.dialect.name == "sqlite":
            with _as_storage_error():
                await sqlite.scrub(self._engine)

    async def close(self) -> None:
        """Let go of every connection and of the name."""
        await self._engine.dispose()
        if self._presence is not None:
            await self._presence.leave()


async def _open_file(address: str, replica: str | None) -> tuple[AsyncEngine, Presence | None]:
    file = sqlite.database_file(address)
    sqlite.make_file(file)
    alone = sqlite.Alone(file, replica) if replica is not None else None
    engine = sqlite.make_engine(address)
    try:
        async with engine.connect() as connection:
            current = await connection.run_sync(schema.is_current)
        if not current:
            await _bring_up_file(address)
    except BaseException:
        await engine.dispose()
        if alone is not None:
            await alone.leave()
        raise
    return engine, alone


async def _bring_up_file(address: str) -> None:
    engine = sqlite.make_engine(address, foreign_keys=False)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(schema.bring_up)
    finally:
        await engine.dispose()


async def _open_server(address: str, replica: str | None) -> tuple[AsyncEngine, Presence | None]:
    from bot.storage import postgresql

    named = await postgresql.Named.enter(address, replica) if replica is not None else None
    engine = postgresql.make_engine(address)
    try:
        async with engine.begin() as connection:
            await postgresql.change_schema_alone(connection)
            await connection.run_sync(schema.bring_up)
    except BaseException:
        await engine.dispose()
        if named is not None:
            await named.leave()
        raise
    return engine, named


@contextmanager
def _as_storage_error() -> Iterator[None]:
    try:
        yield
    except ArgumentError as error:
        raise SettingsError("DATABASE_URL: write sqlite:///path/to/file or postgresql://user@host/name") from error
    except (SQLAlchemyError, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        first_line = str(cause).partition("\n")[0]  # further lines may quote values
        raise StorageError(f"{type(cause).__name__}: {first_line}") from error

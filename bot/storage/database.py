"""The database: opened once, migrated if need be, and reached through short transactions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from filelock import FileLock
from sqlalchemy import URL, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from bot.errors import SettingsError, StorageError
from bot.storage import sqlite
from bot.storage.tables import HEAD

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}


def driver_url(url: str) -> URL:
    """Return the address with the driver we use: `sqlite:///…` and `postgresql://…` are enough to write.

    Raises:
        SettingsError: If it is no address of SQLite or PostgreSQL.
    """
    try:
        parsed = make_url(url)
        return parsed.set(drivername=_DRIVERS[parsed.drivername.partition("+")[0]])
    except (ArgumentError, KeyError) as error:
        raise SettingsError("DATABASE_URL: write sqlite:///path/to/file or postgresql://user@host/name") from error


class Database:
    """An open database. Every failure of it is a `StorageError`, whatever the driver calls it."""

    def __init__(self, engine: AsyncEngine, lock: FileLock | None = None) -> None:
        """Take an engine whose tables are at head, and the lock to let go of at the end."""
        self._engine = engine
        self._lock = lock
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)

    @classmethod
    async def open(cls, url: str, *, exclusive: bool = False) -> Database:
        """Open the database, making file and tables if they are absent.

        Args:
            url: `sqlite:///file` or `postgresql://…`.
            exclusive: For a process that delivers messages: no second one may run on the same SQLite file.

        Raises:
            SettingsError: If the address is none of ours.
            AlreadyRunningError: If `exclusive` and another process runs on the file.
            StorageError: If the database does not answer, is no database, or is newer than this program.
        """
        target = driver_url(url)
        lock = None
        if target.get_backend_name() == "sqlite":
            file = sqlite.database_file(target)
            sqlite.make_file(file)
            lock = sqlite.claim(file) if exclusive else None
        database = cls(_engine(target), lock)
        try:
            with _as_storage_error():
                if await _schema(database._engine) != HEAD:
                    await _migrate(target)
        except BaseException:
            await database.close()
            raise
        return database

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open one short transaction: committed at the end of the block, rolled back if it raises.

        Raises:
            StorageError: If the database did not answer or refused.
        """
        with _as_storage_error():
            async with self._sessions.begin() as session:
                yield session

    async def scrub(self) -> None:
        """Remove what a deletion left behind outside the tables, if the database keeps such a thing.

        Raises:
            StorageError: If the database did not answer.
        """
        if self._engine.dialect.name == "sqlite":
            with _as_storage_error():
                await sqlite.scrub(self._engine)

    async def close(self) -> None:
        """Let go of every connection and of the file."""
        await self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def _engine(url: URL, *, foreign_keys: bool = True) -> AsyncEngine:
    if url.get_backend_name() == "sqlite":
        return sqlite.make_engine(url, foreign_keys=foreign_keys)
    try:
        return create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError as error:
        raise SettingsError(f"DATABASE_URL: this database needs the package {error.name}") from error


async def _migrate(url: URL) -> None:
    from bot.storage.migrating import upgrade

    engine = _engine(url, foreign_keys=False)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(upgrade)
    finally:
        await engine.dispose()


async def _schema(engine: AsyncEngine) -> str | None:
    """Name the migration the tables are at, None before the first."""
    async with engine.connect() as connection:
        if not await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version")):
            return None
        found: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


@contextmanager
def _as_storage_error() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        first_line = str(cause).partition("\n")[0]  # further lines may quote values
        raise StorageError(f"{type(cause).__name__}: {first_line}") from error

"""Everything that is said to SQLite only: how its file is made, opened, locked and scrubbed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Engine, event, make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import AlreadyRunningError, SettingsError, StorageError

_BUSY_TIMEOUT_MS = 30_000
_NO_TRANSACTION = "no_transaction"
"""Execution option of the few statements SQLite takes only outside a transaction."""


def database_file(address: str) -> Path:
    """Return the file of a plain SQLite address.

    Raises:
        SettingsError: For a database in memory: it would forget everything when the program ends.
    """
    file = make_url(address).database
    if not file or file == ":memory:":
        raise SettingsError("DATABASE_URL: an SQLite database needs a file, as in sqlite:///data/coach.sqlite")
    return Path(file)


def make_file(file: Path) -> None:
    """Make the file and its folder if they are absent, readable by nobody else.

    Raises:
        StorageError: If they cannot be made.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError as error:
        raise StorageError(f"cannot open the database file {file}: {error.strerror}") from error


class Alone:
    """The one process that delivers from a file: every other name found there belongs to the past."""

    def __init__(self, file: Path, name: str) -> None:
        """Hold the file for this process alone, until it leaves or ends in any way.

        Raises:
            AlreadyRunningError: If another process holds it.
        """
        self.name = name
        self._lock = FileLock(file.with_name(f"{file.name}.lock"), thread_local=False)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise AlreadyRunningError(f"another process is already running on {file}") from error

    async def hold(self) -> None:
        """Do nothing: a file is not lost."""

    async def gone(self, session: AsyncSession, name: str) -> bool:
        """Whether a name is not ours."""
        return name != self.name

    async def count(self, session: AsyncSession) -> int:
        """Return one."""
        return 1

    async def leave(self) -> None:
        """Let go of the file."""
        self._lock.release()


def make_engine(address: str, *, foreign_keys: bool = True) -> AsyncEngine:
    """Make an engine with one connection: transactions queue in order instead of waiting on SQLite's write lock.

    `foreign_keys` is off for migrations: a rebuilt table is dropped once, and that must not cascade.
    """
    engine = create_async_engine(
        make_url(address).set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,  # an error must not carry people's data into the log
        connect_args={"timeout": _BUSY_TIMEOUT_MS / 1000},
    )
    _set_up(engine.sync_engine, foreign_keys=foreign_keys)
    return engine


def _set_up(engine: Engine, *, foreign_keys: bool) -> None:
    pragmas = (
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
        "secure_delete=ON",
    )

    @event.listens_for(engine, "connect")
    def on_connect(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver must not open transactions by itself: deferred ones fail with "locked" when they start to write.
        settable: Any = connection
        settable.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        if not connection.get_execution_options().get(_NO_TRANSACTION, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")


async def scrub(engine: AsyncEngine) -> None:
    """Empty the write-ahead log, which still holds the pages from before a deletion.

    Raises:
        StorageError: If somebody else is reading old pages.
    """
    async with engine.connect() as connection:
        bare = await connection.execution_options(**{_NO_TRANSACTION: True})
        busy = await bare.scalar(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    if busy:
        raise StorageError("another process is reading the database")

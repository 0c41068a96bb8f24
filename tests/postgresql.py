"""A PostgreSQL server of the tests' own: started once, a fresh database for each test, gone afterwards."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

import asyncpg

from bot.storage.database import Database

_SETTINGS: Final = {
    "max_connections": "60",
    "shared_buffers": "32MB",
    "fsync": "off",  # a killed process loses nothing by it, only a machine without power would
    "full_page_writes": "off",
    "log_timezone": "UTC",
    "timezone": "Pacific/Auckland",  # far from UTC, so that a moment stored without its zone is found out
}
_TEMPLATE: Final = "filled"


def programs() -> Path | None:
    """Return the folder of the server's programs, None if PostgreSQL is not installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    found = [*debian[::-1], *(Path(path) for path in (shutil.which("initdb"),) if path)]
    return found[0].parent if found else None


class Server:
    """A server that listens on a socket in its own folder."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._names = (f"test{n}" for n in count(1))
        # PostgreSQL refuses to run as root; Debian's package makes this user.
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user is not None:
            owner = pwd.getpwnam(self._user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)

    def url(self, name: str) -> str:
        return f"postgresql://coach@/{name}?host={self._folder}"

    def set_up(self) -> None:
        data = ("-D", str(self._folder / "data"))
        self._run("initdb", *data, "-U", "coach", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        self.start()

    def start(self) -> None:
        settings = {**_SETTINGS, "listen_addresses": "''", "unix_socket_directories": str(self._folder)}
        given = " ".join(f"-c {name}={value}" for name, value in settings.items())
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", log, "-o", given, "start")

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-m", mode, "stop")

    def make_database(self) -> str:
        """Make a database that has every table and no row, and return its address."""
        if not self._known("template_made"):
            self._ask(f"CREATE DATABASE {_TEMPLATE}")
            _apart(_make_tables(self.url(_TEMPLATE)))
        return self.make_empty_database(f" TEMPLATE {_TEMPLATE}")

    def make_empty_database(self, like: str = "") -> str:
        """Make a database without any table, and return its address."""
        name = next(self._names)
        self._ask(f"CREATE DATABASE {name}{like}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self._ask(f"DROP DATABASE {url.partition('?')[0].rpartition('/')[2]} WITH (FORCE)")

    def _known(self, mark: str) -> bool:
        file = self._folder / mark
        known = file.exists()
        file.touch()
        return known

    def _ask(self, statement: str) -> None:
        async def ask() -> None:
            connection = await asyncpg.connect(self.url("postgres"))
            await connection.execute(statement)
            await connection.close()

        _apart(ask())

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
            cwd=self._folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            stdout=subprocess.DEVNULL,  # the server inherits it, so nobody may wait for its end
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed with {done.returncode}: {self._last_words()}")

    def _last_words(self) -> str:
        log = self._folder / "log"
        return log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else "no log"


@contextmanager
def serving(programs: Path) -> Iterator[Server]:
    """Run a server while the block runs."""
    folder = Path(tempfile.mkdtemp(prefix="run-coach-"))
    server = Server(programs, folder)
    try:
        server.set_up()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


async def _make_tables(url: str) -> None:
    await (await Database.open(url)).close()


def _apart(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine in a thread of its own, since a test may have a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()

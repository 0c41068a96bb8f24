"""Runs the scripted Telegram channel in a thread of this process."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.channels.telegram.application import TelegramApplication
from tests.flows.scripted import scripted_application
from tests.telegram_bench.emulator import Emulator

StartChannel = Callable[..., threading.Event]
DATABASE = "channel.sqlite"


@contextmanager
def running_channel(tg: Emulator, folder: Path, **choices: Any) -> Iterator[threading.Event]:
    """Run the channel in a thread while the block runs; what ends it early is raised at the end.

    Yields an event that is set when the channel has ended by itself.
    """
    over = threading.Event()
    started: list[tuple[asyncio.AbstractEventLoop, TelegramApplication]] = []
    ended: list[BaseException | None] = []
    ready = threading.Event()

    async def serve() -> None:
        where = {"url": f"sqlite:///{folder / DATABASE}", "token": tg.token, "base_url": tg.base_url}
        async with scripted_application(folder, **where | choices) as application:
            started.append((asyncio.get_running_loop(), application))
            ready.set()
            await application.run()

    def work() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:  # noqa: BLE001 - raised again in the thread of the test
            ended.append(error)
        finally:
            ready.set()
            over.set()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait()
    try:
        yield over
    finally:
        for loop, application in started:
            if not loop.is_closed():
                loop.call_soon_threadsafe(application.stop)
        thread.join()
    for error in ended:
        raise error


def rows_left(folder: Path) -> dict[str, int]:
    """Count the rows of every table that can hold something about a person."""
    with sqlite3.connect(folder / DATABASE) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        holding = [
            name
            for name in names
            if any(column[1] == "person_id" for column in connection.execute(f"PRAGMA table_info({name})"))
        ]
        counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in holding}  # noqa: S608
    connection.close()
    return counts

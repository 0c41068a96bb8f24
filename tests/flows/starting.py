"""Starts the scripted channel as a process of its own."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.process import BotProcess

ROOT = Path(__file__).parents[2]

StartBot = Callable[..., BotProcess]


class Served(NamedTuple):
    """A running bot and the server it talks to."""

    tg: Emulator
    bot: BotProcess
    folder: Path


@contextmanager
def starting(tg: Emulator, folder: Path, database_url: str) -> Iterator[StartBot]:
    """Yield a function that starts it, with further environment; its log is checked at the end."""
    log = folder / "bot.log"

    def start(**environment: str) -> BotProcess:
        env = {"FLOW_FOLDER": str(folder), "DATABASE_URL": database_url, **environment}
        return tg.start_bot([sys.executable, "-m", "tests.flows.flow_bot"], log=log, env=env, cwd=ROOT)

    yield start
    assert tg.token.partition(":")[2] not in log.read_text(encoding="utf-8")


def wait_for_mark(mark: Path, within_s: float = 15.0) -> None:
    """Wait until the scripted coach has left a mark: only then has the turn begun for certain."""
    until = time.monotonic() + within_s
    while not mark.exists():
        assert time.monotonic() < until, f"no {mark.name} within {within_s} s"
        time.sleep(0.02)

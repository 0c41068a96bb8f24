"""Starts a bot to measure, talks to it and reads what it noted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from bot.__main__ import LIBRARY_SWITCHES
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.process import BotProcess

ROOT = Path(__file__).parents[2]
TALK = (
    "does running make my butt smaller?",
    "how do I start running?",
    "hi",
    "ran 5 km in 31 min",
    "why?",
    "is walking as good as running",
    "how many calories does 5k burn",
    "thanks",
    "what should I eat before a run",
    "my knee hurts after running",
)
"""What people say, of many kinds."""


class Note(NamedTuple):
    """Something the bot noted."""

    kind: str
    chat: str
    at: float
    """Unix seconds."""
    cpu: float
    """CPU time the process had used by then. [s]"""


@contextmanager
def measured(kind: str, folder: Path, database_url: str, **environment: str) -> Iterator[tuple[Emulator, BotProcess]]:
    """Run a bot of a kind; its notes are in the folder when the block has ended."""
    env = {
        "DATA_DIR": str(ROOT / "data"),
        "DATABASE_URL": database_url,
        "REPLICA_NAME": "bench",
        "BENCH_LOG": str(folder / f"{kind}.notes"),
        "LOG_LEVEL": "WARNING",
        **LIBRARY_SWITCHES,  # as the program sets them for itself; the bots measured have an entry of their own
        **environment,
    }
    with Emulator() as tg:
        command = [sys.executable, "-m", "tests.bench.bench_bot", kind]
        yield tg, tg.start_bot(command, log=folder / f"{kind}.log", env=env, cwd=ROOT, ready_timeout=120)


def notes(folder: Path, kind: str) -> list[Note]:
    """Return what the bot noted, in order."""
    lines = (folder / f"{kind}.notes").read_text(encoding="utf-8").splitlines()
    return [Note(kind, chat, float(at), float(cpu)) for kind, chat, at, cpu in (line.split() for line in lines)]


def one_by_one(tg: Emulator, first_chat: int, texts: Sequence[str]) -> list[float]:
    """Say things, each after the answer to the one before; three in a chat, since a fourth would be held back.

    Returns:
        How long each waited for the next message of the bot. [ms]
    """
    for number, text in enumerate(texts):
        user = tg.user(first_chat + number // 3)
        user.send_text(text)
        user.expect(30, quiet=0)
        time.sleep(0.05)
    return [wait for chat in range(first_chat, first_chat + len(texts) // 3 + 1) for wait in waits(tg, chat)]


def waits(tg: Emulator, chat: int) -> list[float]:
    """Return how long each thing said in a chat waited for the next message of the bot. [ms]"""
    mine = [event for event in tg.events if event.chat_id == chat and event.kind in ("user_message", "message")]
    return [
        1000 * (later.at - earlier.at)
        for earlier, later in pairwise(mine)
        if (earlier.kind, later.kind) == ("user_message", "message")
    ]


def to_request(found: Sequence[Note], method: str | None = None) -> tuple[list[float], list[float]]:
    """Return from each commit to the chat's next request, or to the next of one method, time and CPU time. [ms]"""
    times, cpus = [], []
    for number, commit in enumerate(found):
        if commit.kind != "commit":
            continue
        wanted = (one for one in found[number + 1 :] if one.chat == commit.chat)
        after = (one for one in wanted if (one.kind == method if method else one.kind != "commit"))
        request = next(after, None)
        if request is not None:
            times.append(1000 * (request.at - commit.at))
            cpus.append(1000 * (request.cpu - commit.cpu))
    return times, cpus


def cpu_seconds(process: BotProcess) -> float:
    """Return the CPU time a process has used. [s]"""
    fields = Path(f"/proc/{process.process.pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share (0 to 1) of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def say(what: str, value: float, limit: float | None, unit: str) -> None:
    """Print one measurement beside what it should stay under."""
    beside = "" if limit is None else f"  (limit {limit:g} {unit}: {'kept' if value <= limit else 'NOT KEPT'})"
    print(f"{what}: {value:.1f} {unit}{beside}")

"""A process that delivers like the real one and ends itself with SIGKILL at a named point."""

from __future__ import annotations

import asyncio
import os
import signal
from datetime import datetime
from pathlib import Path

from bot.engine.nudge import Nudge
from bot.engine.outbox import Outbox, Wait, at_once
from bot.engine.ticker import Ticker
from bot.reply import Reply
from bot.storage.database import Database
from bot.storage.ledger import Ledger
from bot.storage.reminders import ReminderShelf
from bot.voice.texts import Texts
from tests.fakes import FixedClock, Unhurried

PROMPTS = Path(__file__).parents[2] / "prompts" / "en"


class Points:
    """Ends the process when the named point is reached."""

    def __init__(self, fatal: str | None) -> None:
        self._fatal = fatal

    def reach(self, name: str) -> None:
        if name == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


class FileSender:
    """A channel whose messages arrive when their line is in the file."""

    def __init__(self, file: Path, points: Points, pause_s: float) -> None:
        self._file = file
        self._points = points
        self._pause_s = pause_s

    async def send(self, address: str, reply: Reply, *, part: int = 0, next_turn: Wait = at_once) -> list[int]:
        self._points.reach("before_request")
        await asyncio.sleep(self._pause_s)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(f"{address}|{reply.kind}|{reply.text}\n")
        self._points.reach("after_request")
        await asyncio.sleep(self._pause_s)
        return [1]


class DyingLedger(Ledger):
    def __init__(self, database: Database, points: Points) -> None:
        super().__init__(database)
        self._points = points

    async def take_next(self, person_id, *, now):
        self._points.reach("before_sending")
        return await super().take_next(person_id, now=now)

    async def settle(self, settlement, *, now):
        self._points.reach("before_sent")
        await super().settle(settlement, now=now)
        self._points.reach("after_sent")


class DyingShelf(ReminderShelf):
    def __init__(self, database: Database, points: Points) -> None:
        super().__init__(database)
        self._points = points

    async def fire(self, reminder, *, now):
        self._points.reach("before_fire")
        delivery_id = await super().fire(reminder, now=now)
        self._points.reach("after_fire")
        return delivery_id


def work(url: str, file: Path, now: datetime, fatal: str | None = None, pause_s: float = 0.0) -> None:
    """Start as after any restart, deliver everything there is, and stop."""
    asyncio.run(_work(url, file, now, Points(fatal), pause_s))


async def _work(url: str, file: Path, now: datetime, points: Points, pause_s: float) -> None:
    clock = FixedClock(now)
    database = await Database.open(url, replica="solo")
    sender = FileSender(file, points, pause_s)
    outbox = Outbox(DyingLedger(database, points), sender, clock, Nudge(Texts.load(PROMPTS)), Unhurried())
    await outbox.recover()
    await Ticker(DyingShelf(database, points), outbox, clock).once()
    await database.close()

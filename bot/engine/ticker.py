"""The one heartbeat: fires reminders that are due and sends what waits for its next try."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.engine.outbox import Outbox
from bot.errors import StorageError
from bot.reminders.book import ReminderBook

_logger = logging.getLogger(__name__)

_PAGE = 500
"""So many reminders fire per beat; the others in the next one."""
_AT_ONCE = 10
"""So many people are written to at once, which bounds what a crash leaves in doubt."""


class Ticker:
    """Looks once a period for what is due. One per process."""

    def __init__(
        self, shelf: ReminderBook, outbox: Outbox, clock: Callable[[], datetime], *, period_s: float = 1.0
    ) -> None:
        """Fire reminders of the shelf and send through the outbox, looking every `period_s` seconds."""
        self._shelf = shelf
        self._outbox = outbox
        self._clock = clock
        self._period_s = period_s
        self._at_once = asyncio.Semaphore(_AT_ONCE)
        self._busy: set[str] = set()
        """People a task of ours is sending to or about to."""
        self._failing = False
        self._zones_kept = False

    async def run(self) -> None:
        """Work until cancelled; then what is being sent may finish, so that it is not left in doubt."""
        async with asyncio.TaskGroup() as sends:
            try:
                while True:
                    await self._beat(sends)
                    await asyncio.sleep(self._period_s)
            except asyncio.CancelledError:
                _logger.debug("the ticker stops")
        raise asyncio.CancelledError

    async def once(self) -> None:
        """Fire what is due and send what waits, and return when that is done."""
        async with asyncio.TaskGroup() as sends:
            await self._beat(sends)

    async def _beat(self, sends: asyncio.TaskGroup) -> None:
        fired = await self._survives(self._fire())
        started = await self._survives(self._start(sends))
        self._failing = not (fired and started)

    async def _survives(self, step: Awaitable[None]) -> bool:
        """Take a step of a beat, whatever happens: a heart that stops would silence everybody."""
        try:
            await step
        except StorageError as error:
            if not self._failing:  # said once per outage, not once per beat
                _logger.warning("reminders wait for the database: %s", error)
            return False
        except Exception:
            if not self._failing:
                _logger.exception("a beat failed in an unforeseen way")
            return False
        return True

    async def _fire(self) -> None:
        now = self._clock()
        if not self._zones_kept:
            moved = await self._shelf.keep_to_zones(now=now)
            if moved:
                _logger.info("the time zone data is new: %d reminders moved", moved)
            self._zones_kept = True
        defect: Exception | None = None
        for reminder in await self._shelf.due(now, _PAGE):
            try:
                await self._shelf.fire(reminder, now=now)
            except StorageError:
                raise
            except Exception as error:  # noqa: BLE001 - one broken reminder must not hold up those behind it
                defect = error
        if defect is not None:
            raise defect

    async def _start(self, sends: asyncio.TaskGroup) -> None:
        for person_id in await self._outbox.waiting():
            if person_id not in self._busy:
                self._busy.add(person_id)
                sends.create_task(self._send_to(person_id))

    async def _send_to(self, person_id: str) -> None:
        try:
            async with self._at_once:
                await self._outbox.drain(person_id)
        except Exception:
            _logger.exception("sending to somebody failed in an unforeseen way")
        finally:
            self._busy.discard(person_id)

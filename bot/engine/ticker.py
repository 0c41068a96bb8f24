"""The one heartbeat: fires reminders that are due and sends what waits for its next try."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from datetime import datetime

from bot.engine.outbox import Outbox, Wait, at_once
from bot.errors import AlreadyRunningError, StorageError
from bot.reminders.book import ReminderBook

_logger = logging.getLogger(__name__)

_PAGE = 100
"""So many reminders fire before those that fired begin to leave."""
_AT_ONCE = 10
"""So many people are reminded at once, which bounds what a crash leaves in doubt."""


class Ticker:
    """Looks once a period for what is due. One per process."""

    def __init__(
        self,
        shelf: ReminderBook,
        outbox: Outbox,
        clock: Callable[[], datetime],
        *,
        period_s: float = 1.0,
        rounds: Wait = at_once,
    ) -> None:
        """Take what a heart needs.

        Args:
            shelf: Where reminders lie.
            outbox: Through which they leave.
            clock: Returns an aware moment.
            period_s: How often to look. [s]
            rounds: What else each beat begins with.
        """
        self._shelf = shelf
        self._outbox = outbox
        self._clock = clock
        self._rounds = rounds
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
                    more = await self._beat(sends)
                    await asyncio.sleep(0 if more else self._period_s)
            except asyncio.CancelledError:
                _logger.debug("the ticker stops")
        raise asyncio.CancelledError

    async def once(self) -> None:
        """Fire what is due and send what waits, and return when that is done."""
        async with asyncio.TaskGroup() as sends:
            while await self._beat(sends):
                pass

    async def _beat(self, sends: asyncio.TaskGroup) -> bool:
        """Return whether more is due than fits into one beat."""
        steps = (self._rounds, self._fire, lambda: self._start(sends))
        results = [await self._survives(step) for step in steps]
        if None in results:
            return False
        self._failing = False
        return True in results

    async def _survives(self, step: Callable[[], Awaitable[bool | None]]) -> bool | None:
        """Take a step of a beat, whatever happens: a heart that stops would silence everybody.

        Returns:
            What the step says about more being due, None if it failed.

        Raises:
            AlreadyRunningError: If another process works under our name.
        """
        try:
            return bool(await step())
        except AlreadyRunningError:
            raise
        except StorageError as error:
            if not self._failing:  # said once per outage, not once per beat
                _logger.warning("reminders wait for the database: %s", error)
        except Exception:
            if not self._failing:
                _logger.exception("a beat failed in an unforeseen way")
        self._failing = True
        return None

    async def _fire(self) -> bool:
        """Fire a page of what is due; return whether it was full."""
        now = self._clock()
        if not self._zones_kept:
            moved = await self._shelf.keep_to_zones(now=now)
            if moved:
                _logger.info("the time zone data is new: %d reminders moved", moved)
            self._zones_kept = True
        defect: Exception | None = None
        page = await self._shelf.due(now, _PAGE)
        for reminder in page:
            try:
                await self._shelf.fire(reminder, now=now)
            except StorageError:
                raise
            except Exception as error:  # noqa: BLE001 - one broken reminder must not hold up those behind it
                defect = error
        if defect is not None:
            raise defect
        return len(page) == _PAGE

    async def _start(self, sends: asyncio.TaskGroup) -> None:
        for person_id, urgent in await self._outbox.waiting():
            if person_id not in self._busy:
                self._busy.add(person_id)
                sends.create_task(self._send_to(person_id, urgent=urgent))

    async def _send_to(self, person_id: str, *, urgent: bool) -> None:
        try:
            # Answers do not stand behind reminders that wait for their turn.
            async with nullcontext() if urgent else self._at_once:
                await self._outbox.drain(person_id, urgent=urgent)
        except Exception:
            _logger.exception("sending to somebody failed in an unforeseen way")
        finally:
            self._busy.discard(person_id)

"""What a process does for the others every few seconds: says that it lives, and takes over from those that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.engine.outbox import Outbox
from bot.engine.pace import Pace
from bot.storage.roster import Roster

_EVERY: Final = timedelta(seconds=5)


class Rounds:
    """Made on the heartbeat, but not on every beat."""

    def __init__(self, roster: Roster, outbox: Outbox, pace: Pace, clock: Callable[[], datetime]) -> None:
        """Sign the roster, decide on messages of the dead, and send at our part of the rate."""
        self._roster = roster
        self._outbox = outbox
        self._pace = pace
        self._clock = clock
        self._next_at: datetime | None = None

    async def __call__(self) -> None:
        """Make them if it is time to.

        Raises:
            AlreadyRunningError: If another process works under our name; this one must end.
            StorageError: If the database did not answer.
        """
        now = self._clock()
        if self._next_at is not None and self._next_at - _EVERY <= now < self._next_at:
            return
        self._pace.share(await self._roster.sign(now))
        await self._outbox.recover(own=False)
        self._next_at = now + _EVERY

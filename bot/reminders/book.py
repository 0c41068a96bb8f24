"""Where reminders are kept, as far as the one who fires them needs to know."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.reminders.reminder import Reminder


class ReminderBook(Protocol):
    """Reminders with the moment each fires next."""

    async def due(self, now: datetime, limit: int) -> tuple[Reminder, ...]:
        """Return reminders whose moment has come, the longest due first."""
        ...

    async def keep_to_zones(self, *, now: datetime) -> int:
        """Compute the next moments again if the time zone data changed; return how many reminders moved."""
        ...

    async def fire(self, reminder: Reminder, *, now: datetime) -> str | None:
        """Move the reminder on and write its delivery in one commit.

        Returns:
            The delivery's id, or None if there is nothing to deliver: too late, changed meanwhile, or that date
            was served before.
        """
        ...

"""What became of a reminder that fired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

DeliveryState = Literal["ready", "sending", "sent", "in_doubt", "skipped", "failed"]
OURS: Final = "up-"
"""The id of a reminder begins with it if we volunteered it: nobody set it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderDelivery:
    """One fire of one reminder, in exactly one state."""

    reminder_id: str
    due_at: datetime
    """Aware."""
    local_date: date
    state: DeliveryState
    reason: str | None
    """Why it was skipped, failed or is in doubt."""
    settled_at: datetime | None
    """When that was decided: with `sent`, when it left."""

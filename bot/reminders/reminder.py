"""A run reminder: a wall-clock time on chosen weekdays (or one date) in a named time zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """When a reminder is wanted, in the words of the person's own clock.

    Either `days` (weekly) or `on_date` (once); never both.
    """

    at: time
    """Naive local wall time."""
    zone: str
    """IANA name; stored instead of an offset so that DST keeps 07:00 at 07:00."""
    days: frozenset[Weekday] = frozenset()
    on_date: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reminder:
    """A stored reminder."""

    reminder_id: str
    person_id: str
    schedule: Schedule
    next_fire_at: datetime | None
    """UTC, aware; in a pause the first after it; None in a pause without end, or after the last time."""
    paused_until: date | None = None
    """Local date on which it starts again; None if not paused, or paused without end."""

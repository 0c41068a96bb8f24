"""A run reminder: a wall-clock time on chosen days in a named time zone, with what is different on single days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from bot.runner import Stay

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, kw_only=True, slots=True)
class OneDay:
    """What is different on one date."""

    on: date
    at: time | None
    """The time on that date; None: it stays silent."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """When a reminder is wanted, in the words of the person's own clock.

    One of `days` (weekly), `every_days` with `since` (every so many days) and `on_date` (once); never two.
    """

    at: time
    """Naive local wall time."""
    zone: str
    """IANA name; stored instead of an offset so that DST keeps 07:00 at 07:00."""
    days: frozenset[Weekday] = frozenset()
    on_date: date | None = None
    every_days: int | None = None
    """Two for every other day. [days]"""
    since: date | None = None
    """With `every_days`: a date on which it rings, from which the others are counted."""
    changes: tuple[OneDay, ...] = ()
    """Dates that differ from the rule, in order, each once; one outside the rule is an extra day."""
    stay: Stay | None = None
    """Dates on which the clock of another place counts."""

    @property
    def once(self) -> bool:
        """Whether it rings on one date only."""
        return self.on_date is not None

    def ruled(self, on: date) -> bool:
        """Whether the rule names this date, whatever was changed for it."""
        if self.on_date is not None:
            return on == self.on_date
        if self.every_days is not None and self.since is not None:
            return on >= self.since and (on - self.since).days % self.every_days == 0
        return WEEKDAYS[on.weekday()] in self.days

    def time_on(self, on: date) -> time | None:
        """Return the wall time on this date, None if it stays silent."""
        for change in self.changes:
            if change.on == on:
                return change.at
        return self.at if self.ruled(on) else None

    def zone_on(self, on: date) -> str:
        """Return the zone whose clock counts on this date."""
        return self.stay.zone if self.stay is not None and self.stay.holds(on) else self.zone


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
    cue: str | None = None
    """What they said they will have just done then ("my coffee"), in their own words."""
    unasked: bool = False
    """They said to go on however silent they are: never ask again whether it is still wanted."""

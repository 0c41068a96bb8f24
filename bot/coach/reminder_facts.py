"""What a turn found out or did about reminders; see `bot.coach.facts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.reminders.delivery import ReminderDelivery
from bot.reminders.reminder import OneDay, Reminder
from bot.runner import Stay


@dataclass(frozen=True, kw_only=True, slots=True)
class OnHold:
    """Reminders wait until a doctor has cleared the person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleared:
    """A doctor has cleared the person; the hold is staged to end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderKept:
    """A reminder is staged to be stored."""

    reminder: Reminder
    next_times: tuple[datetime, ...]
    """Local, aware."""
    changed: bool = False
    only: tuple[OneDay, ...] = ()
    """The single days that were changed, if it was these and not the rule."""
    stays: Reminder | None = None
    """The reminder that keeps the other days."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderThere:
    """The reminder that was asked for is there already."""

    reminder: Reminder
    next_times: tuple[datetime, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichReminder:
    """Several reminders could be meant: it must be asked which."""

    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NoneMeant:
    """There are reminders, but none that the request fits."""

    next_time: datetime | None = None
    """With a request about single days on which nothing rings: when the next one comes, local."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderSnoozed:
    """One more ring is staged."""

    at: datetime
    """Local, aware."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CueKept:
    """What comes just before the run is staged, in the person's words; empty if they would rather not say."""

    cue: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReminderPaused:
    """Reminders are staged to rest."""

    next_time: datetime | None
    """The next one among them, local; None if they rest until the person says so, or nothing comes."""
    silent: tuple[date, ...] = ()
    """The single days they stay silent on, if it was these."""
    every: bool = True
    """Whether all reminders rest."""
    open: bool = False
    """Whether they rest until the person says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersResumed:
    """Reminders are staged to ring again, each with its next local time."""

    items: tuple[tuple[Reminder, datetime | None], ...]
    changed: bool
    """Whether any of them rested."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersGone:
    """Reminders are staged to be deleted."""

    count: int
    every: bool
    left: tuple[tuple[Reminder, datetime | None], ...] = ()
    """Those that stay, each with its next local time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RemindersListed:
    """The stored reminders were looked up, each with its next local time."""

    items: tuple[tuple[Reminder, datetime | None], ...]
    last: ReminderDelivery | None = None
    """What became of the one that fired last."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RungRecalled:
    """What became of the reminders that were due on a date was looked up."""

    on: date
    deliveries: tuple[ReminderDelivery, ...]
    """In the order they were due; empty if none was."""
    unsettled: tuple[datetime, ...]
    """Local; due on that date, and nothing became of them yet: just after an outage, say."""
    next_time: datetime | None
    """Local; when the next one comes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockMoved:
    """Reminders are staged to ring on the clock of another place."""

    zone: str
    items: tuple[tuple[Reminder, datetime | None], ...]
    stay: Stay | None = None
    """The days, if it is for some days; after them the usual clock counts again."""
    home: str | None = None
    """The usual zone, with a stay."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CannotDeliver:
    """This channel can't reach the person later; nothing was stored."""


ReminderFact = (
    OnHold
    | Cleared
    | ReminderKept
    | ReminderThere
    | WhichReminder
    | NoneMeant
    | ReminderSnoozed
    | CueKept
    | ReminderPaused
    | RemindersResumed
    | RemindersGone
    | RemindersListed
    | RungRecalled
    | ClockMoved
    | CannotDeliver
)

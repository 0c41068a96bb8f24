"""A turn: one message and all it causes.

The coach reads a `Memory` and answers with a `Turn`. It never stores: what is to be stored is staged in the
turn and written by the channel's closing transaction, before anything is said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol

from bot.coach.model_use import NO_USE, ModelUse
from bot.knowledge.retrieval import Gap
from bot.nlu.frame import Intent
from bot.reminders.delivery import ReminderDelivery
from bot.reminders.reminder import Reminder
from bot.reply import Reply
from bot.runner import Runner
from bot.training.run import Run
from bot.training.weigh_in import WeighIn

Channel = Literal["telegram", "terminal", "ask"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """What the person wrote or tapped."""

    text: str
    at: datetime
    """Aware."""
    channel: Channel
    message_key: str
    """Stable name of this message, so that a turn that runs again gets the same turn id."""
    action: str | None = None
    """The button's action if this was a tap."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One earlier turn, as remembered."""

    turn_id: str
    said: str
    reply: Reply
    intent: Intent
    entities: Mapping[str, Any]
    pending: str | None
    """The slot the coach asked for in that turn, if any."""
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """What the coach knows when a turn begins."""

    person_id: str
    runner: Runner = field(default_factory=Runner)
    exchanges: tuple[Exchange, ...] = ()
    """Oldest first, the last dozen."""
    reminders: tuple[Reminder, ...] = ()
    runs: tuple[Run, ...] = ()
    """Newest first, the last year."""
    weigh_ins: tuple[WeighIn, ...] = ()
    """Newest first, the last year."""
    model_today: ModelUse = NO_USE
    """What this person's turns took of a chat model today, by UTC."""
    rung: tuple[ReminderDelivery, ...] = ()
    """What became of the reminders that fired last, newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SaveRunner:
    """Replace the profile."""

    runner: Runner


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateReminder:
    """Store a new reminder."""

    reminder: Reminder


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeReminder:
    """Give a stored reminder another schedule, next time or pause."""

    reminder: Reminder


@dataclass(frozen=True, kw_only=True, slots=True)
class DeleteReminders:
    """Delete reminders by id."""

    reminder_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LogRun:
    """Store a run."""

    run: Run


@dataclass(frozen=True, kw_only=True, slots=True)
class DeleteRuns:
    """Take runs out of the log by id."""

    run_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LogWeight:
    """Store a weigh-in; one of the same date is replaced."""

    weigh_in: WeighIn


@dataclass(frozen=True, kw_only=True, slots=True)
class DeleteWeighIns:
    """Take the weigh-ins of these dates out of the log."""

    dates: tuple[date, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountModelUse:
    """Add what a turn took of the chat model to the day's count."""

    day: date
    """By UTC."""
    use: ModelUse


@dataclass(frozen=True, kw_only=True, slots=True)
class DeletePerson:
    """Delete everything about the person; nothing of this turn is kept either."""


StagedWrite = (
    CountModelUse
    | SaveRunner
    | CreateReminder
    | ChangeReminder
    | DeleteReminders
    | LogRun
    | DeleteRuns
    | LogWeight
    | DeleteWeighIns
    | DeletePerson
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """A finished turn: what to say and what to store first."""

    reply: Reply
    exchange: Exchange
    staged: tuple[StagedWrite, ...] = ()
    gap: Gap | None = None
    """What the articles were found to lack; counted without the person."""


def turn_id_of(person_id: str, message_key: str) -> str:
    """Return the id of the turn a message leads to: the same again if the turn has to run again."""
    return hashlib.sha256(f"{person_id}\0{message_key}".encode()).hexdigest()[:16]


class CoachDoor(Protocol):
    """The one door to the conversation."""

    async def reply(self, memory: Memory, message: Message) -> Turn:
        """Answer one message; never raises for anything a person can write."""
        ...


class Journal(Protocol):
    """Where turns are kept; the storage room implements it."""

    async def recall(self, person_id: str, *, now: datetime) -> Memory:
        """Return what is known about the person, empty for a new one."""
        ...

    async def close(
        self, person_id: str, turn: Turn, *, inbox_id: int | None = None, deliver: bool = False
    ) -> str | None:
        """Store the turn and everything it staged in one transaction; return the delivery's id if it leaves."""
        ...

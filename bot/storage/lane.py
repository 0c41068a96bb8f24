"""What leaves next to one person, decided inside an open transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.errors import StorageError
from bot.reminders.due import GRACE
from bot.reminders.reminder import Reminder
from bot.reply import Reply
from bot.runner import Runner
from bot.storage.records import recent_runs, reminder_from, reply_from_json, run_from, runner_from_json, schedule_from
from bot.storage.tables import DeliveryKind, DeliveryRow, DeliveryState, ExchangeRow, PersonRow, ProfileRow, ReminderRow
from bot.training.run import Run


@dataclass(frozen=True, kw_only=True, slots=True)
class FiredReminder:
    """A reminder that is to be put into words now, with what its words may lean on."""

    reminder: Reminder
    local_date: date
    late_s: float
    """How long ago it was due. [s]"""
    runner: Runner = field(default_factory=Runner)
    runs: tuple[Run, ...] = ()
    """Newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """A message that was marked `sending` for the one who got this object."""

    n: int
    delivery_id: str
    person_id: str
    address: str
    content: Reply | FiredReminder
    message_ids: tuple[int, ...]
    """Of the parts that left in earlier attempts."""
    attempts: int
    """This one included."""
    doubts: int

    @property
    def turn_id(self) -> str | None:
        """The turn it answers, None for a reminder."""
        return self.content.turn_id if isinstance(self.content, Reply) else None

    @property
    def kind(self) -> DeliveryKind:
        """Whether it answers somebody or reminds them."""
        return "reply" if isinstance(self.content, Reply) else "reminder"


def person_of(delivery_id: str) -> str:
    """Return whose message it is: the id of a delivery names its person."""
    return delivery_id.split(":", 2)[1]


def reply_row(person_id: str, turn_id: str, at: datetime) -> DeliveryRow:
    """Return the row of a reply that is ready to leave; its words stand in the exchange of the turn."""
    return DeliveryRow(
        delivery_id=f"out:{person_id}:{turn_id}",
        person_id=person_id,
        kind="reply",
        state="ready",
        turn_id=turn_id,
        due_at=at,
    )


def reminder_row(reminder: ReminderRow, *, due_at: datetime, local_date: date, now: datetime) -> DeliveryRow:
    """Return the row of a reminder that fired: ready to leave, or skipped if it is too late for it."""
    row = DeliveryRow(
        delivery_id=f"rem:{reminder.person_id}:{reminder.reminder_id}:{reminder.revision}:{local_date}",
        person_id=reminder.person_id,
        kind="reminder",
        state="ready",
        reminder_id=reminder.reminder_id,
        revision=reminder.revision,
        local_date=local_date,
        due_at=due_at,
        late_s=(now - due_at).total_seconds(),
    )
    if now - due_at > GRACE:
        settle(row, "skipped", "late", now)
    return row


def settle(row: DeliveryRow, state: DeliveryState, reason: str, now: datetime) -> None:
    """Decide on a message without sending it."""
    row.state = state
    row.reason = reason
    row.settled_at = now


async def take_next(session: AsyncSession, person_id: str, now: datetime) -> Delivery | None:
    """Mark the person's next message as `sending` and return it, None if nothing may leave now."""
    return await _take_reply(session, person_id, now) or await _take_reminder(session, person_id, now)


async def _take_reply(session: AsyncSession, person_id: str, now: datetime) -> Delivery | None:
    """Take the oldest reply if its time has come; one that still waits or leaves holds the later ones back."""
    query = (
        select(DeliveryRow, PersonRow, ExchangeRow.reply)
        .join(PersonRow, PersonRow.person_id == DeliveryRow.person_id)
        .outerjoin(
            ExchangeRow,
            and_(ExchangeRow.person_id == DeliveryRow.person_id, ExchangeRow.turn_id == DeliveryRow.turn_id),
        )
        .where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.kind == "reply",
            DeliveryRow.state.in_(("ready", "sending")),
        )
        .order_by(DeliveryRow.n)
        .limit(1)
        .with_for_update(of=PersonRow)
    )
    while (found := (await session.execute(query)).one_or_none()) is not None:
        row, person, stored = found
        if row.state == "sending" or not (_come(row.next_try_at, now) and _come(person.hold_until, now)):
            return None
        try:
            content = reply_from_json(stored)
        except StorageError:
            settle(row, "failed", "unreadable", now)
            await session.flush()
            continue
        return await _taken(session, row, person, content, now)
    return None


async def _take_reminder(session: AsyncSession, person_id: str, now: datetime) -> Delivery | None:
    """Take the oldest reminder whose time has come and that is still wanted; the others are skipped."""
    query = (
        select(DeliveryRow, PersonRow, ReminderRow)
        .join(PersonRow, PersonRow.person_id == DeliveryRow.person_id)
        .outerjoin(
            ReminderRow,
            and_(ReminderRow.person_id == DeliveryRow.person_id, ReminderRow.reminder_id == DeliveryRow.reminder_id),
        )
        .where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.kind == "reminder",
            DeliveryRow.state == "ready",
            has_come(DeliveryRow.next_try_at, now),
            has_come(PersonRow.hold_until, now),
        )
        .order_by(DeliveryRow.n)
        .with_for_update(of=PersonRow)
    )
    for row, person, reminder in (await session.execute(query)).all():
        content = await _fired(session, row, reminder, now)
        if content is not None:
            return await _taken(session, row, person, content, now)
    return None


async def _taken(
    session: AsyncSession, row: DeliveryRow, person: PersonRow, content: Reply | FiredReminder, now: datetime
) -> Delivery:
    row.state = "sending"
    row.attempts += 1
    row.late_s = (now - row.due_at).total_seconds()
    await session.flush()
    return Delivery(
        n=row.n,
        delivery_id=row.delivery_id,
        person_id=person.person_id,
        address=person.address,
        content=content,
        message_ids=tuple(row.message_ids),
        attempts=row.attempts,
        doubts=row.doubts,
    )


def has_come(moment: InstrumentedAttribute[datetime | None], now: datetime) -> ColumnElement[bool]:
    """Return the condition that a moment is past or was never set."""
    return or_(moment.is_(None), moment <= now)


def _come(moment: datetime | None, now: datetime) -> bool:
    return moment is None or moment <= now


async def _fired(
    session: AsyncSession, row: DeliveryRow, reminder: ReminderRow | None, now: datetime
) -> FiredReminder | None:
    """Return the reminder with what its words lean on, or settle the row and return None."""
    day = row.local_date
    if reminder is None or day is None:
        settle(row, "skipped", "deleted", now)
        return None
    reason = _unwanted(row, reminder, day, now)
    if reason is not None:
        settle(row, "skipped", reason, now)
        return None
    profile = await session.get(ProfileRow, row.person_id)
    runs = await session.scalars(recent_runs(row.person_id, now))
    try:
        runner = runner_from_json(profile.runner if profile else None)
    except StorageError:
        settle(row, "failed", "unreadable", now)
        return None
    return FiredReminder(
        reminder=reminder_from(reminder),
        local_date=day,
        late_s=(now - row.due_at).total_seconds(),
        runner=runner,
        runs=tuple(run_from(run) for run in runs),
    )


def _unwanted(row: DeliveryRow, reminder: ReminderRow, day: date, now: datetime) -> str | None:
    """Return why the person does not want this fire any more, None if they do."""
    if reminder.revision != row.revision or schedule_from(reminder).time_on(day) is None:
        return "changed"
    until_further_notice = reminder.on_date is None and reminder.next_fire_at is None
    if until_further_notice or (reminder.paused_until is not None and day < reminder.paused_until):
        return "paused"
    return "late" if now - row.due_at > GRACE else None

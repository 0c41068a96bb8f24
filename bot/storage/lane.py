"""What leaves next to one person, decided inside an open transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.errors import StorageError
from bot.reminders.delivery import DeliveryState, ReminderDelivery
from bot.reminders.due import GRACE
from bot.reminders.reminder import Reminder
from bot.reply import Reply
from bot.runner import Runner
from bot.storage import offers
from bot.storage.logbook import recent_runs
from bot.storage.records import reminder_from, reply_from_json, runner_from_json, schedule_from
from bot.storage.tables import DeliveryKind, DeliveryRow, ExchangeRow, PersonRow, ProfileRow, ReminderRow
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
    unanswered: int = 0
    """Reminders that reached this person since they last wrote, tapped or told a run."""
    offered: bool = False
    """Whether a short run was offered since then, so that the next reminder need not offer it again."""


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


async def rung(session: AsyncSession, person_id: str, *, limit: int) -> tuple[ReminderDelivery, ...]:
    """Return what became of the reminders of a person that fired last, the newest first."""
    query = (
        select(DeliveryRow)
        .where(
            DeliveryRow.person_id == person_id,
            DeliveryRow.kind == "reminder",
            DeliveryRow.reminder_id.is_not(None),
            DeliveryRow.local_date.is_not(None),
        )
        .order_by(DeliveryRow.n.desc())
        .limit(limit)
    )
    return tuple(
        ReminderDelivery(
            reminder_id=row.reminder_id or "",
            due_at=row.due_at,
            local_date=row.local_date or row.due_at.date(),
            state=row.state,
            reason=row.reason,
            settled_at=row.settled_at,
        )
        for row in await session.scalars(query)
    )


def settle(row: DeliveryRow, state: DeliveryState, reason: str, now: datetime) -> None:
    """Decide on a message without sending it."""
    row.state = state
    row.reason = reason
    row.settled_at = now


async def take_next(session: AsyncSession, person_id: str, now: datetime, *, taker: str | None) -> Delivery | None:
    """Mark the person's next message as `sending` and return it, None if nothing may leave now.

    The person is locked first and their messages are read in a statement after it, so that of two processes one
    comes away empty-handed and none sees what the other has just taken as still to be had.
    """
    locked = (
        select(PersonRow)
        .where(PersonRow.person_id == person_id, has_come(PersonRow.hold_until, now))
        .with_for_update(key_share=True, skip_locked=True)
    )
    person = await session.scalar(locked)
    if person is None:
        return None
    taken = await _take_reply(session, person, now) or await _take_reminder(session, person, now)
    if taken is None:
        return None
    row, content = taken
    row.state = "sending"
    row.taken_by = taker
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


async def _take_reply(session: AsyncSession, person: PersonRow, now: datetime) -> tuple[DeliveryRow, Reply] | None:
    """Take the oldest reply if its time has come; one that still waits or leaves holds the later ones back."""
    query = (
        select(DeliveryRow, ExchangeRow.reply)
        .outerjoin(
            ExchangeRow,
            and_(ExchangeRow.person_id == DeliveryRow.person_id, ExchangeRow.turn_id == DeliveryRow.turn_id),
        )
        .where(
            DeliveryRow.person_id == person.person_id,
            DeliveryRow.kind == "reply",
            DeliveryRow.state.in_(("ready", "sending")),
        )
        .order_by(DeliveryRow.n)
        .limit(1)
    )
    while (found := (await session.execute(query)).one_or_none()) is not None:
        row, stored = found
        if row.state == "sending" or (row.next_try_at is not None and row.next_try_at > now):
            return None
        try:
            return row, reply_from_json(stored)
        except StorageError:
            settle(row, "failed", "unreadable", now)
            await session.flush()
    return None


async def _take_reminder(
    session: AsyncSession, person: PersonRow, now: datetime
) -> tuple[DeliveryRow, FiredReminder] | None:
    """Take the oldest reminder whose time has come and that is still wanted; the others are skipped."""
    query = (
        select(DeliveryRow, ReminderRow)
        .outerjoin(
            ReminderRow,
            and_(ReminderRow.person_id == DeliveryRow.person_id, ReminderRow.reminder_id == DeliveryRow.reminder_id),
        )
        .where(
            DeliveryRow.person_id == person.person_id,
            DeliveryRow.kind == "reminder",
            DeliveryRow.state == "ready",
            has_come(DeliveryRow.next_try_at, now),
        )
        .order_by(DeliveryRow.n)
    )
    for row, reminder in (await session.execute(query)).all():
        content = await _fired(session, row, reminder, now)
        if content is not None:
            return row, content
    return None


def has_come(moment: InstrumentedAttribute[datetime | None], now: datetime) -> ColumnElement[bool]:
    """Return the condition that a moment is past or was never set."""
    return or_(moment.is_(None), moment <= now)


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
    runs = await recent_runs(session, row.person_id, now)
    try:
        runner = runner_from_json(profile.runner if profile else None)
    except StorageError:
        settle(row, "failed", "unreadable", now)
        return None
    reason = await offers.why_not(session, row.person_id, runner, now) if reminder.ours else None
    if reason is not None:
        settle(row, "skipped", reason, now)
        return None
    unanswered = await offers.unanswered(session, row.person_id)
    return FiredReminder(
        reminder=reminder_from(reminder),
        local_date=day,
        late_s=(now - row.due_at).total_seconds(),
        runner=runner,
        runs=runs,
        unanswered=unanswered,
        offered=unanswered > 0 and bool(await offers.unanswered_offers(session, row.person_id)),
    )


def _unwanted(row: DeliveryRow, reminder: ReminderRow, day: date, now: datetime) -> str | None:
    """Return why the person does not want this fire any more, None if they do."""
    if reminder.revision != row.revision or schedule_from(reminder).time_on(day) is None:
        return "changed"
    until_further_notice = reminder.on_date is None and reminder.next_fire_at is None
    if until_further_notice or (reminder.paused_until is not None and day < reminder.paused_until):
        return "paused"
    return "late" if now - row.due_at > GRACE else None

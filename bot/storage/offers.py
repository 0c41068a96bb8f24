"""The offers we volunteer after a missed reminder: planned when one fires, decided on when it would leave."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.permissions import permissions
from bot.reminders.delivery import OURS
from bot.reminders.due import moment_on
from bot.reminders.offer import may_offer, offer_for, offer_id
from bot.runner import Runner
from bot.storage.records import fill_schedule, schedule_from
from bot.storage.tables import DeliveryRow, ExchangeRow, ReminderRow


async def plan_offer(session: AsyncSession, fired: ReminderRow, on: date) -> None:
    """Plan an offer for the day after a reminder that somebody set, unless one of theirs rings then."""
    schedule = None if fired.ours else offer_for(schedule_from(fired), on)
    if schedule is None or schedule.on_date is None or _rings(fired, schedule.on_date):
        return
    rows = await session.scalars(select(ReminderRow).where(ReminderRow.person_id == fired.person_id))
    there = rows.all()
    if any(_rings(one, schedule.on_date) for one in there if not one.ours):
        return
    if any(one.next_fire_at is not None for one in there if one.ours):
        return
    await session.execute(delete(ReminderRow).where(ReminderRow.person_id == fired.person_id, ReminderRow.ours))
    offer = ReminderRow(person_id=fired.person_id, reminder_id=offer_id(schedule.on_date), revision=0, ours=True)
    fill_schedule(offer, schedule)
    offer.next_fire_at = moment_on(schedule, schedule.on_date)
    session.add(offer)


def _rings(row: ReminderRow, on: date) -> bool:
    if row.next_fire_at is None or (row.paused_until is not None and on < row.paused_until):
        return False
    return schedule_from(row).time_on(on) is not None


async def why_not(session: AsyncSession, person_id: str, runner: Runner, now: datetime) -> str | None:
    """Return why an offer is not made after all: they have been in touch, are not to be asked, or it fades."""
    if permissions(runner).state is not None or "doctor_first" in runner.flags:
        return "protected"
    if not await unanswered(session, person_id):
        return "answered"
    return None if may_offer(await unanswered_offers(session, person_id), now=now) else "faded"


async def unanswered(session: AsyncSession, person_id: str) -> int:
    """Count the reminders that were set and sent since the last sign of life: a message, a tap or a run told."""
    query = select(func.count()).where(*_since_last_sign(person_id), ~DeliveryRow.reminder_id.startswith(OURS))
    return await session.scalar(query) or 0


async def unanswered_offers(session: AsyncSession, person_id: str) -> tuple[datetime, ...]:
    """Return when offers left since the last sign of life."""
    query = select(DeliveryRow.due_at).where(*_since_last_sign(person_id), DeliveryRow.reminder_id.startswith(OURS))
    return tuple(await session.scalars(query))


def _since_last_sign(person_id: str) -> tuple[ColumnElement[bool], ...]:
    last_sign = select(func.max(ExchangeRow.at)).where(ExchangeRow.person_id == person_id).scalar_subquery()
    return (
        DeliveryRow.person_id == person_id,
        DeliveryRow.kind == "reminder",
        DeliveryRow.state == "sent",
        or_(last_sign.is_(None), DeliveryRow.settled_at > last_sign),
    )

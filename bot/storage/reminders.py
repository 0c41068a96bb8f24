"""Reminders that are due, and the one commit in which a reminder fires."""

from __future__ import annotations

import logging
from datetime import datetime
from importlib.metadata import version

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import ArgumentError
from bot.reminders.due import date_of, next_fire
from bot.reminders.reminder import Reminder
from bot.storage.database import Database
from bot.storage.lane import reminder_row
from bot.storage.offers import plan_offer
from bot.storage.records import reminder_from
from bot.storage.tables import DeliveryRow, MarkRow, PersonRow, ReminderRow

_logger = logging.getLogger(__name__)

_ZONES = "zones"


class ReminderShelf:
    """Everybody's reminders; a `ReminderBook`."""

    def __init__(self, database: Database) -> None:
        """Keep reminders in the database."""
        self._database = database

    async def due(self, now: datetime, limit: int) -> tuple[Reminder, ...]:
        """Return reminders whose moment has come, the longest due first, of people who can be written to.

        Raises:
            StorageError: If the database did not answer.
        """
        query = (
            select(ReminderRow)
            .join(PersonRow, PersonRow.person_id == ReminderRow.person_id)
            .where(ReminderRow.next_fire_at <= now, PersonRow.active)
            .order_by(ReminderRow.next_fire_at, ReminderRow.n)
            .limit(limit)
        )
        async with self._database.transaction() as session:
            return tuple(reminder_from(row) for row in await session.scalars(query))

    async def fire(self, reminder: Reminder, *, now: datetime) -> str | None:
        """Move the reminder on and write its delivery in one commit.

        After days of downtime this is one decision: the fire that was due is sent if it is late by less than the
        grace, else skipped, and the next one is the first after now.

        Returns:
            The delivery's id, or None if there is nothing to deliver: too late, changed meanwhile, or that date
            was served before.

        Raises:
            StorageError: If nothing was stored.
        """
        async with self._database.transaction() as session:
            row = await session.scalar(
                select(ReminderRow)
                .where(
                    ReminderRow.person_id == reminder.person_id,
                    ReminderRow.reminder_id == reminder.reminder_id,
                    ReminderRow.next_fire_at == reminder.next_fire_at,
                )
                .with_for_update(skip_locked=True)
            )
            if row is None or row.next_fire_at is None:
                return None
            return await _fire(session, row, row.next_fire_at, now)

    async def keep_to_zones(self, *, now: datetime, zones: str | None = None) -> int:
        """Compute the next moments again if the time zone data changed since they were computed.

        Args:
            now: Aware.
            zones: Version of the time zone data; None for that of the installed `tzdata` package.

        Returns:
            How many reminders got another moment.

        Raises:
            StorageError: If the database did not answer.
        """
        zones = zones or version("tzdata")
        moved = 0
        async with self._database.transaction() as session:
            mark = await session.get(MarkRow, _ZONES)
            if mark is not None and mark.value == zones:
                return 0
            await session.merge(MarkRow(name=_ZONES, value=zones))
            # What is due already was promised under the old data and is decided as it stands.
            for row in await session.scalars(select(ReminderRow).where(ReminderRow.next_fire_at > now)):
                before = row.next_fire_at
                _move_on(row, after=now)
                moved += row.next_fire_at != before
        return moved


async def _fire(session: AsyncSession, row: ReminderRow, due_at: datetime, now: datetime) -> str | None:
    if not _move_on(row, after=max(now, due_at)):
        return None
    day = date_of(reminder_from(row).schedule, due_at)
    if row.paused_until is not None and row.paused_until <= day:
        row.paused_until = None
    delivery = reminder_row(row, due_at=due_at, local_date=day, now=now)
    served = await session.scalar(select(DeliveryRow.n).where(DeliveryRow.delivery_id == delivery.delivery_id))
    if served is not None:
        return None
    session.add(delivery)
    if delivery.state != "ready":
        return None
    await plan_offer(session, row, day)
    return delivery.delivery_id


def _move_on(row: ReminderRow, *, after: datetime) -> bool:
    """Set the next moment; False if the zone is not known here any more, so that the reminder rests."""
    try:
        row.next_fire_at = next_fire(reminder_from(row).schedule, after=after, paused_until=row.paused_until)
    except ArgumentError:
        _logger.warning("a reminder is set in a time zone this machine does not know; it will not fire")
        row.next_fire_at = None
        return False
    return True

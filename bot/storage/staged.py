"""Carries out what a turn staged, inside its closing transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.turn import (
    ChangeReminder,
    CountModelUse,
    CreateReminder,
    DeletePerson,
    DeleteReminders,
    DeleteRuns,
    DeleteWeighIns,
    LogRun,
    LogWeight,
    SaveRunner,
    StagedWrite,
)
from bot.errors import StorageError
from bot.reminders.due import local_date, moment_on, next_fire
from bot.reminders.reminder import Reminder
from bot.storage import logbook, model_use
from bot.storage.records import fill_schedule, is_over, runner_to_json, schedule_from
from bot.storage.tables import Base, ProfileRow, ReminderRow

Keeping = CountModelUse | SaveRunner | CreateReminder | ChangeReminder | DeleteReminders | logbook.LogWrite
"""What a turn can stage besides the end of everything."""


def keeping(staged: Sequence[StagedWrite]) -> tuple[Keeping, ...] | None:
    """Return what is to be written, None if the person is to be deleted: then nothing of the turn is kept."""
    writes: list[Keeping] = []
    for write in staged:
        if isinstance(write, DeletePerson):
            return None
        writes.append(write)
    return tuple(writes)


async def apply(session: AsyncSession, person_id: str, writes: Sequence[Keeping], at: datetime) -> None:
    """Carry out staged writes in order.

    Raises:
        StorageError: If a reminder that is to be changed does not exist: the reply would say something untrue.
    """
    for write in writes:
        match write:
            case SaveRunner(runner=runner):
                await session.merge(ProfileRow(person_id=person_id, runner=runner_to_json(runner)))
            case CreateReminder(reminder=reminder):
                await session.execute(delete(ReminderRow).where(ReminderRow.person_id == person_id, is_over(at)))
                session.add(_filled(ReminderRow(person_id=person_id, revision=0), reminder, at))
            case ChangeReminder(reminder=reminder):
                await _change(session, person_id, reminder, at)
            case DeleteReminders(reminder_ids=ids):
                await session.execute(
                    delete(ReminderRow).where(ReminderRow.person_id == person_id, ReminderRow.reminder_id.in_(ids))
                )
            case LogRun() | DeleteRuns() | LogWeight() | DeleteWeighIns():
                await logbook.apply(session, person_id, write)
            case CountModelUse(day=day, use=use):
                await model_use.add(session, person_id, day, use)
            case _:
                assert_never(write)


async def delete_person(session: AsyncSession, person_id: str) -> None:
    """Delete every row of the person in every table that can hold one."""
    for table in reversed(Base.metadata.sorted_tables):
        if "person_id" in table.columns:
            await session.execute(delete(table).where(table.c.person_id == person_id))


async def _change(session: AsyncSession, person_id: str, reminder: Reminder, at: datetime) -> None:
    row = await session.scalar(
        select(ReminderRow).where(ReminderRow.person_id == person_id, ReminderRow.reminder_id == reminder.reminder_id)
    )
    if row is None:
        raise StorageError("no such reminder")
    before = schedule_from(row)
    _filled(row, reminder, at)
    today = local_date(reminder.schedule.zone_on(at.date()), at)
    if moment_on(before, today) != moment_on(reminder.schedule, today):
        row.revision += 1


def _filled(row: ReminderRow, reminder: Reminder, at: datetime) -> ReminderRow:
    schedule = reminder.schedule
    row.reminder_id = reminder.reminder_id
    fill_schedule(row, schedule)
    row.paused_until = reminder.paused_until
    row.cue = reminder.cue
    row.unasked = reminder.unasked
    row.next_fire_at = reminder.next_fire_at
    if reminder.next_fire_at is None and reminder.paused_until is not None:
        # A pause must end by itself even if the one who staged it left the next moment open.
        row.next_fire_at = next_fire(schedule, after=at, paused_until=reminder.paused_until)
    return row

"""Rows into the types the other rooms speak, and back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, and_

from bot.errors import StorageError
from bot.reminders.reminder import WEEKDAYS, OneDay, Reminder, Schedule
from bot.reply import Reply
from bot.runner import Runner, Stay
from bot.storage.tables import ReminderRow


@cache
def _replies() -> TypeAdapter[Reply]:
    return TypeAdapter(Reply)


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """Return the reply with its citations, figures, numbers and buttons as plain JSON."""
    written: dict[str, Any] = _replies().dump_python(reply, mode="json")
    return written


def reply_from_json(stored: dict[str, Any]) -> Reply:
    """Return the reply that was stored.

    Raises:
        StorageError: If it was stored in a shape this program does not know.
    """
    try:
        return _replies().validate_python(stored)
    except ValidationError as error:
        raise StorageError(f"a stored reply cannot be read: {error.error_count()} fields") from error


def runner_to_json(runner: Runner) -> dict[str, Any]:
    """Return the profile as plain JSON, without what was never told."""
    return runner.model_dump(mode="json", exclude_none=True)


def runner_from_json(stored: dict[str, Any] | None) -> Runner:
    """Return the profile that was stored, empty if none was.

    Raises:
        StorageError: If it was stored in a shape this program does not know.
    """
    try:
        return Runner.model_validate(stored or {})
    except ValidationError as error:
        raise StorageError(f"a stored profile cannot be read: {error.error_count()} fields") from error


def reminder_from(row: ReminderRow) -> Reminder:
    """Return a reminder as the other rooms know it."""
    return Reminder(
        reminder_id=row.reminder_id,
        person_id=row.person_id,
        schedule=schedule_from(row),
        next_fire_at=row.next_fire_at,
        paused_until=row.paused_until,
        cue=row.cue,
        unasked=row.unasked,
    )


def schedule_from(row: ReminderRow) -> Schedule:
    """Return when a stored reminder is wanted."""
    stay = None
    if row.stay_zone is not None and row.stay_first is not None and row.stay_last is not None:
        stay = Stay(zone=row.stay_zone, first=row.stay_first, last=row.stay_last)
    return Schedule(
        at=row.at,
        zone=row.zone,
        days=frozenset(day for day in WEEKDAYS if day in row.days),
        on_date=row.on_date,
        every_days=row.every_days,
        since=row.since,
        changes=tuple(
            OneDay(on=date.fromisoformat(on), at=time.fromisoformat(at) if at else None)
            for on, at in sorted(row.changes.items())
        ),
        stay=stay,
    )


def fill_schedule(row: ReminderRow, schedule: Schedule) -> None:
    """Write when a reminder is wanted into its row; what can be read back is what was written."""
    row.at = schedule.at
    row.zone = schedule.zone
    row.days = [day for day in WEEKDAYS if day in schedule.days]
    row.on_date = schedule.on_date
    row.every_days = schedule.every_days
    row.since = schedule.since
    row.changes = {change.on.isoformat(): change.at and change.at.isoformat() for change in schedule.changes}
    stay = schedule.stay
    row.stay_zone, row.stay_first, row.stay_last = (stay.zone, stay.first, stay.last) if stay else (None, None, None)


def is_over(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a one-off reminder is history: no next time, and its date is behind in every zone."""
    return and_(ReminderRow.next_fire_at.is_(None), ReminderRow.on_date < (now - timedelta(days=1)).date())

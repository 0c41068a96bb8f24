"""When a reminder fires: wall time in a named zone to a moment in UTC; pure.

A local date counts once: the first pass of an hour the clock goes through twice, the shifted hour where the
clock skips the wanted one, and no fire on a date the zone never had.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import ArgumentError
from bot.reminders.reminder import WEEKDAYS, Schedule

GRACE = timedelta(minutes=60)
"""A reminder that could not leave within this time after it was due is skipped."""

_HORIZON = timedelta(days=16)
"""Two weeks hold every weekday twice, so that one date a zone skipped cannot hide the next fire."""


def next_fire(schedule: Schedule, *, after: datetime, paused_until: date | None = None) -> datetime | None:
    """Return the first moment after `after` at which the reminder fires, or None if there is none.

    Args:
        schedule: Wall time, zone and weekdays or date.
        after: Aware; the result is later than this.
        paused_until: Local date before which nothing fires; `date.max` means until further notice.

    Returns:
        An aware moment in UTC.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    zone = _zone(schedule.zone)
    for day in _candidates(schedule, after.astimezone(zone).date(), paused_until or date.min):
        fire = _moment(day, schedule, zone)
        if fire is not None and fire > after:
            return fire
    return None


def next_fires(
    schedule: Schedule, *, after: datetime, count: int, paused_until: date | None = None
) -> tuple[datetime, ...]:
    """Return the next `count` moments, fewer if there are no more, on the person's own clock.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    zone = _zone(schedule.zone)
    fires: list[datetime] = []
    fire = next_fire(schedule, after=after, paused_until=paused_until)
    while fire is not None and len(fires) < count:
        fires.append(fire.astimezone(zone))
        fire = next_fire(schedule, after=fire, paused_until=paused_until)
    return tuple(fires)


def local_date(zone: str, at: datetime) -> date:
    """Return the date on the calendar of a zone at an aware moment.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    return at.astimezone(_zone(zone)).date()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ArgumentError("zone", name, "an IANA time zone such as Europe/Lisbon") from error


def _candidates(schedule: Schedule, today: date, not_before: date) -> Iterator[date]:
    """Yield the dates on which the schedule wants to fire, near enough to hold the next fire."""
    if schedule.on_date is not None:
        if schedule.on_date >= not_before:
            yield schedule.on_date
        return
    first = max(today, not_before)
    last = date.max - _HORIZON  # beyond it no calendar arithmetic is possible
    for step in range(_HORIZON.days if first < last else 0):
        day = first + timedelta(days=step)
        if WEEKDAYS[day.weekday()] in schedule.days:
            yield day


def _moment(day: date, schedule: Schedule, zone: ZoneInfo) -> datetime | None:
    """Return the moment of the wall time on this date, None if the zone never had the date."""
    wall = datetime.combine(day, schedule.at.replace(fold=0), tzinfo=zone)
    moment = wall.astimezone(UTC)
    return moment if moment.astimezone(zone).date() == day else None

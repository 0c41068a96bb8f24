"""When a reminder fires: wall time in a named zone to a moment in UTC; pure.

A local date counts once: the first pass of an hour the clock goes through twice, the shifted hour where the
clock skips the wanted one, and no fire on a date the zone never had.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import ArgumentError
from bot.reminders.reminder import Schedule

GRACE = timedelta(minutes=60)
"""A reminder that could not leave within this time after it was due is skipped."""

_HORIZON = timedelta(days=18)
"""Two weeks hold every weekday twice, so that one date a zone skipped cannot hide the next fire."""
_DAY = timedelta(days=1)


def moment_on(schedule: Schedule, on: date) -> datetime | None:
    """Return the moment at which the reminder rings for a local date, None if it does not ring for it.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    at = schedule.time_on(on)
    return None if at is None else _moment(on, at, _zone(schedule.zone_on(on)))


def next_fire(schedule: Schedule, *, after: datetime, paused_until: date | None = None) -> datetime | None:
    """Return the first moment after `after` at which the reminder fires, or None if there is none.

    Args:
        schedule: Wall time, zone, the rule for the days, and what is different on single dates.
        after: Aware; the result is later than this.
        paused_until: Local date before which nothing fires; `date.max` means until further notice.

    Returns:
        An aware moment in UTC.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    found: datetime | None = None
    for day in _dates(schedule, after, paused_until or date.min):
        fire = moment_on(schedule, day)
        if fire is not None and fire > after:
            # Between far-off zones the next date can come before this one; none can come before it from further off.
            if found is not None:
                return min(found, fire)
            found = fire
        elif found is not None:
            return found
    return found


def next_fires(
    schedule: Schedule, *, after: datetime, count: int, paused_until: date | None = None
) -> tuple[datetime, ...]:
    """Return the next `count` moments, fewer if there are no more, on the person's own clock.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    fires: list[datetime] = []
    fire = next_fire(schedule, after=after, paused_until=paused_until)
    while fire is not None and len(fires) < count:
        fires.append(fire.astimezone(_zone(schedule.zone_on(date_of(schedule, fire)))))
        fire = next_fire(schedule, after=fire, paused_until=paused_until)
    return tuple(fires)


def date_of(schedule: Schedule, fire: datetime) -> date:
    """Return the local date that a moment of the reminder belongs to.

    Raises:
        ArgumentError: If the zone is unknown.
    """
    middle = fire.astimezone(UTC).date()
    for day in (middle, middle - _DAY, middle + _DAY):
        if moment_on(schedule, day) == fire:
            return day
    # The rule was another one when this moment was computed: new time zone data, or a change since.
    return local_date(schedule.zone_on(middle), fire)


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


def _dates(schedule: Schedule, after: datetime, not_before: date) -> Iterator[date]:
    """Yield the dates, in order, that are near enough to hold the next fire."""
    if schedule.on_date is not None:
        if schedule.on_date >= not_before:
            yield schedule.on_date
        return
    step_days = max(7, schedule.every_days or 0)
    near = max(_HORIZON.days, 2 * step_days + 2) + step_days * len(schedule.changes)  # each may silence a date
    first = max(after.astimezone(UTC).date() - _DAY, not_before, date.min + _DAY)
    if schedule.since is not None:
        first = max(first, min((schedule.since, *(change.on for change in schedule.changes))))
    last = date.max - timedelta(days=near + 1)  # beyond it no calendar arithmetic is possible
    for step in range(near if first < last else 0):
        yield first + timedelta(days=step)


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """Return the moment of the wall time on this date, None if the zone never had the date."""
    wall = datetime.combine(day, at.replace(fold=0), tzinfo=zone)
    moment = wall.astimezone(UTC)
    return moment if moment.astimezone(zone).date() == day else None

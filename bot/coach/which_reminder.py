"""Which of somebody's reminders is meant, by its days, its time, its part of the day, or the one just spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any, Final, get_args

from bot.coach.workings import Workings
from bot.reminders.due import moment_on
from bot.reminders.reminder import WEEKDAYS, Reminder, Weekday

_NOON: Final = time(12)
_LONGEST_RANGE: Final = 62
"""So many single days may be named at once; longer is a rest or another rule. [days]"""
_SELECTORS: Final = frozenset({"which", "days", "date", "first", "reminder_id"})


def living(w: Workings) -> tuple[Reminder, ...]:
    """Return the reminders that still ring or rest, the one that rings next first."""
    kept = [one for one in w.memory.reminders if not _is_over(w, one)]
    far = max((one.next_fire_at for one in kept if one.next_fire_at), default=None)
    return tuple(sorted(kept, key=lambda one: (one.next_fire_at is None, one.next_fire_at or far, one.reminder_id)))


def _is_over(w: Workings, one: Reminder) -> bool:
    """Whether a one-off has rung; one that rests has its time still ahead."""
    if one.schedule.on_date is None or one.next_fire_at is not None:
        return False
    moment = moment_on(one.schedule, one.schedule.on_date)
    return moment is None or moment <= w.message.at


def picked(w: Workings, entities: Mapping[str, Any]) -> tuple[Reminder, ...]:
    """Return the reminders a request can mean: one if it is clear, several if not, none if none fits.

    "The Saturday one" is the one of Saturdays alone, if there is one. Without a word about which one, a request
    that leans on the turn before means the reminder spoken of there.
    """
    fitting = touched(w, entities)
    if len(fitting) > 1 and not _SELECTORS & entities.keys() and (spoken := _spoken_of(w, fitting)):
        return (spoken,)
    days = on_days(entities)
    whole = tuple(one for one in fitting if days and one.schedule.days == days)
    return whole if len(whole) == 1 else fitting


def touched(w: Workings, entities: Mapping[str, Any]) -> tuple[Reminder, ...]:
    """Return every reminder that a request touches, by id, place in the list, time, days or dates."""
    there = living(w)
    reminder_id = entities.get("reminder_id")
    if isinstance(reminder_id, str):
        return tuple(one for one in there if one.reminder_id == reminder_id)
    which = entities.get("which")
    if which in {"first", "last"}:
        return there[:1] if which == "first" else there[-1:]
    return tuple(one for one in there if _fits(one, entities))


def on_days(entities: Mapping[str, Any], name: str = "days") -> frozenset[Weekday]:
    """Return the weekdays of an entity."""
    value = entities.get(name)
    known: tuple[Weekday, ...] = get_args(Weekday)
    return frozenset(day for day in known if value and day in value)


def dates_of(entities: Mapping[str, Any]) -> tuple[date, ...]:
    """Return the single dates a request is about, none if it is about all that come."""
    if entities.get("date"):
        return (date.fromisoformat(entities["date"]),)
    if entities.get("first") and entities.get("last"):
        first, last = (date.fromisoformat(entities[name]) for name in ("first", "last"))
        return tuple(first + timedelta(days=n) for n in range(min((last - first).days + 1, _LONGEST_RANGE)))
    return ()


def _spoken_of(w: Workings, among: tuple[Reminder, ...]) -> Reminder | None:
    if w.last is None or not w.last.intent.startswith("reminder_"):
        return None
    spoken = w.last.entities.get("reminder_id")
    return next((one for one in among if one.reminder_id == spoken), None)


def _fits(reminder: Reminder, entities: Mapping[str, Any]) -> bool:
    return (
        _fits_which(reminder, entities.get("which"))
        and _fits_days(reminder, on_days(entities))
        and _fits_dates(reminder, dates_of(entities))
    )


def _fits_which(reminder: Reminder, which: object) -> bool:
    at = reminder.schedule.at
    if which == "am":
        return at < _NOON
    if which == "pm":
        return at >= _NOON
    if isinstance(which, str) and ":" in which:
        wanted = time.fromisoformat(which)
        # "The 6 one" is the one at 18:00, too.
        return (at.hour, at.minute) == (wanted.hour, wanted.minute) or (
            wanted.hour < 12 and (at.hour - 12, at.minute) == (wanted.hour, wanted.minute)
        )
    return True


def _fits_days(reminder: Reminder, days: frozenset[Weekday]) -> bool:
    schedule = reminder.schedule
    if not days:
        return True
    if schedule.on_date is not None:
        return WEEKDAYS[schedule.on_date.weekday()] in days
    return bool(schedule.days & days)


def _fits_dates(reminder: Reminder, dates: tuple[date, ...]) -> bool:
    return not dates or any(reminder.schedule.time_on(day) is not None for day in dates)

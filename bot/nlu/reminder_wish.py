"""What a wished-for reminder is to be: days or a date, and a time; what is missing is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.nlu.clocks import Clock, clocks, earlier, part_of_day
from bot.nlu.frame import Ask, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.unreal import unreal_date, unreal_time
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, every_n_days, weekdays

_IN_A_WHILE = Pattern(
    r"\bin (?:about )?(?:(?P<n>\d{1,3}(?:\.\d)?|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?|min|h|m))\b"
    r"(?! (?:of|run|jog))"
)
_LEAD = Pattern(
    r"\b(?:(?P<n>\d{1,3}|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?)) (?:before|ahead|prior|beforehand)\b"
)
_ONCE = Pattern(r"\b(?:just )?(?:once|one time|one off|1 time|this once|only today|only tomorrow)\b")
_PIECES = Pattern(r",? and (?!the )|, | & |; ")
_STARTING = Pattern(r"\b(?:starting|beginning|start|from|as of)(?: from| on)? $")
_SEVERAL = Pattern(r"\band\b|&|\+")
_DAILY = Pattern(r"\bday\b|\bdaily\b|\bnight|\bmorning|\bevening")
_CHOICES = {
    "morning": ("06:30", "07:00", "08:00"),
    "lunch": ("12:00", "12:30", "13:00"),
    "evening": ("17:30", "18:30", "19:30"),
}
HOW_OFTEN = ("every day", "weekdays", "just once")
_MORNING = Pattern(r"\bam\b|\d ?am\b|\bmorning")
_DAYS = frozenset({"days", "date", "interval_days"})
_MOST = 3


def wish(said: Utterance) -> Frame:
    """Read one wish, or one for each part that names its own days and its own time."""
    parts = [said.saying(piece) for piece in _PIECES.split(said.words) if piece]
    if len(parts) > 1 and all(weekdays(part.digits) and clocks(part.digits, bare=True) for part in parts):
        first, *others = (one_wish(part) for part in parts)
        return replace(first, also=tuple(others))
    return one_wish(said)


def one_wish(said: Utterance) -> Frame:
    """Read one wished-for reminder, with further times of the same days as frames beside it."""
    if moment := in_a_while(said):
        return Frame(intent="reminder_create", entities=at_moment(moment))
    hours = clocks(said.digits, bare=True)
    entities = _days_or_date(said)
    if unreal := unreal_time(said.digits):
        return Frame(intent="reminder_create", entities=entities | {"unreal": unreal}, ask=Ask(slot="time"))
    ask = _time(said, hours, entities)
    also: tuple[Frame, ...] = ()
    if "time" in entities:
        entities["time"] = still_ahead(said, entities)
        if _ONCE.search(said.digits) and not entities.keys() & _DAYS:
            entities["date"] = next_date(said.now, entities["time"])
        also = tuple(
            Frame(intent="reminder_create", entities={**entities, "time": hour.shown})
            for hour in hours[1:_MOST]
            if not hour.open and _SEVERAL.search(said.digits, hours[0].start, hour.start + 4)
        )
        if not entities.keys() & (_DAYS | {"sessions_per_week"}):
            ask = Ask(slot="days", choices=HOW_OFTEN)
    if unreal := unreal_date(said.digits, today=said.now.date()):
        return Frame(intent="reminder_create", entities=_timed(entities, unreal), ask=Ask(slot="date"))
    others = _other_dates(said, entities)
    return Frame(intent="reminder_create", entities=entities, ask=ask, also=(*also, *others))


def still_ahead(said: Utterance, entities: Mapping[str, Any]) -> str:
    """Return the time, in the later half of the day if "today at 5" can only mean that."""
    shown = str(entities["time"])
    today = entities.get("date") == said.now.date().isoformat()
    passed = shown <= said.now.strftime("%H:%M")
    if not today or not passed or shown >= "12:00" or _MORNING.search(said.digits):
        return shown
    return earlier(shown, -12 * 60)


def _other_dates(said: Utterance, entities: Mapping[str, Any]) -> tuple[Frame, ...]:
    """Return a wish for each further date of "today and tomorrow at 6"."""
    if "date" not in entities or not _SEVERAL.search(said.digits):
        return ()
    found = days(said.digits, today=said.now.date(), towards="future")
    dates = dict.fromkeys(day.on.isoformat() for day in found if not day.weekday)
    others = [date for date in dates if date != entities["date"]][: _MOST - 1]
    return tuple(Frame(intent="reminder_create", entities={**entities, "date": date}) for date in others)


def _timed(entities: Mapping[str, Any], unreal: str) -> dict[str, Any]:
    """Keep of a wish with an impossible date only its time."""
    return {name: entities[name] for name in ("time",) if name in entities} | {"unreal": unreal}


def _time(said: Utterance, hours: tuple[Clock, ...], entities: dict[str, Any]) -> Ask | None:
    """Put the time in, some minutes earlier if the run's time was told; ask if it is missing or open."""
    lead = _LEAD.search(said.digits)
    if not hours:
        if lead:
            entities["lead_s"] = minutes_of(lead["n"], lead["u"]) * 60.0
        return Ask(slot="time", choices=part_choices(said.digits))
    if hours[0].open:
        return Ask(slot="time", choices=hours[0].choices)
    shown = hours[0].shown
    entities["time"] = earlier(shown, minutes_of(lead["n"], lead["u"])) if lead else shown
    return None


def _days_or_date(said: Utterance) -> dict[str, Any]:
    """Read on which weekdays, on which date or every how many days; one day in full ("friday") is a date."""
    text = said.digits
    found = days(text, today=said.now.date(), towards="future")
    starts = next((day for day in found if _STARTING.search(text, 0, day.start)), None)
    since = {"since": starts.on.isoformat()} if starts else {}
    found = tuple(day for day in found if day is not starts)
    if starts:
        text = text[: starts.start]
    if interval := every_n_days(text):
        return {"interval_days": interval} | since
    named = weekdays(text)
    explicit = next((day for day in found if not day.weekday), None)
    if named and named.days and not (explicit and named.single):
        once = named.single and found and text[named.start : named.end].endswith("day")
        return {"date": found[0].on.isoformat()} if once else {"days": list(named.days)} | since
    if explicit:
        return {"date": explicit.on.isoformat()}
    often = said.first("frequency")
    if often is None:
        return {}
    return {"days": list(WEEK)} if _DAILY.search(text) else {"sessions_per_week": often.value}


def next_date(now: datetime, shown: str) -> str:
    """Return the ISO date on which `HH:MM` comes next."""
    passed = shown <= now.strftime("%H:%M")
    return (now.date() + timedelta(days=1 if passed else 0)).isoformat()


def part_choices(text: str) -> tuple[str, ...]:
    """Return times to offer for a part of the day; none if no part is named."""
    if re.search(r"\blunch|\bmidday|\bnoon", text):
        return _CHOICES["lunch"]
    part = part_of_day(text)
    return _CHOICES["morning" if part == "am" else "evening"] if part else ()


def in_a_while(said: Utterance) -> datetime | None:
    """Return the moment of "in 2 hours" and "snooze 20 minutes"."""
    if match := _IN_A_WHILE.search(said.digits):
        return said.now + timedelta(minutes=minutes_of(match["n"], match["u"]))
    item = said.first("duration")
    return said.now + timedelta(seconds=item.value) if item and "snooze" in said.words else None


def at_moment(moment: datetime) -> dict[str, Any]:
    """Return date and time of a moment as entities."""
    return {"date": moment.date().isoformat(), "time": moment.strftime("%H:%M")}


def minutes_of(count: str, unit: str) -> float:
    """Return the minutes of "2 hours", "an hour", "half an hour". [min]"""
    value = {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}.get(count) or float(count)
    return value * (60 if unit.startswith("h") else 1)

"""What is to happen to reminders there are: rest, go, or another time or day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.nlu.clocks import Clock, clocks, earlier
from bot.nlu.frame import Ask, Context, Frame
from bot.nlu.horizons import named_target
from bot.nlu.moments import Day, days
from bot.nlu.pattern import Pattern
from bot.nlu.reminder_which import ONE_AT, single_week, which
from bot.nlu.reminder_wish import at_moment, in_a_while, minutes_of, part_choices, still_ahead
from bot.nlu.unreal import unreal_time
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, every_n_days, weekdays

_SNOOZE = Pattern(r"\b(?:snooze|remind me (?:again )?(?:later|in)|later|again in)\b")
_BARE_SNOOZE = Pattern(r"^(?:please )?snooze(?: (?:it|that|this|please|the reminder|a bit|for a bit))*\W*$")
_SNOOZE_FOR = timedelta(hours=1)
_UNTIL = Pattern(r"\b(?:until|till|til|before|back on|up to)\b")
_FOR = Pattern(r"\b(?:for|a|next|the next)\b|^\d")
_SHIFT = Pattern(
    r"\b(?:(?P<n>\d{1,2}(?:\.\d)?|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?)|(?P<bit>a bit|a little))"
    r" (?P<way>earlier|later|before|after|forward|back)\b"
    r"|\b(?:by|back|forward) (?P<n2>\d{1,2}|an?|half an?) ?(?P<u2>hours?|minutes?|mins?)\b"
)
_SOME_SHIFT = Pattern(r"\b(?:earlier|later)\b")
_A_BIT_MIN = 30.0
_NEXT_ONE = Pattern(
    r"\b(?:skip|miss|not|without|leave out|drop|cancel) (?:the |my )?next (?:one|run|reminder|nudge|ping)\b"
)
_SINGLE = Pattern(
    r"\b(?:the|my|a|an|this|that|last) (?:run(?:ning)? |daily )?(?:one|reminder|nudge|alarm|ping|notification)\b(?!s)"
    r"|\b(?:cancel|delete|remove|stop|drop|scrap|bin) (?:it|that|this)\b"
)
_ALL = Pattern(r"\b(?:all|both|everything|any|every (?:one|reminder|single))\b")
_BECOMES = Pattern(r"\b(?:make|change|move|switch|set|put|shift) (?:it|that|them|this|the time|the reminders?)\b")
_FROM_TO = Pattern(r"\bfrom\b.{2,24}?\b(?:(?P<until>until|till|til)|to|through|thru)\b")
_IN_PLURAL = Pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweek(?:day|end)s\b")
_OF_ONE_DAY = Pattern(
    r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s (?:\w+ )?(?:reminder|nudge|ping|alarm|alert|one|1|run|session)\b"
)
"""What belongs to one such day: "monday's reminder", without its apostrophe."""
_NOT_A_TARGET = Pattern(r"(?:go|run|jog|be|\d{1,2} (?:and|reminder))\b")


def pause(said: Utterance) -> Frame:
    """Read from when to when which reminders rest; a snooze is one more ring."""
    text = said.digits
    if _SNOOZE.search(text) and (moment := in_a_while(said)):
        return Frame(intent="reminder_change", entities={**at_moment(moment), "snooze": True})
    if _BARE_SNOOZE.match(text):
        return Frame(intent="reminder_change", entities={**at_moment(said.now + _SNOOZE_FOR), "snooze": True})
    if _NEXT_ONE.search(text):
        return Frame(intent="reminder_pause", entities={"next": True})
    entities = _rest(said)
    if one := which(said):
        entities["which"] = one
    return Frame(intent="reminder_pause", entities=entities)


def _rest(said: Utterance) -> dict[str, Any]:
    """Read from when to when; empty for a rest without an end."""
    text, today = _OF_ONE_DAY.sub(r"\1", said.digits), said.now.date()
    if stretch := from_to(said):
        return stretch
    found = days(text, today=today, towards="future")
    if found and _UNTIL.search(text, 0, found[-1].start):
        return {"until": found[-1].on.isoformat()}
    span = said.first("span")
    lasts = span is not None and (
        _FOR.search(text[max(0, span.start - 9) : span.start + 2]) or text[span.end :].startswith(" off")
    )
    if span and span.value >= 1 and lasts:
        return {"until": (today + timedelta(days=round(span.value))).isoformat()}
    if week := single_week(said):
        return _rest_of(week, today)
    if found:
        return {"date": found[0].on.isoformat()}
    if (target := named_target(text, today=today)) and target > today:
        return {"until": target.isoformat()}
    named = weekdays(text)
    return {"days": list(named.days)} if named and named.days else {}


def from_to(said: Utterance) -> dict[str, str] | None:
    """Return the first and last date of "from Monday to Friday", None if no such stretch is named."""
    match = _FROM_TO.search(said.digits)
    found = days(said.digits, today=said.now.date(), towards="future")
    if match is None or len(found) < 2:
        return None
    last = found[-1].on
    if last < found[0].on and found[-1].weekday:
        last += timedelta(days=7)  # "from Friday until Monday"
    if last < found[0].on:
        return None
    last -= timedelta(days=1 if match["until"] and last > found[0].on else 0)
    return {"first": found[0].on.isoformat(), "last": last.isoformat()}


def named_day(said: Utterance) -> str | None:
    """Return the ISO date of a single day that is named as such: "tomorrow", "this Friday", "the 5th"; else None."""
    if _IN_PLURAL.search(said.digits):
        return None
    day = next((day for day in _ahead(said) if not day.weekday), None)
    return day.on.isoformat() if day else None


def _rest_of(week: Mapping[str, str], today: date) -> dict[str, Any]:
    """Return "this week" as a rest until the next one begins, a later week as its days."""
    last = date.fromisoformat(week["last"])
    if week["first"] == today.isoformat():
        return {"until": (last + timedelta(days=1)).isoformat()}
    return dict(week)


def meant(said: Utterance) -> dict[str, Any]:
    """Return which reminders are meant: by day, by time, by part of the day, or all of them."""
    entities: dict[str, Any] = {}
    named = weekdays(said.digits)
    if named and set(named.days) != set(WEEK):
        entities["days"] = list(named.days)
    if hours := clocks(said.digits):
        entities["time"] = hours[0].shown
    elif one := which(said):
        entities["time" if ":" in one else "which"] = one
    if not entities and (_ALL.search(said.digits) or not _SINGLE.search(said.digits)):
        entities["all"] = True
    return entities


def change(said: Utterance, context: Context) -> Frame:
    """Read what a reminder is to become.

    Days in front of "to" say which one is meant (`days`), days behind it where it goes (`new_days`); days alone,
    without a time, are what it is to become. A date or a week named with it makes it a change of these days only.
    """
    text = said.digits
    if unreal := unreal_time(text):
        return Frame(intent="reminder_change", entities={"unreal": unreal}, ask=Ask(slot="time"))
    if shifted := _shifted(said, context):
        return Frame(intent="reminder_change", entities=shifted)
    head, sign, tail = text.partition(" to ")
    if _NOT_A_TARGET.match(tail):
        head, sign, tail = text, "", ""
    hours = (clocks(tail, bare=True) if sign else ()) or clocks(_without_ones(text), bare=True)
    interval = every_n_days(text)
    entities: dict[str, Any] = {"interval_days": interval} if interval else _days(said, head, tail)
    ask = _new_time(text, hours, entities)
    if "time" in entities:
        entities["time"] = still_ahead(said, entities)
    if "time" in entities and "days" in entities and _BECOMES.search(head if sign else text):
        entities["new_days"] = entities.pop("days")
    return Frame(intent="reminder_change", entities=entities | _chosen(said, entities), ask=ask)


def _new_time(text: str, hours: Sequence[Clock], entities: dict[str, Any]) -> Ask | None:
    """Put the new time in; ask if it is open, or missing where one is expected."""
    if hours and hours[-1].open:
        return Ask(slot="time", choices=hours[-1].choices)
    if hours:
        entities["time"] = hours[-1].shown
        return None
    part = part_choices(text)
    return Ask(slot="time", choices=part) if not entities or part or _SOME_SHIFT.search(text) else None


def _without_ones(text: str) -> str:
    """Leave out the hour that says which one is meant: "make the 7am one 8"."""
    return ONE_AT.sub(" ", text)


def _chosen(said: Utterance, entities: Mapping[str, Any]) -> dict[str, Any]:
    """Return which one is meant and on which days only, as far as a clause says."""
    found: dict[str, Any] = {}
    if one := which(said):
        found["which"] = one
    elif _ALL.search(said.digits) and weekdays(said.digits) is None:
        found["all"] = True
    if "date" not in entities:
        found |= single_week(said)
    return found


def _days(said: Utterance, head: str, tail: str) -> dict[str, Any]:
    found = _ahead(said)
    explicit = next((day for day in found if not day.weekday), None)
    before, after = weekdays(head), weekdays(tail)
    if explicit and not (before and before.days and _IN_PLURAL.search(head)):
        moved = {"new_days": list(after.days)} if after and after.days and before is None else {}
        return {"date": explicit.on.isoformat()} | moved
    if before and before.days:
        moved = {"new_days": list(after.days)} if after and after.days else {}
        return {"days": list(before.days)} | moved
    if after and after.days:
        return {"days": list(after.days)}
    return {"date": found[0].on.isoformat()} if found else {}


def _ahead(said: Utterance) -> tuple[Day, ...]:
    """Return the days a clause names; "earlier" is a shift here and no day."""
    found = days(said.digits, today=said.now.date(), towards="future")
    return tuple(day for day in found if said.digits[day.start : day.end] != "earlier")


def _shifted(said: Utterance, context: Context) -> dict[str, Any] | None:
    """Read "an hour later": the new time if the old one is known, else the shift; and on which days. [s]"""
    match = _SHIFT.search(said.digits)
    if match is None:
        return None
    minutes = _A_BIT_MIN if match["bit"] else minutes_of(match["n"] or match["n2"], match["u"] or match["u2"])
    way = match["way"] or ("forward" if "forward" in match.group() else "back")
    towards_morning = minutes if way in {"earlier", "before", "forward"} else -minutes
    chosen = _days(said, said.digits, "")
    chosen |= _chosen(said, chosen)
    before = context.last_entities.get("time")
    if not isinstance(before, str) or chosen:
        return {"shift_s": -towards_morning * 60.0, **chosen}
    return {"time": earlier(before, towards_morning)}

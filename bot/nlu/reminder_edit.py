"""What is to happen to reminders there are: rest, go, or another time or day."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bot.nlu.clocks import clocks, earlier
from bot.nlu.frame import Ask, Context, Frame
from bot.nlu.horizons import named_target
from bot.nlu.moments import days
from bot.nlu.reminder_wish import at_moment, in_a_while, minutes_of, part_choices
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, weekdays

_SNOOZE = re.compile(r"\b(?:snooze|remind me (?:again )?(?:later|in)|later|again in)\b")
_UNTIL = re.compile(r"\b(?:until|till|til|before|back on|up to)\b")
_FOR = re.compile(r"\b(?:for|a|next|the next)\b|^\d")
_SHIFT = re.compile(
    r"\b(?:(?P<n>\d{1,2}(?:\.\d)?|an?|half an?) ?(?P<u>hours?|hrs?|minutes?|mins?)|(?P<bit>a bit|a little))"
    r" (?P<way>earlier|later|before|after|forward|back)\b"
    r"|\b(?:by|back|forward) (?P<n2>\d{1,2}|an?|half an?) ?(?P<u2>hours?|minutes?|mins?)\b"
)
_SOME_SHIFT = re.compile(r"\b(?:earlier|later)\b")
_A_BIT_MIN = 30.0
_HOUR_NAMED = re.compile(r"\b(?P<h>1[0-2]|\d) ?(?:am|pm)? (?:one|reminder)\b")
_THAT_ONE = re.compile(r"\b(?:last|that|this) (?:one|reminder)\b")
_NOT_A_TARGET = re.compile(r"(?:go|run|jog|be|\d{1,2} (?:and|reminder))\b")


def pause(said: Utterance) -> Frame:
    """Read from when to when reminders rest; a snooze becomes one move of the time."""
    text, today = said.digits, said.now.date()
    if _SNOOZE.search(text) and (moment := in_a_while(said)):
        return Frame(intent="reminder_change", entities=at_moment(moment))
    found = days(text, today=today, towards="future")
    span = said.first("span")
    entities: dict[str, Any] = {}
    if found and _UNTIL.search(text, 0, found[-1].start):
        entities["until"] = found[-1].on.isoformat()
    elif span and span.value >= 1 and _FOR.search(text[max(0, span.start - 9) : span.start + 2]):
        entities["until"] = (today + timedelta(days=round(span.value))).isoformat()
    elif week := re.search(r"\b(?P<which>this|next) week(?!end)\b", text):
        monday = today + timedelta(days=7 - today.weekday())
        entities["until"] = (monday + timedelta(days=7 if week["which"] == "next" else 0)).isoformat()
    elif found:
        entities["date"] = found[0].on.isoformat()
    elif (target := named_target(text, today=today)) and target > today:
        entities["until"] = target.isoformat()
    elif (named := weekdays(text)) and named.days:
        entities["days"] = list(named.days)
    return Frame(intent="reminder_pause", entities=entities)


def meant(said: Utterance) -> dict[str, Any]:
    """Return which reminders are meant: by day, by time, or all of them."""
    entities: dict[str, Any] = {}
    named = weekdays(said.digits)
    if named and set(named.days) != set(WEEK):
        entities["days"] = list(named.days)
    if hours := clocks(said.digits):
        entities["time"] = hours[0].shown
    elif match := _HOUR_NAMED.search(said.digits):
        entities["time"] = f"{int(match['h']):02d}:00"
    if not entities and not _THAT_ONE.search(said.digits):
        entities["all"] = True
    return entities


def change(said: Utterance, context: Context) -> Frame:
    """Read what a reminder is to become.

    Days in front of "to" say which one is meant (`days`), days behind it where it goes (`new_days`); days alone,
    without a time, are what it is to become.
    """
    if shifted := _shifted(said, context):
        return Frame(intent="reminder_change", entities=shifted)
    text = said.digits
    head, sign, tail = text.partition(" to ")
    if _NOT_A_TARGET.match(tail):
        head, sign, tail = text, "", ""
    hours = (clocks(tail, bare=True) if sign else ()) or clocks(text, bare=True)
    entities = _days(said, head, tail)
    ask: Ask | None = None
    if hours and hours[-1].open:
        ask = Ask(slot="time", choices=hours[-1].choices)
    elif hours:
        entities["time"] = hours[-1].shown
    elif not entities or _SOME_SHIFT.search(text):
        ask = Ask(slot="time", choices=part_choices(text))
    return Frame(intent="reminder_change", entities=entities, ask=ask)


def _days(said: Utterance, head: str, tail: str) -> dict[str, Any]:
    before, after = weekdays(head), weekdays(tail)
    if before and before.days:
        moved = {"new_days": list(after.days)} if after and after.days else {}
        return {"days": list(before.days)} | moved
    if after and after.days:
        return {"days": list(after.days)}
    found = days(said.digits, today=said.now.date(), towards="future")
    return {"date": found[0].on.isoformat()} if found else {}


def _shifted(said: Utterance, context: Context) -> dict[str, Any] | None:
    """Read "an hour later": the new time if the old one is known, else the shift. [s]"""
    match = _SHIFT.search(said.digits)
    if match is None:
        return None
    minutes = _A_BIT_MIN if match["bit"] else minutes_of(match["n"] or match["n2"], match["u"] or match["u2"])
    way = match["way"] or ("forward" if "forward" in match.group() else "back")
    towards_morning = minutes if way in {"earlier", "before", "forward"} else -minutes
    before = context.last_entities.get("time")
    if not isinstance(before, str):
        return {"shift_s": -towards_morning * 60.0}
    return {"time": earlier(before, towards_morning)}

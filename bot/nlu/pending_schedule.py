"""Read the answer to when a reminder is to come: "7", "in the evening", "weekdays", "just once"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.nlu.answers import chosen, lone_number
from bot.nlu.clocks import clocks, earlier, part_of_day
from bot.nlu.frame import Ask, Context, Frame, Intent
from bot.nlu.pattern import Pattern
from bot.nlu.reminder_wish import next_date, one_wish, part_choices
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, weekdays

_ONCE = Pattern(r"\b(?:once|one time|1 time|one off)\b")
_ALL_DAYS = Pattern(r"\b(?:every|daily|any) ?day\b|\bdaily\b|\ball\b")
_ANOTHER_MATTER = Pattern(
    r"\b(?:no|stop|pause|cancel|delete|resume|never mind|forget) (?:(?:the|my|all|any|more|it) )*"
    r"(?:reminders?|nudges?|it)\b"
)
_NTH = Pattern(r"the \d")
_MERIDIEM = Pattern(r"\b(?P<half>am|pm)\b")
_FIRST_LIKELY_HOUR = 5


def schedule(said: Utterance, context: Context) -> Frame | None:
    """Return the time or the days an answer names, as part of the reminder that is being made or changed."""
    if _ANOTHER_MATTER.search(said.words):
        return None
    if context.pending == "date" and _NTH.match(said.words):
        said = said.saying(f"on {said.words}")
    intent: Intent = "reminder_change" if context.last_intent == "reminder_change" else "reminder_create"
    read = _schedule(said, context, intent)
    lead_s = context.last_entities.get("lead_s")
    if read is None or not isinstance(lead_s, int | float) or "time" not in read.entities:
        return read
    # They named the run's time, as was asked: the reminder comes so much before it.
    return replace(read, entities={**read.entities, "time": earlier(read.entities["time"], lead_s / 60)})


def _schedule(said: Utterance, context: Context, intent: Intent) -> Frame | None:
    choice = chosen(said, context)
    if choice is None and context.pending == "time":
        choice = _by_part(said, context)
    if choice and (picked := _picked(choice, said, context)):
        return Frame(intent=intent, entities=picked)
    if _ONCE.search(said.words) and "time" in context.last_entities:
        return Frame(intent=intent, entities=_once(said, context))
    hour = lone_number(said)
    if context.pending != "days" and hour is not None and hour == int(hour) and 0 <= hour < 24:
        return _bare_hour(int(hour), intent)
    return _spoken(said, context, intent)


def _spoken(said: Utterance, context: Context, intent: Intent) -> Frame | None:
    read = one_wish(said)
    if "unreal" in read.entities:
        return replace(read, intent=intent)
    entities: dict[str, Any] = dict(read.entities)
    hours = clocks(said.digits, bare=True)
    if not entities and not hours and (part := part_choices(said.digits)) and context.pending == "time":
        return Frame(intent=intent, ask=Ask(slot="time", choices=part))
    if not entities and not hours:
        if not _ALL_DAYS.search(said.words):
            return None
        entities = {"days": list(WEEK)}
    needs_time = "time" not in entities and (bool(hours) or "time" not in context.last_entities)
    ask = read.ask if needs_time and context.pending not in {"days", "date"} else None
    return Frame(intent=intent, entities=entities, ask=ask, also=read.also)


def _bare_hour(hour: int, intent: Intent) -> Frame:
    if 0 < hour < _FIRST_LIKELY_HOUR:
        return Frame(intent=intent, ask=Ask(slot="time", choices=(f"{hour:02d}:00", f"{hour + 12:02d}:00")))
    return Frame(intent=intent, entities={"time": f"{hour:02d}:00"})


def _by_part(said: Utterance, context: Context) -> str | None:
    """Pick the offered time that lies in the named part of the day."""
    meridiem = _MERIDIEM.search(said.words)
    part = part_of_day(said.digits) or (meridiem["half"] if meridiem else None)
    if part is None or len(context.choices) < 2 or re.search(r"\d", said.digits):
        return None
    return context.choices[0 if part == "am" else -1]


def _picked(choice: str, said: Utterance, context: Context) -> dict[str, Any] | None:
    """Read an offered answer: a time, or how often."""
    words = choice.lower()
    if hours := clocks(words):
        return {"time": hours[0].shown}
    if "once" in words:
        return _once(said, context) if "time" in context.last_entities else None
    named = weekdays(words)
    return {"days": list(named.days if named else WEEK)}


def _once(said: Utterance, context: Context) -> dict[str, Any]:
    return {"date": next_date(said.now, str(context.last_entities["time"]))}

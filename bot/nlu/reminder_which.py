"""Which of several reminders is meant, and on which days only: "the 7am one", "the evening one", "next week"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bot.nlu.clocks import clocks
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, weekdays

_ONE = r"(?:\w+ )?(?:ones?|reminders?|nudges?|alarms?|pings?)\b"
_PART = Pattern(rf"\b(?P<part>morning|early|evening|afternoon|night|late|lunch(?:time)?)s? {_ONE}")
ONE_AT = Pattern(r"\b(?P<h>1\d|2[0-3]|0?\d)(?:[:.](?P<m>[0-5]\d))? ?(?P<half>am|pm)?(?:'?s)? (?:ones?|reminders?)\b")
_PLACE = Pattern(rf"\b(?P<place>first|last|second|other) {_ONE}")
_EVERY = Pattern(r"\b(?:both|all(?: of them)?|every(?: one|thing)?|each)\b")
_REST_OF_WEEK = Pattern(r"\brest of (?:the|this) week\b")
_WEEK = Pattern(r"\b(?P<which>this|next|coming) week(?P<end>end)?\b")
_WEEK_DAYS = 7
_NEW_REQUEST = Pattern(
    r"\b(?:change|move|make|remind|skip|pause|shift|swap|push|bring|switch|add|turn|instead|cancel|delete|remove|stop"
    r"|set|how|why|what|when|ran)\b"
)


def which(said: Utterance) -> str | None:
    """Return which reminder a clause picks out: `HH:MM`, `am`, `pm`, `first` or `last`; None if it picks none."""
    text = said.digits
    if match := ONE_AT.search(text):
        hour = int(match["h"]) % 12 + (12 if match["half"] == "pm" else 0) if match["half"] else int(match["h"])
        return f"{hour:02d}:{match['m'] or '00'}"
    if match := _PART.search(text):
        return "am" if match["part"] in {"morning", "early"} else "pm"
    if match := _PLACE.search(text):
        return "first" if match["place"] == "first" else "last"
    return None


def single_week(said: Utterance) -> dict[str, Any]:
    """Return the first and last date of "this week", "next week" and "this weekend", as entities; empty without one."""
    match = _WEEK.search(said.digits)
    today = said.now.date()
    monday = today - timedelta(days=today.weekday())
    if _REST_OF_WEEK.search(said.digits):
        return {"first": today.isoformat(), "last": (monday + timedelta(days=_WEEK_DAYS - 1)).isoformat()}
    if match is None:
        return {}
    ahead = _WEEK_DAYS if match["which"] in {"next", "coming"} and not match["end"] else 0
    if match["end"]:
        ahead = _WEEK_DAYS if match["which"] == "next" and today.weekday() < WEEK.index("sat") else 0
    first = monday + timedelta(days=ahead + (WEEK.index("sat") if match["end"] else 0))
    last = monday + timedelta(days=ahead + _WEEK_DAYS - 1)
    if last == today and not match["end"]:
        last += timedelta(days=_WEEK_DAYS)  # on a Sunday "this week" is the one that begins
    return {"first": max(first, today).isoformat(), "last": last.isoformat()}


def picked_reminder(said: Utterance, context: Context) -> Frame | None:
    """Read the answer to which reminder is meant, as part of the request it was asked for."""
    intent = context.last_intent
    if intent is None or not intent.startswith("reminder_") or _NEW_REQUEST.search(said.words):
        return None
    entities = _selection(said)
    if not entities:
        return None
    return Frame(intent=intent, entities=entities)  # type: ignore[arg-type]  # the intent of an earlier frame


def _selection(said: Utterance) -> dict[str, Any]:
    text = said.digits
    named = weekdays(text)
    if _EVERY.search(text) and not (named and named.days):
        return {"all": True}
    if found := which(said):
        return {"which": found}
    if named and named.days:
        return {"days": list(named.days)}
    if hours := clocks(text, bare=True):
        return {"which": hours[0].shown}
    if re.search(r"\b(?:first|former)\b", text):
        return {"which": "first"}
    if re.search(r"\b(?:last|second|latter|other)\b", text):
        return {"which": "last"}
    part = re.search(r"\b(?P<am>mornings?|early)\b|\b(?:evenings?|afternoons?|nights?|late)\b", text)
    if part:
        return {"which": "am" if part["am"] else "pm"}
    found_days = days(text, today=said.now.date(), towards="future")
    return {"date": found_days[0].on.isoformat()} if found_days else {}

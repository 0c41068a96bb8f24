"""Read a stay in another place: "I'm in Lisbon this week", "in Tokyo until Friday", "off to Rome for two weeks"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bot.nlu.frame import Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.places import named_place
from bot.nlu.reminder_which import single_week
from bot.nlu.utterance import Utterance

_BEING = Pattern(
    r"\b(?:(?:im|i am|ill be|i will be|ive|we are|going to be|i)(?: (?:currently|now|over|out|away|just|here"
    r"|staying|travelling|traveling|flying|heading|off|going|on (?:holiday|vacation|a trip)|in town|visiting))*"
    r"|staying|travelling|traveling|flying|heading|off|going|visiting|a trip|holiday|vacation)"
    r" (?:in|to|over in|out in|over to|out to|at)?\b ?"
)
_PERIOD = Pattern(
    r"\b(?:from |starting |between )?(?:this|next|coming) week(?:end)?\b"
    r"|\b(?:until|till|til|through|thru|up to|to|from|between|for|over|on|just|only|starting) (?:the )?(?:next )?"
    r"(?=(?:mon|tue|wed|thu|fri|sat|sun)|\d|an? (?:week|fortnight|few days|couple)|tomorrow|(?:the )?weekend|january"
    r"|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|oct|nov|dec)"
    r"|\b(?:today|tomorrow|tonight)\b"
)
_UNTIL = Pattern(r"\b(?:until|till|til|through|thru|up to|to|and)\b")
_BACK = Pattern(
    r"\b(?:im|i am|were|we are|got) (?:now |just |safely )?back (?:home )?(?:in|to) (?P<place>[a-z][a-z .'-]{1,30})\W*$"
    r"|\b(?:back home|home again)(?: now| again| safely)?\W*$"
)
_LONGEST = 16


def read_stay(said: Utterance, original: str) -> Frame | None:
    """Return a place with the days of a stay there, None if the clause tells no place or no end.

    Args:
        said: The clause.
        original: The message's tidy text before typo repair, which would bend names.
    """
    if len(said.words.split()) > _LONGEST or re.search(r"\bremind|\brun(?:ning)?s? (?:in|to)\b", said.words):
        return None
    if back := _BACK.search(original):
        return _returned(back)
    being = _BEING.search(original)
    period = _PERIOD.search(original, being.end() if being else 0)
    if being is None or period is None:
        return None
    name = re.sub(r"\W+$", "", original[being.end() : period.start()])
    place = named_place(f"im staying in {name}") if name else None
    dates = _dates(said)
    if place is None or place.zone is None or not dates:
        return None
    return Frame(intent="set_profile", entities={"timezone": place.zone, **dates})


def _returned(back: re.Match[str]) -> Frame | None:
    """Read the end of a stay, with or without the name of the place that is home."""
    name = re.sub(r"\W+$", "", back["place"] or "")
    place = named_place(f"im staying in {name}") if name else None
    if place is not None and place.zone is not None:
        return Frame(intent="set_profile", entities={"timezone": place.zone})
    return None if name else Frame(intent="set_profile", entities={"back_home": True})


def _dates(said: Utterance) -> dict[str, Any]:
    """Return the first and last date of the stay; the day of leaving still belongs to it."""
    text, today = said.digits, said.now.date()
    week = single_week(said)
    if week:
        return {"stay_first": week["first"], "stay_last": week["last"]}
    span = said.first("span")
    if span and span.value >= 1 and re.search(r"\b(?:for|next)\b", text[: span.start + 5]):
        return {
            "stay_first": today.isoformat(),
            "stay_last": (today + timedelta(days=round(span.value) - 1)).isoformat(),
        }
    found = days(text, today=today, towards="future")
    if len(found) > 1 and found[0].on <= found[-1].on:
        return {"stay_first": found[0].on.isoformat(), "stay_last": found[-1].on.isoformat()}
    if not found:
        return {}
    begins = today if _UNTIL.search(text, 0, found[-1].start) else found[-1].on
    return {"stay_first": begins.isoformat(), "stay_last": found[-1].on.isoformat()}

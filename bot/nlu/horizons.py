"""How far ahead ("by march", "in 3 months") and which stretch of the past ("last month", "this week")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.nlu.moments import MONTH, MONTHS, dated, days
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity

_SEASONS = {"spring": (3, 1), "summer": (6, 1), "autumn": (9, 1), "fall": (9, 1), "winter": (12, 1)}
_FEASTS = {
    "new year": (1, 1), "new years": (1, 1), "nye": (12, 31), "new years eve": (12, 31), "xmas": (12, 25),
    "christmas": (12, 25), "valentines": (2, 14), "valentine": (2, 14), "halloween": (10, 31),
}  # fmt: skip
_UNTIL = r"(?:by|until|till|til|before|come|for|up to|in time for)"
_TARGET = Pattern(
    rf"\b{_UNTIL} (?:the )?(?:(?P<end>end of|start of|beginning of|middle of) )?(?:the |this |next |my |early |mid "
    r"|late )*"
    r"(?P<word>new years eve|new years?|nye|christmas|xmas|valentines?|halloween|easter|spring|summer|autumn|fall"
    rf"|winter|year|month|{MONTH})\b(?! ?\d{{1,2}}(?:st|nd|rd|th)?\b)"
)
_AT_A_FEAST = Pattern(
    r"\b(?:at|on|this|over) (?P<word>christmas|xmas|halloween|new years eve|new years?|nye|valentines?|easter)\b"
)
_MONTH_IN = Pattern(
    rf"\b(?:wedding|holiday|race|marathon|trip|birthday|weigh|weight|lighter|be) (?:(?:is|be) )?in (?P<word>{MONTH})\b"
)
_UNTIL_DATE = Pattern(rf"\b{_UNTIL} (?:the )?$")
_PERIOD = Pattern(
    r"\b(?P<which>this|last|past|the week|so far this) ?(?P<count>\d{1,3} )?(?P<unit>weeks?|months?|years?|days?"
    r"|weekend)\b"
    rf"|\b(?:in|during|for|since) (?P<month>{MONTH})\b"
    r"|\b(?:for|over|of|during|through|across) the (?P<the>week|month|year)\b"
    r"|\b(?P<today>today|this morning)\b|\b(?P<yesterday>yesterday)\b"
    r"|\bsince (?:the )?(?P<since>(?:last )?\w+(?: \w+)?)"
)
FROM_TO = Pattern(
    rf"\b(?:between|from) (?:the )?(?P<first>[0-3]?\d)(?:st|nd|rd|th)?(?: (?:of )?(?P<month>{MONTH}))? (?:and|to"
    rf"|till?|until"
    rf"|-) (?:the )?(?P<last>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH})\b"
)
"""From one day to another: "between the 1st and 10th of november"."""
_A_DAY = 1
"""A span that tells how often ("less food a day") and not how far ahead. [days]"""
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A stretch of days, both ends included."""

    since: date
    until: date


def horizon_days(text: str, found: Sequence[Quantity], *, today: date) -> int | None:
    """Return how far ahead a tidy text looks: a named span, or the days until a named date. [days]"""
    for item in found:
        if item.dimension == "span" and not item.negated and item.value > _A_DAY:
            return round(item.value)
    target = named_target(text, today=today)
    return (target - today).days if target and target > today else None


def named_target(text: str, *, today: date) -> date | None:
    """Return the day a tidy text names behind "by", "until" and the like."""
    for named in days(text, today=today, towards="future"):
        if _UNTIL_DATE.search(text, max(0, named.start - 16), named.start):
            return named.on
    match = _TARGET.search(text) or _AT_A_FEAST.search(text)
    if match is None:
        match = _MONTH_IN.search(text)
        return dated(1, MONTHS[match["word"]], None, today=today, towards="future") if match else None
    word = match["word"]
    if word == "year":
        return date(today.year, 12, 31)
    if word == "month":
        return _month_end(today)
    if word == "easter":
        easter = _easter(today.year)
        return easter if easter > today else _easter(today.year + 1)
    month, day = _FEASTS.get(word) or _SEASONS.get(word) or (MONTHS[word], 1)
    on = dated(day, month, None, today=today, towards="future")
    return _month_end(on) if on and word in MONTHS and match["end"] == "end of" else on


def past_stretch(text: str, *, today: date) -> Stretch | None:
    """Return the stretch of past days a tidy text asks about, today included; None for all time."""
    if between := _between(text, today):
        return between
    match = _PERIOD.search(text)
    if match is None:
        return None
    if match["today"]:
        return Stretch(since=today, until=today)
    if match["yesterday"]:
        return Stretch(since=today - timedelta(days=1), until=today - timedelta(days=1))
    if match["month"]:
        return _named_month(match, today)
    if match["since"]:
        day = next(iter(days(match["since"], today=today, towards="past")), None)
        return Stretch(since=day.on, until=today) if day else None
    if match["the"]:
        return Stretch(since=_start(match["the"], today), until=today)
    return _relative(match["which"], match["count"], match["unit"].removesuffix("s"), today)


def _between(text: str, today: date) -> Stretch | None:
    """Return the days from one to another: "between the 1st and 10th of november", "from 3 oct to 9 nov"."""
    match = FROM_TO.search(text)
    if match is None:
        return None
    last = dated(int(match["last"]), MONTHS[match["month2"]], None, today=today, towards="past")
    first = dated(int(match["first"]), MONTHS[match["month"] or match["month2"]], None, today=today, towards="past")
    return Stretch(since=first, until=min(last, today)) if first and last and first <= last else None


def _named_month(match: re.Match[str], today: date) -> Stretch | None:
    first = dated(1, MONTHS[match["month"]], None, today=today, towards="past")
    if first is None:
        return None
    last = today if match.group().startswith("since") else min(_month_end(first), today)
    return Stretch(since=first, until=last)


def _relative(which: str, count: str | None, unit: str, today: date) -> Stretch:
    if unit == "weekend":
        saturday = today - timedelta(
            days=(today.weekday() - 5) % 7 + (7 if which == "last" and today.weekday() >= 5 else 0)
        )
        return Stretch(since=saturday, until=min(saturday + timedelta(days=1), today))
    if count or which == "past" or unit == "day":
        back = int(count or 1) * _UNITS[unit]
        return Stretch(since=today - timedelta(days=back - 1), until=today)
    start = _start(unit, today)
    if "this" in which or which == "the week":
        return Stretch(since=start, until=today)
    before = start - timedelta(days=1)
    return Stretch(since=_start(unit, before), until=before)


def _start(unit: str, on: date) -> date:
    if unit == "week":
        return on - timedelta(days=on.weekday())
    return on.replace(day=1) if unit == "month" else on.replace(month=1, day=1)


def _month_end(on: date) -> date:
    return (on.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (anonymous algorithm; Meeus, Astronomical Algorithms, ch. 8)."""
    century, position = divmod(year, 100)
    golden = year % 19
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (position // 4) - moon - position % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)

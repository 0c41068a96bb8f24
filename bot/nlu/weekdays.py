"""Sets of weekdays in a text: lists, ranges, "weekdays", "every day except sunday", "every other day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.nlu.pattern import Pattern

WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = {
    "mon": "mon", "monday": "mon", "tue": "tue", "tues": "tue", "tuesday": "tue", "wed": "wed", "weds": "wed",
    "wednesday": "wed", "thu": "thu", "thur": "thu", "thurs": "thu", "thursday": "thu", "fri": "fri", "friday": "fri",
    "sat": "sat", "saturday": "sat", "sun": "sun", "sunday": "sun",
}  # fmt: skip
_ALL = WEEK
_WORKING = WEEK[:5]
_WEEKEND = WEEK[5:]
DAY_NAME = r"(?:mon|tues?|weds?|thur?s?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
"""Any spelling of one weekday, plural or possessive included."""

_GROUPS = {
    "weekday": _WORKING,
    "weekdays": _WORKING,
    "weekend": _WEEKEND,
    "weekends": _WEEKEND,
    "mwf": ("mon", "wed", "fri"),
    "m/w/f": ("mon", "wed", "fri"),
    "tth": ("tue", "thu"),
    "every day": _ALL,
    "each day": _ALL,
    "daily": _ALL,
}
_NOT_A_DAY = (
    r"(?!(?<=the )sun\b|(?<=in )sun\b|(?<=i )sat\b|(?<=just )sat\b|(?<=been )sat\b|sun ?(?:cream|screen|burn"
    r"|hat|was|is)\b|sat (?:down|here|still)\b)"
)
RATHER = Pattern(r"\b(?:and |but )?(?:not|except)(?: on)?\b|\binstead of\b|\brather than\b")
"""Sets days against others: "Thursday, not Tuesday"."""
_TOKEN = Pattern(
    rf"\b(?:(?P<from>{DAY_NAME}) ?(?:-|to|till|thru|through|until) ?(?P<to>{DAY_NAME})"
    r"|(?P<group>weekdays?|weekends?|mwf|m/w/f|tth|daily|(?:every|each) (?:single )?(?:day|morning|evening|night"
    r"|afternoon|lunchtime)"
    r"|7 days a week|all week)"
    rf"|{_NOT_A_DAY}(?P<day>{DAY_NAME}))\b"
)
_EXCEPT = Pattern(
    r"\b(?:except|but not|not on|not|excluding|apart from|bar|minus|other than|aside from|skip)(?: on| for| the)? $"
)
_LIST_GAP = Pattern(r" ?(?:,|&|\+|/|and|or)? ?(?:on |and |the )?")
_INTERVAL = Pattern(
    r"\bevery (?:(?P<other>other|second|2nd|alternate) day|(?P<n>third|3rd|\d) days?)\b|\balternat(?:e|ing) days\b"
)
_PLURAL = Pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweekends\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """The weekdays a text names."""

    days: tuple[str, ...]
    """In the order of the week."""
    start: int
    end: int
    single: bool = False
    """One day, named in the singular: it may be meant once ("on friday")."""


def weekdays(text: str) -> Days | None:
    """Return the set of weekdays a tidy text names, exceptions taken out; None if it names none."""
    wanted: set[str] = set()
    unwanted: set[str] = set()
    spans: list[tuple[int, int]] = []
    last_was_exception = False
    for match in _TOKEN.finditer(text):
        gap = text[spans[-1][1] : match.start()] if spans else ""
        is_exception = bool(_EXCEPT.search(text, max(0, match.start() - 20), match.start())) or (
            last_was_exception and bool(_LIST_GAP.fullmatch(gap))
        )
        (unwanted if is_exception else wanted).update(_members(match))
        last_was_exception = is_exception
        spans.append(match.span())
    if not spans:
        return None
    if not wanted and unwanted:
        return None
    days = tuple(day for day in WEEK if day in wanted - unwanted)
    start, end = spans[0][0], spans[-1][1]
    single = (
        len(spans) == 1
        and len(days) == 1
        and not _PLURAL.search(text, start, end)
        and not re.search(r"\b(?:every|each|weekly)\b", text)
    )
    return Days(days=days, start=start, end=end, single=single)


def every_n_days(text: str) -> int | None:
    """Return the interval of "every other day" and "every three days". [days]"""
    match = _INTERVAL.search(text)
    if match is None:
        return None
    words = match["n"]
    return 2 if not words else 3 if words in {"third", "3rd"} else max(int(words), 1)


def _members(match: re.Match[str]) -> tuple[str, ...]:
    if match["day"]:
        return (_day(match["day"]),)
    if match["from"]:
        first, last = WEEK.index(_day(match["from"])), WEEK.index(_day(match["to"]))
        return tuple(WEEK[(first + step) % 7] for step in range((last - first) % 7 + 1))
    return _GROUPS.get(match["group"], _ALL)


def _day(name: str) -> str:
    return _NAMES.get(name) or _NAMES[name.removesuffix("s")]

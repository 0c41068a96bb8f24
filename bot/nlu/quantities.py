"""Find every quantity of a text, with its place, its dimension and its value in SI-like units.

The grammar reads both unit systems, number words, compound heights, weights and times, paces, frequencies and
weekly totals. An earlier rule takes its text away from later ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from bot.nlu.body_quantities import RULES as BODY
from bot.nlu.body_quantities import UNITS as BODY_UNITS
from bot.nlu.grammar import Rule, amount, at, rule
from bot.nlu.number_words import BOUNDARY, NUMBER, RANGE, number, with_digits
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension, Quantity, clock_seconds
from bot.nlu.rhythm_quantities import DAYS, FREQUENCIES, SPANS, TIMES
from bot.nlu.run_quantities import ASIDES, CLOCKS, RATES, SIZES
from bot.nlu.run_quantities import UNITS as RUN_UNITS
from bot.nlu.tidy import fold
from bot.units import METRES_PER_KM, METRES_PER_MILE

_UNITS = RUN_UNITS | BODY_UNITS
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))


def _plain(match: re.Match[str]) -> Quantity:
    dimension, factor, units = _UNITS[re.sub(r" ?/ ?", "/", match["u"])]
    return at(match, dimension, amount(match["n"]) * factor, units)


_PLAIN = rule(
    rf"{BOUNDARY}(?P<n>(?<!from ){RANGE}|{NUMBER}|half an?(?= )|half(?=[ -])|an?(?= ))[ -]?"
    rf"(?:(?:easy|slow|steady|hard|fast|gentle|hilly|muddy|soggy|lovely|solid|tough|painful|quick|short"
    rf"|long) )?(?P<u>{_UNIT})(?![a-z0-9])",
    _plain,
)
_NUMBER = rule(
    rf"(?<![\w.:])(?P<n>{NUMBER})(?![\w:]|[.,]\d|')",
    lambda match: at(match, "number", number(match["n"])),
)
_RULES: tuple[Rule, ...] = (
    ASIDES, *RATES, *FREQUENCIES, *BODY, *SIZES, _PLAIN, *SPANS, CLOCKS, *TIMES, _NUMBER,
)  # fmt: skip
_HOLDS_NUMBER = Pattern(
    r"\d|\b(?:an?|half|quarter|once|twice|thrice|every|each|daily|nightly|weekdays|weekends|alternat|marathon|parkrun"
    r"|mile|hour)"
)
_PER = Pattern(
    r"(?: (?:of (?:easy )?(?:running|jogging|cardio|exercise)|running|jogging|runs?|jogs?|total|in total|or so"
    r"|roughly|easy))?"
    r" ?(?:an? |per |/ ?|each |every |in an? )(?P<u>day|week|fortnight|month|year)(?![a-z])"
    r"| (?P<ly>dai|week|month)ly\b| ?p/?(?P<pw>w)\b"
)
_WEEKLY = Pattern(r"\b(?:weekly|a week of|per week:?) $")
_NEGATION = Pattern(r"\b(?:not|instead of|rather than|wasnt|isnt|no longer) (?:a |an |just )?$")
_REPEATED: dict[Dimension, Dimension] = {
    "distance": "weekly_distance",
    "duration": "weekly_duration",
    "mass": "mass_rate",
}


_SINGLE: dict[Dimension, Dimension] = {"weekly_distance": "distance", "weekly_duration": "duration"}


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return every quantity of a text from left to right, without overlaps.

    Args:
        text: Anything a person writes; the offsets of the result refer to it.

    Example:
        "ran 5k in 28:30" holds a distance of 5000 m and a duration of 1710 s.
    """
    plain, offsets = with_digits(fold(text))
    found = [item for item in scan(plain) if item.dimension != "aside"]
    distance = next((item.value for item in found if item.dimension == "distance" and not item.negated), None)
    return tuple(
        replace(
            item,
            dimension="duration" if item.dimension == "clock" else item.dimension,
            value=clock_seconds(item, distance) if item.dimension == "clock" else item.value,
            start=offsets[item.start],
            end=offsets[item.end - 1] + 1 if offsets[item.end] == offsets[item.end - 1] + 1 else offsets[item.end],
        )
        for item in found
    )


@lru_cache(maxsize=64)
def scan(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a folded text from left to right, asides and unread colon times included."""
    if not _HOLDS_NUMBER.search(text):
        return ()
    taken = bytearray(len(text))
    found: list[Quantity] = []
    for entry in _RULES:
        for match in entry.pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            item = entry.read(match)
            if item is not None:
                taken[item.start : item.end] = b"\x01" * (item.end - item.start)
                found.append(item)
    found.sort(key=attrgetter("start"))
    if any(item.dimension == "distance" and item.units == "imperial" for item in found):
        found = [_per_mile(item) for item in found]
    return tuple(_sessions(_uncovered(_in_context(text, item) for item in found)))


def _per_mile(item: Quantity) -> Quantity:
    """Give a pace without a unit the unit of the miles beside it: "4 miles, 9:45 pace"."""
    if item.dimension != "pace" or item.units is not None:
        return item
    return replace(item, value=item.value * METRES_PER_KM / METRES_PER_MILE, units="imperial")


def _uncovered(items: Iterable[Quantity]) -> Iterator[Quantity]:
    """Leave out what a longer quantity before it has taken in ("a week" behind "30k")."""
    reach = 0
    for item in items:
        if item.start >= reach:
            yield item
        reach = max(reach, item.end)


def _sessions(items: Iterable[Quantity]) -> Iterator[Quantity]:
    """Read "4 x 5k a week" and "three 5ks a week" as four sessions of one size, not as a weekly total."""
    before: Quantity | None = None
    for item in items:
        size = _SINGLE.get(item.dimension)
        if before and size and before.dimension in {"times", "number"} and 0 <= item.start - before.end <= len(" of "):
            yield replace(before, dimension="frequency")
            before = replace(item, dimension=size, value=item.value / (7 / item.period_days if item.period_days else 1))
            continue
        if before:
            yield before
        before = item
    if before:
        yield before


_BUT_NOT = Pattern(r",? (?:except|but|apart from|bar|besides|other than|save|without|excluding|minus)\b")


def _in_context(text: str, item: Quantity) -> Quantity:
    """Join a size with the period behind it, and mark what is named to be taken back."""
    if _NEGATION.search(text, max(0, item.start - 24), item.start):
        return replace(item, negated=True)
    if item.dimension not in {"distance", "duration", "mass", "energy"}:
        return item
    match = _PER.match(text, item.end)
    if match is None:
        weekly = _WEEKLY.search(text, max(0, item.start - 16), item.start)
        return _repeated(item, DAYS["week"], item.end) if weekly else item
    if _BUT_NOT.match(text, match.end()):
        return item  # "every day except sunday" is six times and no daily size
    name = match["u"] or {"dai": "day", "week": "week", "month": "month"}.get(match["ly"] or "", "week")
    return _repeated(item, DAYS[name], match.end())


def _repeated(item: Quantity, days: float, end: int) -> Quantity:
    """Return the size as a weekly total, or as a daily size if it repeats every day."""
    if days == DAYS["day"] and item.dimension != "mass":
        return replace(item, end=end, period_days=days)
    dimension = _REPEATED.get(item.dimension, item.dimension)
    value = item.value if dimension == "energy" else item.value * DAYS["week"] / days
    return replace(item, dimension=dimension, value=value, end=end, period_days=days)


def first(items: Sequence[Quantity], dimension: Dimension) -> Quantity | None:
    """Return the first quantity of a dimension that was not taken back."""
    return next((item for item in items if item.dimension == dimension and not item.negated), None)

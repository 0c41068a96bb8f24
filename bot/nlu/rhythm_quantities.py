"""Quantities of a habit: how often a week, over how many days, how many times."""

from __future__ import annotations

import re

from bot.nlu.grammar import Rule, amount, at, rule
from bot.nlu.number_words import BOUNDARY, NUMBER, RANGE, middle, number
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity

DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 365.25 / 12, "year": 365.0}
"""Length of the spans people name. [days]"""
_COUNTS = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "once or twice": 1.5, "twice or thrice": 2.5}
_PER_WEEK = {"day": 7.0, "week": 1.0, "fortnight": 0.5, "month": 7.0 / DAYS["month"]}
_MOST_PER_WEEK = 100

_DAY_NAMES = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?s?\b"
_DAY = Pattern(r"\b(?:mon|tue|wed|thu|fri|sat|sun)")
_COUNT = rf"(?:once or twice|twice or thrice|once|twice|thrice|{RANGE})"
_SESSION = (
    r"(?:x|times|days?|runs?|sessions?|jogs?|workouts?|nights|mornings|evenings|outings|of (?:those|these|them|that))"
)
_EACH = r"(?:an? |per |/ ?|each |every |in an? |in the |out of (?:the )?|of the )"


def _count(words: str) -> float:
    return _COUNTS[words] if words in _COUNTS else middle(words)


def _frequency(match: re.Match[str]) -> Quantity | None:
    per_week = _count(match["n"]) * _PER_WEEK[match["u"]]
    return at(match, "frequency", per_week) if 0 < per_week <= _MOST_PER_WEEK else None


def _every_n_days(match: re.Match[str]) -> Quantity:
    words = match["n"]
    days = 2.0 if not words else 3.0 if words in {"third", "3rd"} else max(number(words), 1.0)
    return at(match, "frequency", 7.0 / days)


def _each_day(match: re.Match[str]) -> Quantity:
    """Count the days of a week without those left out: "every day except sunday"."""
    but = match["but"]
    left_out = 0.0 if not but else 2.0 if "weekend" in but else float(len(_DAY.findall(but)))
    return at(match, "frequency", 7.0 - left_out)


def _times(match: re.Match[str]) -> Quantity:
    return at(match, "times", _count(match["n"]))


FREQUENCIES: tuple[Rule, ...] = (
    rule(
        rf"(?<![\w.:])(?P<n>{_COUNT})(?: ?{_SESSION} ?{_EACH}?| ?{_EACH}|(?<=e) )(?P<u>week|day|fortnight"
        r"|month)(?:ly)?(?![a-z])",
        _frequency,
    ),
    rule(rf"(?<![\w.:])x ?(?P<n>{NUMBER}) ?{_EACH}(?P<u>week|day|month)\b", _frequency),
    rule(
        rf"(?<![\w.:])(?P<n>{_COUNT}) ?(?:{_SESSION} ?)?p/?(?P<u>w)(?![a-z])",
        lambda match: at(match, "frequency", _count(match["n"])),
    ),
    rule(
        r"\bevery (?:other|second|2nd|alternate) day\b|\balternat(?:e|ing) days\b|\bevery (?P<n>third|3rd"
        rf"|{NUMBER}) days?\b",
        _every_n_days,
    ),
    rule(
        r"\b(?:every (?:single )?(?:day|morning|evening|night|lunchtime)|each (?:day|morning|evening|night)|daily"
        rf"|nightly)\b(?:,? (?:except|but|apart from|bar|besides|other than|save|without|excluding"
        rf"|minus)(?: for| not| on"
        rf"| the)*(?P<but>(?:,? ?(?:and |or |on )*(?:{_DAY_NAMES}|weekends?))+))?",
        _each_day,
    ),
    rule(r"\b(?:every weekday|weekdays)\b", lambda match: at(match, "frequency", 5.0)),
    rule(r"\b(?:every weekend|weekends)\b", lambda match: at(match, "frequency", 2.0)),
)

SPANS: tuple[Rule, ...] = (
    rule(
        rf"{BOUNDARY}(?P<n>{RANGE}|an?(?= )|half an?(?= ))[ -]?(?:whole |full |solid )?(?P<u>day|week|fortnight|month"
        r"|year)s?(?P<half> and a half)?"
        r"(?![a-z])(?! (?:old|in a row|on the trot))",
        lambda match: at(match, "span", (amount(match["n"]) + (0.5 if match["half"] else 0.0)) * DAYS[match["u"]]),
    ),
)

TIMES: tuple[Rule, ...] = (
    rule(r"(?<![\w.:])(?P<n>once or twice|once|twice|thrice)\b", _times),
    rule(rf"(?<![\w.:])(?P<n>{RANGE}) ?(?:x|times|days|runs|sessions)(?![a-z0-9])", _times),
    rule(r"(?<![\w.:])x ?(?P<n>\d{1,2})(?![\w:.])", _times),
)

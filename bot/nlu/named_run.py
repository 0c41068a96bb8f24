"""Read which run of the log some words name: by its day, its size, or its minutes."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

SIZE: Final = r"(?P<{0}>\d{{1,3}}(?:\.\d{{1,2}})?) ?(?P<{1}>kms?|k|miles?|mi)?(?![\w:.%]|\.\d)"
"""A size in kilometres or miles, or without its unit; the names of its groups are filled in."""
NAMED_SIZE: Final = Pattern(
    rf"\b(?:the|that|my|both the|a) {SIZE.format('n', 'u')}(?! ?(?:am|pm|mins?|minutes?|times|kg|lbs?|%|years?"
    rf"|of|nov|dec)\b)"
)
_NAMED_TIME: Final = Pattern(r"\b(?:the|that|my|a) (?P<n>\d{1,3})[ -]?(?:minutes?|mins?)\b")


def named_run(said: Utterance, words: str) -> dict[str, Any]:
    """Return which run some words of a message name, as `which_date`, `size` or both; empty if they name none."""
    named: dict[str, Any] = {}
    plain = re.sub(r"(?<=\w)'s\b| (?:ones?|1)\b", "", words)
    found = [day for day in days(plain, today=said.now.date(), towards="past") if day.on <= said.now.date()]
    if found:
        named["which_date"] = found[0].on.isoformat()
        plain = f"{plain[: found[0].start]} {plain[found[0].end :]}"
    if sized := NAMED_SIZE.search(re.sub(r"\bthe \d{1,2}(?:st|nd|rd|th)\b", "", " ".join(f"{plain} ".split()) + " ")):
        named["size"] = float(sized["n"])
    elif timed := _NAMED_TIME.search(words):
        named["size"] = float(timed["n"])
    return named

"""The days somebody wishes a week of running for, said back in words: "on Tuesday and Thursday", "three days"."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.nlu.weekdays import weekdays
from bot.voice.phrase import Phrase, phrase

_NAMES: Final = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_TIMES: Final = Pattern(
    r"\b(?P<n>2|3|4|two|three|four|twice) ?(?:x|times|days|runs|outings)?(?: of running)? ?(?:a|per|each|every"
    r"|in the)? ?week\b"
    r"|\b(?P<n2>2|3|4|two|three|four) (?:times|days|runs)\b|\b(?P<n3>[234])x\b",
    re.IGNORECASE,
)
_WORDS: Final = {"2": "two", "3": "three", "4": "four", "twice": "two"}


def days_wished(draft: Draft, text: str) -> Phrase | None:
    """Return the days or the number of days a message names, in words; None if it names neither."""
    plain = tidy(text)
    named = weekdays(plain)
    if named is not None and named.days:
        names = [_NAMES[day] for day in named.days]
        listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return draft.texts.say("care.any.days.named", days=phrase(listed, "said"))
    match = _TIMES.search(plain)
    if match is None:
        return None
    count = next(value for value in match.groupdict().values() if value).lower()
    return draft.texts.say("care.any.days.times", times=phrase(_WORDS.get(count, count), "said"))

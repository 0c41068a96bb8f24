"""Repetitions told with their times: their sum is the time of the run, where every one of them is told.

"5x1000m with 90 s rest: 4:10 4:08 4:12 4:05 4:01" is five kilometres in 20:36. Breaks between them are no part of it;
with some of the times missing there is no sum, and no time is made up.
"""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.pattern import Pattern
from bot.nlu.quantities import quantities
from bot.nlu.utterance import Utterance

_SETS: Final = Pattern(
    r"(?<![\w.:])(?P<n>\d{1,2}) ?(?:x|\*|by) ?(?P<d>\d{1,4}(?:\.\d{1,2})?)"
    r"(?P<u> ?(?:m|kms?|k|mi|miles?|met(?:re|er)s?))?(?!\w|[.:]\d| ?(?:min|sec|s\b|times|a week|per week|weekly|/))"
)
_TIME: Final = r"(?:\d{1,2}[:.][0-5]\d|\d{2,3} ?(?:s|secs?|seconds)\b)"
_TIMES: Final = Pattern(
    rf"(?:\b(?:reps?|splits?|laps?|intervals?|times?|repeats?|in|at|@|were|was|of)\b[ :,]*)*"
    rf"(?P<list>(?<![\d:.]){_TIME}(?:(?: ?[,/;&+|-] ?(?:and )?| and | ){_TIME})+)(?![\d:])"
)
_ONE: Final = Pattern(_TIME)
_EACH: Final = Pattern(rf"(?P<time>(?<![\d:.]){_TIME}) (?:each|per rep|a rep|every time|apiece)\b")
_AT: Final = Pattern(rf"^ ?(?:reps? )?in (?:about |around )?(?P<time>{_TIME})(?![\d:]|[ ,/;]+\d)")
"""One time behind the repetitions: of each, if one can be run in it."""
_FASTEST_S_PER_M, _SLOWEST_S_PER_M = 0.14, 0.55
_BREAK: Final = Pattern(
    r",? ?(?:\b(?:with|w|w/|off|on|and|plus|after|then) )?(?:an? )?(?:\d{1,3} ?(?:s|secs?|seconds|m|mins?|minutes)?"
    r"|\d:[0-5]\d)"
    r" ?(?:of )?(?:easy |standing |slow )?(?:rests?|recover\w*|jog(?:ging)?|breaks?|walk(?:ing)?|float)"
    r"(?: (?:in )?between(?: reps| each| them)?| recover\w*| rests?)?\b"
)
_WHOLE: Final = Pattern(
    rf"\b(?:total|in all|all in|altogether|overall|whole)\b[^.]{{0,24}}{_TIME}|{_TIME} (?:total"
    rf"|in all)\b"
)
_FEWEST_METRES: Final = 100.0
_APART: Final = 1.6
"""Times of repetitions of one length lie so near together, the longest over the shortest."""


def tells_reps(text: str) -> bool:
    """Whether a tidy text tells repetitions of a distance."""
    return _SETS.search(text) is not None


def reps_summed(said: Utterance) -> Utterance:
    """Return a clause with the times of its repetitions as one, and without the breaks between them.

    Inside a longer run these are the times of a part, and say nothing of the whole.
    """
    text = said.digits
    sets = _SETS.search(text)
    if sets is None:
        return said
    unit = sets["u"] or (" m" if float(sets["d"]) >= _FEWEST_METRES else "")
    rest = text[sets.end() :]
    beside = _BREAK.sub(" ", rest)
    of_more = any(one.end <= sets.start() or one.start >= sets.end() for one in said.all("distance"))
    number = 0 if of_more else int(sets["n"])
    length = quantities(f"{sets['d']}{unit}")
    metres = next((one.value for one in length if one.dimension == "distance"), 0.0)
    summed = _each(beside, number) or _at(beside, number, metres) or _listed(beside, number)
    if summed is None and (sets["u"] or of_more):
        return said
    whole = f"{text[: sets.start()]}{sets['n']} x {sets['d']}{unit.strip()} {summed or beside}"
    return said.saying(" ".join(whole.split()))


def _each(text: str, number: int) -> str | None:
    match = _EACH.search(text)
    return None if match is None else _with(text, match, number * _seconds(match["time"]) or None)


def _at(text: str, number: int, metres: float) -> str | None:
    match = _AT.match(text)
    if match is None or not metres or not _FASTEST_S_PER_M <= _seconds(match["time"]) / metres <= _SLOWEST_S_PER_M:
        return None
    return _with(text, match, number * _seconds(match["time"]) or None)


def _listed(text: str, number: int) -> str | None:
    """Return a text with the sum of the times in their place, or without them if some are missing."""
    match = _TIMES.search(text)
    if match is None:
        return None
    times = [_seconds(one.group()) for one in _ONE.finditer(match["list"])]
    if max(times) > _APART * min(times):
        return None
    complete = len(times) == number and not _WHOLE.search(text)
    return _with(text, match, sum(times) if complete else None)


def _with(text: str, match: re.Match[str], seconds: float | None) -> str:
    time = "" if seconds is None else f" in {int(seconds // 60)} min {int(seconds % 60)} sec "
    return f"{text[: match.start()]}{time}{text[match.end() :]}"


def _seconds(time: str) -> float:
    if (parts := re.match(r"(\d{1,2})[:.](\d\d)", time)) is not None:
        return int(parts[1]) * 60.0 + int(parts[2])
    return float(re.match(r"\d+", time)[0])  # type: ignore[index]  # every time begins with digits

"""Wishes about a time over a distance: is it good, can I reach it, how to get faster, the quick session. Pure."""

from __future__ import annotations

from typing import Final, Literal

from bot.nlu.pattern import Pattern

TimeAsked = Literal["is_it_good", "reachable", "goal", "faster", "session", "progress", "other_days"]

_RACE: Final = r"(?:5 ?kms?|5 ?ks?|5 ?kilomet\w+|10 ?kms?|10 ?ks?|parkrun|3 miles?|mile|half(?: marathon)?|marathon)"
_CLOCK: Final = r"(?:(?:sub|under|below) ?-?)?\d{1,2}(?::\d\d|\.\d\d)?(?: ?(?:mins?|minutes?))?"
_BOTH: Final = Pattern(rf"\b{_RACE}\b.{{0,24}}\b{_CLOCK}\b|\b{_CLOCK}\b.{{0,16}}\b{_RACE}\b")
_TIME_OF_FIVE: Final = Pattern(
    r"\b(?P<min>[1-5]\d)(?:[:.](?P<sec>\d\d))?(?! ?(?:k|km|miles?|weeks?|days?|months?|%|kg|lb)\b)"
)
_FIVE: Final = Pattern(r"\b(?:5 ?kms?|5 ?ks?|parkrun|5 ?kilomet\w+)\b")
_GOOD: Final = Pattern(
    r"\b(?:is|was|isnt|thats|are)\b.{0,40}\b(?:good|ok|okay|decent|slow|fast|bad|respectable|normal|average"
    r"|any good)\b"
    r"|\bgood (?:5 ?k|10 ?k|parkrun) time\b"
)
_REACH: Final = Pattern(
    r"\b(?:can|could|will|would|might) i (?:\w+ )?(?:run|get|do|reach|hit|make|manage|break|be|go)\b|\b(?:is"
    r"|isnt) (?:it|that"
    r"|sub).{0,30}\b(?:possible|realistic|doable|achievable|too much)\b|\b(?:possible|realistic|doable)\W*$"
)
_WISH: Final = Pattern(
    r"\b(?:my (?:goal|target|aim|dream)|(?:want|need|like|love|hope|aim\w*|trying|training|going) to (?:run|get"
    r"|do|break|go|hit)"
    r"|break|goal is|aiming for)\b"
)
_FASTER: Final = Pattern(
    r"\b(?:how|what|ways?|tips?|need|want|make|get|help|become|be)\b.{0,30}\b(?:faster|quicker|speed(?:ier)?"
    r"|improve my (?:time|pace"
    r"|5k))\b(?!.{0,20}\b(?:fat|weight|metabolism|results|lose|recover\w*)\b)"
)
_BY_A_THING: Final = Pattern(
    r"\b(?:will|does|do|can|could|would|did) (?!i\b|you\b|running\b|intervals\b|sprints?\b|hills?\b|tempo\b|more\b)"
    r"(?:\w+ ){1,4}?(?:make|get|help) (?:me|you|us|runners|people) (?:\w+ )?(?:faster|quicker)\b"
)
"""Whether some thing makes faster is a question on that thing: "does coffee make me faster"."""
_SESSION: Final = Pattern(
    r"\b(?:quick|fast|speed|interval|harder|hard|brisk|tempo) (?:session|day|run|one|workout"
    r"|bit)s?\b.{0,24}\b(?:like|do|look"
    r"|exactly|mean|involve|how)\b|\bwhat (?:is|does|do i do (?:in|for|on)) (?:the|a|that|this) (?:quick|fast"
    r"|speed|interval|hard"
    r"|brisk|harder)\b|\bwhat pace for (?:the )?intervals\b"
)
_HARD_DAY: Final = Pattern(
    r"^(?:(?:so|and|ok),? )*(?:what|how)\b.{0,24}\b(?:hard|quick|fast|speed|harder|quicker|faster) (?:day"
    r"|session|one|run)\b"
)
_PROGRESS: Final = Pattern(
    r"\bhow (?:do|will|would|can) i (?:know|tell|see|measure)\b.{0,24}\b(?:faster|quicker|improv\w+)\b"
)
_OTHERS: Final = Pattern(
    r"^(?:(?:so|and|ok),? )*(?:what about )?(?:the )?(?:other|rest of the|remaining) (?:days|ones|runs)\b"
)
_ELSEWHERE: Final = Pattern(
    r"\b(?:fat|weight|kg|lbs?|calor\w*|kcal|burn\w*|lose|bum|butt|predict\w*|project|convert|estimate"
    r"|from (?:the|my|a))\b"
)

_OUTRIGHT: Final[tuple[tuple[TimeAsked, Pattern], ...]] = (
    ("session", _SESSION),
    ("session", _HARD_DAY),
    ("progress", _PROGRESS),
    ("other_days", _OTHERS),
)
_OF_A_TIME: Final[tuple[tuple[TimeAsked, Pattern], ...]] = (
    ("reachable", _REACH),
    ("is_it_good", _GOOD),
    ("goal", _WISH),
    ("goal", _FASTER),
)


def time_asked(text: str) -> TimeAsked | None:
    """Return what a tidy text asks about a time over a distance, or about getting faster; None if nothing."""
    if _ELSEWHERE.search(text) or _BY_A_THING.search(text):
        return None
    outright = next((name for name, pattern in _OUTRIGHT if pattern.search(text)), None)
    if outright is not None:
        return outright
    of_a_time = next((name for name, pattern in _OF_A_TIME if pattern.search(text)), None)
    if of_a_time is not None and _BOTH.search(text):
        return of_a_time
    return "faster" if _FASTER.search(text) else None


def five_km_seconds(text: str) -> int | None:
    """Return the time named for 5 km, None where another distance or none is named. [s]"""
    times = five_km_times(text)
    return min(times) if times else None


def five_km_times(text: str) -> list[int]:
    """Return every time named beside 5 km, in the order of speaking: what is run now, say, and what is wished. [s]"""
    if not _FIVE.search(text):
        return []
    found = _TIME_OF_FIVE.finditer(_FIVE.sub(" ", text))
    return [int(match["min"]) * 60 + int(match["sec"] or 0) for match in found]

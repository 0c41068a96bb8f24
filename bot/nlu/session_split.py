"""Whether somebody asks how to cut a session of so many minutes into walking and jogging. Pure."""

from __future__ import annotations

from typing import Final

from bot.nlu.pattern import Pattern

_MIN: Final = r"(?:minutes?|mins?|min)"
_OTHER: Final = Pattern(
    r"\b(?:negative|split times?|pace|lift\w*|weights|gym|rows?|rowing|cycl\w*|bike|swim\w*|sleep|meals?|burn\w*"
    r"|kcals?|calor\w*|over the week|across the week|days)\b"
)
"""Beside one of these another split, or another session, is meant."""
_SPLITS: Final = Pattern(
    r"\b(?:split|divide|divvy|carve|slice|portion)\b(?! ?(?:times?|out|fast))(?=.*(?:\bit\b|\bthat\b"
    rf"|\bthem\b|\bthose\b|\bthis\b|\bup\b|\d ?{_MIN}|\bthe (?:time|session|\d)|\brun\w*|\bwalk\w*|\bjog\w*))"
    rf"|\b(?:how many|how much)\b.{{0,24}}\b(?:each|of each|of which|of what)\b|\bhow long each\b|\b{_MIN} each\b"
    r"|\b(?:break|cut|chop|share) (?:it|that|them|this|those|the time|the \d+) (?:up|down|into|between|out)\b"
    r"|\b(?:fit|fits|squeeze|pack)\b.{0,24}\b(?:in|into|exactly|inside|within)\b.{0,12}\d\d"
    r"|\b(?:add|adds|adding) up to\b"
    r"|\b(?:incl\w*|counting|with) (?:the )?(?:walk\w*|way|stroll|jog) (?:back|home)\b"
)
_BOTH: Final = Pattern(r"^(?=.*\b(?:walk|wlk)\w*)(?=.*\b(?:run|jog)\w*).*\bhow (?:many|much|long|do|would|should|to)\b")
_SIZED: Final = Pattern(rf"(?<![\d.:])(?P<n>[1-9]\d?) ?{_MIN}\b")
_BARE: Final = Pattern(
    r"\b(?:more|longer|over|fit|exactly|only|just|into?|is|in total|of|to|not|max|have|got|with|for|about|if"
    r"|or) (?P<n>[1-9]\d)\b"
    r"(?! ?(?:km|k|kg|miles?|days?|weeks?|months?|years?|times|reps|%|am|pm))"
)
_TOO_LONG: Final = Pattern(
    r"\b(?:thats|that is|this is|its|that makes|comes? to|is)\b.{0,12}\b(?:more than|over|longer than"
    r"|not) (?P<n>[1-9]\d)"
    r"\b(?! ?(?:km|k|kg|miles?|%))"
)
_RUNS: Final = Pattern(r"\b(?:run|runs|running|jog\w*|walk\w*)\b")
_ANOTHER: Final = Pattern(
    rf"^(?:and |so |ok |but )*(?:(?:what|how) (?:about|if)|with|for|in|if i (?:only )?(?:have|had|get)|or)"
    rf"(?: (?:with|for|in|only|just|i (?:only )?(?:have|had|get)))* [1-9]\d(?: ?{_MIN})?\W*$"
)
"""Another length asked of a session that was just cut up: "and with 25?"."""
_FEWEST_MIN, _MOST_MIN = 8, 60
"""Shorter is a walk round the block; longer is no first session. [min]"""


def asks_split(text: str, *, on_plan: bool) -> bool:
    """Return whether a tidy text asks how to cut minutes into walking and jogging.

    Args:
        text: Tidy, repaired.
        on_plan: Whether the talk stands on the first plan, so that "how many min each?" is about its outings.
    """
    if _OTHER.search(text):
        return False
    named = _BOTH.search(text) is not None
    if _SIZED.search(text) and (named or (_SPLITS.search(text) and (on_plan or _RUNS.search(text) is not None))):
        return True
    return on_plan and any(one.search(text) for one in (_SPLITS, _TOO_LONG, _ANOTHER))


def tells_session(text: str) -> bool:
    """Return whether a tidy text tells how many minutes somebody has for a run or a walk."""
    return _RUNS.search(text) is not None and minutes_of_session(text) is not None


def minutes_of_session(text: str, *, bare: bool = False) -> int | None:
    """Return the length of a session that a tidy text names, None if it names none. [min]

    Args:
        text: Tidy.
        bare: Whether a number without its unit may be one: "thats more than 20".
    """
    sizes = [int(one["n"]) for one in _SIZED.finditer(text)]
    if not sizes and bare:
        sizes = [int(one["n"]) for one in _BARE.finditer(text)]
    fitting = [one for one in sizes if _FEWEST_MIN <= one <= _MOST_MIN]
    return fitting[0] if fitting else None

"""A half marathon by its short names: "at 4:59 for a half", "hm"."""

from __future__ import annotations

from typing import Final

from bot.nlu.pattern import Pattern

_HALF: Final = Pattern(
    r"(?<!first )(?<!second )(?<!2nd )(?<!other )(?<!back )"
    r"\b(?:hm|half)\b(?! ?(?:an?|hour|of|the|my|mile|km|marathon|[-]))"
)
"""Not the half of something else: "half an hour", "the first half"."""


def half_in_full(text: str) -> str:
    """Return a tidy text with a half marathon said in full."""
    return _HALF.sub("half marathon", text)

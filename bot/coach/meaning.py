"""What the whole of a message makes likely, for a grammar that is at its end."""

from __future__ import annotations

from typing import Final

from bot.coach import sensing
from bot.coach.hearing import Heard
from bot.nlu.frame import Meaning

_LEANING: Final = frozenset({"why", "more", "source", "dispute", "yes", "no", "undo"})
"""Wishes that lean on something said before."""


def meaning_of(message: Heard, *, begins: bool = False) -> Meaning:
    """Return what a message makes likely.

    Args:
        message: What the person wrote.
        begins: Whether nothing was said before, so that what leans on it is nothing this message can want.
    """
    wishes = {one: 0.0 if begins and one in _LEANING else share for one, share in message.wishes.items()}
    return Meaning(wishes=wishes, moods=message.moods, is_harmless=sensing.is_harmless(message))

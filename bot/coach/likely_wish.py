"""How likely each wish is by what the whole of a message means, for what the grammar cannot place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach.hearing import Heard
from bot.knowledge.wishes import load_wishes

_LEANING: Final = frozenset({"why", "more", "source", "dispute", "yes", "no", "undo"})
"""Wishes that lean on something said before."""


def likely_wishes(message: Heard, *, begins: bool = False) -> Mapping[str, float]:
    """Return how likely each intent is, 0 to 1.

    Args:
        message: What the person wrote.
        begins: Whether nothing was said before, so that what leans on it is nothing this message can want.
    """
    shares = load_wishes().likelihoods(message.words, message.vector)
    return {intent: 0.0 if begins and intent in _LEANING else share for intent, share in shares.items()}

"""How likely each wish is by what the whole of a message means, for what the grammar cannot place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.knowledge.embedding import Vectors
from bot.knowledge.likelihoods import BUCKETS
from bot.knowledge.wishes import load_wishes
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.word_weights import bucketed

_LEANING: Final = frozenset({"why", "more", "source", "dispute", "yes", "no", "undo"})
"""Wishes that lean on something said before."""


def likely_wishes(text: str, vector: Vectors, *, begins: bool = False) -> Mapping[str, float]:
    """Return how likely each intent is, 0 to 1.

    Args:
        text: What the person wrote.
        vector: Its sentence vector, of the tidy text.
        begins: Whether nothing was said before, so that what leans on it is nothing this message can want.
    """
    words = bucketed(repaired(tidy(text), names=names_in(text)), buckets=BUCKETS)
    shares = load_wishes().likelihoods(words, vector)
    return {intent: 0.0 if begins and intent in _LEANING else share for intent, share in shares.items()}

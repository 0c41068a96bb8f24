"""How likely each wish is by what the whole of a message means, for what the grammar cannot place."""

from __future__ import annotations

from collections.abc import Mapping

from bot.knowledge.embedding import Vectors
from bot.knowledge.likelihoods import BUCKETS
from bot.knowledge.wishes import load_wishes
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.word_weights import bucketed


def likely_wishes(text: str, vector: Vectors) -> Mapping[str, float]:
    """Return how likely each intent is, 0 to 1, adding up to one.

    Args:
        text: What the person wrote.
        vector: Its sentence vector, of the tidy text.
    """
    words = bucketed(repaired(tidy(text), names=names_in(text)), buckets=BUCKETS)
    return load_wishes().likelihoods(words, vector)

"""A message as the linear models read it: its tidy text, the buckets of its words, its vector; worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.knowledge.embedding import Vectors
from bot.knowledge.likelihoods import BUCKETS
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.word_weights import bucketed


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What a message says, in the forms that `bot.knowledge.likelihoods` takes."""

    text: str
    """What the person wrote."""
    plain: str
    """The same, tidy, with its slips."""
    words: Mapping[int, float]
    """The buckets of its words with their weights, slips mended; a vector of length one."""
    vector: Vectors
    """The sentence vector of the tidy text."""


class Ears(Protocol):
    """What knows the meaning of a text."""

    async def meaning(self, text: str) -> Vectors | None:
        """Return the vector of a text; None where there are no vectors."""
        ...


async def hear(ears: Ears, text: str) -> Heard | None:
    """Return a message as it is heard; None for an empty one, and where there are no vectors."""
    vector = await ears.meaning(tidy(text)) if text else None
    return None if vector is None else heard(text, vector)


def heard(text: str, vector: Vectors) -> Heard:
    """Return a message with its vector, which is that of the tidy text."""
    plain = tidy(text)
    return Heard(text=text, plain=plain, words=words_of(text), vector=vector)


def words_of(text: str) -> Mapping[int, float]:
    """Return the buckets of a message's words, slips mended."""
    return bucketed(repaired(tidy(text), names=names_in(text)), buckets=BUCKETS)

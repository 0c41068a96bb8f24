"""A message as the linear models read it: how likely each danger, wish and mood is; worked out once a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.knowledge.dangers import load_dangers
from bot.knowledge.embedding import Vectors
from bot.knowledge.likelihoods import BUCKETS
from bot.knowledge.wishes import load_moods, load_wishes
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.word_weights import bucketed


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """What the words and the meaning of a message make likely."""

    text: str
    """What the person wrote."""
    plain: str
    """The same, tidy, with its slips."""
    dangers: Mapping[str, float]
    """How likely each category of red flags is, and that it is none, 0 to 1."""
    wishes: Mapping[str, float]
    """How likely each intent is, 0 to 1."""
    moods: Mapping[str, float]
    """How likely each mood is, 0 to 1, if a feeling is voiced."""


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
    """Return what a message with a sentence vector, that of the tidy text, makes likely."""
    words = words_of(text)
    return Heard(
        text=text,
        plain=tidy(text),
        dangers=load_dangers().likelihoods(words, vector),
        wishes=load_wishes().likelihoods(words, vector),
        moods=load_moods().likelihoods(words, vector),
    )


def words_of(text: str) -> Mapping[int, float]:
    """Return the buckets of a message's words, slips mended, with their weights: a vector of length one."""
    return bucketed(repaired(tidy(text), names=names_in(text)), buckets=BUCKETS)

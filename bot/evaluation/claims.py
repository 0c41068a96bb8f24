"""Which sentences state something about bodies, training or food, and so must name their source.

Advice, a question and what is said of the coach's own words and files need none. It goes by the first words and by the
words of the field, so a fact told in other words passes: a lower bound, and one that raises no false alarm over our own
articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.evaluation.obedience import IMPERATIVE

_FIELD: Final = re.compile(
    r"\b(?:fat|muscles?|glutes?|butt|bum|hips?|belly|waist|thighs?|calories?|kcal|injur\w+|knees?|joints?|arthritis|protein"
    r"|sleep|hunger|appetite|soreness|trials?|study|studies|review|fitness|afterburn|after-burn|metabolism|cellulite)\b",
    re.IGNORECASE,
)
_OF_OURS: Final = re.compile(
    r"^(?:The evidence is|I |I['’]|My |For (?:you|scale)|With your|An example|Tell me|What |Which |Here |How I got"
    r"|We found no |(?:Partly|Fairly)\b)"
)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?![\[])|(?<=\])\s+")


def states_a_fact(sentence: str) -> bool:
    """Say whether a sentence, with its marks or without, states something about the field."""
    said = sentence.strip()
    if said.endswith("?") or IMPERATIVE.match(said) or _OF_OURS.match(said):
        return False
    return _FIELD.search(said) is not None


def facts_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text that state something about the field, each with its marks."""
    for line in text.split("\n"):
        yield from (said.strip() for said in _SENTENCE.split(line) if states_a_fact(said))

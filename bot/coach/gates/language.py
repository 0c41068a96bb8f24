"""Texts as the gates compare them: concepts and clauses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.coach.gates.meanings import LIGHT, SAME
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_REMEMBERED: Final = 512
"""Texts whose concepts are kept at hand: a source is read again for every sentence that cites it."""
_WORD: Final = Pattern(r"[a-z]+(?:'[a-z]+)?")
_CLAUSE: Final = Pattern(
    r"[;:–—]|,\s+(?=but|and|though|although|while|so|because|which|yet|not|whereas|since|even|or)|"
    r"\s(?:but|though|although|while|because|whereas|yet)\s|"
    r"(?<=[a-z]), (?=(?:it|they|you|that|this|fat|running|the)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=_REMEMBERED)
def concepts(text: str) -> frozenset[str]:
    """Return what the words of a text stand for, without those that claim nothing by themselves."""
    stems = map(stem, _WORD.findall(text.replace("’", "'").lower()))
    return frozenset(SAME.get(one, one) for one in stems if one not in LIGHT)


@lru_cache(maxsize=_REMEMBERED)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence."""
    return tuple(part for part in _CLAUSE.split(text) if part and part.strip())


def share(content: frozenset[str], text: str) -> float:
    """Return how much of some content a text has; all of it if there is none. [0 to 1]"""
    return len(content & concepts(text)) / len(content) if content else 1.0

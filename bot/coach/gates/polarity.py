"""Does a statement point where its sources point? What it denies, and which way each word of a direction points.

Only clauses that a source clause really resembles are judged: what resembles nothing is no misquote of it, and whether
it may be said at all is a question of coverage (`bot.coach.gates.support`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.coach.gates.comparing import is_converse, sameness_differs
from bot.coach.gates.language import clauses, concepts, concepts_in_order, words
from bot.coach.gates.meanings import DENYING, DOUBTING, FLAT_NO, NOT, POLES, SUBJECTS
from bot.coach.gates.thresholds import NEARLY, RESEMBLES, SHARED, TURNED
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_SCOPE: Final = 6
"""So many words with content behind a "not" are denied by it."""
_SCOPES: Final = {"without": 2, "no": 3}
_COMPANY: Final = 4
"""Words with content on either side of a "more" that tell what it belongs to."""
_DENIES: Final = Pattern(r"\b(?:not|never|cannot|\w+n't)\b", re.IGNORECASE)
"""Denials of what a thing does, not of something beside it."""
_NO_STUDY: Final = Pattern(
    r"\bno (?:\w+ )?(?:study|studies|trials?|research|evidence|proof)\b|\bnobody has\b|\bno one has\b", re.IGNORECASE
)
"""What has not been looked at is not denied."""
_CONDITION: Final = Pattern(r"\s(?:if|when|unless|whether|as long as)\s", re.IGNORECASE)
_ASIDE: Final = Pattern(
    r"\b(?:don't|do not|needn't|no need to) (?:worry|panic|fret|forget|be)\b|\bno (?:doubt|wonder|matter)\b|"
    r"^\W*(?:no|not really|not quite|sadly not|not by \w+)[,.:]|"
    r"\bwhat (?:the |your )?\w+ (?:doesn't|don't|can't|won't|didn't)\W*$|"
    r"\bwhat i (?:can't|cannot|can|do|don't)\b",
    re.IGNORECASE,
)
"""Denials that deny nothing of the subject."""
_OPEN_CLAUSE: Final = Pattern(r"^\W*(?:and |but |so )?(?:if|unless|whether|should|when|until)\b", re.IGNORECASE)
_Near = tuple[str, str]
"""A clause of a source that a clause of the statement resembles, and its sentence."""


def points_elsewhere(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause denies what its sources say, says what they deny, or turns a direction around."""
    clause = _CONDITION.split(clause)[0]
    if _OPEN_CLAUSE.match(clause) or not concepts(clause):
        return False
    near = _resembled(clause, sources)
    turned = _turned(clause, [sentence for _, sentence in near])
    # "Doesn't grow" for "shrinks" is fair.
    if any(not _is_denied(word, clause) and not _is_denied_in(word, near) for word in turned):
        return True
    if _claims_denied(clause, sources) or _says_of_another(clause, sources):
        return True
    return bool(near) and (_denial_differs(clause, near) or sameness_differs(clause, near))


def _resembled(clause: str, sources: Sequence[str]) -> list[_Near]:
    """Return the clauses of the sources that say nearly the same things as a clause, the closest ones only."""
    content = concepts(clause)
    found: list[tuple[float, _Near]] = []
    for sentence in sources:
        for part in clauses(sentence):
            theirs = concepts(part)
            shared = len(content & theirs)
            if shared >= min(SHARED, len(content)) and shared:
                likeness = shared / min(len(content), max(len(theirs), SHARED))
                found.append((likeness, (part, sentence)))
    best = max((likeness for likeness, _ in found), default=0.0)
    return [one for likeness, one in found if likeness >= max(RESEMBLES, best - NEARLY)]


def _claims_denied(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause states the very thing that stands behind a denial in its sources and is stated nowhere else."""
    if DENYING.search(clause) or DOUBTING.search(clause):
        return False
    content = concepts(clause)
    denied: set[str] = set()
    stated: set[str] = set()
    for source in sources:
        for part in clauses(source):
            end = 0
            for denial in FLAT_NO.finditer(part):
                if len(content & concepts(source)) >= SHARED:
                    denied.update(concepts_in_order(part[denial.end() :])[:1])
                stated.update(concepts(part[end : denial.start()]))
                end = len(part)
            stated.update(concepts(part[end:]))
    return bool(content & denied - stated)


def _denial_differs(clause: str, near: Sequence[_Near]) -> bool:
    """Whether one side denies flatly, and the other side has nothing in it that denies, doubts or sets apart."""
    said = _ASIDE.sub(" ", clause)
    if FLAT_NO.search(said):
        return not any(
            DENYING.search(part) or DOUBTING.search(part) or FLAT_NO.search(sentence) for part, sentence in near
        )
    if DENYING.search(said) or DOUBTING.search(said):
        return False
    content = concepts(said)
    found = [part for part, _ in near if not _NO_STUDY.search(part)]
    return bool(found) and all(_denies(part, content) for part in found)


def _denies(source: str, content: frozenset[str]) -> bool:
    """Whether a clause of a source denies part of some content, behind its denial or before it where it ends so."""
    for denial in FLAT_NO.finditer(source):
        behind = concepts_in_order(source[denial.end() :])[: _SCOPES.get(denial[0].lower(), _SCOPE)]
        if not behind or content & frozenset(behind):
            return True
    return False


def _says_of_another(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause affirms something of a thing of which its sources only deny, or the other way about."""
    told = concepts_in_order(clause)
    parts = [part for source in sources for part in clauses(source) if told[:1] and told[0] in concepts(part)]
    if not parts or told[0] not in SUBJECTS or DENYING.search(clause) or DOUBTING.search(clause):
        return False
    return {bool(_DENIES.search(part)) for part in parts} == {True}


def _turned(clause: str, sources: Sequence[str]) -> Iterator[str]:
    """Yield the words of a clause that give a direction other than the one their company has in the sources."""
    for one, other in POLES:
        there = [(found, one) for source in sources for found in _places(source, one)]
        there += [(found, other) for source in sources for found in _places(source, other)]
        if not there:
            continue
        for pole in (one, other):
            for word, company in _places(clause, pole):
                fits = [
                    ((len(company & theirs) / (len(theirs) + 1) ** 0.5, len(company & theirs)), side is pole)
                    for (_, theirs), side in there
                ]
                against = max((fit for fit, same in fits if not same), default=(0.0, 0))
                along = max((fit for fit, same in fits if same), default=(0.0, 0))
                is_nearer = against > along and against[1] > along[1]
                if is_nearer and against[1] >= TURNED and not _is_said_so(word, clause, sources):
                    yield word


def _is_said_so(word: str, clause: str, sources: Sequence[str]) -> bool:
    """Whether a source has the same word before the same word, or names the sides of a comparison the other way."""
    told = words(clause)
    behind = {(stem(one), stem(after)) for one, after in pairwise(told) if one == word}
    there = {(stem(one), stem(after)) for source in sources for one, after in pairwise(words(source))}
    return bool(behind & there) or is_converse(clause, sources)


def _places(text: str, pole: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word of a direction with the concepts around it."""
    for part in clauses(text):
        told = words(part)
        for place, word in enumerate(told):
            if stem(word) in pole:
                before = concepts_in_order(" ".join(told[:place]))[-_COMPANY:]
                after = concepts_in_order(" ".join(told[place + 1 :]))[:_COMPANY]
                yield word, frozenset((*before, *after))


def _is_denied(word: str, text: str) -> bool:
    """Whether a denial stands before a word in its clause."""
    return any(word in words(part[denial.end() :]) for part in clauses(text) for denial in NOT.finditer(part))


def _is_denied_in(word: str, near: Sequence[_Near]) -> bool:
    """Whether the sources deny the direction that is opposite to a word's."""
    pole = next((pair for pair in POLES if stem(word) in pair[0] | pair[1]), None)
    if pole is None:
        return False
    opposite = pole[1] if stem(word) in pole[0] else pole[0]
    return any(
        stem(other) in opposite and _is_denied(other, sentence) for _, sentence in near for other in words(sentence)
    )

"""Does a statement point where its sources point? Denials, directions, and what is compared with what.

Only clauses that a source clause really resembles are judged: what resembles nothing is no misquote of it, and whether
it may be said at all is a question of coverage (`bot.coach.gates.support`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from bot.coach.gates.language import clauses, concept, concepts, concepts_in_order, stems, words
from bot.coach.gates.meanings import (
    ALIKE,
    COMPARES,
    DENYING,
    DOUBTING,
    FEW,
    MUCH,
    NOT,
    POLES,
    SUBJECTS,
)
from bot.coach.gates.numbers import numerals
from bot.coach.gates.thresholds import NEARLY, RESEMBLES, SHARED, TURNED
from bot.knowledge.stems import stem

_SCOPE: Final = 6
"""So many words with content behind a "not" are denied by it."""
_SCOPES: Final = {"without": 2, "no": 3}
_COMPANY: Final = 4
"""Words with content on either side of a "more" that tell what it belongs to."""
_DENIES: Final = re.compile(r"\b(?:not|never|cannot|\w+n't)\b", re.IGNORECASE)
"""Denials of what a thing does, not of something beside it."""
_COMPARED: Final = re.compile(r"\b(?:than|against|versus|compared (?:with|to))\b")
_NO_STUDY: Final = re.compile(
    r"\bno (?:\w+ )?(?:study|studies|trials?|research|evidence|proof)\b|\bnobody has\b|\bno one has\b", re.IGNORECASE
)
"""What has not been looked at is not denied."""
_CONDITION: Final = re.compile(r"\s(?:if|when|unless|whether|as long as)\s", re.IGNORECASE)
_SIDE_ENDS: Final = re.compile(r"[,;:(]|\b(?:but|unlike|while|whereas|although|though)\b")
_HARD: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|hardly|barely|myth|false|\w+n't)\b(?! only\b)",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"\b(?:don't|do not|needn't|no need to) (?:worry|panic|fret|forget|be)\b|\bno (?:doubt|wonder|matter)\b|"
    r"^\W*(?:no|not really|not quite|sadly not|not by \w+)[,.:]|"
    r"\bwhat (?:the |your )?\w+ (?:doesn't|don't|can't|won't|didn't)\W*$|"
    r"\bwhat i (?:can't|cannot|can|do|don't)\b",
    re.IGNORECASE,
)
"""Denials that deny nothing of the subject."""
_OPEN_CLAUSE: Final = re.compile(r"^\W*(?:and |but |so )?(?:if|unless|whether|should|when|until)\b", re.IGNORECASE)
_EXCEEDS: Final = re.compile(
    r"\b(?:more|less|fewer|better|worse|larger|bigger|smaller|higher|lower|faster|slower|longer|stronger|weaker|"
    r"(?:un)?clearly|far more|far less)\b",
    re.IGNORECASE,
)
_THE_MORE: Final = re.compile(r"\bthe (?:more|longer|further|faster|harder)\b.{3,60}?\bthe (?:\w+er|more|less)\b", re.I)


_MORE_THAN_SO_MANY: Final = re.compile(r"\b(?:more|less|fewer|longer) than (?=\d|half|once|twice)", re.IGNORECASE)
_NO_MORE: Final = re.compile(
    r"\b(?:no|not|nor|never|neither|nothing|hardly|barely|cannot|\w+n't)\b(?:\W+\w+){0,4}?\W+(?:more|less|fewer|better|"
    r"worse|larger|bigger|smaller|higher|lower|faster|slower|longer|stronger|weaker)\b",
    re.IGNORECASE,
)
_AHEAD: Final = re.compile(
    r"\b(?:more|less|fewer|better|larger|bigger|smaller|faster|slower|stronger|weaker) (?:\w+ ){0,2}(?:than|if|when)\b|"
    r"\b(?:\w+er|more|less) (?:often |likely )?than\b|\boff (?:that|the|this) (?:\w+ )?first\b|\bright there\b|"
    r"\bbeats?\b|\bwins?\b|\bahead\b",
    re.IGNORECASE,
)
_NO_DOSE: Final = re.compile(
    r"\bno (?:clear |further |extra |additional )?(?:dose\W?response|gain|benefit|link)|\bmore \w+ did not\b|"
    r"\bdid not (?:rise|grow|go|increase)\b|\bthe gain stops\b|\blowest doses\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Near:
    """A clause of a source that a clause of the statement resembles."""

    clause: str
    sentence: str


def points_elsewhere(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause denies what its sources say, says what they deny, or turns a direction around."""
    clause = _CONDITION.split(clause)[0]
    if _OPEN_CLAUSE.match(clause) or not concepts(clause):
        return False
    near = _resembled(clause, sources)
    turned = _turned(clause, [one.sentence for one in near])
    # "Doesn't grow" for "shrinks" is fair.
    if any(not _is_denied(word, clause) and not _is_denied_in(word, near) for word in turned):
        return True
    if _claims_denied(clause, sources) or _says_of_another(clause, sources):
        return True
    return bool(near) and (_denial_differs(clause, near) or _sameness_differs(clause, near))


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
                found.append((likeness, _Near(clause=part, sentence=sentence)))
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
            for denial in _HARD.finditer(part):
                if len(content & concepts(source)) >= SHARED:
                    denied.update(concepts_in_order(part[denial.end() :])[:1])
                stated.update(concepts(part[end : denial.start()]))
                end = len(part)
            stated.update(concepts(part[end:]))
    return bool(content & denied - stated)


def _denial_differs(clause: str, near: Sequence[_Near]) -> bool:
    """Whether one side denies flatly, and the other side has nothing in it that denies, doubts or sets apart."""
    said = _ASIDE.sub(" ", clause)
    if _HARD.search(said):
        return not any(
            DENYING.search(one.clause) or DOUBTING.search(one.clause) or _HARD.search(one.sentence) for one in near
        )
    if DENYING.search(said) or DOUBTING.search(said):
        return False
    content = concepts(said)
    found = [one for one in near if not _NO_STUDY.search(one.clause)]
    return bool(found) and all(_denies(one.clause, content) for one in found)


def _denies(source: str, content: frozenset[str]) -> bool:
    """Whether a clause of a source denies part of some content, behind its denial or before it where it ends so."""
    for denial in _HARD.finditer(source):
        behind = concepts_in_order(source[denial.end() :])[: _SCOPES.get(denial[0].lower(), _SCOPE)]
        if not behind or content & frozenset(behind):
            return True
    return False


def _sameness_differs(clause: str, near: Sequence[_Near]) -> bool:
    """Whether one side finds two things alike and the other finds one ahead."""
    if ALIKE.search(clause) is None:
        ahead = not _HARD.search(clause) and not DOUBTING.search(clause) and _EXCEEDS.search(clause)
        return (
            bool(near) and bool(ahead) and all(ALIKE.search(one.clause) and not _finds_more(one.clause) for one in near)
        )
    return (
        bool(near)
        and not _finds_more(clause)
        and all(
            "than" in words(one.sentence) and not ALIKE.search(one.sentence) and not _HARD.search(one.sentence)
            for one in near
        )
    )


def _finds_more(text: str) -> bool:
    """Whether a text puts something ahead, "no more" and "not more" left aside."""
    return bool(_EXCEEDS.search(_NO_MORE.sub(" ", _MORE_THAN_SO_MANY.sub(" ", text))))


def finds_none(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement puts one thing ahead where all that its sources compare came out alike."""
    if ALIKE.search(statement) or _HARD.search(statement) or DOUBTING.search(statement):
        return False
    if not _AHEAD.search(statement):
        return False
    content = concepts(statement)
    akin = [sentence for sentence in evidence if len(content & concepts(sentence)) >= SHARED]
    return any(ALIKE.search(one) for one in akin) and not any(_finds_more(one) for one in akin)


def promises_dose(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement says "the more, the better" where its sources found that more did not do more."""
    return bool(_THE_MORE.search(statement)) and any(_NO_DOSE.search(sentence) for sentence in evidence)


def swaps(clause: str, source: str) -> bool:
    """Whether what is compared stands the other way round, with the comparison itself left as it was."""
    sides = [_COMPARED.split(text.lower(), maxsplit=1) for text in (clause, source)]
    if any(len(side) < 2 for side in sides):
        return False
    (mine_a, mine_b), (their_a, their_b) = (
        (concepts(ahead), concepts(_SIDE_ENDS.split(rest)[0])) for ahead, rest in sides
    )
    crossed = (mine_a - mine_b) & (their_b - their_a) and (mine_b - mine_a) & (their_a - their_b)
    mine, theirs = stems(clause), stems(source)
    return bool(crossed) and all(bool(mine & one) == bool(theirs & one) for one, _ in POLES[:3])


def ranks_against(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause puts more on the side that its sources put less on, or compares where they do not."""
    sides = _COMPARED.split(clause.lower(), maxsplit=1)
    if len(sides) < 2:
        return False
    ahead, behind = concepts(sides[0]), concepts(sides[1])
    ahead, behind = ahead - behind, behind - ahead
    upward = bool(stems(sides[0]) & MUCH) and not stems(sides[0]) & FEW
    more, less = (ahead, behind) if upward else (behind, ahead)
    if not more or not less:
        return False
    if not COMPARES.search(" ".join(sources)):
        return bool(stems(sides[0]) & (MUCH | FEW)) and not _counts_more(more, less, sources)
    parts = [part for source in sources for part in clauses(source)]
    said_of = {True: frozenset[str](), False: frozenset[str]()}
    for part in parts:
        if bool(stems(part) & MUCH) != bool(stems(part) & FEW):
            said_of[bool(stems(part) & MUCH)] |= concepts(part)
    plenty, little = said_of[True] - said_of[False], said_of[False] - said_of[True]
    return bool(more & little and less & plenty)


def _says_of_another(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause affirms something of a thing of which its sources only deny, or the other way about."""
    told = concepts_in_order(clause)
    parts = [part for source in sources for part in clauses(source) if told[:1] and told[0] in concepts(part)]
    if not parts or told[0] not in SUBJECTS or DENYING.search(clause) or DOUBTING.search(clause):
        return False
    return {bool(_DENIES.search(part)) for part in parts} == {True}


def _counts_more(more: frozenset[str], less: frozenset[str], sources: Sequence[str]) -> bool:
    """Whether the number beside one thing is larger than the one beside the other, where only numbers compare them."""
    counts: dict[bool, list[Decimal]] = {True: [], False: []}
    for source in sources:
        for number in numerals(source):
            beside = frozenset(one for one in map(concept, words(source[: number.start])[-2:]) if one is not None)
            for side, named in ((True, more), (False, less)):
                if beside & named and number.value.replace(".", "").isdigit():
                    counts[side].append(Decimal(number.value))
    return all(counts.values()) and min(counts[True]) > max(counts[False])


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
    return bool(behind & there) or _is_converse(clause, sources)


def _is_converse(clause: str, sources: Sequence[str]) -> bool:
    """Whether a source names the sides the other way round: "sooner than the hips" and "later than the waist".

    A clause without a "than" names its first thing alone; that must be what the source compares with.
    """
    before, _, after = (concepts(part) for part in _COMPARED.sub("|", clause.lower()).partition("|"))
    named = before if after else frozenset(concepts_in_order(clause)[:1])
    for source in sources:
        ahead, _, behind = _COMPARED.sub("|", source.lower()).partition("|")
        first, second = concepts(ahead), concepts(_SIDE_ENDS.split(behind)[0])
        if named & second - first and (not after or after & first - second):
            return True
    return False


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
        stem(other) in opposite and _is_denied(other, one.sentence) for one in near for other in words(one.sentence)
    )

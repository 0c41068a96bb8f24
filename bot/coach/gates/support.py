"""Does a cited passage carry a statement? Shared words, the same direction, no stronger than the source.

No entailment model: what is checked is what misquotes do. They bring in a word the source does not have, turn a "not"
or a "more" around, swap what is compared, put a number beside another thing, or drop the source's "can".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from bot.coach.gates.evidence import has_verb, subject_stems
from bot.coach.gates.meanings import (
    ANY_SOURCE,
    BESIDE_NUMBERS,
    CANNOT_BE,
    LACKING,
    LIGHT,
    NOT,
    OPEN,
    OPEN_ENOUGH,
    POLES,
    SAME,
    SURE,
    WHOM,
    WITHOUT,
)
from bot.coach.gates.numbers import Numeral, numerals
from bot.knowledge.stems import stem

_SHARE_OF_CLAUSE: Final = 0.4
_SHARE_OF_STATEMENT: Final = 0.5
_NEAR: Final = 0.15
"""Clauses of the source that fit nearly as well as the best one may also decide which way it points."""
_COMPANY: Final = 4
"""Words on either side of a number that tell what it belongs to."""

_ALIKE: Final = 0.7
"""From this likeness on (0 to 1) two sentences are compared word by word."""
_WORDS: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
_CLAUSE: Final = re.compile(
    r"[;:–—]|,\s+(?=but|and|though|although|while|so|because|which|yet|not|whereas|since|even|or)|\s(?:but|though|"
    r"although|"
    r"while|because|whereas|yet)\s|(?<=[a-z]), (?=(?:it|they|you|that|this|fat|running|the)\b)",
    re.IGNORECASE,
)


def why_unsupported(statement: str, evidence: Sequence[str]) -> str | None:
    """Say why the cited sentences do not carry a statement; None if they do.

    Args:
        statement: Without marks.
        evidence: The sentences of every passage the statement cites.

    Returns:
        `no_source`, `other_subject`, `not_in_source`, `reversed`, `swapped`, `too_sure`, `number` or None.
    """
    if not evidence:
        return "no_source"
    content = _concepts(statement)
    known = frozenset[str]().union(*map(_concepts, evidence))
    if _strange(statement, evidence):
        return "other_subject"
    if content and len(content & known) < _SHARE_OF_STATEMENT * len(content):
        return "not_in_source"
    reasons = [_twists(statement, sentence) for sentence in _most_alike(statement, evidence)]
    if reasons and None not in reasons:
        return reasons[0]
    for clause in _clauses(statement):
        reason = _clause_fault(clause, statement, evidence)
        if reason is not None:
            return reason
    return None if _numbers_keep_company(statement, evidence) else "number"


def _strange(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement names something of our subject that the cited passages do not."""
    known = {SAME.get(one, one) for sentence in evidence for one in subject_stems(sentence)}
    known |= {one for sentence in evidence for one in _concepts(sentence)}
    if "exercise" in known:
        known.add("run")
    named = {SAME.get(one, one) for one in subject_stems(statement) if one not in LIGHT}
    return bool(named - known - ANY_SOURCE)


def _clause_fault(clause: str, statement: str, evidence: Sequence[str]) -> str | None:
    content = _concepts(clause)
    if len(content) < 2 or not has_verb(clause):
        return None
    ranked = sorted(((_share(content, sentence), sentence) for sentence in evidence), reverse=True)
    best = ranked[0][0]
    if best < _SHARE_OF_CLAUSE and not _share(content, " ".join(evidence)) >= _SHARE_OF_STATEMENT:
        return "not_in_source"
    reasons = [
        _points_elsewhere(clause, sentence, content) or _overstates(statement, sentence) or _swaps(clause, sentence)
        for share, sentence in ranked
        if share >= best - _NEAR
    ]
    return None if None in reasons else reasons[0]


def _most_alike(statement: str, evidence: Sequence[str]) -> list[str]:
    """Return the source sentences that a statement follows nearly word by word, if there are any."""
    mine = list(_words(statement))
    ratios = {one: SequenceMatcher(None, mine, list(_words(one)), autojunk=False).ratio() for one in evidence}
    best = max(ratios.values())
    return [one for one, ratio in ratios.items() if ratio >= _ALIKE and ratio == best]


def _twists(statement: str, sentence: str) -> str | None:
    """Compare a statement word by word with the source sentence that it follows."""
    mine, theirs = list(_words(statement)), list(_words(sentence))
    new = Counter(map(stem, mine)) - Counter(map(stem, theirs))
    gone = Counter(map(stem, theirs)) - Counter(map(stem, mine))
    for one, other in POLES:
        if (one & new.keys() and other & gone.keys()) or (other & new.keys() and one & gone.keys()):
            return "reversed"
    if len(NOT.findall(statement)) != len(NOT.findall(sentence)):
        return "reversed"
    if not _in_order([one.value for one in numerals(statement)], [one.value for one in numerals(sentence)]):
        return "number"
    if any(SAME.get(word, word) in WHOM and gone.keys() & WHOM for word in new):
        return "swapped"
    return "too_sure" if OPEN.search(" ".join(gone)) and not OPEN_ENOUGH.search(" ".join(new)) else None


def _in_order(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether numbers that both texts have stand in the same order in both."""
    shared = [value for value in mine if value in theirs]
    rest = iter(theirs)
    return all(value in rest for value in shared)


def _points_elsewhere(clause: str, sentence: str, content: frozenset[str]) -> str | None:
    """Compare a clause with the clauses of a source sentence that are nearest to it."""
    parts = _clauses(sentence)
    best = max(_share(content, part) for part in parts)
    near = [part for part in parts if best and _share(content, part) >= best - _NEAR / 3]
    agreeing = [part for part in near or [sentence] if _same_direction(clause, part)]
    if not agreeing:
        return "reversed"
    # What only a clause of the other direction says is not carried by those that agree.
    carried = frozenset[str]().union(*map(_concepts, agreeing))
    against = (part for part in near if part not in agreeing)
    return "reversed" if any((content & _concepts(part)) - carried for part in against) else None


def _same_direction(clause: str, source: str) -> bool:
    turned = 0
    mine, theirs = _stems(clause), _stems(source)
    for one, other in POLES:
        up, down = bool(mine & one), bool(mine & other)
        if up == down:
            continue
        wanted, opposite = (one, other) if up else (other, one)
        if theirs & opposite and not theirs & wanted:
            turned += 1
    denied = bool(NOT.search(clause)) != bool(NOT.search(source))
    if WITHOUT.findall(clause.lower()) and not LACKING.search(source) and _share(_concepts(clause), source):
        return False
    # "Doesn't grow" for "shrinks" is fair; only one of the two turned around is not.
    return (turned > 0) == denied


def _overstates(statement: str, sentence: str) -> str | None:
    sure = {found.lower() for found in SURE.findall(statement)} - {found.lower() for found in SURE.findall(sentence)}
    if sure and not (NOT.search(statement) and NOT.search(sentence)):
        return "too_sure"
    open_source = OPEN.search(CANNOT_BE.sub("", sentence))
    return "too_sure" if open_source and not OPEN_ENOUGH.search(statement) and not NOT.search(statement) else None


def _swaps(clause: str, sentence: str) -> str | None:
    """Whether what is compared stands the other way round, with the comparison itself left as it was."""
    sides = [
        re.split(r"\b(?:than|against|versus|compared (?:with|to))\b", text.lower(), maxsplit=1)
        for text in (clause, sentence)
    ]
    if any(len(side) < 2 for side in sides):
        return None
    (mine_a, mine_b), (their_a, their_b) = (tuple(map(_concepts, side)) for side in sides)
    crossed = (mine_a - mine_b) & (their_b - their_a) and (mine_b - mine_a) & (their_a - their_b)
    return "swapped" if crossed and _same_pole(clause, sentence) else None


def _same_pole(clause: str, sentence: str) -> bool:
    mine, theirs = _stems(clause), _stems(sentence)
    return all(bool(mine & one) == bool(theirs & one) for one, _ in POLES[:3])


def _numbers_keep_company(statement: str, evidence: Sequence[str]) -> bool:
    """Whether each number stands beside the words it stands beside in the source."""
    for number in numerals(statement):
        places = [(sentence, one) for sentence in evidence for one in numerals(sentence) if number.stands_in(one)]
        if not places:
            continue  # whether it may stand here at all is the number gate's question
        mine = _company(statement, number)
        if not any(_belongs(mine, _counted(statement, number), sentence, one) for sentence, one in places):
            return False
    return True


def _belongs(mine: frozenset[str], counted: str | None, sentence: str, place: Numeral) -> bool:
    """Whether no other number of the sentence fits these words better, above all the word it counts."""
    rivals = [other for other in numerals(sentence) if other.value != place.value]
    if counted not in {None, _counted(sentence, place)} and counted in {_counted(sentence, one) for one in rivals}:
        return False
    own = len(mine & _company(sentence, place))
    return all(len(mine & _company(sentence, rival)) <= own for rival in rivals)


def _counted(text: str, number: Numeral) -> str | None:
    """Return the stem of the word right behind a number, if it is more than grammar."""
    following = _WORDS.match(text[number.end :].lower().lstrip(" -"))
    found = stem(following[0]) if following else None
    return None if found in BESIDE_NUMBERS else found


def _company(text: str, number: Numeral) -> frozenset[str]:
    before = _WORDS.findall(text[: number.start].lower())
    after = _WORDS.findall(text[number.end :].lower())
    words = [word for word in before if stem(word) not in LIGHT][-_COMPANY:]
    words += [word for word in after if stem(word) not in LIGHT][:_COMPANY]
    return frozenset(SAME.get(stem(word), stem(word)) for word in words)


def _clauses(text: str) -> tuple[str, ...]:
    return tuple(part for part in _CLAUSE.split(text) if part and part.strip())


def _share(content: frozenset[str], text: str) -> float:
    return len(content & _concepts(text)) / len(content) if content else 1.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, _words(text)))


def _concepts(text: str) -> frozenset[str]:
    return frozenset(SAME.get(one, one) for one in map(stem, _words(text)) if one not in LIGHT)


def _words(text: str) -> Iterable[str]:
    return _WORDS.findall(text.replace("’", "'").lower())

"""Does a number stand beside the words it stands beside in its source, and does it count the same?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.coach.gates.language import WORD, concepts_in_order, stems, words
from bot.coach.gates.meanings import BESIDE_NUMBERS
from bot.coach.gates.numbers import Numeral, numerals
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_COMPANY: Final = 4
"""Words with content on either side of a number that tell what it belongs to."""

_SPARE: Final = 1
"""A paraphrase may move a word across."""
_NEAR: Final = 4
"""So many words behind a number may say whom it counts."""
_PEOPLE: Final = frozenset(
    stem(word)
    for word in (
        "people adults women men runners girls boys children students athletes dieters sleepers walkers novices "
        "beginners patients cyclists swimmers lifters footballers teenagers professionals experts soldiers joggers "
        "hikers pensioners mothers"
    ).split()
)
_ANYBODY: Final = frozenset({stem("people")})
_SPAN: Final = Pattern(r"\b(?:second|minute|hour|week|month|year|decade)s?\b", re.IGNORECASE)
_RATE: Final = Pattern(
    r"\b(?:a|an|per|each|every) (?:[\d,]+ )?(second|minute|hour|day|week|month|year|run|session|time|meal|night|mile|"
    r"km|kilometre)s?\b",
    re.IGNORECASE,
)
_RATE_WITHIN: Final = 28
"""So far behind a number may stand what it is a rate of. [code points]"""
_TO: Final = Pattern(r"^\s*(?:%|[a-z]{1,7})?\s*(?:to|–|-)\s*$", re.IGNORECASE)
_UP_TO: Final = Pattern(
    r"\b(?:up to|as (?:much|many|little|few) as|at (?:most|least)|from|under|below|over)\s+$", re.IGNORECASE
)


def numbers_keep_company(statement: str, evidence: Sequence[str]) -> bool:
    """Whether every number that the evidence has stands beside the same things as there."""
    for number in numerals(statement):
        places = [(sentence, one) for sentence in evidence for one in numerals(sentence) if number.stands_in(one)]
        if not places:
            continue  # whether it may stand here at all is the number gate's question
        mine = _company(statement, number)
        if not any(_belongs(mine, counted(statement, number), sentence, one) for sentence, one in places):
            return False
    return True


def in_order(statement: str, sentence: str) -> bool:
    """Whether numbers that both texts have stand in the same order; those that name what they count may move."""
    there = {(one.value, counted(sentence, one)) for one in numerals(sentence)}
    mine = [
        one.value
        for one in numerals(statement)
        if counted(statement, one) is None or (one.value, counted(statement, one)) not in there
    ]
    theirs = [one.value for one in numerals(sentence)]
    rest = iter(theirs)
    return all(value in rest for value in mine if value in theirs)


def counted(text: str, number: Numeral) -> str | None:
    """Return the stem of the word right behind a number, if it is more than grammar."""
    following = WORD.match(text[number.end :].lower().lstrip(" -"))
    found = stem(following[0]) if following else None
    return None if found in BESIDE_NUMBERS else found


def _belongs(mine: frozenset[str], named: str | None, sentence: str, place: Numeral) -> bool:
    """Whether no other number of the sentence fits these words better, above all the word it counts."""
    rivals = [other for other in numerals(sentence) if other.value != place.value]
    if named not in {None, counted(sentence, place)} and named in {counted(sentence, one) for one in rivals}:
        return False
    if (
        named is not None
        and named == counted(sentence, place)
        and named not in {counted(sentence, one) for one in rivals}
    ):
        return True
    own = len(mine & _company(sentence, place))
    return all(len(mine & _company(sentence, rival)) <= own + _SPARE for rival in rivals)


def _company(text: str, number: Numeral) -> frozenset[str]:
    before = concepts_in_order(text[: number.start])
    after = concepts_in_order(text[number.end :])
    return frozenset((*before[-_COMPANY:], *after[:_COMPANY]))


def counts_another(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement has a number of its sources count other people or another span, or one end of a range."""
    source = " ; ".join(evidence)
    if _spans(statement) - _spans(source):
        return True
    for number in numerals(statement):
        there = [one for one in numerals(source) if one.value == number.value]
        whom, known = _whom(statement, number), frozenset[str]().union(*(_whom(source, one) for one in there))
        if known and whom - known - _ANYBODY:
            return True
        rate, rates = _rate(statement, number), {_rate(source, one) for one in there}
        if rate and rates and None not in rates and rate not in rates:
            return True
    return _is_one_end(statement, source)


def _spans(text: str) -> frozenset[str]:
    return frozenset(stem(found.lower()) for found in _SPAN.findall(text))


def _whom(text: str, number: Numeral) -> frozenset[str]:
    """Return which people a number counts."""
    return stems(" ".join(words(text[number.end :])[:_NEAR])) & _PEOPLE


def _rate(text: str, number: Numeral) -> str | None:
    found = _RATE.search(text[number.end : number.end + _RATE_WITHIN])
    return found[1].lower() if found else None


def _is_one_end(statement: str, source: str) -> bool:
    """Whether a statement gives the low or the high end of a range as if it were the estimate."""
    mine, theirs = numerals(statement), numerals(source)
    told = {one.value for one in mine}
    for low, high in pairwise(theirs):
        if not _TO.match(source[low.end : high.start]) or {low.value, high.value} <= told:
            continue
        elsewhere = {one.value for one in theirs if one not in (low, high)}
        if any(
            one.value in {low.value, high.value} - elsewhere and not _UP_TO.search(statement[: one.start])
            for one in mine
        ):
            return True
    return False

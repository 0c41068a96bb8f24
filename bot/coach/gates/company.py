"""Does a number stand beside the words it stands beside in its source?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.coach.gates.language import WORD, concepts_in_order
from bot.coach.gates.meanings import BESIDE_NUMBERS
from bot.coach.gates.numbers import Numeral, numerals
from bot.knowledge.stems import stem

_COMPANY: Final = 4
"""Words with content on either side of a number that tell what it belongs to."""

_SPARE: Final = 1
"""A paraphrase may move a word across."""


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

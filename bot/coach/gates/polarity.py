"""Does a claim point the way its source does? Denials, directions, comparisons, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from bot.coach.gates.language import clauses, concept, concepts, concepts_in_order, stems, words
from bot.coach.gates.meanings import (
    CANNOT_BE,
    CAUSES,
    COMPARES,
    EARLY,
    FEW,
    GOES_WITH,
    MUCH,
    NOT,
    OPEN,
    OPEN_ENOUGH,
    POLES,
    SUBJECTS,
    SURE,
)
from bot.coach.gates.numbers import numerals
from bot.knowledge.stems import stem

_SCOPE: Final = 6
"""So many words with content behind a "not" are denied by it."""
_SCOPES: Final = {"without": 2, "no": 3}
_COMPANY: Final = 4
"""Words with content on either side of a "more" that tell what it belongs to."""
_DENIES: Final = re.compile(r"\b(?:not|never|cannot|\w+n't)\b", re.IGNORECASE)
"""Denials of what a thing does, not of something beside it."""
_COMPARED: Final = re.compile(r"\b(?:than|against|versus|compared (?:with|to))\b")


def points_elsewhere(clause: str, sources: Sequence[str]) -> bool:
    """Whether a clause denies what its sources say, says what they deny, or turns a direction around."""
    turned = list(_turned(clause, sources))
    if turned:
        # "Doesn't grow" for "shrinks" is fair.
        return any(not _is_denied(word, clause) and not _is_denied_in(word, sources) for word in turned)
    if _says_of_another(clause, sources):
        return True
    stated_there, denied_there = _sorted(" ; ".join(sources))
    stated_here, denied_here = _sorted(clause)
    if ((stated_here - denied_here) & _denied_first(sources)) - stated_there:
        return True
    if any(_ends_denied(source) for source in sources):
        return False  # "runners did not": what is denied there stands in another clause
    shared = denied_here & (denied_there | stated_there)
    return bool(shared) and not denied_here & denied_there


def overstates(statement: str, source: str) -> bool:
    """Whether a statement is surer than its source: "always" for "often", nothing for "can"."""
    sure = {found.lower() for found in SURE.findall(statement)} - {found.lower() for found in SURE.findall(source)}
    if EARLY.search(source):
        sure.discard("first")
    if CAUSES.search(statement) and not CAUSES.search(source) and GOES_WITH.search(source):
        return True
    if sure and not (NOT.search(statement) and NOT.search(source)):
        return True
    is_open = OPEN.search(CANNOT_BE.sub("", source))
    return bool(is_open) and not OPEN_ENOUGH.search(statement) and not NOT.search(statement)


def swaps(clause: str, source: str) -> bool:
    """Whether what is compared stands the other way round, with the comparison itself left as it was."""
    sides = [_COMPARED.split(text.lower(), maxsplit=1) for text in (clause, source)]
    if any(len(side) < 2 for side in sides):
        return False
    (mine_a, mine_b), (their_a, their_b) = (tuple(map(concepts, side)) for side in sides)
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
    if not COMPARES.search(" ".join(sources)):
        return not _counts_more(more, less, sources)
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
    if not parts or told[0] not in SUBJECTS:
        return False
    return {bool(_DENIES.search(part)) for part in parts} == {not _DENIES.search(clause)}


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


def _denied_first(sources: Sequence[str]) -> frozenset[str]:
    """Return what stands right behind each denial: what is denied, and not what it is about."""
    behind = (
        concepts_in_order(part[denial.end() :]) for s in sources for part in clauses(s) for denial in NOT.finditer(part)
    )
    return frozenset(one for told in behind for one in told[:1])


def _ends_denied(source: str) -> bool:
    """Whether a denial ends a clause of a source, so that it denies what was said before."""
    return any(not concepts(part[denial.end() :]) for part in clauses(source) for denial in NOT.finditer(part))


def _sorted(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the concepts a text states, and those that stand behind a denial, up to the end of its clause."""
    stated: set[str] = set()
    denied: set[str] = set()
    for part in clauses(text):
        place = 0
        for denial in NOT.finditer(part):
            stated.update(concepts(part[place : denial.start()]) if denial.start() > place else ())
            behind = concepts_in_order(part[denial.end() :])
            scope = _SCOPES.get(denial[0].lower(), _SCOPE)
            denied.update(behind[:scope])
            stated.update(behind[scope:])
            place = len(part)
        stated.update(concepts(part[place:]))
    return frozenset(stated), frozenset(denied)


def _turned(clause: str, sources: Sequence[str]) -> Iterator[str]:
    """Yield the words of a clause that give a direction other than the one their company has in the sources."""
    for one, other in POLES:
        there = [(found, one) for source in sources for found in _places(source, one)]
        there += [(found, other) for source in sources for found in _places(source, other)]
        if not there:
            continue
        for pole in (one, other):
            for word, company in _places(clause, pole):
                fits = [(len(company & theirs) / (len(theirs) + 1) ** 0.5, side) for (_, theirs), side in there]
                best = max(fit for fit, _ in fits)
                if not any(side is pole for fit, side in fits if fit == best):
                    yield word


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


def _is_denied_in(word: str, sources: Sequence[str]) -> bool:
    """Whether the sources deny the direction that is opposite to a word's."""
    pole = next((pair for pair in POLES if stem(word) in pair[0] | pair[1]), None)
    if pole is None:
        return False
    opposite = pole[1] if stem(word) in pole[0] else pole[0]
    return any(stem(other) in opposite and _is_denied(other, source) for source in sources for other in words(source))

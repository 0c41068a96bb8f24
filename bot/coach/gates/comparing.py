"""What a statement puts ahead of what, against what its sources put ahead, find alike, or count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from bot.coach.gates.language import clauses, concept, concepts, concepts_in_order, stems, words
from bot.coach.gates.meanings import ALIKE, COMPARES, DOUBTING, FEW, FLAT_NO, MUCH, POLES
from bot.coach.gates.numbers import numerals
from bot.coach.gates.thresholds import SHARED
from bot.nlu.pattern import Pattern

_COMPARED: Final = Pattern(r"\b(?:than|against|versus|compared (?:with|to))\b")
_SIDE_ENDS: Final = Pattern(r"[,;:(]|\b(?:but|unlike|while|whereas|although|though)\b")
_EXCEEDS: Final = Pattern(
    r"\b(?:more|less|fewer|better|worse|larger|bigger|smaller|higher|lower|faster|slower|longer|stronger|weaker|"
    r"(?:un)?clearly|far more|far less)\b",
    re.IGNORECASE,
)
_THE_MORE: Final = Pattern(
    r"\b(?:the (?:more|longer|further|faster|harder)\b.{3,60}?\bthe|(?:\w+er|more|less) (?:\w+ )?the) "
    r"(?:\w+er|more|less)\b",
    re.IGNORECASE,
)
_MORE_THAN_SO_MANY: Final = Pattern(r"\b(?:more|less|fewer|longer) than (?=\d|half|once|twice)", re.IGNORECASE)
_NO_MORE: Final = Pattern(
    r"\b(?:no|not|nor|never|neither|nothing|hardly|barely|cannot|\w+n't)\b(?:\W+\w+){0,4}?\W+(?:more|less|fewer|better|"
    r"worse|larger|bigger|smaller|higher|lower|faster|slower|longer|stronger|weaker)\b",
    re.IGNORECASE,
)
_AHEAD: Final = Pattern(
    r"\b(?:more|less|fewer|better|larger|bigger|smaller|faster|slower|stronger|weaker) (?:\w+ ){0,2}(?:than|if|when)\b|"
    r"\b(?:\w+er|more|less) (?:often |likely )?than\b|\boff (?:that|the|this) (?:\w+ )?first\b|\bright there\b|"
    r"\bbeats?\b|\bwins?\b|\bahead\b",
    re.IGNORECASE,
)
_DOSE: Final = Pattern(
    r"\bthe (?:more|longer|further|faster|harder)\b|\bmore so\b|\bas \w+ (?:\w+ )?(?:rises?|grows?|increases?)\b|"
    r"\bwith (?:\w+ )?(?:speed|dose|distance|length|more|every|each)\b|\bdose\b|\bscale[sd]\b|\b(?:each|every) extra\b|"
    r"\bfaster\b|\blonger\b",
    re.IGNORECASE,
)
_NO_DOSE: Final = Pattern(
    r"\bno (?:clear |further |extra |additional )?(?:dose\W?response|gain|benefit|link)|\bmore \w+ did not\b|"
    r"\bdid not (?:rise|grow|go|increase)\b|\bthe gain stops\b|\blowest doses\b",
    re.IGNORECASE,
)


def finds_none(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement puts one thing ahead where all that its sources compare came out alike."""
    if ALIKE.search(statement) or FLAT_NO.search(statement) or DOUBTING.search(statement):
        return False
    if not _AHEAD.search(statement):
        return False
    content = concepts(statement)
    akin = [sentence for sentence in evidence if len(content & concepts(sentence)) >= SHARED]
    return any(ALIKE.search(one) for one in akin) and not any(_finds_more(one) for one in akin)


def promises_dose(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement says "the more, the better" where its sources found no such thing, or looked for none."""
    if not _THE_MORE.search(statement):
        return False
    return any(_NO_DOSE.search(sentence) for sentence in evidence) or not _DOSE.search(" ".join(evidence))


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


def sameness_differs(clause: str, near: Sequence[tuple[str, str]]) -> bool:
    """Whether one side finds two things alike and the other finds one ahead.

    Args:
        clause: Of the statement.
        near: The clauses of the sources that resemble it, each with its sentence.
    """
    if ALIKE.search(clause) is None:
        ahead = not FLAT_NO.search(clause) and not DOUBTING.search(clause) and _EXCEEDS.search(clause)
        return bool(near) and bool(ahead) and all(ALIKE.search(part) and not _finds_more(part) for part, _ in near)
    return (
        bool(near)
        and not _finds_more(clause)
        and all(
            "than" in words(sentence) and not ALIKE.search(sentence) and not FLAT_NO.search(sentence)
            for _, sentence in near
        )
    )


def is_converse(clause: str, sources: Sequence[str]) -> bool:
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


def _finds_more(text: str) -> bool:
    """Whether a text puts something ahead, "no more" and "not more" left aside."""
    return bool(_EXCEEDS.search(_NO_MORE.sub(" ", _MORE_THAN_SO_MANY.sub(" ", text))))


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

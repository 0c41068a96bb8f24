"""Is a statement that follows its source nearly word by word true to it to the letter?

Where a text takes over a sentence and changes one word of it, the change is what it wants to say. A fair paraphrase
words the whole anew; so only near quotes are held to the letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from bot.coach.gates.company import in_order
from bot.coach.gates.language import concept, concepts, words
from bot.coach.gates.meanings import OPEN, OPEN_ENOUGH, POLES, WHOM
from bot.coach.gates.thresholds import ALIKE, LETTER
from bot.knowledge.stems import stem

_TELLING: Final = frozenset(
    "much unless even only can may might could some many most often usually always never every all to without with "
    "before after than more less fewer though not nobody none up down sometimes probably perhaps partly mostly nearly "
    "hardly little few seldom rarely tends seems until alone just clearly no".split()
)
"""Small words by which a sentence says more, less or the opposite."""
_EDGE: Final = 2
"""So many words at either end of a quote may have been changed. [words]"""


def departs(statement: str, evidence: Sequence[str]) -> str | None:
    """Say how a near quote departs from its source; None if it does not, or if it is no near quote.

    Args:
        statement: Without marks.
        evidence: The sentences it cites.

    Returns:
        `other_word`, `small_word`, `reversed`, `swapped`, `too_sure`, `number` or None.
    """
    mine = _read(statement)
    ratio, theirs, source = max(
        ((_alike(mine, one).ratio(), one, sentence) for sentence in evidence for one in (_read(sentence),)),
        key=lambda found: found[0],
    )
    if ratio < ALIKE:
        return None
    stretch = [block for block in _alike(mine, theirs).get_matching_blocks() if block.size]
    first, last = stretch[0], stretch[-1]
    # A word or two changed at either end belong to the quote; what is longer was put before or behind it.
    begins = max(first.a, first.b) <= _EDGE
    ends = max(len(mine) - last.a - last.size, len(theirs) - last.b - last.size) <= _EDGE
    told = mine[0 if begins else first.a : None if ends else last.a + last.size]
    there = theirs[0 if begins else first.b : None if ends else last.b + last.size]
    if _turns(told, there):
        return "reversed"
    if _whom(told) - _whom(there) and _whom(there) - _whom(told):
        return "swapped"
    if not in_order(statement, source):
        return "number"
    if OPEN.search(" ".join((Counter(there) - Counter(told)).keys())) and not OPEN_ENOUGH.search(statement):
        return "too_sure"
    if ratio < LETTER:
        return None
    known = concepts(" ; ".join(evidence))
    if any(found is not None and found not in known for found in map(concept, told)):
        return "other_word"
    new, gone = Counter(told) - Counter(there), Counter(there) - Counter(told)
    return "small_word" if (new.keys() | gone.keys()) & _TELLING else None


def likeness(statement: str, evidence: Sequence[str]) -> float:
    """Return how closely a statement follows the sentence of its source that it is most alike to. [0 to 1]"""
    mine = _read(statement)
    return max(_alike(mine, _read(sentence)).ratio() for sentence in evidence)


def _read(text: str) -> list[str]:
    """Return the words of a text with each denial as a word of its own."""
    return [part for word in words(text) for part in ((word[:-3], "not") if word.endswith("n't") else (word,))]


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, mine, theirs, autojunk=False)


def _whom(stretch: Sequence[str]) -> Counter[str | None]:
    """Count the groups of people that a stretch names."""
    return Counter(found for found in map(concept, stretch) if found in WHOM)


def _turns(told: Sequence[str], there: Sequence[str]) -> bool:
    """Whether one stretch has a word where the other has its opposite."""
    mine, theirs = Counter(map(stem, told)), Counter(map(stem, there))
    new, gone = (mine - theirs).keys(), (theirs - mine).keys()
    return any((one & new and other & gone) or (other & new and one & gone) for one, other in POLES)

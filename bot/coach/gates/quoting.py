"""Is a statement its source's own, clause by clause?

A fair paraphrase and a subtle misquote cannot be told apart from outside: "runs" for "easy runs", "because" for "maybe
because" and "less on top, rather than more" look like good style. So a claim may keep a model's wording only where it
takes over whole clauses of one sentence as they stand, with nothing left out beside them that held them back. What
may differ claims nothing: articles, pronouns, forms of "be", "have" and "do", how a clause is joined on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coach.gates.statements import straight
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_FREE: Final = frozenset(
    "a an the and but also that this these those which who it its they them their he she him her his you your yours i "
    "there here is are was were be been being am has have had having do does did of though still to".split()
)
"""Words that claim nothing by themselves."""
_JOINING: Final = frozenset("so as because since then while".split())
"""Words by which a clause is joined to the one before it; without that one they may go, or come."""
_TOKEN: Final = Pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:[.,:]\d+)*|%")
_JOINT: Final = Pattern(r"[;:–—(),](?!\d)")
_HELD_BEHIND: Final = Pattern(
    r"^\W*(?:but|though|although|even if|yet|while|whereas|if|unless|until|till|when|whenever|only|except|once|without|"
    r"provided|as long|or|not|perhaps|maybe|at least|for|among|in|with|than|where|before|after)\b",
    re.IGNORECASE,
)
"""A clause behind another that takes some of it back, or says when or for whom it holds."""
_HELD_BEFORE: Final = Pattern(
    r"^\W*(?:if|unless|until|when|whenever|once|after|before|for|in|with|without|among|at|on|from|during|under|over|"
    r"while|although|though|perhaps|maybe|possibly|apart|as long|provided|except|where|by)\b",
    re.IGNORECASE,
)
"""The same for one in front."""


def is_quoted(statement: str, sources: Sequence[str]) -> bool:
    """Whether a statement is a sentence of its sources, or whole clauses of one, in their words and order.

    Args:
        statement: Without marks.
        sources: The sentences it cites.
    """
    told = _told(statement)
    return any(told == _told(run) for source in sources for run in _runs(source))


def _runs(source: str) -> Iterator[str]:
    """Yield the clauses of a sentence, and those in a row, that may be told by themselves."""
    parts = [part for part in _JOINT.split(source) if part.strip()]
    for first in range(len(parts)):
        before = {0, first - 1} - {first, -1} if first else set[int]()
        if any(_HELD_BEFORE.match(parts[one]) for one in before):
            continue
        for end in range(first + 1, len(parts) + 1):
            if end == len(parts) or not _HELD_BEHIND.match(parts[end]):
                yield " , ".join(parts[first:end])


def _told(text: str) -> list[str]:
    """Return the words of a text that tell something, by their stems, without what joins it to a text before it."""
    told = [part for word in _TOKEN.findall(straight(text).lower()) for part in _parts(word)]
    return told[1:] if told and told[0] in _JOINING else told


def _parts(word: str) -> Iterator[str]:
    if word in {"can't", "cannot", "won't"}:
        yield from ("will" if word == "won't" else "can", "not")
        return
    bare, _, ending = word.partition("'")
    denied = bare.endswith("n") and ending == "t"
    bare = bare[:-1] if denied else bare
    if bare not in _FREE:
        yield bare if bare in _JOINING else stem(bare) if bare.isalpha() else bare
    if denied:
        yield "not"

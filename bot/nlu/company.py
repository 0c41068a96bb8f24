"""Which words keep company: how likely a word is beside another, from counts of pairs that ship as data.

The pairs were counted in what people say to a running coach and in the coach's articles by `tests/nlu/count_pairs.py`;
nothing is counted while the coach runs. Numbers, days and months stand for each other, so that "at 6 on mondays" says
something about "at 7 on fridays". Used to mend slips (`bot.nlu.repair`): the same slip is another word elsewhere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.nlu.pattern import Pattern

EDGE = "^"
"""Where a sentence begins or ends."""
NUMBER = "0"
PIECE = Pattern(r"\d+(?:[.,:'/]\d+)*|[a-z]+|[.!?\n,;:()]")
_ENDS = frozenset(".!?\n;")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_KINDS = {
    **dict.fromkeys(f"{_DAYS} mon tue tues wed thu thur thurs fri sat sun".split(), "<day>"),
    **dict.fromkeys((f"{day}s" for day in _DAYS.split()), "<days>"),
    **dict.fromkeys(
        "january february march april june july august september october november december jan feb apr jun jul aug sep"
        " sept oct nov dec".split(),
        "<month>",
    ),
    **dict.fromkeys(
        "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty".split(),
        "<number>",
    ),
}
_DISCOUNT = 0.75
"""What each pair that was seen gives up for those that were not (absolute discounting, Ney, Essen and Kneser 1994)."""
_STRANGER = 1e-7
"""How likely a word is that is in no list."""
_OF_THE_LIST = 0.15
"""How much the order of the list of words counts beside how often a word was seen."""


def kind(piece: str) -> str:
    """Return what a piece of text counts as: itself, a number, a day, a month or the edge of a sentence."""
    if piece[0].isdigit():
        return NUMBER
    if piece in _ENDS:
        return EDGE
    if piece in "(),:":
        return ","
    return _KINDS.get(piece, piece)


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """Counts of words and of pairs of words."""

    after: dict[str, dict[str, int]]
    """How often which word followed a word."""
    totals: dict[str, int]
    """How often each word was followed by any."""
    members: dict[str, int]
    """How often each day, month and number word was seen."""
    seen: int

    def knows(self, left: str, right: str) -> bool:
        """Whether the pair was seen."""
        return kind(right) in self.after.get(kind(left), {})

    def step(self, left: str, word: str, *, rank: int | None) -> float:
        """Return how surprising a word is behind another, in powers of ten.

        Args:
            left: The word before, or `EDGE`.
            word: The word itself.
            rank: Its place in the order of likelihood, None if it is in no list.
        """
        label = kind(word)
        pairs = self.after.get(kind(left), {})
        total = self.totals.get(kind(left), 0)
        alone = self._alone(label, rank)
        if total:
            alone = (max(pairs.get(label, 0) - _DISCOUNT, 0.0) + _DISCOUNT * len(pairs) * alone) / total
        if label != word and label.startswith("<"):
            alone *= (self.members.get(word, 0) + 1) / (self.totals.get(label, 0) + 1)
        return -math.log10(alone)

    def _alone(self, label: str, rank: int | None) -> float:
        listed = _STRANGER if rank is None else _OF_THE_LIST / (rank + 100)
        return (1 - _OF_THE_LIST) * self.totals.get(label, 0) / self.seen + listed


@cache
def company() -> Company:
    """Return the shipped counts."""
    return read_pairs(resources.files("bot.nlu").joinpath("pairs.txt").read_text(encoding="utf-8"))


def read_pairs(stored: str) -> Company:
    """Return the counts of a file: a line for each word, `word follower count follower count ...`, `#` for remarks.

    A line that begins with `=` holds the words of the kinds with their counts.
    """
    after: dict[str, dict[str, int]] = {}
    members: dict[str, int] = {}
    for line in stored.splitlines():
        if line.startswith("#"):
            continue
        word, *rest = line.split(" ")
        counts = dict(zip(rest[::2], map(int, rest[1::2]), strict=True))
        if word == "=":
            members = counts
        else:
            after[word] = counts
    totals = {word: sum(counts.values()) for word, counts in after.items()}
    return Company(after=after, totals=totals, members=members, seen=sum(totals.values()))

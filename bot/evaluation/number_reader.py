"""Find the numbers of a text a second way, to check the list that came with it.

It reads token by token and asks Unicode what a character is worth, where the voice matches patterns over the whole
text; the two were written apart, so that a slip of one shows. A number is written in digits of any script, in words,
or as a fraction or multiple. Left out: citation marks, and names that a letter begins (VO2, B12) or that have their
number as a name (zone 2, type 1).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\S+")
_PART: Final = re.compile(r"[^\W_]+(?:(?:[.,:'’]|/(?=\d))[^\W_]+)*")
_MARKS: Final = re.compile(r"(?:\[\d+\])+")
_NAMES_BEFORE: Final = frozenset({"zone", "type", "omega"})
_COUNTED: Final = frozenset(
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion half halves quarter quarters thirds fourths fifths sixths eighths tenths double doubles "
    "doubled doubling triple triples tripled twice thrice dozen dozens".split()
)
_FOLD: Final = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten)fold$")
_SHARES: Final = frozenset("third fourth fifth sixth seventh eighth ninth tenth".split())
_UNITS: Final = frozenset(
    "minute minutes hour hours day days week weeks month months year years second seconds km kilometre kilometer mile "
    "miles metre kg kilo pound pounds gram percent kcal calorie run walk session point points litre".split()
)
"""After these, "one" counts something; elsewhere it stands for a thing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A number that was read."""

    shown: str
    start: int
    end: int
    """Offsets in code points, end exclusive."""


def read_numbers(text: str) -> tuple[Read, ...]:
    """Return every number of a text from left to right."""
    bare = _MARKS.sub(lambda mark: " " * len(mark.group()), text)
    parts = [
        (part.group(), token.start() + part.start())
        for token in _TOKEN.finditer(bare)
        for part in _PART.finditer(token.group())
    ]
    words = [part.lower() for part, _ in parts]
    return tuple(
        Read(shown=part, start=at, end=at + len(part))
        for index, (part, at) in enumerate(parts)
        if _counts(part, words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else "")
    )


def _counts(part: str, before: str, after: str) -> bool:
    word = part.lower()
    if any(_worth(sign) for sign in part):
        return _worth(part[0]) and before not in _NAMES_BEFORE
    if word in _COUNTED or _FOLD.match(word):
        return True
    if word in _SHARES:
        return before in {"a", "one"}
    return word == "one" and after in _UNITS


def _worth(sign: str) -> bool:
    return unicodedata.numeric(sign, None) is not None

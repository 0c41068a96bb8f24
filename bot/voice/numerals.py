"""Find every number in a text: digits, clock times, number words, fractions and multipliers.

Left out, because they count nothing: citation marks such as [1], and names that merely hold a digit
(zone 2, VO2, H2O, 12-3-30 stays in as it is a setting people dial in).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion hundreds thousands millions half halves quarter quarters thirds fourths fifths sixths eighths tenths "
    "double doubles doubled doubling triple triples tripled twice thrice dozen dozens tenfold twofold threefold"
).split()
_ORDINAL_FRACTION = r"\b(?:a|one)\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
_EXEMPT = re.compile(
    r"\[\d+\]"  # citation mark
    r"|\b(?:VO2|VO₂|CO2|H2O|O2|B12|omega-3|type [12]|zone [1-5])\w*"
    r"|\b(?:no|any|every|same|some|this|that|which|each|either|the|another) one(?:s)?\b(?! in\b| out\b)"
    r"|\b(?:a|an) (?:(?!dozen|hundred|thousand|million|half|quarter)\w+ ){1,3}one\b(?! to (?:two|three|four|five|\d))"
    r"(?=[.,;:!?)]|$| (?:than|that|who|is|in|on|for|with|and|or|at|to)\b)(?! in \w+\b)"
    r"|\b(?:a|an) (?:small|smaller|big|bigger|short|shorter|long|longer|slow|slower|easy|easier|good|better|new) one\b"
    r"|\bone(?= (?:of (?:the|these|those|my|your|our)|thing|place|spot|area|another|more thing|or the other|"
    r"(?:large |small |big |pooled |older |newer |short |single )?"
    r"(?:review|study|trial|group|analysis|cohort|survey|experiment|test|report))\b)"
    r"|\b(?:wear|wears|have|need|buy|use|is) one\b(?= (?:at all|for (?:a|an|the|your)|or the other)\b)"
    r"|\b(?<!or )(?<!and )one\b(?= (?:within|that|who|which|is|was|with|by|before|after|again|too|when|if)\b|"
    r"[.,;:!?)]|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"\d+(?:[.,:'/]\d+)*"
    rf"|{_ORDINAL_FRACTION}"
    rf"|\b(?:{'|'.join(_WORDS)})\b"
    rf"|[½¼¾⅓⅔]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number as it stands in a text."""

    shown: str
    start: int
    end: int
    """Offsets in code points, end exclusive."""


def counts_nothing(text: str, place: int) -> bool:
    """Whether what stands at this place of a text looks like a number but is part of a name or a turn of speech."""
    return any(match.start() <= place < match.end() for match in _EXEMPT.finditer(text))


def mentions(text: str) -> tuple[Mention, ...]:
    """Return every number of the text from left to right."""
    exempt = [match.span() for match in _EXEMPT.finditer(text)]
    return tuple(
        Mention(match.group(), match.start(), match.end())
        for match in _NUMBER.finditer(text)
        if not any(start <= match.start() < end for start, end in exempt)
    )

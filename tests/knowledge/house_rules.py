"""The wording rules of docs/writing-articles.md that a machine can check."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

_WORDS = r"""
guilt\w* shame\w* cheat\w* bad earn(?:s|ed|ing)? proud ugly skinny saggy chubby flab\w* perfect\w* bikini stubborn
guarante\w* miracle\w* magic secret\w* hacks? toxin\w* detox\w* melt\w* blast\w* torch\w* shred\w* impossible
proven simply obviously e\.g i\.e etc vs
"""
_PHRASES = (
    "you (?:should|must|need to)",
    "burn(?:s|ed|ing|t)? off",
    "beach body",
    r"problem area\w*",
    "great question",
    "as a coach",
    "of course",
)
BANNED = re.compile(rf"\b(?:{'|'.join([*_WORDS.split(), *_PHRASES])})\b|!", re.IGNORECASE)
"""Shame, hype, promises, orders and shortened Latin; exclamation marks."""

DANGLING = re.compile(
    r"^(?:They|Them|Their|It|Its|It's|He|She|His|Her|These|Those|Such|Both|That|That's|Also|But|And|So|Then|"
    r"This(?! (?:week|month)\b)|However|Therefore|As (?:said|above|noted))\b"
)
"""A first word that leans on the sentence before it."""

STUDY_WORD = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|reviews?|overview|pooled|survey\w*|cohort\w*|meta-analysis|researchers?|scans?|"
    r"guidelines?|consensus)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d(?:%| %| ?(?:kcal|kg|lb|kJ)\b)|\b(?:19|20)\d\d\b")
"""A share, an energy, a mass or a year: what a finding looks like."""

NOTHING_FOUND = re.compile(r"^(?:We|I) found no\b|\?$")
"""Our own empty hands, or a question: neither has a source."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_FACTORS = {
    "kg": ("lb", 2.2046),
    "km": ("miles?", 0.62137),
    "cm": ("inches|inch", 0.3937),
    "m": ("ft|feet", 3.2808),
    "km/h": ("mph", 0.62137),
}
_PAIRS = {unit: (twin, factor) for unit, (twin, factor) in _FACTORS.items()} | {
    twin: (unit, 1 / factor) for unit, (twin, factor) in _FACTORS.items()
}


def _amount(name: str, unit: str) -> str:
    return rf"(?P<{name}_low>{_NUMBER})(?: (?:to|and|or) (?P<{name}_high>{_NUMBER}))?(?: |-)?(?:{unit})(?![/\w])"


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def unpaired_amounts(text: str) -> Iterator[str]:
    """Yield every mass, length or speed without its twin in the other system, or with a twin 10 % or more off.

    A pair is written `2 kg (4.4 lb)` or `3 miles (5 km)`; the race distance `5K` is a name.
    """
    bare = re.sub(r"\b(?:5|10)K\b", "", text)
    for unit, (twin, factor) in _PAIRS.items():
        pair = re.compile(rf"{_amount('one', unit)} \({_amount('other', twin)}[^()]*\)")
        for match in pair.finditer(bare):
            ends = [(match["one_low"], match["other_low"])]
            if match["one_high"]:
                ends.append((match["one_high"], match["other_high"] or match["other_low"]))
            if any(abs(_value(other) / (_value(one) * factor) - 1) > 0.1 for one, other in ends):
                yield match[0]
        bare = pair.sub("", bare)
    units = "|".join(sorted(_PAIRS, key=len, reverse=True))
    yield from (match[0] for match in re.finditer(_amount("x", units), bare))


def folded(text: str) -> str:
    """Lower the case and drop accents, so that Niinimäki is found however it is typed."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def shingles(text: str, *, size: int = 8) -> frozenset[str]:
    """Hash every run of `size` words as tests/knowledge/source_shingles.json does."""
    words = re.findall(r"[a-z0-9]+", re.sub("['’]", "", text.lower()))
    runs = (" ".join(words[start : start + size]) for start in range(len(words) - size + 1))
    return frozenset(hashlib.sha256(run.encode()).hexdigest()[:16] for run in runs)

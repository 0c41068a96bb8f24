"""Mend slips of the finger before anything is read: letters swapped, doubled, missing or wrong, blanks left out.

Only a word that is no English word, no name and no number is touched. It becomes the likeliest of the commoner words
it may have been: what the finger did is weighed against how often people say the word to a running coach
(`words.txt` is in that order). A correct word is never changed into another.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib import resources
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.nlu.pattern import Pattern
from bot.nlu.tidy import spelt_out

_WORD = Pattern(
    r"(?<![\w'/.@#-])(?<!\bdr )(?<!\bmr )(?<!\bmrs )(?<!\bms )(?<!\bprof )(?<!\bcalled )(?<!\bnamed )"
    r"[a-z]{2,24}(?![\w'@]|\.[a-z])"
)
_BROKEN = Pattern(r"(?<![\w'/.@#-])(?P<first>[a-z]{1,12}) (?P<second>[a-z]{1,12})(?![\w'@]|\.[a-z])")
_COUNTED = Pattern(r"(?<![\w.:])(?P<number>\d+(?:\.\d+)?)(?P<unit>[a-z]{3,8})(?![\w'])")
_NAME = Pattern(r"(?<=[a-z,&] )[A-Z][a-z]{2,}")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december christmas easter".split()
)
_DOUBLED = Pattern(r"(.)\1")
_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "est", "ly")
_CANDIDATES = 11000
"""So many of the likeliest words may be what was meant; the rest of the list is only known."""
_PARTS = 4000
"""So many of the likeliest words are looked for in words written together."""
_TOGETHER = 1.4
"""What leaving out a blank costs, in the measure of `_slip`."""
_RARE = 100
"""Ranks below this count as equally likely, so that the very commonest words do not swallow the others."""
_LONG = 7
_SECOND_SLIP = 1.6
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_UNITS = ("min", "mins", "minutes", "miles", "mile", "kms", "kgs", "lbs", "hrs", "hours", "ish", "miler")
"""What stands behind a number without a blank, and may have been mistyped there."""
_RUN_ON = Pattern(
    r"^(km?|kms|miles?|mi|mins?|hrs?|kg|lbs|x)(in|at|on|and|for|today|yesterday|this|per|a|run|jog|every|each|of|with"
    r"|to"
    r"|easy|or|then|week|day)$"
)
"""A unit and the word behind it, with the blank left out: "5kin 30min"."""
_BEFORE_NUMBER = Pattern(
    r"(?<=\b(?:ran|run|did|for|age|jog))(?=\d)|(?<=\b(?:at|in|im|by))(?=\d)|(?<=\b(?:about|under|every))(?=\d)"
    r"|(?<=\b(?:jogged|walked))(?=\d)|(?<=\bweigh)(?=\d)"
)
"""Where the blank in front of a number was left out: "ran5k at7am"."""
_SHORT = frozenset(
    "am pm km kg lb mi cm mm ft st hr pb pr wr bq gp pt tv uk us eu it ok id ed bf gf pp iv io pc fb ig dm tv xx yo ya"
    " ty np jk rn ur im re vs eg ie ex un le la el de du se si ti tu da do et es en al il lo mr dr ms co ad ai"
    " cms".split()
)
"""Short words and signs that are meant as they stand, besides those of the list."""


def names_in(text: str) -> frozenset[str]:
    """Return the words of a text as written that a capital letter inside a sentence shows to be names, lower-cased."""
    return frozenset(name.lower() for name in _NAME.findall(text))


def repaired(text: str, *, names: frozenset[str] = frozenset()) -> str:
    """Return a tidy text with mistyped words mended.

    Args:
        text: Tidy text.
        names: Words that stay, unless they were meant to be days or months.

    Example:
        "remimd me evrey day" and "remindme every day" become "remind me every day"; "my mate ran" stays.
    """
    parted = _COUNTED.sub(_counted, _BEFORE_NUMBER.sub(" ", _BROKEN.sub(_joined, text)))
    mended = _WORD.sub(lambda match: _unless_name(match.group(), names), parted)
    return mended if mended == text else spelt_out(mended)


def _unless_name(word: str, names: frozenset[str]) -> str:
    meant = _mended(word)
    return word if word in names and meant not in _CALENDAR else meant


def _counted(match: re.Match[str]) -> str:
    """Mend what stands behind a number: "20imn", "5kin"."""
    number, unit = match["number"], match["unit"]
    if run_on := _RUN_ON.match(unit):
        return f"{number}{run_on[1]} {run_on[2]}"
    if unit in _UNITS or _is_known(unit):
        return match.group()
    return number + next((known for known in _UNITS if _slip(unit, known, 1) <= 0.1), unit)


def _joined(match: re.Match[str]) -> str:
    """Close a blank in the middle of a word: "ru nning"."""
    first, second = match["first"], match["second"]
    whole = first + second
    if len(whole) < 4 or _is_known(first) or _is_known(second) or _ranks().get(whole, _CANDIDATES) >= _CANDIDATES:
        return match.group()
    return whole


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if _is_known(word):
        return word
    best = min((*_meant(word), *_parts(word)), default=None)
    return best[1] if best else word


def _is_known(word: str) -> bool:
    """Whether it is a word, a word with an ordinary ending ("thursdays", "weighing"), or a sign like "km"."""
    if word in _ranks() or word in _SHORT or (len(word) == 1 and word in "aixkfm"):
        return True
    return not word.endswith("ss") and any(
        word.endswith(ending) and _is_common(word[: -len(ending)]) for ending in _ENDINGS
    )


def _is_common(word: str) -> bool:
    return len(word) > 3 and _ranks().get(word, _CANDIDATES) < _CANDIDATES


def _meant(word: str) -> list[tuple[float, str]]:
    """Return what the word may have been meant to be, with how unlikely that is."""
    slips = 2 if len(word) >= _LONG else 1
    near = extract(word, _candidates(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    ranks = _ranks()
    return [
        (_slip(word, meant, int(distance)) + math.log10(ranks[meant] + _RARE), meant)
        for meant, distance, _ in near
        if _possible(word, meant)
    ]


def _possible(word: str, meant: str) -> bool:
    """Hold short words to slips that leave something of them: two letters become three, with the first one kept."""
    if len(word) == 2:
        return len(meant) == 3 and word[0] == meant[0] and _ranks()[meant] < _RARE
    return len(meant) > 2 or sorted(word) == sorted(meant)


def _slip(word: str, meant: str, distance: int) -> float:
    """Return how unlikely the slip is, in powers of ten."""
    price = _SECOND_SLIP if distance == 2 else 0.0
    if word[0] != meant[0] and sorted(word) != sorted(meant):
        price += 0.6 if _is_neighbour(word[0], meant[0]) else 1.0
    if sorted(word) == sorted(meant) or _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", meant):
        return price + 0.1
    if len(word) != len(meant):
        return price + (0.3 if len(word) < len(meant) else 0.6)
    wrong = [(typed, wanted) for typed, wanted in zip(word, meant, strict=True) if typed != wanted]
    return price + (0.3 if all(_is_neighbour(typed, wanted) for typed, wanted in wrong) else 0.7)


def _is_neighbour(typed: str, wanted: str) -> bool:
    """Whether two keys lie side by side."""
    (row, column), (other_row, other_column) = _key(typed), _key(wanted)
    return abs(row - other_row) <= 1 and abs(column + row / 2 - other_column - other_row / 2) <= 1


@cache
def _key(letter: str) -> tuple[int, int]:
    return next((row, keys.index(letter)) for row, keys in enumerate(_KEYS) if letter in keys)


def _parts(word: str) -> list[tuple[float, str]]:
    """Return the pairs of common words it may be, written without the blank: "remindme"."""
    ranks = _ranks()
    return [
        (_TOGETHER + math.log10(max(ranks[first], ranks[second]) + _RARE), f"{first} {second}")
        for at in range(2, len(word) - 1)
        if ranks.get(first := word[:at], _PARTS) < _PARTS and ranks.get(second := word[at:], _PARTS) < _PARTS
    ]


@cache
def _ranks() -> dict[str, int]:
    """Return the known words with their place in the order of likelihood."""
    listed = resources.files("bot.nlu").joinpath("words.txt").read_text(encoding="utf-8")
    words = listed[listed.index("\n", listed.rindex("#")) :].split()
    return {word: rank for rank, word in enumerate(words)}


@cache
def _candidates() -> tuple[str, ...]:
    return tuple(islice(_ranks(), _CANDIDATES))

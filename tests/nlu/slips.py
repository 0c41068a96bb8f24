"""One slip of the finger or of the ear in a phrase, as people make them; digits are left alone.

Every kind takes a text to all the places where it may happen; `slipped` draws one of each kind by a seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"(?<![\w'@/.])[A-Za-z]{3,}(?![\w'@/]|\.\w)")
_BLANK = re.compile(r"(?<=[A-Za-z]) (?=[A-Za-z])")
_BLANK_AT_NUMBER = re.compile(r"(?<=[A-Za-z]) (?=\d)|(?<=\d) (?=[A-Za-z])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])")
_HEARD = (
    ("remind", "remaind"),
    ("calories", "calries"),
    ("calories", "calorys"),
    ("kilometer", "kilomter"),
    ("kilometre", "kilomtre"),
    ("minutes", "minuts"),
    ("minute", "minite"),
    ("wednesday", "wensday"),
    ("thursday", "thersday"),
    ("tuesday", "tuseday"),
    ("saturday", "saterday"),
    ("february", "febuary"),
    ("half", "haff"),
    ("weight", "wieght"),
    ("weigh", "wiegh"),
    ("tomorrow", "tommorow"),
    ("yesterday", "yesturday"),
    ("exercise", "exersise"),
    ("muscle", "mussle"),
    ("stomach", "stomac"),
    ("breath", "breth"),
    ("height", "hieght"),
    ("pregnan", "pregnat"),
    ("definite", "definate"),
    ("really", "realy"),
    ("until", "untill"),
    ("which", "wich"),
    ("pause", "pauze"),
    ("every", "evry"),
    ("eight", "eigth"),
    ("quarter", "quater"),
    ("marathon", "marathone"),
    ("average", "averege"),
    ("ph", "f"),
    ("ie", "ei"),
    ("ence", "ance"),
    ("ll", "l"),
    ("ss", "s"),
    ("tt", "t"),
    ("mm", "m"),
)
"""How a word sounds, or is misremembered."""


def left_out(text: str) -> Iterator[str]:
    """Yield the text with one letter left out, never the first of a word."""
    return (text[:at] + text[at + 1 :] for at in _inside(text))


def doubled(text: str) -> Iterator[str]:
    """Yield the text with one letter typed twice."""
    return (text[:at] + text[at] + text[at:] for at in _letters(text))


def swapped(text: str) -> Iterator[str]:
    """Yield the text with two neighbouring letters of a word in the wrong order."""
    return (
        text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
        for at in _inside(text)
        if text[at].lower() != text[at - 1].lower()
    )


def beside(text: str) -> Iterator[str]:
    """Yield the text with one letter replaced by the key at its left or right, or the one above or below."""
    return (text[:at] + key + text[at + 1 :] for at in _letters(text) for key in _neighbours(text[at].lower()))


def run_together(text: str) -> Iterator[str]:
    """Yield the text with the blank between two words, or between a word and a number, left out."""
    for pattern in (_BLANK, _BLANK_AT_NUMBER):
        for match in pattern.finditer(text):
            yield text[: match.start()] + text[match.end() :]


def blank_too_late(text: str) -> Iterator[str]:
    """Yield the text with a blank one letter too early or too late: "th erun", "onm y"."""
    for match in _BLANK.finditer(text):
        at = match.start()
        yield text[: at - 1] + " " + text[at - 1] + text[at + 1 :]
        yield text[:at] + text[at + 1] + " " + text[at + 2 :]


def without_apostrophe(text: str) -> Iterator[str]:
    """Yield the text with an apostrophe left out."""
    return (text[: match.start()] + text[match.end() :] for match in _APOSTROPHE.finditer(text))


def as_heard(text: str) -> Iterator[str]:
    """Yield the text with a word written as it sounds."""
    for right, wrong in _HEARD:
        for match in re.finditer(right, text, re.IGNORECASE):
            if _WORD.search(text, max(0, match.start() - 20)) and text[match.start()].islower():
                yield text[: match.start()] + wrong + text[match.end() :]


KINDS: dict[str, Callable[[str], Iterator[str]]] = {
    "left out": left_out,
    "doubled": doubled,
    "swapped": swapped,
    "beside": beside,
    "run together": run_together,
    "blank too late": blank_too_late,
    "apostrophe": without_apostrophe,
    "heard": as_heard,
}


def slipped(text: str, *, seed: str) -> dict[str, str]:
    """Return one slip of each kind that may happen in the text, drawn by the seed."""
    chance = random.Random(seed + text)  # noqa: S311 - slips, not secrets
    found = {kind: sorted(set(slips(text)) - {text}) for kind, slips in KINDS.items()}
    return {kind: chance.choice(texts) for kind, texts in found.items() if texts}


def _letters(text: str) -> list[int]:
    return [at for match in _WORD.finditer(text) for at in range(*match.span())]


def _inside(text: str) -> list[int]:
    return [at for match in _WORD.finditer(text) for at in range(match.start() + 1, match.end())]


def _neighbours(letter: str) -> str:
    row = next(number for number, keys in enumerate(_KEYS) if letter in keys)
    column = _KEYS[row].index(letter)
    near = [(row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column)]
    return "".join(_KEYS[r][c] for r, c in near if 0 <= r < len(_KEYS) and 0 <= c < len(_KEYS[r]))

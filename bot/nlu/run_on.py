"""Blanks left out or misplaced beside a number: "today24:59", "5kin 30min", "10kpb", "9kt oday"."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from bot.nlu.pattern import Pattern
from bot.nlu.slip import is_known, price, rank

_WORD_THEN_NUMBER = Pattern(r"(?<![\w'/.@#-])(?P<word>[a-z]{2,12})(?=\d)")
_GLUED = frozenset("in at to by on im is of my an was for and the run ran did age jog do or a".split())
"""Short words that stand before numbers."""
_PART_OF_NAMES = frozenset("covid omega gpt type vo mp ps iso utc gmt zone hr kb ref".split())
"""What a number belongs to: "covid19", "omega3"."""
_ARTICLE = Pattern(r"(?<![\w'/.-])a(?=\d+(?:\.\d+)? ?(?:km?|mi|miles?|min\w*|hour\w*)\b)")
_UNIT_THEN_NUMBER = Pattern(
    r"(?<=\dkm)(?=\d)|(?<=\dmi)(?=\d)|(?<=\dkg)(?=\d)|(?<=\dcm)(?=\d)|(?<=\dlb)(?=\d)|(?<=lbs)(?=\d)|(?<=\dk)(?=\d\d)"
    r"|(?<=miles)(?=\d)|(?<=mph)(?=\d)|(?<=km/h)(?=\d)"
)
_COUNTED = Pattern(r"(?<![\w.:])(?P<number>\d+(?:[.:]\d+)?)(?P<letters>[a-z]{3,14})(?![\w'])")
_UNITS = ("min", "mins", "minutes", "miles", "mile", "kms", "kgs", "lbs", "hrs", "hours", "ish", "miler")
"""What stands behind a number without a blank, and may have been mistyped there."""
_SIGNS = (
    "minutes", "minute", "miles", "hours", "mins", "mile", "hour", "kcal", "kms", "min", "kgs", "lbs", "hrs", "mph",
    "kph", "km", "kg", "mi", "hr", "lb", "st", "am", "pm", "cm", "k", "m", "x",
)  # fmt: skip
"""Units, the longest first."""
_BLANK_LATE = Pattern(
    r"(?<![\w.:])(?P<number>\d+(?:[.:]\d+)?)(?P<sign>kcal|kms?|miles?|mins?|mi|kg|lbs?|cm|k|m|st|nd|rd"
    r"|th)(?P<first>[a-z])"
    r" (?P<rest>[a-z]+)(?![\w'])"
)
"""The blank one letter too late: "9kt oday", "12kmi n"."""
_BLANK_EARLY = Pattern(r"(?<![\w.:])(?P<number>\d+(?:\.\d+)?)(?P<gap> k|k g|k m|m i)(?P<rest>[a-z]{2,})(?![\w'])")
"""The same too early: "7 keasy", "55k gwoman"."""
_TWO = frozenset("in at on to of or is my by im pb pr we do so no up".split())
_COMMON = 3000
_SLIGHT = 0.1


def parted(text: str) -> str:
    """Return a tidy text with the blanks beside its numbers put in.

    Example:
        "ran5k at7am, 10kpb" becomes "ran 5k at 7am, 10k pb".
    """
    text = _BLANK_EARLY.sub(_blank_early, _BLANK_LATE.sub(_blank_late, text))
    text = _ARTICLE.sub("a ", _WORD_THEN_NUMBER.sub(_before_number, text))
    return _COUNTED.sub(_behind_number, _UNIT_THEN_NUMBER.sub(" ", text))


def _blank_late(match: re.Match[str]) -> str:
    word = match["first"] + match["rest"]
    if match["sign"] + match["first"] in _SIGNS or is_known(match["rest"]) or not is_known(word):
        return match.group()
    return f"{match['number']}{match['sign']} {word}"


def _blank_early(match: re.Match[str]) -> str:
    before, letter = match["gap"].split(" ")
    if is_known(letter + match["rest"]) or not is_known(match["rest"]):
        return match.group()
    return f"{match['number']}{before}{letter} {match['rest']}"


def _before_number(match: re.Match[str]) -> str:
    word = match["word"]
    if word in _PART_OF_NAMES or not (word in _GLUED or (len(word) > 2 and is_known(word))):
        return word
    return f"{word} "


def _behind_number(match: re.Match[str]) -> str:
    """Mend what stands behind a number: "20imn", "5kin", "300calories"."""
    number, letters = match["number"], match["letters"]
    if letters in _SIGNS or letters in _UNITS:
        return match.group()
    for sign in _SIGNS:
        rest = letters.removeprefix(sign)
        if rest != letters and _is_word(rest):
            return f"{number}{sign} {rest}"
    if is_known(letters):
        return f"{number} {letters}" if len(letters) > 3 else match.group()
    near = (unit for unit in _UNITS if OSA.distance(letters, unit) == 1 and price(letters, unit, slips=1) <= _SLIGHT)
    return number + next(near, letters)


def _is_word(word: str) -> bool:
    place = rank(word)
    return word == "a" or word in _TWO or (len(word) > 2 and place is not None and place < _COMMON)

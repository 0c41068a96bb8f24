"""How tall somebody says they are."""

from __future__ import annotations

from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity
from bot.nlu.utterance import Clause
from bot.units import METRES_PER_INCH

GIRTH = Pattern(r"\b(?P<part>waist|hips?|neck)\b")
_NOT_TALL = Pattern(r" ?(?:shorter|taller|off|smaller|bigger|from|of hair)")
_BEFORE_BARE = Pattern(r"\b(?:im|height(?: is)?:?|tall|and|with|at)(?: (?:only|about|around|just|a))? $")
_LISTED_BEFORE = Pattern(
    r"(?:^|[,/;(\n] ?|(?:\b|\d)"
    r"(?:im|and|f|m|female|male|woman|man|girl|guy|bloke|boy|lady|old|yo|tall|height|ht|kgs?|kilos?|\d\d) )$"
)
_LISTED_AFTER = Pattern(
    r" ?(?:$|[,/;).!?\n])| (?:and|f|m|female|male|woman|man|girl|guy|bloke|tall|am|is|but|with|i|goal"
    r"|target|aiming|want|\d)"
)
_LOWEST_CM, _HIGHEST_CM = 140, 210
_LOWEST_M, _HIGHEST_M = 1.2, 2.3
_INCHES_PER_FOOT = 12


def height_of(said: Clause) -> float | None:
    """Return the height a clause tells. [m]"""
    for item in said.all("length"):
        girth = GIRTH.search(said.before(item)) or GIRTH.match(said.after(item).strip())
        if not girth and item.value >= 0.9 and not _NOT_TALL.match(said.after(item)):
            return item.value
    for item in said.all("number"):
        two_decimals = said.digits[item.start : item.end].partition(".")[2]
        if len(two_decimals) == 2 and _LOWEST_M <= item.value <= _HIGHEST_M and _BEFORE_BARE.search(said.before(item)):
            return item.value
        if said.has("mass") and _LOWEST_CM <= item.value <= _HIGHEST_CM and _in_list(said, item):
            return item.value / 100
    return None


def _in_list(said: Clause, item: Quantity) -> bool:
    """Whether a number stands among facts of the body: "f 19 165 50kg", "im 165 and 45 kg"."""
    return bool(_LISTED_BEFORE.search(said.before(item)) and _LISTED_AFTER.match(said.after(item)))


def bare_height_m(value: float) -> float | None:
    """Return a height said without a unit: centimetres, metres, inches, or feet and inches with a dot. [m]"""
    if 100 <= value <= 250:
        return value / 100
    if _LOWEST_M <= value <= _HIGHEST_M:
        return value
    if 3 <= value < 7.5:
        feet = int(value)
        fraction = round((value - feet) * 100)
        inches = fraction // 10 if fraction % 10 == 0 else fraction
        return (feet * _INCHES_PER_FOOT + inches) * METRES_PER_INCH if inches < _INCHES_PER_FOOT else None
    return value * METRES_PER_INCH if 50 <= value <= 84 else None

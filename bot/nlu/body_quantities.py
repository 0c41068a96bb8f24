"""Quantities of a body: height, weight, age."""

from __future__ import annotations

import re

from bot.nlu.grammar import Rule, amount, at, rule
from bot.nlu.number_words import BOUNDARY, NUMBER, number
from bot.nlu.quantity import Dimension, Quantity
from bot.units import KG_PER_POUND, METRES_PER_FOOT, METRES_PER_INCH, POUNDS_PER_STONE, Units

_NOT_POUNDS = (
    r"(?! ?(?:kgs?|cm|%|ft|foot|feet|'|years?|yo\b|y/o|months?|weeks?|days?|times|x\b|km?\b|miles?|st\b|stone|mins?"
    r"|hours?"
    r"|[/:.]\d))"
)


def _feet_inches(match: re.Match[str]) -> Quantity:
    inches = number(match["inches"]) if match["inches"] else 0.0
    return at(match, "length", number(match["feet"]) * METRES_PER_FOOT + inches * METRES_PER_INCH, "imperial")


def _stones(match: re.Match[str]) -> Quantity:
    pounds = amount(match["st"]) * POUNDS_PER_STONE
    pounds += 7.0 if match["half"] else 0.0
    pounds += number(match["lb"]) if match["lb"] else 0.0
    return at(match, "mass", pounds * KG_PER_POUND, "imperial")


RULES: tuple[Rule, ...] = (
    rule(
        rf"{BOUNDARY}(?P<feet>[3-8])(?: ?'(?!') ?| ?(?:ft|foot|feet)(?![a-z])\.?,? ?(?:and )?)"
        rf"(?:(?P<inches>(?:1[01]|\d)(?:\.\d{{1,2}})?(?!\d)) ?(?:\"|''|in(?:ch(?:es)?)?(?![a-z])|')?)?(?!\d)"
        r"(?! ?(?:stone|st|kgs?|lbs?|pounds)\b)",
        _feet_inches,
    ),
    rule(
        rf"{BOUNDARY}(?!\d?1st\b(?! ?\d))(?P<st>{NUMBER}|an?(?= )|half a(?= )) ?(?:stones?|st)(?![a-z]|\.? ?(?:street"
        r"|road))"
        rf"(?: (?P<half>and a half)|,? ?(?:and )?(?P<lb>(?:1[0-3]|\d)(?:\.\d)?(?!\d)){_NOT_POUNDS}"
        r"(?: ?(?:lbs?|pounds?)(?![a-z]))?)?(?!\d)",
        _stones,
    ),
    rule(
        rf"{BOUNDARY}(?P<m>[12]) ?(?:m|met(?:re|er)) ?(?P<cm>\d\d)(?!\d)(?! ?(?:min|sec))",
        lambda match: at(match, "length", float(match["m"]) + float(match["cm"]) / 100, "metric"),
    ),
    rule(
        rf"{BOUNDARY}(?P<m>[12][.,]\d{{1,2}}) ?(?:m|met(?:re|er)s?)(?![a-z/])",
        lambda match: at(match, "length", number(match["m"]), "metric"),
    ),
    rule(
        rf"{BOUNDARY}(?P<n>{NUMBER})(?: ?- ?| )?(?:yo|y/o|y\.o\.?|y(?:ea)?rs?[ -]olds?|years (?:young|of age))(?![a-z])"
        rf"|\b(?:aged?|age is|age:|turning|turned) ?(?P<m>{NUMBER})(?![\d:.]|[ -]?(?:km?|mi|min|kg|st)\b)",
        lambda match: at(match, "age", number(match["n"] or match["m"])),
    ),
)

_HEIGHT_SAID = rule(
    r"\b(?:(?:height|tall)(?: is| of)?:?|im(?= [4-6] (?:1[01]|\d)(?:$|[,;!?]|\.(?!\d)| (?:and|tall|but|\d\d\b))))"
    r" (?P<feet>[4-6])[ ,](?P<inches>1[01]|\d)(?!\d)",
    _feet_inches,
)
RULES = (*RULES, _HEIGHT_SAID)

UNITS: dict[str, tuple[Dimension, float, Units | None]] = {
    **dict.fromkeys(
        ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), ("mass", 1.0, "metric")
    ),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "#"), ("mass", KG_PER_POUND, "imperial")),
    **dict.fromkeys(
        ("cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"), ("length", 0.01, "metric")
    ),
    **dict.fromkeys(("inch", "inches", '"'), ("length", METRES_PER_INCH, "imperial")),
}
"""Units that follow their number plainly: dimension, factor to SI, unit system."""

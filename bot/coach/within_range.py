"""Say whether a value somebody names lies in the range of the figure just shown: "so it could also be zero?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.reply import Figure
from bot.units import KG_PER_POUND
from bot.voice.phrase import phrase

_LONGEST: Final = 16
_COULD: Final = Pattern(
    r"\b(?:could|can|might|may|would|possibl[ey])\b[^?.!]{0,32}?\b(?:be|lose|burn|mean|(?:low|high|little|much) as"
    r"|up (?:at|as|with))\b[^?.!\d]{0,16}?"
    r"\b(?P<n>zero|nothing|none|nil|no (?:fat|loss|change)|\d[\d,]*(?:\.\d+)?)"
    r" ?(?P<unit>kcals?|calories|cals?|kgs?|kilos?|lbs?|pounds)?"
    r"(?: (?:at all|too|as well|then|also|of fat|fat|or (?:more|less)))*\W*$",
    re.IGNORECASE,
)
_LIGHTEST_KG: Final = 30.0
"""From here on a mass is a weight to reach, and no part of a loss. [kg]"""
_SHOWN: Final = Pattern(r"\((?P<low>\d[\d,]*(?:\.\d+)?) to (?P<high>\d[\d,]*(?:\.\d+)?)\)")
_ENERGY: Final = ("kcal", "cal")
_POUNDS: Final = ("lb", "pound")


def answer_within_range(draft: Draft, w: Workings, figured: Exchange) -> bool:
    """Answer yes or no from the range that was shown; return whether that was asked."""
    asked = _COULD.search(w.message.text)
    figure = figured.reply.figures[0]
    shown = _SHOWN.search(figure.shown)
    if asked is None or shown is None or w.frame.flags or len(w.message.text.split()) > _LONGEST:
        return False
    value = _value(asked, figure)
    if not _is_alike(asked["unit"], figure) or (figure.unit == "kg" and value >= _LIGHTEST_KG):
        return False
    w.frame = replace(w.frame, intent="why", entities={}, about="certainty", ask=None, also=())
    if (state := permissions(w.runner).state) is not None:
        draft.say(f"coach.withheld.{state}")
        return True
    inside = _number(shown["low"]) <= value <= _number(shown["high"])
    told = phrase(figure.shown, f"figure:{figure.name}")
    draft.figures.append(figure)
    if value == 0:
        draft.say("follow.range.zero_inside" if inside else "follow.range.zero_outside", figure=told)
    else:
        named = phrase(" ".join(part for part in (asked["n"], asked["unit"]) if part), "said")
        draft.say("follow.range.inside" if inside else "follow.range.outside", figure=told, asked=named)
    draft.button("how", "v1:how")
    return True


def _is_alike(unit: str | None, figure: Figure) -> bool:
    """Whether a unit measures what the figure does; without one the figure's own is meant."""
    return unit is None or unit.lower().startswith(_ENERGY) == (figure.unit == "kcal")


def _value(asked: re.Match[str], figure: Figure) -> float:
    """Return the value named, in the unit the figure is shown in."""
    if not asked["n"][0].isdigit():
        return 0.0
    value, unit = _number(asked["n"]), (asked["unit"] or "").lower()
    if not unit or figure.unit != "kg":
        return value
    in_pounds = " lb" in figure.shown
    if unit.startswith(_POUNDS) == in_pounds:
        return value
    return value / KG_PER_POUND if in_pounds else value * KG_PER_POUND


def _number(text: str) -> float:
    return float(text.replace(",", ""))

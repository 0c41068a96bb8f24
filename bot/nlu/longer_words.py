"""A way to a longer run: how far somebody wants to get, and how far their longest was. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.nlu.pattern import Pattern
from bot.units import METRES_PER_KM, METRES_PER_MILE

_SIZE: Final = r"(?P<{0}>\d{{1,2}}(?:\.\d)?) ?(?P<{1}>kms?|k|kilomet\w+|miles?|mi)\b"
_WANTS: Final = Pattern(
    r"\bplan\b|\bhow (?:many|long)\b.{0,16}\b(?:weeks?|months?|till|until|to|before|does it|will it|would it"
    r"|do i need)\b"
    r"|\bhow (?:do|can|should|would) i (?:\w+ )?(?:get|build|work|go|train|reach|make it)\b|\bget (?:me )?(?:up )?to\b"
    r"|\b(?:build|work|building|working)(?:ing)? (?:up )?(?:to|towards)\b|\btrain(?:ing)? for\b|\bhow many weeks\b"
)
_GOAL: Final = Pattern(
    rf"\b(?:to|till|until|for|reach|run|do|of|the|a|my|first|before) (?:an? |the |my |first "
    rf"|full )*{_SIZE.format('n', 'u')}"
)
_LONGEST: Final = Pattern(
    r"\b(?:never (?:\w+ )?(?:more|further|farther|longer) than|longest(?: run| ever| so far)*(?: is| was|:)?(?: only"
    r"| just"
    r"| about| like)*|(?:only|just) (?:ever )?(?:run|ran|done|managed|do|manage)(?: like| about)*|(?:can"
    r"|could) (?:only |just"
    r" |now |already |currently )*(?:run|do|jog|manage)(?: about| like| only)*|from(?: about| only)?|(?:currently|now"
    r"|usually"
    r"|mostly) (?:at|run|on|do|running|doing)|furthest(?: is| was| ive (?:run|done|gone)(?: is)?)*"
    r"|(?:max|maximum|most)(?: is| was| ive (?:run|done)(?: is)?)*|(?:not|nothing) (?:more|further|over"
    r"|above)(?: than)?)"
    r" (?P<m>\d{1,2}(?:\.\d)?) ?(?P<v>kms?|k|kilomet\w+|miles?|mi)?(?= |$|[.,!?;])(?! ?(?:min|weeks?|days?|months?"
    r"|years?"
    r"|times|kg|hours?|h\b))"
)
_BY_A_DATE: Final = Pattern(
    r"\b(?:in|within|for) (?:an?|one|two|three|four|\d+) (?:days?|weeks?|months?)\b|\btomorrow\b|\btmrw\b|\btonight\b"
    r"|\btoday\b"
    r"|\b(?:this|next|on|by) (?:sun|mon|tue|wed|thu|fri|sat|week|month)\w*\b|\bpace\b|\bunder \d|\bsub \d|\bfaster\b"
    r"|\btime\b"
)
"""With a date or a time it is a question of its own."""
_FARTHEST_M: Final = 21_200.0
_LEAST_GROWTH: Final = 1.15


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """From the longest run so far to the one that is wished for. [m]"""

    longest_m: float
    goal_m: float
    unit_m: float
    """Metres of the unit it is told in."""


def goal_asked(text: str) -> tuple[float, float] | None:
    """Return the distance a tidy text wants a way to and its unit, None if it wants none. [m]"""
    if not _WANTS.search(text) or _BY_A_DATE.search(text):
        return None
    named = [one for one in _GOAL.finditer(text) if not text[: one.start("n")].rstrip().endswith("from")]
    if not named:
        return None
    unit = _unit(named[-1]["u"])
    metres = float(named[-1]["n"]) * unit
    return (metres, unit) if metres <= _FARTHEST_M else None


def longest_told(text: str, *, unit_m: float) -> float | None:
    """Return the longest run a tidy text tells of, None if it tells of none. [m]

    Args:
        text: Tidy.
        unit_m: What a number without its unit counts. [m]
    """
    match = _LONGEST.search(text)
    return None if match is None else float(match["m"]) * (_unit(match["v"]) if match["v"] else unit_m)


def stretch(goal: tuple[float, float], longest_m: float) -> Stretch | None:
    """Return the way from a longest run to a goal; None where there is next to nothing to grow."""
    metres, unit = goal
    grows = longest_m > 0.0 and metres / longest_m >= _LEAST_GROWTH
    return Stretch(longest_m=longest_m, goal_m=metres, unit_m=unit) if grows else None


def _unit(name: str) -> float:
    return METRES_PER_MILE if name.startswith("mi") else METRES_PER_KM

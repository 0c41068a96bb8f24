"""Read how far a session of repetitions is in all: "12 x 400 m in 1:28 each plus 200 m jogs. how many km is that"."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.cues import PAST_RUN
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_UNIT: Final = r"(?P<u>m|met(?:re|er)s?|kms?|k|miles?|mi)\b"
_SETS: Final = Pattern(rf"(?<![\w.:])(?P<n>\d{{1,2}}) ?(?:x|\*|times) ?(?P<d>\d{{1,4}}(?:\.\d{{1,2}})?)(?: ?{_UNIT})?")
_BREAKS: Final = Pattern(
    rf"(?<![\w.:x*])(?<!x )(?<!\* )(?P<d>\d{{1,4}}(?:\.\d)?) ?{_UNIT} (?:\w+ )?(?:jog\w*|float\w*|walk\w*"
    r"|recover\w*|between|rests?|easy between)\b"
)
_LEG: Final = Pattern(
    rf"(?<![\w.:x*])(?<!x )(?<!\* )(?P<d>\d{{1,4}}(?:\.\d{{1,2}})?) ?{_UNIT}"
    r"(?! ?(?:jog|float|walk|recover|between|rest))"
)
_ASKS: Final = Pattern(
    r"\bhow (?:far|(?:many|much) (?:total |altogether )?(?:kms?|ks?|kilomet\w+|miles?|mi|met\w+|distance))\b"
    r"|\b(?:whats|what is|what) (?:the |that |my )?(?:total|distance|sum)\b|\btotal (?:distance|km|kms|miles)\b"
    r"|\badds? up to\b|\bin total\W*\?"
)
_OF_IT_ALONE: Final = Pattern(
    r"^(?!.*\b(?:weeks?|months?|years?|so far|log)\b).*\b(?:(?:is|was|does|would|are) (?:that|it|this|those)"
    r"|whats the total)\b"
)
"""A session that was run is summed where the sum of it is all that is asked, and of no week it belongs to."""
_LOWEST_M: Final = 100.0
"""A bare number from here on is metres, a smaller one kilometres."""


def read_session_sum(said: Utterance) -> list[Frame]:
    """Return the sum of a session's distances as a `conversion` of `parts`; empty if none is asked for.

    `parts` are [times, metres] of each; `breaks_m`, if jogs between are told, is the length of one of them.
    """
    text = said.digits
    sets = list(_SETS.finditer(text))
    if not sets or not _ASKS.search(text) or (PAST_RUN.search(text) and not _OF_IT_ALONE.search(text)):
        return []
    parts = [[float(one["n"]), _metres(one["d"], one["u"])] for one in sets]
    rest = _SETS.sub(" ", text)
    breaks = _BREAKS.search(rest)
    others = _BREAKS.sub(" ", rest)
    parts += [[1.0, _metres(one["d"], one["u"])] for one in _LEG.finditer(others)]
    entities: dict[str, Any] = {"measure": "conversion", "parts": parts, "into": [_unit_of(text)]}
    if breaks is not None:
        entities["breaks_m"] = _metres(breaks["d"], breaks["u"])
    return [Frame(intent="log_query", entities=entities)]


def _unit_of(text: str) -> str:
    asked = _ASKS.search(text)
    return "miles" if asked is not None and " mi" in asked.group() else "km"


def _metres(number: str, unit: str | None) -> float:
    value = float(number)
    if unit is None:
        return value if value >= _LOWEST_M else value * METRES_PER_KM
    if unit.startswith("mi"):
        return value * METRES_PER_MILE
    return value if unit == "m" or unit.startswith("met") else value * METRES_PER_KM

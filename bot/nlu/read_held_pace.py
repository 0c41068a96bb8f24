"""Read a distance to be timed at the pace spoken of: "what 5k time is that pace", "and over a half?"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.half_marathon import half_in_full
from bot.nlu.pattern import Pattern
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_THAT_PACE: Final = Pattern(r"\b(?:that|this|the same|same|my|its) (?:\w+ )?(?:pace|speed)\b")
_ONWARDS: Final = Pattern(
    r"(?:(?:and|so|ok|okay|now|then|or|what|whats|how|about|much|long|time|is|was|would|will|does|do|that|it|this|be|come"
    r"|comes|out|make|makes|take|mean|give|at|for|over|on|to|in|the|an?|whole|full) ?)*,(?: (?:then|too|time|be))*"
)
"""All that goes round a distance where only the distance is new."""
_LEADS_ON: Final = Pattern(r"^(?:and|or|so|now|what about|how about)\b|\b(?:that|it|this)\b")
_GLUE: Final = frozenset(
    "that this it the same my its and or so ok okay now then what whats how about much long far time times is was "
    "would will does do be come comes out make makes take takes mean give gives at for over on to in an a whole full "
    "pace speed i me us my run running race hold held keep kept if could can get finish when you tell work with please "
    "pls".split()
)
_OVER: Final = Pattern(r"\b(?:that|it|this|for|over)\b")
_ONWARDS_OVER: Final = Pattern(r"^(?:and|so) (?:for|over)\b")
_WORD: Final = Pattern(r"[a-z]+")
_OF_A_PACE: Final = frozenset({"conversion", "splits"})


def read_held_pace(said: Utterance, context: Context) -> list[Frame]:
    """Return the sum of a distance at the pace of before, as a `conversion` of `distance_m` into minutes.

    A pace that was told by itself goes along as `pace_s_per_km`; else that of the time or run spoken of last is meant.
    """
    said = said.saying(half_in_full(said.digits))
    sizes, _ = run_size(said)
    items = [one for one in said.items if not one.negated]
    if sizes.keys() != {"distance_m"} or len(items) != 1:
        return []
    rest = " ".join(f"{said.digits[: items[0].start]} , {said.digits[items[0].end :]}".split()).rstrip(" ?!.")
    before = context.last_entities
    named = _THAT_PACE.search(rest) and all(word in _GLUE for word in _WORD.findall(rest))
    onwards = _spoke_of_pace(context) and _LEADS_ON.search(rest) and _ONWARDS.fullmatch(rest)
    if not named and not (onwards and (context.last_intent != "log_run" or _asks_over(rest, said.digits))):
        return []
    entities = {"measure": "conversion", "distance_m": sizes["distance_m"], "into": ["min"], **_pace_told(before)}
    return [Frame(intent="log_query", entities=entities)]


def _asks_over(rest: str, text: str) -> bool:
    """Whether a distance after a run is asked about; "and 5k" tells another run, "make it 8 km" puts it right."""
    return _ONWARDS_OVER.search(rest) is not None or (is_question(text) and _OVER.search(rest) is not None)


def _spoke_of_pace(context: Context) -> bool:
    """Whether the turn before told a run with its time, or did a sum with a pace."""
    before = context.last_entities
    if context.last_intent == "log_run":
        return before.keys() >= {"distance_m", "duration_s"}
    timed = before.keys() & {"duration_s", "pace_s_per_km"} or before.get("into") == ["min"] or _pace_told(before)
    return before.get("measure") in _OF_A_PACE and bool(timed)


def _pace_told(before: Mapping[str, Any]) -> dict[str, float]:
    """Return the pace that the sum before was about, where it was told by itself. [s/km]"""
    if before.get("measure") not in _OF_A_PACE:
        return {}
    if "pace_s_per_km" in before:
        return {"pace_s_per_km": float(before["pace_s_per_km"])}
    unit, amounts = before.get("told_in"), before.get("amounts", ())
    if unit not in {"min/km", "min/mile"} or len(amounts) != 1:
        return {}
    per_km = METRES_PER_KM / METRES_PER_MILE if unit == "min/mile" else 1.0
    return {"pace_s_per_km": round(float(amounts[0]) * 60.0 * per_km, 3)}

"""Read sums over stages: runs to be averaged, a race at two paces, what its second half must be, laps of a track."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Frame
from bot.nlu.half_marathon import half_in_full
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import FASTEST_S_PER_KM, SLOWEST_S_PER_KM, Quantity, clock_seconds
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_PACE: Final = Pattern(r"\b(?:paces?|average|avg|mean|weighted|how fast|total|together|altogether|overall|in all)\b")
_KEPT: Final = Pattern(
    r"\b(?:log|logged|add|save|today|yesterday|this (?:morning|evening)|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?"
    r"|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
)
"""Runs told with these are told to be kept, whatever is asked beside them."""
_FIRST: Final = Pattern(r"\bfirst (?P<half>half)\b|\bfirst (?=\d)")
_REST: Final = Pattern(
    r"\b(?:second|2nd|other|back) half\b|\b(?:the )?(?:rest|remaining|remainder)\b|\b(?:last|final|other) (?=\d)"
    r"|\bthen\b"
)
_LAPS: Final = Pattern(r"\bhow many (?:laps|rounds|times round)\b|\blaps\b[^.!]{0,30}\?")
_LAP_M: Final = Pattern(r"\b(?P<lap>[1-9]00|250|333)(?: ?m(?:et\w+)?)?\b")
_IF_I: Final = Pattern(r"\b(?:if|when|say) (?:i|we)(?: \w+){1,2}")
_ASKS: Final = Pattern(r"\b(?:what|whats|which|how)\b|\?")
_FEWEST: Final = 2


def read_stages(said: Utterance) -> list[Frame]:
    """Return the question as a `log_query` of measure `stages` or `laps`; empty if none is asked.

    `stages` holds `runs` of [metres, seconds] to be averaged, or what is known of a race in two parts: `first_m` (left
    out for half of it), `first_pace`, `rest_pace`, `whole_m` and `whole_s`.
    """
    said = said.saying(half_in_full(said.digits))
    return _laps(said) or _in_two_parts(said) or _averaged(said)


def _laps(said: Utterance) -> list[Frame]:
    far = said.first("distance")
    if far is None or not _LAPS.search(said.digits) or PAST_RUN.search(said.digits):
        return []
    beside = f"{said.digits[: far.start]} {said.digits[far.end :]}"
    lap = _LAP_M.search(beside)
    return [_asked("laps", {"distance_m": far.value, "every_m": float(lap["lap"])})] if lap else []


def _averaged(said: Utterance) -> list[Frame]:
    """Read runs told one after the other whose pace together is asked: "8k 44:10 + 5 miles 43:05, what pace"."""
    text = said.digits
    if not _PACE.search(text) or PAST_RUN.search(text) or _KEPT.search(text):
        return []
    runs: list[list[float]] = []
    far: Quantity | None = None
    for item in said.items:
        if item.dimension == "distance":
            far = item
        elif far is not None and item.dimension in {"clock", "duration"}:
            runs.append([far.value, _seconds(item, far.value)])
            far = None
    asks = (
        is_question(text) or _ASKS.search(text) is not None or text.rstrip(" .").endswith(("pace", "average", "total"))
    )
    return [_asked("stages", {"runs": runs})] if len(runs) >= _FEWEST and asks else []


def _in_two_parts(said: Utterance) -> list[Frame]:
    """Read a race whose first part has a pace: "first half 4:53, what for the second half to hit 1:42:00"."""
    text = said.digits
    first, rest = _FIRST.search(text), _REST.search(text)
    if first is None or PAST_RUN.search(_IF_I.sub(" ", text)) or not (rest or is_question(text)):
        return []
    cut = rest.start() if rest is not None and rest.start() > first.end() else len(text)
    paced = [one for one in said.all("pace", "clock") if _as_pace(one, said) is not None]
    before = next((one for one in paced if first.start() < one.start < cut), None)
    after = next((one for one in paced if one is not before and rest is not None and one.start > rest.start()), None)
    if before is None:
        return []
    entities: dict[str, Any] = {"first_pace": _as_pace(before, said)}
    far = [one for one in said.all("distance") if not text[one.start : one.end].endswith(" half")]
    leg = None if first["half"] else next((one for one in far if first.start() <= one.start <= first.end() + 1), None)
    if not first["half"] and leg is None:
        return []
    if leg is not None:
        entities["first_m"] = leg.value
    whole = max((one for one in far if one is not leg), key=lambda one: one.value, default=None)
    if whole is not None:
        entities["whole_m"] = whole.value
    timed = [one for one in said.all("clock", "duration") if one is not before and one is not after]
    if timed:
        entities["whole_s"] = _seconds(timed[-1], whole.value if whole is not None else None)
    elif after is not None:
        entities["rest_pace"] = _as_pace(after, said)
    return [_asked("stages", entities)]


def _asked(measure: str, entities: dict[str, Any]) -> Frame:
    return Frame(intent="log_query", entities={"measure": measure, **entities})


def _seconds(item: Quantity, distance_m: float | None) -> float:
    return clock_seconds(item, distance_m) if item.dimension == "clock" else item.value


def _as_pace(item: Quantity, said: Utterance) -> float | None:
    """Return a pace, or a colon time that can be one, in seconds a kilometre."""
    if item.dimension == "pace":
        return item.value
    in_miles = said.speaks == "imperial" or any(one.units == "imperial" for one in said.all("distance"))
    pace = item.value * (METRES_PER_KM / METRES_PER_MILE if in_miles else 1.0)
    return pace if FASTEST_S_PER_KM <= pace <= SLOWEST_S_PER_KM else None

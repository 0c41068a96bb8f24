"""Take a limit told after a figure as the plan it is to be done with: "i said 3 days", "5 km? i did 2"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from bot.coach.permissions import permissions
from bot.coach.planned import last_run, plan_days
from bot.coach.thread import SUMS
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.reply import Figure
from bot.units import METRES_PER_KM, METRES_PER_MILE

_RECENT: Final = 3
_FEW: Final = 3
"""Days a week where fewer are wished and none are named: those of the first plan."""
_LOOSE: Final = frozenset({"out_of_scope", "knowledge_question", "dispute", "plan", "feeling", "smalltalk", "no"})
_NUMBER: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_N: Final = rf"(?:\d{{1,2}}|{'|'.join(_NUMBER)})"
_TIMES: Final = Pattern(
    rf"\b(?:i said|i meant|only|just|can (?:only )?do|id do|i do|more like|maybe|what about|with|but)\b.{{0,14}}?"
    rf"\b(?P<n>{_N}) ?(?:days|times|runs|x)\b"
    rf"|\b(?P<m>{_N}) (?:days|times|runs)(?: a week)? (?:is all|max\w*|at most|not)\b"
)
_CANNOT: Final = Pattern(
    rf"\bcant (?:\w+ )?(?:do|run|manage|go)\b.{{0,16}}\b(?:that|{_N} ?(?:kms?|k|miles?|times|days))\b"
    rf"|\b{_N} ?(?:kms?|k|miles?)\b.{{0,12}}\b(?:no way|too (?:far|much)|impossible|never|i cant)\b"
)
_TOO_FAR: Final = Pattern(rf"\b{_N} ?(?:kms?|k|miles?)\b")
_DID: Final = Pattern(
    rf"\b{_N} ?(?:kms?|k|miles?)\b\W+.{{0,12}}\bi (?:only |just )?(?:did|do|ran|run|walked|manage|managed|can do)"
    rf" (?:only |just |about |like )?(?P<far>\d+(?:\.\d+)?|{'|'.join(_NUMBER)})\b(?! ?(?:days|times|min\w*))"
)
_WALKED: Final = Pattern(r"\bwalk\w*\b")


def takes_own_plan(w: Workings) -> bool:
    """Read a limit as the newest figure's sum with their own plan; return whether it was one.

    What is not told stays as it was shown: the distance of their last run if there is one, else the example's, which
    the receipt calls ours.
    """
    figured = next((one for one in reversed(w.memory.exchanges[-_RECENT:]) if _is_of_fat(one.reply.figures)), None)
    if figured is None or w.frame.intent not in _LOOSE or permissions(w.runner).state is not None:
        return False
    earlier = figured.entities if figured.intent in SUMS else {}
    limit = _limit(w, tidy(w.message.text), earlier.get("sessions_per_week"))
    if limit is None:
        return False
    kept = {name: value for name, value in earlier.items() if name in {"horizon_days", "gait"}}
    entities = {**kept, **limit}
    w.frame = replace(w.frame, intent="projection_question", entities=entities, also=(), ask=None)
    return True


def _limit(w: Workings, said: str, before: float | None) -> dict[str, Any] | None:
    """Return the plan a limit makes, None if the words set no limit."""
    run = last_run(w)
    times = _TIMES.search(said)
    did = _DID.search(said)
    if not (times or did or _CANNOT.search(said)):
        return None
    per_week = _number((times["n"] or times["m"]) if times else None) or before or len(plan_days(w)) or _FEW
    unit = METRES_PER_MILE if w.units == "imperial" else METRES_PER_KM
    told = _number(did["far"] if did else None)
    distance = told * unit if told else (run.distance_m if run is not None else None)
    limit: dict[str, Any] = {"sessions_per_week": float(per_week)}
    if distance is not None:
        limit["session_distance_m"] = distance
    limit["as_shown"] = "horizon" if distance is not None or _TOO_FAR.search(said) else "plan"
    if (did and _WALKED.search(said)) or (not told and run is not None and run.gait == "walk"):
        limit["gait"] = "walk"
    return limit


def _number(word: str | None) -> float | None:
    if word is None:
        return None
    return float(_NUMBER.get(word) or word)


def _is_of_fat(figures: Iterable[Figure]) -> bool:
    return any(one.name in {"fat_loss_kg", "weight_loss_kg"} for one in figures)

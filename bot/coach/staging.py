"""Do sums over stages: runs averaged by their time, a race at two paces, what is left for its second part, laps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.coach.facts import Fact, Withheld
from bot.coach.permissions import permissions
from bot.coach.record_facts import Converted, RestPaced, StagesSummed
from bot.coach.splitting import spoken_of
from bot.coach.workings import Workings
from bot.science.converting import laps_of, third_of_a_run
from bot.science.estimate import Estimate
from bot.units import METRES_PER_KM
from bot.voice import formatting

_LEAST_LEFT_S: Final = 1.0


def stages(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return the time and pace of several stages together, or what is left for the last of two."""
    if (withheld := _withheld(w)) is not None:
        return withheld
    if runs := asked.get("runs"):
        metres, seconds = (sum(float(one[place]) for one in runs) for place in (0, 1))
        return _summed(metres, seconds)
    before = spoken_of(w)
    whole_m = asked.get("whole_m") or (before.distance_m if before is not None else None)
    if whole_m is None:
        return RestPaced(first=None, left=None, pace=None)
    first_m = float(asked.get("first_m") or whole_m / 2)
    if not 0.0 < first_m < whole_m:
        return RestPaced(first=None, left=None, pace=None)
    first_s, rest_m = first_m / METRES_PER_KM * float(asked["first_pace"]), whole_m - first_m
    if (rest_pace := asked.get("rest_pace")) is not None:
        return _summed(whole_m, first_s + rest_m / METRES_PER_KM * float(rest_pace))
    whole_s = asked.get("whole_s") or (before.duration_s if before is not None else None)
    if whole_s is None:
        return RestPaced(first=None, left=None, pace=None)
    first = _third("min", distance_m=first_m, pace=float(asked["first_pace"]))
    if whole_s - first_s < _LEAST_LEFT_S:
        return RestPaced(first=first, left=None, pace=None)
    return RestPaced(
        first=first,
        left=(formatting.in_its_unit(rest_m / METRES_PER_KM, "km"), whole_s - first_s),
        pace=_third("min/km", distance_m=rest_m, duration_s=whole_s - first_s),
    )


def laps(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return how many laps of a track a distance is."""
    if (withheld := _withheld(w)) is not None:
        return withheld
    metres = float(asked["distance_m"])
    told = formatting.in_its_unit(metres / METRES_PER_KM, "km")
    return Converted(answers=((told, (laps_of(metres, lap_m=float(asked["every_m"]), origin="told"),)),), run=None)


def _withheld(w: Workings) -> Withheld | None:
    allowed = permissions(w.runner)
    return None if allowed.quoted_numbers else Withheld(state=allowed.state or "number_free")


def _summed(metres: float, seconds: float) -> StagesSummed:
    return StagesSummed(
        distance=formatting.in_its_unit(metres / METRES_PER_KM, "km"),
        duration=formatting.duration(seconds),
        pace=_third("min/km", distance_m=metres, duration_s=seconds),
    )


def _third(into: str, *, distance_m: float, duration_s: float | None = None, pace: float | None = None) -> Estimate:
    return third_of_a_run(into, distance_m=distance_m, duration_s=duration_s, pace=pace, origin="told")

"""Split a distance and a time evenly; where they are not told, those spoken of last are meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from bot.coach.facts import Fact, Withheld
from bot.coach.permissions import permissions
from bot.coach.record_facts import Converted
from bot.coach.speaking import units_so_far
from bot.coach.told_runs import RUN_IDS, told_run
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.science.converting import third_of_a_run
from bot.science.estimate import Estimate, Origin
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE, Units
from bot.voice import formatting

_RACE: Final = "race_time_s"
_MOST_MARKS: Final = 13
"""A half marathon by the kilometre is told at every fifth of them."""
_FIFTH: Final = 5
_REST_M: Final = 50.0
"""What is left behind the last mark and is no split of its own."""


class Timed(NamedTuple):
    """A distance and a time somebody spoke of."""

    distance_m: float
    duration_s: float
    origin: Origin
    run: Run | None


def spoken_of(w: Workings) -> Timed | None:
    """Return the newest distance and time of the talk: a predicted race, a sum, or a run; else the newest run."""
    stored = {run.run_id: run for run in w.memory.runs}
    for one in reversed(w.memory.exchanges):
        if (found := _of_sum(one)) is not None:
            return found
        told = [stored[name] for name in one.entities.get(RUN_IDS, ()) if name in stored]
        timed = [run for run in told if run.distance_m and run.duration_s]
        if timed:
            return _of_run(timed[-1])
    run = told_run(w, {})
    return _of_run(run) if run is not None and run.distance_m and run.duration_s else None


def _of_run(run: Run) -> Timed:
    return Timed(float(run.distance_m or 0.0), float(run.duration_s or 0.0), "log", run)


def _of_sum(one: Exchange) -> Timed | None:
    """Return what a race prediction or a plain sum of an earlier turn was about."""
    race = next((figure for figure in one.reply.figures if figure.name == _RACE), None)
    if race is not None and "race" in race.inputs:
        # As it was shown, to ten seconds.
        return Timed(float(race.inputs["race"].value) * METRES_PER_KM, round(race.value, -1), "told", None)
    if one.entities.get("measure") not in {"conversion", "splits"}:
        return None
    metres, seconds, pace = (one.entities.get(name) for name in ("distance_m", "duration_s", "pace_s_per_km"))
    if metres and seconds is None and pace:
        seconds = metres * pace / METRES_PER_KM
    return Timed(float(metres), float(seconds), "told", None) if metres and seconds else None


def splits(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return even splits: the time of each, and what the clock shows at each of them."""
    allowed = permissions(w.runner)
    if not allowed.quoted_numbers:
        return Withheld(state=allowed.state or "number_free")
    whole = _whole(w, asked)
    if whole is None:
        return Converted(answers=(), run=None)
    every = float(asked.get("every_m") or (METRES_PER_MILE if units_so_far(w.memory) == "imperial" else METRES_PER_KM))
    pace = whole.duration_s / whole.distance_m * METRES_PER_KM
    miles = abs(every / METRES_PER_MILE - round(every / METRES_PER_MILE)) < 1e-6
    units: Units = "imperial" if miles else "metric"
    every = min(every, whole.distance_m)
    step = every if whole.distance_m / every <= _MOST_MARKS else _FIFTH * every
    at = [step * place for place in range(1, int((whole.distance_m - _REST_M) / step) + 1)]
    marks = tuple((formatting.distance(one, units), _time(one, pace, whole.origin)) for one in [*at, whole.distance_m])
    start = f"{formatting.distance(whole.distance_m, units)} in {formatting.duration(whole.duration_s)}"
    return Converted(
        answers=((start, (_time(every, pace, whole.origin),)),),
        run=whole.run,
        every=formatting.distance(every, units),
        marks=marks,
    )


def _time(metres: float, pace: float, origin: Origin) -> Estimate:
    return third_of_a_run("min", distance_m=metres, duration_s=None, pace=pace, origin=origin)


def _whole(w: Workings, asked: Mapping[str, Any]) -> Timed | None:
    """Return the distance and time to be split: as told, what was left out as spoken of last."""
    metres, seconds, pace = (asked.get(name) for name in ("distance_m", "duration_s", "pace_s_per_km"))
    if metres and seconds:
        return Timed(float(metres), float(seconds), "told", None)
    before = spoken_of(w)
    if metres is None and before is not None:
        metres = before.distance_m
    if pace is None and seconds is None and before is not None:
        if asked.get("distance_m") is None:
            return before
        pace = before.duration_s / before.distance_m * METRES_PER_KM
    if metres is None or (seconds is None and pace is None):
        return None
    return Timed(float(metres), float(seconds or metres * float(pace or 0.0) / METRES_PER_KM), "told", None)

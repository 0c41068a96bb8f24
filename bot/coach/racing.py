"""Turn a race time, told or logged, into the time of another distance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from bot.coach.facts import Fact
from bot.coach.record_facts import NoRacePredictor, RacePredicted
from bot.coach.workings import Workings
from bot.errors import ArgumentError
from bot.science.race_time import predicted_race
from bot.training.run import Run
from bot.units import HALF_MARATHON_M, METRES_PER_KM

_USUAL_M: Final = (10 * METRES_PER_KM, HALF_MARATHON_M)
"""What is told where no distance was asked about."""
_SAME_M: Final = 300.0
"""A "5k" in the log may be measured as 4.9 or 5.2 km."""
_FRESH: Final = timedelta(days=60)
"""A run older than this says little of today's shape."""
_SHORTEST_M: Final = 1500.0


def race_times(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return the times of the distances asked about, from the time told, else from the run meant in the log."""
    run = None
    distance, duration = asked.get("distance_m"), asked.get("duration_s")
    if duration is None:
        run = _meant(w, distance, asked.get("since"))
        if run is None:
            return NoRacePredictor()
        distance, duration = run.distance_m, run.duration_s
    targets = [float(one) for one in asked.get("targets_m", ())] or [one for one in _USUAL_M if one != distance]
    try:
        times = tuple(
            (
                target,
                predicted_race(
                    duration_s=float(duration or 0.0),
                    distance_m=float(distance or 0.0),
                    target_m=target,
                    origin="told" if run is None else "log",
                ),
            )
            for target in targets
        )
    except ArgumentError:
        return NoRacePredictor()
    return RacePredicted(times=times, distance_m=float(distance or 0.0), duration_s=float(duration or 0.0), run=run)


def _meant(w: Workings, distance_m: float | None, day: str | None) -> Run | None:
    """Return the timed run of a day or a distance, the quickest of the last weeks without either."""
    timed = [
        run for run in w.memory.runs if run.gait == "run" and run.duration_s and (run.distance_m or 0) >= _SHORTEST_M
    ]
    if day is not None:
        timed = [run for run in timed if run.on_date == date.fromisoformat(day)]
    if distance_m is not None:
        timed = [run for run in timed if abs((run.distance_m or 0.0) - distance_m) <= _SAME_M]
    fresh = [run for run in timed if w.now.date() - run.on_date <= _FRESH]
    return _best(fresh or timed)


def _best(runs: Sequence[Run]) -> Run | None:
    """Return the run that promises most: its time brought to one distance is the shortest."""

    def at_ten_km(run: Run) -> float:
        told = predicted_race(
            duration_s=run.duration_s or 0.0,
            distance_m=run.distance_m or 0.0,
            target_m=_USUAL_M[0],
            origin="log",
        )
        return told.value

    able = [run for run in runs if _may_predict(run)]
    return min(able, key=at_ten_km, default=None)


def _may_predict(run: Run) -> bool:
    try:
        predicted_race(
            duration_s=run.duration_s or 0.0, distance_m=run.distance_m or 0.0, target_m=_USUAL_M[0], origin="log"
        )
    except ArgumentError:
        return False
    return True

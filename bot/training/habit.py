"""What a person usually runs, from the runs they told about; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from bot.training.run import Run

_LATEST = 5
_FEWEST = 2
_BREAK = timedelta(days=14)


@dataclass(frozen=True, kw_only=True, slots=True)
class UsualRun:
    """The middle of somebody's latest runs, as one of them; by distance where known, else by time."""

    distance_m: float | None = None
    duration_s: float | None = None


def usual_run(runs: Sequence[Run], *, today: date) -> UsualRun | None:
    """Return what the person usually runs, None without a habit to go by.

    A single run is no habit, and after two weeks without one the old habit is too much to start with.

    Args:
        runs: In any order.
        today: The person's local date.
    """
    latest = sorted((run for run in runs if run.on_date <= today), key=lambda run: run.on_date, reverse=True)[:_LATEST]
    if not latest or today - latest[0].on_date > _BREAK:
        return None
    distances = [run.distance_m for run in latest if run.distance_m is not None]
    durations = [run.duration_s for run in latest if run.duration_s is not None]
    if len(distances) >= _FEWEST:
        return UsualRun(distance_m=median_low(distances))
    if len(durations) >= _FEWEST:
        return UsualRun(duration_s=median_low(durations))
    return None

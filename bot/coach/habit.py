"""What somebody runs now, read off their log: how far a week, and at what pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.training.run import Run
from bot.units import METRES_PER_KM

LOOKED_BACK_DAYS: Final = 28
"""Four weeks even out a good and a bad one. [days]"""
FEWEST_RUNS: Final = 3
"""Fewer runs are no habit."""
_WEEK_DAYS: Final = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Habit:
    """What somebody runs in a week of late."""

    km_per_week: float
    speed_m_s: float | None
    """Over all timed runs together; None if none was timed. [m/s]"""


def habit_of(runs: Sequence[Run], *, today: date) -> Habit | None:
    """Return the running of the last four weeks, or of the days since the first run in them, at least a week.

    Args:
        runs: The log; walks count for nothing here.
        today: The person's local date.

    Returns:
        None for somebody with fewer than three runs of known distance in that time.
    """
    since = today - timedelta(days=LOOKED_BACK_DAYS - 1)
    lately = [run for run in runs if run.gait == "run" and run.distance_m and since <= run.on_date <= today]
    if len(lately) < FEWEST_RUNS:
        return None
    days = max(_WEEK_DAYS, (today - min(run.on_date for run in lately)).days + 1)
    metres = sum(run.distance_m or 0.0 for run in lately)
    timed = [run for run in lately if run.duration_s]
    seconds = sum(run.duration_s or 0.0 for run in timed)
    return Habit(
        km_per_week=round(metres / METRES_PER_KM * _WEEK_DAYS / days, 1),
        speed_m_s=sum(run.distance_m or 0.0 for run in timed) / seconds if seconds else None,
    )

"""A run a person did, as they told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.science.surface import Gait


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run, or a walk, on one local date; distance and duration may each be unknown, not both."""

    run_id: str
    on_date: date
    distance_m: float | None = None
    duration_s: float | None = None
    net_kcal: float | None = None
    """Centre of the estimate when it was logged, if the body was known."""
    gait: Gait = "run"
    incline_fraction: float | None = None
    """Grade of a treadmill or a slope that was told."""
    climb_m: float | None = None
    """Metres climbed on the way, if told."""

"""Whether a run that is told may be one that stands in the log: nobody times the same way twice to the same minute."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.told_runs import is_so_far
from bot.nlu.pattern import Pattern
from bot.training.run import Run

_MINUTE_S: Final = 60.0
_ANOTHER: Final = Pattern(
    r"\b(?:again|another|second (?:run|jog|one|time|outing)|2nd|as well|also|too(?! \w)|one more|twice|double)\b",
    re.IGNORECASE,
)


def says_another(text: str) -> bool:
    """Whether a message says that its run is one more."""
    return _ANOTHER.search(text) is not None


def told_before(runs: Sequence[Run], told: Run) -> Run | None:
    """Return the run of the log that was told, to the second, else one that differs by a rounded time alone."""
    alike = [run for run in runs if _is_alike(run, told)]
    return min(alike, key=lambda run: abs((run.duration_s or 0.0) - (told.duration_s or 0.0)), default=None)


def completed_by(runs: Sequence[Run], told: Run) -> Run | None:
    """Return the run of the log that has the day and the time that were told, but no distance."""
    return next((run for run in runs if run.distance_m is None and told.distance_m and _is_as_long(run, told)), None)


def _is_as_long(run: Run, told: Run) -> bool:
    if run.on_date != told.on_date or run.gait != told.gait or run.duration_s is None or told.duration_s is None:
        return False
    apart = abs(run.duration_s - told.duration_s)
    rounded = run.duration_s % _MINUTE_S == 0.0 or told.duration_s % _MINUTE_S == 0.0
    return apart == 0.0 or (rounded and apart < _MINUTE_S)


def _is_alike(run: Run, told: Run) -> bool:
    if run.distance_m is None or told.distance_m is None:
        return False
    return is_so_far(run, told.distance_m) and _is_as_long(run, told)

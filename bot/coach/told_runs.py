"""Which run of the log somebody means: the one told last, or the one a day, a size or a place names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.coach.workings import Workings
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE

RUN_IDS: Final = "run_ids"
"""Name, among a turn's entities, of the runs it told, in the order they were told."""
_SAME_SIZE_M: Final = 60.0
"""A run is named by its size to a tenth of a kilometre or mile."""


def told_run(w: Workings, meant: Mapping[str, Any]) -> Run | None:
    """Return the stored run that is meant: of a date, the first or last told in this talk, else the one told last."""
    if {"which_date", "size"} & meant.keys():
        on = date.fromisoformat(meant["which_date"]) if "which_date" in meant else None
        runs = [run for run in w.memory.runs if on is None or run.on_date == on]
        sized = _of_size(runs, float(meant["size"])) if "size" in meant else None
        # A day with one run names it, whatever size is remembered of it.
        return sized or (runs[0] if runs and on is not None and (len(runs) == 1 or "size" not in meant) else None)
    stored: dict[str, Run] = {run.run_id: run for run in w.memory.runs}
    turns: list[list[Run]] = [
        [stored[name] for name in one.entities.get(RUN_IDS, ()) if name in stored] for one in w.memory.exchanges
    ]
    latest = next((runs for runs in reversed(turns) if len(runs) > 1), None)
    told = latest if latest and "which" in meant else list(dict.fromkeys(run for runs in turns for run in runs))
    place = int(meant.get("which", -1))
    if place == 0:
        return next((runs[-1] for runs in reversed(turns) if runs), w.memory.runs[0] if w.memory.runs else None)
    index = place - 1 if place > 0 else place
    if told and -len(told) <= index < len(told):
        return told[index]
    return w.memory.runs[0] if w.memory.runs and place < 0 else None


def _of_size(runs: Sequence[Run], size: float) -> Run | None:
    """Return the newest run of about so many kilometres, else of so many miles, else of so many minutes."""
    for unit_m in (METRES_PER_KM, METRES_PER_MILE):
        near = (run for run in runs if abs((run.distance_m or 0.0) - size * unit_m) <= _SAME_SIZE_M)
        if (run := next(near, None)) is not None:
            return run
    return _of_minutes(runs, size)


def _of_minutes(runs: Sequence[Run], minutes: float) -> Run | None:
    """Return the newest run of about so many minutes, one without a distance first: it names nothing else."""
    timed = [run for run in runs if run.duration_s and abs(run.duration_s / 60.0 - minutes) < 1.0]
    return next((run for run in timed if run.distance_m is None), next(iter(timed), None))

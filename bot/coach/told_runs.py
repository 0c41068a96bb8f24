"""Which run of the log somebody means: the one told last, or the one a day, a size or a place names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE, SECONDS_PER_HOUR

RUN_IDS: Final = "run_ids"
"""Name, among a turn's entities, of the runs it told, in the order they were told."""
NAMES: Final = frozenset({"which_date", "size", "duration_s", "untimed"})
"""What names runs by what the log has of them."""
_SAME_SIZE_M: Final = 60.0
"""A run is named by its size to a tenth of a kilometre or mile."""
_SAME_SPEED: Final = 0.06
_SAME_NUMBER: Final = 1e-3
_MINUTE_S: Final = 60.0
FEWEST_METRES: Final = 100.0
"""A bare number from here on names a run by its metres: "the 400 one"."""
_SPEED_WORDS: Final = Pattern(r"\b(?:at|speed|treadmill|belt|km/h|kmh|kph|mph)\b", re.IGNORECASE)
_WITH_UNIT: Final = Pattern(
    r"(?<![\d.])(?P<n>\d{1,3}(?:\.\d{1,2})?)[ -]?(?P<unit>kms?|k|milers?|miles?|mi)\b", re.IGNORECASE
)
SPEEDS: Final[Mapping[str, float]] = {
    "km/h": METRES_PER_KM / SECONDS_PER_HOUR,
    "mph": METRES_PER_MILE / SECONDS_PER_HOUR,
}
"""Metres a second of one unit of speed."""


def told_run(w: Workings, meant: Mapping[str, Any]) -> Run | None:
    """Return the stored run that is meant: of a date, the first or last told in this talk, else the one told last."""
    if NAMES & meant.keys():
        return next(iter(runs_named(w.memory.runs, meant, w.message.text)), None)
    stored: dict[str, Run] = {run.run_id: run for run in w.memory.runs}
    turns: list[list[Run]] = [
        [stored[name] for name in one.entities.get(RUN_IDS, ()) if name in stored] for one in w.memory.exchanges
    ]
    latest = next((runs for runs in reversed(turns) if len(runs) > 1), None)
    told = latest if latest and "which" in meant else list(dict.fromkeys(run for runs in turns for run in runs))
    place = int(meant.get("which", -1))
    if place == 0:
        return next((runs[-1] for runs in reversed(turns) if runs), w.memory.runs[0] if w.memory.runs else None)
    if "which" not in meant:  # a run put right just now is the one spoken of, however early it was told
        told = list(reversed(dict.fromkeys(run for runs in reversed(turns) for run in reversed(runs))))
    index = place - 1 if place > 0 else place
    if told and -len(told) <= index < len(told):
        return told[index]
    return w.memory.runs[0] if w.memory.runs and place < 0 else None


def runs_named(runs: Sequence[Run], meant: Mapping[str, Any], text: str) -> list[Run]:
    """Return the runs that `which_date`, `size` or both name, in the order given; all if neither is told."""
    on = date.fromisoformat(meant["which_date"]) if "which_date" in meant else None
    of_day = [run for run in runs if on is None or run.on_date == on]
    if "untimed" in meant:
        of_day = [run for run in of_day if run.duration_s is None]
    if (seconds := meant.get("duration_s")) is not None:
        of_day = [run for run in of_day if run.duration_s is not None and abs(run.duration_s - seconds) < 1.0]
    if "size" not in meant:
        return of_day
    sized, _ = of_size(of_day, float(meant["size"]), text, meant.get("unit"))
    # A day with one run names it, whatever size is remembered of it.
    return sized or (of_day if on is not None and len(of_day) == 1 else [])


def fits_one(w: Workings, meant: Mapping[str, Any]) -> bool:
    """Whether what names a run fits one, or several that are the same; of two that differ the person is asked."""
    if not NAMES & meant.keys() or "which" in meant:
        return True
    fit = runs_named(w.memory.runs, meant, w.message.text)
    return len({(run.on_date, run.distance_m, run.duration_s) for run in fit}) <= 1


def is_so_far(run: Run, distance_m: float) -> bool:
    """Whether a run is of a distance as people name it, to a tenth of a kilometre or mile."""
    return abs((run.distance_m or 0.0) - distance_m) <= _SAME_SIZE_M


def of_size(runs: Sequence[Run], size: float, text: str, unit_meant: str | None = None) -> tuple[list[Run], str | None]:
    """Return the runs a number names and what of them it names: `km`, `miles`, `m`, `min`, `km/h` or `mph`.

    The unit said with it counts; without one, kilometres come before miles, and both before minutes and speeds.
    """
    told = (one for one in _WITH_UNIT.finditer(text) if abs(float(one["n"]) - size) < _SAME_NUMBER)
    said = next(told, None)
    units: tuple[str, ...] = ("km", "miles", "m", "min", "km/h", "mph")
    if unit_meant is not None:
        units = (unit_meant,)
    elif said is not None:
        units = ("miles",) if said["unit"].lower().startswith("mi") else ("km",)
    for unit in units:
        if found := [run for run in runs if _is_of_size(run, size, unit, text)]:
            # Of so many minutes, one without a distance is meant: nothing else names it.
            return sorted(found, key=lambda run: unit == "min" and run.distance_m is not None), unit
    return [], None


def _is_of_size(run: Run, size: float, unit: str, text: str) -> bool:
    metres, seconds = run.distance_m or 0.0, run.duration_s or 0.0
    match unit:
        case "km" | "miles":
            length = size * (METRES_PER_KM if unit == "km" else METRES_PER_MILE)
            return length > _SAME_SIZE_M and is_so_far(run, length)
        case "m":
            return size >= FEWEST_METRES and abs(metres - size) < 1.0
        case "min":
            return seconds > 0.0 and abs(seconds / _MINUTE_S - size) < 1.0
        case _:
            timed = metres > 0.0 and seconds > 0.0 and _SPEED_WORDS.search(text) is not None
            return timed and abs(metres / seconds / SPEEDS[unit] - size) < _SAME_SPEED

"""Put a run right: which run of the log a correction means, and what becomes of it.

A correction changes the run it names or clearly points to, in the unit of that run, and only into something a person
can run. Where two fit, or none, nothing is changed and it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.coach.before import BEFORE
from bot.coach.run_units import unit_told
from bot.coach.speaking import spoken_in, units_so_far
from bot.coach.told_runs import FEWEST_METRES, RUN_IDS, SPEEDS, is_so_far, of_size, runs_named, told_run
from bot.coach.workings import Workings
from bot.nlu.quantity import plausible
from bot.training.run import Run
from bot.units import HALF_MARATHON_M, MARATHON_M, METRES_PER_KM, METRES_PER_MILE

WHICH_RUN: Final = "which_run"
"""The open question which run is to be put right."""
_MINUTE_S: Final = 60.0
_EVEN_M: Final = 100.0
_ROUND: Final = 1e-3
_PARKRUN_M: Final = 5000.0
_LENGTHS: Final[Mapping[str, float]] = {"half": HALF_MARATHON_M, "marathon": MARATHON_M, "parkrun": _PARKRUN_M}
_NEAR_A_RACE: Final = 0.03
_SIZES: Final = frozenset({"distance_m", "duration_s", "pace_s_per_km", "speed_m_s"})
_USUAL_S_PER_M: Final = (0.18, 1.0)
"""3:00 to 16:40 a kilometre."""
_NEAR_ITS_PACE: Final = 0.2

Change = tuple[Run, Run]
"""A run as it stands, and as it would be."""


def put_right(w: Workings, entities: Mapping[str, Any], meant: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return what a correction may change: one change where it is clear, several or none where it has to be asked.

    Args:
        w: The turn.
        entities: The right values.
        meant: What names the run: `which_date`, `size`, `kind` or `which`; nothing for the one told last.
    """
    if "which" in meant:
        run = told_run(w, meant)
        return () if run is None else ((run, becomes(w, run, entities, meant)),)
    named = _named(w, meant)
    if not named and not {"size", "kind"} & meant.keys():
        return ()
    changes = [(run, becomes(w, run, entities, meant)) for run in named]
    believable = [one for one in changes if _is_believable(*one)]
    if {"which_date", "size", "kind"} & meant.keys():
        latest = _told_last(w, believable)
        return latest if len(believable) > 1 and len(latest) == 1 else tuple(believable)
    # Nothing names it: the one told last, unless another one told here shares what was said again and fits better.
    alike = [one for one in believable if _shares(one[0], entities)]
    return tuple((believable if changes[0] in believable and not _clashes(changes[0][0], entities) else alike)[:1])


def becomes(
    w: Workings, run: Run, entities: Mapping[str, Any], meant: Mapping[str, Any], text: str | None = None
) -> Run:
    """Return what a run becomes by the right values as they were said, in the message or an earlier text."""
    if text is None:
        asked = w.thread.asked
        text = asked.said if asked is not None and asked.pending == WHICH_RUN else w.message.text
    right = _in_its_unit(w, run, entities, meant, text)
    if _is_same_race(run, right):
        right = {name: value for name, value in right.items() if name != "distance_m"}
    return corrected(run, right)


def _is_same_race(run: Run, right: Mapping[str, Any]) -> bool:
    """Whether a race's length only names it: 13.1 miles is the half whose time is put right."""
    told = right.get("distance_m")
    return (
        told is not None
        and "duration_s" in right
        and told in _LENGTHS.values()
        and abs((run.distance_m or 0.0) / told - 1.0) <= _NEAR_A_RACE
    )


def of_kind(w: Workings, kind: str) -> list[Run]:
    """Return the stored runs of a kind, as far as sizes and the words they were told in tell it."""
    return _of_kind(w, w.memory.runs, kind)


def newest_added(w: Workings) -> list[Run]:
    """Return the runs the newest turn added, of those that still stand; runs that were only changed are none."""
    stored = {run.run_id: run for run in w.memory.runs}
    for one in reversed(w.memory.exchanges):
        states = (one.entities.get(BEFORE) or {}).get("runs") or {}
        if added := [stored[name] for name, was in states.items() if was is None and name in stored]:
            return added
    return []


def corrected(old: Run, entities: Mapping[str, Any]) -> Run:
    """Return a run with the right values in place of the old ones."""
    pace, speed = entities.get("pace_s_per_km"), entities.get("speed_m_s")
    pace = pace or (METRES_PER_KM / speed if speed else None)
    distance, duration = entities.get("distance_m", old.distance_m), entities.get("duration_s", old.duration_s)
    if pace and "duration_s" not in entities and distance and ("distance_m" in entities or _keeps_its_way(old)):
        duration = distance * pace / METRES_PER_KM
    elif pace and duration:
        distance = duration * METRES_PER_KM / pace
    on = entities.get("date")
    gait = entities.get("gait", old.gait)
    return replace(
        old,
        on_date=date.fromisoformat(on) if on else old.on_date,
        distance_m=distance,
        duration_s=duration,
        gait="walk" if gait == "walk" else "run",
        incline_fraction=entities.get("incline_fraction", old.incline_fraction),
        climb_m=entities.get("climb_m", old.climb_m),
    )


def _keeps_its_way(old: Run) -> bool:
    """Whether the way was told and the time came of it: an even distance, or no time at all."""
    if old.duration_s is None or old.distance_m is None:
        return True
    even = any(
        abs(old.distance_m / step - round(old.distance_m / step)) < _ROUND for step in (_EVEN_M, METRES_PER_MILE / 10.0)
    )
    return even or old.duration_s % _MINUTE_S > _ROUND


def _is_believable(old: Run, new: Run) -> bool:
    """Whether a person can run what a run becomes: a usual pace, or at least one near the pace it had."""
    if new.distance_m is None or new.duration_s is None:
        return True
    if not plausible(distance_m=new.distance_m, duration_s=new.duration_s):
        return False
    pace = new.duration_s / new.distance_m
    if _USUAL_S_PER_M[0] <= pace <= _USUAL_S_PER_M[1] or old.distance_m is None or old.duration_s is None:
        return True
    return abs(pace * old.distance_m / old.duration_s - 1.0) <= _NEAR_ITS_PACE


def _named(w: Workings, meant: Mapping[str, Any]) -> list[Run]:
    """Return the runs that what was said may name, newest told first."""
    runs = list(w.memory.runs)
    if kind := meant.get("kind"):
        # A day names its run even where the words it was told in are out of reach.
        of_day = runs_named(runs, {name: meant[name] for name in {"which_date"} & meant.keys()}, w.message.text)
        runs = _of_kind(w, of_day, str(kind)) or (of_day if "which_date" in meant else [])
    runs = runs_named(runs, meant, w.message.text)
    if {"which_date", "size", "kind"} & meant.keys():
        return runs
    stored = {run.run_id: run for run in runs}
    told = [name for one in reversed(w.memory.exchanges) for name in reversed(one.entities.get(RUN_IDS, ()))]
    here = [stored[name] for name in dict.fromkeys(told) if name in stored]
    return here or runs[:1]


def _of_kind(w: Workings, runs: Sequence[Run], kind: str) -> list[Run]:
    """Return the runs of a kind: a race by its length, a walk by its gait, others by the words they were told in."""
    if kind in _LENGTHS:
        near = [run for run in runs if abs((run.distance_m or 0.0) / _LENGTHS[kind] - 1.0) <= _NEAR_A_RACE]
        if near:
            return near
    if kind == "walk":
        # Of two told in one message the word may have been of the other.
        alone = [run for run in runs if _is_told_alone(w, run) and "walk" in _words_of(w, run).lower()]
        return [run for run in runs if run.gait == "walk"] or alone
    if kind == "long":
        return sorted(runs, key=lambda run: run.distance_m or 0.0)[-1:]
    said = {run.run_id: _words_of(w, run) for run in runs}
    if kind == "mile":
        return [run for run in runs if spoken_in(said[run.run_id]) == "imperial" or unit_told(run) == "imperial"]
    return [run for run in runs if kind in said[run.run_id].lower()]


def _is_told_alone(w: Workings, run: Run) -> bool:
    told = (one.entities.get(RUN_IDS, ()) for one in w.memory.exchanges)
    return any(list(ids) == [run.run_id] for ids in told)


def _words_of(w: Workings, run: Run) -> str:
    """Return the words a run was first told in, empty where the talk does not reach back to them."""
    return next((one.said for one in w.memory.exchanges if run.run_id in one.entities.get(RUN_IDS, ())), "")


def _told_last(w: Workings, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes of the runs that the message just before told."""
    ids: Sequence[str] = w.memory.exchanges[-1].entities.get(RUN_IDS, ()) if w.memory.exchanges else ()
    return tuple(one for one in changes if one[0].run_id in ids)


def _shares(run: Run, entities: Mapping[str, Any]) -> bool:
    """Whether a run has one of the sizes that are told again."""
    distance, duration = entities.get("distance_m"), entities.get("duration_s")
    same_way = distance is not None and is_so_far(run, distance)
    same_time = duration is not None and run.duration_s is not None and abs(run.duration_s - duration) < 1.0
    return same_way or same_time


def _clashes(run: Run, entities: Mapping[str, Any]) -> bool:
    """Whether both sizes of a run would become others, so that it is hardly the one that is put right."""
    told = len(_SIZES & entities.keys())
    return told > 1 and run.duration_s is not None and run.distance_m is not None and not _shares(run, entities)


def _in_its_unit(
    w: Workings, run: Run, entities: Mapping[str, Any], meant: Mapping[str, Any], text: str
) -> Mapping[str, Any]:
    """Return the right values with a number that was told without its unit in the unit of the run it corrects."""
    metres = entities.get("distance_m")
    if metres is None or spoken_in(text) is not None:
        return entities
    number = metres / (METRES_PER_MILE if units_so_far(w.memory) == "imperial" else METRES_PER_KM)
    unit: str | None = "miles" if unit_told(run) == "imperial" else "km"
    if "size" in meant:
        _, unit = of_size([run], float(meant["size"]), text, meant.get("unit"))
    others = {name: value for name, value in entities.items() if name != "distance_m"}
    match unit:
        case "miles":
            return {**others, "distance_m": number * METRES_PER_MILE}
        case "km":
            return {**others, "distance_m": number * METRES_PER_KM}
        case "m" if number >= FEWEST_METRES:
            return {**others, "distance_m": number}
        case "min":
            return {**others, "duration_s": number * _MINUTE_S}
        case "km/h" | "mph":
            return {**others, "speed_m_s": number * SPEEDS[unit]}
        case _:
            return entities

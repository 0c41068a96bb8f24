"""The log of runs and weigh-ins: what a turn stages to be kept, changed or taken back, and what is looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from bot.coach import before, emptying, own_numbers, putting_back
from bot.coach.doubting import doubt, is_reported
from bot.coach.facts import (
    Fact,
    Missing,
    Noted,
    RunCost,
    RunKept,
    RunsRecalled,
    TakenBack,
    WeighInKept,
    WeighInsRecalled,
    Withheld,
)
from bot.coach.figuring import run_cost
from bot.coach.keeping import keep_weigh_in, remember
from bot.coach.permissions import permissions
from bot.coach.putting_right import becomes, corrected, newest_added, of_kind, put_right
from bot.coach.record_facts import RunKnown, WhichRun
from bot.coach.told_runs import NAMES, RUN_IDS, fits_one, is_so_far, told_run
from bot.coach.told_twice import completed_by, says_another, told_before
from bot.coach.turn import LogRun
from bot.coach.weighing import in_known_unit, weighed_instead
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.science.estimate import Estimate, Input
from bot.science.surface import Gait
from bot.training.run import Run
from bot.training.weigh_in import WeighIn
from bot.units import METRES_PER_KM

_MIXED: Final = Pattern(
    r"\bwith (?:the |some |lots of |a lot of |a bit of |many |a few )?walk(?:ing|s| ?breaks?)\b|\bwalk ?breaks?\b"
    r"|\b(?:run|jog|running|jogging)[ /-]?(?:and |/ ?|& ?)?walk(?:ing|s)?\b"
    r"|\bwalk(?:ing)?[ /-]?(?:and |/ ?|& ?)?(?:run|jog)(?:ning|ging|s)?\b"
    r"|\b(?:some|half|part|mostly|mainly|lots of) (?:of it )?walk(?:ing|ed)\b|\bmin\w* walk\w*\b",
    re.IGNORECASE,
)
"""A time of running and walking by turns: without its way or its shares nobody can price it."""
_OFFERED: Final = 3
"""So many of the newest runs are offered where none fits a correction."""
_NO_INPUT_OF_A_SUM: Final = frozenset({"distance", "duration", "grade", "climb"})
_OF_ALL_DAYS: Final = frozenset({"streak", "longest_streak"})
"""Days in a row, which no stretch that was asked about before cuts off."""


def keep_run(
    w: Workings, entities: Mapping[str, Any], meant: Mapping[str, Any] | None = None, *, corrects: bool = False
) -> Fact:
    """Stage a run for the log, with its energy where the body is known and numbers are allowed.

    A correction changes the run that is meant: the one named, else the one told last. What may be a run of the log told
    once more is asked about.
    """
    meant = meant or {}
    if meant and not corrects and (same := told_run(w, meant)) is not None:
        entities = {**_asked(same), **entities}
    old: Run | None = None
    run = _run(w, entities)
    if corrects and w.memory.runs:
        changes = put_right(w, entities, meant)
        if len(changes) != 1 and not ("which_date" in meant and not changes and _is_new_day(w, meant)):
            return WhichRun(runs=tuple(was for was, _ in changes) or w.memory.runs[:_OFFERED], fit=bool(changes))
        if changes:
            old, run = changes[0]
    if old is None and "which_date" in meant:
        run = _run(w, {"date": meant["which_date"], **entities})
    if old is None and run.distance_m is None and run.duration_s is None:
        return Missing(slot="distance_m")
    if old is None:
        return _new(w, run, leans=bool(meant))
    return RunKnown(run=old) if run == old else _stage(w, run, old)


def keep_held_back(w: Workings, entities: Mapping[str, Any]) -> RunKept:
    """Stage a run that was held back until the person said that it is to be kept."""
    return _stage(w, _run(w, entities), None)


def change_run(w: Workings, run_id: str, asked: Mapping[str, Any], text: str) -> RunKept | RunKnown | None:
    """Stage that a run that was picked is put right, with what an earlier text told; None if it is gone.

    Args:
        w: The turn.
        run_id: The run.
        asked: The right values, as that text was read.
        text: The text.
    """
    old = next((one for one in w.memory.runs if one.run_id == run_id), None)
    if old is None:
        return None
    run = becomes(w, old, asked, {}, text)
    return RunKnown(run=old) if run == old else _stage(w, run, old)


def _new(w: Workings, run: Run, *, leans: bool) -> Fact:
    """Stage a new run, unless it was not surely reported or may be one of the log; `leans` says it repeats another."""
    held = {**_asked(run), "date": run.on_date.isoformat()}
    if not says_another(w.message.text) and (timed := completed_by(w.memory.runs, run)) is not None:
        return _stage(w, corrected(timed, {"distance_m": run.distance_m}), timed)
    if not leans and (known := told_before(w.memory.runs, run)) is not None:
        exact, another = _is_just(known, run), says_another(w.message.text)
        if exact and not another:
            return RunKnown(run=known)
        if exact or not another:
            return doubt(w, held, known)
    return _stage(w, run, None) if is_reported(w) else doubt(w, held)


def _stage(w: Workings, run: Run, old: Run | None) -> RunKept:
    """Stage a new run, or what becomes of an old one."""
    mixed = run.gait == "run" and run.distance_m is None and _MIXED.search(w.message.text) is not None
    cost = run_cost(w.runner, _asked(run)) if w.runner.weight_kg and not mixed else None
    net = cost.net if isinstance(cost, RunCost) else None
    run = replace(run, net_kcal=None if net is None else net.value)
    before.note(w, runs={run.run_id: None if old is None else before.run_state(old)})
    told = [*w.frame.entities.get(RUN_IDS, ()), run.run_id]
    w.frame = replace(w.frame, entities={**w.frame.entities, RUN_IDS: told})
    w.staged.append(LogRun(run=run))
    return RunKept(run=run, net=net, week=_week(w), changed=old is not None)


def _is_just(known: Run, run: Run) -> bool:
    """Whether two runs are one to the second."""
    return replace(known, run_id=run.run_id, net_kcal=run.net_kcal) == run


def _run(w: Workings, entities: Mapping[str, Any]) -> Run:
    number = sum(isinstance(write, LogRun) for write in w.staged)
    distance, duration = _sized(entities.get("distance_m"), entities.get("duration_s"), entities)
    return Run(
        run_id=f"run-{w.turn_id}" + (f"-{number + 1}" if number else ""),
        on_date=_date(entities.get("date")) or w.now.date(),
        distance_m=distance,
        duration_s=duration,
        gait=_gait(entities),
        incline_fraction=entities.get("incline_fraction"),
        climb_m=entities.get("climb_m"),
    )


def _is_new_day(w: Workings, meant: Mapping[str, Any]) -> bool:
    """Whether the day that a correction names has no run yet, so that it tells one."""
    return all(run.on_date.isoformat() != meant["which_date"] for run in w.memory.runs)


def _sized(
    distance_m: float | None, duration_s: float | None, entities: Mapping[str, Any]
) -> tuple[float | None, float | None]:
    """Return distance and duration, the missing one from a pace that was told."""
    pace, speed = entities.get("pace_s_per_km"), entities.get("speed_m_s")
    pace = pace or (METRES_PER_KM / speed if speed else None)
    if pace and distance_m is None and duration_s is not None:
        return duration_s * METRES_PER_KM / pace, duration_s
    if pace and distance_m is not None and (duration_s is None or "duration_s" not in entities):
        return distance_m, distance_m * pace / METRES_PER_KM
    return distance_m, duration_s


def _gait(entities: Mapping[str, Any]) -> Gait:
    return "walk" if entities.get("gait") == "walk" else "run"


def _asked(run: Run) -> Mapping[str, Any]:
    """Return a run as the energy of it is asked for."""
    asked = {
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "gait": run.gait,
        "incline_fraction": run.incline_fraction,
        "climb_m": run.climb_m,
    }
    return {name: value for name, value in asked.items() if value is not None}


def _week(w: Workings) -> tuple[Run, ...]:
    """Return this week's runs, those of this turn included."""
    today = w.now.date()
    monday = today - timedelta(days=today.weekday())
    return tuple(run for run in _with_staged(w) if monday <= run.on_date <= today)


def _with_staged(w: Workings) -> tuple[Run, ...]:
    """Return the runs of the log as they are once this turn is kept, those of this turn last."""
    staged = {write.run.run_id: write.run for write in w.staged if isinstance(write, LogRun)}
    return (*(run for run in w.memory.runs if run.run_id not in staged), *staged.values())


def recall_runs(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Look runs or weigh-ins up: of a stretch of days, all that is kept without one."""
    measure = entities.get("measure")
    if measure in own_numbers.measures():
        return own_numbers.recall(w, str(measure), entities)
    since, until = _date(entities.get("since")), _date(entities.get("until"))
    if measure in _OF_ALL_DAYS:
        since = until = None
    if measure == "weight":
        allowed = permissions(w.runner)
        if not (allowed.weigh_ins and allowed.body_numbers):
            return Withheld(state=allowed.state or "number_free")
        return WeighInsRecalled(weigh_ins=own_numbers.weigh_ins_now(w))
    newest_first = sorted(_with_staged(w), key=lambda run: run.on_date, reverse=True)
    runs = tuple(run for run in newest_first if (since or date.min) <= run.on_date <= (until or date.max))
    if (left_out := entities.get("without_m")) is not None:
        runs = tuple(run for run in runs if not is_so_far(run, left_out))
    if measure == "kcal" and not permissions(w.runner).body_numbers:
        return Withheld(state=permissions(w.runner).state or "number_free")
    energy = _sum_of(w, runs) if measure == "kcal" else None
    return RunsRecalled(runs=runs, measure=measure, since=since, until=until, energy=energy)


def _sum_of(w: Workings, runs: Sequence[Run]) -> Estimate | None:
    """Return the energy of all runs above rest; their errors lean the same way in one person, so the ends add up."""
    if w.runner.weight_kg is None:
        return None
    costs = [cost for run in runs if isinstance(cost := run_cost(w.runner, _asked(run)), RunCost)]
    if not costs:
        return None
    first = costs[0].net
    inputs = {name: given for name, given in first.inputs.items() if name not in _NO_INPUT_OF_A_SUM}
    inputs["distance"] = Input(value=sum(cost.distance_m for cost in costs) / METRES_PER_KM, unit="km", origin="log")
    return replace(
        first,
        value=sum(cost.net.value for cost in costs),
        low=sum(cost.net.low for cost in costs),
        high=sum(cost.net.high for cost in costs),
        inputs=inputs,
        source="; ".join(dict.fromkeys(cost.net.source for cost in costs)),
    )


def log_weight(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a weigh-in; the newest one is also the weight that figures use."""
    if "weights_kg" in entities:
        return own_numbers.without_days(w, entities["weights_kg"])
    if "weight_kg" not in entities:
        return Missing(slot="weight_kg")
    allowed = permissions(w.runner)
    if not allowed.weigh_ins:
        return Withheld(state=allowed.state or "number_free")
    if "instead_of_kg" not in entities and not is_reported(w):
        return doubt(w, entities)
    return _weigh_in_kept(w, entities)


def _weigh_in_kept(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a weigh-in that was reported, or the right weight of an earlier one."""
    known = own_numbers.weigh_ins_now(w)
    if "instead_of_kg" in entities:
        entities = weighed_instead(known, entities)
        if not entities:
            return WeighInsRecalled(weigh_ins=known)  # none of them is meant: nothing is changed
    else:
        entities = in_known_unit(w, known, entities)
    on = _date(entities.get("date")) or w.now.date()
    newer = any(one.on_date > on for one in known)
    told = {name: value for name, value in entities.items() if name != "weight_kg" or not newer}
    fact = remember(w, told, weighed_on=on) if told.keys() - {"date"} else None
    if fact is not None and not isinstance(fact, Noted):
        return fact
    earlier = next((one for one in known if one.on_date < on), None)
    replaced = next((one for one in known if one.on_date == on), None)
    weigh_in = WeighIn(on_date=on, weight_kg=float(entities["weight_kg"]))
    if newer:
        keep_weigh_in(w, weigh_in)
    return WeighInKept(weigh_in=weigh_in, earlier=earlier, noted=fact, replaced=replaced)


def take_back(w: Workings, meant: Mapping[str, Any]) -> Fact:
    """Stage that something told is taken back, or put back: what is meant, else what was told last."""
    if "field" in meant:
        return _forget(w, str(meant["field"]))
    if "everything" in meant:
        return emptying.ask(w, meant["everything"])
    if "weigh_in" in meant:
        return _weigh_in_out(w, str(meant["weigh_in"]))
    if "newest" in meant or "kind" in meant:
        named = newest_added(w) if "newest" in meant else of_kind(w, str(meant["kind"]))
        return TakenBack(runs=take_out(w, named[0]) if len(named) == 1 else (), fields=())
    if meant.get("again") or (meant.get("last_was") == "changed" and putting_back.just_took_out(w)):
        return putting_back.put_back(w, meant)
    if ({"which"} | NAMES) & meant.keys():
        run = told_run(w, meant) if fits_one(w, meant) else None
        return TakenBack(runs=take_out(w, run) if run is not None else (), fields=())
    one = putting_back.last_told(w)
    if "last_was" in meant and (one is None or putting_back.last_was(one) != meant["last_was"]):
        # What they complain of did not happen: the log as it stands, and how to put it right.
        return RunsRecalled(runs=w.memory.runs, measure="too_many", since=None, until=None, energy=None)
    return putting_back.undo(w, one)


def take_out(w: Workings, run: Run) -> tuple[Run, ...]:
    """Stage that a run that was named is taken out of the log."""
    gone = before.restore(w, {"runs": {run.run_id: None}})
    w.frame = replace(w.frame, entities={**w.frame.entities, putting_back.TOOK_OUT: True})
    return gone


def _weigh_in_out(w: Workings, day: str) -> Fact:
    """Stage that the weigh-in of an ISO day is taken out; nothing if that day has none."""
    if all(one.on_date.isoformat() != day for one in w.memory.weigh_ins):
        return TakenBack(runs=(), fields=())
    before.restore(w, {"weigh_ins": {day: None}})
    w.frame = replace(w.frame, entities={**w.frame.entities, putting_back.TOOK_OUT: True})
    return TakenBack(runs=(), fields=(), weigh_ins=1)


def _forget(w: Workings, field: str) -> Fact:
    if getattr(w.memory.runner, field, None) is None:
        return TakenBack(runs=(), fields=())
    weigh_ins = {one.on_date.isoformat(): None for one in w.memory.weigh_ins} if field == "weight_kg" else {}
    before.restore(w, {"profile": {field: None}, "weigh_ins": weigh_ins})
    return TakenBack(runs=(), fields=(field,))


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

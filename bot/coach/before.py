"""What stood before a turn changed it, kept with the turn: the one way anything told is taken back or put back.

A state names profile fields, runs and weigh-ins, each with what it was, or None where there was nothing. It travels
in the turn's entities as plain JSON, so it survives a restart and goes with the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any, Final

from bot.coach.turn import DeleteRuns, DeleteWeighIns, LogRun, LogWeight, SaveRunner
from bot.coach.workings import Workings
from bot.runner import Runner
from bot.training.run import Run
from bot.training.weigh_in import WeighIn

BEFORE: Final = "before"
"""Name of the state among a turn's entities."""
State = Mapping[str, Mapping[str, Any]]


def note(w: Workings, **parts: Mapping[str, Any]) -> None:
    """Note what was, before a write is staged; what was noted first in a turn stands.

    Args:
        w: The turn.
        **parts: `profile`, `runs` or `weigh_ins`, each a mapping from its name to its earlier value or None.
    """
    noted: dict[str, dict[str, Any]] = {name: dict(part) for name, part in w.frame.entities.get(BEFORE, {}).items()}
    for name, part in parts.items():
        noted[name] = {**part, **noted.get(name, {})}
    w.frame = replace(w.frame, entities={**w.frame.entities, BEFORE: noted})


def run_state(run: Run) -> dict[str, Any]:
    """Return a run as plain JSON."""
    return {**asdict(run), "on_date": run.on_date.isoformat()}


def restore(w: Workings, state: State) -> tuple[Run, ...]:
    """Stage that everything named in a state is as it was, and note the present as the new before.

    Returns:
        The runs that are gone by it.
    """
    _restore_profile(w, state.get("profile", {}))
    _restore_weigh_ins(w, state.get("weigh_ins", {}))
    return _restore_runs(w, state.get("runs", {}))


def _restore_profile(w: Workings, fields: Mapping[str, Any]) -> None:
    if not fields:
        return
    runner = w.memory.runner
    note(w, profile={name: getattr(runner, name) for name in fields})
    kept = {name: value for name, value in runner.model_dump(exclude_none=True).items() if name not in fields}
    told = {name: value for name, value in fields.items() if value is not None}
    w.runner = Runner.model_validate({**kept, **told})
    w.staged.append(SaveRunner(runner=w.runner))


def _restore_weigh_ins(w: Workings, weights: Mapping[str, float | None]) -> None:
    now = {one.on_date.isoformat(): one.weight_kg for one in w.memory.weigh_ins}
    if weights:
        note(w, weigh_ins={on: now.get(on) for on in weights})
    for on, weight_kg in weights.items():
        day = date.fromisoformat(on)
        if weight_kg is None:
            w.staged.append(DeleteWeighIns(dates=(day,)))
        else:
            w.staged.append(LogWeight(weigh_in=WeighIn(on_date=day, weight_kg=weight_kg)))


def _restore_runs(w: Workings, runs: Mapping[str, Mapping[str, Any] | None]) -> tuple[Run, ...]:
    now = {run.run_id: run for run in w.memory.runs}
    if runs:
        note(w, runs={run_id: run_state(now[run_id]) if run_id in now else None for run_id in runs})
    gone = []
    for run_id, was in runs.items():
        if was is not None:
            w.staged.append(LogRun(run=Run(**{**was, "on_date": date.fromisoformat(was["on_date"])})))
        elif run_id in now:
            gone.append(now[run_id])
            w.staged.append(DeleteRuns(run_ids=(run_id,)))
    return tuple(gone)

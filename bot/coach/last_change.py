"""What the newest turn about runs did to the log, as the record has it: added, changed, or took out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.coach.before import BEFORE
from bot.coach.facts import RunsRecalled
from bot.coach.workings import Workings


def last_change(w: Workings, _entities: Mapping[str, Any]) -> RunsRecalled:
    """Return the runs the newest change of the log was of; `measure` says what was done to them."""
    stored = {run.run_id: run for run in w.memory.runs}
    for one in reversed(w.memory.exchanges):
        states = (one.entities.get(BEFORE) or {}).get("runs") or {}
        if not states:
            continue
        changed = tuple(stored[name] for name, was in states.items() if was is not None and name in stored)
        added = tuple(stored[name] for name, was in states.items() if was is None and name in stored)
        if changed or added:
            measure = "last_was_both" if changed and added else "last_was_changed" if changed else "last_was_added"
            return _told(changed + added, measure)
        return _told(w.memory.runs, "last_was_gone")
    return _told(w.memory.runs, None)


def _told(runs: tuple[Any, ...], measure: str | None) -> RunsRecalled:
    return RunsRecalled(runs=runs, measure=measure, since=None, until=None, energy=None)

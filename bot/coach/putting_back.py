"""Put back what was taken out, and take back what was told last: read off the turns that did it.

What is put back is there afterwards: a wish to have something back never takes anything out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.coach import before
from bot.coach.facts import TakenBack
from bot.coach.record_facts import RunKnown
from bot.coach.told_runs import NAMES, runs_named
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.training.run import Run

UNDID: Final = "undid"
"""Name, among a turn's entities, of the turn it took back."""
TOOK_OUT: Final = "took_out"
"""Name, among a turn's entities, of the mark that it took out or put back a named record: a telling of its own."""
_NOTHING: Final = TakenBack(runs=(), fields=(), sought_back=True)


def undo(w: Workings, one: Exchange | None) -> TakenBack:
    """Stage that everything a turn changed is as it was before; nothing without a turn."""
    return TakenBack(runs=(), fields=()) if one is None else _restored(w, one, one.entities[before.BEFORE])


def _restored(w: Workings, one: Exchange, state: before.State) -> TakenBack:
    gone = before.restore(w, state)
    w.frame = replace(w.frame, entities={**w.frame.entities, UNDID: one.turn_id})
    return TakenBack(
        runs=gone,
        fields=tuple(state.get("profile", {})),
        weigh_ins=len(state.get("weigh_ins", {})),
        put_back=one.intent == "undo" or any(was is not None for was in state.get("runs", {}).values()),
    )


def put_back(w: Workings, meant: Mapping[str, Any]) -> TakenBack | RunKnown:
    """Stage that what was taken out last is there again, or the run that is named among those that are gone."""
    if not NAMES & meant.keys():
        took = ((one, _to_give(w, one)) for one in _standing(w) if one.intent == "undo")
        return next((_restored(w, one, state) for one, state in took if any(state.values())), _NOTHING)
    gone = _gone_runs(w)
    fit = runs_named([run for run, _ in gone], meant, w.message.text)
    if not fit:
        there = runs_named(w.memory.runs, meant, w.message.text)
        return RunKnown(run=there[0]) if there else _NOTHING
    _, one = next(found for found in gone if found[0] is fit[0])
    before.restore(w, {"runs": {fit[0].run_id: before.run_state(fit[0])}})
    alone = sum(map(len, one.entities[before.BEFORE].values())) == 1
    # Of a turn that did more, the rest can still be undone.
    w.frame = replace(w.frame, entities={**w.frame.entities, TOOK_OUT: True, **({UNDID: one.turn_id} if alone else {})})
    return TakenBack(runs=(), fields=(), put_back=True)


def last_told(w: Workings) -> Exchange | None:
    """Return the last turn that told something and was not taken back."""
    return next((one for one in _standing(w) if one.intent != "undo" or TOOK_OUT in one.entities), None)


def last_was(one: Exchange) -> str | None:
    """Return whether a turn added a run or changed one; None if it did neither."""
    runs = one.entities[before.BEFORE].get("runs", {})
    return None if not runs else "changed" if any(was is not None for was in runs.values()) else "added"


def just_took_out(w: Workings) -> bool:
    """Whether the turn just before took a run out."""
    return bool(w.memory.exchanges) and any(one is w.memory.exchanges[-1] for _, one in _gone_runs(w))


def _to_give(w: Workings, one: Exchange) -> before.State:
    """Return what there was before a turn and is not there now; of a turn that took back, as it was."""
    state: before.State = one.entities[before.BEFORE]
    given = {part: {name: was for name, was in values.items() if was is not None} for part, values in state.items()}
    if TOOK_OUT in one.entities:
        stored = {run.run_id for run in w.memory.runs}
        given["runs"] = {name: was for name, was in given.get("runs", {}).items() if name not in stored}
    return given


def _standing(w: Workings) -> list[Exchange]:
    """Return the turns that changed something and were not undone, newest first."""
    undone = {one.entities.get(UNDID) for one in w.memory.exchanges}
    changed = [one for one in w.memory.exchanges if before.BEFORE in one.entities and one.turn_id not in undone]
    return changed[::-1]


def _gone_runs(w: Workings) -> list[tuple[Run, Exchange]]:
    """Return the runs that turns took out and that are not in the log, newest first, each with its turn."""
    stored = {run.run_id for run in w.memory.runs}
    gone: dict[str, tuple[Run, Exchange]] = {}
    for one in reversed(w.memory.exchanges):
        for name, was in (one.entities.get(before.BEFORE, {}).get("runs") or {}).items():
            if was is not None and name not in stored and name not in gone:
                gone[name] = Run(**{**was, "on_date": date.fromisoformat(was["on_date"])}), one
    return list(gone.values())

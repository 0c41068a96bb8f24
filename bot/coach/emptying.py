"""Empty the log: asked first, done on a yes, put back on an undo."""

from __future__ import annotations

from typing import Final

from bot.coach import before
from bot.coach.draft import Draft
from bot.coach.facts import Fact, TakenBack
from bot.coach.record_facts import Emptied, LogToEmpty
from bot.coach.wording_keeping import confirm
from bot.coach.workings import Workings

_ASKED: Final = "empty_"
"""How the slot begins that is asked for, before what is to be emptied."""


def ask(w: Workings, what: str) -> Fact:
    """Return what would go, for a yes to be asked; with nothing stored, that nothing was found."""
    kind: Emptied = "runs" if what == "runs" else "weigh_ins" if what == "weigh_ins" else "log"
    runs = 0 if kind == "weigh_ins" else len(w.memory.runs)
    weigh_ins = 0 if kind == "runs" else len(w.memory.weigh_ins)
    if not runs and not weigh_ins:
        return TakenBack(runs=(), fields=())
    return LogToEmpty(what=kind, runs=runs, weigh_ins=weigh_ins)


def slot(what: Emptied) -> str:
    """Return the name of the open question."""
    return _ASKED + what


def is_asked(pending: str | None) -> bool:
    """Whether the open question is one of these."""
    return pending is not None and pending.startswith(_ASKED)


def agreed(draft: Draft, w: Workings) -> None:
    """Stage that the log is empty, noting what was, so that an undo brings it back."""
    what = (w.thread.pending or "").removeprefix(_ASKED)
    state: dict[str, dict[str, None]] = {}
    if what != "weigh_ins":
        state["runs"] = {run.run_id: None for run in w.memory.runs}
    if what != "runs":
        state["weigh_ins"] = {one.on_date.isoformat(): None for one in w.memory.weigh_ins}
    before.restore(w, state)
    confirm(draft, w)
    draft.say("own.emptied")

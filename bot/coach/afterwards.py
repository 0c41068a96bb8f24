"""What is known after a turn, for channels that keep a talk in memory and store nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.turn import (
    ChangeReminder,
    CountModelUse,
    CreateReminder,
    DeletePerson,
    DeleteReminders,
    DeleteRuns,
    DeleteWeighIns,
    LogRun,
    LogWeight,
    Memory,
    SaveRunner,
    Turn,
)

REMEMBERED_TURNS = 12


def afterwards(  # noqa: C901 - one line a write
    memory: Memory, turn: Turn
) -> Memory:
    """Return the memory with the turn's exchange and everything it staged."""
    memory = replace(memory, exchanges=(*memory.exchanges, turn.exchange)[-REMEMBERED_TURNS:])
    for write in turn.staged:
        match write:
            case SaveRunner(runner=runner):
                memory = replace(memory, runner=runner)
            case CreateReminder(reminder=reminder):
                memory = replace(memory, reminders=(*memory.reminders, reminder))
            case ChangeReminder(reminder=changed):
                kept = (changed if one.reminder_id == changed.reminder_id else one for one in memory.reminders)
                memory = replace(memory, reminders=tuple(kept))
            case DeleteReminders(reminder_ids=gone):
                memory = replace(memory, reminders=tuple(r for r in memory.reminders if r.reminder_id not in gone))
            case LogRun() | DeleteRuns() | LogWeight() | DeleteWeighIns():
                memory = _logged(memory, write)
            case CountModelUse(use=use):
                memory = replace(memory, model_today=memory.model_today + use)
            case DeletePerson():
                return Memory(person_id=memory.person_id)
    return memory


def _logged(memory: Memory, write: LogRun | DeleteRuns | LogWeight | DeleteWeighIns) -> Memory:
    """Return the memory with one change of the log, newest first."""
    match write:
        case LogRun(run=run):
            others = (one for one in memory.runs if one.run_id != run.run_id)
            return replace(memory, runs=tuple(sorted((run, *others), key=lambda one: one.on_date, reverse=True)))
        case DeleteRuns(run_ids=ids):
            return replace(memory, runs=tuple(run for run in memory.runs if run.run_id not in ids))
        case LogWeight(weigh_in=weigh_in):
            kept = (one for one in memory.weigh_ins if one.on_date != weigh_in.on_date)
            newest = sorted((weigh_in, *kept), key=lambda one: one.on_date, reverse=True)
            return replace(memory, weigh_ins=tuple(newest))
        case DeleteWeighIns(dates=dates):
            return replace(memory, weigh_ins=tuple(one for one in memory.weigh_ins if one.on_date not in dates))

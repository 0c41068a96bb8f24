"""What is known after a turn, for channels that keep a talk in memory and store nothing."""

from __future__ import annotations

from dataclasses import replace

from bot.coach.turn import (
    ChangeReminder,
    CreateReminder,
    DeletePerson,
    DeleteReminders,
    LogRun,
    Memory,
    SaveRunner,
    Turn,
)

REMEMBERED_TURNS = 12


def afterwards(memory: Memory, turn: Turn) -> Memory:
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
            case LogRun(run=run):
                others = (one for one in memory.runs if one.run_id != run.run_id)
                memory = replace(memory, runs=(run, *others))
            case DeletePerson():
                return Memory(person_id=memory.person_id)
    return memory

"""On whose clock reminders ring when a person is somewhere else for some days, or moves for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.coach.reminder_facts import ClockMoved
from bot.coach.reminding import again_after, item
from bot.coach.turn import ChangeReminder, SaveRunner
from bot.coach.which_reminder import living
from bot.coach.workings import Workings
from bot.reminders.reminder import Reminder
from bot.runner import Runner, Stay


def some_days(w: Workings, entities: Mapping[str, Any]) -> ClockMoved | None:
    """Stage some days on the clock of another place, or the early end of such days; None if neither was told.

    Without a known home the place is taken for it.
    """
    before = w.memory.runner
    home = before.time_zone
    zone = home if entities.get("back_home") else entities.get("timezone")
    back = bool(entities.get("back_home")) or (zone == home and before.stay is not None)
    if zone is None or home is None or not (back or "stay_last" in entities):
        return None
    today = w.now.date()
    first = date.fromisoformat(entities["stay_first"]) if entities.get("stay_first") else today
    last = date.fromisoformat(entities["stay_last"]) if entities.get("stay_last") else first
    stay = None if zone == home else Stay(zone=zone, first=first, last=last)
    after = before.model_copy(update={"stay": stay})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    moved = [replace(one, schedule=replace(one.schedule, stay=stay)) for one in living(w)]
    return ClockMoved(zone=zone, items=_moved(w, moved), stay=stay, home=home)


def follow(w: Workings, before: Runner, after: Runner) -> None:
    """Stage every reminder to ring on the clock of a new home, and note it; nothing if the home is the old one."""
    zone, there = after.time_zone, living(w)
    if zone is None or zone == before.time_zone or not there:
        return
    moved = [replace(one, schedule=replace(one.schedule, zone=zone)) for one in there]
    w.facts.append(ClockMoved(zone=zone, items=_moved(w, moved)))


def _moved(w: Workings, reminders: Sequence[Reminder]) -> tuple[tuple[Reminder, datetime | None], ...]:
    """Stage changed reminders with their next moments; those that rest go on resting."""
    rung = []
    for one in reminders:
        there = replace(one, next_fire_at=again_after(w, one)) if one.next_fire_at is not None else one
        w.staged.append(ChangeReminder(reminder=there))
        rung.append(item(w, there))
    return tuple(rung)

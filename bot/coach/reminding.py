"""What a turn stages about reminders: new ones, the end of some, and what is asked about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from bot.coach.facts import Fact, Missing
from bot.coach.reminder_facts import (
    CannotDeliver,
    NoneMeant,
    OnHold,
    ReminderKept,
    RemindersGone,
    RemindersListed,
    ReminderThere,
    WhichReminder,
)
from bot.coach.turn import ChangeReminder, CreateReminder, DeleteReminders
from bot.coach.which_reminder import living, on_days, touched
from bot.coach.workings import Workings
from bot.nlu.reminder_wish import HOW_OFTEN
from bot.reminders.delivery import OURS
from bot.reminders.due import next_fire, next_fires
from bot.reminders.reminder import WEEKDAYS, OneDay, Reminder, Schedule, Weekday

ECHOED: Final = 3
"""So many next times a confirmation names."""
_DAYS_FOR: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("Monday", "Wednesday", "Saturday"),
    2: ("Mon and Thu", "Tue and Fri", "Wed and Sat"),
    3: ("Mon, Wed, Fri", "Tue, Thu, Sat"),
    4: ("Mon, Tue, Thu, Sat", "Tue, Wed, Fri, Sun"),
    5: ("Weekdays",),
    6: ("Every day except Sunday",),
}
"""Days to offer to somebody who said only how often a week."""


def set_reminder(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a new reminder, or say what is still missing: time, days, zone or a channel that can deliver."""
    bar = barred(w)
    if bar is not None:
        return bar
    if not entities.get("time"):
        return Missing(slot="time")
    if not entities.keys() & {"days", "date", "interval_days"}:
        often = entities.get("sessions_per_week") or 0.0
        return Missing(slot="days", choices=_DAYS_FOR.get(round(often), HOW_OFTEN))
    if w.runner.time_zone is None:
        return Missing(slot="time_zone")
    schedule = _wished(w, entities, w.runner.time_zone)
    same = next((one for one in living(w) if _same(one, schedule)), None)
    if same is not None:
        return ReminderThere(reminder=same, next_times=next_times(w, same))
    since = date.fromisoformat(entities["since"]) if entities.get("since") else None
    return keep(
        w,
        Reminder(
            reminder_id=new_id(w),
            person_id=w.memory.person_id,
            schedule=schedule,
            next_fire_at=None,
            paused_until=since if since is not None and since > w.now.date() and schedule.days else None,
        ),
    )


def new_id(w: Workings) -> str:
    """Name a new reminder after its turn, so that a turn that runs again makes the same ones."""
    made = sum(isinstance(write, CreateReminder) for write in w.staged)
    return f"rem-{w.turn_id}" if made == 0 else f"rem-{w.turn_id}-{made + 1}"


def barred(w: Workings) -> OnHold | CannotDeliver | None:
    """Return why no reminder can be set at all, whatever else would have to be asked; None if one can."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    return CannotDeliver() if w.message.channel == "terminal" else None


def _wished(w: Workings, entities: Mapping[str, Any], zone: str) -> Schedule:
    at = time.fromisoformat(entities["time"])
    plain = Schedule(at=at, zone=zone, stay=w.runner.stay)
    if entities.get("date"):
        return replace(plain, on_date=date.fromisoformat(entities["date"]))
    if entities.get("interval_days", 1) > 1:
        since = date.fromisoformat(entities["since"]) if entities.get("since") else first_day(w, at)
        return replace(plain, every_days=int(entities["interval_days"]), since=since)
    return replace(plain, days=on_days(entities) or frozenset[Weekday](WEEKDAYS))


def first_day(w: Workings, at: time) -> date:
    """Return the next local date on which a wall time is still ahead."""
    return w.now.date() + timedelta(days=0 if at > w.now.time() else 1)


def _same(reminder: Reminder, schedule: Schedule) -> bool:
    rests = reminder.paused_until is not None or reminder.next_fire_at is None
    there = replace(reminder.schedule, changes=(), stay=None)
    return there == replace(schedule, stay=None) and not rests


def keep(
    w: Workings,
    reminder: Reminder,
    *,
    change: bool = False,
    only: Sequence[OneDay] = (),
    stays: Reminder | None = None,
) -> Fact:
    """Stage a reminder as it is to be from now on, and return what it became; a time that has passed is asked back.

    Args:
        w: The turn.
        reminder: With its new schedule; the next moment is computed here.
        change: Whether it is stored already.
        only: The single days that were changed, if it was these.
        stays: Another reminder that keeps its other days as they were.
    """
    reminder = replace(reminder, schedule=without_past(reminder.schedule, w.now.date()))
    times = next_times(w, reminder)
    if not times:
        return Missing(slot="date")
    reminder = replace(reminder, next_fire_at=times[0].astimezone(UTC))
    w.staged.append(ChangeReminder(reminder=reminder) if change else CreateReminder(reminder=reminder))
    speak_of(w, reminder)
    return ReminderKept(
        reminder=reminder, next_times=times, changed=change or stays is not None, only=tuple(only), stays=stays
    )


def speak_of(w: Workings, reminder: Reminder) -> None:
    """Remember which reminder the turn was about, so that "make it 7 instead" finds it; of several, none."""
    entities = {name: value for name, value in w.frame.entities.items() if name != "reminder_id"}
    others = {write.reminder.reminder_id for write in w.staged if isinstance(write, CreateReminder | ChangeReminder)}
    if not others - {reminder.reminder_id}:
        entities["reminder_id"] = reminder.reminder_id
    w.frame = replace(w.frame, entities=entities)


def next_times(w: Workings, reminder: Reminder) -> tuple[datetime, ...]:
    """Return the next few moments of a reminder, local and aware."""
    now = w.message.at.astimezone(UTC)
    return next_fires(reminder.schedule, after=now, count=ECHOED, paused_until=reminder.paused_until)


def again_after(w: Workings, reminder: Reminder) -> datetime | None:
    """Return the moment at which a reminder rings next after the message, UTC; None if it does not."""
    now = w.message.at.astimezone(UTC)
    return next_fire(reminder.schedule, after=now, paused_until=reminder.paused_until)


def without_past(schedule: Schedule, today: date) -> Schedule:
    """Return the schedule without what was different on days that are over."""
    return replace(schedule, changes=tuple(change for change in schedule.changes if change.on >= today))


def with_changes(schedule: Schedule, changes: Sequence[OneDay]) -> Schedule:
    """Return the schedule with single days changed; the newest word about a day counts."""
    kept = {change.on: change for change in (*schedule.changes, *changes)}
    return replace(schedule, changes=tuple(kept[on] for on in sorted(kept)))


def resting(reminder: Reminder) -> bool:
    """Whether a reminder that is not over rests until further notice."""
    return reminder.next_fire_at is None


def item(w: Workings, reminder: Reminder) -> tuple[Reminder, datetime | None]:
    """Return a reminder with its next time on the clock that counts there and then, None if it rests."""
    return reminder, None if resting(reminder) else next(iter(next_times(w, reminder)), None)


def delete_reminders(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage the deletion of the reminders meant: all, or those on the named days; others keep their other days."""
    there = living(w)
    days = on_days(entities)
    if entities.get("time"):
        entities = {**entities, "which": entities["time"]}
    meant = there if entities.get("all") and not days else touched(w, entities)
    if not there or not meant:
        return NoneMeant() if there else RemindersGone(count=0, every=True)
    if len(meant) > 1 and not (entities.get("all") or days or entities.get("which")):
        return WhichReminder(reminders=meant)
    gone = [one for one in meant if not days or one.schedule.once or one.schedule.days <= days]
    if gone:
        w.staged.append(DeleteReminders(reminder_ids=tuple(one.reminder_id for one in gone)))
    left = [one for one in there if one not in meant]
    for one in meant:
        if one not in gone:
            rest = replace(one, schedule=replace(one.schedule, days=one.schedule.days - days))
            rest = replace(rest, next_fire_at=None if resting(one) else again_after(w, rest))
            w.staged.append(ChangeReminder(reminder=rest))
            left.append(rest)
            speak_of(w, rest)
    return RemindersGone(count=len(meant), every=not left, left=tuple(item(w, one) for one in left))


def list_reminders(w: Workings) -> Fact:
    """Look the reminders up with their next local times, and what became of the last one."""
    last = next((one for one in w.memory.rung if not one.reminder_id.startswith(OURS)), None)
    return RemindersListed(items=tuple(item(w, one) for one in living(w)), last=last)

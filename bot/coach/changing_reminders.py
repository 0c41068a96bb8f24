"""Another time or other days for a reminder: for good, or on single days only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from bot.coach.facts import Fact, Missing
from bot.coach.reminder_facts import CueKept, NoneMeant, OnHold, ReminderSnoozed, ReminderThere, WhichReminder
from bot.coach.reminding import first_day, keep, new_id, next_times, set_reminder, with_changes
from bot.coach.turn import ChangeReminder, CreateReminder
from bot.coach.which_reminder import dates_of, living, on_days, picked
from bot.coach.workings import Workings
from bot.reminders.due import moment_on, next_fire
from bot.reminders.reminder import WEEKDAYS, OneDay, Reminder, Schedule, Weekday

_DAY: Final = timedelta(days=1)
_LONGEST_CUE: Final = 60
"""Longer is a story, not a moment. [characters]"""
_TARGETS: Final = frozenset({"time", "shift_s", "new_days", "add_days", "interval_days"})
"""What says where a reminder goes."""


def change_reminder(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage what a reminder is to become; with several that could be meant, ask which."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    if "cue" in entities:
        return _keep_cue(w, entities)
    if entities.get("snooze"):
        moment = datetime.combine(date.fromisoformat(entities["date"]), time.fromisoformat(entities["time"]))
        return snooze(w, moment.replace(tzinfo=w.now.tzinfo))
    if not living(w):
        return set_reminder(w, entities)
    meant, entities = _meant(w, entities)
    if not meant:
        return NoneMeant()
    if len(meant) > 1 and not (entities.get("all") or _each_by_its_days(meant, entities)):
        return WhichReminder(reminders=meant)
    *before, last = (_changed(w, one, entities) for one in meant)
    w.facts.extend(before)
    return last


def _each_by_its_days(meant: Sequence[Reminder], entities: Mapping[str, Any]) -> bool:
    """Whether several are named by their days: "change Tuesday and Wednesday to 10"."""
    days = on_days(entities)
    shared = sum(len(one.schedule.days & days) for one in meant)
    return len(days) > 1 and shared == len(days)


def _changed(w: Workings, one: Reminder, entities: Mapping[str, Any]) -> Fact:
    dates = dates_of(entities)
    if not entities.keys() & (_TARGETS if dates and not one.schedule.once else _TARGETS | {"days", "date"}):
        return Missing(slot="time")
    if one.schedule.once:
        return keep(w, replace(one, schedule=_once(one.schedule, entities, w)), change=True)
    return _on_single_days(w, one, dates, entities) if dates else _for_good(w, one, entities)


def _meant(w: Workings, entities: Mapping[str, Any]) -> tuple[tuple[Reminder, ...], Mapping[str, Any]]:
    """Return which reminders may be meant, with the request as it is to be read then."""
    meant = picked(w, entities)
    if meant:
        return meant, entities
    if on_days(entities) and not entities.get("new_days"):
        # "Change it to saturdays at 9": no reminder is on these days, so they are where it goes.
        entities = {**{name: value for name, value in entities.items() if name != "days"}, "new_days": entities["days"]}
        return picked(w, entities), entities
    if entities.get("date"):
        # "Push it to Friday": a one-off goes where it is said to go.
        on = dates_of(entities)[0]
        once = [replace(one, schedule=replace(one.schedule, on_date=on)) for one in living(w) if one.schedule.once]
        return tuple(once) if len(once) == 1 else (), entities
    return (), entities


def _new_time(at: time, entities: Mapping[str, Any]) -> time:
    if entities.get("time"):
        return time.fromisoformat(entities["time"])
    moved = datetime.combine(date.min + _DAY, at) + timedelta(seconds=entities.get("shift_s") or 0.0)
    return moved.time()


def _over_midnight(at: time, entities: Mapping[str, Any]) -> bool:
    """Whether a shift leads into another day."""
    moved = datetime.combine(date.min + _DAY, at) + timedelta(seconds=entities.get("shift_s") or 0.0)
    return not entities.get("time") and moved.date() != date.min + _DAY


def _once(schedule: Schedule, entities: Mapping[str, Any], w: Workings) -> Schedule:
    """Return a one-off at another time or date; days make it a weekly one."""
    at = _new_time(schedule.at, entities)
    days = on_days(entities, "new_days")
    if len(days) == 1:
        ahead = (w.now.date() + n * _DAY for n in range(1, 8))
        return replace(schedule, at=at, on_date=next(on for on in ahead if WEEKDAYS[on.weekday()] in days))
    if days:
        return replace(schedule, at=at, days=days, on_date=None)
    if entities.get("interval_days"):
        return replace(schedule, at=at, on_date=None, every_days=int(entities["interval_days"]), since=first_day(w, at))
    return replace(schedule, at=at)


def _on_single_days(w: Workings, one: Reminder, dates: tuple[date, ...], entities: Mapping[str, Any]) -> Fact:
    """Change some dates; the rule stays."""
    schedule, among = one.schedule, on_days(entities)
    new_days = on_days(entities, "new_days")
    changes: list[OneDay] = []
    for on in dates:
        old = schedule.time_on(on)
        if old is None or on < w.now.date() or (among and WEEKDAYS[on.weekday()] not in among):
            continue
        if _over_midnight(old, entities):
            return Missing(slot="time")
        at = _new_time(old, entities)
        if new_days:
            ahead = next(on + n * _DAY for n in range(1, 8) if WEEKDAYS[(on + n * _DAY).weekday()] in new_days)
            changes += [OneDay(on=on, at=None), OneDay(on=ahead, at=at)]
        else:
            changes.append(OneDay(on=on, at=at))
    if not changes:
        return NoneMeant()
    changed = replace(one, schedule=with_changes(schedule, changes))
    passed = [change for change in changes if _is_past(w, changed.schedule, change)]
    if len(passed) == len(changes):
        return Missing(slot="time")
    return keep(w, changed, change=True, only=tuple(change for change in changes if change not in passed))


def _is_past(w: Workings, schedule: Schedule, change: OneDay) -> bool:
    moment = moment_on(schedule, change.on)
    return change.at is not None and (moment is None or moment <= w.message.at)


def _for_good(w: Workings, one: Reminder, entities: Mapping[str, Any]) -> Fact:
    """Change the rule, all of it or only that for the named days."""
    schedule = one.schedule
    if more := on_days(entities, "add_days"):
        return keep(w, replace(one, schedule=replace(schedule, days=schedule.days | more)), change=True)
    if _over_midnight(schedule.at, entities):
        return Missing(slot="time")
    at = _new_time(schedule.at, entities)
    if entities.get("interval_days"):
        often = int(entities["interval_days"])
        every = replace(schedule, at=at, days=frozenset(), every_days=often, since=first_day(w, at))
        return keep(w, replace(one, schedule=every), change=True)
    named, target = on_days(entities), on_days(entities, "new_days")
    if not target and not entities.keys() & {"time", "shift_s"}:
        named, target = frozenset(), named  # "make it weekdays only": days alone are what it becomes
    part = named & schedule.days
    if part and part != schedule.days:
        return _for_some_days(w, one, at=at, part=part, target=target)
    weekly = replace(schedule, at=at, days=target or schedule.days)
    if target:
        weekly = replace(weekly, every_days=None, since=None)
    if weekly == schedule:
        asked = entities.keys() & _TARGETS
        return ReminderThere(reminder=one, next_times=next_times(w, one)) if asked else Missing(slot="time")
    return keep(w, replace(one, schedule=weekly), change=True)


def _for_some_days(
    w: Workings, one: Reminder, *, at: time, part: frozenset[Weekday], target: frozenset[Weekday]
) -> Fact:
    """Change some days of the rule; at another time they become a reminder of their own."""
    schedule = one.schedule
    if at == schedule.at:
        return keep(w, replace(one, schedule=replace(schedule, days=(schedule.days - part) | target)), change=True)
    stays = replace(one, schedule=replace(schedule, days=schedule.days - part))
    parted = part_from(w, one, replace(schedule, at=at, days=target or part, changes=()))
    fact = keep(w, parted, stays=stays)
    if not isinstance(fact, Missing):
        w.staged.append(ChangeReminder(reminder=ringing_on(w, stays)))
    return fact


def part_from(w: Workings, one: Reminder, schedule: Schedule) -> Reminder:
    """Return a new reminder that takes some days over from another."""
    return replace(one, reminder_id=new_id(w), schedule=schedule)


def ringing_on(w: Workings, reminder: Reminder) -> Reminder:
    """Return a reminder with the next moment its schedule and rest give."""
    after = w.message.at.astimezone(UTC)
    return replace(reminder, next_fire_at=next_fire(reminder.schedule, after=after, paused_until=reminder.paused_until))


def snooze(w: Workings, moment: datetime) -> Fact:
    """Stage one more ring at a moment; one that is due before it rings then instead of now.

    Args:
        w: The turn.
        moment: Aware, on the person's own clock.
    """
    if w.message.channel == "terminal" or (w.runner.time_zone is None and not w.memory.reminders):
        return set_reminder(w, {"date": moment.date().isoformat(), "time": f"{moment:%H:%M}"})
    on, at = moment.date(), moment.time().replace(second=0, microsecond=0)
    for one in living(w):
        soon = one.next_fire_at is not None and w.message.at < one.next_fire_at <= moment
        if soon and one.schedule.time_on(on) is not None:
            once = one.schedule.once
            schedule = replace(one.schedule, at=at) if once else with_changes(one.schedule, [OneDay(on=on, at=at)])
            w.staged.append(ChangeReminder(reminder=ringing_on(w, replace(one, schedule=schedule))))
            return ReminderSnoozed(at=moment)
    zone = w.runner.zone_at(w.message.at) or "UTC"
    extra = Reminder(
        reminder_id=new_id(w),
        person_id=w.memory.person_id,
        schedule=Schedule(at=at, zone=zone, on_date=on),
        next_fire_at=None,
    )
    w.staged.append(CreateReminder(reminder=ringing_on(w, extra)))
    return ReminderSnoozed(at=moment)


def _keep_cue(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Keep what they will have just done then, with the reminder the question was about."""
    cue = str(entities["cue"])[:_LONGEST_CUE].strip()
    spoken = w.last.entities.get("reminder_id") if w.last is not None else None
    there = living(w)
    one = next((one for one in there if one.reminder_id == spoken), there[-1] if there else None)
    if one is not None and cue:
        w.staged.append(ChangeReminder(reminder=replace(one, cue=cue)))
    return CueKept(cue=cue if one is not None else "")

"""Rest for reminders: a day, some days, until a date, or until further notice; and their return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.coach.changing_reminders import part_from, ringing_on
from bot.coach.reminder_facts import (
    Cleared,
    NoneMeant,
    OnHold,
    ReminderFact,
    ReminderPaused,
    RemindersGone,
    RemindersResumed,
)
from bot.coach.reminding import again_after, item, speak_of, with_changes
from bot.coach.turn import ChangeReminder, CreateReminder, SaveRunner
from bot.coach.which_reminder import dates_of, living, on_days, picked
from bot.coach.workings import Workings
from bot.reminders.due import date_of
from bot.reminders.reminder import OneDay, Reminder


def pause_reminders(w: Workings, entities: Mapping[str, Any]) -> ReminderFact:
    """Stage a rest for the reminders meant: single days, until a date, or until the person says so."""
    there = living(w)
    if not there:
        return RemindersGone(count=0, every=True)
    if entities.get("next"):
        return _silence_next(w, there)
    dates = dates_of(entities)
    meant = picked(w, entities) if entities.keys() & {"which", "days", "date", "first", "reminder_id"} else there
    if not meant:
        return NoneMeant(next_time=_first(w, ()) if dates else None)
    if dates:
        return _silence(w, meant, dates)
    until = date.fromisoformat(entities["until"]) if entities.get("until") else None
    rested = [_rested(w, one, entities, until) for one in meant]
    return ReminderPaused(next_time=_first_of(w, rested), every=len(meant) == len(there), open=until is None)


def silence_today(w: Workings) -> tuple[Reminder, ...]:
    """Stage silence for what would still ring today; return every reminder as it is from then on."""
    return _silenced(w, living(w), (w.now.date(),))[0]


def _silence_next(w: Workings, there: Sequence[Reminder]) -> ReminderFact:
    one = next((one for one in there if one.next_fire_at is not None), None)
    if one is None or one.next_fire_at is None:
        return NoneMeant()
    return _silence(w, (one,), (date_of(one.schedule, one.next_fire_at),))


def _silence(w: Workings, meant: Sequence[Reminder], dates: Sequence[date]) -> ReminderFact:
    """Stage silence on single dates; the rule stays."""
    after, silent = _silenced(w, meant, dates)
    if not silent:
        return NoneMeant(next_time=_first(w, ()))
    return ReminderPaused(next_time=_first(w, after), silent=silent)


def _silenced(
    w: Workings, meant: Sequence[Reminder], dates: Sequence[date]
) -> tuple[tuple[Reminder, ...], tuple[date, ...]]:
    silent: set[date] = set()
    after: list[Reminder] = []
    for one in meant:
        days = [on for on in dates if on >= w.now.date() and one.schedule.time_on(on) is not None]
        quiet = replace(one, schedule=with_changes(one.schedule, [OneDay(on=on, at=None) for on in days]))
        if one.schedule.on_date in days:
            quiet = replace(one, paused_until=max(days) + timedelta(days=1))
        after.append(ringing_on(w, quiet) if days and one.next_fire_at is not None else quiet)
        if days:
            silent.update(days)
            w.staged.append(ChangeReminder(reminder=after[-1]))
            speak_of(w, after[-1])
    return tuple(after), tuple(sorted(silent))


def _rested(w: Workings, one: Reminder, entities: Mapping[str, Any], until: date | None) -> Reminder:
    """Stage the rest of one reminder, or of its named days as a reminder of their own."""
    part = on_days(entities) & one.schedule.days
    if part and part != one.schedule.days:
        stays = replace(one, schedule=replace(one.schedule, days=one.schedule.days - part))
        w.staged.append(ChangeReminder(reminder=ringing_on(w, stays)))
        parted = part_from(w, one, replace(one.schedule, days=part, changes=()))
        rested = _at_rest(w, parted, until)
        w.staged.append(CreateReminder(reminder=rested))
    else:
        rested = _at_rest(w, one, until)
        w.staged.append(ChangeReminder(reminder=rested))
    return rested


def _at_rest(w: Workings, one: Reminder, until: date | None) -> Reminder:
    if until is None:
        return replace(one, paused_until=None, next_fire_at=None)
    paused = replace(one, paused_until=until)
    return replace(paused, next_fire_at=again_after(w, paused))


def _first_of(w: Workings, reminders: Sequence[Reminder]) -> datetime | None:
    """Return the next time of these reminders alone."""
    return min((at for _, at in (item(w, one) for one in reminders) if at is not None), default=None)


def _first(w: Workings, changed: Sequence[Reminder]) -> datetime | None:
    """Return the next time of any reminder, the changed ones as they are now."""
    now = {one.reminder_id: one for one in (*living(w), *changed)}
    return _first_of(w, tuple(now.values()))


def resume_reminders(w: Workings, entities: Mapping[str, Any] | None = None) -> ReminderFact:
    """Stage every reminder that rests, or the one meant, to ring again."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    there = living(w)
    if not there:
        return RemindersGone(count=0, every=True)
    meant = picked(w, entities) if entities else there
    again: list[Reminder] = []
    for one in meant or there:
        back = ringing_on(w, replace(one, paused_until=None))
        if (back.next_fire_at, back.paused_until) != (one.next_fire_at, one.paused_until):
            w.staged.append(ChangeReminder(reminder=back))
        again.append(back)
    return RemindersResumed(items=tuple(item(w, one) for one in again), changed=bool(w.staged))


def clear(w: Workings) -> ReminderFact:
    """Stage the end of the hold that emergency words began: a doctor has cleared the person."""
    after = w.memory.runner.model_copy(update={"flags": w.memory.runner.flags - {"doctor_first"}})
    if after != w.memory.runner:
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
    resume_reminders(w)
    return Cleared()

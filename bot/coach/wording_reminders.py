"""Word what becomes of reminders; a confirmation is said only after the closing transaction stored it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import assert_never

from bot.coach.draft import Draft
from bot.coach.reminder_facts import (
    CannotDeliver,
    Cleared,
    ClockMoved,
    CueKept,
    NoneMeant,
    OnHold,
    ReminderFact,
    ReminderKept,
    ReminderPaused,
    RemindersGone,
    RemindersListed,
    ReminderSnoozed,
    RemindersResumed,
    ReminderThere,
    RungRecalled,
    WhichReminder,
)
from bot.coach.wording_keeping import confirm
from bot.coach.wording_rung import last_rung, rung_recalled
from bot.coach.workings import Workings
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_WORKDAYS = frozenset(WEEKDAYS[:5])
_WEEKEND = frozenset(WEEKDAYS[5:])
_RECORD = "record:reminder"
_MOST_OFFERED = 6
_ALL = "all"

Items = Sequence[tuple[Reminder, datetime | None]]


def word(draft: Draft, fact: ReminderFact, w: Workings) -> None:  # noqa: C901 - one line a fact
    """Word what was found out or staged about reminders."""
    match fact:
        case ReminderKept():
            _kept(draft, fact, w)
        case ReminderThere():
            _there(draft, fact)
        case WhichReminder():
            _which(draft, fact, w)
        case NoneMeant():
            draft.kind = "clarify"
            _none_meant(draft, fact)
        case ReminderSnoozed():
            _snoozed(draft, fact, w)
        case CueKept():
            _cue_kept(draft, fact, w)
        case ReminderPaused():
            _paused(draft, fact, w)
        case RemindersResumed():
            _resumed(draft, fact, w)
        case RemindersGone():
            _gone(draft, fact, w)
        case RemindersListed():
            _listed(draft, fact, w)
        case RungRecalled():
            rung_recalled(draft, fact, w)
        case ClockMoved():
            _clock_moved(draft, fact, w)
        case CannotDeliver():
            draft.say("coach.reminder.terminal")
        case OnHold():
            draft.say("coach.reminder.emergency_hold")
        case Cleared():
            draft.say("safety.cleared")
        case _:
            assert_never(fact)


def _none_meant(draft: Draft, fact: NoneMeant) -> None:
    if fact.next_time is None:
        draft.say("coach.reminder.none_meant")
    else:
        draft.say("coach.reminder.none_then", next=_said(formatting.moment(fact.next_time)))


def _kept(draft: Draft, fact: ReminderKept, w: Workings) -> None:
    """Confirm a reminder with its next local times, and ask once what they will have just done then."""
    confirm(draft, w)
    schedule = fact.reminder.schedule
    when = schedule_in_words(draft, schedule, on=fact.next_times[0].date())
    upcoming = _times(fact.next_times, schedule)
    if draft.dry_run:
        draft.say("coach.reminder.would", when=when, next=upcoming)
        return
    if fact.only:
        _only(draft, fact, when, upcoming)
    elif schedule.once:
        draft.say("coach.reminder.changed_once" if fact.changed else "coach.reminder.set_once", when=when)
    else:
        draft.say(f"coach.reminder.{'changed' if fact.changed else 'set'}", when=when, next=upcoming)
    if fact.stays is not None:
        draft.say("coach.reminder.stays", when=schedule_in_words(draft, fact.stays.schedule))
    if fact is w.facts[-1] and not (fact.changed or schedule.once or w.memory.reminders or draft.pending):
        draft.say("coach.reminder.ask_cue")
        draft.pending = "cue"


def _only(draft: Draft, fact: ReminderKept, when: Phrase, upcoming: Phrase) -> None:
    """Say which single days differ; a day that gave way to another needs no word of its own."""
    rung = [datetime.combine(change.on, change.at) for change in fact.only if change.at is not None]
    if len({moment.time() for moment in rung}) == 1 and len(rung) > 1:
        days = join(
            [_said(formatting.days([moment.date() for moment in rung])), _said(formatting.clock(rung[0].time()))], ", "
        )
    else:
        days = join([_said(formatting.moment(moment)) for moment in rung], "; ")
    name = "only_one" if len(rung) == 1 else "only_some"
    draft.say(f"coach.reminder.{name}", days=days, when=when, next=upcoming)


def _there(draft: Draft, fact: ReminderThere) -> None:
    """Say that nothing needs to be set."""
    schedule = fact.reminder.schedule
    draft.say("coach.reminder.there", when=schedule_in_words(draft, schedule), next=_times(fact.next_times, schedule))


def _which(draft: Draft, fact: WhichReminder, w: Workings) -> None:
    """Ask which one is meant, each a tap."""
    draft.kind = "clarify"
    draft.pending = "which"
    draft.say("coach.reminder.which")
    for one in fact.reminders[:_MOST_OFFERED]:
        draft.choice(label(draft, one.schedule), f"v1:rem:which:{one.reminder_id}")
    draft.button("all_reminders", f"v1:rem:which:{_ALL}")


def _snoozed(draft: Draft, fact: ReminderSnoozed, w: Workings) -> None:
    """Confirm one more ring."""
    confirm(draft, w)
    same_day = fact.at.date() == w.now.date()
    draft.say(
        "coach.reminder.snoozed",
        at=_said(formatting.clock(fact.at.time()) if same_day else formatting.moment(fact.at)),
    )


def _cue_kept(draft: Draft, fact: CueKept, w: Workings) -> None:
    """Confirm what they will have just done, in their own words."""
    confirm(draft, w)
    if fact.cue:
        draft.say("coach.reminder.cue_kept", cue=phrase(fact.cue, "said"))
    else:
        draft.say("coach.reminder.cue_none")


def _paused(draft: Draft, fact: ReminderPaused, w: Workings) -> None:
    """Confirm a rest, with the next time it rings."""
    confirm(draft, w)
    if fact.silent:
        draft.say("coach.reminder.silent", days=_said(formatting.days(fact.silent)))
        if fact.next_time is not None:
            draft.say("coach.reminder.next", next=_said(formatting.moment(fact.next_time)))
    elif fact.open or fact.next_time is None:
        draft.say("coach.reminder.paused_open" if fact.every else "coach.reminder.paused_open_some")
    else:
        shown = _said(formatting.moment(fact.next_time))
        draft.say("coach.reminder.paused" if fact.every else "coach.reminder.paused_some", next=shown)


def _resumed(draft: Draft, fact: RemindersResumed, w: Workings) -> None:
    """Confirm that they ring again, with each one's next time."""
    confirm(draft, w)
    draft.say(
        "coach.reminder.resumed" if fact.changed else "coach.reminder.resumed_already", items=_lines(draft, fact.items)
    )


def _gone(draft: Draft, fact: RemindersGone, w: Workings) -> None:
    """Confirm a deletion, and show what stays."""
    if fact.count == 0:
        draft.say("coach.reminder.none")
        return
    confirm(draft, w)
    if fact.every:
        draft.say("coach.reminder.deleted_all" if fact.count > 1 else "coach.reminder.deleted_last")
        return
    draft.say("coach.reminder.deleted_one" if fact.count == 1 else "coach.reminder.deleted_some")
    draft.say("coach.reminder.left", items=_lines(draft, fact.left))


def _listed(draft: Draft, fact: RemindersListed, w: Workings) -> None:
    """List the reminders with their next local times, and say what became of the last one."""
    if fact.items:
        draft.say("coach.reminder.list", items=_lines(draft, fact.items))
    else:
        draft.say("coach.reminder.none")
    if fact.last is not None:
        draft.new_paragraph()
        last_rung(draft, fact.last, w)


def _clock_moved(draft: Draft, fact: ClockMoved, w: Workings) -> None:
    """Confirm on whose clock reminders ring from now on, or for some days."""
    confirm(draft, w)
    zone = phrase(formatting.place(fact.zone), "record:time_zone")
    if fact.stay is not None and fact.home is not None:
        days = [fact.stay.first, fact.stay.last] if fact.stay.first > w.now.date() else [fact.stay.last]
        name = "clock_stay_from" if len(days) == 2 else "clock_stay"
        named = {"first": _said(formatting.day(days[0]))} if len(days) == 2 else {}
        home = phrase(formatting.place(fact.home), "record:time_zone")
        draft.say(f"coach.reminder.{name}", zone=zone, last=_said(formatting.day(days[-1])), home=home, **named)
    elif fact.home is not None:
        draft.say("coach.reminder.clock_home", zone=zone)
    else:
        draft.say("coach.reminder.clock_moved", zone=zone)
    if fact.items:
        draft.new_paragraph()
        draft.add(_lines(draft, fact.items))


def schedule_in_words(draft: Draft, schedule: Schedule, *, on: date | None = None) -> Phrase:
    """Return a schedule as people say it: `Weekdays at 06:30, Lisbon time`.

    Args:
        draft: For the texts.
        schedule: What is said.
        on: The date whose clock is named; without it the usual one.
    """
    at = _said(formatting.clock(schedule.at))
    zone = phrase(formatting.place(schedule.zone_on(on) if on else schedule.zone), "record:time_zone")
    name, days = _days(schedule)
    return draft.texts.say(f"coach.reminder.{name}", at=at, zone=zone, days=days)


def label(draft: Draft, schedule: Schedule) -> str:
    """Return a schedule short enough for a button: `Weekdays 06:30`."""
    name, days = _days(schedule)
    return draft.texts.say(f"coach.reminder.label.{name}", at=_said(formatting.clock(schedule.at)), days=days).text


def _days(schedule: Schedule) -> tuple[str, Phrase]:
    """Return the name of the text that says on which days, and what stands in its braces if it has any."""
    if schedule.on_date is not None:
        return "once", _said(formatting.day(schedule.on_date))
    if schedule.every_days is not None:
        return ("every_other" if schedule.every_days == 2 else "every_n"), _said(str(schedule.every_days))
    listed = phrase(", ".join(day.capitalize() for day in WEEKDAYS if day in schedule.days))
    named = {frozenset(WEEKDAYS): "every_day", _WORKDAYS: "weekdays", _WEEKEND: "weekends"}
    return named.get(schedule.days, "on_days"), listed


def _lines(draft: Draft, items: Items) -> Phrase:
    lines = []
    for reminder, next_time in items:
        when = schedule_in_words(draft, reminder.schedule, on=next_time.date() if next_time else None)
        if next_time is None:
            lines.append(draft.texts.say("coach.reminder.item_paused", when=when))
        elif reminder.schedule.once:
            lines.append(draft.texts.say("coach.reminder.item_once", when=when))
        else:
            lines.append(draft.texts.say("coach.reminder.item", when=when, next=_said(formatting.moment(next_time))))
    return join(lines, "\n")


def _times(times: Sequence[datetime], schedule: Schedule) -> Phrase:
    """Return the next times: the dates alone while they are all at the usual hour, else each with its own."""
    if all((time.hour, time.minute) == (schedule.at.hour, schedule.at.minute) for time in times):
        return _said(formatting.days([time.date() for time in times]))
    return join([_said(formatting.moment(time)) for time in times], "; ")


def _said(shown: str) -> Phrase:
    return phrase(shown, _RECORD)

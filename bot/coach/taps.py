"""What a tapped button does. An action is `v1:name` or `v1:name:value`; unknown ones are old menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Final

from bot.coach import followups, receipts
from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.nextstep import ask_body
from bot.coach.turn import CreateReminder
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.reminders.due import next_fire
from bot.reminders.reminder import Reminder, Schedule
from bot.voice import formatting
from bot.voice.phrase import phrase

SNOOZE: Final = timedelta(hours=1)


def answer_tap(draft: Draft, w: Workings, library: Library, action: str) -> None:
    """Do what the button stands for."""
    _, _, rest = action.partition(":")
    name, _, value = rest.partition(":")
    answer = _ANSWERS.get(name)
    if answer is None:
        draft.kind = "clarify"
        draft.say("coach.tap_expired")
        return
    answer(draft, w, library, value)


Answer = Callable[[Draft, Workings, Library, str], None]


def _numbers(draft: Draft, w: Workings, _library: Library, _value: str) -> None:
    if missing_for_projection(w.runner):
        draft.add(ask_body(draft, w))
    else:
        followups.known(draft, w)


def _advice(draft: Draft, w: Workings, library: Library, _value: str) -> None:
    if not followups.advise(draft, w, library):
        draft.kind = "clarify"
        draft.say("coach.nothing_to_follow")


def _log(draft: Draft, w: Workings, _library: Library, _value: str) -> None:
    w.frame = replace(w.frame, intent="log_run", entities={})
    draft.pending = "distance_m"
    draft.say("coach.ask_run_size")


def _remind(draft: Draft, w: Workings, _library: Library, _value: str) -> None:
    w.frame = replace(w.frame, intent="reminder_create", entities={})
    draft.pending = "remind"
    draft.say("coach.ask_remind")


def _goal(draft: Draft, w: Workings, library: Library, value: str) -> None:
    goal = followups.goal_named(value)
    if goal is not None:
        followups.goal(draft, w, library, goal)


def _on_top(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    followups.on_top(draft, w, agreed=value != "no")


def _adult(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    followups.adult(draft, w, confirmed=value == "yes")


def _reminder(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    """Answer a tap under a reminder: done, later, or not today."""
    choice, _, reminder_id = value.partition(":")
    if choice == "done":
        w.frame = replace(w.frame, intent="log_run", entities={})
        draft.pending = "distance_m"
        draft.say("coach.reminder.done")
        return
    draft.kind = "confirm"
    if choice == "later":
        _snooze(draft, w)
        return
    meant = next((one for one in w.memory.reminders if one.reminder_id == reminder_id), None)
    draft.say("coach.reminder.skipped")
    if meant is not None and meant.next_fire_at is not None:
        at = formatting.moment(meant.next_fire_at.astimezone(w.now.tzinfo))
        draft.say("coach.reminder.next", next=phrase(at, "record:reminder"))


def _snooze(draft: Draft, w: Workings) -> None:
    """Stage one more reminder an hour from now; the regular one stays as it is."""
    at = (w.now + SNOOZE).replace(second=0, microsecond=0)
    schedule = Schedule(at=at.time(), zone=w.runner.time_zone or "UTC", on_date=at.date())
    reminder = Reminder(
        reminder_id=f"rem-{w.turn_id}",
        person_id=w.memory.person_id,
        schedule=schedule,
        next_fire_at=next_fire(schedule, after=w.message.at.astimezone(UTC)),
    )
    w.staged.append(CreateReminder(reminder=reminder))
    draft.say("coach.reminder.snoozed", at=phrase(formatting.clock(at.time()), "record:reminder"))


_ANSWERS: Final[Mapping[str, Answer]] = {
    "more": lambda draft, w, library, _: followups.more(draft, w, library),
    "why": lambda draft, w, library, _: followups.why(draft, w, library),
    "do": _advice,
    "how": lambda draft, w, _library, _value: receipts.receipt(draft, w),
    "wrong": lambda draft, w, _library, _value: receipts.dispute(draft, w),
    "sources": lambda draft, w, _library, _value: receipts.sources(draft, w),
    "log": _log,
    "remind": _remind,
    "article": followups.one_article,
    "numbers": _numbers,
    "goal": _goal,
    "on_top": _on_top,
    "adult": _adult,
    "rem": _reminder,
}

"""Taps under a reminder or about reminders: done, later, not today, which one, go on, another time, a week off.

An action is `rem:done:ID:DATE` and so on; the date is that of the reminder, for a tap can come the next morning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from bot.coach import changing_reminders, logbook, reminding, resting
from bot.coach.compose import compose
from bot.coach.draft import Draft
from bot.coach.facts import Fact, Missing
from bot.coach.permissions import permissions
from bot.coach.turn import ChangeReminder
from bot.coach.which_reminder import living
from bot.coach.wording_keeping import confirm
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.frame import Intent
from bot.training.run import Run
from bot.training.today import todays_run
from bot.voice import formatting
from bot.voice.phrase import phrase

SNOOZE: Final = timedelta(hours=1)
_WEEK: Final = timedelta(days=7)
_SHORT: Final = "short"
_ASKS: Final = "ask"
_SELECTING: Final = frozenset({"which", "days", "first", "all"})


def answer(draft: Draft, w: Workings, library: Library, value: str) -> None:
    """Do what a button about reminders stands for."""
    choice, _, rest = value.partition(":")
    tap = _TAPS.get(choice)
    if tap is None:
        _expired(draft)
    else:
        tap(draft, w, library, rest)


def _done(draft: Draft, w: Workings, library: Library, rest: str) -> None:
    """Log the run the reminder spoke of, or ask how far it was; nobody without numbers is asked for one."""
    _, on, size = _target(w, rest)
    if not permissions(w.runner).body_numbers:
        draft.kind = "smalltalk"
        draft.say("coach.reminder.done_plain")
        return
    there = next((run for run in w.memory.runs if run.on_date == on), None)
    if there is not None:
        confirm(draft, w)
        draft.say("coach.reminder.done_already", run=phrase(_shown(draft, there), "record:run"))
        return
    run = None if size == _ASKS else todays_run(w.memory.runs, today=on, short=size == _SHORT)
    w.frame = replace(w.frame, intent="log_run", entities={"date": on.isoformat()})
    if run is None:
        draft.kind = "clarify"
        draft.pending = "distance_m"
        draft.say("coach.reminder.done")
        return
    sizes = {"distance_m": run.distance_m, "duration_s": run.duration_s}
    told = {name: size for name, size in sizes.items() if size is not None}
    w.frame = replace(w.frame, entities={**w.frame.entities, **told})
    _say(draft, w, library, logbook.keep_run(w, w.frame.entities))
    draft.say("coach.reminder.done_correct")


def _shown(draft: Draft, run: Run) -> str:
    if run.distance_m is not None:
        return formatting.distance(run.distance_m, draft.units)
    return formatting.minutes(run.duration_s or 0.0)


def _later(draft: Draft, w: Workings, library: Library, _rest: str) -> None:
    """Ring once more in an hour; the rule stays as it is."""
    _say(draft, w, library, changing_reminders.snooze(w, (w.now + SNOOZE).replace(second=0, microsecond=0)))


def _skip(draft: Draft, w: Workings, _library: Library, rest: str) -> None:
    """Leave today alone, later rings of today included, and say when the next one comes."""
    _, on, _ = _target(w, rest)
    confirm(draft, w)
    draft.say("coach.reminder.skipped")
    there = resting.silence_today(w) if on == w.now.date() else living(w)
    nexts = [at for _, at in (reminding.item(w, one) for one in there) if at is not None]
    if nexts:
        draft.say("coach.reminder.next", next=phrase(formatting.moment(min(nexts)), "record:reminder"))


def _which(draft: Draft, w: Workings, library: Library, rest: str) -> None:
    """Carry out the request of the turn before with the reminder that was picked."""
    if w.last is None or w.last.pending != "which":
        _expired(draft)
        return
    request = {name: value for name, value in w.last.entities.items() if name not in _SELECTING}
    request |= {"all": True} if rest == "all" else {"reminder_id": rest}
    w.frame = replace(w.frame, intent=w.last.intent, entities=request)
    carry_out = _REQUESTS.get(w.last.intent)
    if carry_out is None:
        _expired(draft)
    else:
        _say(draft, w, library, carry_out(w, request))


def _keep(draft: Draft, w: Workings, _library: Library, _rest: str) -> None:
    """Go on, and never ask again."""
    confirm(draft, w)
    w.staged.extend(ChangeReminder(reminder=replace(one, unasked=True)) for one in living(w))
    draft.say("coach.reminder.goes_on")


def _move(draft: Draft, w: Workings, library: Library, rest: str) -> None:
    """Ask for the time that suits better."""
    reminder_id, _, _ = _target(w, rest)
    if not any(one.reminder_id == reminder_id for one in living(w)):
        draft.say("coach.reminder.gone_by_now")
        return
    w.frame = replace(w.frame, intent="reminder_change", entities={"reminder_id": reminder_id})
    _say(draft, w, library, Missing(slot="time"))


def _week(draft: Draft, w: Workings, library: Library, _rest: str) -> None:
    """Rest everything for a week."""
    w.frame = replace(w.frame, intent="reminder_pause", entities={})
    _say(draft, w, library, resting.pause_reminders(w, {"until": (w.now.date() + _WEEK).isoformat()}))


def _open(draft: Draft, w: Workings, library: Library, _rest: str) -> None:
    """Rest everything until they say so."""
    w.frame = replace(w.frame, intent="reminder_pause", entities={})
    _say(draft, w, library, resting.pause_reminders(w, {}))


def _back(draft: Draft, w: Workings, library: Library, _rest: str) -> None:
    """Ring again."""
    w.frame = replace(w.frame, intent="reminder_resume", entities={})
    _say(draft, w, library, resting.resume_reminders(w))


def _say(draft: Draft, w: Workings, library: Library, fact: Fact) -> None:
    w.facts.append(fact)
    compose(draft, w, library)


def _expired(draft: Draft) -> None:
    draft.kind = "clarify"
    draft.say("coach.tap_expired")


def _target(w: Workings, rest: str) -> tuple[str, date, str]:
    """Read `ID:DATE:SIZE`; a button that names no date is about today."""
    reminder_id, _, dated = rest.partition(":")
    shown, _, size = dated.partition(":")
    try:
        return reminder_id, date.fromisoformat(shown), size
    except ValueError:
        return reminder_id, w.now.date(), size


Tap = Callable[[Draft, Workings, Library, str], None]
_TAPS: Final[Mapping[str, Tap]] = {
    "done": _done,
    "later": _later,
    "skip": _skip,
    "which": _which,
    "keep": _keep,
    "move": _move,
    "week": _week,
    "open": _open,
    "back": _back,
}
_REQUESTS: Final[Mapping[Intent, Callable[[Workings, Mapping[str, Any]], Fact]]] = {
    "reminder_change": changing_reminders.change_reminder,
    "reminder_delete": reminding.delete_reminders,
    "reminder_pause": resting.pause_reminders,
    "reminder_resume": resting.resume_reminders,
}

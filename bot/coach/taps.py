"""What a tapped button does. An action is `v1:name` or `v1:name:value`; unknown ones are old menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from bot.coach import followups, logbook, receipts, taps_reminders, wording_logs, wording_records
from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.facts import RunKept, TakenBack
from bot.coach.leaving import leave
from bot.coach.nextstep import ask_body
from bot.coach.putting_right import WHICH_RUN
from bot.coach.thread import request_of
from bot.coach.workings import Workings
from bot.knowledge.article import Library


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


def _drop(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    run = next((one for one in w.memory.runs if one.run_id == value), None)
    gone = logbook.take_out(w, run) if run is not None else ()
    w.frame = replace(w.frame, intent="undo", entities=w.frame.entities)
    wording_logs.taken_back(draft, TakenBack(runs=gone, fields=()), w)


def _right(draft: Draft, w: Workings, library: Library, value: str) -> None:
    """Put the run that was picked right, with what the question was asked about."""
    asked = w.thread.asked or w.last
    if asked is None or asked.pending != WHICH_RUN:
        draft.kind = "clarify"
        draft.say("coach.tap_expired")
        return
    w.frame = replace(w.frame, intent="log_run", entities={})
    fact = logbook.change_run(w, value, request_of(asked), asked.said)
    if fact is None:
        draft.say("coach.tap_expired")
    elif isinstance(fact, RunKept):
        wording_logs.runs_kept(draft, [fact], w)
    else:
        wording_records.word(draft, fact, w, library)


def _leave(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    flag, _, answer = value.partition(":")
    leave(draft, w, flag, confirmed=answer == "yes", misread=False)


def _misread(draft: Draft, w: Workings, _library: Library, value: str) -> None:
    flag, _, answer = value.partition(":")
    leave(draft, w, flag, confirmed=answer == "yes", misread=True)


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


_ANSWERS: Final[Mapping[str, Answer]] = {
    "more": lambda draft, w, library, _: followups.more(draft, w, library),
    "why": lambda draft, w, library, _: followups.why(draft, w, library),
    "do": _advice,
    "how": lambda draft, w, _library, _value: receipts.receipt(draft, w),
    "wrong": lambda draft, w, _library, _value: receipts.dispute(draft, w),
    "sources": lambda draft, w, library, _value: receipts.sources(draft, w, library),
    "log": _log,
    "drop": _drop,
    "right": _right,
    "leave": _leave,
    "misread": _misread,
    "remind": _remind,
    "article": followups.one_article,
    "answer": followups.one_answer,
    "numbers": _numbers,
    "goal": _goal,
    "on_top": _on_top,
    "adult": _adult,
    "rem": taps_reminders.answer,
}

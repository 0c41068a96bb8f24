"""What a tapped button does. An action is `v1:name` or `v1:name:value`; unknown ones are old menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.coach import followups, taps_reminders
from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.reply import Reply


def is_typed(action: str) -> bool:
    """Whether the tap only stands for its label, as if it had been typed."""
    return action.startswith("v1:say:")


def typed_tap(text: str, last: Reply | None) -> str | None:
    """Return the action of the last reply's button with this label, typed instead of tapped."""
    label = text.strip("[] .!").lower()
    return next((button.action for button in (last.buttons if last else ()) if button.label.lower() == label), None)


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


def _numbers(draft: Draft, _w: Workings, _library: Library, _value: str) -> None:
    draft.pending = "body"
    draft.say("coach.ask_body")


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
    "how": lambda draft, w, _library, _value: followups.receipt(draft, w),
    "sources": lambda draft, w, _library, _value: followups.sources(draft, w),
    "article": followups.one_article,
    "numbers": _numbers,
    "goal": _goal,
    "on_top": _on_top,
    "adult": _adult,
    "rem": taps_reminders.answer,
}

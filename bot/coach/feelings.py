"""Answer a feeling: one warm clause that fits it, then something small to do, never the same twice in a talk."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.unwell import answer_health
from bot.coach.workings import Workings

_GOOD: Final = frozenset({"happy", "relieved"})


def feeling(draft: Draft, w: Workings) -> None:
    """Answer a feeling that came without a question."""
    draft.kind = "smalltalk"
    if answer_health(draft, w):
        return
    name = f"coach.feeling.{w.frame.feeling}"
    name = name if draft.texts.has(name) else "coach.feeling.down"
    if any(not draft.was_said(wording) for wording in draft.texts.wordings(name)):
        draft.say(name)
    if w.frame.feeling in _GOOD:
        return
    draft.new_paragraph()
    if (
        w.thread.figure_just_shown
        and permissions(w.runner).state is None
        and w.frame.feeling in {"discouraged", "frustrated"}
    ):
        draft.say("follow.slow_sum")
        draft.button("less_food", "v1:less")
        draft.button("why", "v1:why")
        return
    if draft.ever_asked("coach.feeling.next_small"):
        draft.say("talk.what_helps")
        draft.button("ten_minutes", "v1:article:start-running")
        draft.button("remind_me", "v1:remind")
        return
    if not draft.may_remind:
        draft.say("mood.small_next")
        return
    draft.say("coach.feeling.next_small")
    draft.pending = "remind"

"""Answer a mood voiced in passing: one warm clause that fits it, then one small thing; no search, no wall."""

from __future__ import annotations

from typing import Final

from bot.coach import receipts
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.planned import begins
from bot.coach.workings import Workings
from bot.nlu.cues import is_question
from bot.nlu.mood_words import Mood, goes_or_stays, mood_in
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy

_LOOSE: Final = frozenset(
    {"out_of_scope", "knowledge_question", "feeling", "smalltalk", "why", "dispute", "plan", "thanks", "no"}
)
"""What such words are read as."""
_LONGEST: Final = 20
OPEN_TO: Final = frozenset({None, "under_18", "number_free"})
"""Whose mood these words fit; others have words of their own."""
_ABOUT_A_RUN: Final[frozenset[Mood]] = frozenset({"slow", "little", "cause"})
"""Words that lean on what was just told."""
_TODAY: Final[frozenset[Mood]] = frozenset({"bad_day", "no_drive", "no_time"})
_ALONE: Final[frozenset[Mood]] = frozenset({"slow", "little", "compares", "worn", "felt_hard", "hopeful", "cause"})
"""Answered by the clause alone."""


def answer_mood(draft: Draft, w: Workings) -> bool:
    """Meet a mood; return whether there was one."""
    text = w.message.text
    if w.frame.intent not in _LOOSE or len(text.split()) > _LONGEST or permissions(w.runner).state not in OPEN_TO:
        return False
    said = repaired(tidy(text), names=names_in(text))
    mood = mood_in(said)
    if goes_or_stays(said):
        _go_or_stay(draft, mood)
        return True
    if mood == "little" and w.thread.figured is not None and w.thread.figure_just_shown and not _leans_on_running(w):
        receipts.explain(draft, w, w.thread.figured, "size")
        return True
    if mood is None or (mood in _ABOUT_A_RUN and not _leans_on_running(w)):
        return False
    if mood not in _ABOUT_A_RUN and is_question(text.lower()):
        return False
    if not any(not draft.was_said(wording) for wording in draft.texts.wordings(f"mood.{mood}")):
        return False
    draft.kind = "smalltalk"
    draft.say(f"mood.{mood}")
    if mood not in _ALONE:
        _small_thing(draft, w, mood)
    return True


def _go_or_stay(draft: Draft, mood: Mood | None) -> None:
    """Decide what was asked first: a short walk that may turn round, or the sofa without a second thought."""
    draft.kind = "smalltalk"
    if mood == "bad_day" and not any(draft.was_said(one) for one in draft.texts.wordings("mood.bad_day")):
        draft.say("mood.bad_day")
    draft.say("mood.go_or_stay")
    draft.button("ten_minutes", "v1:article:start-running")


def _small_thing(draft: Draft, w: Workings, mood: Mood) -> None:
    """Name one small thing; once in a talk with the offer of a reminder, where one can be set and none is."""
    if mood in _TODAY:
        draft.say("mood.small_today")
    elif draft.may_remind and not w.memory.reminders and not draft.ever_asked("coach.feeling.next_small"):
        draft.new_paragraph()
        draft.say("coach.feeling.next_small")
        draft.pending = "remind"
        return
    else:
        draft.say("mood.small_next")
    if begins(w):
        draft.button("ten_minutes", "v1:article:start-running")


def _leans_on_running(w: Workings) -> bool:
    """Whether the words can only mean what they did or mean to do, not a figure."""
    return w.last is not None and (w.last.intent.startswith("log_") or not w.thread.figure_just_shown)

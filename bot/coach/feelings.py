"""Answer a feeling: one warm clause that fits it, then something small to do, never the same twice in a talk."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.asides import answer_aside
from bot.coach.draft import Draft
from bot.coach.moods import OPEN_TO, answer_mood
from bot.coach.permissions import permissions
from bot.coach.unwell import answer_health
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.cues import in_field_strongly
from bot.nlu.pattern import Pattern
from bot.nlu.read_question import question_type
from bot.nlu.tidy import tidy

_GOOD: Final = frozenset({"happy", "relieved"})
_MET_FIRST: Final = frozenset({"happy", "doubtful", "dismayed", "lapsed"})
"""Moods that want to be met, and not looked up."""
_OF_A_FIGURE: Final = frozenset({"discouraged", "frustrated", "dismayed"})
"""What may be felt at a small figure."""
_TEARS: Final = Pattern(r"\b(?:cry\w*|cried|tears?|teary|welling up|sobb\w+|weep\w*)\b", re.IGNORECASE)
_AFTER_A_GAP: Final = "back-after-a-break"
_FEW_WORDS: Final = 3


def meet_feeling(draft: Draft, w: Workings, library: Library) -> bool:
    """Meet a joy, a doubt, a shock or an apology before anything is looked up; return whether it was one."""
    if w.frame.intent != "feeling" or permissions(w.runner).state not in OPEN_TO:
        return False
    if w.last is not None and w.last.intent == "log_run" and _TEARS.search(w.message.text):
        draft.kind = "smalltalk"
        draft.say("coach.feeling.moved")
        return True
    if w.frame.feeling not in _MET_FIRST:
        return False
    if question_type(tidy(w.message.text)) is not None or _asks_of_it(w):
        return False
    if answer_mood(draft, w) or (w.frame.feeling == "lapsed" and answer_aside(draft, w)):
        return True
    feeling(draft, w)
    if w.frame.feeling == "lapsed" and (back := library.articles.get(_AFTER_A_GAP)) is not None:
        draft.choice(back.title, f"v1:article:{back.slug}")
    return True


def _asks_of_it(w: Workings) -> bool:
    """Whether a few words ask about what was just told, and say how nobody feels: "so useless?"."""
    text = w.message.text.strip()
    return w.thread.topic == "article" and text.endswith("?") and len(text.split()) <= _FEW_WORDS


def feeling(draft: Draft, w: Workings) -> None:
    """Answer a feeling that came without a question."""
    draft.kind = "smalltalk"
    if answer_health(draft, w):
        return
    name = _clause(draft, w)
    if any(not draft.was_said(wording) for wording in draft.texts.wordings(name)):
        draft.say(name)
    if w.frame.feeling in _GOOD:
        return
    draft.new_paragraph()
    if w.thread.figure_just_shown and permissions(w.runner).state is None and w.frame.feeling in _OF_A_FIGURE:
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


def _clause(draft: Draft, w: Workings) -> str:
    """Return the name of the clause that fits; a joy is shared as one of running only where it is."""
    if w.frame.feeling == "happy" and in_field_strongly(tidy(w.message.text)):
        return "coach.feeling.joy"
    name = f"coach.feeling.{w.frame.feeling}"
    return name if draft.texts.has(name) else "coach.feeling.heard"

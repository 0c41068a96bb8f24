"""Breathless on the stairs: what is common, what is a sign, and how to begin."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern

_PUFFED: Final = Pattern(
    r"\b(?:puffed|out of (?:breath|puff)|breathless|winded|short of breath|panting|huffing|gasping)\b", re.IGNORECASE
)
_LITTLE: Final = Pattern(
    r"\b(?:stairs?|steps|climb\w*|flights?|walk\w*|hoover\w*|shopping|bus|the road|playing with)\b", re.IGNORECASE
)
_RUNNING: Final = Pattern(r"\b(?:when|while|after|during) (?:i )?(?:run|running|jog\w*|intervals?)\b", re.IGNORECASE)
_SCARED: Final = Pattern(r"\b(?:scar\w+|worr\w+|afraid|frighten\w*|panick?\w*)\b", re.IGNORECASE)
_STARTS: Final = Pattern(r"\b(?:run|jog|start|begin|unfit|exercise|train)\w*\b", re.IGNORECASE)
_CHECK_UP: Final = "check-up-before-running"


def answer_breathless(draft: Draft, w: Workings, library: Library) -> bool:
    """Say what is common and what wants a doctor, with its source; return whether it was about that."""
    text = w.message.text
    if not _PUFFED.search(text) or not _LITTLE.search(text) or _RUNNING.search(text):
        return False
    if w.frame.intent.startswith(("reminder_", "log_")) or _CHECK_UP not in library.articles:
        return False
    if _SCARED.search(text):
        draft.say("alarm.puffed_scared")
    draft.say("alarm.puffed")
    if _STARTS.search(text):
        draft.say("alarm.puffed_start")
    passage = library.articles[_CHECK_UP].part("verdict")[0]
    sentence = passage.sentences[0]
    if not draft.was_said(sentence.text):
        draft.add(draft.quote(passage, sentence, library))
    return True

"""Answer who wants our confidence as a number: the grade of the answer, and that nobody has put a percentage on it."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.subject_named import article_meant
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern

_LONGEST: Final = 18
_IN_NUMBERS: Final = Pattern(
    r"\bhow (?:sure|certain|confident|likely)\b.{0,40}(?:\b(?:percent\w*|number|scale|out of (?:10|ten|100))\b|%)"
    r"|\b(?:number|percent\w*|figure|probability|scale)\b.{0,24}\b(?:your|ur) (?:confidence|certainty|sureness)\b"
    r"|\b(?:your|ur) (?:probability|credence|confidence|certainty)\b.{0,24}(?:\b(?:percent\w*|number|scale|out of)\b|%)"
    r"|\bscale\b.{0,24}\bhow (?:sure|certain|confident)\b"
    r"|\bwhat (?:probability|odds|credence) (?:do|would) (?:you|u) (?:give|put|assign)\b",
    re.IGNORECASE,
)


def answer_in_percent(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a wish for our confidence in percent, of the talk's article; return whether it was one."""
    text = w.message.text
    article = article_meant(w, library)
    if w.frame.flags or w.thread.topic != "article" or article is None or len(text.split()) > _LONGEST:
        return False
    if not _IN_NUMBERS.search(text):
        return False
    draft.say(f"follow.strength.{article.strength}")
    draft.say("probe.no_percent")
    draft.button("sources", "v1:sources")
    return True

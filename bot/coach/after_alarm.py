"""What an emergency leaves open in the turns after it: may I walk now, my father's heart, how many calories."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.thread import SUMS
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern

_FAMILY: Final = Pattern(
    r"\b(?:dad|father|mum|mom|mother|brother|sister|parents?|uncle|aunt|gran\w*|family|runs in)\b", re.IGNORECASE
)
_HEART: Final = Pattern(r"\b(?:heart|stroke|cardiac|died|bypass|stents?)\b", re.IGNORECASE)
_PASSED: Final = Pattern(r"\b(?:gone|passed|better|stopped|fine now|ok now|okay now|went away|eased)\b", re.IGNORECASE)
_MAY_I: Final = Pattern(
    r"\b(?:can|could|should|may|shall|ok to|okay to|safe to|allowed to)\b.{0,20}\b(?:walk|run|jog|move|go out|exercise"
    r"|train|start)|\bwhat (?:can|may|should|do) i do (?:till|until|before|in the meantime|meanwhile|now)",
    re.IGNORECASE,
)
_RANG: Final = Pattern(
    r"\b(?:rang|called|phoned|booked|made|got|have|seeing)\b.{0,24}\b(?:doctor|dr|gp|them|appointment|clinic|surgery"
    r"|him|her|in|up)\b"
    r"|\bappointment\b|\bi(?:'?ve| have)? (?:just )?(?:rang|called|phoned)\b",
    re.IGNORECASE,
)
_SCARED: Final = Pattern(
    r"\b(?:scared|afraid|frightened|worried|anxious|panick?\w*|drama|overreact\w*|sorry|silly)\b", re.IGNORECASE
)

_FINE: Final = Pattern(
    r"\b(?:i'?m|i am|im|feel(?:ing)?|its|it'?s) (?:\w+ ){0,2}(?:fine|ok(?:ay)?|all ?right|alright|good|well)\b"
    r"|\bnothing (?:serious|wrong|bad)\b",
    re.IGNORECASE,
)

_WHO: Final = Pattern(r"\bwho(?:m)?\b.{0,24}\b(?:help\w*|tell|talk|call|ask|see|go)\b|\bwhere (?:do|can) i\b", re.I)
_A_WALK: Final = Pattern(r"\b(?:walk|walking|run|running|jog|go out|outside|fresh air|exercise)\b", re.IGNORECASE)
_WHAT_IS_IT: Final = Pattern(
    r"\b(?:is|are|could|can|was) (?:that|this|it|these)\b|\bbaby blues\b|\bdepress\w*\b|\bnormal\b", re.IGNORECASE
)


def words_while_low(w: Workings) -> str | None:
    """Return the name of the fixed words for what is asked after a wish not to live; None for the usual ones."""
    text = w.message.text
    if _WHO.search(text):
        return "alarm.low_who"
    if _A_WALK.search(text):
        return "alarm.low_walk"
    return "alarm.low_what" if _WHAT_IS_IT.search(text) else None


def words_next(w: Workings) -> str | None:
    """Return the name of the fixed words that answer what is said after an emergency; None for the usual ones."""
    text = w.message.text
    if w.frame.intent in SUMS:
        return "alarm.figure"
    if _FAMILY.search(text) and _HEART.search(text):
        return "alarm.family"
    if _RANG.search(text) and not text.rstrip().endswith("?"):
        return "alarm.rang"
    if _MAY_I.search(text):
        return "alarm.may_i"
    if _SCARED.search(text):
        return "alarm.scared"
    if _PASSED.search(text):
        return "alarm.passed"
    return "alarm.fine" if _FINE.search(text) else None

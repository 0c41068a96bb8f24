"""Read what is asked of a projection's course and make-up: "is the loss linear?", "5 kg on the scale, 3 kg fat?"."""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.follow_up import follow_up
from bot.nlu.frame import Context, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_COURSE: Final = Pattern(
    r"\b(?:linear(?:ly)?\b(?! (?:fit|regression|model|trend|progression|periodi\w+|program\w*|interpol\w+))"
    r"|(?:in|along) a straight line\b|a straight line(?: down)?\W*$)"
    r"|\b(?:is|does|will|would) (?:the |this |that |my |it )?(?:weight |fat )?(?:loss|it) (?:be |stay |go |come off )?"
    r"(?:at )?(?:the same|constant|steady|even)(?: (?:rate|speed|amount|pace))?"
    r" (?:all|every|each|the whole|throughout|over|for)\b"
)
_ASKED: Final = Pattern(r"\b(?:is|are|does|do|will|would|so|and|its|it|loss|lose|why|how|not|isnt)\b")
_NOT_OF_LOSS: Final = Pattern(
    r"\b(?:pace|heart|hr|mileage|distance|training|plan|increase|vo2\w*|riegel|speed|regression)\b"
)
_SHARE: Final = Pattern(
    r"\d ?(?:kgs?|kilos?|lbs?|pounds?)?(?: (?:on|from|by|off))?(?: the)? scales?\b[^?]{0,24}\d[^?]{0,12}\bfat\b"
    r"|\d ?(?:kgs?|kilos?|lbs?|pounds?)?(?: of)? fat\b[^?]{0,24}\d[^?]{0,12}\bscales?\b"
    r"|\b\d{1,2} ?(?:%|percent)(?: of)?(?: (?:the|that|this|my|your|what i))? ?(?:weight )?(?:loss|lose"
    r"|lost)\b[^?]{0,12}"
    r"\b(?:lean|muscle|water|not fat)\b"
    r"|\b(?:what|which|how much) water\b[^?]{0,16}\b(?:lost|lose|loss|gone|goes)\b"
    r"|\bnon[- ]?fat\b[^?]{0,24}\b(?:water|lean|muscle|part|loss)\b"
    r"|\b(?:scales?|weight)\b[^?.]{0,24}\b(?:more|bigger|higher|larger|faster) than (?:the )?(?:body )?fat\b"
)
_OF_A_READING: Final = Pattern(
    r"\b(?:my|the) (?:smart )?(?:scale|watch|inbody|withings) (?:says?|said|shows?|claims?|gives?|reads?)\b"
)
_AHEAD: Final = Pattern(r"\b(?:weeks?|months?|years?)\b")


def asks_course(text: str) -> bool:
    """Whether a text asks if a loss goes on in a straight line."""
    return _COURSE.search(text.lower()) is not None


def read_course(said: Utterance, context: Context) -> list[Frame]:
    """Return the question of how a projected loss goes on, or of what it is made; for both, the sum asked beside it."""
    text = said.digits
    if _SHARE.search(text) and not _OF_A_READING.search(text):
        return [Frame(intent="source", about="lean_share")]
    if not _COURSE.search(text) or not _ASKED.search(text) or _NOT_OF_LOSS.search(text):
        return []
    asked = Frame(intent="source", about="course")
    rest = " ".join(part for part in re.split(r"[.;!?]+", text) if part.strip() and not _COURSE.search(part)).strip()
    if not rest or not _AHEAD.search(rest):
        return [asked]
    varied = follow_up(said.saying(rest), context)
    return [varied] if varied is not None and varied.intent == "projection_question" else [asked]

"""Read a question of what the log keeps of a run: its intervals and rests, splits, warm-up, pauses."""

from __future__ import annotations

from typing import Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.weekdays import DAY_NAME

_PART: Final = (
    r"(?:intervals?|reps?|repeats|repetitions|rests?|rest (?:periods?|times?|breaks?)|recover(?:y|ies)(?: jogs?)?"
    r"|breaks"
    r"|walk breaks?|pauses?|stops|splits?|laps?|lap times|warm ?-?ups?|cool ?-?downs?|strides)"
)
_KEPT: Final = (
    r"(?:stor(?:e|ed|ing)|sav(?:e|ed|ing)|keep|kept|log|logged|record|recorded|count|counted|counts|includ(?:e|ed|es|ing)"
    r"|track|treat|handle|enter|in (?:my|the|your) log|in there|part of (?:it|that|the (?:distance|time|total|pace"
    r"|\d)))"
)
_ASKS: Final = Pattern(
    rf"\b{_PART}\b[^.?!]{{0,40}}\b{_KEPT}\b|\b{_KEPT}\b[^.?!]{{0,40}}\b{_PART}\b"
    rf"|\b(?:total|\d+ ?(?:kms?|k|miles?|mi)|distance|pace|time)\b[^.?!]{{0,24}}\b(?:with|without|or|plus|minus)\b"
    rf"[^.?!]{{0,10}}\b{_PART}\b"
    r"|\b(?:moving|elapsed) time\b[^.?!]{0,16}\b(?:or|do you|is (?:it|that)|you)\b|\bdo you (?:use|take|want"
    r"|keep) (?:moving"
    r"|elapsed)\b"
)
_OF_THE_LOG: Final = Pattern(
    r"\b(?:you|your|log|logs|logged|logging|stored?|saved?|kept|recorded|it|that|(?:the|my) (?:\w+ )?(?:pace|total"
    r"|distance|time|mileage|log)|the \d+ ?(?:kms?|k|miles?)|do (?:the |my )?\w+ count|does (?:the "
    r"|a"
    r" |my )?[\w -]+ count|are (?:the |my )?[\w -]+ (?:counted|included))\b"
)
_ADVICE: Final = Pattern(
    r"\b(?:should|shall|need|necessary|important|better|best|good|bad|why|how (?:long|many|much|often|fast|hard)"
    r"|burn\w*"
    r"|fat|lose|weeks?|per week|prevent|injur\w*|help\w*|hurt\w*|remind\w*|plan|strength|ok to|okay to|can i (?:skip"
    r"|do)"
    r"|count as (?:exercise|running|cardio|training|a workout))\b"
)
"""Asked of running, not of the log."""
_LONGEST: Final = 24
_ONE_RUN: Final = (
    rf"(?:(?:the |my |that )?(?:{DAY_NAME}|yesterday|last)(?:'?s)?(?: (?:one|1|run))?|(?:the|that|this|my last|each"
    rf"|every)"
    r" (?:one|1|run)|(?:the|that|my) \d[\d.]* ?(?:kms?|k|miles?|mi)(?: (?:one|1|run))?)"
)
_MIXES: Final = Pattern(
    r"\b(?:back to|show them|list them|each|again|just) (?:how|as|the way|like|in the units?) i (?:told|logged|entered"
    r"|gave|typed)\b|"
    r"\bi (?:\w+ ){0,2}(?:mix|mixed|use both|log in both|switch between|go between)\b[^.?!]{0,16}\b(?:units?|km"
    r"|miles)\b"
    rf"|\b(?:keep|leave) {_ONE_RUN} in (?:kms?|k|kilomet\w+|miles?)\b"
    rf"|\b(?:keep|leave|store|save|have|show) (?:{_ONE_RUN}|them|it|(?:all )?(?:my |the )?runs) (?:as (?:i (?:told|gave"
    rf"|entered"
    r"|logged|typed|wrote|said)|told|entered|logged|is\b|it is|they are)|in (?:its|their|the) own units?"
    r"|in the units? i)"
    r"|\b(?:dont|do not|stop|no need to|without|please never|quit) (?:convert(?:ing)?|translat(?:e|ing)|switch(?:ing)?"
    r"|chang(?:e|ing)) (?:my |the |them |it |all )?(?:units?|runs?|distances?|kms?|miles)\b"
)
"""The wish to have single runs in the units they are told in: "keep wed in km, i mix units on purpose"."""


def mixes_units(text: str) -> bool:
    """Whether a tidy text wishes every run in the units it is told in, and so no one system for all."""
    return _MIXES.search(text) is not None


def read_storage(text: str) -> Frame | None:
    """Return the question what the log keeps of a run, or the wish to mix units there; None for anything else."""
    if mixes_units(text):
        return Frame(intent="log_query", entities={"measure": "own_units"})
    if len(text.split()) > _LONGEST or not is_question(text) or _ADVICE.search(text):
        return None
    if not (_ASKS.search(text) and _OF_THE_LOG.search(text)):
        return None
    return Frame(intent="log_query", entities={"measure": "storage"})

"""Read a question of what the log keeps of a run: its intervals and rests, splits, warm-up, pauses."""

from __future__ import annotations

from typing import Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern

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


def read_storage(text: str) -> Frame | None:
    """Return the question what the log keeps of a run; None if a tidy text asks something else."""
    if len(text.split()) > _LONGEST or not is_question(text) or _ADVICE.search(text):
        return None
    if not (_ASKS.search(text) and _OF_THE_LOG.search(text)):
        return None
    return Frame(intent="log_query", entities={"measure": "storage"})

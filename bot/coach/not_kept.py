"""Say plainly what is not stored, and what is: heart rate, steps, sleep, food."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern

_HEART: Final = r"(?:heart ?-?rates?|hr|bpm|pulse)"
_OTHER: Final = (
    r"(?:cadence|steps|step count|sleep|calories (?:i )?(?:eat|eaten|ate)|food|meals|macros|water|vo2 ?(?:max)?|mood"
    r"|blood pressure|periods?|splits|routes?|shoes|photos?)"
)
_KEEP: Final = r"(?:store|save|keep|log|track|record|note|remember|add)"
_ASKS: Final = Pattern(
    rf"\b(?:can|could|do|does|will|would|did) (?:you|u|i|it)\b[^.?!]{{0,12}}\b{_KEEP}\b[^.?!]{{0,20}}"
    rf"\b(?P<what>{_HEART}|{_OTHER})\b"
    rf"|\b(?P<first>{_HEART}|{_OTHER})\b[^.?!]{{0,30}}\b(?:can|could|do|will|would|did) (?:you|u|i)\b[^.?!]{{0,10}}"
    rf"\b{_KEEP}\b"
    r"|\b(?:what about|where is|wheres|and) (?:my |the )?(?P<gone>hr|heart ?rate|bpm)\b"
    rf"|\b(?:dropped|lost|forgot|ignored|missed) (?:my |the )?(?P<lost>{_HEART})\b",
    re.IGNORECASE,
)
_ADVICE: Final = Pattern(r"\b(?:should|why|how (?:much|many|long|often)|zone|normal|better|lose|burn)\b", re.IGNORECASE)
_TOLD_HEART: Final = Pattern(rf"\b{_HEART}\b[^.?!]{{0,8}}\d|\d{{2,3}} ?bpm\b", re.IGNORECASE)
_LONGEST: Final = 20


def answer_not_kept(draft: Draft, w: Workings) -> bool:
    """Answer whether something is stored that is not; return whether it was asked."""
    text = w.message.text
    match = _ASKS.search(text)
    if w.frame.entities.get("measure") == "storage":
        return False
    if match is None or _ADVICE.search(text) or len(text.split()) > _LONGEST or w.frame.intent == "log_run":
        return False
    heart = re.search(_HEART, match.group(), re.IGNORECASE) is not None
    draft.say("own.heart_rate_not_kept" if heart else "own.not_kept")
    return True


def tells_heart_rate(text: str) -> bool:
    """Whether a message tells a heart rate, which goes with no run."""
    return _TOLD_HEART.search(text) is not None

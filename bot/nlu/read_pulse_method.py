"""Read what is asked of the formulas that guess the highest pulse from age: what they give, how far they miss."""

from __future__ import annotations

from bot.nlu.frame import About
from bot.nlu.pattern import Pattern

_PULSE = r"(?:max(?:imum|imal)?|top|highest|peak) (?:heart ?rate|hr|pulse)"
_AT_AGE = r"(?:at|for|of|if im|aged?) (?:age )?\d\d\b"
_ASKS = Pattern(
    rf"\b(?:whats|what is|what would|what) (?:my |the |your )?{_PULSE} {_AT_AGE}|^(?:my )?{_PULSE} {_AT_AGE}\W*$"
    rf"|\b(?:formula|equation|compute|calculate|work out|which one)\b.{{0,24}}\b{_PULSE}\b"
    rf"|\b(?:{_PULSE}|hr ?max)\b.{{0,16}}\b(?:formula|equation|compute|calculate)\b"
    r"|\b(?:tanaka|gellish|karvonen|fox formula|220 ?(?:-|minus) ?(?:my )?age)\b"
    r"|\b(?:211|208|220|207) ?(?:-|minus|–) ?(?:0?\.\d+|\d\d)\b"
)
_NAMES = Pattern(
    rf"\bnes\b|\b{_PULSE}\b.{{0,24}}\b(?:formula|equation)\b|\b(?:tanaka|gellish|fox formula|220 ?(?:-|minus))"
)
_MISS = Pattern(
    r"\b(?:sds?|standard (?:errors?|deviations?)|see|sem|confidence|ci|limits?|how far|how accurate|errors?|1\.96)\b"
    r"|\b9[05] ?(?:%|percent)|\+ ?/? ?-|±"
)


def read_pulse_method(text: str) -> About | None:
    """Return what a tidy text asks of such formulas, the kind of their miss before what they give; None if nothing."""
    if _NAMES.search(text) and _MISS.search(text):
        return "limits"
    return "top_pulse" if _ASKS.search(text) else None

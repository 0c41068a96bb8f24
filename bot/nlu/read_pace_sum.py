"""Read where a pace comes from: the mean of the log as a number, or the division behind the pace of one run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from bot.nlu.frame import Context, Frame
from bot.nlu.log_asked import day_asked, log_query, stretch_asked
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_TOTAL = Pattern(r"\b(?:totals?|mileage|how far|how many (?:kms?|k|miles|kilomet(?:re|er)s)|distance)\b")
_PACE = Pattern(r"\b(?:paces?|how fast|speed)\b")
_WEIGHTED = Pattern(
    r"\b(?:weighted|mean of (?:the )?paces|average of (?:the )?(?:paces|averages)|arithmetic mean|harmonic)\b"
    r"|\bhow (?:do|did) (?:you|u) (?:work out|calculate|get|compute|average) (?:the |my |that )?(?:average|avg"
    r"|mean)? ?pace\b"
)
_BY_DISTANCE = Pattern(
    r"\b(?:distance|length)[ -]weighted\b|\b(?:by|with|for|over|per) (?:the |its |each |run )?(?:distance|length"
    r"|mileage)\b"
)
_THE_NUMBER = Pattern(
    r"(?:(?:no|ok|but|and|so|yes|well|hey|please|just|sorry|i (?:just |only )?(?:want|need|asked for|meant|wanted)"
    r"|give me"
    r"|tell me|show me|gimme|whats|what is|where is|wheres|id like)[ ,]*)+(?:just |only )?(?:the |a |my |that |an )"
    r"?(?:actual |real |exact |single |one )?(?:number|figure|result|value|answer)(?: itself)?(?: please| pls| then"
    r"| not"
    r" (?:the|a) (?:definition|method|explanation))*\W*"
)
"""What was asked of the log is wanted as a number: "i want the number"."""
_WHENCE = Pattern(
    r"\b(?:how|where)\b[^?]{0,40}\b(?:comput\w+|calculat\w+|work(?:ed|ing)? (?:it |that )?out|get|got|deriv\w+|come"
    r"|came|comes|arrive\w*|figured?)\b|\bhow (?:is|was|are) (?!my\b)[^?]{0,24}\d:\d\d(?: ?/ ?(?:km|mi\w*))?\W*$"
    r"|^(?:and |so |but |hm+ |wait )*(?:why|how come) (?=\d{1,2}:\d\d)|^(?:and |so |but |hm+ |wait )*(?:why"
    r"|how come) (?:is|was|does|do|did|are|it|you)\b|\bdid you round\b|\b(?:maths?"
    r"|arithmetic|working|calculation|division|sums?) (?:behind|for|of|on)\b"
    r"|\bhow (?:do|did) you (?:round|divide)\b|\b(?:shouldnt|should) (?:it|that) (?:not )?be\b"
)
"""Asked of a pace, where it comes from."""
_PACE_SHOWN = Pattern(
    r"(?<![\d:])(?P<m>[2-9]|1\d):(?P<s>[0-5]\d)(?![\d:])(?: ?(?:/|per|a|min/|mins?/) ?(?P<unit>kms?|k|mi\w*))?"
)
_NO_SUM = Pattern(
    r"\b(?:how|when|where) (?:do|can|could|would|should|will|did|long|far|much|many|often) (?:i|we|people|one|others|do"
    r"|will|would)\b"
    r"|\b(?:others|people|women|men|everyone|my (?:friend|wife|husband|mate|sister|brother|watch|strava|garmin))\b"
    r"|\b(?:so (?!did|does|is|was)\w+|too|hard|easy|slow\w*|fast\w*|quick\w*|tired|heavy|heart|hr|better|worse|improve"
    r"|predict\w*|should i|can i|could i|goal|target|burn\w*|kcal|calories|feel\w*|felt|race|trend)\b"
)
"""What is asked why of a pace, and not how it was divided."""
_POINTS_AT_RUN = Pattern(r"\b(?:that|this|the|its) paces?\b|\b(?:that|this|the last|my last) (?:run|one|1)\b")
_ASKED_OVER: Final = frozenset(
    {"since", "until", "than_since", "than_until", "without_m", "pace_s_per_km", "distance_m", "units_pref"}
)
_SUMMED: Final = frozenset({"distance", "pace", "summary", "kcal", "count", "fastest", "longest"})


def read_pace_sum(said: Utterance, context: Context) -> list[Frame]:
    """Return the questions a message asks of how a pace comes about; empty if it asks none."""
    text, last = said.digits, context.last_entities
    if (explained := _pace_explained(said)) is not None:
        return [explained]
    if _WEIGHTED.search(text) and (_PACE.search(text) or last.get("measure") in _SUMMED):
        over = stretch_asked(text, said.now.date()) or {name: last[name] for name in ("since", "until") if name in last}
        both = [log_query("distance", over)] if _TOTAL.search(_BY_DISTANCE.sub(" ", text)) else []
        return [*both, log_query("pace_method", over)]
    if context.last_intent == "log_query" and "measure" in last and _THE_NUMBER.fullmatch(text):
        over = {name: value for name, value in last.items() if name in _ASKED_OVER}
        return [replace(log_query(str(last["measure"]), over), follow_up=True)]
    return []


def _pace_explained(said: Utterance) -> Frame | None:
    """Read where the pace of a run comes from: "why is thursday 5:13, 3 miles in 25:10?"."""
    text = said.digits
    shown = _PACE_SHOWN.search(text)
    if not _WHENCE.search(text) or _NO_SUM.search(text) or not (shown or _PACE.search(text)):
        return None
    day = day_asked(text, said.now.date())
    sizes: dict[str, Any] = {"since": day, "until": day} if day else {}
    if (far := said.first("distance")) is not None:
        sizes["distance_m"] = far.value
    if shown is None:
        points = _POINTS_AT_RUN.search(text) is not None
        return log_query("pace_of", sizes) if points or day else None
    if not (shown["unit"] or day or _PACE.search(text)):
        return None
    seconds = int(shown["m"]) * 60.0 + int(shown["s"])
    miles = (shown["unit"] or "").startswith("mi")
    pace = seconds * METRES_PER_KM / METRES_PER_MILE if miles else seconds
    return log_query("pace_of", sizes | {"pace_s_per_km": pace})

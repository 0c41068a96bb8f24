"""Read the wish to turn one race time into another: from which distance and time, to which distances."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import HALF_MARATHON_M, MARATHON_M, METRES_PER_KM, METRES_PER_MILE

_RACE = Pattern(
    r"\b(?:what|how fast|how quick(?:ly)?|how long)\b[^.?!]{0,16}\b(?:would|could|should|will|can|might|does)\b"
    r"[^.?!]{0,32}"
    r"\b(?:5 ?km?|10 ?km?|half(?: marathon)?|marathon|21 ?km?|42 ?km?|mile)\b"
    r"|\bwhat (?:5 ?km?|10 ?km?|half(?: marathon)?|marathon|mile)(?: time)? (?:could|can|would|might|should) i\b"
    r"|\b(?:predict(?!ors?\b)\w*|equivalent|riegel|race predictor|vdot|extrapolate)\b"
    r"|\bwhat (?:could|can|would|might) i (?:run|do) (?:for )?(?:an? |the |my )?(?:5 ?km?|10 ?km?|half(?: marathon)?"
    r"|marathon) (?:in|off|from|with|based)\b"
    r"|\b(?:project|convert|estimate|work out) my (?:5 ?km?|10 ?km?|half(?: marathon)?|marathon|mile)\b"
)
_FILL = (
    r"(?:\b(?:so|ok|okay|and|now|then|thanks|but|hm+|well|please|what|whats|is|are|about|how|my|an?|the|for|time|equals?"
    r"|race|in|of|at|to|would|will|does|do|that|this|it|be|gives?|me|means?|makes?|i|run|ran|can|could|if"
    r"|predicts?|around|equivalent|pb|best|current|recent|todays?|yesterdays?|fresh|all out)\b[ ,:]*)*"
)
_A_DISTANCE = (
    r"(?:\d{1,2}(?:\.\d{1,2})? ?(?:kms?|k|miles?|mi)|(?:full )?marathon|half(?:[- ]?marathon)?|hm|mile|parkrun)"
)
_A_TIME = r"(?:\d{1,2}:\d\d(?::\d\d)?|\d{1,3} ?(?:min\w*|m)\b|(?:\d ?h(?:ours?)? ?\d{0,2} ?(?:min\w*|m)?))"
_RACED_IN = rf"(?:{_A_DISTANCE}[ ,:]*{_FILL}{_A_TIME}|{_A_TIME}[ ,:]*{_FILL}{_A_DISTANCE})"
_BECOMES = r"(?:-+>|=+>?|→)"
_FROM = r"(?:from|off|given|if|with|using|based on|out of)\b"
_SHORTHAND = Pattern(
    rf"{_FILL}{_RACED_IN}[ ,.;:?]*{_FILL}{_A_DISTANCE} ?{_FILL}\W*\?\W*"
    rf"|{_FILL}{_RACED_IN} ?{_BECOMES}[ ,]*{_FILL}{_A_DISTANCE} ?{_FILL}\W*"
    rf"|{_FILL}{_A_DISTANCE} ?{_FILL}{_FROM} ?{_FILL}{_RACED_IN} ?{_FILL}\W*"
)
"""A race told and another asked in the fewest words: "10k 41:30 -> half?", "marathon from 5k 21:10"."""
_ABOUT_THE_FORMULA = Pattern(
    r"\b(?:error|errors|rmse|wrong|accura\w+|how good|reliab\w+|valid\w*|paper|stud(?:y|ies)|sample|source|sources"
    r"|exponent|bias\w*"
    r"|cite[ds]?|interval|vickers|vertosick|fitted|tested|trust|works?|overpredict\w*|overestimat\w*|underpredict\w*|why"
    r"|model|range|calibrat\w+|assum\w+)\b"
)
"""What is asked of the formula and not of a race, unless a time is told along with it."""
_TIME_ASKED = Pattern(
    r"\bbased on\b|"
    r"\b(?:off|from) (?:that|this|it|yesterday|(?:my |the )?\w+day"
    r"|(?:my|the) \d[\d.]* ?(?:kms?|k|miles?|mi)\b)|\briegel\b|\bpredict|\btime\b|\bin\W*$|\d:\d\d"
)
_RACED = Pattern(r"\b(?:based|off|riegel|predict\w*|pb|pr|best|time|was|is|in|from)\b")
_RACE_WORD = Pattern(r"\b(?:5 ?km?|10 ?km?|half(?: marathon)?|marathon|mile|parkrun|race)\b")
_DISTANCE = Pattern(
    r"\b(?P<n>\d{1,2}(?:\.\d{1,2})?) ?(?P<u>kms?|k|miles?|mi|m)\b|\b(?P<half>half(?:[- ]?marathon)?|hm)\b"
    r"|\b(?P<full>(?:full )?marathon)\b|\b(?P<mile>mile)\b|\b(?P<parkrun>parkrun)\b"
)
_SOURCE_WORDS = (
    r"(?:a|an|the|my|that|this|same|very|exact|of|latest|last|recent|current|pb|best|time|is|for|on|in|race|run|s"
    r"|\d{1,2}:\d\d(?::\d\d)?"
    r"|\d{1,3} ?min\w*|yesterdays?|todays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_FROM_HERE = Pattern(
    rf"\b(?:from|off|given|based on|using|with|out of|if i (?:ran|run|can run)|i ran)(?: {_SOURCE_WORDS}){{0,5}}$"
    r"|\b(?:yesterdays?|todays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$"
)
_AND_ANOTHER = Pattern(
    r"(?:(?:and|what about|how about|what would|what is|whats|how fast|would|be|is|ok|so|for|then|now|or|a|an|the|my"
    r"|full|in|time)[ ,]*)*"
    r"(?:\d{1,2}(?:\.\d)? ?(?:kms?|k|miles?|mi)|half(?:[- ]?marathon)?|hm|marathon|mile|parkrun)(?: time)?"
    r"(?:,? (?:from|off|with|by|using|out of|based on|on|for|given|if) (?:the|that|this|it|my)(?: very"
    r"| exact)?(?: same)?"
    r"(?: (?:\d{1,2}(?:\.\d)? ?(?:kms?|k|miles?|mi)|half(?:[- ]?marathon)?|marathon|mile|parkrun))?"
    r"(?: (?:run|race|time|result|one|1|effort|form|performance))?)?(?: (?:then|too|as well|please|pls|be|now))*\W*"
)
_TIMED_BEFORE = Pattern(r"(?:\d:\d\d|\d ?min(?:ute)?s?)(?: (?:for|on|over|in))?(?: (?:a|an|the|my))?$")
_TIMED_AFTER = Pattern(r"^(?: (?:pb|best|time|race|run|is|was|of|in|at|took|me|a))*,? ?\d{1,3}(?::\d\d| ?min)")
_FASTEST_S_PER_M = 0.14
"""A colon time shorter than this for its distance is hours and minutes: a half in 1:45."""
_PARKRUN_M = 5000.0


def read_race(said: Utterance, context: Context) -> Frame | None:
    """Read a question for the time of another distance; after one, "and a marathon?" goes on from the same race."""
    text = said.digits
    if _ABOUT_THE_FORMULA.search(text) and not said.has("duration", "clock"):
        return None
    named = _RACE.search(text) and _RACE_WORD.search(text) and _RACED.search(text) and _has_time(said)
    if named or _SHORTHAND.fullmatch(text):
        return Frame(intent="log_query", entities={"measure": "race_time", **_asked(said)})
    before = context.last_entities
    if before.get("measure") != "race_time" or not _AND_ANOTHER.fullmatch(text):
        return None
    kept = {name: before[name] for name in ("distance_m", "duration_s", "since") if name in before}
    asked = _asked(said)
    return Frame(intent="log_query", entities={"measure": "race_time", **asked, **kept}, follow_up=True)


def _asked(said: Utterance) -> dict[str, Any]:
    """Return the race asked from, `distance_m`, `duration_s` or its day `since`, and the distances to, `targets_m`."""
    text = said.digits
    found: dict[str, Any] = {}
    targets: list[float] = []
    for match in _DISTANCE.finditer(text):
        metres = _metres(match)
        before, after = text[: match.start()].rstrip(), text[match.end() :]
        is_source = _TIMED_BEFORE.search(before) or _TIMED_AFTER.search(after) or _FROM_HERE.search(before)
        if is_source and "distance_m" not in found:
            found["distance_m"] = metres
        elif metres not in targets:
            targets.append(metres)
    if item := said.first("duration", "clock"):
        meant_hours = item.hours_reading and item.value < found.get("distance_m", 0.0) * _FASTEST_S_PER_M
        found["duration_s"] = item.hours_reading if meant_hours else item.value
    today = said.now.date()
    day = next((one.on for one in days(text, today=today, towards="past") if one.on <= today), None)
    if day is not None and "duration_s" not in found:
        found["since"] = day.isoformat()
    if "distance_m" not in found:
        found.pop("duration_s", None)  # a time of no known distance
    return {**found, "targets_m": targets} if targets else found


def _metres(match: re.Match[str]) -> float:
    if match["half"]:
        return HALF_MARATHON_M
    if match["full"]:
        return MARATHON_M
    if match["parkrun"]:
        return _PARKRUN_M
    if match["mile"]:
        return METRES_PER_MILE
    unit = match["u"]
    return float(match["n"]) * (1.0 if unit == "m" else METRES_PER_MILE if unit.startswith("mi") else METRES_PER_KM)


def _has_time(said: Utterance) -> bool:
    return said.has("duration", "clock") or _TIME_ASKED.search(said.digits) is not None

"""Read what is asked of the runs on record: total and pace together, one day's run, a stretch once more, the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.horizons import FROM_TO
from bot.nlu.log_asked import day_asked, log_query, stretch_asked
from bot.nlu.log_question import IN_GENERAL, units_named
from bot.nlu.moments import MONTH
from bot.nlu.pattern import Pattern
from bot.nlu.read_pace_sum import read_pace_sum
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME
from bot.units import METRES_PER_KM, METRES_PER_MILE

_TOTAL = Pattern(
    r"\b(?:totals?|mileage|how far|how many (?:kms?|k|miles|kilomet(?:re|er)s)|how much (?:did i|have i) run"
    r"|distance)\b"
)
_PACE = Pattern(r"\b(?:paces?|how fast|speed)\b")
_OF_THE_LOG = Pattern(
    r"\b(?:average|avg|mean|trend|trends|this|last|past|total|month|week|year|so far|have i|did i|been|over|since|in"
    rf"|{MONTH})\b"
)
_ADVICE = Pattern(
    r"\b(?:should|can i|could i|will|would|if i|best|ideal|right|good|normal|target|plan|per|need|to lose|to burn"
    r"|for (?:a|an|easy|intervals|zone)|vo2\w*|zone)\b"
)
_ONE_DAY = Pattern(
    r"\b(?:how (?:far|long|fast|quick|many|much)|what(?: was| is|s)?|which)\b[^.]{0,40}\b(?:was|did|were|burn\w*|run"
    r"|ran)\b"
    r"|\b(?:pace|time|distance|kms?|calories|kcal|energy)\b[^.]{0,16}\b(?:on|of|for|from)\b"
)
_STANDS = Pattern(
    rf"\bis (?:the |my )?{DAY_NAME}(?:'?s)?(?: run| one| 1)? (?:in (?:there|the log|my log|your log)|logged|stored"
    rf"|saved)\b|"
    r"\b(?:you|u) (?:have |just |ve )?(?:stored|logged|saved|kept|got|put|wrote|recorded|have)\b[^?.!]{0,30}\b(?:as"
    r"|down as|at)"
    r"\b[^?.!]{0,16}(?:\?|\b(?:right|correct|yes|yeah|no)\b)"
)
"""Asked how a day stands in the log: "you stored wed as 10k right?"."""
_KCAL = Pattern(r"\b(?:energy|calories|kcal|cals?|burn(?:ed|t|s)?)\b")
_LAST_RUN = Pattern(
    r"\b(?:convert|show|give|say|tell me|whats|what (?:is|was))\b[^.?]{0,16}\b(?:my|the) (?:last|latest|most recent"
    r"|newest|previous) (?:run|one|1)\b"
)
_TREND = Pattern(
    r"\b(?:pace|speed)\b[^.?]{0,12}\b(?:trends?|progress\w*|develop\w*|over time|over the)\b"
    r"|\btrends?\b[^.?]{0,12}\b(?:pace|speed)\b|\b(?:am i getting|have i (?:got|gotten|become)) (?:any )?(?:faster"
    r"|quicker|slower)\b"
    r"|\bmy (?:avg |average )?(?:pace|speed) (?:been |gone |going |getting )?(?:improv\w+|better|faster|quicker"
    r"|slower|up"
    r"|down)\b"
)
_MONTH_ONLY = Pattern(rf"\bhow (?:many|much|far)\b[^.?]{{0,24}}\bin {MONTH}\b|\b(?:total|kms?|miles|runs) in {MONTH}\b")
_COUNTED = Pattern(
    r"\bhow many runs\b[^?]{0,10}\b(?:in total|so far|altogether|overall|have i|do i have|are there"
    r"|in (?:the|my) log)\b"
    r"|^(?:and |so )?how (?:far|much|long)(?: is it| was it| did i run)? (?:in total|altogether|overall|so far)\W*$"
)
_WEEKLY = Pattern(
    r"\b(?:average|avg|mean|typical|usual)\b[^?]{0,12}\b(?:weekly|per week|a week)\b[^?]{0,16}|\b(?:weekly|per week)"
    r"[^?]{0,12}\b(?:average|avg|mean)\b|\bhow (?:far|many (?:kms?|miles)|much do i run)[^?]{0,12}\bon average\b"
)
_WHICH_RUN = Pattern(
    r"\bwhich (?:one|1|run|of (?:them|those|these))? ?(?:was|is|were)(?: my| the)? "
    r"(?P<most>fastest|quickest|longest|furthest|farthest)\b"
)
_COUNTING = Pattern(
    r"\b(?:total|totals|distance|mileage|kms?|miles|pace)\b[^.?]{0,16}\b(?:including|incl|counting|and with|plus) "
    r"(?P<day>(?:last |the )?[\w ]{3,20})\W*$"
)
"""A sum that reaches back to a day: "total including last sunday"."""
_WITHOUT = Pattern(
    r"\b(?:without|except(?: for)?|excluding|leaving out|apart from|minus|not counting) (?:the|that|my) "
    r"(?P<n>\d{1,3}(?:\.\d{1,2})?) ?-?(?P<unit>kms?|k|milers?|miles?|mi)\b"
)
"""A run that is to be left out of a sum: "average pace without the 10 miler"."""
_OF_ONES_OWN = Pattern(r"\b(?:my|i|total|average|avg|mean)\b")
_ALL_IN_UNITS = Pattern(
    r"\b(?:convert|show|give|list|put|change|turn|display)\b(?: me)?[^.?]{0,8}\b(?:my|all|the|every"
    r"|everything)\b[^.?]{0,12}"
    r"\b(?:runs|log|entries|everything|distances)\b[^.?]{0,8}\b(?:in|to|into|as) (?:kms?|kilomet\w+|miles?|metric"
    r"|imperial)\b"
)
_LOOKS: Final = ("show", "give", "list", "display")
_SINCE = Pattern(r"\bsince\b")
_PACE_AS = Pattern(
    r"^(?:(?:and|my|the|avg|average|mean|give|show|me|what is|can i (?:have|get)) )*paces? (?:in|per|as) (?:(?:min"
    r"|mins|minutes)"
    r" per )?(?:kms?|kilomet(?:re|er)s?|miles?|mi|min/km|min/mile|metric|imperial)(?: (?:please|instead|then|too))*\W*$"
)
"""A pace wanted in a unit, and nothing else said: "pace in km please"."""
_COUNT = Pattern(r"\b(?:runs|times|often)\b")
_CHART = Pattern(
    r"\b(?:chart|graph|plot|draw)s?\b(?!.*\b(?:kcal|calorie|size|says?|scale)\b)(?=.*\b(?:my|of|for|weights?|paces?"
    r"|weekly|per week)\b)|\b(?:kms?|miles|mileage|distance|weights?|weigh[- ]?ins?|paces?|runs?|running)\b"
    r"(?! (?:more|less|faster|change)).{0,16}\b(?:chart|graph|plot)\b"
    r"|\b(?:see|show|view|look at|track)(?: me)? (?:all )?my (?:weights?|weigh[- ]?ins?)\b.{0,8}\b(?:over time|so far"
    r"|history|trend|progress)\b"
)
_BY_WEEK: Final = Pattern(r"\bweekly\b|\b(?:per|each|every|a|by) week\b|\bweeks\b")
_WEEK_BY_WEEK: Final = Pattern(r"\bweek (?:by|for|after) week\b|\b(?:for|of) each week\b")
_LAST_CHANGE: Final = Pattern(
    r"\bdid (?:you|u|it|that)\b[^?]{0,24}\b(?:chang|correct|edit|updat|fix|overwr|replac|mov"
    r"|amend)\w*\b[^?]{0,40}\bor\b"
    r"[^?]{0,16}\b(?:add|log|mak|creat|sav|new|another|extra)\w*\b"
    r"|\bdid (?:you|u|it|that)\b[^?]{0,24}\b(?:add|log|creat|sav|mak)\w*\b[^?]{0,24}\b(?:new|another|second|extra)\b"
    r"[^?]{0,24}\b(?:or\b[^?]{0,16}\b(?:chang|correct|edit|updat|fix)\w*|run|one|1|entry)\b"
    r"|\bwas that (?:an? )?(?:new (?:run|one|1|entry) or|change or|correction or)\b"
)
"""What the coach did to the log just now: "did you change yesterday's or add a new one?"."""
_CHARTED: Final = (
    ("weight", Pattern(r"\bweigh\w*\b")),
    ("pace", Pattern(r"\b(?:paces?|speed)\b")),
    ("distance", Pattern(r"\b(?:kms?|miles?|mileage|distance|runs?|running)\b")),
)
_OF_A_SUM: Final = frozenset({"projection_question", "calorie_question"})


def read_log(said: Utterance, context: Context) -> list[Frame]:
    """Return the questions a message asks of the runs on record; empty if it asks none of these."""
    text, today = said.digits, said.now.date()
    if explained := read_pace_sum(said, context):
        return explained
    if every := _ALL_IN_UNITS.search(text):
        return _all_in_units(text, looks=every.group().startswith(_LOOKS))
    if (
        (left_out := _WITHOUT.search(text))
        and (_PACE.search(text) or _TOTAL.search(text))
        and _OF_ONES_OWN.search(text)
    ):
        miles = left_out["unit"].startswith("mi")
        metres = float(left_out["n"]) * (METRES_PER_MILE if miles else METRES_PER_KM)
        measure = "pace" if _PACE.search(text) else "distance"
        return [log_query(measure, stretch_asked(text, today) | {"without_m": metres})]
    if named := _named_look(text, today, context):
        return named
    if _ADVICE.search(text) or said.has("distance", "duration"):
        return []
    return _counting_from(text, today) or _of_a_stretch(text, today) or _of_one_day(text, today)


def _named_look(text: str, today: date, context: Context) -> list[Frame]:
    """Read what is asked in fixed words: the last run, a pace in a unit, a chart, how a day stands."""
    if _LAST_RUN.search(text):
        return [log_query("last", units_named(text))]
    if _PACE_AS.match(text) and context.last_intent not in _OF_A_SUM:
        return [replace(log_query("pace", _carried(context) | units_named(text)), follow_up=bool(_carried(context)))]
    if _CHART.search(text) and (charted := next((name for name, found in _CHARTED if found.search(text)), None)):
        by_week = charted == "distance" and _BY_WEEK.search(text) is not None
        return [log_query("weeks" if by_week else charted, stretch_asked(text, today))]
    if _WEEK_BY_WEEK.search(text) and _TOTAL.search(text):
        return [log_query("weeks", stretch_asked(text, today))]
    if _LAST_CHANGE.search(text):
        return [log_query("last_change", {})]
    if _STANDS.search(text) and (day := day_asked(text, today)) is not None:
        return [log_query("day", {"since": day, "until": day})]
    return []


def _all_in_units(text: str, *, looks: bool) -> list[Frame]:
    """Read the whole log wanted in units: for this look, or for good where it is to be changed into them."""
    units = units_named(text)
    if looks:
        return [Frame(intent="log_query", entities=units)]
    return [Frame(intent="set_profile", entities=units), Frame(intent="log_query")]


def _counting_from(text: str, today: date) -> list[Frame]:
    counted = _COUNTING.search(text)
    day = day_asked(counted["day"], today) if counted else None
    asked = "pace" if _PACE.search(text) else "distance"
    return [log_query(asked, {"since": day, "until": today.isoformat()} | units_named(text))] if day else []


def _of_a_stretch(text: str, today: date) -> list[Frame]:
    stretch = stretch_asked(text, today)
    if _PACE.search(text) and _TOTAL.search(text) and _OF_THE_LOG.search(text):
        return [log_query("summary", stretch)]
    if which := _WHICH_RUN.search(text):
        return [log_query("longest" if which["most"] in {"longest", "furthest", "farthest"} else "fastest", stretch)]
    if _TREND.search(text):
        return [log_query("pace", stretch)]
    if _COUNTED.search(text) and not stretch:
        return [log_query("count", {})]
    if _WEEKLY.search(text) and (stretch or is_question(text)):
        return [log_query("weekly", stretch)]
    if stretch and (_SINCE.search(text) or FROM_TO.search(text)) and _TOTAL.search(text):
        return [log_query("distance", stretch | units_named(text))]
    if _MONTH_ONLY.search(text):
        return [log_query("count" if _COUNT.search(text) else "distance", stretch)]
    return []


def _of_one_day(text: str, today: date) -> list[Frame]:
    day = day_asked(text, today)
    if day is None or not _ONE_DAY.search(text) or not is_question(text) or IN_GENERAL.search(text):
        return []
    return [log_query("kcal" if _KCAL.search(text) else "day", {"since": day, "until": day})]


def _carried(context: Context) -> dict[str, Any]:
    return {name: context.last_entities[name] for name in ("since", "until") if name in context.last_entities}

"""Read a question that is made of the words of the log and nothing else: what is counted, over which days.

Whatever the order and however clipped ("week total in miles", "avg pace per mile + how many km this week?"), a message
all of whose words belong to the log asks about the log. One word from elsewhere, and other readers decide.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.horizons import Stretch, past_stretch
from bot.nlu.log_words import SUMMED, all_of_the_log, measures
from bot.nlu.moments import MONTH, days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_COMPARES: Final = Pattern(
    r"\b(?:compare[ds]?|comparing|comparison|versus|vs|against|difference between)\b"
    r"|\b(?:more|less|fewer|further|farther|faster|slower|quicker|longer|better)\b.{0,24}\b(?:than|or)\b"
)
_OF_ONES_OWN: Final = Pattern(
    r"\b(?:which (?:run|one)|my|i|ive|total|totals|sum|average|avg|mean|weekly|monthly|altogether|overall|logged|log"
    r"|so far)\b"
)
_ENTRIES: Final = Pattern(
    r"\b(?:logged|log|stored|saved|recorded|kept|got|have|show|list)\b|\bwhat\b.{0,8}\b(?:i ran|did i (?:run|do))\b"
)
"""Words that ask for a day's entries."""
_HABIT: Final = Pattern(r"\b(?:do i run|i run (?:\d|about)|to run)\b")
_PERIODS: Final = Pattern(
    rf"\b(?:this|last|past|previous|prior|the) (?:\d+ )?(?:weeks?|months?|years?|weekend)\b|\bin {MONTH}\b"
)
_BARE_PERIOD: Final = Pattern(r"\b(?:for |of |over )?(?:the |a )?(?<!per )(?<!a )\b(?P<unit>week|month|year)s?\b")
_ANSWER_WORDS: Final = 2
"""So short a message may answer what was asked: "miles"."""
_TO_GO: Final = Pattern(
    r"\bhow (?:many|much|far)\b.{0,16}\b(?:to (?=(?:reach|hit|get to|make) )|need|left|to go|missing|more"
    r"|remain\w*)\b.{0,24}\b(?:hit|reach|get to"
    r"|make|for|until|till|to)"
    r" (?P<n>\d{1,3}(?:\.\d)?)\b"
)
_BARE_MONTH: Final = Pattern(rf"(?<!\d )(?<!\d)\b(?P<month>{MONTH})\b(?! ?\d)")
_OF_THE_BODY: Final = frozenset(
    {
        "weight",
        "weight_trend",
        "weight_change",
        "weight_method",
        "bmi",
        "body_fat",
        "race_time",
        "pace_method",
        "missed",
        "too_many",
        "conversion",
        "units",
        "to_come",
    }
)
"""What is no sum of runs: it is not asked once more of other days, or in other units."""
_BY_WEEKS: Final = Pattern(r"\bweek (?:by|for|after) week\b|\beach week\b")
_MEAN_OF_IT: Final = Pattern(r"\b(?:average|avg|mean)\b")
_ITS_PACE: Final = Pattern(r"\b(?:it|that|this)\b.{0,12}\bpace\b|\bpace\b.{0,10}\b(?:it|that|this|now)\b")
_OF_RUNS: Final = frozenset({"log_run", "log_query", "undo"})
_OF_ONE: Final = ("since", "until")
_DATES: Final = (*_OF_ONE, "than_since", "than_until")
_IMPERIAL: Final = Pattern(r"\b(?:miles?|mi|imperial)\b")
_METRIC: Final = Pattern(r"\b(?:kms?|k|kilomet(?:re|er)s?|metric)\b")
_UNTIL: Final = Pattern(
    r"\b(?:how (?:long|soon|quickly)|when)\b.{0,16}\b(?:till?|until|before|do|will)\b.{0,12}\b(?:i|you|see|it)\b"
)
"""A time to come, which no log holds: "how long till i see a difference"."""
IN_GENERAL: Final = Pattern(
    r"\bhow long (?:do|does|will|would|should|can)\b.{0,40}\b(?:last|take|hurt|ache|stay|go on"
    r"|heal)\b"
)
"""How long a thing lasts, which is no run: "how long does soreness last, did hills on sunday"."""
_ADVICE: Final = Pattern(r"\b(?:should|shall|meant to|supposed to|ought)\b")
"""What is to be done, which no log holds either."""


def log_question(said: Utterance, context: Context) -> list[Frame]:
    """Return what a message asks of the log, a frame for each line of an answer; empty if it speaks of anything else.

    `summary` is asked where several sums of one stretch are: how far, how often, how long, how fast. `compare` has
    the stretch that is compared in `since` and `until`, and the one it is compared with in `than_since`, `than_until`.
    """
    text = said.digits.replace("previous", "last").replace("prior", "last")
    if told := _to_go(said, text) or _week_by_week(text):
        return [told]
    if not _speaks_of_the_log(said, text, context):
        return []
    today = said.now.date()
    if _COMPARES.search(text):
        return _compared(text, today, context)
    stretch, day = _stretch(text, today), _day(text, today)
    asked = measures(text) or _mean_of(text, context)
    if again := _its_pace(said, text, asked, stretch, context) or _once_more(text, asked, stretch, day, context):
        return again
    if stretch is None and day is None and (not _OF_ONES_OWN.search(text) or "kcal" in asked):
        return []
    if stretch is not None and day is None and _is_whole(text, asked):
        return [Frame(intent="log_query", entities=_dates(stretch))]
    return _lines(text, asked, stretch, day)


def _mean_of(text: str, context: Context) -> list[str]:
    """Return what a bare average is of, in a talk of runs: their pace."""
    return ["pace"] if context.last_intent in _OF_RUNS and _MEAN_OF_IT.search(text) else []


def _its_pace(said: Utterance, text: str, asked: list[str], stretch: Stretch | None, context: Context) -> list[Frame]:
    """Read the pace of the run just told, beside which was the fastest: "whats it in pace, still the fastest?"."""
    if "fastest" not in asked or context.last_intent not in _OF_RUNS or not _ITS_PACE.search(text):
        return []
    into = ["min/mile"] if said.speaks == "imperial" else ["min/km"]
    its = Frame(intent="log_query", entities={"measure": "conversion", "into": into})
    return [its, _query("fastest", stretch)]


def _speaks_of_the_log(said: Utterance, text: str, context: Context) -> bool:
    """Whether a message tells no run, answers nothing that was asked, and is made of the words of the log."""
    sized = said.has("distance", "duration", "clock", "mass", "pace")
    told = PAST_RUN.search(text) and not is_question(text)
    answers = context.pending is not None and len(text.split()) <= _ANSWER_WORDS
    beside = _UNTIL.search(text) or IN_GENERAL.search(text) or _HABIT.search(text) or _ADVICE.search(text)
    return not (sized or told or answers or beside) and all_of_the_log(text)


def _is_whole(text: str, asked: list[str]) -> bool:
    """Whether a stretch is asked about as a whole: its entries, or a bare total."""
    if not asked:
        return _ENTRIES.search(text) is not None
    return asked == ["distance"] and not measures(text, bare=True)


def _lines(text: str, asked: list[str], stretch: Stretch | None, day: date | None) -> list[Frame]:
    """Return a frame for each line of the answer: the entries of a day, then what is asked of a stretch."""
    entries = day is not None and _ENTRIES.search(text) is not None
    if not asked and not entries:
        return []
    frames = []
    if day is not None and not set(asked) - SUMMED and (stretch is None or entries):
        frames.append(_query("day", Stretch(since=day, until=day)))
        asked = asked if stretch is not None else []
    over = stretch or (Stretch(since=day, until=day) if day is not None else None)
    return [*frames, *(_query(measure, over) for measure in _together(asked))]


def _week_by_week(text: str) -> Frame | None:
    """Read the weeks wanted one by one: "week by week km"."""
    return _query("weeks", None) if _BY_WEEKS.search(text) and all_of_the_log(text) else None


def _to_go(said: Utterance, text: str) -> Frame | None:
    """Read how much is left to a mileage: "how many km do I need to hit 30 this week"."""
    match = _TO_GO.search(text)
    stretch = _stretch(text, said.now.date()) if match else None
    if match is None or stretch is None:
        return None
    imperial = "mile" in text or (said.speaks == "imperial" and "km" not in text)
    target = float(match["n"]) * (METRES_PER_MILE if imperial else METRES_PER_KM)
    return Frame(intent="log_query", entities={"measure": "to_go", "target_m": target, **_dates(stretch)})


def _once_more(text: str, asked: list[str], stretch: Stretch | None, day: date | None, context: Context) -> list[Frame]:
    """Read another measure, another stretch or other units of what was asked just before: "and in miles?"."""
    before, units = context.last_entities, units_named(text)
    if context.last_intent != "log_query" or day is not None or before.get("measure") in _OF_THE_BODY:
        return []
    dated = {name: before[name] for name in _DATES if name in before}
    if not asked and (stretch is not None or units):
        same = {name: value for name, value in before.items() if name == "measure"}
        over = _dates(stretch) if stretch is not None else dated
        return [Frame(intent="log_query", entities={**same, **over, **units}, follow_up=True)]
    over = _dates(stretch) if stretch is not None else {name: dated[name] for name in dated if name in _OF_ONE}
    return [
        Frame(intent="log_query", entities={"measure": one, **over, **units}, follow_up=True)
        for one in _together(asked)
    ]


def units_named(text: str) -> dict[str, Any]:
    """Return the unit system a tidy text names, as an entity; empty if it names none."""
    if _IMPERIAL.search(text):
        return {"units_pref": "imperial"}
    return {"units_pref": "metric"} if _METRIC.search(text) else {}


def _together(asked: list[str]) -> list[str]:
    """Return measures with those of one line put together."""
    summed = [name for name in asked if name in SUMMED]
    others = [name for name in asked if name not in SUMMED]
    return [*(["summary"] if len(summed) > 1 else summed), *others]


def _stretch(text: str, today: date) -> Stretch | None:
    """Return the stretch that is named; a bare "week" or "month" is the current one."""
    found = past_stretch(text, today=today)
    if found is not None and found.since != found.until:
        return found
    if (month := _BARE_MONTH.search(text)) is not None:
        return past_stretch(f"in {month['month']}", today=today)
    bare = _BARE_PERIOD.search(text)
    if bare is not None and "weekly" not in text:
        return past_stretch(f"this {bare['unit']}", today=today)
    return None


def _day(text: str, today: date) -> date | None:
    found = {day.on for day in days(text, today=today, towards="past") if day.on <= today}
    return found.pop() if len(found) == 1 else None


def _months(text: str, today: date) -> list[Stretch]:
    """Return the months a text names, one alone behind the current one: "how does that compare to october?"."""
    months = [f"in {match['month']}" for match in _BARE_MONTH.finditer(text)]
    words = ["this month", *months] if len(months) == 1 else months
    return [stretch for month in words if (stretch := past_stretch(month, today=today))]


def _compared(text: str, today: date, context: Context) -> list[Frame]:
    """Read two stretches set side by side; with one named, the other is the current one or the one before."""
    named = [one for match in _PERIODS.finditer(text) if (one := past_stretch(match.group(), today=today))]
    unit = next((name for name in ("week", "month", "year") if name in text), None)
    if len(named) == 1 and unit is not None:
        this, last = (past_stretch(f"{which} {unit}", today=today) for which in ("this", "last"))
        named = [one for one in (this, last) if one is not None] if named[0] in {this, last} else named
    before = context.last_entities
    if len(named) == 1 and context.last_intent == "log_query" and {"since", "until"} <= before.keys():
        asked_before = Stretch(since=date.fromisoformat(before["since"]), until=date.fromisoformat(before["until"]))
        named = [asked_before, *named]
    named = named or _months(text, today)
    if len(named) < 2:
        return []
    first, second = named[:2]
    asked: dict[str, Any] = {"measure": "compare", **_dates(first)}
    than = {f"than_{name}": value for name, value in _dates(second).items()}
    return [Frame(intent="log_query", entities=asked | than)]


def _query(measure: str, stretch: Stretch | None) -> Frame:
    return Frame(intent="log_query", entities={"measure": measure, **(_dates(stretch) if stretch else {})})


def _dates(stretch: Stretch) -> dict[str, str]:
    return {"since": stretch.since.isoformat(), "until": stretch.until.isoformat()}

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
from bot.nlu.moments import MONTH, days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME

_WORD: Final = Pattern(r"[a-z]+|\d+")
_WORDS: Final = frozenset(
    "what whats is was are were the a an my me i ive id have did do does done ran how many much far fast long often "
    "and in of for on at to with so now ok okay please then also too it its that this these those them they or but "
    "show list give tell see check view get got per by from as all any each only just you your logged log stored "
    "saved kept recorded down been yes well hey hi right again s "
    "total totals totally totalled sum sums distance distances mileage km kms k kilometres kilometers kilometre "
    "kilometer miles mile mi run runs running jog jogs pace paces average averages avg mean median speed time "
    "duration minutes min mins hours longest shortest furthest farthest fastest quickest slowest biggest best pb pr "
    "last latest newest recent calories kcal cals energy burn burned burnt spent count number times sessions "
    "workouts "
    "faster slower further farther quicker better longer shorter "
    "week weeks weekly wk month months monthly year years yearly day days daily yesterday today weekend past "
    "previous "
    "prior since until till ever altogether together overall compare compared comparing comparison vs versus against "
    "trend trends difference between more less fewer than up metric imperial units unit net gross error range "
    "uncertainty band data records record stats summary overview far covered did go went".split()
)
"""What questions about a log are made of."""
_MEASURES: Final = (
    ("kcal", Pattern(r"\b(?:calories|kcal|cals|energy|burn(?:ed|t)?)\b")),
    ("longest", Pattern(r"\b(?:longest|furthest|farthest|biggest)\b")),
    ("fastest", Pattern(r"\b(?:fastest|quickest|best|pb|pr)\b")),
    ("last", Pattern(r"\b(?:last|latest|newest|previous|most recent) (?:run|jog|1|one|time)\b")),
    (
        "each",
        Pattern(
            r"\b(?:average|avg|mean)\b.{0,24}\b(?:per|a|each) (?:run|jog)\b"
            r"|\b(?:average|avg|mean|typical) (?:run|jog)\b"
        ),
    ),
    (
        "weekly",
        Pattern(r"\b(?:average|avg|mean)\b.{0,20}\b(?:per week|a week|weekly)\b|\bweekly (?:average|avg|mean)\b"),
    ),
    (
        "distance",
        Pattern(
            r"\b(?:distance|mileage|how far|how much (?:did i run|have i run|is it|is that)|kms?|k"
            r"|kilomet(?:re|er)s?|miles?|mi)\b"
        ),
    ),
    ("pace", Pattern(r"\b(?:paces?|speed|how fast)\b")),
    ("duration", Pattern(r"\b(?:how long|duration|(?:total|running|how much) time|minutes|mins|hours)\b")),
    ("count", Pattern(r"\b(?:how many (?:runs|times|jogs|days|workouts|sessions)|how often|count|number of)\b")),
)
_UNIT_ONLY: Final = Pattern(
    r"\b(?:in|to|per|a) (?:kms?|k|kilomet(?:re|er)s?|miles?|mi)\b|\bmin(?:utes)?(?: per|/)? ?(?:km|mile)\b"
    r"|/ ?(?:km|mile)\b"
)
"""A unit that is wished for and not counted."""
_SUMMED: Final = frozenset({"distance", "pace", "duration", "count"})
"""What one line of a stretch tells together."""
_COMPARES: Final = Pattern(
    r"\b(?:compare[ds]?|comparing|comparison|versus|vs|against|difference between)\b"
    r"|\b(?:more|less|fewer|further|farther|faster|slower|quicker|longer|better)\b.{0,24}\b(?:than|or)\b"
)
_OF_ONES_OWN: Final = Pattern(
    r"\b(?:my|i|ive|total|totals|sum|average|avg|mean|weekly|monthly|altogether|overall|logged|log|so far)\b"
)
_ENTRIES: Final = Pattern(
    r"\b(?:logged|log|stored|saved|recorded|kept|got|have|show|list)\b|\bwhat\b.{0,8}\b(?:i ran|did i (?:run|do))\b"
)
"""Words that ask for a day's entries."""
_TOTAL: Final = Pattern(r"\b(?:totals?|sum|altogether|together|overall)\b")
_HABIT: Final = Pattern(r"\b(?:do i run|i run (?:\d|about)|to run)\b")
_PERIODS: Final = Pattern(
    rf"\b(?:this|last|past|previous|prior|the) (?:\d+ )?(?:weeks?|months?|years?|weekend)\b|\bin {MONTH}\b"
)
_BARE_PERIOD: Final = Pattern(r"\b(?:for |of |over )?(?:the |a )?(?<!per )(?<!a )\b(?P<unit>week|month|year)s?\b")
_LONGEST: Final = 24
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
    }
)
"""What is no sum of runs: it is not asked once more of other days, or in other units."""
_OF_ONE: Final = ("since", "until")
_DATES: Final = (*_OF_ONE, "than_since", "than_until")
_IMPERIAL: Final = Pattern(r"\b(?:miles?|mi|imperial)\b")
_METRIC: Final = Pattern(r"\b(?:kms?|k|kilomet(?:re|er)s?|metric)\b")


def log_question(said: Utterance, context: Context) -> list[Frame]:
    """Return what a message asks of the log, a frame for each line of an answer; empty if it speaks of anything else.

    `summary` is asked where several sums of one stretch are: how far, how often, how long, how fast. `compare` has
    the stretch that is compared in `since` and `until`, and the one it is compared with in `than_since`, `than_until`.
    """
    text = said.digits.replace("previous", "last").replace("prior", "last")
    sized = said.has("distance", "duration", "clock", "mass", "pace")
    told = PAST_RUN.search(text) and not is_question(text)
    if sized or told or context.pending or _HABIT.search(text) or not _all_of_the_log(text):
        return []
    today = said.now.date()
    if _COMPARES.search(text):
        return _compared(text, today)
    stretch, day = _stretch(text, today), _day(text, today)
    asked = _measures(text)
    if context.last_intent == "log_query" and (again := _once_more(text, asked, stretch, day, context)):
        return again
    if stretch is None and day is None and (not _OF_ONES_OWN.search(text) or "kcal" in asked):
        return []
    if not (asked or (day and _ENTRIES.search(text))):
        return []
    if asked == ["distance"] and stretch and day is None and not _measures(text, bare=True):
        return [Frame(intent="log_query", entities=_dates(stretch))]
    frames = []
    if day is not None and (not set(asked) - _SUMMED) and (stretch is None or _ENTRIES.search(text)):
        frames.append(_query("day", Stretch(since=day, until=day)))
        asked = asked if stretch is not None else []
    over = stretch or (Stretch(since=day, until=day) if day is not None else None)
    return [*frames, *(_query(measure, over) for measure in _together(asked))]


def _once_more(text: str, asked: list[str], stretch: Stretch | None, day: date | None, context: Context) -> list[Frame]:
    """Read another measure, another stretch or other units of what was asked just before: "and in miles?"."""
    before, units = context.last_entities, units_named(text)
    if day is not None or before.get("measure") in _OF_THE_BODY:
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


def _all_of_the_log(text: str) -> bool:
    plain = Pattern(rf"\b(?:{MONTH}|{DAY_NAME}s?)\b").sub(" ", text)
    words = _WORD.findall(plain)
    return 0 < len(words) <= _LONGEST and all(word in _WORDS or word.isdigit() for word in words)


def _measures(text: str, *, bare: bool = False) -> list[str]:
    """Return what is asked; a total is of distance unless something else is totalled, and none where `bare`."""
    plain = _UNIT_ONLY.sub(" ", text)
    found = [name for name, pattern in _MEASURES if pattern.search(plain)]
    if not bare and _TOTAL.search(plain) and set(found) <= {"pace", "duration"}:
        found = ["distance", *found]
    if each := {"weekly", "each"} & set(found):
        return [each.pop()]
    picked = {"longest", "fastest", "last"} & set(found)
    return [name for name in found if not picked or name not in _SUMMED]


def _together(asked: list[str]) -> list[str]:
    """Return measures with those of one line put together."""
    summed = [name for name in asked if name in _SUMMED]
    others = [name for name in asked if name not in _SUMMED]
    return [*(["summary"] if len(summed) > 1 else summed), *others]


def _stretch(text: str, today: date) -> Stretch | None:
    """Return the stretch that is named; a bare "week" or "month" is the current one."""
    found = past_stretch(text, today=today)
    if found is not None and found.since != found.until:
        return found
    bare = _BARE_PERIOD.search(text)
    if bare is not None and "weekly" not in text:
        return past_stretch(f"this {bare['unit']}", today=today)
    return None


def _day(text: str, today: date) -> date | None:
    found = {day.on for day in days(text, today=today, towards="past") if day.on <= today}
    return found.pop() if len(found) == 1 else None


def _compared(text: str, today: date) -> list[Frame]:
    """Read two stretches set side by side; with one named, the other is the current one or the one before."""
    named = [one for match in _PERIODS.finditer(text) if (one := past_stretch(match.group(), today=today))]
    unit = next((name for name in ("week", "month", "year") if name in text), None)
    if len(named) == 1 and unit is not None:
        this, last = (past_stretch(f"{which} {unit}", today=today) for which in ("this", "last"))
        named = [one for one in (this, last) if one is not None] if named[0] in {this, last} else named
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

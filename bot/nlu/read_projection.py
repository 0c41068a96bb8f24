"""Read questions and wishes about fat and weight over time by running, and the plan of running they name."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.body_words import body_facts
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.horizons import horizon_days
from bot.nlu.masses import masses
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension, Quantity
from bot.nlu.run_size import walks
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import RATHER, weekdays
from bot.units import METRES_PER_KM, METRES_PER_MILE

_MEASURES: dict[Dimension, str] = {
    "weekly_distance": "distance_per_week_m",
    "weekly_duration": "duration_per_week_s",
    "pace": "pace_s_per_km",
    "speed": "speed_m_s",
}
_NO_RUN = Pattern(r" (?:commute|sleep|break)")
_SETS = Pattern(r"(?P<n>[1-9]|1[0-4]) ?(?:x|\*) ?\d")
"""So many runs of one size in a week of a plan; told of one run, the same words are repetitions."""
_OUTCOME = Pattern(
    r"\b(?:los(?:e|es|ing|t)|drop|dropping|shed|shedding|shift|burn(?:ing)? (?:off )?(?:fat|belly|body)|weigh|lighter"
    r"|slimmer|thinner|smaller|weight|fat|belly|down to|get to|get (?:under|below)|come off|go down|melt|kilos?"
    r"|pounds?|lbs|stone|kg|results?|difference|bum|butt|thighs|tummy|waist|scales?)\b"
)
_FORECAST = Pattern(r"\b(?:project(?:ion)?|forecast|predict(?:ion)?|estimate|simulate)\b")
"""Asked for in so many words, a plan is looked ahead for."""
LOSES = Pattern(
    r"\b(?:los(?:e|es|s|ing)|drop(?:ping)?|shed(?:ding)?|shift(?:ing)?|weigh|lighter|get (?:down )?to|down to|be under"
    r"|come off|burn|melt|reach|hit|go from|do anything|see results|do to)\b"
)
_HOW_MUCH_LOSS = Pattern(
    r"\b(?:how (?:much|many)|what)\b[^.?!\n]{0,40}\b(?:fat|weight|lighter|kilos?|kg|pounds?|lbs|stone|inches|lose"
    r"|drop|shed|weigh|loss)\b[^.!\n]{0,40}\b(?:i|ill|id|me|my|we)\b"
    r"|\bif i\b[^?!\n]{0,60}\bhow many (?:kilos|kgs?|pounds|lbs|stone)\b"
    r"|\b(?:how (?:much|many)|what)\b[^.?!\n]{0,30}\b(?:i|id|ill|we)\b[^.?!\n]{0,24}\b(?:lose|weigh|drop|shed|lost"
    r"|shift|be down|lighter)\b|\bhow much lighter\b|\bwhat (?:would|will|could) (?:i|my) (?:weight|weigh)\b"
    r"|\bwhat (?:will|would) (?:the|my) scales? (?:say|read|show)\b"
)
_HOW_LONG_LOSS = Pattern(
    r"\b(?:how long|how many (?:weeks|months|days|runs)|when (?:will|would|can|could|do)|how soon|by when|how quickly"
    r"|how fast)\b"
)
_WISH_LOSS = Pattern(
    r"\b(?:want|need|like|love|hoping|hope|goal|trying|try|aim|aiming|plan|planning|would like|looking|possible"
    r"|realistic|doable|feasible|achievable|can|could|will|would|is)\b"
)
_SELF = Pattern(r"\b(?:expected|predicted|projected|i|im|my|me|id|ill|we)\b")
_HYPOTHESIS = Pattern(r"\bif (?:i|im|we)\b|\bwhat if\b|\bsay i\b|\bsuppose\b")
_PAST_FACT = Pattern(r"\b(?:lost|gained|put on|have lost|dropped|have been|since i)\b")
_STILL_AHEAD = Pattern(
    r"\b(?:til|till|until|before|once|when|by the time) (?:i|we) (?:will )?(?:have )?(?:lost|dropped)\b"
    r"|\bto have lost\b"
)
"""A loss spoken of as done, that is yet to come: "how long til I've lost 5 kg"."""
_LESS_EATEN = Pattern(
    r"\beat(?:ing)? (?:about |around |like )?(?P<n>[1-9]\d{1,3}) ?(?:kcal|calories|cals)? (?:less|fewer)(?: (?:a|per"
    r"|each|every) day| daily)?\b"
    r"|\b(?:cut|cutting|drop|dropping|skip|skipping|shave)(?: out| down| off| by)*(?: about| around| like)? "
    r"(?P<cut>[1-9]\d{1,3}) ?(?:kcal|calories|cals)\b"
)
_LESS_FOOD = Pattern(
    r"\b(?:kcal|calories)\b[^.?!\n]{0,8}\b(?:less|fewer)\b|"
    r"\b(?:eat|eating|cut|cutting|with|and|deficit)\b[^.?!\n]{0,24}\b(?:less|fewer|deficit|out|back)\b|\bdeficit\b"
)
_OF_THE_BODY = Pattern(
    r"\b(?:fat|weight|smaller|slimmer|bum|butt|belly|kilos?|kgs?|pounds|lbs|stone|scales?|come[s]? off)\b"
)
_NO_FORECAST = Pattern(
    r"\bhow (?:much|many|little) (?:protein|water|sleep|rest|carbs?|fib(?:re|er)|iron|salt|steps|squats|sets"
    r"|reps)\b|\bshould i (?:weigh|be weighing)\b|\bweigh (?:myself|yourself)\b|\b(?:dont|do not|didnt) want to lose\b"
    r"|\b(?:healthy|ideal|good|normal|right) weight\b"
    r"|\b(?:loose|saggy|sagging|extra|hanging|excess) skin\b|\bskin (?:to )?(?:tighten|shrink|go back|snap)\b"
    r"|\b(?:stretch marks|periods?|hair|wrinkles|cellulite)\b"
)
_RUNS_OF = Pattern(
    r"\b(?:runs?|times|sessions?|jogs?|x) (?:a|per|each|every) week (?:of|at|doing) (?:about )?(?:\d|half|an? )"
)
"""A size behind "runs a week of" is the size of one run, not of the week."""
_FROM_TO = Pattern(
    r"\bfrom (?P<now>\d+(?:\.\d+)?) ?(?:kms?|k|miles?|mi)? to (?P<then>\d+(?:\.\d+)?) ?(?P<unit>kms?|k|miles?|mi) "
    r"(?:a|per|each|every) week\b"
)
_REPLACES = Pattern(
    r"\b(?:it|that|this|they|these)(?: would| will)? replaces?\b|\b(?:instead of|in place of|not on top of|rather than)"
    r" (?:what|my|the (?:running|runs)|all)\b|\bnot on top\b|\breplacing (?:what|my)\b"
)
_KEEPS = Pattern(
    r"\b(?:keep|keeping|kept|continue|stay|stick|carry on|go on|hold)(?: (?:it )?(?:up|on|at|to|with|doing|running|my"
    r"|the|this|these|those|about|around|current))* (?:\d|pace|mileage|volume|as (?:i am|now|is|i do))"
)


ASKS_ADVICE = Pattern(
    r"\bhow (?:many (?:times|days|runs|sessions)|often)\b.{0,24}\b(?:should|must|shall|do i (?:have|need) to|ought"
    r"|is best)\b"
    r"|\bhow (?:many|much) (?:kcals?|cal\w*)\b.{0,16}\b(?:should|must|shall|do|can) i (?:\w+ )?(?:cut|drop|reduce"
    r"|eat less"
    r"|go under|leave out)\b"
)
"""Advice on how often to run, or how much to cut, is asked for, and no sum of a plan that has none."""
_PLANNED = frozenset({"session_distance_m", "session_duration_s", "distance_per_week_m", "duration_per_week_s"})


def read_projection(said: Utterance) -> Frame | None:
    """Read a question or a wish about losing fat or weight over time by running."""
    if _STILL_AHEAD.search(said.words):
        said = said.saying(_STILL_AHEAD.sub("to lose", said.words))
    text = said.words
    if not (_OUTCOME.search(said.digits) or masses(said) or _FORECAST.search(text)):
        return None
    entities = projection_entities(said)
    if text.startswith("why") or (ASKS_ADVICE.search(text) and not _PLANNED & entities.keys()):
        return None
    if _NO_FORECAST.search(text) or not _is_projection(said, text, entities):
        return None
    facts, _ = body_facts(said)
    return Frame(intent="projection_question", entities=entities | facts)


def _is_projection(said: Utterance, text: str, entities: dict[str, Any]) -> bool:
    keys = entities.keys()
    roles = masses(said).keys()
    rhythm = keys & {"sessions_per_week", "distance_per_week_m", "duration_per_week_s"}
    size = keys & {"session_distance_m", "session_duration_s"}
    plan = bool(keys & {"distance_per_week_m", "duration_per_week_s"}) or bool(rhythm and size)
    target = roles & {"target_loss_kg", "target_fat_kg", "target_weight_kg", "rate_kg_per_week"}
    asked = is_question(text)
    if _FORECAST.search(text) and plan and "horizon_days" in keys:
        return True
    if _PAST_FACT.search(text) and not (
        asked and (plan or target) and re.search(r"\b(?:will|would|can|could|more|another|keep)\b", text)
    ):
        return False
    if target and (asked or _WISH_LOSS.search(text)):
        return True
    if not asked and not _HYPOTHESIS.search(text):
        return False
    if _HOW_MUCH_LOSS.search(said.digits):
        return True
    loses = LOSES.search(text) is not None
    if not (_SELF.search(text) or "horizon_days" in keys):
        return False
    if plan and (loses or _OF_THE_BODY.search(text)):
        return True
    timed = _HOW_LONG_LOSS.search(text) is not None and bool(rhythm or target)
    ahead = "horizon_days" in keys and bool(rhythm or size)
    return loses and _SELF.search(text) is not None and (timed or ahead)


def keeps_up(text: str) -> bool:
    """Whether a text speaks of what is run now and shall stay so: "if i keep 41 km a week"."""
    return _KEEPS.search(text.lower()) is not None


def projection_entities(said: Utterance) -> dict[str, Any]:
    """Return the plan of running a clause names: one session, how often, weekly totals, how far ahead."""
    found: dict[str, Any] = {}
    for dimension, name in _MEASURES.items():
        if item := said.first(dimension):
            found[name] = item.value
    for item in said.all("distance", "duration"):
        for name, value in _session(said, item).items():
            found.setdefault(name, value)
    if often := _sessions(said):
        found.setdefault("sessions_per_week", often)
    if (horizon := horizon_days(said.digits, said.items, today=said.now.date())) is not None:
        found["horizon_days"] = horizon
    found |= {"gait": "walk"} if walks(said.words) else {}
    found |= {"replaces": True} if _REPLACES.search(said.words) else {}
    return _as_meant(found, said.digits) | _less_food(said)


def _session(said: Utterance, item: Quantity) -> dict[str, float]:
    """Return the size of one session, and how often it is run where the same words say so: "4x 5k", "5k a day"."""
    if _NO_RUN.match(said.after(item)):
        return {}
    name = "session_distance_m" if item.dimension == "distance" else "session_duration_s"
    if sets := _SETS.match(said.digits[item.start : item.end]):
        often = float(sets["n"])
        return {name: item.value / often, "sessions_per_week": often}
    return {name: item.value} | ({"sessions_per_week": 7.0} if item.period_days == 1 else {})


def _as_meant(found: dict[str, Any], text: str) -> dict[str, Any]:
    """Give sizes their place where the words around them say whether they count a run, a week or a change."""
    if {"sessions_per_week", "distance_per_week_m"} <= found.keys() and _RUNS_OF.search(text):
        found["session_distance_m"] = found.pop("distance_per_week_m")
    if {"sessions_per_week", "duration_per_week_s"} <= found.keys() and _RUNS_OF.search(text):
        found["session_duration_s"] = found.pop("duration_per_week_s")
    if change := _from_to(text):
        return {name: value for name, value in found.items() if not name.startswith("session")} | change
    return found


def _from_to(text: str) -> dict[str, Any]:
    """Read a plan told as a change: "from 25 to 40 km a week" counts the difference."""
    match = _FROM_TO.search(text)
    if match is None:
        return {}
    factor = METRES_PER_MILE if match["unit"].startswith("mi") else METRES_PER_KM
    now, then = float(match["now"]), float(match["then"])
    return {"runs_now_m_per_week": now * factor, "distance_per_week_m": then * factor, "replaces": True}


def _less_food(said: Utterance) -> dict[str, Any]:
    """Return how much less they mean to eat. [kcal/day]"""
    if match := _LESS_EATEN.search(said.digits):
        return {"intake_change_kcal_day": -float(match["n"] or match["cut"])}
    energy = said.first("energy")
    return {"intake_change_kcal_day": -energy.value} if energy and _LESS_FOOD.search(said.words) else {}


def _sessions(said: Utterance) -> float | None:
    if often := said.first("frequency"):
        return often.value
    named = weekdays(said.digits)
    swapped = named is not None and len(named.days) == 1 and RATHER.search(said.digits)
    if named and not named.single and not swapped:
        return float(len(named.days))
    times = said.first("times")
    return (
        times.value
        if times
        and times.value <= 14
        and re.search(r"\btimes\b|\bx\b|\dx|\bdays\b|\bruns\b|\bonce|\btwice", said.digits)
        else None
    )

"""How long, how far, how fast one run was, as far as a clause says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.nlu.frame import Ask
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import (
    FASTEST_S_PER_KM,
    SLOWEST_S_PER_KM,
    Dimension,
    Quantity,
    clock_seconds,
    plausible,
)
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE, Units

WALKED = Pattern(
    r"\b(?:\d ?(?:kms?|k|miles?|mi|minutes?|mins?|hours?|hrs?) walk(?! breaks?)|(?:log|treadmill) (?:a )?walk|walked"
    r"|hiked"
    r"|went for a (?:walk|hike)|(?:brisk|dog|long) walk|power walk)\b"
)
OTHER_SPORT = Pattern(
    r"\b(?:cycled|biked|rode|swam|rowed|bike ride|cycling|swimming|elliptical|spin class|stairmaster|peloton|zwift"
    r"|hiit|gym"
    r"|yoga|pilates|weights|zumba|crossfit|football|tennis|dance|rowing|boxing)\b"
)
_THEN_RAN = Pattern(r"\b(?:then|and) (?:i )?(?:ran|jogged|run|did)\b")
_BARE_DISTANCE = Pattern(
    r"\b(?:ran|run|got|jogged|did|managed|covered|clocked|logged|log|add|completed)"
    r"(?: (?:about|around|roughly|nearly|just|another|an easy|a slow|easy|slow|only|over|almost|like|my|a))*"
    r" (?P<n>\d{1,2}(?:\.\d{1,2})?)(?![\w:.,'/%])"
    r"(?! (?:min|hour|of|x|times|reps|sets|runs|days|more|intervals|laps|sprints|hills|weeks))(?!,? (?:and )?walk)"
)
_NUMBER_THEN_TIME = Pattern(r"^(?P<n>\d{1,2}\.\d{1,2}) (?:in|@|at|-|,) ?(?=(?:\d{1,2}:)?\d{1,2}:\d\d\b)")
"""A distance without its unit, told with its time: "5.2 in 31:10"."""
_EASY = Pattern(
    r"\b(?:quick|easy|steady|gentle|lovely|nice|solid) (?P<n>1[0-5]|[1-9])(?= (?:before|after|with|in"
    r"|at|on|this|today)\b|[,.]|$)"
)
_BARE_TIME = Pattern(
    r"\b(?:in|took(?: me)?|time(?: was)?|under|sub)"
    r"(?: (?:about|around|roughly|just|under|just under|just over|over|like|only|a))*"
    r" (?P<n>\d{1,3}(?:\.\d{1,2})?)(?![\w:,'/%])(?!\.\d)(?! (?:km?|mi|miles?|degrees|days|weeks|months|weather|year))"
)
_LOOSE_TIME = Pattern(r"(?:^|[,;@] ?|\d(?:km?|mi| miles?) )(?P<n>\d{2,3})(?=$|[,;.! ])(?! ?(?!dead\b|flat\b)[a-z%])")
_DOTTED_TIME = Pattern(
    r"(?<![\w:.,])(?P<m>\d{1,3})\.(?P<s>[0-5]\d)(?![\w:.,%]| ?(?:km?|mi|miles?|kg|stone|lbs?|kilos))"
)
_FEWEST_MINUTES = 4
_AT_PACE = Pattern(r"(?:@|\bat|\bpace)(?: (?:a|about|around|roughly|an average of))? ?$")
_OFF = Pattern(r"\b(?:off|with|w)(?: (?:a|an|about))? $")
"""Before the time between two repetitions: "5 x 1k off 90 secs"."""
_IN_SETS = Pattern(r"(?<![\w.:])\d{1,2} ?(?:x|\*) ?\d")
_OF_DAY = Pattern(r" ?(?:am|pm)|ish")
_REST = Pattern(
    r" ?(?:of )?(?:rests?|recover\w*|breaks?|off|jog recover\w*|warmup|warm up|cool ?down|walk breaks?|in between"
    r"|between)\b"
)
_SETS_OF_TIME = Pattern(r"(?<![\w.:])\d{1,2} ?(?:x|\*) ?\d{1,3} ?(?:s|secs?|seconds|mins?|minutes)\b")
_PACED_SETS = Pattern(
    r"(?<![\w.:])\d{1,2} ?(?:x|\*) ?\d+(?:\.\d+)? ?(?:m|k|kms?|mi|miles?|metres|meters)?(?: \w+){0,2}? ?(?:@|\bat|\bin)"
    r" ?(?:an? )?(?:about |around |roughly )?\d{1,2}[:.]\d\d(?: ?(?:/|per|a) ?(?:km|k|mi|mile)| ?pace)?"
    r"(?: (?:was|is|were|are) (?:only |just )?(?:for )?the (?:reps?|repeats?|intervals?|sets?))?"
)
"""Repetitions with the pace they were run at, which is not the pace of the run they belong to."""
_NO_REST_S = 600.0
"""Seconds from which a time is that of a run and not of a break."""
_SPELLS = 3
"""So many times in a row are the parts of one run: "10 mins easy, 20 hard, 5 easy"."""
_IN_ALL = Pattern(r",? ?(?:in )?(?:total|all in|all (?:told|together)|all|altogether|overall)\b")
_LEG = Pattern(
    r"(?: (?!walk|cycl|bike|swim|and\b)[a-z]+){0,3},? ?(?:then|\+|plus|followed by|&)(?: (?:a|an|another|i|ran|did|by"
    r"|the|jogged))* "
)
_SLOPE = Pattern(r"\b(?:uphill|incline|grade|gradient|hill|treadmill|slope|downhill|downslope|decline|descent)\b")
_DOWN = Pattern(r"\b(?:downhill|downslope|decline|descent|descending)\b(?!.*\buphill\b)")
_WAY = Pattern(
    r"(?:(?:and|so|ok|but|then|what about|how about|what if(?: its)?|if its|same|the same|going|it) )*"
    r"(?:on (?:the )?)?(?:(?P<flat>flat|level)|uphill|downhill|up|down)(?: ground| instead| then| again| too)*\W*"
)
"""The way a run with a slope is asked about once more: "and downhill?"."""
STEEPEST = 0.4
_LONG_RACE_M = 42_000.0
_ON_FOOT = Pattern(r"\b(?:walk(?:s|ed|ing|er)?|hik(?:e|ed|ing)|stroll(?:s|ing|ed)?)\b")
_RUNS = Pattern(r"\b(?:run|runs|ran|running|jog|jogs|jogged|jogging|sprint\w*|treadmill run|parkrun)\b")


def run_size(said: Utterance) -> tuple[dict[str, Any], Ask | None]:
    """Return distance, time spent, pace, speed and incline of one run, and what must be asked about them.

    Keys: `distance_m`, `duration_s`, `pace_s_per_km`, `speed_m_s`, `incline_fraction`, `climb_m`.
    """
    said = _without_sets(said)
    items = _of_the_run(said)
    entities, ask = _distance(said, items)
    if pace := _first(items, "pace"):
        entities["pace_s_per_km"] = pace.value
    if speed := _first(items, "speed"):
        entities["speed_m_s"] = speed.value
    _time_spent(said, items, entities)
    if climb := _first(items, "climb"):
        entities["climb_m"] = climb.value
    slope = _first(items, "fraction")
    if slope and slope.value <= STEEPEST and _SLOPE.search(said.words):
        entities["incline_fraction"] = graded(slope.value, said.words)
    return entities, ask


def graded(slope: float, words: str) -> float:
    """Return a slope as a grade, below zero where the words say that it goes down."""
    return -slope if _DOWN.search(words) else slope


def sloped_again(before: float | None, words: str) -> float | None:
    """Return the grade of a run with a slope that is asked about once more: "and downhill?"; None if it is not."""
    way = _WAY.fullmatch(words) if before else None
    if way is None or before is None:
        return None
    return 0.0 if way["flat"] else graded(abs(before), words)


def _without_sets(said: Utterance) -> Utterance:
    """Leave out repetitions and their pace where the whole run is told beside them: "14 km, 6 x 800 at 3:25"."""
    rest = " ".join(_PACED_SETS.sub(" ", said.digits).split())
    if rest == " ".join(said.digits.split()):
        return said
    whole = said.saying(rest)
    told = whole.has("distance", "clock") or any(one.value >= _NO_REST_S for one in whole.all("duration"))
    return whole if told else said


def walks(text: str) -> bool:
    """Whether a clause is about walking and not about running as well."""
    return _ON_FOOT.search(text) is not None and _RUNS.search(text) is None


def metres(value: float, units: Units | None) -> float | None:
    """Return a bare number as a distance in the units somebody speaks in; None if these are unknown. [m]"""
    if units is None:
        return None
    return value * (METRES_PER_MILE if units == "imperial" else METRES_PER_KM)


def ask_distance_unit(value: float) -> Ask:
    """Return the question whether a bare number is kilometres or miles."""
    return Ask(slot="units", choices=(f"{value:g} km", f"{value:g} miles"))


def _distance(said: Utterance, items: Sequence[Quantity]) -> tuple[dict[str, Any], Ask | None]:
    if found := _first(items, "distance"):
        total = next((item for item in items if item.dimension == "distance" and _IN_ALL.match(said.after(item))), None)
        return {"distance_m": total.value if total else sum(leg.value for leg in _legs(said, found))}, None
    text = said.digits
    match = _BARE_DISTANCE.search(text) or _EASY.search(text) or _NUMBER_THEN_TIME.search(text)
    if match is None or not said.number_at(match.start("n")):
        return {}, None
    value = float(match["n"])
    distance = metres(value, said.speaks)
    return ({}, ask_distance_unit(value)) if distance is None else ({"distance_m": distance}, None)


def _legs(said: Utterance, first: Quantity) -> list[Quantity]:
    """Return the legs of one run: "6 miles easy then 2 miles hard", "5k + 3k"."""
    legs = [first]
    for item in said.all("distance"):
        if item.start > first.start and _LEG.fullmatch(said.digits[legs[-1].end : item.start]):
            legs.append(item)
    return legs


def _time_spent(said: Utterance, items: Sequence[Quantity], entities: dict[str, Any]) -> None:
    """Find the time a run took, or the pace that was written like a time."""
    distance_m: float | None = entities.get("distance_m")
    entities |= _summed_up(said, items, distance_m)
    for item in items:
        if item.dimension == "duration" and not _is_rest_or_set(said, item, distance_m):
            entities.setdefault("duration_s", item.value)
        elif item.dimension == "clock" and not _OF_DAY.match(said.after(item)):
            at_pace = _AT_PACE.search(said.before(item)) and not (distance_m and _is_finish(item, distance_m))
            if distance_m and at_pace and "pace_s_per_km" not in entities:
                in_miles = any(other.dimension == "distance" and other.units == "imperial" for other in items)
                entities["pace_s_per_km"] = item.value * (METRES_PER_KM / METRES_PER_MILE if in_miles else 1.0)
            elif distance_m and _is_pace(item, distance_m):
                entities.setdefault("pace_s_per_km", item.value)
            else:
                entities.setdefault("duration_s", clock_seconds(item, distance_m))
    if distance_m and not entities.keys() & {"duration_s", "pace_s_per_km", "speed_m_s"}:
        seconds = _unlabelled_time(said.digits, distance_m)
        entities |= {"duration_s": seconds} if seconds else {}


def _is_rest_or_set(said: Utterance, item: Quantity, distance_m: float | None) -> bool:
    """Whether a time is a break, or belongs to the repetitions inside a run whose distance is told: "10x1min, 6k"."""
    if _OFF.search(said.before(item)) and _IN_SETS.search(said.digits[: item.start]):
        return True
    return (distance_m is not None and _SETS_OF_TIME.search(said.digits) is not None) or (
        _REST.match(said.after(item)) is not None
    )


def _summed_up(said: Utterance, items: Sequence[Quantity], distance_m: float | None) -> dict[str, Any]:
    """Return the whole time where parts of it are told: "30 mins all in", "10 mins easy, 20 hard, 5 easy"."""
    spells = [item for item in items if item.dimension == "duration" and not _REST.match(said.after(item))]
    if total := next((spell for spell in spells if _IN_ALL.match(said.after(spell))), None):
        return {"duration_s": total.value}
    if distance_m is None and len(spells) >= _SPELLS:
        return {"duration_s": sum(spell.value for spell in spells)}
    return {}


def _is_pace(item: Quantity, distance_m: float) -> bool:
    """Whether a colon time can only be a pace per kilometre: "8k 4:50"."""
    if plausible(distance_m=distance_m, duration_s=clock_seconds(item, distance_m)) or distance_m < METRES_PER_KM:
        return False
    return FASTEST_S_PER_KM <= item.value <= SLOWEST_S_PER_KM / 2


def _is_finish(item: Quantity, distance_m: float) -> bool:
    """Whether a colon time is the finish of a long race and no pace: "marathon at 3:40"."""
    hours = item.hours_reading
    return hours is not None and distance_m >= _LONG_RACE_M and plausible(distance_m=distance_m, duration_s=hours)


def _unlabelled_time(text: str, distance_m: float) -> float | None:
    """Read "5k in 28" and "10k 52.41": minutes or hours, whichever a person can run."""
    if (match := _DOTTED_TIME.search(text)) and int(match["m"]) >= _FEWEST_MINUTES:
        seconds = int(match["m"]) * 60.0 + int(match["s"])
        if plausible(distance_m=distance_m, duration_s=seconds):
            return seconds
    match = _BARE_TIME.search(text) or _LOOSE_TIME.search(text)
    if match is None:
        return None
    readings = (float(match["n"]) * unit for unit in (60.0, 3600.0))
    return next((seconds for seconds in readings if plausible(distance_m=distance_m, duration_s=seconds)), None)


def _of_the_run(said: Utterance) -> list[Quantity]:
    """Return the quantities of the run itself where another activity is told before it."""
    other = WALKED.search(said.digits) or OTHER_SPORT.search(said.digits)
    verb = _THEN_RAN.search(said.digits) if other else None
    return [item for item in said.items if not item.negated and (verb is None or item.start > verb.start())]


def _first(items: Sequence[Quantity], dimension: Dimension) -> Quantity | None:
    return next((item for item in items if item.dimension == dimension), None)

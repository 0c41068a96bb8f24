"""Read a run somebody did and a weigh-in."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.cues import FUTURE, PAST_RUN, RUN_NOUN, is_question
from bot.nlu.frame import Ask, Frame
from bot.nlu.masses import bare_weight_kg
from bot.nlu.moments import Day, days
from bot.nlu.quantity import Quantity, clock_seconds, plausible
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_RUN_VERB = re.compile(r"\b(?:ran|run|jogged|sprinted|raced|plodded|trotted)\b")
_WALK = re.compile(r"\b(?:walked|hiked|went for a (?:walk|hike)|(?:brisk|dog|long) walk|power walk)\b")
_RIDE = re.compile(
    r"\b(?:cycled|biked|rode|swam|rowed|bike ride|cycling|swimming|elliptical|spin class|stairmaster|peloton|zwift|hiit|gym|yoga|pilates|weights|zumba|crossfit|football|tennis|dance|rowing|boxing)\b"
)
_NO_IDEA = re.compile(r"\b(?:no idea|dont know|not sure|forgot|cant remember|didnt (?:check|time|measure))(?: exactly)? (?:how (?:long|far|fast|much)|what (?:distance|pace|time))\b[^,.;]*")
_LOG = re.compile(r"\b(?:log|add|record|note|put down|save|track)\b(?! (?:in|on|of)\b)")
_AHEAD = re.compile(r"\b(?:till|until|before|in \d+ (?:weeks|months|days)|my (?:first|next)|for (?:a|my|the)|up|prep\w*|coming)\b")
_BARE_DISTANCE = re.compile(
    r"\b(?:ran|run|jogged|did|managed|covered|clocked|logged|log|add|completed)(?: (?:about|around|roughly|nearly|just|another|an easy|a slow|easy|slow|only|over|almost|like|my|a))* (?P<n>\d{1,2}(?:\.\d{1,2})?)(?![\w:.,'/%])(?! (?:min|hour|of|x|times|reps|sets|runs|days|more|intervals|laps|sprints|hills|weeks))"
)
_BARE_TIME = re.compile(
    r"\b(?:in|took(?: me)?|time(?: was)?|under|sub)(?: (?:about|around|roughly|just|under|just under|just over|over|like|only|a))* (?P<n>\d{1,3}(?:\.\d{1,2})?)(?![\w:,'/%])(?!\.\d)(?! (?:km?|mi|miles?|degrees|days|weeks|months|weather|year))"
)
_DOTTED = re.compile(r"(?<![\w:.,])(?P<m>\d{1,3})\.(?P<s>[0-5]\d)(?![\w:.,%]| ?(?:km?|mi|miles?|kg|stone|lbs?|kilos))")
_LOOSE_TIME = re.compile(r"(?:^|[,;@] ?|\d(?:km?|mi| miles?) )(?P<n>\d{2,3})(?=$|[,;.! ])(?! ?[a-z%])")
_AT_PACE = re.compile(r"(?:@|\bat|\bpace)(?: (?:a|about|around|roughly|an average of))? ?$")
_WEIGHED = re.compile(
    r"\b(?:weighed(?: myself)?(?: in)?|weigh[- ]?in|scales? (?:said|says|say|read|reads|show(?:s|ed)?|was|were|this)|on the scales?|(?:stepped|hopped|jumped|got|been) on (?:the|my) scales?|tipped the scales|my weight (?:today|this morning)|weight (?:today|this morning)|todays weight|morning weight|log (?:my )?weight|weight:|(?:im|was) (?:down|up) to|was (?:\d|about \d)[\d.]* ?(?:kg|kilos|lbs?|pounds|stone|st)\b|weigh \d[\d.]* ?(?:kg|lbs?|kilos|pounds)? (?:today|this morning))\b"
)
_NOT_WEIGHED = re.compile(r"\b(?:ran|jogged|want|goal|would|will|calories|if i)\b")


def read_weight(said: Utterance) -> Frame | None:
    """Read a weigh-in: "weighed 71.2 this morning"."""
    if not _WEIGHED.search(said.digits) or is_question(said.words) or _NOT_WEIGHED.search(said.words):
        return None
    item = next(
        (mass for mass in said.all("mass") if not re.search(r"\b(?:lost|gained|down|up) $", said.before(mass))), None
    )
    entities: dict[str, Any] = {}
    ask = None
    if item:
        entities["weight_kg"] = item.value
    elif bare := next((number for number in said.all("number") if 30 <= number.value <= 400), None):
        weight = bare_weight_kg(bare.value, said)
        if weight is None:
            ask = Ask(slot="units", choices=(f"{bare.value:g} kg", f"{bare.value:g} lb"))
        else:
            entities["weight_kg"] = weight
    else:
        return None
    if day := run_day(said):
        entities["date"] = day.on.isoformat()
    return Frame(intent="log_weight", entities=entities, ask=ask)


def read_run(said: Utterance) -> Frame | None:
    """Read a run that was done: "ran 5k in 28:30 this morning", "parkrun 24:59", "10km easy, 1h02"."""
    text = said.words
    told, noun, asked = PAST_RUN.search(text), RUN_NOUN.search(text), _LOG.search(text)
    if is_question(_NO_IDEA.sub("", text)) or said.has("weekly_distance", "weekly_duration", "frequency"):
        return None
    if FUTURE.search(text) and not (told and re.search(r"\b(?:ran|went for|managed|finally|logged)\b", text)):
        return None
    if _RIDE.search(text) and not re.search(r"\b(?:ran|run|jog|jogged|walked)\b", text):
        return None
    entities, ask = run_entities(said)
    sized = entities.keys() & {"distance_m", "duration_s", "speed_m_s", "pace_s_per_km"}
    if not sized and ask is None:
        went = re.search(
            r"\b(?:went (?:out )?for|been (?:out )?for|headed out for|did|had|finished|completed|back from|log|add) (?:a|an|my|the)(?: \w+){0,3} (?:run|jog|plod|trot|parkrun)\b|^(?:i )?(?:ran|jogged)\b(?! (?:out|into|away|late|over|a bath))"
            r"|\b(?:did|done|finished|completed|survived|smashed)\b.*\b(?:w\d{1,2} ?[rd]\d|week \d|c25k|couch to)|\b(?:w\d{1,2} ?[rd]\d|c25k)\b.*\b(?:done|finished|completed)\b",
            text,
        )
        if not went or any(item.dimension != "aside" for item in said.items):
            return None
        ask = Ask(slot="distance_m")
    elif not (told or noun or asked or len(sized) > 1 or _only_size(said)):
        return None
    day = run_day(said)
    if not (told or asked or day or len(sized) > 1 or _only_size(said) or (noun and not _AHEAD.search(said.digits))):
        return None
    if day is not None:
        entities["date"] = day.on.isoformat()
    if _WALK.search(text) and not _RUN_VERB.search(text) and not re.search(r"\b(?:run|jog)\b", text):
        entities["gait"] = "walk"
    return Frame(intent="log_run", entities=entities, ask=ask)


def _only_size(said: Utterance) -> bool:
    """Whether a clause is little more than the size of a run: "5k today"."""
    return len(said.words.split()) <= 4 and said.has("distance")


def run_day(said: Utterance) -> Day | None:
    """Return the day a run or a weigh-in was on."""
    found = days(said.digits, today=said.now.date(), towards="past", month_first=said.units == "imperial")
    return next((day for day in found if day.on <= said.now.date()), None)


def run_entities(said: Utterance) -> tuple[dict[str, Any], Ask | None]:
    """Return distance, time spent, pace, speed and incline of one run, and what must be asked."""
    items = _of_the_run(said)
    entities: dict[str, Any] = {}
    ask = None
    distance = _first(items, "distance")
    if distance:
        entities["distance_m"] = distance.value
    elif (match := _BARE_DISTANCE.search(said.digits)) and _is_number(said, match.start("n")):
        value = float(match["n"])
        if said.speaks:
            entities["distance_m"] = value * (METRES_PER_MILE if said.speaks == "imperial" else METRES_PER_KM)
        else:
            ask = Ask(slot="units", choices=(f"{value:g} km", f"{value:g} miles"))
    if pace := _first(items, "pace"):
        entities["pace_s_per_km"] = pace.value
    if speed := _first(items, "speed"):
        entities["speed_m_s"] = speed.value
    _spent(said, items, entities)
    fraction = _first(items, "fraction")
    if (
        fraction
        and fraction.value <= 0.4
        and re.search(r"\b(?:incline|grade|gradient|hill|treadmill|slope)\b", said.words)
    ):
        entities["incline_fraction"] = fraction.value
    return entities, ask


def _is_number(said: Utterance, start: int) -> bool:
    return any(item.start == start and item.dimension == "number" for item in said.items)


def _spent(said: Utterance, items: list[Quantity], entities: dict[str, Any]) -> None:
    """Find the time a run took, or the pace that was written like a time."""
    distance_m: float | None = entities.get("distance_m")
    for item in items:
        if item.dimension == "duration":
            entities.setdefault("duration_s", item.value)
        elif item.dimension == "clock":
            if distance_m and _AT_PACE.search(said.before(item)) and "pace_s_per_km" not in entities:
                imperial = (_first(items, "distance") or item).units == "imperial"
                entities["pace_s_per_km"] = (
                    item.value * METRES_PER_KM / (METRES_PER_MILE if imperial else METRES_PER_KM)
                )
            elif not re.match(r" ?(?:am|pm)|ish", said.after(item)) and "duration_s" not in entities:
                entities["duration_s"] = clock_seconds(item, distance_m)
    if "duration_s" in entities or not distance_m or {"pace_s_per_km", "speed_m_s"} & entities.keys():
        return
    if seconds := _unlabelled_time(said.digits, distance_m):
        entities["duration_s"] = seconds


def _unlabelled_time(text: str, distance_m: float) -> float | None:
    """Read "5k in 28" and "10k 52.41": minutes or hours, whichever a person can run."""
    if (match := _DOTTED.search(text)) and int(match["m"]) >= 4:
        seconds = int(match["m"]) * 60.0 + int(match["s"])
        if plausible(distance_m=distance_m, duration_s=seconds):
            return seconds
    match = _BARE_TIME.search(text) or _LOOSE_TIME.search(text)
    if match is None:
        return None
    value = float(match["n"])
    return next(
        (value * unit for unit in (60.0, 3600.0) if plausible(distance_m=distance_m, duration_s=value * unit)), None
    )


def _of_the_run(said: Utterance) -> list[Quantity]:
    """Return the quantities of the run itself where another activity is told before it."""
    items = [item for item in said.items if not item.negated]
    verb = None
    if _WALK.search(said.digits) or _RIDE.search(said.digits):
        verb = re.search(r"\b(?:then|and) (?:i )?(?:ran|jogged|run|did)\b", said.digits)
    return [item for item in items if verb is None or item.start > verb.start()]


def _first(items: list[Quantity], dimension: str) -> Quantity | None:
    return next((item for item in items if item.dimension == dimension), None)

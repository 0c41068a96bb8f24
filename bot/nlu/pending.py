"""Read the answer to what the coach asked: "70", "f", "lisbon", "in the evening", "yes"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bot.nlu.ages import age_of
from bot.nlu.body_words import body_facts, sex_of
from bot.nlu.clocks import clocks, part_of_day
from bot.nlu.frame import Ask, Context, Frame, Intent
from bot.nlu.heights import bare_height_m
from bot.nlu.masses import bare_weight_kg
from bot.nlu.number_words import with_digits
from bot.nlu.places import named_place
from bot.nlu.quantities import quantities
from bot.nlu.read_profile import preferred_units, wishes
from bot.nlu.read_reminder import create, next_date
from bot.nlu.read_run import read_run, run_entities
from bot.nlu.read_talk import read_yes_no
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import WEEK, every_n_days
from bot.units import METRES_PER_INCH, METRES_PER_KM, METRES_PER_MILE

_LONGEST_ANSWER = 12
_BODY = frozenset({"weight_kg", "height_m", "age_years", "sex"})
_SKIP = re.compile(r"^(?:i )?(?:(?:would )?rather not(?: say| tell)?|prefer not(?: to)?(?: say)?|skip(?: it| that)?|pass|dont know|no idea|not sure|dont want to (?:say|tell)|none of your business|private|next)\W*$")
_ON_TOP = re.compile(r"\b(?:on top|extra|additional(?:ly)?|in addition|as well|plus|more|both|new|added|besides|too)\b")
_INSTEAD = re.compile(r"\b(?:instead|replac\w+|that is (?:it|all|everything)|thats it|in total|total|same|already|includ\w+|not on top|part of|rather than|thats all)\b")
_WRAPPER = re.compile(r"^(?:(?:oh|um|well|ok|so|its|it is|im|i am|i weigh|about|around|roughly|approx|approximately|like|maybe|probably|i think|say|around about|currently|now|just|only|my \w+ is|they are|thats|that is|make it|do|lets say|let us say|call it|use|at|for|on) )*")
_DIGIT = re.compile(r"\d+(?:\.\d+)?")


def answer(said: Utterance, original: str, context: Context) -> Frame | None:
    """Return the frame of a message that answers the pending question, or None if it says something else.

    Args:
        said: The message.
        original: Its tidy text before typo repair, for names of places.
        context: The turn before, with the slot asked for and the answers that were offered.
    """
    slot = context.pending
    if slot is None or len(said.words.split()) > _LONGEST_ANSWER:
        return None
    if _SKIP.match(said.words):
        return Frame(intent="no")
    reader = _READERS.get(slot)
    facts, ask = body_facts(said) if slot in _BODY else ({}, None)
    if slot in facts and len(facts) > 1:
        return Frame(intent="set_profile", entities=facts, ask=ask)
    if slot.startswith("confirm_"):
        return _confirmed(said, original, context, slot.removeprefix("confirm_"))
    if slot == "time_zone":
        return _zone(original)
    if slot == "units":
        return _units(said, context)
    if slot in {"time", "days", "days_and_time"}:
        return _schedule(said, context)
    return reader(said, context) if reader else None


def _number(said: Utterance) -> float | None:
    """Return the one bare number an answer consists of, wrapped in few words."""
    numbers = [item for item in said.items if item.dimension in {"number", "times"}]
    if len(numbers) != 1:
        return None
    rest = said.digits[: numbers[0].start] + said.digits[numbers[0].end :]
    plain = re.sub(r"\b(?:ish|or so|please|thanks|about|roughly|around|maybe|i think|years|now|give or take|now|though|times|x|im|its|it is|i weigh|weigh|well|just|only|today|lol|actually|sorry|no|oh|hmm|like|say|or|is|probably|probs)\b|[^a-z0-9]", "", rest)
    return numbers[0].value if len(plain) <= 2 else None


def _weight(said: Utterance, context: Context) -> Frame | None:
    if mass := said.first("mass"):
        return _told("weight_kg", mass.value)
    value = _number(said)
    if value is None:
        return None
    weight = bare_weight_kg(value, said)
    if weight is None:
        return Frame(intent="set_profile", ask=Ask(slot="units", choices=(f"{value:g} kg", f"{value:g} lb")))
    return _told("weight_kg", weight)


def _height(said: Utterance, context: Context) -> Frame | None:
    if length := said.first("length"):
        return _told("height_m", length.value)
    pair = re.fullmatch(r"\D{0,12}(?P<feet>[4-7])[ ,.'](?P<inches>1[01]|\d)\"?\D{0,8}", said.digits)
    if pair and "." not in said.digits:
        return _told("height_m", (int(pair["feet"]) * 12 + int(pair["inches"])) * METRES_PER_INCH)
    value = _number(said)
    height = bare_height_m(value) if value is not None else None
    return _told("height_m", height) if height else None


def _age(said: Utterance, context: Context) -> Frame | None:
    age = age_of(said, year=said.now.year)
    if age is None:
        age = _number(said)
    return _told("age_years", age) if age is not None else None


def _sex(said: Utterance, context: Context) -> Frame | None:
    sex = sex_of(said, expected=True)
    return _told("sex", sex) if sex else None


def _told(name: str, value: float | str) -> Frame:
    return Frame(intent="set_profile", entities={name: value})


def _goal(said: Utterance, context: Context) -> Frame | None:
    found = wishes(said)
    for goal, pattern in (("smaller", r"\bsmaller|\blose\b|\bslim|\bless\b|\blean"), ("fuller", r"\bfuller|\bbigger|\bround|\bgrow|\bbuild|\bkeep"), ("fitter", r"\bfit|\bhealth|\bstrong|\bfast|\bfeel")):
        if "goal" not in found and re.search(pattern, said.words):
            found["goal"] = goal
    return _told("goal", found["goal"]) if "goal" in found else None


def _activity(said: Utterance, context: Context) -> Frame | None:
    found = wishes(said).get("activity")
    for activity, pattern in (("desk", r"\bdesk|\bsit|\boffice|\bsedentary|\bcomputer|\bhome\b"), ("on_feet", r"\bfeet|\bstand|\bwalk|\bshop|\bnurse|\bteach|\bwait"), ("heavy", r"\bheavy|\bphysical|\bmanual|\blift|\bbuild|\bfarm|\blabour")):
        if not found and re.search(pattern, said.words):
            found = activity
    return _told("activity", found) if found else None


def _runs_now(said: Utterance, context: Context) -> Frame | None:
    if total := said.first("weekly_distance", "distance"):
        return _told("runs_now_m_per_week", total.value)
    if re.search(r"^(?:none|nothing|zero|not at all|i dont|no|never|nope|nil|0)\b", said.words):
        return _told("runs_now_m_per_week", 0.0)
    value = _number(said)
    if value is None:
        return None
    if said.speaks or value == 0:
        return _told("runs_now_m_per_week", value * (METRES_PER_MILE if said.speaks == "imperial" else METRES_PER_KM))
    return Frame(intent="set_profile", ask=Ask(slot="units", choices=(f"{value:g} km", f"{value:g} miles")))


def _on_top(said: Utterance, context: Context) -> Frame | None:
    talk = read_yes_no(said.words)
    if _INSTEAD.search(said.words) or (talk and talk.intent == "no"):
        return Frame(intent="no", entities={"on_top": False})
    if _ON_TOP.search(said.words) or talk:
        return Frame(intent="yes", entities={"on_top": True})
    return None


def _zone(original: str) -> Frame | None:
    place = named_place(original, bare=True)
    if place is None:
        return None
    if place.zone is None:
        return Frame(intent="set_profile", entities={"country": place.country}, ask=Ask(slot="time_zone"))
    return Frame(intent="set_profile", entities={"timezone": place.zone})


def _units(said: Utterance, context: Context) -> Frame | None:
    """Read which unit a bare number had, or which units they like."""
    choice = _chosen(said, context)
    said_so = (context.last_intent or "set_profile") in {"log_run", "log_weight", "calorie_question"}
    items = quantities(choice) if choice else said.items
    for item in items:
        if item.dimension == "mass":
            intent: Intent = "log_weight" if context.last_intent == "log_weight" else "set_profile"
            return Frame(intent=intent, entities={"weight_kg": item.value})
        if item.dimension == "distance":
            name = "distance_m" if said_so else "runs_now_m_per_week"
            return Frame(intent="log_run" if said_so else "set_profile", entities={name: item.value})
    units = preferred_units(said.words) or preferred_units(re.sub(r"\W+$", "", said.words).split(" ")[-1])
    return Frame(intent="set_profile", entities={"units_pref": units}) if units else None


def _chosen(said: Utterance, context: Context) -> str | None:
    """Return the offered answer a message picks: by its words, its unit or its place in the list."""
    text = said.words.strip(" .!")
    for choice in context.choices:
        plain = choice.lower()
        unit = plain.rsplit(" ", 1)[-1]
        same = {"km": r"kms?|kilomet\w+|metric|k", "miles": r"miles?|mi|imperial", "kg": r"kgs?|kilos?|metric", "lb": r"lbs?|pounds?|imperial"}
        if text == plain or (unit in same and re.search(rf"\b(?:{same[unit]})\b", text)):
            return choice
    if not context.choices:
        return None
    if re.search(r"\b(?:first|former|earlier|1st|option 1|the 1st)\b", text):
        return context.choices[0]
    return context.choices[-1] if re.search(r"\b(?:second|latter|last|later|2nd|option 2)\b", text) else None


def _schedule(said: Utterance, context: Context) -> Frame | None:
    """Read when a reminder is to come."""
    intent: Intent = "reminder_change" if context.last_intent == "reminder_change" else "reminder_create"
    if choice := _chosen(said, context):
        return _picked(choice, intent, said, context)
    part = part_of_day(said.digits) or ("pm" if re.search(r"\bpm\b", said.words) else "am" if re.search(r"\bam\b", said.words) else None)
    if part and not _DIGIT.search(said.digits) and len(context.choices) > 1:
        return Frame(intent=intent, entities={"time": context.choices[0 if part == "am" else -1]})
    if re.search(r"\b(?:once|one time|1 time|one off)\b", said.words) and "time" in context.last_entities:
        return Frame(intent=intent, entities={"date": next_date(said.now, str(context.last_entities["time"]))})
    read = create(said)
    hours = clocks(said.digits, bare=True)
    value = _number(said)
    entities: dict[str, Any] = dict(read.entities)
    if context.pending != "days" and not hours and value is not None and value == int(value) and 0 <= value < 24:
        return _schedule_number(int(value), intent)
    if not entities and not hours:
        interval = every_n_days(said.digits)
        if interval is None and not re.search(r"\b(?:every|daily|any) ?day\b|\bdaily\b|\ball\b", said.words):
            return None
        entities = {"interval_days": interval} if interval else {"days": list(WEEK)}
    ask = read.ask if read.ask and read.ask.slot == "time" and (hours or "time" not in context.last_entities) and context.pending != "days" else None
    return Frame(intent=intent, entities=entities, ask=ask if "time" not in entities else None)


def _schedule_number(hour: int, intent: Intent) -> Frame:
    if 0 < hour < 5:
        return Frame(intent=intent, ask=Ask(slot="time", choices=(f"{hour:02d}:00", f"{hour + 12:02d}:00")))
    return Frame(intent=intent, entities={"time": f"{hour:02d}:00"})


def _picked(choice: str, intent: Intent, said: Utterance, context: Context) -> Frame:
    if re.fullmatch(r"\d\d:\d\d", choice):
        return Frame(intent=intent, entities={"time": choice})
    if "once" in choice and "time" in context.last_entities:
        return Frame(intent=intent, entities={"date": next_date(said.now, str(context.last_entities["time"]))})
    days = list(WEEK[:5]) if "weekday" in choice else list(WEEK)
    return Frame(intent=intent, entities={"days": days})


def _size(said: Utterance, context: Context) -> Frame | None:
    """Read the distance or the time of a run that was told without."""
    run = read_run(said)
    entities = dict(run.entities) if run else run_entities(said)[0]
    value = _number(said)
    if not entities and value is not None and context.pending == "duration_s":
        entities = {"duration_s": value * 60.0}
    elif not entities and value is not None:
        if said.speaks is None:
            return Frame(intent="log_run", ask=Ask(slot="units", choices=(f"{value:g} km", f"{value:g} miles")))
        entities = {"distance_m": value * (METRES_PER_MILE if said.speaks == "imperial" else METRES_PER_KM)}
    intent: Intent = context.last_intent if context.last_intent in {"calorie_question", "log_run"} else "log_run"  # type: ignore[assignment]  # narrowed by membership
    return Frame(intent=intent, entities=entities) if entities else None


def _plan_part(name: str) -> Callable[[Utterance, Context], Frame | None]:
    """Make the reader of one number of a plan of running."""

    def read(said: Utterance, context: Context) -> Frame | None:
        dimension = {"session_distance_m": "distance", "session_duration_s": "duration", "sessions_per_week": "frequency", "horizon_days": "span"}[name]
        item = next((found for found in said.items if found.dimension == dimension), None)
        value = item.value if item else _number(said)
        if value is None:
            return None
        if item is None and name == "session_distance_m":
            value *= METRES_PER_MILE if said.speaks == "imperial" else METRES_PER_KM
        elif item is None:
            value *= {"session_duration_s": 60.0, "horizon_days": 7.0}.get(name, 1.0)
        if name == "horizon_days":
            value = round(value)
        intent: Intent = "plan" if context.last_intent == "plan" else "projection_question"
        return Frame(intent=intent, entities={name: value})

    return read


def _confirmed(said: Utterance, original: str, context: Context, name: str) -> Frame | None:
    """Read yes, no, or the right value for a number that was hard to believe."""
    talk = read_yes_no(said.words)
    if talk:
        return talk
    reader = _READERS.get(name)
    rest = re.sub(r"^(?:no|nope|sorry|oops|i meant|i mean|actually|typo|it was|meant|ah|oh|lol)\b[ ,.!]*", "", re.sub(r"^(?:no|nope|sorry|oops)\b[ ,.!]*", "", said.words))
    digits, _ = with_digits(rest)
    trimmed = Utterance(words=rest, digits=digits, items=tuple(_scan(digits)), now=said.now, units=said.units)
    found = reader(trimmed, context) if reader else None
    return found


def _scan(digits: str) -> tuple[Any, ...]:
    from bot.nlu.quantities import scan

    return scan(digits)


_READERS: dict[str, Callable[[Utterance, Context], Frame | None]] = {
    "weight_kg": _weight,
    "height_m": _height,
    "age_years": _age,
    "sex": _sex,
    "goal": _goal,
    "activity": _activity,
    "runs_now_m_per_week": _runs_now,
    "on_top": _on_top,
    "distance_m": _size,
    "duration_s": _size,
    **{name: _plan_part(name) for name in ("session_distance_m", "session_duration_s", "sessions_per_week", "horizon_days")},
}

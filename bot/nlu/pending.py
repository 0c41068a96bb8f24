"""Read the answer to what the coach asked: "70", "f", "lisbon", "in the evening", "yes"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.nlu.ages import age_of
from bot.nlu.answers import chosen, lone_number
from bot.nlu.body_words import body_facts, sex_of
from bot.nlu.clocks import clocks
from bot.nlu.cues import is_question
from bot.nlu.frame import Ask, Context, Frame, Intent
from bot.nlu.heights import bare_height_m
from bot.nlu.masses import ask_weight_unit, bare_weight_kg
from bot.nlu.pattern import Pattern
from bot.nlu.pending_plan import PLAN_PARTS, run_part
from bot.nlu.pending_schedule import schedule
from bot.nlu.places import named_place
from bot.nlu.quantities import quantities
from bot.nlu.read_cue import read_cue
from bot.nlu.read_profile import preferred_units, wishes
from bot.nlu.read_projection import projection_entities
from bot.nlu.read_record import which_run
from bot.nlu.read_talk import read_yes_no
from bot.nlu.reminder_which import picked_reminder
from bot.nlu.run_size import ask_distance_unit, metres
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import weekdays
from bot.units import METRES_PER_INCH

Reader = Callable[[Utterance, Context], Frame | None]

_LONGEST_ANSWER = 12
_SKIP = Pattern(
    r"^(?:i )?(?:(?:would )?rather not(?: say| tell)?|prefer not(?: to)?(?: say)?|skip(?: it| that)?|pass|dont know"
    r"|no idea"
    r"|not sure|dont want to (?:say|tell)|none of your business|private|next)\W*$"
)
_NOTHING = Pattern(r"^(?:none|nothing|zero|not at all|i dont|no|never|nope|nil|0)\b")
_ON_TOP = Pattern(r"\b(?:on top|extra|additional(?:ly)?|in addition|as well|plus|more|both|new|added|besides|too)\b")
_INSTEAD = Pattern(
    r"\b(?:instead|replac\w+|that is (?:it|all|everything)|in total|total|same|already|includ\w+|not on top|part of"
    r"|rather than)\b"
)
_FEET_INCHES = Pattern(r"\D{0,12}(?P<feet>[4-7])[ ,'](?P<inches>1[01]|\d)\"?\D{0,8}")
_MEANT = Pattern(r"^(?:(?:no|nope|sorry|oops|i meant|i mean|actually|typo|it was|meant|ah|oh|lol)\b[ ,.!]*){1,4}")
_AGREES = Pattern(r"(?:yes|yeah|yep|ok|okay|sure|please|go on)\b(?! i (?:did|was|ran|went))")
_PERHAPS = Pattern(r"^(?:(?:yeah|yes|yea|ok|okay|hmm?|well|i guess|sure|um),? ?)*(?:maybe|perhaps|i guess(?: so)?)\W*$")
"""A shy yes to an offer."""
_ONE_MORE = Pattern(r"\b(?:another|new|second|different|separate|log (?:it|them|both)|both)\b")
_THE_SAME = Pattern(r"\b(?:same|already|twice|dont log|do not log)\b")
"""What says of a run that was held back that it stands in the log, whatever else is said."""
_AT_HOME = Pattern(r"\b\d+ (?:kids?|children|jobs?|dogs?|cats?)\b")
_WENT = Pattern(r"\b(?:went|ran|jogged|walked|did it|been out|managed|done)\b")
"""An outing told instead of an answer to the offer of a reminder."""
_GOALS = (
    ("smaller", Pattern(r"\bsmaller|\blose\b|\bslim|\bless\b|\blean")),
    ("fuller", Pattern(r"\bfuller|\bbigger|\brounder|\bgrow|\bbuild|\bkeep (?:it|them|my|the|its)\b")),
    ("fitter", Pattern(r"\bfit|\bhealth|\bstrong|\bfast|\bfeel")),
)
_DAYS = (
    ("desk", Pattern(r"\bdesk|\bsit|\boffice|\bsedentary|\bcomputer|\bhome\b")),
    ("on_feet", Pattern(r"\bfeet|\bstand|\bwalk|\bshop|\bnurse|\bteach|\bwait")),
    ("heavy", Pattern(r"\bheavy|\bphysical|\bmanual|\blift|\bbuild|\bfarm|\blabour")),
)
_OF_A_RUN = frozenset({"distance_m", "duration_s", "pace_s_per_km", "speed_m_s", "date", "climb_m", "gait"})
_YOUNGEST, _OLDEST = 10, 100
_SHORTEST_CM = 130
_BODY = frozenset({"weight_kg", "height_m", "age_years", "sex"})
_OF_A_BODY = _BODY | {"body"}


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
    if slot == "remind" and _WENT.search(said.words):
        return None
    if _SKIP.match(said.words) and slot != "cue":
        return Frame(intent="no")
    if slot == "time_zone":
        return _zone(original)
    if slot.startswith(("confirm_", "odd_")):
        if said.words.endswith("?") and context.last_intent in {"projection_question", "calorie_question"}:
            return None
        return _confirmed(said, context, slot.split("_", 1)[1])
    if slot in _OF_A_BODY:
        return _of_the_body(said, slot, context)
    reader = _READERS.get(slot)
    return reader(said, context) if reader else None


def _of_the_body(said: Utterance, slot: str, context: Context) -> Frame | None:
    """Read what of a body answers a question for it; "did i say 80 kg?" answers none."""
    own = own_words(said.words)
    if not own:
        return None
    said = said.saying(own)
    facts, ask = body_facts(said) if slot in _BODY else ({}, None)
    if slot in facts and len(facts) > 1:
        return Frame(intent="set_profile", entities=facts, ask=ask)
    reader = _READERS.get(slot)
    return reader(said, context) if reader else None


def _told(name: str, value: float | str) -> Frame:
    return Frame(intent="set_profile", entities={name: value})


def _weight(said: Utterance, context: Context) -> Frame | None:
    if mass := said.first("mass"):
        return _told("weight_kg", mass.value)
    value = lone_number(said)
    if value is None:
        return None
    weight = bare_weight_kg(value, said)
    return Frame(intent="set_profile", ask=ask_weight_unit(value)) if weight is None else _told("weight_kg", weight)


def _height(said: Utterance, context: Context) -> Frame | None:
    if length := said.first("length"):
        return _told("height_m", length.value)
    if pair := _FEET_INCHES.fullmatch(said.digits):
        return _told("height_m", (int(pair["feet"]) * 12 + int(pair["inches"])) * METRES_PER_INCH)
    value = lone_number(said)
    height = bare_height_m(value) if value is not None else None
    return _told("height_m", height) if height else None


def _age(said: Utterance, context: Context) -> Frame | None:
    age = age_of(said, year=said.now.year)
    if age is None:
        age = lone_number(said)
    return None if age is None else _told("age_years", age)


def _sex(said: Utterance, context: Context) -> Frame | None:
    sex = sex_of(said, expected=True)
    return _told("sex", sex) if sex else None


def _goal(said: Utterance, context: Context) -> Frame | None:
    if is_question(said.words):
        return None
    found = wishes(said).get("goal") or next((goal for goal, cue in _GOALS if cue.search(said.words)), None)
    return _told("goal", found) if found else None


def _activity(said: Utterance, context: Context) -> Frame | None:
    found = wishes(said).get("activity") or next((name for name, cue in _DAYS if cue.search(said.words)), None)
    return _told("activity", found) if found else None


def _runs_now(said: Utterance, context: Context) -> Frame | None:
    if said.has("frequency", "times"):
        return None
    if total := said.first("weekly_distance", "distance"):
        return _told("runs_now_m_per_week", total.value)
    if _NOTHING.search(said.words):
        return _told("runs_now_m_per_week", 0.0)
    value = lone_number(said)
    if value is None:
        return None
    distance = metres(value, said.speaks)
    if distance is None:
        return Frame(intent="set_profile", ask=ask_distance_unit(value))
    return _told("runs_now_m_per_week", distance)


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
    return _told("timezone", place.zone)


def _units(said: Utterance, context: Context) -> Frame | None:
    """Read which unit a bare number had, or which units they like."""
    choice = chosen(said, context)
    of_a_run = (context.last_intent or "set_profile") in {"log_run", "calorie_question"}
    for item in quantities(choice) if choice else said.items:
        if item.dimension == "mass":
            intent: Intent = "log_weight" if context.last_intent == "log_weight" else "set_profile"
            return Frame(intent=intent, entities={"weight_kg": item.value})
        if item.dimension == "distance":
            if of_a_run:
                return Frame(intent="log_run", entities={"distance_m": item.value})
            return _told("runs_now_m_per_week", item.value)
    last_word = re.sub(r"\W+$", "", said.words).rsplit(" ", 1)[-1]
    units = preferred_units(said.words) or preferred_units(last_word)
    return _told("units_pref", units) if units else None


def _reminded(said: Utterance, context: Context) -> Frame | None:
    """Read "yes, at 7" after the offer of a reminder."""
    if _PERHAPS.match(said.words):
        return Frame(intent="yes")
    named = clocks(said.digits, bare=True) or (_AGREES.match(said.words) and weekdays(said.digits))
    return schedule(said, context) if named and not _of_oneself(said) else None


def _of_oneself(said: Utterance) -> bool:
    """Whether the numbers are about the person and not about a time: "im 43, desk job, 2 kids"."""
    facts, _ = body_facts(said)
    return bool(facts or wishes(said) or _AT_HOME.search(said.words))


def _confirmed(said: Utterance, context: Context, name: str) -> Frame | None:
    """Read yes, no, or the right value for a number that was hard to believe."""
    if talk := read_yes_no(said.words):
        return talk
    reader = _READERS.get(name)
    meant = said.saying(_MEANT.sub("", said.words))
    read = reader(meant, context) if reader else None
    return replace(read, correction=True) if read else None


def _held_back(said: Utterance, _context: Context) -> Frame | None:
    """Read whether what was held back is to be logged: "yes, another one", "no that's the same run"."""
    if said.has("distance", "mass"):
        return None
    if _THE_SAME.search(said.words):
        return Frame(intent="no")
    return Frame(intent="yes") if _ONE_MORE.search(said.words) else read_yes_no(said.words)


def _body(said: Utterance, context: Context) -> Frame | None:
    """Read whatever of the body a short answer tells: "f", "41", "168", "5'6", "about 70"."""
    facts, ask = body_facts(said)
    if sex := sex_of(said, expected=True):
        facts["sex"] = sex
    value = lone_number(said)
    if not facts and value is not None:
        return _bare_fact(said, value, context)
    if not facts and (pair := _FEET_INCHES.fullmatch(said.digits)):
        return _told("height_m", (int(pair["feet"]) * 12 + int(pair["inches"])) * METRES_PER_INCH)
    facts = {name: one for name, one in facts.items() if not name.startswith(("target_", "rate_"))}
    return Frame(intent="set_profile", entities=facts, ask=ask) if facts or ask else None


def _bare_fact(said: Utterance, value: float, context: Context) -> Frame | None:
    """Give one bare number the meaning its size allows: an age, a height or a weight."""
    if _YOUNGEST <= value < _OLDEST and value == int(value) and "age_years" not in context.last_entities:
        return _told("age_years", value)
    if (height := bare_height_m(value)) and value >= _SHORTEST_CM:
        return _told("height_m", height)
    weight = bare_weight_kg(value, said)
    return _told("weight_kg", weight) if weight is not None else None


def _plan(said: Utterance, context: Context) -> Frame | None:
    """Read a plan of running told in answer: "10k 5 times", "like every day 5k", "8 weeks"."""
    entities = projection_entities(said)
    if (times := said.first("times")) and "sessions_per_week" not in entities:
        entities["sessions_per_week"] = times.value
    return Frame(intent="projection_question", entities=entities, follow_up=True) if entities else None


def _which_run(said: Utterance, context: Context) -> Frame | None:
    """Read which run is to be put right, with what the question was asked about: "the friday one", "the first"."""
    named = which_run(said)
    right = {name: value for name, value in context.last_entities.items() if name in _OF_A_RUN}
    if not named or not right or said.has("distance", "duration", "clock", "pace") or is_question(said.words):
        return None
    return Frame(intent="log_run", entities=right, meant=named, correction=True, follow_up=True)


_READERS: dict[str, Reader] = {
    "weight_kg": _weight,
    "height_m": _height,
    "age_years": _age,
    "sex": _sex,
    "goal": _goal,
    "activity": _activity,
    "runs_now_m_per_week": _runs_now,
    "on_top": _on_top,
    "body": _body,
    "profile": _body,
    "adult": _body,
    "plan": _plan,
    "units": _units,
    "time": schedule,
    "days": schedule,
    "days_and_time": schedule,
    "remind": _reminded,
    "date": schedule,
    "which": picked_reminder,
    "cue": read_cue,
    "which_run": _which_run,
    "log_it": _held_back,
    "distance_m": run_part,
    "duration_s": run_part,
    **PLAN_PARTS,
}

"""Read what leans on the turn before: "make it 7 instead", "and 5 times?", "no it was miles not km", "and for men?"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.nlu.body_words import body_facts
from bot.nlu.correction import CORRECTS
from bot.nlu.cues import in_field
from bot.nlu.follow_up_reminder import changed_reminder
from bot.nlu.frame import Context, Frame, Intent
from bot.nlu.masses import bare_weight_kg
from bot.nlu.moments import past_day
from bot.nlu.read_doubt import read_doubt
from bot.nlu.read_energy import projection_entities
from bot.nlu.read_question import question_type
from bot.nlu.read_record import read_other_run, read_take_back
from bot.nlu.read_talk import read_talk
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_LONGEST = 14
_BRIEF = 4
_AND = re.compile(
    r"^(?:(?:ok|okay|cool|right|hmm|oh|so|great|thanks|fine|yes|no) ?,? ?)*(?:and|what about|how about|what if|or|but"
    r"|for|if|with|at|then|say|try|make (?:it|that)|same (?:for|with|but)|now|in|over|after|also|only|just|as|doing"
    r"|instead|suppose|and what|and how|assuming)\b|\binstead\b|\?$"
)
_SWAP = re.compile(
    r"\b(?:miles?|mi) ?,? ?not (?:km|k|kilomet\w+)|\b(?:it was|i meant|meant|in|thats|that is|make it"
    r"|should be) miles\b|\b(?P<km>(?:kms?|k|kilomet\w+) ?,? ?not (?:miles?|mi)|(?:it was|i meant"
    r"|meant|make it|should be) (?:km|kilomet\w+))\b"
)
_HOW_MUCH_IN = re.compile(
    r"\b(?:in|to|as) (?P<unit>pounds|lbs|stone|miles|imperial|kilos?|kgs?|kms?|kilomet\w+"
    r"|metric|old money|american)\b"
)
_CONVERT = re.compile(
    r"^(?:(?:and|so|ok) )?(?:(?:what|how much|how many|whats)\b[^?]{0,20}\b(?:is )?(?:that|it|this"
    r"|those)\b|convert|that|same|say (?:that|it)|show (?:me )?(?:that|it)|give (?:me )?(?:that|it)"
    r"|can you (?:say|show|give|convert)|how many|in)\b"
)
_IMPERIAL = ("pounds", "lbs", "stone", "miles", "imperial", "old", "american")
_PEOPLE = re.compile(
    r"\b(?P<m>men|man|guys|blokes|males?|boys|my (?:husband|boyfriend|dad|brother|son))\b"
    r"|\b(?P<f>women|woman|girls|ladies|females?|my (?:wife|girlfriend|mum|mom|sister|daughter))\b"
)
_WHAT_TO_DO = re.compile(
    r"^(?:(?:and|so|ok|then|but|right|great) ?,? ?)*(?:what (?:should|can|do|could"
    r"|would) i do(?: (?:then|about (?:it|that)|now|instead))?|what now|so what|now what"
    r"|then what|what do you (?:suggest|recommend|advise)|any (?:tips|advice|suggestions)"
    r"|how do i (?:do that|start|fix (?:it|that))|what works|what helps|what would you do)\W*$"
)
_ABOUT_ME = re.compile(
    r"^(?:(?:and|so|ok|but) )?(?:what about (?:me|for me|my case)|(?:and )?for me|how about me"
    r"|does that (?:apply|go) (?:to|for) me|me too|and me|is that (?:true )?for me)\W*$"
)
_MAINTAINED: dict[str, Intent] = {"projection_question": "projection_question", "calorie_question": "calorie_question"}


def follow_up(said: Utterance, context: Context) -> Frame | None:
    """Return the frame of a message that only makes sense after the turn before; entities hold what is new."""
    if context.last_intent is None or len(said.words.split()) > _LONGEST:
        return None
    if units := _other_units(said.words):
        return Frame(intent="more", entities={"units_pref": units}, follow_up=True)
    if read_take_back(said, context) or read_doubt(said.words):
        return None
    return read_other_run(said, context) or _varied(said, context, context.last_intent)


def _varied(said: Utterance, context: Context, last: str) -> Frame | None:
    if last == "log_run":
        return _corrected_run(said, context)
    if last.startswith("reminder_"):
        return changed_reminder(said, context)
    if last in _MAINTAINED:
        return _varied_plan(said, context, _MAINTAINED[last])
    if last in {"log_weight", "set_profile"}:
        return _corrected_fact(said, context, "log_weight" if last == "log_weight" else "set_profile")
    return _more_knowledge(said) if last in {"knowledge_question", "why", "more", "source"} else None


def _other_units(text: str) -> str | None:
    match = _HOW_MUCH_IN.search(text)
    if match is None or not _CONVERT.search(text) or re.search(r"\d", text):
        return None
    return "imperial" if match["unit"].startswith(_IMPERIAL) else "metric"


def _corrected_run(said: Utterance, context: Context) -> Frame | None:
    if not CORRECTS.search(said.digits) or re.search(r"\bremind|\bcalor|\bhow\b|\bwhat\b", said.words):
        return None
    old = context.last_entities.get("distance_m")
    swap = _SWAP.search(said.words)
    if swap and isinstance(old, int | float) and not said.has("distance"):
        factor = METRES_PER_KM / METRES_PER_MILE if swap["km"] else METRES_PER_MILE / METRES_PER_KM
        return _fixed("log_run", {"distance_m": old * factor})
    entities, _ = run_size(said)
    if day := past_day(said):
        entities["date"] = day.on.isoformat()
    if not entities and (value := _lone_number(said)) is not None:
        entities = _like_before(value, context.last_entities)
    return _fixed("log_run", entities) if entities else None


def _like_before(value: float, before: Mapping[str, Any]) -> dict[str, float]:
    """Give a bare corrected number the role of the number it replaces: a distance, else a time in minutes."""
    distance = before.get("distance_m")
    if isinstance(distance, int | float):
        miles = distance / METRES_PER_MILE
        factor = METRES_PER_MILE if abs(miles - round(miles, 1)) < 1e-6 else METRES_PER_KM
        return {"distance_m": value * factor}
    return {"duration_s": value * 60.0} if "duration_s" in before else {}


def _varied_plan(said: Utterance, context: Context, intent: Intent) -> Frame | None:
    """Read another value for the calculation of the turn before."""
    text = said.words
    brief = len(text.split()) <= _BRIEF and any(item.dimension != "aside" for item in said.items)
    if not (_AND.search(text) or CORRECTS.search(said.digits) or brief):
        return None
    if re.search(r"\b(?:remind|plan|why|log|source|does|is it|should|how do|weather)\b", text):
        return None
    facts, _ = body_facts(said)
    entities: dict[str, Any]
    if intent == "projection_question":
        entities = projection_entities(said)
        times = said.first("times")
        if times and "sessions_per_week" not in entities:
            entities["sessions_per_week"] = times.value
    else:
        entities, _ = run_size(said)
        entities.pop("date", None)
    entities |= facts
    if not entities and (value := _lone_number(said)) is not None:
        entities = _like_plan(value, context.last_entities)
    if not entities:
        return None
    return Frame(
        intent=intent,
        entities=entities,
        follow_up=True,
        correction=bool(CORRECTS.match(said.digits)),
        question=question_type(text),
    )


def _like_plan(value: float, before: Mapping[str, Any]) -> dict[str, float]:
    if "sessions_per_week" in before and value <= 14:
        return {"sessions_per_week": value}
    return _like_before(value, before)


def _corrected_fact(said: Utterance, context: Context, intent: Intent) -> Frame | None:
    if not CORRECTS.search(said.digits):
        return None
    facts, _ = body_facts(said)
    value = _lone_number(said)
    known = [name for name in ("weight_kg", "age_years") if name in context.last_entities]
    if not facts and value is not None and len(known) == 1:
        weight = bare_weight_kg(value, said) if known[0] == "weight_kg" else value
        facts = {known[0]: weight} if weight is not None else {}
    return _fixed(intent, facts) if facts else None


def _more_knowledge(said: Utterance) -> Frame | None:
    text = said.words
    if read_talk(text):
        return None
    if _WHAT_TO_DO.match(text):
        return Frame(intent="knowledge_question", question="how", follow_up=True)
    if _ABOUT_ME.match(text):
        return Frame(intent="knowledge_question", question="what_about_me", follow_up=True)
    if not re.match(
        r"(?:(?:ok|so|right|hmm|oh),? )?(?:and|what about|how about|but|or|does (?:it|that)|is (?:it"
        r"|that)|will (?:it|that)|would (?:it|that)|what if|also|same for|even|can (?:it|that)|do they"
        r"|are they|how (?:long|much|often|many)|in (?:men|women))\b",
        text,
    ):
        return None
    entities: dict[str, Any] = {}
    if people := _PEOPLE.search(text):
        entities["sex"] = "male" if people["m"] else "female"
    elif said.items and not in_field(text):
        return None
    if len(text.split()) > 10 and not people:
        return None
    return Frame(
        intent="knowledge_question", entities=entities, question=question_type(text) or "yes_no", follow_up=True
    )


def _lone_number(said: Utterance) -> float | None:
    numbers = [item.value for item in said.items if item.dimension == "number" and not item.negated]
    return numbers[0] if len(numbers) == 1 else None


def _fixed(intent: Intent, entities: Mapping[str, Any]) -> Frame:
    return Frame(intent=intent, entities=entities, correction=True, follow_up=True)

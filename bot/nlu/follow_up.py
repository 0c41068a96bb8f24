"""Read what leans on the turn before: "make it 7 instead", "and 5 times?", "no it was miles not km", "and for men?"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.nlu.body_words import body_facts
from bot.nlu.correction import CORRECTS, ITS_TIME
from bot.nlu.cues import PAST_RUN, in_field, is_question, names_what_it_is
from bot.nlu.follow_up_reminder import changed_reminder
from bot.nlu.frame import Context, Frame, Intent
from bot.nlu.masses import bare_weight_kg
from bot.nlu.moments import past_day
from bot.nlu.pattern import Pattern
from bot.nlu.read_answered_back import read_answered_back
from bot.nlu.read_doubt import read_doubt
from bot.nlu.read_energy import asks_no_energy, device_kcal
from bot.nlu.read_projection import projection_entities
from bot.nlu.read_question import question_type
from bot.nlu.read_record import read_other_run, read_take_back
from bot.nlu.read_talk import read_talk
from bot.nlu.run_size import STEEPEST, graded, run_size, sloped_again, walks
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_LONGEST = 14
_LONGEST_PLAN = 26
"""A plan made of the run just spoken of is told along with what is wanted of it: its loss, its range."""
_OF_THAT = Pattern(
    r"\b(?:do|did|doing|keep|keeping|kept|repeat|repeated|run|ran) (?:up )?(?:that|this|it|those|these|so)\b"
    r"|\b(?:of|like) (?:that|this|it|those|these|them)\b"
)
_OF_A_RUN = frozenset({"log_run", "calorie_question"})
_BRIEF = 4
_FEW = 8
"""A longer text with one bare number speaks of something else: "is 180 steps per minute really better"."""
_AND = Pattern(
    r"^(?:(?:ok|okay|cool|right|hmm|oh|so|great|thanks|fine|yes|no)[ ,]*)*(?:and|what about|how about|what if|or|but"
    r"|for|if|with|at|then|say|try|make (?:it|that)|same (?:for|with|but)|now|in|over|after|also|only|just|as|doing"
    r"|instead|suppose|and what|and how|assuming)\b|\binstead\b|\?$"
)
_SWAP = Pattern(
    r"\b(?:miles?|mi) ?,? ?not (?:km|k|kilomet\w+)|\b(?:it was|that was|those were|i meant|meant|in|thats"
    r"|that is|make it"
    r"|should be) miles\b|\b(?P<km>(?:kms?|k|kilomet\w+) ?,? ?not (?:miles?|mi)|(?:it was|i meant"
    r"|meant|make it|should be) (?:km|kilomet\w+))\b"
)
_HOW_MUCH_IN = Pattern(
    r"\b(?:in|to|as) (?P<unit>pounds|lbs?|stone|miles|imperial|kilos?|kgs?|kms?|kilomet\w+"
    r"|metric|old money|american)\b"
)
_HOW_MANY_ARE_IT = Pattern(
    r"\b(?:how many|whats that many) (?P<unit>pounds|lbs?|stones?|miles|kilos?|kgs?|kms?"
    r"|kilomet\w+)(?: of (?:body )?fat)?"
    r" (?:is|are|was|would|does|do|will) (?:that|it|this|those)(?: be| make| come to| exactly| then)*\W*$"
)
_CONVERT = Pattern(
    r"^(?:(?:and|so|ok) )?(?:(?:what|how much|how many|whats)\b[^?]{0,20}\b(?:is )?(?:that|it|this"
    r"|those)\b|convert|that|same|say (?:that|it)|show (?:me )?(?:that|it)|give (?:me )?(?:that|it)"
    r"|can you (?:say|show|give|convert)|how much (?:is )?(?=in\b)|how many|in)\b"
)
_IMPERIAL = ("pounds", "lb", "stone", "miles", "imperial", "old", "american")
_MISTYPED = Pattern(
    r"(?:(?:oh|and|sorry|oops|wait|so|btw|no)[ ,]*)*i (?:wrote|typed|put|said|told you|logged"
    r"|entered)\b[^.?!\n]{0,24}?"
    r"\b(?:but|i meant|but i meant|instead of) (?:it was |meant |actually |really )*"
)
"""What stands behind it is the right value: "i wrote 2k but it was 2 miles"."""
_TAKE = Pattern(
    r"(?:(?:ok|okay|no|yes|yeah|please|pls|just|and|so|then|well|lets|i (?:trust|believe) (?:my |the )?\w+)[ ,]*)*"
    r"(?P<verb>(?:use|take|go with|count|call it|enter|trust|have) (?:the |it as |it at |my )?)?"
    r"(?P<n>\d{1,3}(?:[.:]\d{1,2})?) ?(?:kms?|k|miles?|mi|min\w*)?"
    r"(?P<tail>(?: (?:one|1|then|please|pls|instead|for (?:it|that|the distance|the run)|as (?:the )?distance|from the"
    r" \w+))*)\W*"
)
"""Which of two sizes is to stand for the run just told; a number alone says so with "please" or the like."""
_TAKEN_NEAR = 1.5
_ASKS_OR_REMINDS = Pattern(r"\bremind|\bcalor|\bhow\b|\bwhat\b")
_OF_THE_BODY = Pattern(r"\b(?:weigh\w*|weights?|kgs?|kilos?|lbs?|pounds?|height|waist|hips?|body ?fat)\b")
_PEOPLE = Pattern(
    r"\b(?P<m>men|man|guys|blokes|males?|boys|my (?:husband|boyfriend|dad|brother|son))\b"
    r"|\b(?P<f>women|woman|girls|ladies|females?|my (?:wife|girlfriend|mum|mom|sister|daughter))\b"
)
_WHAT_TO_DO = Pattern(
    r"^(?:(?:and|so|ok|then|but|right|great)[ ,]*)*(?:what (?:should|can|do|could"
    r"|would) i do(?: (?:then|about (?:it|that)|now|instead))?|what (?:should|can|do|could|would) i (?:use|try"
    r"|take)(?: (?:then|instead))?|what now|so what|now what"
    r"|then what|what do you (?:suggest|recommend|advise)|any (?:tips|advice|suggestions)"
    r"|how do i (?:do that|start|fix (?:it|that))|what works|what helps|what would you do)\W*$"
)
_ABOUT_ME = Pattern(
    r"^(?:(?:and|so|ok|but) )?(?:what about (?:me|for me|my case)|(?:and )?for me|how about me"
    r"|does that (?:apply|go) (?:to|for) me|me too|and me|is that (?:true )?for me)\W*$"
)
_ANOTHER_MATTER = Pattern(
    r"\b(?:vo2\w*|heart ?rate|zones?|max hr|lactate|threshold|remind|plan|why|log|source|does|is it|should|how do"
    r"|weather)\b"
)
_ON_SLOPE = frozenset({"incline_fraction", "surface"})
_RUNNING = Pattern(r"\b(?:run|running|jog|jogging)\b")
_OF_ONES_OWN = Pattern(r"\b(?:im|i am|for me|me|weigh\w*|weight|at|for an?|same)\b")
_WISHED = ("target_fat_kg", "target_loss_kg", "target_weight_kg")
_MOST_LOST_KG = 30.0
"""A bare mass up to this is a loss, a larger one a weight to reach. [kg]"""
_MAINTAINED: dict[str, Intent] = {"projection_question": "projection_question", "calorie_question": "calorie_question"}


def follow_up(said: Utterance, context: Context) -> Frame | None:
    """Return the frame of a message that only makes sense after the turn before; entities hold what is new."""
    if context.last_intent in _OF_A_RUN and (plan := _kept_up(said)):
        return plan
    if context.last_intent is None or len(said.words.split()) > _LONGEST:
        return None
    if units := _other_units(said.words):
        return Frame(intent="more", entities={"units_pref": units}, follow_up=True)
    if read_take_back(said, context) or read_doubt(said.words):
        return None
    return read_other_run(said, context) or _varied(said, context, context.last_intent)


def _varied(said: Utterance, context: Context, last: str) -> Frame | None:
    if answered := read_answered_back(said, last):
        return answered
    if last == "log_run":
        return _corrected_run(said, context) or _rest_of_run(said, context)
    if last.startswith("reminder_"):
        return changed_reminder(said, context)
    if last in _MAINTAINED:
        return _varied_plan(said, context, _MAINTAINED[last])
    if last in {"log_weight", "set_profile"}:
        return _corrected_fact(said, context, "log_weight" if last == "log_weight" else "set_profile")
    return _more_knowledge(said) if last in {"knowledge_question", "why", "more", "source"} else None


def _kept_up(said: Utterance) -> Frame | None:
    """Read the run just spoken of as a plan: "12 weeks of this, three times a week?"."""
    if not said.has("span") or not (said.has("frequency") or said.has("times")) or PAST_RUN.search(said.words):
        return None
    words = len(said.words.split())
    if words > _LONGEST and (words > _LONGEST_PLAN or not _OF_THAT.search(said.words)):
        return None
    return Frame(
        intent="projection_question", entities=_varied_weeks(said), question=question_type(said.words), follow_up=True
    )


def _rest_of_run(said: Utterance, context: Context) -> Frame | None:
    """Read the part of the run that was left out before: "22 min" after "ran 2k with the buggy"."""
    brief = len(said.words.split()) <= _BRIEF or ITS_TIME.match(said.digits) is not None
    if not brief or is_question(said.words) or past_day(said) is not None:
        return None  # "and yesterday 20 min" is a run of its own
    entities, ask = run_size(said)
    new = entities.keys() - context.last_entities.keys()
    if ask or len(entities) != 1 or not new or not context.last_entities.keys() & {"distance_m", "duration_s"}:
        return None
    return _fixed("log_run", entities)


def _other_units(text: str) -> str | None:
    match = _HOW_MANY_ARE_IT.search(text)
    if match is None and _CONVERT.search(text) and not re.search(r"\d", text):
        match = _HOW_MUCH_IN.search(text)
    if match is None:
        return None
    return "imperial" if match["unit"].startswith(_IMPERIAL) else "metric"


def _corrected_run(said: Utterance, context: Context) -> Frame | None:
    if typed := _MISTYPED.match(said.words):
        said = said.saying(said.words[typed.end() :])
    elif not (CORRECTS.search(said.digits) or _takes(said, context)) or _ASKS_OR_REMINDS.search(said.words):
        return None
    if _OF_THE_BODY.search(said.words):
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


def _takes(said: Utterance, context: Context) -> bool:
    """Whether a message only says which size to take for the run just told: "use 8.1 pls", "go with 45 min"."""
    match = _TAKE.fullmatch(said.digits)
    if match is None or not (match["verb"] or match["tail"]):
        return False
    before = (context.last_entities.get("distance_m"), context.last_entities.get("duration_s"))
    told = [one.value for one in said.items if one.dimension in {"distance", "duration", "clock"}]
    number = float(match["n"].replace(":", "."))
    near = told or [number * METRES_PER_KM, number * METRES_PER_MILE, number * 60.0]
    return any(old and _TAKEN_NEAR > one / old > 1 / _TAKEN_NEAR for old in before for one in near)


def _like_before(value: float, before: Mapping[str, Any]) -> dict[str, float]:
    """Give a bare corrected number the role of the number it replaces: a distance, else a time in minutes."""
    distance, duration = before.get("distance_m"), before.get("duration_s")
    if isinstance(distance, int | float) and not (duration and _nearer_the_time(value, distance, duration)):
        miles = distance / METRES_PER_MILE
        factor = METRES_PER_MILE if abs(miles - round(miles, 1)) < 1e-6 else METRES_PER_KM
        return {"distance_m": value * factor}
    if "duration_s" in before:
        return {"duration_s": value * 60.0}
    return {"distance_m": value * METRES_PER_KM} if "date" in before else {}


def _nearer_the_time(value: float, distance_m: float, duration_s: float) -> bool:
    """Whether a bare number is nearer to the minutes told before than to the kilometres: "no, 31" after 5k in 30."""
    return abs(value - duration_s / 60.0) < abs(value - distance_m / METRES_PER_KM)


def _varied_plan(said: Utterance, context: Context, intent: Intent) -> Frame | None:
    """Read another value for the calculation of the turn before."""
    text = said.words
    at_pulse = "hr_bpm" in context.last_entities and said.has("heart_rate")
    if not _may_vary(said, intent) or (_ANOTHER_MATTER.search(text) and not at_pulse):
        return None
    entities = _varied_run(said, context) if intent == "calorie_question" else _varied_weeks(said)
    # What is told of oneself goes before what is only asked beside it: "why a woman of 35? i said man, 44".
    facts, _ = body_facts(said.saying(own_words(said.digits) or text))
    if intent == "projection_question" and "weight_kg" in facts and not _OF_ONES_OWN.search(text):
        facts = _as_wish(facts, context.last_entities)
    if facts and not entities and not (_AND.search(text) or CORRECTS.search(said.digits)):
        return None
    entities |= facts
    if not entities and len(text.split()) <= _FEW and (value := _lone_number(said)) is not None:
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


def _may_vary(said: Utterance, intent: Intent) -> bool:
    """Whether a message may be the calculation once more with another value: it says so, is brief, or only a run."""
    sized = any(item.dimension != "aside" for item in said.items)
    if intent == "calorie_question" and asks_no_energy(said.words):
        return False
    if intent == "calorie_question" and sized:
        return past_day(said) is None and (
            not PAST_RUN.search(said.words) or bool(CORRECTS.search(said.digits) or _AND.search(said.words))
        )
    brief = sized and len(said.words.split()) <= _BRIEF
    return brief or bool(_AND.search(said.words) or CORRECTS.search(said.digits))


def _varied_run(said: Utterance, context: Context) -> dict[str, Any]:
    if (shown := device_kcal(said)) is not None:
        return {"claimed_kcal": shown}
    entities, _ = run_size(said)
    entities.pop("date", None)
    slope = said.first("fraction")
    if slope and _ON_SLOPE & context.last_entities.keys() and slope.value <= STEEPEST:
        entities["incline_fraction"] = graded(slope.value, said.words)  # "and at 5%?" after a treadmill's run
    elif (again := sloped_again(context.last_entities.get("incline_fraction"), said.words)) is not None:
        entities["incline_fraction"] = again
    if walks(said.words):
        entities["gait"] = "walk"
    elif _RUNNING.search(said.words) and "gait" in context.last_entities:
        entities["gait"] = "run"
    return entities


def _varied_weeks(said: Utterance) -> dict[str, Any]:
    entities = projection_entities(said)
    if (times := said.first("times")) and "sessions_per_week" not in entities:
        entities["sessions_per_week"] = times.value
    return entities


def _as_wish(facts: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Read a bare mass after a projection as what they wish to lose or to reach, never as a new weight: "and 8 kg?"."""
    value = facts["weight_kg"]
    known = next((name for name in _WISHED if name in before), None)
    loses = value <= _MOST_LOST_KG
    name = (
        known if known and (known != "target_weight_kg") == loses else "target_loss_kg" if loses else "target_weight_kg"
    )
    return {**{key: one for key, one in facts.items() if key != "weight_kg"}, name: value}


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
    if read_talk(text) or names_what_it_is(text):
        return None
    if _WHAT_TO_DO.match(text):
        return Frame(intent="knowledge_question", question="how", follow_up=True)
    if _ABOUT_ME.match(text):
        return Frame(intent="knowledge_question", question="what_about_me", follow_up=True)
    if not re.match(
        r"(?:(?:ok|so|right|hmm|oh),? )?(?:and|what (?:will|would|does|can|did) (?:it|that|this)|what about"
        r"|how about|but|or|does (?:it|that)|is (?:it"
        r"|that)|will (?:it|that)|would (?:it|that)|what if|also|same for|even|can (?:it|that)|do they"
        r"|are they|(?:by )?how (?:long|much|often|many|far|fast|big|hard)|in (?:men|women|who))\b",
        text,
    ):
        return None
    entities = people_in(text)
    if not entities and ((said.items and not in_field(text)) or len(text.split()) > 10):
        return None
    return Frame(
        intent="knowledge_question", entities=entities, question=question_type(text) or "yes_no", follow_up=True
    )


def people_in(text: str) -> dict[str, Any]:
    """Return the sex of the people a tidy text asks about, as an entity; empty if it names none."""
    people = _PEOPLE.search(text)
    return {} if people is None else {"sex": "male" if people["m"] else "female"}


def _lone_number(said: Utterance) -> float | None:
    numbers = [item.value for item in said.items if item.dimension == "number" and not item.negated]
    return numbers[0] if len(numbers) == 1 else None


def _fixed(intent: Intent, entities: Mapping[str, Any]) -> Frame:
    return Frame(intent=intent, entities=entities, correction=True, follow_up=True)

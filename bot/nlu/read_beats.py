"""Read a question for the energy of some minutes at a heart rate: "what if my hr is 150 for 45 min, how many kcal"."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_energy import own_body
from bot.nlu.run_size import run_size
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance

_ENERGY: Final = Pattern(r"\b(?:kcals?|calories|calorie|cals?|energy|burn\w*|kj)\b")
_SUPPOSES: Final = Pattern(r"\b(?:what|how|if|say|suppose|and)\b|\?")
_OTHER: Final = Pattern(
    r"\b(?:max|maximum|resting|rest|highest|top) (?:heart ?rate|hr|pulse|bpm)\b|\b(?:safe|danger\w*|too high|normal)\b"
)
"""What is asked of a heart rate besides energy."""

_LOWEST, _HIGHEST = 60.0, 230.0
"""Fewer or more beats are no effort's: the miss of a formula, a slip. [beats/min]"""


def read_beats(said: Utterance, context: Context) -> list[Frame]:
    """Return the question as a `calorie_question` of `hr_bpm` and `duration_s`; empty if it is none.

    With a distance or a speed the run is priced by that, so it is none.
    """
    beats = said.first("heart_rate")
    sized = said.has("distance", "speed", "pace", "energy")
    if beats is None or sized or _OTHER.search(said.digits) or not _LOWEST <= beats.value <= _HIGHEST:
        return []
    priced = context.last_intent == "calorie_question"
    asks = is_question(said.words) or _SUPPOSES.search(said.digits) is not None
    of_energy = _ENERGY.search(said.digits) is not None
    if not (priced and asks) and not (of_energy and (asks or not PAST_RUN.search(said.digits))):
        return []
    own = own_words(said.words)
    told = own_body(said.saying(own)) if own else {}
    entities: dict[str, Any] = {"hr_bpm": beats.value}
    entities |= {name: value for name, value in own_body(said).items() if name not in told}
    if duration := run_size(said)[0].get("duration_s"):
        entities["duration_s"] = duration
    leans = priced and "duration_s" not in entities and not of_energy
    asked = Frame(intent="calorie_question", entities=entities, follow_up=leans)
    return [asked, Frame(intent="set_profile", entities=told)] if told else [asked]

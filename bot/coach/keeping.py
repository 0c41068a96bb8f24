"""What a turn stages to be stored: the profile. Nothing is stored here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from bot.coach import whereabouts
from bot.coach.before import note
from bot.coach.facts import Fact, Missing, Noted, OlderThanSaid, Withheld
from bot.coach.grown import was_guessed
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.thread import SUMS
from bot.coach.turn import LogWeight, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.runner import Runner
from bot.training.weigh_in import WeighIn
from bot.units import METRES_PER_KM

_FIELDS: Final[Mapping[str, str]] = {
    "sex": "sex",
    "age_years": "age_years",
    "height_m": "height_m",
    "weight_kg": "weight_kg",
    "waist_cm": "waist_cm",
    "hip_cm": "hip_cm",
    "neck_cm": "neck_cm",
    "timezone": "time_zone",
    "units_pref": "units",
    "goal": "goal",
    "activity": "activity",
    "country": "country",
}
"""Names of the parser's entities and of the profile's fields."""
_FEWEST_WORDS: Final = 6
"""Words of a message that asks something beside what it tells."""
_USED_TO_WEIGH: Final = Pattern(r"\bused to\b(?!.*\b(?:now|today|these days)\b).*\bweigh\b", re.IGNORECASE)
"""A weight of the past, and no weigh-in."""
_SHAPES: Final = frozenset({"smaller", "fuller"})
"""Goals that are kept only where shape may be talked of; to get fitter is open to all."""


def told_changes(runner: Runner, entities: Mapping[str, Any]) -> dict[str, Any]:
    """Return the profile fields that a message told, by the profile's names."""
    changes = {field: entities[name] for name, field in _FIELDS.items() if name in entities}
    if "runs_now_m_per_week" in entities:
        changes["runs_now_km_per_week"] = entities["runs_now_m_per_week"] / METRES_PER_KM
    weight = changes.get("weight_kg", runner.weight_kg)
    if "body_fat_fraction" in entities and weight is not None:
        changes["fat_mass_kg"] = entities["body_fat_fraction"] * weight
    return changes


def asks_beside(frame: Frame, runner: Runner, text: str) -> Frame:
    """Return the question of a message that tells again what is known: "how far should a 19 yr old beginner go?".

    Args:
        frame: What the message says.
        runner: What is known.
        text: The message.
    """
    told = told_changes(runner, frame.entities) if frame.intent == "set_profile" and frame.ask is None else {}
    if not told or frame.also or any(getattr(runner, name) != value for name, value in told.items()):
        return frame
    if not is_question(text.lower()) or len(text.split()) < _FEWEST_WORDS:
        return frame
    return Frame(intent="knowledge_question", question=frame.question, repaired=frame.repaired, flags=frame.flags)


def with_told(runner: Runner, entities: Mapping[str, Any]) -> Runner:
    """Return the profile with what a message told; what cannot be true is left out.

    Raises:
        ValidationError: If a value is outside what a human can be.
    """
    return Runner.model_validate({**runner.model_dump(exclude_none=True), **told_changes(runner, entities)})


def remember(w: Workings, entities: Mapping[str, Any], *, weighed_on: date | None = None) -> Fact:
    """Stage the profile with what the message told; a weight is a weigh-in of its day too.

    Args:
        w: The turn.
        entities: What was told, by the parser's names.
        weighed_on: The day of the weight, today if absent.
    """
    before = w.memory.runner
    of_the_past = _USED_TO_WEIGH.search(w.message.text) is not None
    entities = {name: value for name, value in entities.items() if name != "weight_kg" or not of_the_past}
    if (elsewhere := whereabouts.some_days(w, entities)) is not None:
        return elsewhere
    if entities.get("goal") in _SHAPES and not permissions(before).goals and len(told_changes(before, entities)) > 1:
        del entities["goal"]
    told = told_changes(before, entities)
    changes = {name: value for name, value in told.items() if getattr(before, name) != value}
    if not told:
        return Missing(slot="profile")
    before = _not_so_young(w, before, changes)
    objection = _objection(before, changes)
    if objection is not None:
        return objection
    try:
        after = with_told(before, entities)
    except ValidationError as error:
        return Missing(slot=f"odd_{error.errors()[0]['loc'][0]}")
    if changes:
        note(w, profile={name: getattr(before, name) for name in changes})
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
        whereabouts.follow(w, before, after)
    if "weight_kg" in told:
        keep_weigh_in(w, WeighIn(on_date=weighed_on or w.now.date(), weight_kg=told["weight_kg"]))
    return Noted(changes=changes or told, before=before, after=after)


def _not_so_young(w: Workings, before: Runner, changes: Mapping[str, Any]) -> Runner:
    """Return the profile without our guess that they are a child, where they tell an adult age."""
    if changes.get("age_years", 0) < ADULT_AGE_YEARS or not was_guessed(w):
        return before
    note(w, profile={"flags": sorted(before.flags)})
    w.reopened = True
    return before.model_copy(update={"flags": before.flags - {"minor"}})


def _objection(before: Runner, changes: Mapping[str, Any]) -> Fact | None:
    """Return why something told may not be kept: an age that must be confirmed, a number not talked about now."""
    allowed = permissions(before)
    age = changes.get("age_years")
    if age is not None and age >= ADULT_AGE_YEARS and allowed.state == "under_18":
        return OlderThanSaid(age_years=age)
    weighs = {"weight_kg", "fat_mass_kg", "waist_cm"} & changes.keys() and not allowed.weigh_ins
    if weighs or (changes.get("goal") in _SHAPES and not allowed.goals):
        return Withheld(state=allowed.state or "number_free")
    return None


def keep_weigh_in(w: Workings, weigh_in: WeighIn) -> None:
    """Stage a weigh-in, noting what stood on its date."""
    stood = {one.on_date: one.weight_kg for one in w.memory.weigh_ins}
    note(w, weigh_ins={weigh_in.on_date.isoformat(): stood.get(weigh_in.on_date)})
    w.staged.append(LogWeight(weigh_in=weigh_in))


def told_now(runner: Runner, frame: Frame) -> Runner:
    """Return the profile with what this message says about the body; nonsense is left for the tools to question."""
    # "what about men?" names other people, not the person.
    others = frame.follow_up and frame.intent == "knowledge_question"
    if frame.follow_up and frame.intent in SUMS and frame.entities.get("sex") not in {None, runner.sex}:
        runner = Runner(units=runner.units, flags=runner.flags)
    for one in frame.also if others else (frame, *frame.also):
        try:
            runner = with_told(runner, one.entities)
        except ValidationError:
            continue
    return runner

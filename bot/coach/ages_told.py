"""Doubt an age that is told like one and hardly can be: "im 92" from somebody of 38 who weighs 92 kg."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import ADULT_AGE_YEARS
from bot.coach.workings import Workings
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.runner import Runner
from bot.units import KG_PER_POUND, POUNDS_PER_STONE
from bot.voice.phrase import phrase

DOUBTED: Final = "age_doubted"
"""The entity that holds a number which was not taken for an age."""
_AGE: Final = "age_years"
_YEARS_NEAR: Final = 5.0
"""So near to the age that is known, it is put right or time has gone by. [years]"""
_NEAR: Final = 0.6
"""How near a number must be to the weight that is known."""
_FEWEST_WORDS: Final = 5
_OUTRIGHT: Final = Pattern(
    r"\b(?:age[ds]?|years?|yrs?|yo|old|birthday|turn\w*|born|not \d+|typo|meant|sorry|wrong|actually|correct\w*"
    r"|mistake)\b"
    r"|\d ?(?:y/?o|[fm])\b|\d/[fm]\b",
    re.IGNORECASE,
)
"""Beside these an age is told for sure, or put right."""


def without_doubted_age(frame: Frame, known: Runner, text: str) -> Frame:
    """Return a frame in which a number that hardly is an age is none, but kept as one to be named."""
    told = next((one.entities[_AGE] for one in (frame, *frame.also) if _AGE in one.entities), None)
    if told is None or not _is_doubtful(float(told), known, text):
        return frame
    first, *others = (_without_age(one) for one in (frame, *frame.also))
    if first.intent == "set_profile" and not (first.entities or others) and len(text.split()) >= _FEWEST_WORDS:
        first = replace(first, intent="knowledge_question")  # what else was said is the matter
    return replace(first, entities={**first.entities, DOUBTED: told}, also=tuple(others))


def answer_doubted_age(draft: Draft, w: Workings) -> bool:
    """Name it where nothing else was told or asked; return whether it was so."""
    if not _is_alone(w) or not _name(draft, w):
        return False
    draft.kind = "clarify"
    return True


def name_beside(draft: Draft, w: Workings) -> None:
    """Name it at the end of a reply to something else."""
    if not _is_alone(w):
        draft.new_paragraph()
        _name(draft, w)


def _is_alone(w: Workings) -> bool:
    told = w.frame.intent == "set_profile" and set(w.frame.entities) == {DOUBTED} and not w.frame.also
    return told and w.just_asked is None


def _name(draft: Draft, w: Workings) -> bool:
    """Say what a number was taken for instead of an age; return whether there was one."""
    told, age = w.frame.entities.get(DOUBTED), w.memory.runner.age_years
    if told is None or age is None:
        return False
    name = "weight_not_age" if _is_weight(float(told), w.memory.runner) else "age_or_weight"
    draft.say(
        f"coach.noted.{name}",
        number=phrase(f"{float(told):g}", "said"),
        age=phrase(f"{age:g}", "record:age_years"),
    )
    return True


def _is_doubtful(told: float, known: Runner, text: str) -> bool:
    if known.age_years is None or min(told, known.age_years) < ADULT_AGE_YEARS or _OUTRIGHT.search(text):
        return False  # whether somebody is a child is asked elsewhere
    far = abs(told - known.age_years)
    return far > _YEARS_NEAR or (far > 0.0 and _is_weight(told, known))


def _is_weight(told: float, known: Runner) -> bool:
    """Whether a number is the weight that is known, in kilograms, pounds or stone."""
    if known.weight_kg is None:
        return False
    pounds = known.weight_kg / KG_PER_POUND
    return any(abs(told - one) < _NEAR for one in (known.weight_kg, pounds, pounds / POUNDS_PER_STONE))


def _without_age(frame: Frame) -> Frame:
    return replace(frame, entities={name: value for name, value in frame.entities.items() if name != _AGE})

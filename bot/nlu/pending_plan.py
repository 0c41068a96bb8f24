"""Read the answer to a missing part of a run or of a plan of running: "5", "30 minutes", "3 times"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from bot.nlu.answers import lone_number
from bot.nlu.frame import Context, Frame, Intent
from bot.nlu.quantity import Dimension
from bot.nlu.read_energy import own_body
from bot.nlu.read_run import read_run
from bot.nlu.run_size import ask_distance_unit, metres, run_size
from bot.nlu.utterance import Utterance

_DIMENSIONS: dict[str, tuple[Dimension, float]] = {
    "session_distance_m": ("distance", 1.0),
    "session_duration_s": ("duration", 60.0),
    "sessions_per_week": ("frequency", 1.0),
    "horizon_days": ("span", 7.0),
}
"""What each part is measured in, and what one bare number of it means: minutes, times a week, weeks."""


def run_part(said: Utterance, context: Context) -> Frame | None:
    """Read the distance or the time of a run that was told, or asked about, without."""
    run = read_run(said)
    entities: dict[str, Any] = dict(run.entities) if run else run_size(said)[0]
    value = lone_number(said)
    intent: Intent = "calorie_question" if context.last_intent == "calorie_question" else "log_run"
    if not entities and value is not None:
        if context.pending == "duration_s":
            entities = {"duration_s": value * 60.0}
        elif (distance := metres(value, said.speaks)) is not None:
            entities = {"distance_m": distance}
        else:
            return Frame(intent=intent, ask=ask_distance_unit(value))
    if entities and intent == "calorie_question":
        entities = {**own_body(said), **entities}
    return Frame(intent=intent, entities=entities) if entities else None


def _plan_part(said: Utterance, context: Context, *, name: str) -> Frame | None:
    dimension, unit = _DIMENSIONS[name]
    intent: Intent = "plan" if context.last_intent == "plan" else "projection_question"
    item, bare = said.first(dimension), lone_number(said)
    value = item.value if item else None
    if item is None and bare is not None:
        value = metres(bare, said.speaks) if dimension == "distance" else bare * unit
        if value is None:
            return Frame(intent=intent, ask=ask_distance_unit(bare))
    if value is None:
        return None
    return Frame(intent=intent, entities={name: round(value) if name == "horizon_days" else value})


PLAN_PARTS: dict[str, Callable[[Utterance, Context], Frame | None]] = {
    name: partial(_plan_part, name=name) for name in _DIMENSIONS
}
"""Readers of the parts of a plan, by slot."""

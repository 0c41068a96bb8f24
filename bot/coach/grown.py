"""An adult who was taken for a child by how they sound: put right at once, since they never said it."""

from __future__ import annotations

from bot.coach.permissions import ADULT_AGE_YEARS
from bot.coach.triage import RAISED
from bot.coach.workings import Workings
from bot.nlu.red_flags import red_flags


def was_guessed(w: Workings) -> bool:
    """Whether the talk was closed to somebody as a child by likelihood alone, and not by anything they said."""
    runner = w.memory.runner
    if "minor" not in runner.flags or (runner.age_years is not None and runner.age_years < ADULT_AGE_YEARS):
        return False
    closed_here = any("minor" in one.entities.get(RAISED, ()) for one in w.memory.exchanges)
    return closed_here and not any("minor" in red_flags(one.said) for one in w.memory.exchanges)

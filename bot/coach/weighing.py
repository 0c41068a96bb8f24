"""A weigh-in put beside the ones that are known: which of them is put right, and in which unit a bare number is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.coach.workings import Workings
from bot.nlu.utterance import utterance
from bot.training.weigh_in import WeighIn
from bot.units import KG_PER_POUND

_SAME_WEIGHT_KG: Final = 0.06
_NEAR: Final = 0.1
_FAR: Final = 0.25
"""Nobody's weight changes by so much between two weigh-ins."""


def weighed_instead(known: Sequence[WeighIn], entities: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the right weight with the day of the weigh-in that has the wrong one; empty if none has it.

    Said without a unit, both numbers are in the unit in which the wrong one is found.
    """
    for factor in (1.0, 1.0 / KG_PER_POUND, KG_PER_POUND):
        wrong, right = entities["instead_of_kg"] * factor, entities["weight_kg"] * factor
        day = next((one.on_date for one in known if abs(one.weight_kg - wrong) < _SAME_WEIGHT_KG), None)
        if day is not None:
            return {"weight_kg": right, "date": day.isoformat()}
    return {}


def in_known_unit(w: Workings, known: Sequence[WeighIn], entities: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a weight said without its unit in the unit in which it is near the weigh-ins known: 73.2 beside 160 lb."""
    if not known or utterance(w.message.text.lower(), now=w.now.replace(tzinfo=None)).has("mass"):
        return entities
    told, usual = float(entities["weight_kg"]), known[0].weight_kg
    if abs(told / usual - 1.0) < _FAR:
        return entities
    others = (told * factor for factor in (KG_PER_POUND, 1.0 / KG_PER_POUND))
    near = next((one for one in others if abs(one / usual - 1.0) < _NEAR), None)
    return entities if near is None else {**entities, "weight_kg": near}

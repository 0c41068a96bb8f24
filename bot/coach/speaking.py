"""Which units a talk is held in: asked for, set in the profile, or those the person speaks in."""

from __future__ import annotations

from typing import Final

from bot.coach.turn import Exchange, Memory
from bot.nlu.frame import Frame
from bot.nlu.quantities import quantities
from bot.nlu.quantity import Dimension
from bot.units import Units

_BODILY: Final[frozenset[Dimension]] = frozenset({"mass", "length"})
_LONGEST_READ: Final = 1500
"""Code points of a message that are looked at."""


def units_of(memory: Memory, text: str, frame: Frame) -> Units:
    """Return the units to speak in: asked for now, else the profile's, else those asked for or spoken in last."""
    asked = frame.entities.get("units_pref")
    if asked is not None:
        return "imperial" if asked == "imperial" else "metric"
    return memory.runner.units or _spoken(text) or units_so_far(memory) or "metric"


def units_so_far(memory: Memory) -> Units | None:
    """Return the units of the profile or of the talk before this message, None if nothing tells.

    Pounds and feet tell more than "a 5k", which people run in every country.
    """
    if memory.runner.units is not None:
        return memory.runner.units
    newest_first = tuple(reversed(memory.exchanges))
    spoken = (
        *(_switched(one) or _spoken(one.said, _BODILY) for one in newest_first),
        *(_spoken(one.said) for one in newest_first),
    )
    return next((units for units in spoken if units is not None), None)


def _switched(exchange: Exchange) -> Units | None:
    asked = exchange.entities.get("units_pref")
    return None if asked is None else "imperial" if asked == "imperial" else "metric"


def _spoken(text: str, dimensions: frozenset[Dimension] | None = None) -> Units | None:
    read = quantities(text[:_LONGEST_READ])
    found = (quantity.units for quantity in read if dimensions is None or quantity.dimension in dimensions)
    return next((units for units in found if units is not None), None)

"""Which units a run is said in: those of the wish, of the profile, or those it was told in."""

from __future__ import annotations

from typing import Final

from bot.coach.speaking import units_wished
from bot.coach.workings import Workings
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE, Units

_HUNDREDTHS: Final = 100.0
_ROUND: Final = 1e-4
"""What a distance told in hundredths of a unit may be off, in hundredths."""


def unit_told(run: Run) -> Units | None:
    """Return the units a distance is even in to the hundredth, as one told in them is; None if in both or neither."""
    metres = run.distance_m or 0.0
    hundredths = (metres / unit * _HUNDREDTHS for unit in (METRES_PER_KM, METRES_PER_MILE))
    in_km, in_miles = (abs(one - round(one)) < _ROUND for one in hundredths)
    if metres <= 0.0 or in_km == in_miles:
        return None
    return "metric" if in_km else "imperial"


def units_of_run(w: Workings, run: Run) -> Units:
    """Return the units to say a stored run in: a wish in the message or the profile counts, else how it was told."""
    if w.runner.units is not None or units_wished(w.memory, w.message.text, w.frame) is not None:
        return w.units
    return unit_told(run) or w.units

"""From one race time to another."""

from __future__ import annotations

from typing import Final

from bot.science import references as ref
from bot.science.bounds import Bound
from bot.science.estimate import Estimate, Input, Origin

RIEGEL_EXPONENT: Final = 1.06
"""How time grows with distance among runners. [1]"""
SHORTEST_EFFORT: Final = Bound(low=210.0, high=6 * 3600.0, unit="s")
"""The line holds from about 3.5 minutes on; beyond some hours it was never meant."""
RACE_DISTANCE_M: Final = Bound(low=800.0, high=43_000.0, unit="m")
WELL_TESTED_TO_M: Final = 21_200.0
"""In recreational runners the formula fits up to the half marathon; a marathon comes out too fast. [m]"""


def riegel_time(*, duration_s: float, distance_m: float, target_m: float) -> float:
    """Return the time a runner who raced one distance would take over another. [s]

    Time over distance is a power law: T2 = T1 (D2 / D1)^1.06.

    Args:
        duration_s: Time of the race that was run, 3.5 minutes or longer. [s]
        distance_m: Its distance. [m]
        target_m: The distance asked about, up to the marathon. [m]

    Raises:
        OutOfRangeError: If a time or a distance is beyond that.

    Source:
        Riegel 1981, Am Sci 69:285-90. Checked in 2,303 recreational runners by Vickers & Vertosick 2016: well
        calibrated to the half marathon, at least 10 minutes too fast for half of the marathon runners.

    Example:
        5 km in 20:00 makes 41:42 for 10 km.
    """
    SHORTEST_EFFORT.check("duration_s", duration_s)
    RACE_DISTANCE_M.check("distance_m", distance_m)
    RACE_DISTANCE_M.check("target_m", target_m)
    longer: float = (target_m / distance_m) ** RIEGEL_EXPONENT
    return duration_s * longer


def predicted_race(*, duration_s: float, distance_m: float, target_m: float, origin: Origin) -> Estimate:
    """Return a predicted time as a figure; it has no range, for none was published for one person.

    Raises:
        OutOfRangeError: As `riegel_time`.
    """
    seconds = riegel_time(duration_s=duration_s, distance_m=distance_m, target_m=target_m)
    return Estimate(
        name="race_time_s",
        value=seconds,
        low=seconds,
        high=seconds,
        unit="s",
        inputs={
            "distance": Input(value=distance_m / 1000.0, unit="km", origin=origin),
            "duration": Input(value=duration_s / 60.0, unit="min", origin=origin),
            "race": Input(value=target_m / 1000.0, unit="km", origin="told"),
        },
        method="riegel_time",
        source=ref.lines(ref.RIEGEL, ref.VICKERS),
        notes=() if target_m <= WELL_TESTED_TO_M else ("beyond_half_marathon",),
    )

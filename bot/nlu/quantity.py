"""What a quantity is, and whether a time fits a distance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.units import METRES_PER_KM, SECONDS_PER_HOUR, Units

Dimension = Literal[
    "distance",
    "duration",
    "pace",
    "speed",
    "mass",
    "length",
    "fraction",
    "energy",
    "frequency",
    "weekly_distance",
    "weekly_duration",
    "mass_rate",
    "span",
    "age",
    "times",
    "heart_rate",
    "climb",
    "clock",
    "number",
    "aside",
]
"""What is measured, and in what.

distance [m], duration [s], pace [s/km], speed [m/s], mass [kg], length (of a body) [m], fraction [1], energy [kcal],
frequency [sessions/week], weekly_distance [m/week], weekly_duration [s/week], mass_rate [kg/week], span [days],
age [years], times [1], heart_rate [beats/min], climb [m uphill], number (no unit).
`clock` is a colon time that may be a time spent or an hour of the day [s, read as min:s].
`aside` is text whose digits measure nothing a coach computes with: "couch to 5k", "22 weeks pregnant", "7 am".
"""

FASTEST_S_PER_KM = 150.0
"""2:30/km: nobody runs a kilometre faster, near enough. [s/km]"""
SLOWEST_S_PER_KM = 1200.0
"""20:00/km: slower is not even a stroll. [s/km]"""
_HOURS_BELOW_S = 5 * SECONDS_PER_HOUR


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """One quantity where it stands in the text."""

    dimension: Dimension
    value: float
    start: int
    end: int
    """Offsets in code points, end exclusive."""
    units: Units | None = None
    """The unit system it was said in, where that can be told."""
    hours_reading: float | None = None
    """Of a colon time `a:b`: its value read as hours and minutes. [s]"""
    period_days: float | None = None
    """What a size repeats in: 1 behind "30 minutes a day", 7 behind "2 lbs a week". [days]"""
    negated: bool = False
    """It was named to be taken back: the 5 of "6k, not 5"."""


def plausible(*, distance_m: float, duration_s: float) -> bool:
    """Whether a person can cover the distance in the time: 2:30/km to 20:00/km, any pace below a kilometre."""
    if distance_m < METRES_PER_KM:
        return duration_s < SLOWEST_S_PER_KM
    return FASTEST_S_PER_KM <= duration_s * METRES_PER_KM / distance_m <= SLOWEST_S_PER_KM


def clock_seconds(item: Quantity, distance_m: float | None) -> float:
    """Return the seconds a colon time stands for.

    With a distance the reading whose pace a person can run wins; without one, a small first number means hours
    ("1:30" is an hour and a half, "24:59" is not a day).
    """
    if item.hours_reading is None:
        return item.value
    if distance_m:
        minutes_fit = plausible(distance_m=distance_m, duration_s=item.value)
        hours_fit = plausible(distance_m=distance_m, duration_s=item.hours_reading)
        return item.hours_reading if hours_fit and not minutes_fit else item.value
    return item.hours_reading if item.hours_reading < _HOURS_BELOW_S else item.value

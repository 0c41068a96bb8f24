"""Pace, speed, time, distance and grade turned into each other; exact."""

from __future__ import annotations

import math

from bot import units
from bot.errors import OutOfRangeError


def speed_from_pace(*, pace_s_per_km: float) -> float:
    """Return the speed of a pace [m/s]."""
    return units.METRES_PER_KM / pace_s_per_km


def pace_from_speed(*, speed_m_s: float) -> float:
    """Return the pace of a speed [s/km]."""
    return units.METRES_PER_KM / speed_m_s


def time_for_distance(*, distance_m: float, pace_s_per_km: float) -> float:
    """Return how long a distance takes at a pace [s]."""
    return distance_m * pace_s_per_km / units.METRES_PER_KM


def distance_in_time(*, duration_s: float, pace_s_per_km: float) -> float:
    """Return how far a pace carries in a time [m]."""
    return duration_s * units.METRES_PER_KM / pace_s_per_km


def km_from_miles(*, distance_mi: float) -> float:
    """Return a distance in kilometres [km]."""
    return distance_mi * units.METRES_PER_MILE / units.METRES_PER_KM


def miles_from_km(*, distance_km: float) -> float:
    """Return a distance in miles [mi]."""
    return units.miles_from_metres(distance_km * units.METRES_PER_KM)


def grade_from_climb(*, climb_m: float, distance_m: float) -> float:
    """Return the grade of an even climb from the distance on the ground; negative is down [rise over run].

    Raises:
        OutOfRangeError: If it climbs as far as it goes, or farther.
    """
    if abs(climb_m) >= distance_m:
        raise OutOfRangeError("climb_m", climb_m, f"less than the distance of {distance_m:g} m")
    return climb_m / math.sqrt(distance_m**2 - climb_m**2)


def climb_from_grade(*, grade_frac: float, distance_m: float) -> float:
    """Return the climb of an even grade over a distance on the ground [m]."""
    return distance_m * grade_frac / math.sqrt(1.0 + grade_frac**2)

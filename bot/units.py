"""Conversions everybody shares; exact by definition unless a source is named.

Names say the unit. Everything inside the program is SI-like (m, s, kg, kcal); people see their own units.
"""

from __future__ import annotations

from typing import Literal

Units = Literal["metric", "imperial"]

METRES_PER_MILE = 1609.344
METRES_PER_KM = 1000.0
HALF_MARATHON_M = 21_097.5
MARATHON_M = 42_195.0
METRES_PER_FOOT = 0.3048
METRES_PER_INCH = 0.0254
KG_PER_POUND = 0.45359237
POUNDS_PER_STONE = 14.0
JOULES_PER_KCAL = 4184.0
SECONDS_PER_HOUR = 3600.0
SECONDS_PER_DAY = 86_400.0
MINUTES_PER_DAY = 1440.0


def miles_from_metres(distance_m: float) -> float:
    """Return a distance in miles. [mi]"""
    return distance_m / METRES_PER_MILE


def pounds_from_kg(mass_kg: float) -> float:
    """Return a mass in pounds. [lb]"""
    return mass_kg / KG_PER_POUND


def pace_s_per_km(*, distance_m: float, duration_s: float) -> float:
    """Return the pace of a run. [s/km]"""
    return duration_s * METRES_PER_KM / distance_m


def pace_s_per_mile(*, distance_m: float, duration_s: float) -> float:
    """Return the pace of a run. [s/mi]"""
    return duration_s * METRES_PER_MILE / distance_m


def speed_m_s(*, distance_m: float, duration_s: float) -> float:
    """Return the mean speed. [m/s]"""
    return distance_m / duration_s


def bmi(*, mass_kg: float, height_m: float) -> float:
    """Return the body mass index. [kg/m2]"""
    return mass_kg / (height_m * height_m)

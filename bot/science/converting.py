"""A quantity said in another unit, and pace, time and distance out of each other: exact sums, as figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from bot.errors import ArgumentError
from bot.science.conversions import distance_in_time, time_for_distance
from bot.science.estimate import Estimate, Input, Origin
from bot.units import (
    KG_PER_POUND,
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    POUNDS_PER_STONE,
    SECONDS_PER_HOUR,
    pace_s_per_km,
)

CONVERTED: Final = "converted"
"""Name of such a figure."""
_METHOD: Final = "conversion"
_MINUTE_S: Final = 60.0
_LENGTHS: Final[Mapping[str, float]] = {
    "km": METRES_PER_KM,
    "miles": METRES_PER_MILE,
    "m": 1.0,
    "yards": 3 * METRES_PER_FOOT,
    "feet": METRES_PER_FOOT,
    "cm": 0.01,
}
_MASSES: Final[Mapping[str, float]] = {"kg": 1.0, "lb": KG_PER_POUND, "stone": POUNDS_PER_STONE * KG_PER_POUND}
_SPEEDS: Final[Mapping[str, float]] = {
    "km/h": METRES_PER_KM / SECONDS_PER_HOUR,
    "mph": METRES_PER_MILE / SECONDS_PER_HOUR,
    "m/s": 1.0,
}
_PACES: Final[Mapping[str, float]] = {"min/km": METRES_PER_KM / _MINUTE_S, "min/mile": METRES_PER_MILE / _MINUTE_S}
"""Metres a second of one minute per unit of way; a pace is this over the speed."""
_KINDS: Final = (_LENGTHS, _MASSES, {**_SPEEDS, **_PACES})
_SOURCE: Final = "exact by definition: a mile is 1.609344 km, a pound 0.45359237 kg, a stone 14 pounds"
_SUM_SOURCE: Final = "plain arithmetic: time is distance times pace"


def are_alike(first: str, second: str) -> bool:
    """Whether one unit can be said in the other: both lengths, both masses, or both paces or speeds."""
    return any(first in kind and second in kind for kind in _KINDS)


def in_unit(value: float, told_in: str, into: str) -> float:
    """Return a value in another unit; a pace is in minutes.

    Raises:
        ArgumentError: If the units do not measure the same, or a pace or speed is not above zero.

    Example:
        7.3 mph makes 5.107 min/km, 10 miles make 16.09344 km.
    """
    if not are_alike(told_in, into):
        raise ArgumentError("into", into, f"a unit of the kind of {told_in}")
    for kind in (_LENGTHS, _MASSES):
        if told_in in kind:
            return value * kind[told_in] / kind[into]
    if value <= 0.0:
        raise ArgumentError("value", value, "a pace or speed above zero")
    metres_a_second = _PACES[told_in] / value if told_in in _PACES else value * _SPEEDS[told_in]
    return _PACES[into] / metres_a_second if into in _PACES else metres_a_second / _SPEEDS[into]


def converted(value: float, told_in: str, into: str, *, origin: Origin) -> Estimate:
    """Return a value in another unit as a figure; it is exact, so its range is itself.

    Raises:
        ArgumentError: As `in_unit`.
    """
    result = in_unit(value, told_in, into)
    return _figure(result, into, {"told": Input(value=value, unit=told_in, origin=origin)}, _SOURCE)


def summed(parts: Sequence[tuple[float, float]], into: str, *, origin: Origin) -> Estimate:
    """Return the length of parts one after the other, each so many times so many metres, as a figure.

    Raises:
        ArgumentError: As `in_unit`.

    Example:
        12 times 400 m and 12 times 200 m make 7.2 km.
    """
    return converted(sum(times * metres for times, metres in parts), "m", into, origin=origin)


def laps_of(distance_m: float, *, lap_m: float, origin: Origin) -> Estimate:
    """Return how many laps a distance is, as a figure.

    Example:
        5 km are 12.5 laps of 400 m.
    """
    inputs = {"distance": _input("distance", distance_m, origin), "lap": Input(value=lap_m, unit="m", origin=origin)}
    return _figure(distance_m / lap_m, "laps", inputs, _SUM_SOURCE)


def third_of_a_run(
    into: str, *, distance_m: float | None, duration_s: float | None, pace: float | None, origin: Origin
) -> Estimate:
    """Return time, distance, or pace or speed of a run from the two others, as a figure.

    Args:
        into: Unit of what is wanted: `min` for the time, a length, a pace or a speed.
        distance_m: How far, if told. [m]
        duration_s: How long, if told. [s]
        pace: How fast, if told. [s/km]
        origin: Who said so.

    Raises:
        ArgumentError: If not just the two others are given, each above zero.
    """
    given = {"distance": distance_m, "duration": duration_s, "pace": pace}
    told = {name: value for name, value in given.items() if value is not None and value > 0.0}
    inputs = {name: _input(name, value, origin) for name, value in told.items()}
    match sorted(told):
        case ["distance", "pace"] if into == "min":
            value = time_for_distance(distance_m=told["distance"], pace_s_per_km=told["pace"]) / _MINUTE_S
        case ["duration", "pace"] if into in _LENGTHS:
            value = distance_in_time(duration_s=told["duration"], pace_s_per_km=told["pace"]) / _LENGTHS[into]
        case ["distance", "duration"] if into in _PACES or into in _SPEEDS:
            seconds = pace_s_per_km(distance_m=told["distance"], duration_s=told["duration"])
            value = in_unit(seconds / _MINUTE_S, "min/km", into)
        case names:
            raise ArgumentError("into", into, f"what {' and '.join(names)} make")
    return _figure(value, into, inputs, _SUM_SOURCE)


def _input(name: str, value: float, origin: Origin) -> Input:
    if name == "distance":
        return Input(value=value / METRES_PER_KM, unit="km", origin=origin)
    return Input(value=value / _MINUTE_S, unit="min" if name == "duration" else "min/km", origin=origin)


def _figure(value: float, unit: str, inputs: Mapping[str, Input], source: str) -> Estimate:
    return Estimate(
        name=CONVERTED, value=value, low=value, high=value, unit=unit, inputs=inputs, method=_METHOD, source=source
    )

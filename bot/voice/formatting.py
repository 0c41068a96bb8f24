"""How a number, a unit, a date and a time look to a person: the one formatter.

Figures are shown as a rounded centre with a rounded range, in the person's own units. Nothing else in the
program turns a quantity into a string that people read.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import groupby

from bot.science.converting import CONVERTED
from bot.science.estimate import Estimate
from bot.units import (
    KG_PER_POUND,
    METRES_PER_FOOT,
    METRES_PER_KM,
    METRES_PER_MILE,
    POUNDS_PER_STONE,
    Units,
    pounds_from_kg,
)

_MINUTE_S = 60
_HOUR_S = 3600
_TEN_S = 10
_NEARLY_WHOLE = 1e-3
_EXACT_KM = 0.0005
_EXACT_MILES = 1e-5
"""Far finer than for kilometres: a distance told in these is seldom so near to hundredths of a mile."""
_TALLEST_M = 3.0
_OUNCES_PER_GRAM = 16 / (1000 * KG_PER_POUND)
_FEW_GRAMS = 20
_WHOLE = frozenset({"m", "yards", "cm"})
_TENTHS = frozenset({"kg", "lb", "km/h", "mph", "m/s", "laps"})


def figure(estimate: Estimate, units: Units = "metric") -> str:
    """Return the one way an estimate is shown: `about 320 kcal (280 to 360)`.

    Energies are rounded to 10 kcal (5 below 100). Masses: range ends in whole units when the range is three
    units wide or more, else in halves; a centre below one unit in tenths (the projection's rule). Grams are rounded
    to 5 (to 1 below 20), ounces to tenths.

    Raises:
        ValueError: For a unit nobody has said how to show.
    """
    match estimate.unit:
        case unit if estimate.name == CONVERTED:
            return in_its_unit(estimate.value, unit)
        case "kcal" | "kcal/day":
            step = 10 if abs(estimate.value) >= 100 else 5
            centre, low, high = (_stepped(value, step) for value in (estimate.value, estimate.low, estimate.high))
            name = estimate.unit.replace("/day", " a day")
        case "kg":
            scale = pounds_from_kg(1.0) if units == "imperial" else 1.0
            centre, low, high = _mass_range(estimate.value * scale, estimate.low * scale, estimate.high * scale)
            name = "lb" if units == "imperial" else "kg"
        case "g":
            scale, name = (1.0, "g") if units == "metric" else (_OUNCES_PER_GRAM, "oz")
            grain = 0.1 if units == "imperial" else 1.0 if abs(estimate.value) < _FEW_GRAMS else 5.0
            ends = (estimate.value, estimate.low, estimate.high)
            centre, low, high = (f"{round(value * scale / grain) * grain:g}" for value in ends)
        case "kg/m2" | "MET" | "ml/kg/min" | "kcal/kg/h":
            return _in_tenths(estimate)
        case "s":
            # A predicted time: nobody published how far it is off for one person.
            return f"about {duration(round(estimate.value / _TEN_S) * _TEN_S)}"
        case "fraction" | "of body mass":
            centre, low, high = (f"{100 * value:.0f}" for value in (estimate.value, estimate.low, estimate.high))
            name = "percent"
        case _:
            raise ValueError(f"no way to show {estimate.unit}")
    return f"about {centre} {name} ({low} to {high})"


def _in_tenths(estimate: Estimate) -> str:
    """Return a quotient to one decimal; one of told numbers, or a table's own, has no range."""
    name = {"MET": " METs", "ml/kg/min": " ml/kg/min", "kcal/kg/h": " kcal per kg an hour"}.get(estimate.unit, "")
    if estimate.low == estimate.high:
        return f"{estimate.value:.1f}{name}"
    return f"about {estimate.value:.1f}{name} ({estimate.low:.1f} to {estimate.high:.1f})"


def in_its_unit(value: float, unit: str) -> str:
    """Return an exact quantity in the very unit it was asked in: `5:06/km`, `16.09 km`, `12 st 8 lb`; times in minutes.

    Raises:
        ValueError: For a unit nobody has said how to show.
    """
    tall = _TALLEST_M / METRES_PER_FOOT
    shown: dict[str, Callable[[], str]] = {
        "min/km": lambda: f"{duration(value * _MINUTE_S)}/km",
        "min/mile": lambda: f"{duration(value * _MINUTE_S)}/mile",
        "min": lambda: duration(value * _MINUTE_S),
        "stone": lambda: _stones(value),
        "feet": lambda: height(value * METRES_PER_FOOT, "imperial") if value < tall else f"{value:,.0f} feet",
        "km": lambda: f"{_plain(round(value, 2))} km",
        "miles": lambda: "1 mile" if round(value, 2) == 1 else f"{_plain(round(value, 2))} miles",
    }
    if unit in shown:
        return shown[unit]()
    if unit in _WHOLE:
        return f"{value:,.0f} {unit}"
    if unit in _TENTHS:
        return f"{_plain(round(value, 1))} {unit}"
    raise ValueError(f"no way to show {unit}")


def _stones(value: float) -> str:
    pounds = round(value * POUNDS_PER_STONE, 1)
    return f"{int(pounds // POUNDS_PER_STONE)} st {_plain(round(pounds % POUNDS_PER_STONE, 1))} lb"


def _stepped(value: float, step: int) -> str:
    return f"{round(value / step) * step:,.0f}"


def _mass_range(centre: float, low: float, high: float) -> tuple[str, str, str]:
    step = 1.0 if high - low >= 3 else 0.5
    shown = f"{centre:.1f}" if abs(centre) < 1 else _plain(round(centre / step) * step)
    ends = [_plain(round(end / step) * step) for end in (low, high)]
    if ends[0] == ends[1] or (abs(centre) < 1 and not float(ends[0]) <= float(shown) <= float(ends[1])):
        ends = [_plain(round(end, 1)) for end in (low, high)]
    return shown, ends[0], ends[1]


def _plain(value: float) -> str:
    return f"{value:g}" if value else "0"


def distance(distance_m: float, units: Units = "metric") -> str:
    """Return a distance: `5 km`, `5.25 km`, `3.1 miles`; below a kilometre in metres.

    Hundredths are kept where they are exact, as people say them; what was told in the other unit is rounded to tenths.
    """
    if units == "imperial":
        told = distance_m / METRES_PER_MILE
        exact = distance_m < METRES_PER_MILE or abs(told - round(told, 2)) < _EXACT_MILES
        miles = round(told, 2 if exact else 1)
        return f"{miles:g} {'mile' if miles == 1 else 'miles'}"
    if distance_m < METRES_PER_KM:
        return f"{distance_m:.0f} m"
    kilometres = distance_m / METRES_PER_KM
    exact = abs(kilometres - round(kilometres, 2)) < _EXACT_KM
    return f"{round(kilometres, 2 if exact else 1):g} km"


def mass(mass_kg: float, units: Units = "metric") -> str:
    """Return a body mass: `70 kg`, `71.2 kg`, `154 lb`."""
    if units == "imperial":
        return f"{round(pounds_from_kg(mass_kg)):d} lb"
    return f"{round(mass_kg, 1):g} kg"


def weighed(mass_kg: float, units: Units = "metric") -> str:
    """Return what a scale showed, to a tenth: `71.2 kg`, `168.4 lb`."""
    if units == "imperial":
        return f"{round(pounds_from_kg(mass_kg), 1):g} lb"
    return mass(mass_kg, units)


def mass_lost(mass_kg: float, units: Units = "metric") -> str:
    """Return a mass somebody wants to lose, to a tenth: `5 kg`, `2.5 kg`, `10 lb`."""
    if units == "imperial":
        return f"{round(pounds_from_kg(mass_kg), 1):g} lb"
    return f"{round(mass_kg, 1):g} kg"


def height(height_m: float, units: Units = "metric") -> str:
    """Return a body height: `1.66 m`, `5 ft 6 in`."""
    if units == "imperial":
        inches = round(height_m / 0.0254)
        return f"{inches // 12} ft {inches % 12} in"
    return f"{height_m:.2f} m"


def girth(length_cm: float, units: Units = "metric") -> str:
    """Return a measure around the body: `84 cm`, `33 in`."""
    if units == "imperial":
        return f"{round(length_cm / 2.54, 1):g} in"
    return f"{round(length_cm, 1):g} cm"


def duration(duration_s: float) -> str:
    """Return a time spent, exact to the second: `31:00`, `1:02:00`."""
    whole = round(duration_s)
    hours, rest = divmod(whole, _HOUR_S)
    minutes, seconds = divmod(rest, _MINUTE_S)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def minutes(duration_s: float) -> str:
    """Return a time spent as people plan it: `25 minutes`."""
    whole = round(duration_s / _MINUTE_S)
    return f"{whole} minute" if whole == 1 else f"{whole} minutes"


def pace(seconds_per_km: float, units: Units = "metric") -> str:
    """Return a pace: `5:58/km`, `9:36/mile`."""
    if units == "imperial":
        return f"{duration(seconds_per_km * METRES_PER_MILE / METRES_PER_KM)}/mile"
    return f"{duration(seconds_per_km)}/km"


def horizon(days: int) -> str:
    """Return a time ahead in the unit people would use: `12 weeks`, `6 months`, `a year`."""
    if 360 <= days <= 370:
        return "a year"
    if days >= 60 and abs(days / 30.44 - round(days / 30.44)) < 0.15:
        return f"{round(days / 30.44)} months"
    if days >= 14:
        weeks = math.floor(days / 7 + 0.5)
        return f"{weeks} weeks"
    return f"{days} days"


def amount(value: float, unit: str, units: Units = "metric") -> str:
    """Return an input of a figure in the units people use: `70 kg`, `6:40/km`, `20 km a week`, `32 minutes`."""
    lengths = height if value < _TALLEST_M else climb
    shown: dict[str, Callable[[], str]] = {
        "kg": lambda: mass(value, units),
        "m": lambda: lengths(value, units),
        "cm": lambda: girth(value, units),
        "km": lambda: distance(value * METRES_PER_KM, units),
        "km/week": lambda: f"{distance(value * METRES_PER_KM, units)} a week" if value else "none",
        "min/km": lambda: pace(value * _MINUTE_S, units),
        "min": lambda: minutes(value * _MINUTE_S) if _whole(value) else duration(value * _MINUTE_S),
        "days": lambda: horizon(round(value)),
        "%": lambda: f"{round(value, 1):g} percent",
        "kcal/day": lambda: f"{round(abs(value)):,d} kcal a day",
    }
    return shown[unit]() if unit in shown else f"{round(value, 2):g} {unit}".strip()


def _whole(value: float) -> bool:
    return abs(value - round(value)) < _NEARLY_WHOLE


def climb(height_m: float, units: Units = "metric") -> str:
    """Return metres climbed: `300 m`, `980 ft`."""
    return f"{round(height_m / 0.3048, -1):g} ft" if units == "imperial" else f"{round(height_m):d} m"


def clock(at: time) -> str:
    """Return a wall time in 24 hours: `06:30`."""
    return f"{at:%H:%M}"


def day(on: date) -> str:
    """Return a date without its year: `Mon 24 Nov`."""
    return f"{on:%a} {on.day} {on:%b}"


def days(dates: Sequence[date]) -> str:
    """Return several dates, the month said once where it is shared: `Mon 24, Tue 25, Wed 26 Nov`."""
    groups = [list(group) for _, group in groupby(dates, key=lambda on: (on.year, on.month))]
    return ", ".join(", ".join(f"{on:%a} {on.day}" for on in group) + f" {group[-1]:%b}" for group in groups)


def moment(at: datetime) -> str:
    """Return a local moment: `Mon 24 Nov, 06:30`."""
    return f"{day(at.date())}, {clock(at.time())}"


def place(zone: str) -> str:
    """Return a time zone as people call it: `Lisbon time`; `UTC` stays."""
    return zone if "/" not in zone else f"{zone.rsplit('/', 1)[1].replace('_', ' ')} time"

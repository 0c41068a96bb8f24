"""How hard running or walking at a speed is: METs of the Compendium, our own equation, ACSM's oxygen line."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from bot.science.compendium import Activity, activity
from bot.science.estimate import Estimate, Input
from bot.science.gait import leg
from bot.science.references import ACSM, COMPENDIUM, LCDA, RE3_LEVEL
from bot.science.running import acsm_run_vo2
from bot.science.uncertainty import RANGE
from bot.science.walking import acsm_walk_vo2
from bot.units import JOULES_PER_KCAL, METRES_PER_KM, METRES_PER_MILE, SECONDS_PER_HOUR

_RUNS: Final = (
    (4.0, 4.2, "12028"),
    (4.3, 4.8, "12029"),
    (5.0, 5.2, "12030"),
    (5.5, 5.8, "12045"),
    (6.0, 6.3, "12050"),
    (6.7, 6.7, "12060"),
    (7.0, 7.0, "12070"),
    (7.5, 7.5, "12080"),
    (8.0, 8.0, "12090"),
    (8.6, 8.6, "12100"),
    (9.0, 9.0, "12110"),
    (9.3, 9.6, "12115"),
    (10.0, 10.0, "12120"),
    (11.0, 11.0, "12130"),
    (12.0, 12.0, "12132"),
    (13.0, 13.0, "12134"),
    (14.0, 14.0, "12135"),
)
_WALKS: Final = (
    (2.0, 2.4, "17152"),
    (2.5, 2.5, "17170"),
    (2.8, 3.4, "17190"),
    (3.5, 3.9, "17200"),
    (4.0, 4.4, "17220"),
    (4.5, 4.9, "17230"),
    (5.0, 5.5, "17231"),
)
"""Lowest and highest speed of a row of the Compendium, and its code. [mph]"""
_RATE_OF_POWER: Final = {"re3_run_power": "re3_run_kcal_kg_h", "lcda_walk_power": "lcda_walk_kcal_kg_h"}
"""What a method is called in the catalogue where it gives energy per kilogram and hour."""
_NEAR_MPH: Final = 0.2
"""So far beside a row's speeds it still stands for one."""
_ACSM_RUN_FROM_M_MIN: Final = 134.0
_ACSM_WALK_M_MIN: Final = (50.0, 100.0)


def compendium_row(gait: Literal["run", "walk"], speed_m_s: float) -> Activity | None:
    """Return the row of the 2024 Compendium for level running or walking at a speed, None where no row is near it.

    Example:
        10 km/h, 6.2 mph, is "running 6.0-6.3 mph", 9.3 METs.
    """
    mph = speed_m_s * SECONDS_PER_HOUR / METRES_PER_MILE
    beside = ((max(low - mph, mph - high, 0.0), code) for low, high, code in (_RUNS if gait == "run" else _WALKS))
    apart, code = min(beside)
    return activity(code) if apart <= _NEAR_MPH else None


def compendium_mets(row: Activity, speed_m_s: float) -> Estimate:
    """Return the METs of a row as a figure; the Compendium gives no range."""
    figure = _exact("met", row.met, "MET", speed_m_s, "compendium_met", COMPENDIUM.line)
    return replace(figure, inputs={**figure.inputs, "row": Input(value=row.code, unit="", origin="assumed")})


def energy_rate(gait: Literal["run", "walk"], speed_m_s: float) -> Estimate:
    """Return the gross energy of a kilogram in an hour on the level by our own equations, with its 80 % range.

    Example:
        Running at 10 km/h: 4.43 + 1.51 x 2.778 + 0.37 x 7.716 = 11.48 W/kg, 9.88 kcal/kg/h.
    """
    done = leg(said=gait, speed_m_s=speed_m_s, grade_frac=0.0, surface="road")
    value = done.power_w_kg * SECONDS_PER_HOUR / JOULES_PER_KCAL
    half = RANGE.z_80 * done.sd_frac * value
    return Estimate(
        name="gross_kcal_kg_h",
        value=value,
        low=value - half,
        high=value + half,
        unit="kcal/kg/h",
        inputs=_speed(speed_m_s),
        method=" + ".join(_RATE_OF_POWER.get(one, one) for one in done.methods),
        source=RE3_LEVEL.line if gait == "run" else LCDA.line,
    )


def acsm_oxygen(gait: Literal["run", "walk"], speed_m_s: float) -> Estimate | None:
    """Return the oxygen uptake by ACSM's line on the level, None at a speed it is not made for [ml/kg/min].

    Example:
        Running at 10 km/h, 166.7 m/min: 3.5 + 0.2 x 166.7 = 36.8.
    """
    speed_m_min = speed_m_s * 60.0
    low, high = _ACSM_WALK_M_MIN
    if gait == "run" and speed_m_min >= _ACSM_RUN_FROM_M_MIN:
        vo2, method = acsm_run_vo2(speed_m_min=speed_m_min, grade_frac=0.0), "acsm_run_vo2"
    elif gait == "walk" and low <= speed_m_min <= high:
        vo2, method = acsm_walk_vo2(speed_m_min=speed_m_min, grade_frac=0.0), "acsm_walk_vo2"
    else:
        return None
    return _exact("gross_vo2_ml_kg_min", vo2, "ml/kg/min", speed_m_s, method, ACSM.line)


def _exact(name: str, value: float, unit: str, speed_m_s: float, method: str, source: str) -> Estimate:
    return Estimate(
        name=name, value=value, low=value, high=value, unit=unit, inputs=_speed(speed_m_s), method=method, source=source
    )


def _speed(speed_m_s: float) -> dict[str, Input]:
    return {"speed": Input(value=speed_m_s * SECONDS_PER_HOUR / METRES_PER_KM, unit="km/h", origin="told")}

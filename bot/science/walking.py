"""What walking costs: LCDA, the default, and the published equations it is checked against."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot import units


@dataclass(frozen=True, kw_only=True, slots=True)
class LcdaConstants:
    """LCDA level and graded (Looney et al. 2019). W/kg with speed in m/s and grade in percent."""

    standing: float = 1.44
    slow_scale: float = 1.94
    slow_power: float = 0.43
    fast_scale: float = 0.24
    fast_power: float = 4.0
    grade_scale: float = 0.34
    grade_outer_base: float = 1.05
    grade_inner_base: float = 1.1
    grade_offset_pct: float = 32.0


@dataclass(frozen=True, kw_only=True, slots=True)
class MinettiWalkConstants:
    """Minetti et al. 2002, walking: polynomial in the grade. J/kg/m, net."""

    g5: float = 280.5
    g4: float = -58.7
    g3: float = -76.8
    g2: float = 51.9
    g1: float = 19.6
    g0: float = 2.5


@dataclass(frozen=True, kw_only=True, slots=True)
class AcsmWalkConstants:
    """ACSM walking equation. ml/kg/min with speed in m/min."""

    rest: float = 3.5
    horizontal: float = 0.1
    vertical: float = 1.8


LCDA = LcdaConstants()
MINETTI_WALK = MinettiWalkConstants()
ACSM_WALK = AcsmWalkConstants()


def lcda_walk_power(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the gross metabolic power of walking; no clamp of the grade [W/kg].

    Fitted to 95 people of 11 studies up to 1.96 m/s and from -40 % to +45 %; standing still is 1.44.

    Example:
        1.34 m/s (3 mph) on the level: 4.414 W/kg.
    """
    k, grade_pct = LCDA, 100.0 * grade_frac
    slow, fast = math.pow(speed_m_s, k.slow_power), math.pow(speed_m_s, k.fast_power)
    inner = 1.0 - math.pow(k.grade_inner_base, grade_pct + k.grade_offset_pct)
    graded = k.grade_scale * speed_m_s * grade_pct * (1.0 - math.pow(k.grade_outer_base, inner))
    return k.standing + k.slow_scale * slow + k.fast_scale * fast + graded


def lcda_walk_kcal_kg_h(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the gross energy of walking per kilogram and hour [kcal/kg/h]."""
    power = lcda_walk_power(speed_m_s=speed_m_s, grade_frac=grade_frac)
    return power * units.SECONDS_PER_HOUR / units.JOULES_PER_KCAL


def net_standing_cost(*, power_w_kg: float, speed_m_s: float) -> float:
    """Return the cost of covering ground above that of standing [J/kg/m]."""
    return (power_w_kg - LCDA.standing) / speed_m_s


def lcda_walk_net_standing_cost(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the walking cost above standing per metre, no clamp [J/kg/m]."""
    power = lcda_walk_power(speed_m_s=speed_m_s, grade_frac=grade_frac)
    return net_standing_cost(power_w_kg=power, speed_m_s=speed_m_s)


def minetti_walk_cost(*, grade_frac: float) -> float:
    """Return the net cost of walking on a grade at the best speed, -0.45 to +0.45; poor on the level [J/kg/m]."""
    k, i = MINETTI_WALK, grade_frac
    return ((((k.g5 * i + k.g4) * i + k.g3) * i + k.g2) * i + k.g1) * i + k.g0


def acsm_walk_vo2(*, speed_m_min: float, grade_frac: float) -> float:
    """Return the gross oxygen uptake of walking, 50-100 m/min [ml/kg/min]."""
    return ACSM_WALK.rest + (ACSM_WALK.horizontal + ACSM_WALK.vertical * grade_frac) * speed_m_min


def acsm_walk_speed_for_vo2(*, vo2_ml_kg_min: float, grade_frac: float) -> float:
    """Return the walking speed at which the ACSM line reaches an oxygen uptake [m/min]."""
    return (vo2_ml_kg_min - ACSM_WALK.rest) / (ACSM_WALK.horizontal + ACSM_WALK.vertical * grade_frac)


def acsm_walk_distance_kcal(*, mass_kg: float, speed_m_s: float, distance_m: float, kcal_per_l_o2: float) -> float:
    """Return the gross energy of a level walk by the ACSM line [kcal]."""
    speed_m_min = speed_m_s * 60.0
    vo2 = acsm_walk_vo2(speed_m_min=speed_m_min, grade_frac=0.0)
    return vo2 * mass_kg / 1000.0 * kcal_per_l_o2 * distance_m / speed_m_min

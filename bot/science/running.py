"""What running costs: RE3, the default, and the published equations it is checked against."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot import units


@dataclass(frozen=True, kw_only=True, slots=True)
class Re3Constants:
    """RE3 (Looney et al. 2023; graded: Looney, Hoogkamer & Kram 2025). W/kg with speed in m/s."""

    level_constant: float = 4.43
    level_speed: float = 1.51
    level_speed_squared: float = 0.37
    grade_scale: float = 30.43
    grade_outer_base: float = 1.133
    grade_inner_base: float = 1.056
    grade_offset_pct: float = 43.0


@dataclass(frozen=True, kw_only=True, slots=True)
class MinettiRunConstants:
    """Minetti et al. 2002, running: polynomial in the grade. J/kg/m, net."""

    g5: float = 155.4
    g4: float = -30.4
    g3: float = -43.3
    g2: float = 46.3
    g1: float = 19.5
    g0: float = 3.6


@dataclass(frozen=True, kw_only=True, slots=True)
class AcsmRunConstants:
    """ACSM running equation. ml/kg/min with speed in m/min."""

    rest: float = 3.5
    horizontal: float = 0.2
    vertical: float = 0.9


@dataclass(frozen=True, kw_only=True, slots=True)
class KippConstants:
    """Kipp, Kram & Hoogkamer 2019, equation 2: overground, 58-kg reference runner. ml/kg/min, m/s."""

    v3: float = 0.02724
    v2: float = 1.5355
    v1: float = 1.5354
    v0: float = 15.661
    marathon_m: float = 42_195.0


RE3 = Re3Constants()
MINETTI_RUN = MinettiRunConstants()
ACSM_RUN = AcsmRunConstants()
KIPP_2019 = KippConstants()


def re3_run_power(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the gross metabolic power of running; no clamp of the grade [W/kg].

    Fitted to 1,085 people aged 18-44 at 1.8-5.5 m/s; graded records from -45 % to +82 %.

    Example:
        2.7778 m/s (10 km/h) on the level: 11.4795 W/kg.
    """
    k = RE3
    level = k.level_constant + k.level_speed * speed_m_s + k.level_speed_squared * speed_m_s * speed_m_s
    inner = 1.0 - math.pow(k.grade_inner_base, 100.0 * grade_frac + k.grade_offset_pct)
    return level + k.grade_scale * speed_m_s * grade_frac * (1.0 - math.pow(k.grade_outer_base, inner))


def re3_run_kcal_kg_h(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the gross energy of running per kilogram and hour [kcal/kg/h]."""
    power = re3_run_power(speed_m_s=speed_m_s, grade_frac=grade_frac)
    return power * units.SECONDS_PER_HOUR / units.JOULES_PER_KCAL


def re3_grade_ratio(*, speed_m_s: float, grade_frac: float) -> float:
    """Return how many times dearer a grade is than the level at the same speed."""
    return re3_run_power(speed_m_s=speed_m_s, grade_frac=grade_frac) / re3_run_power(
        speed_m_s=speed_m_s, grade_frac=0.0
    )


def re3_population_mean_power(*, mean_speed_m_s: float, sd_speed_m_s: float, grade_frac: float) -> float:
    """Return the mean power of people whose speeds scatter; the square of the speed adds its variance [W/kg]."""
    at_mean = re3_run_power(speed_m_s=mean_speed_m_s, grade_frac=grade_frac)
    return at_mean + RE3.level_speed_squared * sd_speed_m_s * sd_speed_m_s


def minetti_run_cost(*, grade_frac: float) -> float:
    """Return the net cost of running on a grade; ten elite mountain runners, -0.45 to +0.45 [J/kg/m]."""
    k, i = MINETTI_RUN, grade_frac
    return ((((k.g5 * i + k.g4) * i + k.g3) * i + k.g2) * i + k.g1) * i + k.g0


def acsm_run_vo2(*, speed_m_min: float, grade_frac: float) -> float:
    """Return the gross oxygen uptake of running; from 134 m/min, or 80 if truly jogging [ml/kg/min]."""
    return ACSM_RUN.rest + (ACSM_RUN.horizontal + ACSM_RUN.vertical * grade_frac) * speed_m_min


def acsm_run_speed_for_vo2(*, vo2_ml_kg_min: float, grade_frac: float) -> float:
    """Return the running speed at which the ACSM line reaches an oxygen uptake [m/min]."""
    return (vo2_ml_kg_min - ACSM_RUN.rest) / (ACSM_RUN.horizontal + ACSM_RUN.vertical * grade_frac)


def acsm_run_distance_kcal(*, mass_kg: float, speed_m_s: float, distance_m: float, kcal_per_l_o2: float) -> float:
    """Return the gross energy of a level run by the ACSM line [kcal]."""
    speed_m_min = speed_m_s * 60.0
    vo2 = acsm_run_vo2(speed_m_min=speed_m_min, grade_frac=0.0)
    return vo2 * mass_kg / 1000.0 * kcal_per_l_o2 * distance_m / speed_m_min


def kipp_2019_vo2(*, speed_m_s: float) -> float:
    """Return the gross oxygen uptake of level overground running, about 1.8-6 m/s [ml/kg/min]."""
    k, v = KIPP_2019, speed_m_s
    return ((k.v3 * v + k.v2) * v + k.v1) * v + k.v0


def kipp_2019_speed_gain_pct(*, speed_m_s: float, metabolic_saving_frac: float) -> float:
    """Return how much faster the same oxygen uptake carries a runner who needs a share less of it [%]."""
    return 100.0 * (_kipp_speed(speed_m_s, metabolic_saving_frac) / speed_m_s - 1.0)


def kipp_2019_marathon_time_min(*, marathon_time_min: float, metabolic_saving_frac: float) -> float:
    """Return the marathon time at the same oxygen uptake when running needs a share less of it [min]."""
    speed = KIPP_2019.marathon_m / (marathon_time_min * 60.0)
    return KIPP_2019.marathon_m / _kipp_speed(speed, metabolic_saving_frac) / 60.0


def _kipp_speed(speed_m_s: float, saving_frac: float) -> float:
    """Solve (1 - saving) VO2(v) = VO2(speed) for v by Newton's rule; VO2 is convex and rising, so it converges."""
    k = KIPP_2019
    wanted = kipp_2019_vo2(speed_m_s=speed_m_s) / (1.0 - saving_frac)
    v = speed_m_s
    for _ in range(60):
        slope = (3.0 * k.v3 * v + 2.0 * k.v2) * v + k.v1
        step = (kipp_2019_vo2(speed_m_s=v) - wanted) / slope
        v -= step
        if math.isclose(step, 0.0, abs_tol=1e-13):
            break
    return v

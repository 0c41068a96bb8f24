"""What the ground and the air add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.errors import ArgumentError
from bot.science.running import re3_run_power
from bot.science.walking import LCDA, lcda_walk_power, net_standing_cost

Gait = Literal["run", "walk"]
Surface = Literal["road", "treadmill", "trail_or_grass", "firm_wet_sand", "soft_dry_sand"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What one surface does to the power above standing, and how well that is known."""

    run: float = 1.0
    walk: float = 1.0
    run_sd: float
    walk_sd: float


@dataclass(frozen=True, kw_only=True, slots=True)
class AirConstants:
    """Air drag: da Silva, Kram & Hoogkamer 2022."""

    metabolic_pct_per_body_weight_pct: float = 6.13
    gravity_m_s2: float = 9.81


ROAD = Ground(run_sd=0.09, walk_sd=0.07)
TREADMILL = Ground(run_sd=0.10, walk_sd=0.07)
TRAIL_OR_GRASS = Ground(run=1.10, walk=1.10, run_sd=0.15, walk_sd=0.15)
FIRM_WET_SAND = Ground(run=1.1, walk=1.1, run_sd=0.15, walk_sd=0.15)
SOFT_DRY_SAND = Ground(run=1.5, walk=1.8, run_sd=0.18, walk_sd=0.22)
AIR = AirConstants()


def ground(surface: Surface) -> Ground:
    """Return what a surface does to the cost of moving over it.

    Raises:
        ArgumentError: If the surface is none of the five.
    """
    grounds = {
        "road": ROAD,
        "treadmill": TREADMILL,
        "trail_or_grass": TRAIL_OR_GRASS,
        "firm_wet_sand": FIRM_WET_SAND,
        "soft_dry_sand": SOFT_DRY_SAND,
    }
    if surface not in grounds:
        raise ArgumentError("surface", surface, ", ".join(grounds))
    return grounds[surface]


def above_standing(*, power_w_kg: float, multiplier: float) -> float:
    """Return the power when only the part above standing grows by a factor [W/kg]."""
    return LCDA.standing + multiplier * (power_w_kg - LCDA.standing)


def surface_power(
    *,
    gait: Gait,
    surface: Surface,
    speed_m_s: float,
    grade_frac: float,
    multiplier_on_net_standing: float | None = None,
) -> float:
    """Return the gross power on a surface, no clamp of the grade; a given multiplier wins over the surface's [W/kg].

    Example:
        Running at 2.5 m/s on soft dry sand (x 1.5): 15.0563 W/kg.
    """
    on = ground(surface)
    running = gait == "run"
    power = (re3_run_power if running else lcda_walk_power)(speed_m_s=speed_m_s, grade_frac=grade_frac)
    by_surface = on.run if running else on.walk
    multiplier = by_surface if multiplier_on_net_standing is None else multiplier_on_net_standing
    return above_standing(power_w_kg=power, multiplier=multiplier)


def air_drag_pct(*, speed_m_s: float, mass_kg: float, cda_m2: float, air_density_kg_m3: float) -> float:
    """Return how much metabolic power the air adds to a run in still air [% of gross].

    From 4 m/s or with wind only: below that road and treadmill cost the same within their error.
    """
    drag_n = 0.5 * air_density_kg_m3 * cda_m2 * speed_m_s * speed_m_s
    return AIR.metabolic_pct_per_body_weight_pct * 100.0 * drag_n / (mass_kg * AIR.gravity_m_s2)


def re3_run_net_standing_cost(*, speed_m_s: float, grade_frac: float) -> float:
    """Return the running cost above standing per metre, no clamp [J/kg/m]."""
    power = re3_run_power(speed_m_s=speed_m_s, grade_frac=grade_frac)
    return net_standing_cost(power_w_kg=power, speed_m_s=speed_m_s)


def run_over_walk_energy_ratio(*, distance_m: float, run_speed_m_s: float, walk_speed_m_s: float) -> float:
    """Return how many times dearer running a level distance is than walking it, gross."""
    run_j_kg = re3_run_power(speed_m_s=run_speed_m_s, grade_frac=0.0) * distance_m / run_speed_m_s
    walk_j_kg = lcda_walk_power(speed_m_s=walk_speed_m_s, grade_frac=0.0) * distance_m / walk_speed_m_s
    return run_j_kg / walk_j_kg

"""Between oxygen and energy, and ACSM's equations for bike and bench."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class WeirConstants:
    """Weir 1949, abbreviated (no urinary nitrogen): kcal per litre."""

    per_l_o2: float = 3.941
    per_l_co2: float = 1.106


@dataclass(frozen=True, kw_only=True, slots=True)
class AcsmCycleConstants:
    """ACSM leg cycling: ml/kg/min from kgm/min and kg."""

    rest_and_unloaded: float = 7.0
    per_work: float = 1.8


@dataclass(frozen=True, kw_only=True, slots=True)
class AcsmStepConstants:
    """ACSM stepping: ml/kg/min from steps/min and m; lowering adds a third of lifting."""

    rest: float = 3.5
    per_step: float = 0.2
    lift_and_lower: float = 1.33
    per_lift: float = 1.8


WEIR = WeirConstants()
ACSM_CYCLE = AcsmCycleConstants()
ACSM_STEP = AcsmStepConstants()


def vo2_to_kcal(*, vo2_ml_kg_min: float, mass_kg: float, duration_min: float, kcal_per_l_o2: float) -> float:
    """Return the energy of an oxygen uptake held for a time; running burns 4.93 kcal a litre, ACSM counts 5 [kcal]."""
    return vo2_ml_kg_min * mass_kg / 1000.0 * kcal_per_l_o2 * duration_min


def weir_kcal_min(*, vo2_l_min: float, vco2_l_min: float) -> float:
    """Return the energy that goes with oxygen taken up and carbon dioxide given off [kcal/min]."""
    return WEIR.per_l_o2 * vo2_l_min + WEIR.per_l_co2 * vco2_l_min


def acsm_leg_cycle_vo2(*, work_rate_kgm_min: float, mass_kg: float) -> float:
    """Return the gross oxygen uptake of cycling, 300-1200 kgm/min [ml/kg/min]."""
    return ACSM_CYCLE.rest_and_unloaded + ACSM_CYCLE.per_work * work_rate_kgm_min / mass_kg


def acsm_step_vo2(*, step_rate_per_min: float, step_height_m: float) -> float:
    """Return the gross oxygen uptake of stepping on and off a bench [ml/kg/min]."""
    k = ACSM_STEP
    return k.rest + step_rate_per_min * (k.per_step + k.lift_and_lower * k.per_lift * step_height_m)

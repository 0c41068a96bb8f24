"""Energy at rest: the published equations and the one rule that picks a person's figure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.science import bounds
from bot.science.body import Body, Sex, measured_fat_free_mass_kg
from bot.science.estimate import Estimate
from bot.science.references import CUNNINGHAM_1980, CUNNINGHAM_1991, MIFFLIN, TEN_HAAF, Reference
from bot.science.uncertainty import RANGE


@dataclass(frozen=True, kw_only=True, slots=True)
class MifflinConstants:
    """Mifflin-St Jeor: kcal/day from kg, cm and years."""

    mass: float
    height: float
    age: float
    male: float = 5.0
    female: float = -161.0


@dataclass(frozen=True, kw_only=True, slots=True)
class TenHaafConstants:
    """ten Haaf & Weijs 2014: kcal/day from kg, m and years, and from fat-free mass."""

    mass: float = 11.936
    height_m: float = 587.728
    age: float = 8.129
    male: float = 191.027
    constant: float = 29.279
    ffm: float = 22.771
    ffm_constant: float = 484.264


@dataclass(frozen=True, kw_only=True, slots=True)
class CunninghamConstants:
    """Cunningham 1980 and 1991 (Katch-McArdle): kcal/day from fat-free mass."""

    ffm_1980: float = 22.0
    constant_1980: float = 500.0
    ffm_1991: float = 21.6
    constant_1991: float = 370.0


@dataclass(frozen=True, kw_only=True, slots=True)
class HenryBand:
    """One age band of Henry 2005: kcal/day from kg and m."""

    mass: float
    height_m: float
    constant: float


@dataclass(frozen=True, kw_only=True, slots=True)
class HenryConstants:
    """Henry 2005 (Oxford): bands 18 to under 30, 30 to under 60, 60 and over."""

    middle_from: float = 30.0
    old_from: float = 60.0
    young_man: HenryBand = HenryBand(mass=14.4, height_m=313.0, constant=113.0)
    middle_man: HenryBand = HenryBand(mass=11.4, height_m=541.0, constant=-137.0)
    old_man: HenryBand = HenryBand(mass=11.4, height_m=541.0, constant=-256.0)
    young_woman: HenryBand = HenryBand(mass=10.4, height_m=615.0, constant=-282.0)
    middle_woman: HenryBand = HenryBand(mass=8.18, height_m=502.0, constant=-11.6)
    old_woman: HenryBand = HenryBand(mass=8.52, height_m=421.0, constant=10.7)


@dataclass(frozen=True, kw_only=True, slots=True)
class RestingRule:
    """When which equation is picked, and how far one person may lie from it."""

    trained_from_h_per_week: float = 5.0
    trained_age_to: float = 35.0
    mifflin_sd: float = 0.09
    trained_sd: float = 0.08
    measured_sd: float = 0.08
    population_kcal_kg_h: float = 0.84
    """Mean resting energy of 769 adults (Byrne 2005)."""


MIFFLIN_1990 = MifflinConstants(mass=10.0, height=6.25, age=5.0)
PLANNER_MIFFLIN = MifflinConstants(mass=9.99, height=6.25, age=4.92)
"""The unrounded form that the body-weight planners use when no resting energy is given."""
TEN_HAAF_2014 = TenHaafConstants()
CUNNINGHAM = CunninghamConstants()
HENRY_2005 = HenryConstants()
RULE = RestingRule()


def _mifflin(k: MifflinConstants, *, sex: Sex, mass_kg: float, height_cm: float, age_y: float) -> float:
    by_sex = k.male if sex == "male" else k.female
    return k.mass * mass_kg + k.height * height_cm - k.age * age_y + by_sex


def mifflin_rmr(*, sex: Sex, mass_kg: float, height_cm: float, age_y: float) -> float:
    """Return the resting energy by Mifflin-St Jeor; 498 adults, R2 0.71 [kcal/day]."""
    return _mifflin(MIFFLIN_1990, sex=sex, mass_kg=mass_kg, height_cm=height_cm, age_y=age_y)


def planner_rmr(*, sex: Sex, mass_kg: float, height_cm: float, age_y: float) -> float:
    """Return the body-weight model's own starting figure: Mifflin with 9.99 and 4.92 [kcal/day]."""
    return _mifflin(PLANNER_MIFFLIN, sex=sex, mass_kg=mass_kg, height_cm=height_cm, age_y=age_y)


def ten_haaf_weight_rmr(*, sex: Sex, mass_kg: float, height_cm: float, age_y: float) -> float:
    """Return the resting energy of a young person who trains a lot; 90 athletes, 18-35 years [kcal/day]."""
    k = TEN_HAAF_2014
    by_sex = k.male if sex == "male" else 0.0
    return k.mass * mass_kg + k.height_m * height_cm / 100.0 - k.age * age_y + by_sex + k.constant


def ten_haaf_ffm_rmr(*, ffm_kg: float) -> float:
    """Return the resting energy of an athlete from measured fat-free mass [kcal/day]."""
    return TEN_HAAF_2014.ffm * ffm_kg + TEN_HAAF_2014.ffm_constant


def cunningham_1980_rmr(*, ffm_kg: float) -> float:
    """Return the resting energy of an athlete from measured fat-free mass [kcal/day]."""
    return CUNNINGHAM.ffm_1980 * ffm_kg + CUNNINGHAM.constant_1980


def cunningham_1991_rmr(*, ffm_kg: float) -> float:
    """Return the resting energy of a non-athlete from measured fat-free mass (Katch-McArdle) [kcal/day]."""
    return CUNNINGHAM.ffm_1991 * ffm_kg + CUNNINGHAM.constant_1991


def henry_2005_rmr(*, sex: Sex, mass_kg: float, height_cm: float, age_y: float) -> float:
    """Return the resting energy by the Oxford survey equations; 30 and 60 belong to the older band [kcal/day]."""
    k = HENRY_2005
    young, middle, old = (
        (k.young_man, k.middle_man, k.old_man) if sex == "male" else (k.young_woman, k.middle_woman, k.old_woman)
    )
    band = young if age_y < k.middle_from else middle if age_y < k.old_from else old
    return band.mass * mass_kg + band.height_m * height_cm / 100.0 + band.constant


def resting_kcal_kg_h_population() -> float:
    """Return the mean resting energy of 769 adults; "1 MET" overstates it by a fifth [kcal/kg/h]."""
    return RULE.population_kcal_kg_h


def resting_kcal_day(body: Body) -> float:
    """Return the centre of `resting_energy`, for arithmetic [kcal/day]."""
    return _choose(body)[0]


def resting_energy(body: Body) -> Estimate:
    """Return the person's one resting energy: the figure for net energy, maintenance and projection alike [kcal/day].

    Measured fat-free mass picks Cunningham (1980 from 5 h of training a week, else 1991); without it, people of
    18-35 who train 5 h a week get ten Haaf & Weijs, everybody else Mifflin-St Jeor.

    Raises:
        OutOfRangeError: If mass, height, age or fat-free mass is beyond what the equations accept.
    """
    value, sd, method, reference, fields = _choose(body)
    half = RANGE.z_80 * sd * value
    return Estimate(
        name="rmr_kcal_day",
        value=value,
        low=value - half,
        high=value + half,
        unit="kcal/day",
        inputs={name: body.input(name) for name in fields},
        method=method,
        source=reference.line,
    )


def _choose(body: Body) -> tuple[float, float, str, Reference, tuple[str, ...]]:
    """Return the figure, its SD, slug, source and the inputs used."""
    trained = (body.training_h_per_week or 0.0) >= RULE.trained_from_h_per_week
    ffm_kg = measured_fat_free_mass_kg(body)
    if ffm_kg is not None:
        bounds.FAT_FREE_MASS_KG.check("fat_free_mass_kg", ffm_kg)
        if trained:
            value, fields = cunningham_1980_rmr(ffm_kg=ffm_kg), ("mass", "fat_mass", "training")
            return value, RULE.measured_sd, "cunningham_1980_rmr", CUNNINGHAM_1980, fields
        value, sd = cunningham_1991_rmr(ffm_kg=ffm_kg), RULE.measured_sd
        return value, sd, "cunningham_1991_rmr", CUNNINGHAM_1991, ("mass", "fat_mass")
    mass_kg, height_cm, age_y = body.checked_mass_kg, 100.0 * body.checked_height_m, body.checked_age_years
    person = ("mass", "height", "age", "sex")
    if trained and age_y <= RULE.trained_age_to:
        value = ten_haaf_weight_rmr(sex=body.sex, mass_kg=mass_kg, height_cm=height_cm, age_y=age_y)
        return value, RULE.trained_sd, "ten_haaf_weight_rmr", TEN_HAAF, (*person, "training")
    value = mifflin_rmr(sex=body.sex, mass_kg=mass_kg, height_cm=height_cm, age_y=age_y)
    return value, RULE.mifflin_sd, "mifflin_rmr", MIFFLIN, person

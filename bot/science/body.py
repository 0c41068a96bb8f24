"""The body a calculation is about, and how much of it is fat."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bot import units
from bot.errors import ArgumentError
from bot.science import bounds
from bot.science.estimate import Estimate, Input, Origin
from bot.science.references import GALLAGHER, JACKSON, MEASURED, NAVY, RFM, Reference

Sex = Literal["female", "male"]

_INPUTS = {
    "mass": ("mass_kg", "kg"),
    "height": ("height_m", "m"),
    "age": ("age_years", "years"),
    "sex": ("sex", ""),
    "fat_mass": ("fat_mass_kg", "kg"),
    "waist": ("waist_cm", "cm"),
    "hip": ("hip_cm", "cm"),
    "neck": ("neck_cm", "cm"),
    "activity": ("pal", "times resting energy"),
    "training": ("training_h_per_week", "h/week"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """A person's body as the formulas see it, with where each value came from."""

    sex: Sex
    age_years: float
    height_m: float
    mass_kg: float
    fat_mass_kg: float | None = None
    """Measured (a scan), not computed from another formula."""
    waist_cm: float | None = None
    hip_cm: float | None = None
    neck_cm: float | None = None
    pal: float | None = None
    """Daily energy over resting energy; contains the running already done."""
    training_h_per_week: float | None = None
    assumed: frozenset[str] = frozenset()
    """Names of fields whose value is our assumption."""
    logged: frozenset[str] = frozenset()
    """Names of fields whose value comes from the person's log; every other field counts as told."""

    @property
    def bmi(self) -> float:
        """Body mass index [kg/m2]."""
        return units.bmi(mass_kg=self.mass_kg, height_m=self.height_m)

    @property
    def checked_mass_kg(self) -> float:
        """The mass if formulas accept it [kg]."""
        return bounds.MASS_KG.check("mass_kg", self.mass_kg)

    @property
    def checked_height_m(self) -> float:
        """The height if formulas accept it [m]."""
        return bounds.HEIGHT_M.check("height_m", self.height_m)

    @property
    def checked_age_years(self) -> float:
        """The age if formulas, made for adults, accept it [years]."""
        return bounds.AGE_YEARS.check("age_years", self.age_years)

    def origin(self, field: str) -> Origin:
        """Return where the value of a field came from."""
        return "assumed" if field in self.assumed else "log" if field in self.logged else "told"

    def input(self, name: str) -> Input:
        """Return one value as an estimate lists it; `name` is `mass`, `height`, `age`, `sex` and so on."""
        field, unit = _INPUTS[name]
        return Input(value=getattr(self, field), unit=unit, origin=self.origin(field))


@dataclass(frozen=True, kw_only=True, slots=True)
class GallagherConstants:
    """Gallagher et al. 2000: percent fat from BMI, age and sex."""

    constant: float = 64.5
    per_inverse_bmi: float = -848.0
    age: float = 0.079
    male: float = -16.4
    male_age: float = 0.05
    male_per_inverse_bmi: float = 39.0


@dataclass(frozen=True, kw_only=True, slots=True)
class LinearBmiConstants:
    """A percent-fat line in BMI and age: Deurenberg 1991, Jackson 2002."""

    bmi: float
    age: float
    male: float
    constant: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LogBmiConstants:
    """The body-weight planners' percent-fat curve in ln(BMI) and age (Jackson 2002, as used by NIH)."""

    age: float = 0.14
    male_log_bmi: float = 37.31
    male_constant: float = -103.94
    female_log_bmi: float = 39.96
    female_constant: float = -102.01
    highest_pct: float = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class RfmConstants:
    """Relative fat mass, Woolcott & Bergman 2018: percent fat from height over waist."""

    constant: float = 64.0
    height_over_waist: float = -20.0
    female: float = 12.0


@dataclass(frozen=True, kw_only=True, slots=True)
class NavyConstants:
    """US Navy tape equations, Hodgdon & Beckett 1984: body density from tapes in cm, then Siri."""

    male_constant: float = 1.0324
    male_girth: float = -0.19077
    male_height: float = 0.15456
    female_constant: float = 1.29579
    female_girth: float = -0.35004
    female_height: float = 0.22100
    siri_scale: float = 495.0
    siri_offset: float = -450.0


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyFatRule:
    """When which estimate is picked, and how far off it is told to be."""

    gallagher_bmi_to: float = 35.0
    tape_points: float = 4.0
    bmi_points: float = 5.0
    measured_points: float = 2.0
    lowest_pct: float = 3.0
    highest_pct: float = 60.0


GALLAGHER_2000 = GallagherConstants()
DEURENBERG_1991 = LinearBmiConstants(bmi=1.20, age=0.23, male=-10.8, constant=-5.4)
JACKSON_2002 = LinearBmiConstants(bmi=1.39, age=0.16, male=-10.34, constant=-9.0)
PLANNER_FAT = LogBmiConstants()
RFM_2018 = RfmConstants()
NAVY_1984 = NavyConstants()
RULE = BodyFatRule()


def gallagher_2000_bf(*, sex: Sex, bmi: float, age_y: float) -> float:
    """Return body fat from BMI, age and sex, for BMI up to 35; about 5 points off for one person [%]."""
    k = GALLAGHER_2000
    common = k.constant + k.per_inverse_bmi / bmi + k.age * age_y
    return common + (k.male + k.male_age * age_y + k.male_per_inverse_bmi / bmi if sex == "male" else 0.0)


def _linear_bmi(k: LinearBmiConstants, *, sex: Sex, bmi: float, age_y: float) -> float:
    return k.bmi * bmi + k.age * age_y + k.constant + (k.male if sex == "male" else 0.0)


def deurenberg_1991_bf(*, sex: Sex, bmi: float, age_y: float) -> float:
    """Return body fat from BMI and age; 1,229 people, SEE 4.1 points [%]."""
    return _linear_bmi(DEURENBERG_1991, sex=sex, bmi=bmi, age_y=age_y)


def jackson_2002_bf(*, sex: Sex, bmi: float, age_y: float) -> float:
    """Return body fat by Jackson's line (not the logarithmic curve of the planners) [%]."""
    return _linear_bmi(JACKSON_2002, sex=sex, bmi=bmi, age_y=age_y)


def planner_bf(*, sex: Sex, bmi: float, age_y: float) -> float:
    """Return the body-weight model's own starting body fat, cut to 0-60 [%]."""
    k = PLANNER_FAT
    slope, constant = (k.male_log_bmi, k.male_constant) if sex == "male" else (k.female_log_bmi, k.female_constant)
    return min(k.highest_pct, max(0.0, k.age * age_y + slope * math.log(bmi) + constant))


def rfm_bf(*, sex: Sex, height_cm: float, waist_cm: float) -> float:
    """Return body fat from height and waist; 12,581 adults, SD about 4-5 points [%]."""
    k = RFM_2018
    return k.constant + k.height_over_waist * height_cm / waist_cm + (k.female if sex == "female" else 0.0)


def navy_bf(*, sex: Sex, height_cm: float, waist_cm: float, neck_cm: float, hip_cm: float | None = None) -> float:
    """Return body fat by the Navy tapes, women also with the hip; SEE 3.5 (men), 3.7 points (women) [%].

    Raises:
        ArgumentError: If the hip is missing for a woman, or the tapes cannot belong together.
    """
    k = NAVY_1984
    if sex == "male":
        girth, constant, per_girth, per_height = waist_cm - neck_cm, k.male_constant, k.male_girth, k.male_height
    elif hip_cm is None:
        raise ArgumentError("hip_cm", None, "needed for women")
    else:
        girth, constant = waist_cm + hip_cm - neck_cm, k.female_constant
        per_girth, per_height = k.female_girth, k.female_height
    if girth <= 0.0:
        raise ArgumentError("neck_cm", neck_cm, "smaller than the waist (women: waist and hip together)")
    density = constant + per_girth * math.log10(girth) + per_height * math.log10(height_cm)
    return k.siri_scale / density + k.siri_offset


def measured_bf(*, mass_kg: float, fat_mass_kg: float) -> float:
    """Return body fat from a measured fat mass [%]."""
    return 100.0 * fat_mass_kg / mass_kg


def body_fat(body: Body) -> Estimate:
    """Return the person's one body fat: shown to them and handed to the projection alike [fraction of mass].

    Measured beats the Navy tapes, then waist alone (RFM), then BMI (Gallagher up to 35, above it the
    body-weight model's own curve).

    Raises:
        ArgumentError: If the result lies outside 3-60 %, so that an input must be wrong.
        OutOfRangeError: If mass, height or age is beyond what the equations accept.
    """
    pct, points, method, reference, fields = _choose(body)
    if not RULE.lowest_pct <= pct <= RULE.highest_pct:
        field = _INPUTS[fields[0]][0]
        raise ArgumentError(field, getattr(body, field), f"a value that gives 3 to 60 % body fat, not {pct:.1f} %")
    return Estimate(
        name="body_fat_fraction",
        value=pct / 100.0,
        low=max(0.0, pct - points) / 100.0,
        high=(pct + points) / 100.0,
        unit="of body mass",
        inputs={name: body.input(name) for name in fields},
        method=method,
        source=reference.line,
    )


def fat_mass_kg(body: Body) -> float:
    """Return the fat mass that goes with `body_fat` [kg]."""
    return body_fat(body).value * body.mass_kg


def measured_fat_free_mass_kg(body: Body) -> float | None:
    """Return the fat-free mass if fat was measured, None if it would have to be computed [kg]."""
    if body.fat_mass_kg is None or "fat_mass_kg" in body.assumed:
        return None
    return body.mass_kg - body.fat_mass_kg


def _choose(body: Body) -> tuple[float, float, str, Reference, tuple[str, ...]]:
    """Return percent, points of error, slug, source and the inputs used, the most telling first."""
    mass_kg, height_m = body.checked_mass_kg, body.checked_height_m
    sex, height_cm = body.sex, height_m * 100.0
    if body.fat_mass_kg is not None and measured_fat_free_mass_kg(body) is not None:
        pct = measured_bf(mass_kg=mass_kg, fat_mass_kg=body.fat_mass_kg)
        return pct, RULE.measured_points, "measured_bf", MEASURED, ("fat_mass", "mass")
    waist_cm, neck_cm, hip_cm = body.waist_cm, body.neck_cm, body.hip_cm
    if waist_cm is not None and neck_cm is not None and (sex == "male" or hip_cm is not None):
        pct = navy_bf(sex=sex, height_cm=height_cm, waist_cm=waist_cm, neck_cm=neck_cm, hip_cm=hip_cm)
        tapes = ("waist", "neck") if sex == "male" else ("waist", "neck", "hip")
        return pct, RULE.tape_points, "navy_bf", NAVY, (*tapes, "height", "sex")
    if waist_cm is not None:
        pct = rfm_bf(sex=sex, height_cm=height_cm, waist_cm=waist_cm)
        return pct, RULE.tape_points, "rfm_bf", RFM, ("waist", "height", "sex")
    age_y, fields = body.checked_age_years, ("mass", "height", "age", "sex")
    if body.bmi <= RULE.gallagher_bmi_to:
        pct = gallagher_2000_bf(sex=sex, bmi=body.bmi, age_y=age_y)
        return pct, RULE.bmi_points, "gallagher_2000_bf", GALLAGHER, fields
    return planner_bf(sex=sex, bmi=body.bmi, age_y=age_y), RULE.bmi_points, "planner_bf", JACKSON, fields

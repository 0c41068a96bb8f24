"""Energy from heart rate alone: Keytel 2005 with its refusals. With speed known, never use it instead."""

from __future__ import annotations

from dataclasses import dataclass

from bot import units
from bot.errors import ArgumentError, OutOfRangeError
from bot.science import bounds
from bot.science.body import Body, Sex
from bot.science.estimate import Input
from bot.science.pricing import SessionEnergy, checked_names, origin, priced
from bot.science.references import KEYTEL
from bot.science.resting import resting_kcal_day
from bot.science.uncertainty import RANGE, combined_sd


@dataclass(frozen=True, kw_only=True, slots=True)
class KeytelLine:
    """One equation of Keytel et al. 2005: kJ/min from beats, VO2max, kg and years."""

    constant: float
    beats: float
    mass: float
    age: float


@dataclass(frozen=True, kw_only=True, slots=True)
class KeytelVo2maxLine:
    """One equation of Keytel et al. 2005 for a known VO2max."""

    constant: float
    beats: float
    vo2max: float
    mass: float
    age: float


@dataclass(frozen=True, kw_only=True, slots=True)
class HeartRateRule:
    """Where the lines hold for one person, and how far off they are."""

    lowest_bpm: float = 90.0
    lowest_share_of_max: float = 0.55
    highest_share_of_max: float = 0.90
    max_constant: float = 208.0
    max_per_year: float = 0.7
    """Highest heart rate by age (Tanaka 2001, unconfirmed)."""
    fitted_age_to: float = 45.0
    fitted_mass_from: float = 47.0
    fitted_mass_to: float = 120.0
    sd: float = 0.20
    sd_with_vo2max: float = 0.16
    outside_sd: float = 0.04
    kj_per_kcal: float = units.JOULES_PER_KCAL / 1000.0


MEN = KeytelLine(constant=-55.0969, beats=0.6309, mass=0.1988, age=0.2017)
WOMEN = KeytelLine(constant=-20.4022, beats=0.4472, mass=-0.1263, age=0.0740)
MEN_VO2MAX = KeytelVo2maxLine(constant=-95.7735, beats=0.634, vo2max=0.404, mass=0.394, age=0.271)
WOMEN_VO2MAX = KeytelVo2maxLine(constant=-59.3954, beats=0.450, vo2max=0.380, mass=0.103, age=0.274)
RULE = HeartRateRule()

_INPUTS = frozenset({"hr_bpm", "duration_s", "vo2max_ml_kg_min", "hr_max_bpm"})


def keytel_hr(*, sex: Sex, hr_bpm: float, mass_kg: float, age_y: float) -> float:
    """Return the gross energy rate at a heart rate, without any of the rules of `heart_rate_energy` [kcal/min]."""
    k = MEN if sex == "male" else WOMEN
    return (k.constant + k.beats * hr_bpm + k.mass * mass_kg + k.age * age_y) / RULE.kj_per_kcal


def keytel_hr_vo2max(*, sex: Sex, hr_bpm: float, mass_kg: float, age_y: float, vo2max_ml_kg_min: float) -> float:
    """Return the gross energy rate at a heart rate for a known VO2max, without rules [kcal/min]."""
    k = MEN_VO2MAX if sex == "male" else WOMEN_VO2MAX
    kj_min = k.constant + k.beats * hr_bpm + k.vo2max * vo2max_ml_kg_min + k.mass * mass_kg + k.age * age_y
    return kj_min / RULE.kj_per_kcal


def heart_rate_energy(
    body: Body,
    *,
    hr_bpm: float,
    duration_s: float,
    vo2max_ml_kg_min: float | None = None,
    hr_max_bpm: float | None = None,
    hot_or_drifting: bool = False,
    beta_blockers: bool = False,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of steady exercise of which only the heart rate is known.

    Fitted to 115 regular exercisers of 18-45 years at 57-90 % of their highest heart rate.

    Args:
        body: Who did it.
        hr_bpm: Mean heart rate, 60 to 230. [beats/min]
        duration_s: Time, 1 to 604,800. [s]
        vo2max_ml_kg_min: If known, 10 to 95; narrows the range. [ml/kg/min]
        hr_max_bpm: Measured highest heart rate; None takes 208 - 0.7 x age. [beats/min]
        hot_or_drifting: Heat, drift or caffeine; widens the range.
        beta_blockers: Taken by the person; no estimate is possible then.
        assumed: Names of these arguments that are our assumption.
        logged: Names of these arguments that come from the person's log.

    Raises:
        OutOfRangeError: If the heart rate is below the larger of 90 and 55 % of the highest, where the line fails.
        ArgumentError: If beta-blockers are taken, or a name in `assumed` or `logged` is unknown.
    """
    if beta_blockers:
        raise ArgumentError("beta_blockers", beta_blockers, "no estimate from heart rate under beta-blockers")
    checked_names(assumed | logged, _INPUTS)
    bounds.HEART_RATE_BPM.check("hr_bpm", hr_bpm)
    bounds.DURATION_S.check("duration_s", duration_s)
    mass_kg, age_y = body.checked_mass_kg, body.checked_age_years
    highest = RULE.max_constant - RULE.max_per_year * age_y if hr_max_bpm is None else hr_max_bpm
    bounds.HEART_RATE_BPM.check("hr_max_bpm", highest)
    lowest = max(RULE.lowest_bpm, RULE.lowest_share_of_max * highest)
    if hr_bpm < lowest:
        raise OutOfRangeError("hr_bpm", hr_bpm, f"{lowest:.0f} beats/min or more")
    inputs = {
        "heart_rate": Input(value=hr_bpm, unit="beats/min", origin=origin("hr_bpm", assumed, logged)),
        "duration": Input(value=duration_s / 60.0, unit="min", origin=origin("duration_s", assumed, logged)),
    }
    if vo2max_ml_kg_min is None:
        rate, method, sd_frac = (
            keytel_hr(sex=body.sex, hr_bpm=hr_bpm, mass_kg=mass_kg, age_y=age_y),
            "keytel_hr",
            RULE.sd,
        )
    else:
        bounds.VO2MAX_ML_KG_MIN.check("vo2max_ml_kg_min", vo2max_ml_kg_min)
        rate = keytel_hr_vo2max(
            sex=body.sex, hr_bpm=hr_bpm, mass_kg=mass_kg, age_y=age_y, vo2max_ml_kg_min=vo2max_ml_kg_min
        )
        method, sd_frac = "keytel_hr_vo2max", RULE.sd_with_vo2max
        inputs["vo2max"] = Input(
            value=vo2max_ml_kg_min, unit="ml/kg/min", origin=origin("vo2max_ml_kg_min", assumed, logged)
        )
    if rate <= resting_kcal_day(body) / units.MINUTES_PER_DAY:
        raise OutOfRangeError(
            "mass_kg", mass_kg, "a mass for which the heart-rate line stays above rest (47 to 120 kg)"
        )
    outside = (
        hot_or_drifting
        or age_y > RULE.fitted_age_to
        or hr_bpm > RULE.highest_share_of_max * highest
        or not RULE.fitted_mass_from <= mass_kg <= RULE.fitted_mass_to
    )
    return priced(
        body,
        gross_kcal=rate * duration_s / 60.0,
        duration_s=duration_s,
        sd_frac=combined_sd(sd_frac + (RULE.outside_sd if outside else 0.0), (RANGE.scale_mass_sd,)),
        inputs={**inputs, "age": body.input("age"), "sex": body.input("sex")},
        method=method,
        source=KEYTEL.line,
        notes=("outside_fitted_range",) if outside else (),
    )

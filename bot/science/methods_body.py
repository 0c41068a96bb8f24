"""The catalogue's equations of resting energy and body fat, and the rules that pick one of each."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import ArgumentError
from bot.science import activity, body, bounds, conversions, resting
from bot.science import arguments as arg
from bot.science import references as ref
from bot.science.arguments import Argument, Choice, Number, maybe, number
from bot.science.body import Body
from bot.science.bounds import Bound
from bot.science.maintenance import assumed_pal, maintenance_energy
from bot.science.method import Outcome, many, of_estimate, one
from bot.science.race_time import RACE_DISTANCE_M, SHORTEST_EFFORT, WELL_TESTED_TO_M, riegel_time

_WAIST, _NECK = number(40.0, 250.0, "cm"), number(20.0, 80.0, "cm")
_BY_MASS: dict[str, Argument] = {
    "sex": arg.SEX,
    "mass_kg": arg.MASS,
    "height_cm": arg.HEIGHT_CM,
    "age_y": arg.AGE,
}
_BY_FFM: dict[str, Argument] = {"ffm_kg": Number(bound=bounds.FAT_FREE_MASS_KG)}
_BY_BMI: dict[str, Argument] = {"sex": arg.SEX, "bmi": Number(bound=bounds.BMI), "age_y": arg.AGE}
_BY_TAPE: dict[str, Argument] = {"sex": arg.SEX, "height_cm": arg.HEIGHT_CM, "waist_cm": _WAIST}

BODY: dict[str, Argument] = {
    "sex": arg.SEX,
    "age_years": arg.AGE,
    "height_m": Number(bound=bounds.HEIGHT_M),
    "weight_kg": arg.MASS,
    "fat_mass_kg": number(1.0, 250.0, "kg", optional=True),
    "waist_cm": number(40.0, 250.0, "cm", optional=True),
    "hip_cm": number(50.0, 250.0, "cm", optional=True),
    "neck_cm": number(20.0, 80.0, "cm", optional=True),
    "pal": maybe(bounds.ANY_PAL),
    "training_h_per_week": number(0.0, 60.0, "h/week", optional=True),
}
"""A person by the keys of their profile."""


def body_of(inputs: dict[str, object]) -> tuple[Body, dict[str, object]]:
    """Return the body that the profile's keys make, and the inputs that are left."""
    person = {name: value for name, value in inputs.items() if name in BODY}
    person["mass_kg"] = person.pop("weight_kg")
    rest = {name: value for name, value in inputs.items() if name not in BODY}
    return Body(**person), rest  # type: ignore[arg-type]  # every value was read by its argument


def _resting(**inputs: object) -> Outcome:
    return of_estimate(resting.resting_energy(body_of(inputs)[0]))


def _body_fat(**inputs: object) -> Outcome:
    person, _ = body_of(inputs)
    return of_estimate(body.body_fat(person), fat_mass_kg=body.fat_mass_kg(person))


def _tape_points() -> float:
    return body.RULE.tape_points


def _bmi_points() -> float:
    return body.RULE.bmi_points


def _maintenance(**inputs: object) -> Outcome:
    """Take the level told; where work is named instead, the table's."""
    person, rest = body_of(inputs)
    if "leisure" in rest and "work" not in rest:
        raise ArgumentError("work", None, " or ".join(activity.WORK))
    if rest:
        person = replace(person, pal=activity.pal_of(**rest))  # type: ignore[arg-type]  # read by the arguments
    return of_estimate(maintenance_energy(person), pal=assumed_pal(person))


_RMR, _FAT = "rmr_kcal_day", "body_fat_pct"
_PACE = number(60.0, 3600.0, "s/km")
BODY_METHODS = (
    one(resting.mifflin_rmr, _RMR, ref.MIFFLIN.line, _BY_MASS, sd_frac=lambda: resting.RULE.mifflin_sd),
    one(resting.planner_rmr, _RMR, ref.MIFFLIN.line, _BY_MASS, sd_frac=lambda: resting.RULE.mifflin_sd),
    one(
        resting.ten_haaf_weight_rmr,
        _RMR,
        ref.TEN_HAAF.line,
        _BY_MASS,
        fitted={"age_y": Bound(low=18.0, high=35.0, unit="years")},
        sd_frac=lambda: resting.RULE.trained_sd,
    ),
    one(resting.henry_2005_rmr, _RMR, ref.HENRY.line, _BY_MASS),
    one(resting.cunningham_1980_rmr, _RMR, ref.CUNNINGHAM_1980.line, _BY_FFM, sd_frac=lambda: resting.RULE.measured_sd),
    one(resting.cunningham_1991_rmr, _RMR, ref.CUNNINGHAM_1991.line, _BY_FFM, sd_frac=lambda: resting.RULE.measured_sd),
    one(resting.ten_haaf_ffm_rmr, _RMR, ref.TEN_HAAF.line, _BY_FFM, sd_frac=lambda: resting.RULE.measured_sd),
    one(resting.resting_kcal_kg_h_population, "kcal_kg_h", ref.BYRNE.line, {}),
    many("resting_energy", _resting, ("rmr_kcal_day",), "the one equation picked for the person", BODY),
    one(body.deurenberg_1991_bf, _FAT, ref.DEURENBERG.line, _BY_BMI, points=_bmi_points),
    one(
        body.gallagher_2000_bf,
        _FAT,
        ref.GALLAGHER.line,
        _BY_BMI,
        fitted={"bmi": Bound(low=12.0, high=35.0, unit="kg/m2")},
        points=_bmi_points,
    ),
    one(body.jackson_2002_bf, _FAT, ref.JACKSON.line, _BY_BMI, points=_bmi_points),
    one(body.planner_bf, _FAT, ref.JACKSON.line, _BY_BMI, points=_bmi_points),
    one(body.rfm_bf, _FAT, ref.RFM.line, _BY_TAPE, points=_tape_points),
    one(
        body.navy_bf,
        _FAT,
        ref.NAVY.line,
        {**_BY_TAPE, "neck_cm": _NECK, "hip_cm": number(50.0, 250.0, "cm", optional=True)},
        points=_tape_points,
    ),
    one(
        body.measured_bf,
        _FAT,
        ref.MEASURED.line,
        {"mass_kg": arg.MASS, "fat_mass_kg": number(1.0, 250.0, "kg")},
        points=lambda: body.RULE.measured_points,
    ),
    many("body_fat", _body_fat, ("body_fat_fraction", "fat_mass_kg"), "the one estimate picked for the person", BODY),
    many(
        "maintenance_energy",
        _maintenance,
        ("maintenance_kcal_day", "pal"),
        ref.HALL_2011.line,
        {
            **BODY,
            "work": Choice(choices=activity.WORK, optional=True),
            "leisure": Choice(choices=activity.LEISURE, optional=True),
        },
    ),
    one(
        riegel_time,
        "race_time_s",
        ref.lines(ref.RIEGEL, ref.VICKERS),
        {
            "duration_s": Number(bound=SHORTEST_EFFORT),
            "distance_m": Number(bound=RACE_DISTANCE_M),
            "target_m": Number(bound=RACE_DISTANCE_M),
        },
        fitted={"target_m": Bound(low=RACE_DISTANCE_M.low, high=WELL_TESTED_TO_M, unit="m")},
    ),
    one(conversions.speed_from_pace, "speed_m_s", "definition", {"pace_s_per_km": _PACE}),
    one(conversions.pace_from_speed, "pace_s_per_km", "definition", {"speed_m_s": number(0.1, 12.0, "m/s")}),
    one(
        conversions.time_for_distance,
        "duration_s",
        "definition",
        {"distance_m": arg.DISTANCE, "pace_s_per_km": _PACE},
    ),
    one(
        conversions.distance_in_time,
        "distance_m",
        "definition",
        {"duration_s": arg.DURATION, "pace_s_per_km": _PACE},
    ),
    one(conversions.km_from_miles, "distance_km", "definition", {"distance_mi": number(0.0, 10_000.0, "mi")}),
    one(conversions.miles_from_km, "distance_mi", "definition", {"distance_km": number(0.0, 10_000.0, "km")}),
    one(
        conversions.grade_from_climb,
        "grade_frac",
        "definition",
        {"climb_m": number(-10_000.0, 10_000.0, "m"), "distance_m": arg.DISTANCE},
    ),
    one(
        conversions.climb_from_grade,
        "climb_m",
        "definition",
        {"grade_frac": arg.GRADE, "distance_m": arg.DISTANCE},
    ),
)

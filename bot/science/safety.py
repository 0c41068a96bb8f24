"""When not to give a number: refusals, limits and the day a curve is cut off.

Guards look at the plan as stated (nothing compensated, running at 1 kcal/kg/km) from a fixed starting point: the
body-weight model's own resting energy and, unless fat was measured, its own body fat. So no choice of equation
for display can move a guard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot import units
from bot.errors import ArgumentError, RefusedError
from bot.science import bounds
from bot.science.body import Body, Sex, measured_fat_free_mass_kg
from bot.science.kernel import STANDARD_DIET, Diet, Phase, Start, Trajectory, simulate, start

Flag = Literal["pregnant", "breast_feeding", "eating_disorder", "reds_signs", "medical", "number_free"]

_FLAG_CODES = {
    "pregnant": "pregnancy",
    "breast_feeding": "breast_feeding",
    "eating_disorder": "eating_disorder",
    "reds_signs": "reds_signs",
    "medical": "medical",
    "number_free": "number_free",
}

FLAGS = frozenset(_FLAG_CODES)
"""What a profile may say about a person that closes every projection."""

LIMIT_CODES = (
    "intake_cut_above_750",
    "loss_rate_above_1_percent",
    "loss_rate_above_1_kg",
    "lean_intake_cut_above_500",
    "lean_loss_rate_above_0_7_percent",
    "lean_no_intake_cut",
)
"""Codes of plans that are too steep but can be offered smaller."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SafetyLimits:
    """Thresholds of the guards. Sources: AHA/ACC/TOS 2013, IOC 2023, Garthe 2011; the rest project choices."""

    adult_from_years: float = 18.0
    warn_above_years: float = 65.0
    lowest_bmi: float = 18.5
    highest_bmi: float = 45.0
    lowest_pal: float = 1.2
    highest_pal: float = 2.5
    usual_pal_from: float = 1.4
    usual_pal_to: float = 2.4
    lowest_intake_women: float = 1200.0
    lowest_intake_men: float = 1500.0
    largest_intake_cut: float = 750.0
    fastest_loss_pct_week: float = 1.0
    fastest_loss_kg_week: float = 1.0
    lean_below_bmi: float = 25.0
    lean_largest_intake_cut: float = 500.0
    lean_fastest_loss_pct_week: float = 0.7
    leanest_below_bmi: float = 20.0
    lowest_energy_availability: float = 30.0
    warn_energy_availability_below: float = 35.0
    running_kcal_kg_km: float = 1.0
    rate_window_days: int = 28
    rate_until_day: int = 365


LIMITS = SafetyLimits()


@dataclass(frozen=True, kw_only=True, slots=True)
class Eating:
    """What a plan leaves to live on."""

    lowest_intake_kcal_day: float
    largest_cut_kcal_day: float
    """0 if the plan cuts nothing."""
    lowest_energy_availability: float
    """(intake - exercise) per kilogram of fat-free mass. [kcal/kg/day]"""


@dataclass(frozen=True, kw_only=True, slots=True)
class GuardFigures:
    """What the guards look at."""

    eating: Eating
    fastest_loss_kg_week: float
    fastest_loss_pct_week: float
    """Fat and lean tissue, not water, over 28 days, in percent of the weight at the window's start."""
    first_day_below_bmi_18_5: int | None


def refuse_person(body: Body, flags: frozenset[str]) -> None:
    """Refuse anyone for whom no projection may be made, whatever the plan; first rule that fires wins.

    Raises:
        RefusedError: With the rule's code, and the BMI where that is the reason.
        ArgumentError: If a flag is unknown.
        OutOfRangeError: If mass, height or age is beyond what the formulas accept.
    """
    if not flags <= _FLAG_CODES.keys():
        raise ArgumentError("flags", sorted(flags), ", ".join(_FLAG_CODES))
    if body.age_years < LIMITS.adult_from_years:
        raise RefusedError("under_18")
    for flag, code in _FLAG_CODES.items():
        if flag in flags:
            raise RefusedError(code)
    bounds.AGE_YEARS.check("age_years", body.age_years)
    bounds.MASS_KG.check("mass_kg", body.mass_kg)
    bounds.HEIGHT_M.check("height_m", body.height_m)
    if body.bmi < LIMITS.lowest_bmi:
        raise RefusedError("bmi_below_18_5", round(body.bmi, 2))
    if body.bmi > LIMITS.highest_bmi:
        raise RefusedError("bmi_above_45", round(body.bmi, 2))


def refuse_target(body: Body, target_mass_kg: float | None) -> None:
    """Refuse a wish to weigh less than BMI 18.5.

    Raises:
        RefusedError: `target_bmi_below_18_5` with that BMI.
    """
    if target_mass_kg is None:
        return
    target_bmi = units.bmi(mass_kg=target_mass_kg, height_m=body.height_m)
    if not target_bmi >= LIMITS.lowest_bmi:
        raise RefusedError("target_bmi_below_18_5", round(target_bmi, 2))


def refuse_pal(pal: float) -> None:
    """Refuse an activity level the body-weight model is not made for.

    Raises:
        RefusedError: `pal_outside_model`.
    """
    if not LIMITS.lowest_pal <= pal <= LIMITS.highest_pal:
        raise RefusedError("pal_outside_model", pal)


def first_day_below(course: Trajectory, *, bmi: float, height_m: float) -> int | None:
    """Return the first whole day on which a course lies below a BMI, None if it never does."""
    limit_kg = bmi * height_m * height_m
    return next((day for day, weight_kg in enumerate(course.weight_kg) if weight_kg < limit_kg), None)


def guard_start(body: Body, *, pal: float) -> Start:
    """Return the fixed starting point of all guards: the model's own figures, measured fat where there is one."""
    return start(
        sex=body.sex,
        age_years=body.age_years,
        height_m=body.height_m,
        mass_kg=body.mass_kg,
        pal=pal,
        fat_mass_kg=None if measured_fat_free_mass_kg(body) is None else body.fat_mass_kg,
    )


def eating(begin: Start, phases: Sequence[Phase], *, running_done_km_per_week: float = 0.0) -> Eating:
    """Return what a plan leaves to live on.

    Args:
        begin: The starting point, `guard_start` for a person.
        phases: The plan as stated, running at 1 kcal/kg/km; none changes nothing.
        running_done_km_per_week: Running the person does already; it costs energy too. [km/week]
    """
    changes = phases or (Phase(),)
    done_kcal_kg = running_done_km_per_week * LIMITS.running_kcal_kg_km / 7.0
    intakes = [begin.maintenance_kcal_day + phase.intake_change_kcal_day for phase in changes]
    spent = [begin.mass_kg * (done_kcal_kg + max(0.0, phase.activity_change_kcal_kg_day)) for phase in changes]
    return Eating(
        lowest_intake_kcal_day=min(intakes),
        largest_cut_kcal_day=max(0.0, *(-phase.intake_change_kcal_day for phase in changes)),
        lowest_energy_availability=min(intake - run for intake, run in zip(intakes, spent, strict=True))
        / (begin.mass_kg - begin.fat_kg),
    )


def guard_figures(
    begin: Start,
    phases: Sequence[Phase],
    *,
    height_m: float,
    days: int,
    diet: Diet = STANDARD_DIET,
    running_done_km_per_week: float = 0.0,
) -> GuardFigures:
    """Return everything the guards look at, the guard run included.

    Args:
        begin: As in `eating`.
        phases: As in `eating`.
        height_m: For the BMI. [m]
        days: How far the guard run goes. [days]
        diet: As in the kernel.
        running_done_km_per_week: As in `eating`.
    """
    course = simulate(begin, phases, days=days, diet=diet)
    window, until = LIMITS.rate_window_days, min(LIMITS.rate_until_day, course.last_day)
    tissue = [fat + lean for fat, lean in zip(course.fat_kg, course.lean_tissue_change_kg, strict=True)]
    losses = [(tissue[day - window] - tissue[day]) * 7.0 / window for day in range(window, until + 1)]
    shares = [100.0 * loss / weight_kg for loss, weight_kg in zip(losses, course.weight_kg, strict=False)]
    return GuardFigures(
        eating=eating(begin, phases, running_done_km_per_week=running_done_km_per_week),
        fastest_loss_kg_week=max(losses, default=0.0),
        fastest_loss_pct_week=max(shares, default=0.0),
        first_day_below_bmi_18_5=first_day_below(course, bmi=LIMITS.lowest_bmi, height_m=height_m),
    )


Finding = tuple[str, float]


def refusals(left: Eating, *, sex: Sex, bmi: float) -> list[Finding]:
    """Return the codes, with their figures, for which a plan is refused outright, in the order they are checked."""
    found: list[Finding] = []
    floor, code = (
        (LIMITS.lowest_intake_women, "intake_below_1200")
        if sex == "female"
        else (LIMITS.lowest_intake_men, "intake_below_1500")
    )
    if left.largest_cut_kcal_day > 0.0 and left.lowest_intake_kcal_day < floor:
        found.append((code, round(left.lowest_intake_kcal_day, 1)))
    if bmi < LIMITS.lean_below_bmi and left.lowest_energy_availability < LIMITS.lowest_energy_availability:
        found.append(("energy_availability_below_30", round(left.lowest_energy_availability, 2)))
    return found


def limits(figures: GuardFigures, *, bmi: float) -> list[Finding]:
    """Return the codes, with their figures, of limits a plan breaks, in the order they are checked."""
    lean, leanest = bmi < LIMITS.lean_below_bmi, bmi < LIMITS.leanest_below_bmi
    cut, kg, pct = figures.eating.largest_cut_kcal_day, figures.fastest_loss_kg_week, figures.fastest_loss_pct_week
    values = (cut, pct, kg, cut, pct, cut)
    broken = (
        cut > LIMITS.largest_intake_cut,
        pct > LIMITS.fastest_loss_pct_week,
        kg > LIMITS.fastest_loss_kg_week,
        lean and cut > LIMITS.lean_largest_intake_cut,
        lean and pct > LIMITS.lean_fastest_loss_pct_week,
        leanest and cut > 0.0,
    )
    return [(code, value) for code, value, hit in zip(LIMIT_CODES, values, broken, strict=True) if hit]


def guard_plan(
    body: Body, phases: Sequence[Phase], *, pal: float, days: int, running_done_km_per_week: float = 0.0
) -> GuardFigures:
    """Return what the guards saw in a plan as stated, if it neither endangers nor is too steep.

    Raises:
        RefusedError: With the code of the first rule that fires and the offending figure; a plan with a code of
            `LIMIT_CODES` can be offered smaller.
        OutOfRangeError: If no body could follow the plan.
    """
    begin = guard_start(body, pal=pal)
    left = eating(begin, phases, running_done_km_per_week=running_done_km_per_week)
    for code, value in refusals(left, sex=body.sex, bmi=body.bmi):
        raise RefusedError(code, value)
    figures = guard_figures(
        begin, phases, height_m=body.height_m, days=days, running_done_km_per_week=running_done_km_per_week
    )
    for code, value in limits(figures, bmi=body.bmi):
        raise RefusedError(code, value)
    return figures


def warnings(figures: GuardFigures, *, body: Body, pal: float) -> tuple[str, ...]:
    """Return codes of what must be said beside an allowed projection."""
    lean, ea = body.bmi < LIMITS.lean_below_bmi, figures.eating.lowest_energy_availability
    holds = {
        "age_above_65": body.age_years > LIMITS.warn_above_years,
        "pal_unusual": not LIMITS.usual_pal_from <= pal <= LIMITS.usual_pal_to,
        "evidence_thin_below_bmi_25": lean,
        "lean_fat_loss_no_goal": body.bmi < LIMITS.leanest_below_bmi,
        "energy_availability_30_to_35": lean and ea < LIMITS.warn_energy_availability_below,
        "bmi_below_18_5_reached": figures.first_day_below_bmi_18_5 is not None,
    }
    return tuple(code for code, true in holds.items() if true)

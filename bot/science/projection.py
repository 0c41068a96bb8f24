"""What a plan may do to fat and weight over months: three scenarios, the range to print, and the refusals first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot import units
from bot.errors import ArgumentError
from bot.science import bounds, safety
from bot.science.body import Body, body_fat, fat_mass_kg
from bot.science.compensation import CAUTIOUS, CEILING, PRINTED_RANGE, TYPICAL, Factors
from bot.science.estimate import Estimate, Input, Origin
from bot.science.gait import leg
from bot.science.kernel import Phase, Start, Trajectory, simulate, start
from bot.science.maintenance import assumed_pal
from bot.science.references import DHURANDHAR, DONNELLY, FLACK, HALL_2011, lines
from bot.science.resting import resting_energy, resting_kcal_day
from bot.science.safety import GuardFigures
from bot.science.surface import Gait

Scenario = Literal["ceiling", "typical", "cautious"]
Direction = Literal["loss", "gain", "none"]
Flags = frozenset[str]
"""Flags of the profile, as `bot.science.safety.Flag` lists them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectionConstants:
    """Horizon limits and what is assumed where nothing is known."""

    shortest_days: int = 84
    longest_days: int = 365
    run_speed_m_s: float = 2.5
    walk_speed_m_s: float = 1.34


PROJECTION = ProjectionConstants()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanStep:
    """A later part of a plan; values replace the plan's own from the start of a day."""

    start_day: int
    running_km_per_week: float
    intake_change_kcal_day: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What somebody means to change. Daily activity already holds today's running: only more of it counts."""

    running_km_per_week: float = 0.0
    """The planned kilometres a week: all of them, or those on top of today's if `on_top`."""
    current_km_per_week: float = 0.0
    on_top: bool = False
    gait: Gait = "run"
    speed_m_s: float | None = None
    """None takes 2.5 m/s running, 1.34 m/s walking."""
    intake_change_kcal_per_day: float = 0.0
    """Negative eats less."""
    horizon_days: int = 365
    """84 (12 weeks) to 365."""
    target_mass_kg: float | None = None
    intake_held: bool = False
    """Only for someone who logs food and whose weigh-ins agree; a promise is not enough."""
    later: tuple[PlanStep, ...] = ()
    assumed: frozenset[str] = frozenset()
    logged: frozenset[str] = frozenset()

    def extra_km_per_week(self, running_km_per_week: float) -> float:
        """Return how much more is run than today; negative if less [km/week]."""
        return running_km_per_week - (0.0 if self.on_top else self.current_km_per_week)

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """The whole plan as steps, the first from day 0."""
        first = PlanStep(
            start_day=0,
            running_km_per_week=self.running_km_per_week,
            intake_change_kcal_day=self.intake_change_kcal_per_day,
        )
        return (first, *self.later)


@dataclass(frozen=True, kw_only=True, slots=True)
class Projection:
    """What the plan may do, if it is carried out."""

    direction: Direction
    fat_loss: Estimate | None
    """`fat_loss_kg` at the last day: typical, with the range to print. None if the plan runs less or eats more."""
    weight_loss: Estimate | None
    """`weight_loss_kg`, likewise."""
    scenarios: Mapping[Scenario, Trajectory]
    """Day by day; only the ceiling ("at most") if the plan runs less or eats more."""
    last_day: int
    """The horizon, or the last day before the cut-off."""
    cut_off_day: int | None
    """First day on which the plan as stated would lie below BMI 18.5."""
    net_cost_kcal_kg_km: float
    region: Literal["not_predictable"] = "not_predictable"
    """What share comes off hips or any other place."""
    warnings: tuple[str, ...] = ()


def assumed_speed_m_s(gait: Gait, speed_m_s: float | None) -> float:
    """Return the speed told, or 2.5 m/s running and 1.34 m/s walking [m/s].

    Raises:
        OutOfRangeError: If nobody moves at the speed told.
    """
    if gait == "run":
        return bounds.RUN_SPEED_M_S.check("speed_m_s", PROJECTION.run_speed_m_s if speed_m_s is None else speed_m_s)
    return bounds.MOVING_WALK_SPEED_M_S.check(
        "speed_m_s", PROJECTION.walk_speed_m_s if speed_m_s is None else speed_m_s
    )


def net_cost_kcal_kg_km(body: Body, *, gait: Gait = "run", speed_m_s: float | None = None) -> float:
    """Return what one level kilometre costs per kilogram above rest, by the same table as a session [kcal/kg/km]."""
    speed = assumed_speed_m_s(gait, speed_m_s)
    power_w_kg = leg(said=gait, speed_m_s=speed, grade_frac=0.0, surface="road").power_w_kg
    seconds_per_km = units.METRES_PER_KM / speed
    rest_kcal_kg = resting_kcal_day(body) / body.mass_kg * seconds_per_km / units.SECONDS_PER_DAY
    return power_w_kg * seconds_per_km / units.JOULES_PER_KCAL - rest_kcal_kg


def project(body: Body, plan: Plan, *, flags: Flags = frozenset()) -> Projection:
    """Return the three scenarios of a plan and the range to print.

    Raises:
        RefusedError: With the first rule that fires, in the order of `bot.science.safety`.
        OutOfRangeError: If a number of the plan is beyond what the model accepts.
        ArgumentError: If steps of the plan do not ascend or a name is unknown.

    Source:
        Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X; scenario factors after Dhurandhar 2015, Flack 2018,
        Donnelly 2013 and others (docs/physiology.md).
    """
    figures = guarded(body, plan, flags=flags)
    pal = assumed_pal(body)
    cut_off_day = figures.first_day_below_bmi_18_5
    last_day = plan.horizon_days if cut_off_day is None else max(0, cut_off_day - 1)
    begin = starting_point(body)
    cost = net_cost_kcal_kg_km(body, gait=plan.gait, speed_m_s=plan.speed_m_s)
    pushes_up = any(
        plan.extra_km_per_week(step.running_km_per_week) < 0.0 or step.intake_change_kcal_day > 0.0
        for step in plan.steps
    )
    factors: dict[Scenario, Factors] = {"ceiling": CEILING}
    if not pushes_up:
        factors |= {"typical": TYPICAL, "cautious": CAUTIOUS}
    scenarios = {
        name: simulate(begin, scenario_phases(plan, factor, cost), days=last_day) for name, factor in factors.items()
    }
    notes = list(safety.warnings(figures, body=body, pal=pal))
    if body.pal is None:
        notes.append("pal_assumed")
    lost_kg = begin.fat_kg - scenarios["ceiling"].fat_kg[-1]
    inputs = None if pushes_up else _inputs(body, plan, pal, last_day)
    return Projection(
        direction="loss" if lost_kg > 0.0 else "gain" if lost_kg < 0.0 else "none",
        fat_loss=None if inputs is None else _loss("fat_loss_kg", plan, scenarios, begin, inputs, tuple(notes)),
        weight_loss=None if inputs is None else _loss("weight_loss_kg", plan, scenarios, begin, inputs, tuple(notes)),
        scenarios=scenarios,
        last_day=last_day,
        cut_off_day=cut_off_day,
        net_cost_kcal_kg_km=cost,
        warnings=tuple(notes),
    )


def starting_point(body: Body) -> Start:
    """Return where a person's curves start: their one resting energy and body fat, in balance at their day's level."""
    return start(
        sex=body.sex,
        age_years=body.age_years,
        height_m=body.height_m,
        mass_kg=body.mass_kg,
        pal=assumed_pal(body),
        fat_mass_kg=fat_mass_kg(body),
        rmr_kcal_day=resting_kcal_day(body),
    )


def guarded(body: Body, plan: Plan, *, flags: Flags = frozenset()) -> GuardFigures:
    """Return what the guards saw in a plan, if it may be answered at all.

    Raises:
        RefusedError: With the first rule that fires.
        OutOfRangeError: If a number of the plan is beyond what the model accepts.
        ArgumentError: If steps of the plan do not ascend or a name is unknown.
    """
    safety.refuse_person(body, flags)
    safety.refuse_target(body, plan.target_mass_kg)
    pal = assumed_pal(body)
    safety.refuse_pal(pal)
    _check(plan)
    return safety.guard_plan(
        body,
        scenario_phases(plan, CEILING, safety.LIMITS.running_kcal_kg_km),
        pal=pal,
        days=plan.horizon_days,
        running_done_km_per_week=plan.current_km_per_week,
    )


def scenario_phases(plan: Plan, factors: Factors, cost_kcal_kg_km: float) -> list[Phase]:
    """Return the plan as one scenario takes it."""
    exercise = factors.exercise_intake_held if plan.intake_held else factors.exercise
    return [
        Phase(
            start_day=step.start_day,
            intake_change_kcal_day=factors.intake * step.intake_change_kcal_day,
            activity_change_kcal_kg_day=exercise
            * cost_kcal_kg_km
            * plan.extra_km_per_week(step.running_km_per_week)
            / 7.0,
        )
        for step in plan.steps
    ]


def _check(plan: Plan) -> None:
    horizon = bounds.Bound(low=PROJECTION.shortest_days, high=PROJECTION.longest_days, unit="days")
    horizon.check("horizon_days", plan.horizon_days)
    bounds.KM_PER_WEEK.check("current_km_per_week", plan.current_km_per_week)
    for step in plan.steps:
        bounds.KM_PER_WEEK.check("running_km_per_week", step.running_km_per_week)
        bounds.INTAKE_CHANGE_KCAL_DAY.check("intake_change_kcal_per_day", step.intake_change_kcal_day)
    starts = [step.start_day for step in plan.steps]
    if starts != sorted(set(starts)):
        raise ArgumentError("later", starts, "ascending start_day above 0")


def _loss(
    name: Literal["fat_loss_kg", "weight_loss_kg"],
    plan: Plan,
    scenarios: Mapping[Scenario, Trajectory],
    begin: Start,
    inputs: Mapping[str, Input],
    notes: tuple[str, ...],
) -> Estimate:
    """Put the range to print around the typical scenario: unconditional, so running alone may lose nothing."""

    def lost(scenario: Scenario) -> float:
        course = scenarios[scenario]
        if name == "fat_loss_kg":
            return begin.fat_kg - course.fat_kg[-1]
        return begin.mass_kg - course.weight_kg[-1]

    runs = any(plan.extra_km_per_week(step.running_km_per_week) > 0.0 for step in plan.steps)
    cuts = any(step.intake_change_kcal_day < 0.0 for step in plan.steps)
    if runs and cuts:
        share = PRINTED_RANGE.running_and_diet
    elif cuts:
        share = PRINTED_RANGE.diet_alone
    else:
        share = PRINTED_RANGE.running_alone
    return Estimate(
        name=name,
        value=lost("typical"),
        low=min(share * lost("typical"), lost("cautious")),
        high=lost("ceiling"),
        unit="kg",
        inputs=inputs,
        method="project",
        source=lines(HALL_2011, DHURANDHAR, FLACK, DONNELLY),
        notes=notes,
    )


def _inputs(body: Body, plan: Plan, pal: float, last_day: int) -> dict[str, Input]:
    def origin(name: str) -> Origin:
        return "assumed" if name in plan.assumed else "log" if name in plan.logged else "told"

    inputs = {**resting_energy(body).inputs, **body_fat(body).inputs}
    inputs["activity"] = Input(
        value=pal, unit="times resting energy", origin="assumed" if body.pal is None else body.origin("pal")
    )
    inputs["running"] = Input(value=plan.running_km_per_week, unit="km/week", origin=origin("running_km_per_week"))
    inputs["running_now"] = Input(value=plan.current_km_per_week, unit="km/week", origin=origin("current_km_per_week"))
    if plan.running_km_per_week:
        minutes_per_km = units.METRES_PER_KM / assumed_speed_m_s(plan.gait, plan.speed_m_s) / 60.0
        known = "assumed" if plan.speed_m_s is None else origin("speed_m_s")
        inputs["pace"] = Input(value=minutes_per_km, unit="min/km", origin=known)
    if plan.intake_change_kcal_per_day:
        inputs["intake_change"] = Input(
            value=plan.intake_change_kcal_per_day, unit="kcal/day", origin=origin("intake_change_kcal_per_day")
        )
    inputs["horizon"] = Input(value=last_day, unit="days", origin=origin("horizon_days"))
    return inputs

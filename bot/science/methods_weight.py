"""The catalogue's body weight half: the bare kernel, the projection, looking back, and planning arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import cast

from bot import units
from bot.errors import ArgumentError
from bot.science import arguments as arg
from bot.science import bounds, planning, safety
from bot.science import references as ref
from bot.science.arguments import Absent, Argument, Choice, Fields, Items, Number, Switch, maybe, number
from bot.science.body import Body, Sex
from bot.science.compensation import epoc_mention_frac
from bot.science.estimate import Estimate
from bot.science.kernel import Diet, Phase, Sodium, Trajectory, simulate, start
from bot.science.looking_back import RunningSince, WeighIn, look_back, redraw
from bot.science.method import Outcome, many, of_estimate, one
from bot.science.methods_body import BODY, body_of
from bot.science.projection import Plan, project

_DAY = Number(bound=bounds.DAY, whole=True)
_PHASE = Fields(
    fields={
        "start_day": _DAY,
        "intake_change_kcal_per_day": Number(bound=bounds.INTAKE_CHANGE_KCAL_DAY),
        "activity_change_kcal_per_kg_per_day": number(-60.0, 60.0, "kcal/kg/day"),
        "sodium": Choice(choices=("unchanged", "proportional_to_intake", "absolute"), optional=True),
        "sodium_change_mg_per_day": number(-20_000.0, 20_000.0, "mg/day", optional=True),
    }
)
_SHARE = number(0.05, 0.95, "(share of intake)", optional=True)
_MODEL: dict[str, Argument] = {
    "sex": arg.SEX,
    "age_years": arg.AGE,
    "height_m": Number(bound=bounds.HEIGHT_M),
    "weight_kg": arg.MASS,
    "pal": Number(bound=bounds.KERNEL_PAL),
    "fat_mass_kg": number(1.0, 250.0, "kg", optional=True),
    "rmr_kcal_per_day": maybe(bounds.RMR_KCAL_DAY),
    "carb_fraction_baseline": _SHARE,
    "carb_fraction_new": _SHARE,
    "sodium_baseline_mg": number(0.0, 20_000.0, "mg/day", optional=True),
    "phases": Items(of=_PHASE, shortest=0, longest=1000),
    "days": Items(of=_DAY, longest=4000),
}
_FLAGS = ("pregnant", "breast_feeding", "eating_disorder", "reds_signs", "medical")
_PERSON: dict[str, Argument] = {
    **BODY,
    "age_years": number(0.0, 120.0, "years"),
    "rmr_kcal_per_day": Absent(about="null: the coach works with its own one resting energy"),
    **{flag: Switch() for flag in _FLAGS},
}
_PLAN: dict[str, Argument] = {
    **_PERSON,
    "running_km_per_week": maybe(bounds.KM_PER_WEEK),
    "current_km_per_week": maybe(bounds.KM_PER_WEEK),
    "on_top": Switch(),
    "gait": Choice(choices=("run", "walk"), optional=True),
    "speed_m_s": number(0.1, 8.0, "m/s", optional=True),
    "intake_change_kcal_per_day": maybe(bounds.INTAKE_CHANGE_KCAL_DAY),
    "intake_held": Switch(),
    "target_weight_kg": number(20.0, 300.0, "kg", optional=True),
    "horizon_days": Number(bound=bounds.DAY, whole=True, optional=True),
}
_SHOWN_DAYS = (28, 84, 168, 252)


def _on(course: Trajectory, day: int) -> dict[str, float]:
    return {
        "weight_kg": course.weight_kg[day],
        "fat_kg": course.fat_kg[day],
        "lean_tissue_change_kg": course.lean_tissue_change_kg[day],
        "water_glycogen_change_kg": course.water_glycogen_change_kg[day],
    }


def _phase(given: Mapping[str, object]) -> Phase:
    return Phase(
        start_day=cast("int", given["start_day"]),
        intake_change_kcal_day=cast("float", given["intake_change_kcal_per_day"]),
        activity_change_kcal_kg_day=cast("float", given["activity_change_kcal_per_kg_per_day"]),
        sodium=cast("Sodium", given.get("sodium", "proportional_to_intake")),
        sodium_change_mg_day=cast("float | None", given.get("sodium_change_mg_per_day")),
    )


def _body_weight_model(
    *,
    sex: Sex,
    age_years: float,
    height_m: float,
    weight_kg: float,
    pal: float,
    phases: Sequence[Mapping[str, object]],
    days: Sequence[int],
    fat_mass_kg: float | None = None,
    rmr_kcal_per_day: float | None = None,
    **diet: float,
) -> Outcome:
    if fat_mass_kg is not None and fat_mass_kg >= weight_kg:
        raise ArgumentError("fat_mass_kg", fat_mass_kg, f"less than the weight of {weight_kg:g} kg")
    begin = start(
        sex=sex,
        age_years=age_years,
        height_m=height_m,
        mass_kg=weight_kg,
        pal=pal,
        fat_mass_kg=fat_mass_kg,
        rmr_kcal_day=rmr_kcal_per_day,
    )
    eaten, changes = Diet(**diet), [_phase(phase) for phase in phases]
    course = simulate(begin, changes, days=max(days), diet=eaten)
    figures = safety.guard_figures(begin, changes, height_m=height_m, days=max(days), diet=eaten)
    return Outcome(
        outputs={
            "days": {str(day): _on(course, day) for day in days},
            "baseline": {
                "rmr_kcal_per_day": begin.rmr_kcal_day,
                "maintenance_kcal_per_day": begin.maintenance_kcal_day,
                "initial_fat_kg": begin.fat_kg,
                "delta0_kcal_per_kg_per_day": begin.activity_kcal_kg_day,
            },
            "guards": _guards(figures, sex=sex, bmi=units.bmi(mass_kg=weight_kg, height_m=height_m)),
        },
        notes=("arithmetic only: no guard was applied, never show this to a person; `project` is what the coach uses",),
    )


def _guards(figures: safety.GuardFigures, *, sex: Sex, bmi: float) -> dict[str, object]:
    triggered = [
        code for code, _ in (*safety.refusals(figures.eating, sex=sex, bmi=bmi), *safety.limits(figures, bmi=bmi))
    ]
    if figures.first_day_below_bmi_18_5 is not None:
        triggered.append("bmi_below_18_5_reached")
    return {
        "first_day_bmi_below_18_5": figures.first_day_below_bmi_18_5,
        "max_28day_mean_tissue_loss_percent_per_week": figures.fastest_loss_pct_week,
        "max_28day_mean_tissue_loss_kg_per_week": figures.fastest_loss_kg_week,
        "lowest_intake_kcal_per_day": figures.eating.lowest_intake_kcal_day,
        "largest_intake_cut_kcal_per_day": figures.eating.largest_cut_kcal_day,
        "lowest_energy_availability_kcal_per_kg_ffm": figures.eating.lowest_energy_availability,
        "triggered": triggered,
    }


def _plan_of(inputs: dict[str, object]) -> tuple[Body, Plan, frozenset[str]]:
    body, rest = body_of(inputs)
    flags = frozenset(flag for flag in _FLAGS if rest.pop(flag, False))
    if "target_weight_kg" in rest:
        rest["target_mass_kg"] = rest.pop("target_weight_kg")
    return body, Plan(**rest), flags  # type: ignore[arg-type]  # every value was read by its argument


def _span(estimate: Estimate | None) -> dict[str, float] | None:
    if estimate is None:
        return None
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _project(**inputs: object) -> Outcome:
    body, plan, flags = _plan_of(inputs)
    seen = project(body, plan, flags=flags)
    days = [day for day in (*_SHOWN_DAYS, seen.last_day) if day <= seen.last_day]
    fat = seen.fat_loss
    return Outcome(
        outputs={
            "direction": seen.direction,
            "scenarios": {
                name: {"days": {str(day): _on(course, day) for day in dict.fromkeys(days)}}
                for name, course in seen.scenarios.items()
            },
            "range": {"fat_loss_kg": _span(fat), "weight_loss_kg": _span(seen.weight_loss)},
            "region": seen.region,
            "cut_off_day": seen.cut_off_day,
            "net_cost_kcal_kg_km": seen.net_cost_kcal_kg_km,
        },
        low=None if fat is None else fat.low,
        high=None if fat is None else fat.high,
        range_of=None if fat is None else fat.name,
        notes=seen.warnings,
    )


def _time_to_goal(**inputs: object) -> Outcome:
    body, plan, flags = _plan_of(inputs)
    goal = planning.time_to_goal(body, plan, flags=flags)
    return Outcome(
        outputs={
            "earliest_day": goal.earliest_day,
            "typical_day": goal.typical_day,
            "latest_day": goal.latest_day,
            "running_km_per_week": goal.plan.running_km_per_week,
            "intake_change_kcal_per_day": goal.plan.intake_change_kcal_per_day,
        },
        notes=() if goal.plan.intake_change_kcal_per_day == plan.intake_change_kcal_per_day else ("plan_made_smaller",),
    )


def _look_back(**inputs: object) -> Outcome:
    body, rest = body_of(inputs)
    flags = frozenset(flag for flag in _FLAGS if rest.pop(flag, False))
    weigh_ins = cast("Sequence[dict[str, float]]", rest["weigh_ins"])
    running = cast("Sequence[dict[str, float]]", rest.get("running", ()))
    seen = look_back(
        body,
        [WeighIn(day=int(one["day"]), weight_kg=one["weight_kg"]) for one in weigh_ins],
        running=[
            RunningSince(start_day=int(one["start_day"]), extra_km_per_week=one["extra_km_per_week"]) for one in running
        ],
        flags=flags,
    )
    more: dict[str, object] = {"start_weight_kg": seen.start_weight_kg, "scatter_kg": seen.scatter_kg}
    horizon_days = cast("int | None", rest.get("horizon_days"))
    if horizon_days is not None:
        done = cast("float", rest.get("current_km_per_week", 0.0))
        ahead = redraw(body, seen, horizon_days=horizon_days, running_done_km_per_week=done, flags=flags)
        more["fat_loss_kg"], more["weight_loss_kg"] = _span(ahead.fat_loss), _span(ahead.weight_loss)
        more["cut_off_day"] = ahead.cut_off_day
    return of_estimate(seen.intake_change, **more)


def _km_per_week(**inputs: object) -> Outcome:
    body, rest = body_of(inputs)
    return of_estimate(planning.km_per_week_for_kcal(body, **rest))  # type: ignore[arg-type]  # read by the arguments


def _speed_for_kcal(**inputs: object) -> Outcome:
    body, rest = body_of(inputs)
    speed_m_s = planning.speed_for_kcal(body, **rest)  # type: ignore[arg-type]  # read by the arguments
    return Outcome(outputs={"speed_m_s": speed_m_s, "pace_s_per_km": 1000.0 / speed_m_s})


def _progression(**inputs: object) -> Outcome:
    weeks = planning.progression(**inputs)  # type: ignore[arg-type]  # read by the arguments
    return Outcome(outputs={"weeks": [asdict(week) for week in weeks]})


_KM = Number(bound=bounds.KM_PER_WEEK)
_GAIT = Choice(choices=("run", "walk"), optional=True)
_MODEL_SOURCE = ref.HALL_2011.line
_PROJECT_SOURCE = ref.lines(ref.HALL_2011, ref.DHURANDHAR, ref.FLACK, ref.DONNELLY)
_LOADS = ref.FRANDSEN.line
WEIGHT_METHODS = (
    many("body_weight_model", _body_weight_model, ("days", "baseline", "guards"), _MODEL_SOURCE, _MODEL),
    many("project", _project, ("scenarios", "range", "region"), _PROJECT_SOURCE, _PLAN),
    many("time_to_goal", _time_to_goal, ("earliest_day", "typical_day", "latest_day"), _PROJECT_SOURCE, _PLAN),
    many(
        "look_back",
        _look_back,
        ("intake_change_kcal_day",),
        ref.lines(ref.SANGHVI, ref.HALL_2011),
        {
            **_PERSON,
            "weigh_ins": Items(of=Fields(fields={"day": _DAY, "weight_kg": arg.MASS})),
            "running": Items(
                of=Fields(fields={"start_day": _DAY, "extra_km_per_week": number(-400.0, 400.0, "km/week")}),
                shortest=0,
                optional=True,
            ),
            "current_km_per_week": maybe(bounds.KM_PER_WEEK),
            "horizon_days": Number(bound=bounds.DAY, whole=True, optional=True),
        },
    ),
    many(
        "km_per_week_for_kcal",
        _km_per_week,
        ("km_per_week",),
        ref.lines(ref.RE3_LEVEL, ref.LCDA),
        {
            **BODY,
            "net_kcal_per_week": Number(bound=bounds.WEEKLY_KCAL),
            "gait": _GAIT,
            "speed_m_s": number(0.1, 8.0, "m/s", optional=True),
        },
    ),
    many(
        "speed_for_kcal",
        _speed_for_kcal,
        ("speed_m_s", "pace_s_per_km"),
        ref.lines(ref.RE3_LEVEL, ref.LCDA),
        {**BODY, "net_kcal": arg.KCAL, "duration_s": arg.DURATION, "gait": _GAIT},
    ),
    one(planning.longest_next_run_m, "distance_m", _LOADS, {"longest_30_days_m": arg.DISTANCE}),
    one(planning.most_next_week_km, "km_per_week", ref.PROJECT_CHOICE.line, {"last_week_km": _KM}),
    many(
        "progression",
        _progression,
        ("weeks",),
        _LOADS,
        {
            "now_km_per_week": _KM,
            "longest_30_days_km": Number(bound=bounds.LONGEST_RUN_KM),
            "wanted_km_per_week": _KM,
            "runs_per_week": Number(bound=bounds.RUNS_PER_WEEK, whole=True),
            "weeks": Number(bound=bounds.WEEKS, whole=True),
        },
    ),
    one(
        epoc_mention_frac,
        "most_of_net_frac",
        ref.LAFORGIA.line,
        {"duration_min": arg.MINUTES, "vo2max_frac": number(0.0, 1.5, "(share of VO2max)")},
    ),
)

"""What a plan of running, walking or eating a little less does to body fat over months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.bodies import body_for_projection
from bot.coach.facts import Fact, FatOutlook, Missing, Refused, Sessions, Target, Withheld
from bot.coach.figuring import as_profile, easy_speed_m_s, speed_m_s
from bot.coach.habit import Habit
from bot.coach.permissions import permissions
from bot.errors import ArgumentError, RefusedError
from bot.runner import Runner
from bot.science.body import Body
from bot.science.projection import Plan, Projection, Scenario, project
from bot.science.safety import FLAGS
from bot.science.surface import Gait
from bot.units import METRES_PER_KM, METRES_PER_MILE, Units

DEFAULT_HORIZON_DAYS: Final = 84
SHORTEST_HORIZON_DAYS: Final = 84
LONGEST_HORIZON_DAYS: Final = 365
_DAYS_PER_WEEK: Final = 7
_EXAMPLE_TIMES: Final = 4
_EXAMPLE_DISTANCE_M: Final[Mapping[Units, float]] = {"metric": 5 * METRES_PER_KM, "imperial": 3 * METRES_PER_MILE}
_AS_NOW: Final = 1.25
"""So many times what is run now a plan may be that is to be kept up: more is more running."""
_TARGETS: Final = frozenset({"target_fat_kg", "target_loss_kg", "target_weight_kg", "rate_kg_per_week"})


def example_sessions(units: Units) -> Sessions:
    """Return the plan shown to those who named none: four runs a week of 5 km, or of 3 miles."""
    distance_m = _EXAMPLE_DISTANCE_M[units]
    return Sessions(
        distance_per_week_m=_EXAMPLE_TIMES * distance_m,
        times_per_week=_EXAMPLE_TIMES,
        distance_m=distance_m,
        assumed=True,
    )


def fat_outlook(
    runner: Runner, asked: Mapping[str, Any], *, units: Units = "metric", habit: Habit | None = None
) -> Fact:
    """Project what a plan does to body fat.

    Args:
        runner: The profile with what the message told.
        asked: `session_distance_m` or `session_duration_s` with `sessions_per_week`, or `distance_per_week_m`, or
            `duration_per_week_s`; `gait`; `horizon_days`; a pace or speed; `intake_change_kcal_day`; a target:
            `target_fat_kg`, `target_loss_kg`, `target_weight_kg` or `rate_kg_per_week`; `as_shown`, "horizon" or
            "plan", where the example's year, or its runs as well, hold for what is not told.
        units: Decides the example plan where only a target, or only how often, is told.
        habit: What the log says they run now; what they told of it themselves counts more.
    """
    sessions, as_shown = planned_sessions(asked), asked.get("as_shown")
    if sessions is None and as_shown == "plan":
        sessions = _at_times(example_sessions(units), float(asked["sessions_per_week"]))
    if sessions is None and _TARGETS & asked.keys():
        sessions = replace(
            example_sessions(units), intake_change_kcal_day=float(asked.get("intake_change_kcal_day", 0.0))
        )
    if sessions is None:
        state = permissions(runner).state
        return Withheld(state=state) if state else Missing(slot=_missing_part(asked))
    if asked.get("keeps") and sessions.distance_per_week_m <= _AS_NOW * METRES_PER_KM * _now_km(runner, habit):
        sessions = replace(sessions, replaces=True)
    if sessions.replaces and runner.runs_now_km_per_week is None and habit is None and not permissions(runner).state:
        return Missing(slot="runs_now_m_per_week")
    return outlook_of(
        runner,
        sessions,
        horizon_days=asked.get("horizon_days"),
        usual_days=LONGEST_HORIZON_DAYS if as_shown else DEFAULT_HORIZON_DAYS,
        target=asked,
        speed=speed_m_s(asked),
        habit=habit,
    )


def _at_times(sessions: Sessions, times_per_week: float) -> Sessions:
    """Return sessions of the same size so often a week."""
    weekly = (sessions.distance_m or 0.0) * times_per_week
    return replace(sessions, times_per_week=times_per_week, distance_per_week_m=weekly)


def outlook_of(
    runner: Runner,
    sessions: Sessions,
    *,
    horizon_days: int | None = None,
    usual_days: int = DEFAULT_HORIZON_DAYS,
    target: Mapping[str, Any] | None = None,
    speed: float | None = None,
    habit: Habit | None = None,
) -> Fact:
    """Project sessions that are already in metres a week, at the speed told or that of the log."""
    state = permissions(runner).state
    if state is not None:
        return Withheld(state=state)
    body, subject = body_for_projection(runner)
    wish = _wish(body, target or {}, horizon_days)
    wanted = horizon_days or (LONGEST_HORIZON_DAYS if wish else usual_days)
    horizon = max(SHORTEST_HORIZON_DAYS, min(wanted, LONGEST_HORIZON_DAYS))
    logged_speed = habit.speed_m_s if habit is not None and sessions.gait == "run" and speed is None else None
    plan = Plan(
        running_km_per_week=sessions.distance_per_week_m / METRES_PER_KM,
        current_km_per_week=_now_km(runner, habit),
        speed_m_s=speed or logged_speed,
        on_top=not sessions.replaces,
        gait=sessions.gait,
        intake_change_kcal_per_day=sessions.intake_change_kcal_day,
        horizon_days=horizon,
        target_mass_kg=wish.mass_kg if wish else None,
        assumed=_assumed(runner, sessions, horizon_days, habit),
        logged=_logged(runner, habit, speed=logged_speed),
    )
    try:
        projection = project(body, plan, flags=FLAGS & runner.flags)
    except RefusedError as error:
        # A rule that fires on somebody half made up says nothing about the person.
        return Missing(slot="body") if subject == "example" else Refused(code=error.code)
    except ArgumentError as error:
        return Missing(slot=f"confirm_{error.argument}")
    if projection.fat_loss is None or projection.weight_loss is None or projection.direction != "loss":
        return Missing(slot="more_running")
    return FatOutlook(
        fat_loss=as_profile(projection.fat_loss),
        weight_loss=as_profile(projection.weight_loss),
        subject=subject,
        sessions=sessions,
        horizon_days=horizon,
        horizon_capped=wanted > LONGEST_HORIZON_DAYS,
        horizon_raised=wanted < SHORTEST_HORIZON_DAYS,
        horizon_assumed=horizon_days is None,
        cut_off=projection.cut_off_day is not None,
        lean="lean_fat_loss_no_goal" in projection.warnings,
        target=None if wish is None else replace(wish, days=_days(projection, wish)),
    )


def _wish(body: Body, asked: Mapping[str, Any], horizon_days: int | None) -> Target | None:
    """Return what is to be lost, and by when; None without a target."""
    by_days = horizon_days
    if "target_fat_kg" in asked:
        return Target(kg=float(asked["target_fat_kg"]), of="fat", by_days=by_days)
    if "target_weight_kg" in asked and float(asked["target_weight_kg"]) < body.mass_kg:
        mass_kg = float(asked["target_weight_kg"])
        return Target(kg=body.mass_kg - mass_kg, of="weight", mass_kg=mass_kg, by_days=by_days)
    loss_kg = asked.get("target_loss_kg")
    if loss_kg is None and "rate_kg_per_week" in asked:
        by_days = horizon_days or DEFAULT_HORIZON_DAYS
        loss_kg = asked["rate_kg_per_week"] * by_days / _DAYS_PER_WEEK
    if loss_kg is None or not loss_kg < body.mass_kg:
        return None
    return Target(kg=float(loss_kg), of="weight", mass_kg=body.mass_kg - float(loss_kg), by_days=by_days)


def _days(projection: Projection, wish: Target) -> tuple[int, int] | None:
    """Return the first day the ceiling and the typical course have lost this much, or None within the horizon."""

    def first(scenario: Scenario) -> int | None:
        course = projection.scenarios[scenario]
        path = course.fat_kg if wish.of == "fat" else course.weight_kg
        return next((day for day, mass_kg in enumerate(path) if path[0] - mass_kg >= wish.kg), None)

    early, typical = first("ceiling"), first("typical")
    return None if early is None or typical is None else (early, typical)


def _now_km(runner: Runner, habit: Habit | None) -> float:
    """Return what is run now: as told, else as logged, else nothing. [km/week]"""
    told = runner.runs_now_km_per_week
    return told if told is not None else habit.km_per_week if habit is not None else 0.0


def _logged(runner: Runner, habit: Habit | None, *, speed: float | None) -> frozenset[str]:
    """Return which of a plan's inputs come from the log."""
    of_log = {
        "current_km_per_week": habit is not None and runner.runs_now_km_per_week is None,
        "speed_m_s": speed is not None,
    }
    return frozenset(name for name, is_logged in of_log.items() if is_logged)


def _assumed(runner: Runner, sessions: Sessions, horizon_days: int | None, habit: Habit | None) -> frozenset[str]:
    """Return which of a plan's inputs are ours and not the person's."""
    ours = {
        "current_km_per_week": runner.runs_now_km_per_week is None and habit is None,
        "horizon_days": horizon_days is None or sessions.assumed,
        "running_km_per_week": sessions.assumed,
    }
    return frozenset(name for name, assumed in ours.items() if assumed)


def _missing_part(asked: Mapping[str, Any]) -> str:
    """Return which half of a plan is missing: how far, or how often."""
    sized = {"session_distance_m", "session_duration_s", "distance_m", "duration_s"} & asked.keys()
    return "sessions_per_week" if sized else "session_distance_m" if "sessions_per_week" in asked else "plan"


def planned_sessions(asked: Mapping[str, Any]) -> Sessions | None:
    """Return a plan as sessions, None if it says too little; eating less alone is a plan too."""
    gait: Gait = "walk" if asked.get("gait") == "walk" else "run"
    speed = speed_m_s(asked) or easy_speed_m_s(gait)
    times = asked.get("sessions_per_week")
    plan = Sessions(
        distance_per_week_m=0.0,
        times_per_week=times,
        replaces=bool(asked.get("replaces")),
        gait=gait,
        intake_change_kcal_day=float(asked.get("intake_change_kcal_day", 0.0)),
    )
    if "distance_per_week_m" in asked:
        return replace(plan, distance_per_week_m=asked["distance_per_week_m"])
    if "duration_per_week_s" in asked:
        return replace(plan, distance_per_week_m=asked["duration_per_week_s"] * speed)
    distance = asked.get("session_distance_m", asked.get("distance_m"))
    duration = asked.get("session_duration_s", asked.get("duration_s"))
    if times is not None and distance is not None:
        return replace(plan, distance_per_week_m=distance * times, distance_m=distance)
    if times is not None and duration is not None:
        return replace(plan, distance_per_week_m=duration * speed * times, duration_s=duration)
    sized = times is not None or distance is not None or duration is not None
    return plan if plan.intake_change_kcal_day < 0 and not sized else None

"""The sums a turn asks for: the energy of a run, and what running does to body fat over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.bodies import body_for_projection, body_for_run, example_body
from bot.coach.facts import Fact, FatOutlook, Missing, Refused, RunCost, Sessions, Withheld
from bot.coach.permissions import permissions
from bot.errors import ArgumentError, RefusedError
from bot.reply import Subject
from bot.runner import Runner
from bot.science.estimate import Estimate, Input
from bot.science.projection import PROJECTION, Plan, Projection, project
from bot.science.session import run_energy
from bot.units import METRES_PER_KM

DEFAULT_HORIZON_DAYS: Final = 84
SHORTEST_HORIZON_DAYS: Final = 84
LONGEST_HORIZON_DAYS: Final = 365
EXAMPLE_SESSIONS: Final = Sessions(distance_per_week_m=20_000, times_per_week=4, distance_m=5_000)
"""The plan named by the texts `coach.scale.*`: 5 km four times a week."""
_EXAMPLE: Final[Subject] = "example"
_PROFILE_NAMES: Final[Mapping[str, str]] = {
    "mass": "weight_kg",
    "height": "height_m",
    "age": "age_years",
    "fat_mass": "fat_mass_kg",
    "waist": "waist_cm",
    "hip": "hip_cm",
    "neck": "neck_cm",
    "activity": "pal",
}
"""Body inputs as physiology names them, and as the profile does."""


def run_cost(runner: Runner, asked: Mapping[str, Any], *, subject_of_turn: Subject = "you") -> Fact:
    """Estimate the net energy of one run.

    Args:
        runner: The profile with what the message told.
        asked: `distance_m`, `duration_s`, `pace_s_per_km`, `speed_m_s`, `incline_fraction`, `claimed_kcal`.
        subject_of_turn: `example` forces the example person (a general answer).
    """
    state = permissions(runner).state
    if state is not None:
        return Withheld(state=state)
    speed = _speed_m_s(asked)
    distance, duration = asked.get("distance_m"), asked.get("duration_s")
    if distance is not None and duration is None:
        duration = distance / (speed or PROJECTION.run_speed_m_s)
    elif duration is not None and distance is None:
        distance = duration * (speed or PROJECTION.run_speed_m_s)
    if distance is None or duration is None:
        return Missing(slot="distance_m")
    assumed = set[str]()
    if speed is None:
        assumed.add("duration_s" if "distance_m" in asked else "distance_m")
    body, subject = (example_body(), _EXAMPLE) if subject_of_turn == "example" else body_for_run(runner)
    try:
        energy = run_energy(
            body,
            distance_m=distance,
            duration_s=duration,
            grade_frac=asked.get("incline_fraction", 0.0),
            assumed=frozenset(assumed),
        )
    except ArgumentError as error:
        return Missing(slot=f"confirm_{error.argument}")
    return RunCost(
        net=_as_profile(energy.net),
        subject=subject,
        distance_m=distance,
        duration_s=duration,
        gave_distance="distance_m" in asked,
        gave_duration="duration_s" in asked or speed is not None,
        body_mass_kg=body.mass_kg,
        claimed_kcal=asked.get("claimed_kcal"),
    )


def fat_outlook(runner: Runner, asked: Mapping[str, Any]) -> Fact:
    """Project what a plan of running does to body fat.

    Args:
        runner: The profile with what the message told.
        asked: `session_distance_m` or `session_duration_s` with `sessions_per_week`, or `distance_per_week_m`, or
            `duration_per_week_s`; `horizon_days`, `target_fat_kg`; a pace or speed.
    """
    sessions = _sessions(asked)
    if sessions is None:
        state = permissions(runner).state
        return Withheld(state=state) if state else Missing(slot=_missing_part(asked))
    return outlook_of(runner, sessions, horizon_days=asked.get("horizon_days"), target_kg=asked.get("target_fat_kg"))


def outlook_of(
    runner: Runner,
    sessions: Sessions,
    *,
    horizon_days: int | None = None,
    target_kg: float | None = None,
) -> Fact:
    """Project sessions that are already in metres a week."""
    state = permissions(runner).state
    if state is not None:
        return Withheld(state=state)
    wanted = LONGEST_HORIZON_DAYS if target_kg is not None else horizon_days or DEFAULT_HORIZON_DAYS
    horizon = max(SHORTEST_HORIZON_DAYS, min(wanted, LONGEST_HORIZON_DAYS))
    body, subject = body_for_projection(runner)
    plan = Plan(
        running_km_per_week=sessions.distance_per_week_m / METRES_PER_KM,
        current_km_per_week=runner.runs_now_km_per_week or 0.0,
        on_top=not sessions.replaces,
        horizon_days=horizon,
        assumed=_assumed(runner, sessions, horizon_days),
    )
    try:
        projection = project(body, plan, flags=frozenset(runner.flags))
    except RefusedError as error:
        return Refused(code=error.code)
    except ArgumentError as error:
        return Missing(slot=f"confirm_{error.argument}")
    if projection.fat_loss is None or projection.weight_loss is None or projection.direction != "loss":
        return Missing(slot="more_running")
    return FatOutlook(
        fat_loss=_as_profile(projection.fat_loss),
        weight_loss=_as_profile(projection.weight_loss),
        subject=subject,
        sessions=sessions,
        horizon_days=horizon,
        body_mass_kg=body.mass_kg,
        horizon_capped=wanted > LONGEST_HORIZON_DAYS,
        horizon_raised=wanted < SHORTEST_HORIZON_DAYS,
        horizon_assumed=horizon_days is None and target_kg is None,
        cut_off=projection.cut_off_day is not None,
        lean="lean_fat_loss_no_goal" in projection.warnings,
        target_kg=target_kg,
        target_days=None if target_kg is None else _target_days(projection, target_kg),
    )


def _assumed(runner: Runner, sessions: Sessions, horizon_days: int | None) -> frozenset[str]:
    """Return which of a plan's inputs are ours and not the person's."""
    ours = {
        "current_km_per_week": runner.runs_now_km_per_week is None,
        "horizon_days": horizon_days is None or sessions is EXAMPLE_SESSIONS,
        "running_km_per_week": sessions is EXAMPLE_SESSIONS,
    }
    return frozenset(name for name, assumed in ours.items() if assumed)


def _target_days(projection: Projection, target_kg: float) -> tuple[int, int] | None:
    """Return the first day the ceiling and the typical course have lost this much fat, or None within a year."""
    first, typical = (
        next((day for day, fat_kg in enumerate(fat) if fat[0] - fat_kg >= target_kg), None)
        for fat in (projection.scenarios[name].fat_kg for name in ("ceiling", "typical"))
    )
    return None if first is None or typical is None else (first, typical)


def _missing_part(asked: Mapping[str, Any]) -> str:
    """Return which half of a plan is missing: how far, or how often."""
    sized = {"session_distance_m", "session_duration_s", "distance_m", "duration_s"} & asked.keys()
    return "sessions_per_week" if sized else "session_distance_m" if "sessions_per_week" in asked else "plan"


def _speed_m_s(asked: Mapping[str, Any]) -> float | None:
    if "speed_m_s" in asked:
        return float(asked["speed_m_s"])
    if asked.get("pace_s_per_km"):
        return METRES_PER_KM / float(asked["pace_s_per_km"])
    if "distance_m" in asked and asked.get("duration_s"):
        return float(asked["distance_m"]) / float(asked["duration_s"])
    return None


def _sessions(asked: Mapping[str, Any]) -> Sessions | None:
    speed = _speed_m_s(asked) or PROJECTION.run_speed_m_s
    times = asked.get("sessions_per_week")
    replaces = bool(asked.get("replaces"))
    if "distance_per_week_m" in asked:
        return Sessions(distance_per_week_m=asked["distance_per_week_m"], times_per_week=times, replaces=replaces)
    if "duration_per_week_s" in asked:
        return Sessions(
            distance_per_week_m=asked["duration_per_week_s"] * speed, times_per_week=times, replaces=replaces
        )
    if times is None:
        return None
    distance = asked.get("session_distance_m", asked.get("distance_m"))
    if distance is not None:
        return Sessions(
            distance_per_week_m=distance * times, times_per_week=times, distance_m=distance, replaces=replaces
        )
    duration = asked.get("session_duration_s", asked.get("duration_s"))
    if duration is not None:
        return Sessions(
            distance_per_week_m=duration * speed * times, times_per_week=times, duration_s=duration, replaces=replaces
        )
    return None


def _as_profile(estimate: Estimate) -> Estimate:
    """Name the body inputs of an estimate as the profile names them, so that both can be compared."""
    inputs = {_PROFILE_NAMES.get(name, name): _real(given) for name, given in estimate.inputs.items()}
    return replace(estimate, inputs=inputs)


def _real(given: Input) -> Input:
    """Return an input whose number is a float, as every stored figure holds it."""
    return given if isinstance(given.value, str) else replace(given, value=float(given.value))

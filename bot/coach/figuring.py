"""The sums of one session a turn asks for: the energy of a run or a walk, with its range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.bodies import body_for_run, example_body, missing_for_projection
from bot.coach.facts import Fact, Missing, PulseCost, RunCost, Withheld
from bot.coach.permissions import permissions
from bot.errors import ArgumentError, OutOfRangeError
from bot.runner import Runner
from bot.science.body import Body
from bot.science.estimate import Estimate, Input
from bot.science.heart_rate import heart_rate_energy
from bot.science.pricing import SessionEnergy
from bot.science.projection import PROJECTION
from bot.science.route import Segment, route_energy
from bot.science.session import session_energy
from bot.science.surface import Gait, Surface
from bot.units import METRES_PER_KM

_SIZES: Final = frozenset({"distance_m", "duration_s"})
_SPEEDS: Final = frozenset({"distance_m", "pace_s_per_km", "speed_m_s"})
"""With one of these a run is priced by how fast it is, which tells more than a heart rate."""
_LONGEST_UNMEASURED_S: Final = 6 * 3600.0
"""A longer time without a distance is no run but a stretch of days. [s]"""
_FARTHEST_KM: Final = 60.0
"""Beyond this no single run is the answer to an energy."""
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


def run_cost(runner: Runner, asked: Mapping[str, Any]) -> Fact:
    """Estimate the energy of one run or walk.

    Args:
        runner: The profile with what the message told.
        asked: `distance_m`, `duration_s`, `pace_s_per_km`, `speed_m_s`, `incline_fraction`, `climb_m` (there and back),
            `gait` (run or walk), `surface`, `claimed_kcal`; `target_kcal` alone asks how far to go for it.
    """
    state = permissions(runner).state
    if state is not None:
        return Withheld(state=state)
    if "hr_bpm" in asked and not _SPEEDS & asked.keys():
        return _at_pulse(runner, asked)
    if "target_kcal" in asked and not _SIZES & asked.keys():
        return _far_enough(runner, asked)
    gait: Gait = "walk" if asked.get("gait") == "walk" else "run"
    speed = speed_m_s(asked)
    distance, duration = _size(asked, speed or easy_speed_m_s(gait))
    if distance is None or duration is None:
        return Missing(slot="distance_m")
    if "distance_m" not in asked and duration > _LONGEST_UNMEASURED_S:
        return Missing(slot="confirm_duration_s")
    assumed = set[str]()
    if speed is None:
        assumed.add("duration_s" if "distance_m" in asked else "distance_m")
    body, subject = body_for_run(runner)
    try:
        energy = _energy(body, asked, gait, distance_m=distance, duration_s=duration, assumed=frozenset(assumed))
    except ArgumentError as error:
        return Missing(slot=f"confirm_{error.argument}")
    return RunCost(
        net=as_profile(energy.net),
        gross=as_profile(energy.gross),
        subject=subject,
        distance_m=distance,
        duration_s=duration,
        gave_distance="distance_m" in asked,
        gave_duration="duration_s" in asked or speed is not None,
        gait=gait,
        incline_fraction=float(asked.get("incline_fraction") or 0.0),
        climb_m=float(asked.get("climb_m") or 0.0),
        claimed_kcal=asked.get("claimed_kcal"),
    )


def _at_pulse(runner: Runner, asked: Mapping[str, Any]) -> Fact:
    """Estimate the energy of some time at a heart rate, where no speed is known that would tell it better."""
    duration_s, hr_bpm = asked.get("duration_s"), float(asked["hr_bpm"])
    if duration_s is None:
        return Missing(slot="duration_s")
    if duration_s > _LONGEST_UNMEASURED_S:
        return Missing(slot="confirm_duration_s")
    whole = not {"sex", "age_years", "weight_kg"} & set(missing_for_projection(runner))
    body, subject = body_for_run(runner) if whole else (example_body(runner), "example")
    try:
        energy = heart_rate_energy(body, hr_bpm=hr_bpm, duration_s=duration_s)
    except OutOfRangeError as error:
        if error.argument != "hr_bpm":
            return Missing(slot=f"confirm_{error.argument}")
        return PulseCost(net=None, gross=None, subject=subject, hr_bpm=hr_bpm, duration_s=duration_s)
    return PulseCost(
        net=as_profile(energy.net),
        gross=as_profile(energy.gross),
        subject=subject,
        hr_bpm=hr_bpm,
        duration_s=duration_s,
    )


def _size(asked: Mapping[str, Any], speed_m_s: float) -> tuple[float | None, float | None]:
    """Return distance and duration of a run, the one that was not told from a speed."""
    distance, duration = asked.get("distance_m"), asked.get("duration_s")
    if distance is not None and duration is None:
        return distance, distance / speed_m_s
    if duration is not None and distance is None:
        return duration * speed_m_s, duration
    return distance, duration


def _far_enough(runner: Runner, asked: Mapping[str, Any]) -> Fact:
    """Return the run that spends an energy, its distance rounded to a tenth of a kilometre."""
    one_km = run_cost(runner, {**_without_target(asked), "distance_m": METRES_PER_KM})
    if not isinstance(one_km, RunCost):
        return one_km
    distance_km = round(float(asked["target_kcal"]) / one_km.net.value, 1)
    if not 0 < distance_km <= _FARTHEST_KM:
        return Missing(slot="distance_m")
    done = run_cost(runner, {**_without_target(asked), "distance_m": distance_km * METRES_PER_KM})
    return replace(done, target_kcal=float(asked["target_kcal"])) if isinstance(done, RunCost) else done


def _without_target(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in asked.items() if name != "target_kcal"}


def _energy(
    body: Body,
    asked: Mapping[str, Any],
    gait: Gait,
    *,
    distance_m: float,
    duration_s: float,
    assumed: frozenset[str],
) -> SessionEnergy:
    """Price a session: level, of one grade, or up and down again where a climb was told."""
    surface: Surface = "treadmill" if asked.get("surface") == "treadmill" else "road"
    climb_m = asked.get("climb_m")
    if climb_m:
        # A climb is told for a round: half the way goes up by it, half comes down; the mean grade would hide both.
        grade = climb_m / (distance_m / 2)
        halves = [
            Segment(distance_m=distance_m / 2, duration_s=duration_s / 2, grade_frac=sign * grade) for sign in (1, -1)
        ]
        return route_energy(body, segments=halves, said=gait, surface=surface, assumed=assumed)
    return session_energy(
        body,
        said=gait,
        distance_m=distance_m,
        duration_s=duration_s,
        grade_frac=asked.get("incline_fraction", 0.0),
        surface=surface,
        assumed=assumed,
    )


def easy_speed_m_s(gait: Gait) -> float:
    """Return the easy speed taken where none was told. [m/s]"""
    return PROJECTION.walk_speed_m_s if gait == "walk" else PROJECTION.run_speed_m_s


def speed_m_s(asked: Mapping[str, Any]) -> float | None:
    """Return the speed that was told or follows from what was told, None without one. [m/s]"""
    if "speed_m_s" in asked:
        return float(asked["speed_m_s"])
    if asked.get("pace_s_per_km"):
        return METRES_PER_KM / float(asked["pace_s_per_km"])
    if "distance_m" in asked and asked.get("duration_s"):
        return float(asked["distance_m"]) / float(asked["duration_s"])
    return None


def as_profile(estimate: Estimate) -> Estimate:
    """Name the body inputs of an estimate as the profile names them, so that both can be compared."""
    inputs = {_PROFILE_NAMES.get(name, name): _real(given) for name, given in estimate.inputs.items()}
    return replace(estimate, inputs=inputs)


def _real(given: Input) -> Input:
    """Return an input whose number is a float, as every stored figure holds it."""
    return given if isinstance(given.value, str) else replace(given, value=float(given.value))

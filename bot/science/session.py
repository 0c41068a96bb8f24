"""One run or walk of even grade: gross and net energy with their 80 % ranges."""

from __future__ import annotations

from bot.science import bounds
from bot.science.body import Body
from bot.science.estimate import Input
from bot.science.gait import leg
from bot.science.pricing import SessionEnergy, origin, priced_legs, session_inputs
from bot.science.surface import Gait, Surface


def run_energy(
    body: Body,
    *,
    distance_m: float,
    duration_s: float,
    grade_frac: float = 0.0,
    surface: Surface = "road",
    beginner: bool = False,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of a run of even grade; `session_energy` for something called a run.

    Example:
        70 kg, 10 km in an hour, RMR 1600: gross 691, net 625 kcal.
    """
    return session_energy(
        body,
        said="run",
        distance_m=distance_m,
        duration_s=duration_s,
        grade_frac=grade_frac,
        surface=surface,
        beginner=beginner,
        assumed=assumed,
        logged=logged,
    )


def walk_energy(
    body: Body,
    *,
    distance_m: float,
    duration_s: float,
    grade_frac: float = 0.0,
    surface: Surface = "road",
    beginner: bool = False,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of a walk of even grade; `session_energy` for something called a walk."""
    return session_energy(
        body,
        said="walk",
        distance_m=distance_m,
        duration_s=duration_s,
        grade_frac=grade_frac,
        surface=surface,
        beginner=beginner,
        assumed=assumed,
        logged=logged,
    )


def session_energy(
    body: Body,
    *,
    said: Gait | None,
    distance_m: float,
    duration_s: float,
    grade_frac: float = 0.0,
    surface: Surface = "road",
    beginner: bool = False,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return what a session of even grade cost, by the default method of its speed and name.

    Args:
        body: Who did it; fills the resting energy, so age, height and sex count for the net figure.
        said: "run", "walk", or None if the person did not say.
        distance_m: Distance covered, 1 to 500,000. [m]
        duration_s: Time it took, 1 to 604,800. [s]
        grade_frac: Rise over run, -0.5 to 0.5; only for a slope of one grade, never the mean of a route.
        surface: What was under the feet; "treadmill" means displayed speed and grade, rails not held.
        beginner: Whether the person is new to running, which widens the range.
        assumed: Which of `SESSION_INPUTS` are our assumption.
        logged: Which of `SESSION_INPUTS` come from the person's log.

    Raises:
        OutOfRangeError: If a number is beyond what the method accepts; the argument is named.
        ArgumentError: If the surface or a name in `assumed` or `logged` is unknown.
    """
    bounds.DISTANCE_M.check("distance_m", distance_m)
    bounds.DURATION_S.check("duration_s", duration_s)
    speed_m_s = distance_m / duration_s
    if said == "run":
        bounds.RUN_SPEED_M_S.check("speed_m_s", speed_m_s)
    done = leg(said=said, speed_m_s=speed_m_s, grade_frac=grade_frac, surface=surface)
    inputs = session_inputs(distance_m, duration_s, surface, assumed=assumed, logged=logged)
    if grade_frac:
        inputs["grade"] = Input(value=100.0 * grade_frac, unit="%", origin=origin("grade_frac", assumed, logged))
    return priced_legs(body, [(done, duration_s)], surface=surface, beginner=beginner, inputs=inputs)

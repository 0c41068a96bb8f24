"""Sessions of which only the kind, the effort or the steps are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.errors import ArgumentError
from bot.science import bounds
from bot.science.body import Body
from bot.science.compendium import activity, met_kcal
from bot.science.estimate import Input
from bot.science.pricing import PERSON, SessionEnergy, checked_names, origin, priced
from bot.science.references import COMPENDIUM
from bot.science.session import walk_energy
from bot.science.surface import Gait
from bot.science.uncertainty import RANGE, combined_sd

Effort = Literal["run_walk", "easy", "moderate", "hard", "brisk"]

EFFORT_INPUTS = frozenset({"code", "effort", "duration_s", "steps"})
"""Names that `assumed` and `logged` may hold here."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EffortConstants:
    """Relative SDs of table rows and step counts, and the length of a walking step (unconfirmed)."""

    running_sd: float = 0.20
    strength_sd: float = 0.30
    other_sd: float = 0.25
    steps_sd: float = 0.30
    step_per_height: float = 0.414


EFFORT = EffortConstants()

_ROWS: dict[tuple[Gait, Effort], str] = {
    ("run", "run_walk"): "12010",
    ("run", "easy"): "12020",
    ("run", "moderate"): "12050",
    ("run", "hard"): "12080",
    ("walk", "easy"): "17170",
    ("walk", "moderate"): "17190",
    ("walk", "brisk"): "17200",
}


def effort_code(*, said: Gait, effort: Effort) -> str:
    """Return the Compendium row of an effort.

    Raises:
        ArgumentError: If the gait knows no such effort.
    """
    code = _ROWS.get((said, effort))
    if code is None:
        raise ArgumentError("effort", effort, ", ".join(name for gait, name in _ROWS if gait == said))
    return code


def effort_energy(
    body: Body,
    *,
    said: Gait,
    effort: Effort,
    duration_s: float,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of a run or walk of which only time and effort are known; `activity_energy` of its row."""
    code = effort_code(said=said, effort=effort)
    return activity_energy(body, code=code, duration_s=duration_s, assumed=assumed, logged=logged)


def activity_energy(
    body: Body,
    *,
    code: str,
    duration_s: float,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of a Compendium row held for a time.

    Args:
        body: Who did it; adults of 19-59 were measured.
        code: Five digits, for example "02052".
        duration_s: Whole-session time, 1 to 604,800. [s]
        assumed: Which of `EFFORT_INPUTS` are our assumption.
        logged: Which of `EFFORT_INPUTS` come from the person's log.

    Raises:
        ArgumentError: If the code is not held, or a name in `assumed` or `logged` is unknown.
        OutOfRangeError: If the duration or the body is out of range.
    """
    row = activity(code)
    bounds.DURATION_S.check("duration_s", duration_s)
    checked_names(assumed | logged, EFFORT_INPUTS)
    sd_frac = {"12": EFFORT.running_sd, "02": EFFORT.strength_sd}.get(code[:2], EFFORT.other_sd)
    outside = body.age_years > PERSON.fitted_age_to or body.bmi > PERSON.fitted_bmi_to
    chosen_by = "effort" if "effort" in assumed | logged else "code"
    return priced(
        body,
        gross_kcal=met_kcal(met=row.met, mass_kg=body.checked_mass_kg, duration_min=duration_s / 60.0),
        duration_s=duration_s,
        sd_frac=combined_sd(sd_frac + (PERSON.outside_sd if outside else 0.0), (RANGE.scale_mass_sd,)),
        inputs={
            "activity": Input(value=row.name, unit="", origin=origin(chosen_by, assumed, logged)),
            "duration": Input(value=duration_s / 60.0, unit="min", origin=origin("duration_s", assumed, logged)),
        },
        method="compendium_met",
        source=COMPENDIUM.line,
        notes=("outside_fitted_people",) if outside else (),
    )


def steps_energy(
    body: Body,
    *,
    steps: float,
    duration_s: float,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return the energy of walking known by steps and time; a step is 0.414 of the height. For a run, ask distance.

    Raises:
        OutOfRangeError: If steps, time or the speed they make are no walk.
        ArgumentError: If a name in `assumed` or `logged` is unknown.
    """
    bounds.STEPS.check("steps", steps)
    checked_names(assumed | logged, EFFORT_INPUTS)
    walk = walk_energy(body, distance_m=steps * EFFORT.step_per_height * body.checked_height_m, duration_s=duration_s)
    return priced(
        body,
        gross_kcal=walk.gross.value,
        duration_s=duration_s,
        sd_frac=EFFORT.steps_sd,
        inputs={
            "steps": Input(value=steps, unit="", origin=origin("steps", assumed, logged)),
            "duration": Input(value=duration_s / 60.0, unit="min", origin=origin("duration_s", assumed, logged)),
        },
        method=walk.gross.method,
        source=walk.gross.source,
        notes=("step_length_from_height", *walk.notes),
    )

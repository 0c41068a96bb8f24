"""Who may see what: which numbers a person's state allows.

The one table behind every room that shows a body number. The state comes from the profile alone; words of the
moment are the triage's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.runner import Runner
from bot.units import bmi

State = Literal[
    "under_18",
    "pregnancy",
    "breast_feeding",
    "eating_disorder",
    "reds_signs",
    "bmi_below_18_5",
    "number_free",
]

ADULT_AGE_YEARS = 18
OLDER_AGE_YEARS = 65
LOWEST_HEALTHY_BMI = 18.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Permissions:
    """What may be shown to one person now."""

    state: State | None
    """The protected state that closes the numbers, the gravest first; None for an adult without a flag."""
    older: bool
    """Whether ranges widen and a line of care goes with a plan."""

    @property
    def body_numbers(self) -> bool:
        """Whether calories, fat, weight and projections may be shown at all."""
        return self.state is None

    @property
    def reminder_must_be_asked(self) -> bool:
        """Whether a run reminder needs a question first (signs of low energy availability)."""
        return self.state == "reds_signs"


def permissions(runner: Runner) -> Permissions:
    """Return what this person may be shown."""
    return Permissions(
        state=_state(runner),
        older=runner.age_years is not None and runner.age_years >= OLDER_AGE_YEARS,
    )


def _state(runner: Runner) -> State | None:
    flags = runner.flags
    if runner.age_years is not None and runner.age_years < ADULT_AGE_YEARS:
        return "under_18"
    if "pregnant" in flags:
        return "pregnancy"
    if "breast_feeding" in flags:
        return "breast_feeding"
    if "eating_disorder" in flags:
        return "eating_disorder"
    if "reds_signs" in flags:
        return "reds_signs"
    if (
        runner.weight_kg is not None
        and runner.height_m is not None
        and bmi(mass_kg=runner.weight_kg, height_m=runner.height_m) < LOWEST_HEALTHY_BMI
    ):
        return "bmi_below_18_5"
    if "number_free" in flags:
        return "number_free"
    return None

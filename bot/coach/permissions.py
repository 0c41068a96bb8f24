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
    "recent_birth",
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
    numbers_harm: bool = False
    """Whether any number can do harm or was declined, whatever else closes them."""
    older: bool
    """Whether ranges widen and a line of care goes with a plan."""

    @property
    def body_numbers(self) -> bool:
        """Whether calories, fat, weight and projections may be shown at all."""
        return self.state is None

    @property
    def weigh_ins(self) -> bool:
        """Whether a weight may be taken and talked about at all."""
        return not self.numbers_harm and self.state != "reds_signs"

    @property
    def goals(self) -> bool:
        """Whether a wish for another shape may be kept and offered."""
        return self.state is None

    @property
    def quoted_numbers(self) -> bool:
        """Whether sentences of articles may hold numbers: not where any number can do harm or was declined."""
        return not self.numbers_harm and self.state != "bmi_below_18_5"

    @property
    def quoted_bodies(self) -> bool:
        """Whether sentences of articles may speak of weight, fat, calories or shape."""
        return self.state in {None, "number_free"}

    @property
    def reminder_must_be_asked(self) -> bool:
        """Whether a run reminder needs a question first (signs of low energy availability)."""
        return self.state == "reds_signs"


def permissions(runner: Runner) -> Permissions:
    """Return what this person may be shown."""
    return Permissions(
        state=_state(runner),
        numbers_harm=bool({"eating_disorder", "number_free"} & runner.flags),
        older=runner.age_years is not None and runner.age_years >= OLDER_AGE_YEARS,
    )


def _state(runner: Runner) -> State | None:
    states: tuple[tuple[bool, State], ...] = (
        ("minor" in runner.flags or _is_child(runner), "under_18"),
        ("pregnant" in runner.flags, "pregnancy"),
        ("breast_feeding" in runner.flags, "breast_feeding"),
        ("recent_birth" in runner.flags, "recent_birth"),
        ("eating_disorder" in runner.flags, "eating_disorder"),
        ("reds_signs" in runner.flags, "reds_signs"),
        (_is_underweight(runner), "bmi_below_18_5"),
        ("number_free" in runner.flags, "number_free"),
    )
    return next((state for holds, state in states if holds), None)


def _is_child(runner: Runner) -> bool:
    return runner.age_years is not None and runner.age_years < ADULT_AGE_YEARS


def _is_underweight(runner: Runner) -> bool:
    if runner.weight_kg is None or runner.height_m is None:
        return False
    return bmi(mass_kg=runner.weight_kg, height_m=runner.height_m) < LOWEST_HEALTHY_BMI

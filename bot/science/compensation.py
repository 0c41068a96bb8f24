"""How much of a planned deficit arrives: the three scenarios, and what afterburn is worth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Factors:
    """The share of the planned change that becomes real, in one scenario."""

    exercise: float
    """Eating freely: appetite and rest push back on new exercise."""
    exercise_intake_held: float
    """For someone who logs food and whose weigh-ins agree; a promise is not enough."""
    intake: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedRange:
    """Low end of the range to print, as a share of the typical scenario; the high end is the ceiling."""

    running_alone: float = 0.0
    running_and_diet: float = 0.5
    diet_alone: float = 0.57


@dataclass(frozen=True, kw_only=True, slots=True)
class EpocConstants:
    """Afterburn: LaForgia 2006, Bahr 1987. Nothing by default; worth a mention only for long and hard sessions."""

    mention_frac: float = 0.06
    from_min: float = 50.0
    from_vo2max_frac: float = 0.70


CEILING = Factors(exercise=1.0, exercise_intake_held=1.0, intake=1.0)
TYPICAL = Factors(exercise=0.45, exercise_intake_held=0.85, intake=0.72)
CAUTIOUS = Factors(exercise=0.20, exercise_intake_held=0.72, intake=0.56)
PRINTED_RANGE = PrintedRange()
EPOC = EpocConstants()


def effective_energy_deficit(*, exercise_net_kcal: float, compensation_frac: float) -> float:
    """Return what is left of an exercise deficit when a share of it is compensated [kcal]."""
    return exercise_net_kcal * (1.0 - compensation_frac)


def epoc_mention_frac(*, duration_min: float, vo2max_frac: float) -> float:
    """Return the most that may be said of afterburn, as a share of the net cost; 0 but for long, hard sessions."""
    long_and_hard = duration_min >= EPOC.from_min and vo2max_frac >= EPOC.from_vo2max_frac
    return EPOC.mention_frac if long_and_hard else 0.0

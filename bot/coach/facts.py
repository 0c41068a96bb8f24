"""What a turn found out or did: typed facts, noted by tools, worded by compose.

A fact holds values, never words. Only facts license the numbers of a reply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.coach.reminder_facts import ReminderFact
from bot.knowledge.retrieval import Retrieval
from bot.reply import Subject
from bot.runner import Runner
from bot.science.estimate import Estimate
from bot.training.run import Run


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Articles were searched."""

    retrieval: Retrieval


@dataclass(frozen=True, kw_only=True, slots=True)
class RunCost:
    """The energy of one run was estimated."""

    net: Estimate
    subject: Subject
    distance_m: float
    duration_s: float
    gave_distance: bool
    """Whether the distance was theirs to say (a duration and a pace may stand for it)."""
    gave_duration: bool
    body_mass_kg: float
    claimed_kcal: float | None = None
    """A figure the person asked about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sessions:
    """The running somebody plans, as they said it."""

    distance_per_week_m: float
    times_per_week: float | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    replaces: bool = False
    """Whether it takes the place of today's running instead of coming on top."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FatOutlook:
    """What a plan of running does to body fat over time was projected."""

    fat_loss: Estimate
    weight_loss: Estimate
    subject: Subject
    sessions: Sessions
    horizon_days: int
    body_mass_kg: float
    horizon_capped: bool = False
    horizon_raised: bool = False
    horizon_assumed: bool = False
    cut_off: bool = False
    lean: bool = False
    target_kg: float | None = None
    target_days: tuple[int, int] | None = None
    """First day the high and the typical course reach the target; None if typical does not within a year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Physiology gave no number, for this person's safety."""

    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """Numbers are not shown to this person in their present state."""

    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """Something must be asked back first."""

    slot: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OlderThanSaid:
    """An adult age was told by somebody who had said that they are under 18; it must be confirmed."""

    age_years: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """The profile was changed as told."""

    changes: Mapping[str, Any]
    before: Runner
    after: Runner


@dataclass(frozen=True, kw_only=True, slots=True)
class RunKept:
    """A run is staged to be stored."""

    run: Run
    net: Estimate | None
    week_count: int
    """Runs of this week, this one included."""
    week_distance_m: float


@dataclass(frozen=True, kw_only=True, slots=True)
class RunsRecalled:
    """This week's runs were looked up."""

    week_count: int
    week_distance_m: float


Fact = (
    Found
    | RunCost
    | FatOutlook
    | Refused
    | Withheld
    | Missing
    | OlderThanSaid
    | Noted
    | RunKept
    | RunsRecalled
    | ReminderFact
)

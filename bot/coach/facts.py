"""What a turn found out or did: typed facts, noted by tools, worded by compose.

A fact holds values, never words. Only facts license the numbers of a reply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from bot.coach.record_facts import RecordFact
from bot.coach.reminder_facts import ReminderFact
from bot.knowledge.retrieval import Retrieval
from bot.reply import Subject
from bot.runner import Runner
from bot.science.estimate import Estimate
from bot.science.surface import Gait
from bot.training.run import Run
from bot.training.weigh_in import WeighIn


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
    gross: Estimate
    """With what the same time at rest would have cost."""
    gait: Gait = "run"
    incline_fraction: float = 0.0
    climb_m: float = 0.0
    claimed_kcal: float | None = None
    """A figure the person asked about."""
    target_kcal: float | None = None
    """An energy the person wants to spend, where they named no run of their own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PulseCost:
    """The energy of some time at a heart rate was estimated."""

    net: Estimate | None
    """None where the heart rate is too low for the equation."""
    gross: Estimate | None
    subject: Subject
    hr_bpm: float
    duration_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Sessions:
    """The running somebody plans, as they said it."""

    distance_per_week_m: float
    times_per_week: float | None = None
    distance_m: float | None = None
    duration_s: float | None = None
    replaces: bool = False
    """Whether it takes the place of today's running instead of coming on top."""
    gait: Gait = "run"
    intake_change_kcal_day: float = 0.0
    """What they mean to eat less, as a negative number. [kcal/day]"""
    assumed: bool = False
    """Whether the plan is our example and not theirs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What somebody wants to lose."""

    kg: float
    of: Literal["fat", "weight"]
    mass_kg: float | None = None
    """The weight it would lead to."""
    by_days: int | None = None
    """By when they asked, if they did."""
    days: tuple[int, int] | None = None
    """First day the high and the typical course reach it; None if typical does not within the horizon."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FatOutlook:
    """What a plan of running does to body fat over time was projected."""

    fat_loss: Estimate
    weight_loss: Estimate
    subject: Subject
    sessions: Sessions
    horizon_days: int
    horizon_capped: bool = False
    horizon_raised: bool = False
    horizon_assumed: bool = False
    cut_off: bool = False
    lean: bool = False
    target: Target | None = None


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
    """A run is staged to be stored, or to take the place of one."""

    run: Run
    net: Estimate | None
    week: tuple[Run, ...]
    """Runs of this week, this one included."""
    changed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class RunsRecalled:
    """Runs of a stretch of days were looked up, newest first."""

    runs: tuple[Run, ...]
    measure: str | None
    since: date | None
    until: date | None
    energy: Estimate | None = None
    """All of them together, above rest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighInKept:
    """A weigh-in is staged to be stored."""

    weigh_in: WeighIn
    earlier: WeighIn | None
    """The one before it."""
    noted: Noted | None = None
    """What it changed of the profile; None for a weigh-in of the past."""
    replaced: WeighIn | None = None
    """Another weight of the same day, whose place it takes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighInsRecalled:
    """Weigh-ins were looked up, newest first."""

    weigh_ins: tuple[WeighIn, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenBack:
    """Something told is staged to be taken back; with nothing in it, nothing was found."""

    runs: tuple[Run, ...]
    """Runs that are gone by it."""
    fields: tuple[str, ...]
    """Profile fields that are as before by it."""
    weigh_ins: int = 0
    put_back: bool = False
    """Whether something is there again, or is again as it was."""
    sought_back: bool = False
    """Whether something was to be there again and nothing that is gone fits."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubted:
    """A run or a weight was read out of words that may be no report; nothing is stored."""

    like: Run | None = None
    """The run of the log that may have been told once more; None if it is not sure that one was reported."""


Fact = (
    Found
    | Doubted
    | RunCost
    | PulseCost
    | FatOutlook
    | Refused
    | Withheld
    | Missing
    | OlderThanSaid
    | Noted
    | RunKept
    | RunsRecalled
    | ReminderFact
    | RecordFact
    | WeighInKept
    | WeighInsRecalled
    | TakenBack
)

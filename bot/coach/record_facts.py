"""What a turn found out about somebody's own records and body: facts of `bot.coach.own_numbers`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.science.estimate import Estimate
from bot.training.run import Run
from bot.training.weigh_in import WeighIn

Emptied = Literal["log", "runs", "weigh_ins"]
"""What a log is emptied of: both, or one of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeightTrend:
    """The trend of the weigh-ins was asked for."""

    loss: Estimate | None
    """What was lost from the first to the last of them, with its 80 % interval, negative for a gain; None if there are
    too few of them or the body is not known. [kg]"""
    weigh_ins: tuple[WeighIn, ...]
    """Those of the stretch that counts, newest first."""
    missing: tuple[str, ...]
    """Profile fields the model needs and the person has not told."""
    enough: bool
    """Whether there are enough weigh-ins over enough days."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeightChange:
    """Whether a change between two weigh-ins is real was asked."""

    newest: WeighIn | None
    earlier: WeighIn | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrendExplained:
    """How the trend is worked out was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RunKnown:
    """A run was told, or changed, that stands in the log just so; nothing is stored."""

    run: Run


@dataclass(frozen=True, kw_only=True, slots=True)
class WhichRun:
    """A run was to be put right, and it is not clear which; nothing is stored."""

    runs: tuple[Run, ...]
    """Those it may be."""
    fit: bool
    """Whether what was told fits each of them; if not, they are just the newest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PaceExplained:
    """How a pace comes about was asked, of single runs or of several together."""

    runs: tuple[Run, ...]
    """The timed ones it is of, newest first; empty if there are none."""
    each: bool
    """Whether it is the pace of each of them, and not that of all together."""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StorageExplained:
    """What the log keeps of a run was asked."""

    run: Run | None
    """The run told just before, as it stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnBmi:
    """The body mass index was asked for."""

    bmi: Estimate | None
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnFat:
    """The body fat was asked for, from tapes, from the rest of the body, or beside a scale's figure."""

    fat: Estimate | None
    missing: tuple[str, ...]
    scale_fraction: float | None
    """What a scale said; it is not kept as measured."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnEnergy:
    """The energy of a day at rest was asked for, or of a whole day."""

    rest: Estimate | None
    """None where the body is not known."""
    day: Estimate | None
    """None where only rest was asked for."""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Intensity:
    """How hard running or walking at a speed is was asked, in METs or oxygen."""

    gait: Literal["run", "walk"]
    speed_m_s: float
    in_pace: bool
    """Whether the speed was told as a pace."""
    row: Estimate | None
    """The METs of the Compendium's row of that speed; None where it has none."""
    own: Estimate
    """By our own equation, with rest counted. [kcal/kg/h]"""
    oxygen: Estimate | None
    """By ACSM's line, where it holds. [ml/kg/min]"""


@dataclass(frozen=True, kw_only=True, slots=True)
class DaysCompared:
    """The runs of two days were put side by side."""

    days: tuple[date, date]
    runs: tuple[tuple[Run, ...], tuple[Run, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class StretchesCompared:
    """The runs of two stretches of days were put side by side."""

    stretches: tuple[tuple[date, date], tuple[date, date]]
    """First and last day of each."""
    runs: tuple[tuple[Run, ...], tuple[Run, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class DistanceToGo:
    """How much is left to a distance aimed at was asked."""

    target_m: float
    done_m: float
    since: date
    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class RacePredicted:
    """A time of one distance was turned into those of others."""

    times: tuple[tuple[float, Estimate], ...]
    """Each distance asked about, and its time. [m], [s]"""
    distance_m: float
    duration_s: float
    run: Run | None
    """The stored run it comes from; None for a time told in the message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NoRacePredictor:
    """One race time was to be turned into another, and no time to go from was told or logged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Converted:
    """Quantities were to be said in other units, or pace, time or distance out of the two others."""

    answers: tuple[tuple[str, tuple[Estimate, ...]], ...]
    """What was told, as it is said, and what it makes."""
    run: Run | None
    """The stored run it comes from; None for what was told in the message."""
    every: str | None = None
    """Of even splits, how long each is."""
    marks: tuple[tuple[str, Estimate], ...] = ()
    """Of even splits, what the clock shows after which distance."""
    remark: str | None = None
    """The name of the text that says what the sum takes for granted, if it does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StagesSummed:
    """Several stretches were to be taken together."""

    distance: str
    """How far they are together, as it is said."""
    duration: str
    """How long they take together, as it is said."""
    pace: Estimate


@dataclass(frozen=True, kw_only=True, slots=True)
class RestPaced:
    """The pace of the rest of a race was asked, its first part being told."""

    first: Estimate | None
    """The time of the first part; None where the whole is not known."""
    left: tuple[str, float] | None
    """How far is left, as it is said, and the seconds left for it; None where none are."""
    pace: Estimate | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitsTold:
    """Which units are used was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitsMixed:
    """Every run is wanted in the units it was told in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RunToCome:
    """A run of a day to come was told; nothing is stored."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighInsWithoutDays:
    """Several weights were told without their days; nothing is stored yet."""

    weigh_ins: tuple[WeighIn, ...]
    """As they would be kept, one a day up to today, oldest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LogToEmpty:
    """The log is to be emptied; it is asked first."""

    what: Emptied
    runs: int
    weigh_ins: int


RecordFact = (
    WeightTrend
    | WeightChange
    | TrendExplained
    | PaceExplained
    | StorageExplained
    | RunKnown
    | WhichRun
    | OwnBmi
    | OwnFat
    | OwnEnergy
    | Intensity
    | DaysCompared
    | StretchesCompared
    | NoRacePredictor
    | RacePredicted
    | DistanceToGo
    | Converted
    | StagesSummed
    | RestPaced
    | UnitsTold
    | UnitsMixed
    | RunToCome
    | WeighInsWithoutDays
    | LogToEmpty
)

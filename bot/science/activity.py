"""Physical activity levels of an ordinary day, for people who name their work and leisure and not a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Work = Literal["desk", "light", "on_feet", "heavy"]
Leisure = Literal["very_light", "light", "moderate", "active", "very_active"]

WORK: Final[tuple[Work, ...]] = get_args(Work)
LEISURE: Final[tuple[Leisure, ...]] = get_args(Leisure)


@dataclass(frozen=True, kw_only=True, slots=True)
class PalByWork:
    """Daily energy over resting energy at one kind of leisure, by work."""

    desk: float
    light: float
    on_feet: float
    heavy: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PalTable:
    """The table the NIH Body Weight Planner offers (Hall et al. 2011, doi:10.1016/S0140-6736(11)60812-X)."""

    very_light: PalByWork = PalByWork(desk=1.4, light=1.5, on_feet=1.6, heavy=1.7)
    light: PalByWork = PalByWork(desk=1.5, light=1.6, on_feet=1.7, heavy=1.8)
    moderate: PalByWork = PalByWork(desk=1.6, light=1.7, on_feet=1.8, heavy=1.9)
    active: PalByWork = PalByWork(desk=1.7, light=1.8, on_feet=1.9, heavy=2.1)
    very_active: PalByWork = PalByWork(desk=1.9, light=2.0, on_feet=2.2, heavy=2.3)


@dataclass(frozen=True, kw_only=True, slots=True)
class PalConstants:
    """What is taken where nobody told their day, and how far a told one may be off (project choices)."""

    untold: float = 1.5
    sd: float = 0.1


PAL_TABLE = PalTable()
PAL = PalConstants()


def pal_of(*, work: Work, leisure: Leisure = "light") -> float:
    """Return the activity level of a day; it contains the running already done [times resting energy].

    Args:
        work: "desk" is the table's very light, "on_feet" its moderate column.
        leisure: What is done outside work, running included.
    """
    by_work: PalByWork = getattr(PAL_TABLE, leisure)
    pal: float = getattr(by_work, work)
    return pal


PAL_OF_WORK: Final[dict[Work, float]] = {work: pal_of(work=work) for work in WORK}
"""The profile's three kinds of work (and light work) with light leisure."""

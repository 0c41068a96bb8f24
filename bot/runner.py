"""The person we coach: what they told us about their body, place and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, Protocol
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from bot.nlu.limit import Limit
from bot.units import Units

Sex = Literal["female", "male"]
Activity = Literal["desk", "on_feet", "heavy"]
Goal = Literal["smaller", "fuller", "fitter"]
Flag = Literal[
    "pregnant",
    "breast_feeding",
    "eating_disorder",
    "reds_signs",
    "medical",
    "number_free",
    "minor",
    "recent_birth",
    "doctor_first",
    "keep_local",
]
"""`minor`: under 18 by their own words, age not told. `doctor_first`: emergency words were said and no doctor has
cleared them yet. `keep_local`: nothing of theirs goes to a chat model."""
AFTER_A_BIRTH: Final[frozenset[Flag]] = frozenset({"recent_birth", "breast_feeding"})
"""What is true of somebody in the months after a birth."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """Some days in another place, after which the usual clock counts again."""

    zone: str
    """IANA name."""
    first: date
    last: date
    """Inclusive."""

    def holds(self, on: date) -> bool:
        """Whether a date lies in the stay."""
        return self.first <= on <= self.last


class Runner(BaseModel):
    """A person's profile: every field optional, an unknown field refused by name.

    The bounds are what the product accepts as a human adult or child at all; whether a figure may be
    computed from them is decided by `bot.science.safety`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    sex: Sex | None = None
    age_years: float | None = Field(default=None, ge=5, le=110)
    height_m: float | None = Field(default=None, ge=1.0, le=2.5)
    weight_kg: float | None = Field(default=None, ge=25, le=350)
    fat_mass_kg: float | None = Field(default=None, ge=1, le=250)
    waist_cm: float | None = Field(default=None, ge=40, le=250)
    hip_cm: float | None = Field(default=None, ge=50, le=250)
    neck_cm: float | None = Field(default=None, ge=20, le=80)
    activity: Activity | None = None
    pal: float | None = Field(default=None, ge=1.0, le=3.0)
    runs_now_km_per_week: float | None = Field(default=None, ge=0, le=400)
    goal: Goal | None = None
    units: Units | None = None
    time_zone: str | None = None
    stay: Stay | None = None
    """Where they are for some days; `time_zone` stays their home."""
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    child_born_on: date | None = None
    """When their youngest child was born, as near as they told it."""
    checked_after_birth: bool | None = None
    """Whether they told that the check after that birth was done and all was well."""
    flags: frozenset[Flag] = frozenset()
    limits: frozenset[Limit] = frozenset()

    def zone_at(self, at: datetime) -> str | None:
        """Return the zone whose clock counts for this person at an aware moment, None while it is unknown."""
        if self.stay is not None and self.stay.holds(at.astimezone(ZoneInfo(self.stay.zone)).date()):
            return self.stay.zone
        return self.time_zone

    @property
    def has_given_birth(self) -> bool:
        """Whether they told of a birth, lately or by its date."""
        return bool(AFTER_A_BIRTH & self.flags) or self.child_born_on is not None

    @property
    def speaks_imperial(self) -> bool:
        """Whether figures are shown in miles and pounds."""
        return self.units == "imperial"


class RunnerBook(Protocol):
    """Where profiles are kept."""

    async def runner(self, person_id: str) -> Runner:
        """Return the person's profile, empty if they told nothing yet."""
        ...

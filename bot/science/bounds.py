"""What a number may be at all: the widest values any formula here is given.

Wide enough for every published check case; a formula's own fitted range is narrower and belongs to the formula.
Not-a-number and infinity lie outside every bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import OutOfRangeError


@dataclass(frozen=True, kw_only=True, slots=True)
class Bound:
    """Lowest and highest value accepted for one kind of quantity, ends included."""

    low: float
    high: float
    unit: str

    @property
    def words(self) -> str:
        """The range as an operator reads it: `30 to 300 kg`."""
        return f"{self.low:g} to {self.high:g} {self.unit}".rstrip()

    def check(self, argument: str, value: float) -> float:
        """Return the value, or raise OutOfRangeError naming the argument and the range."""
        if not self.low <= value <= self.high:
            raise OutOfRangeError(argument, value, self.words)
        return value


MASS_KG = Bound(low=30.0, high=300.0, unit="kg")
HEIGHT_M = Bound(low=1.2, high=2.3, unit="m")
AGE_YEARS = Bound(low=18.0, high=100.0, unit="years")
BMI = Bound(low=12.0, high=70.0, unit="kg/m2")
FAT_FREE_MASS_KG = Bound(low=20.0, high=150.0, unit="kg")
RMR_KCAL_DAY = Bound(low=500.0, high=5000.0, unit="kcal/day")
RUN_SPEED_M_S = Bound(low=0.5, high=8.0, unit="m/s")
WALK_SPEED_M_S = Bound(low=0.0, high=3.0, unit="m/s")
ANY_SPEED_M_S = Bound(low=0.0, high=8.0, unit="m/s")
GRADE_FRAC = Bound(low=-0.5, high=0.5, unit="(rise over run)")
HEART_RATE_BPM = Bound(low=60.0, high=230.0, unit="beats/min")
VO2MAX_ML_KG_MIN = Bound(low=10.0, high=95.0, unit="ml/kg/min")
KERNEL_PAL = Bound(low=1.12, high=3.0, unit="")
DISTANCE_M = Bound(low=1.0, high=500_000.0, unit="m")
DURATION_S = Bound(low=1.0, high=604_800.0, unit="s")
KM_PER_WEEK = Bound(low=0.0, high=400.0, unit="km/week")
INTAKE_CHANGE_KCAL_DAY = Bound(low=-5000.0, high=5000.0, unit="kcal/day")
STEPS = Bound(low=10.0, high=200_000.0, unit="steps")
DAY = Bound(low=0.0, high=3650.0, unit="days")
MOVING_WALK_SPEED_M_S = Bound(low=0.1, high=3.0, unit="m/s")
RUNS_PER_WEEK = Bound(low=1.0, high=7.0, unit="runs/week")
WEEKS = Bound(low=1.0, high=52.0, unit="weeks")
WEEKLY_KCAL = Bound(low=1.0, high=20_000.0, unit="kcal/week")
ANY_PAL = Bound(low=1.0, high=3.0, unit="times resting energy")
SIMULATED_MASS_KG = Bound(low=20.0, high=600.0, unit="kg")
LONGEST_RUN_KM = Bound(low=0.1, high=400.0, unit="km")

"""The body-weight model of Hall et al. 2011: five states, RK4 on plain floats.

States: fat F, lean tissue change dL, glycogen G, change of extracellular fluid E, adaptive expenditure A. Energy
in kcal, mass in kg, time in days. Pure arithmetic: no guard stands here, so nothing of it is shown to a person
unless `bot.science.projection` asked `bot.science.safety` first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot import units
from bot.errors import ArgumentError, OutOfRangeError
from bot.science import bounds
from bot.science.body import Sex, planner_bf
from bot.science.resting import planner_rmr

Sodium = Literal["unchanged", "proportional_to_intake", "absolute"]


@dataclass(frozen=True, kw_only=True, slots=True)
class KernelConstants:
    """Parameters of the model; tests swap in the rounded column of the NIH applet."""

    fat_kcal_kg: float = 39_500.0 / 4.184
    lean_kcal_kg: float = 7_600.0 / 4.184
    glycogen_kcal_kg: float = 17_600.0 / 4.184
    fat_upkeep_kcal_kg_day: float = 13.0 / 4.184
    lean_upkeep_kcal_kg_day: float = 92.0 / 4.184
    fat_turnover_kcal_kg: float = 750.0 / 4.184
    lean_turnover_kcal_kg: float = 960.0 / 4.184
    thermic_frac: float = 0.10
    adaptive_frac: float = 0.14
    adaptive_days: float = 14.0
    sodium_mg_l: float = 3220.0
    sodium_clearance_mg_l_day: float = 3000.0
    carb_sodium_mg_day: float = 4000.0
    water_per_glycogen: float = 2.7
    glycogen_kg: float = 0.5
    forbes_kg: float = 10.4


@dataclass(frozen=True, kw_only=True, slots=True)
class Diet:
    """What the model assumes about food: Hall's baseline diet."""

    carb_fraction_baseline: float = 0.5
    carb_fraction_new: float = 0.5
    sodium_baseline_mg: float = 4000.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase:
    """A change from baseline (not from the phase before) that holds from the start of a day."""

    start_day: int = 0
    intake_change_kcal_day: float = 0.0
    activity_change_kcal_kg_day: float = 0.0
    sodium: Sodium = "proportional_to_intake"
    sodium_change_mg_day: float | None = None
    """Only with `absolute`: a change, not a level."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """A body in energy balance on day 0."""

    mass_kg: float
    fat_kg: float
    rmr_kcal_day: float
    maintenance_kcal_day: float
    activity_kcal_kg_day: float
    """The model's delta0: what moving costs per kilogram."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trajectory:
    """What happens day by day; index 0 is the start, index N after N whole days."""

    weight_kg: tuple[float, ...]
    fat_kg: tuple[float, ...]
    lean_tissue_change_kg: tuple[float, ...]
    """Without extracellular fluid, glycogen and its water."""
    water_glycogen_change_kg: tuple[float, ...]
    imbalance_kcal: tuple[float, ...]
    """Intake minus expenditure, summed up since the start."""

    @property
    def last_day(self) -> int:
        """The last day computed."""
        return len(self.weight_kg) - 1

    def until(self, day: int) -> Trajectory:
        """Return the same course cut after a day."""
        end = day + 1
        return Trajectory(
            weight_kg=self.weight_kg[:end],
            fat_kg=self.fat_kg[:end],
            lean_tissue_change_kg=self.lean_tissue_change_kg[:end],
            water_glycogen_change_kg=self.water_glycogen_change_kg[:end],
            imbalance_kcal=self.imbalance_kcal[:end],
        )


HALL_2011 = KernelConstants()
STANDARD_DIET = Diet()
STEPS_PER_DAY = 2
"""One step a day locks on a wrong level above 2,900 kcal of carbohydrate a day; two are safe to 5,900."""


def start(
    *,
    sex: Sex,
    age_years: float,
    height_m: float,
    mass_kg: float,
    pal: float,
    fat_mass_kg: float | None = None,
    rmr_kcal_day: float | None = None,
) -> Start:
    """Return the starting point; None takes the model's own resting energy (Mifflin, 9.99 form) or body fat.

    Args:
        sex: Picks the equations.
        age_years: Stays constant during a run. [years]
        height_m: Body height. [m]
        mass_kg: Body mass on day 0, taken as stable. [kg]
        pal: Daily energy over resting energy, above 1.11. [-]
        fat_mass_kg: Fat mass on day 0. [kg]
        rmr_kcal_day: Resting energy. [kcal/day]

    Source:
        Hall et al. 2011, web appendix, doi:10.1016/S0140-6736(11)60812-X.
    """
    bmi = units.bmi(mass_kg=mass_kg, height_m=height_m)
    if rmr_kcal_day is None:
        rmr_kcal_day = planner_rmr(sex=sex, mass_kg=mass_kg, height_cm=100.0 * height_m, age_y=age_years)
    if fat_mass_kg is None:
        fat_mass_kg = planner_bf(sex=sex, bmi=bmi, age_y=age_years) / 100.0 * mass_kg
    return Start(
        mass_kg=mass_kg,
        fat_kg=fat_mass_kg,
        rmr_kcal_day=rmr_kcal_day,
        maintenance_kcal_day=pal * rmr_kcal_day,
        activity_kcal_kg_day=((1.0 - HALL_2011.thermic_frac) * pal - 1.0) * rmr_kcal_day / mass_kg,
    )


def simulate(
    begin: Start,
    phases: Sequence[Phase],
    *,
    days: int,
    diet: Diet = STANDARD_DIET,
    constants: KernelConstants = HALL_2011,
    steps_per_day: int = STEPS_PER_DAY,
) -> Trajectory:
    """Return the course of weight, fat, lean tissue and water over whole days.

    Args:
        begin: The body on day 0, in balance.
        phases: Changes from baseline by start day, ascending; before the first one nothing changes.
        days: How far to go, 0 or more. [days]
        diet: Carbohydrate share and sodium; the new share holds from day 0.
        constants: Parameters of the model.
        steps_per_day: RK4 steps a day.

    Raises:
        ArgumentError: If phases do not ascend or an absolute sodium change is missing.
        OutOfRangeError: If the course leaves what a body can do (fat gone, or not a finite number).

    Source:
        Hall et al. 2011, web appendix eq. 1-9; Forbes partition with 10.4 kg.
    """
    starts = [phase.start_day for phase in phases]
    if starts != sorted(set(starts)):
        raise ArgumentError("phases", starts, "ascending start_day")
    fat, lean, fluid, adaptive = begin.fat_kg, 0.0, 0.0, 0.0
    glycogen = constants.glycogen_kg
    wet = 1.0 + constants.water_per_glycogen
    weights, fats, leans = [begin.mass_kg], [fat], [0.0]
    waters, imbalances = [0.0], [0.0]
    imbalance = 0.0
    baseline = Phase(sodium="unchanged")
    upcoming = list(phases)
    phase = upcoming.pop(0) if upcoming and upcoming[0].start_day <= 0 else baseline
    advance = _stepper(begin, phase, diet, constants, 1.0 / steps_per_day)
    for day in range(days):
        if upcoming and upcoming[0].start_day <= day:
            phase = upcoming.pop(0)
            advance = _stepper(begin, phase, diet, constants, 1.0 / steps_per_day)
        for _ in range(steps_per_day):
            fat, lean, glycogen, fluid, adaptive, gained = advance(fat, lean, glycogen, fluid, adaptive)
            imbalance += gained
        water = fluid + wet * (glycogen - constants.glycogen_kg)
        weight = begin.mass_kg + (fat - begin.fat_kg) + lean + water
        if not bounds.SIMULATED_MASS_KG.low <= weight <= bounds.SIMULATED_MASS_KG.high:
            raise OutOfRangeError("phases", f"{weight:.0f} kg on day {day + 1}", bounds.SIMULATED_MASS_KG.words)
        weights.append(weight)
        fats.append(fat)
        leans.append(lean)
        waters.append(water)
        imbalances.append(imbalance)
    return Trajectory(
        weight_kg=tuple(weights),
        fat_kg=tuple(fats),
        lean_tissue_change_kg=tuple(leans),
        water_glycogen_change_kg=tuple(waters),
        imbalance_kcal=tuple(imbalances),
    )


State = tuple[float, float, float, float, float, float]


def _stepper(
    begin: Start, phase: Phase, diet: Diet, k: KernelConstants, h: float
) -> Callable[[float, float, float, float, float], State]:
    """Return one RK4 step with the day's inputs folded into constants.

    Two identities spare half the arithmetic and change nothing but rounding. With p = C/(C+F) and the turnover cost c
    written out, expenditure cancels: the balance is (EI - g - Q)/(1+c), and both tissues share one quotient. Fluid and
    adaptation relax linearly to a level, so their RK4 stages are fixed fractions of the distance to it.
    """
    intake_0, intake = begin.maintenance_kcal_day, begin.maintenance_kcal_day + phase.intake_change_kcal_day
    if intake < 0.0:
        raise OutOfRangeError("intake_change_kcal_per_day", phase.intake_change_kcal_day, f"at least -{intake_0:.0f}")
    carb_0, carb = diet.carb_fraction_baseline * intake_0, diet.carb_fraction_new * intake
    delta = begin.activity_kcal_kg_day + phase.activity_change_kcal_kg_day
    wet = 1.0 + k.water_per_glycogen
    sodium_drive = _sodium_change(phase, diet, intake_0) - k.carb_sodium_mg_day * (1.0 - carb / carb_0)
    fluid_level = sodium_drive / k.sodium_clearance_mg_l_day
    adaptive_level = k.adaptive_frac * phase.intake_change_kcal_day
    # Expenditure before turnover: Q = q_0 + q_fat F + q_lean dL + q_glycogen G + delta (E - level) + (A - level)
    q_fat, q_lean, q_glycogen = k.fat_upkeep_kcal_kg_day + delta, k.lean_upkeep_kcal_kg_day + delta, delta * wet
    q_0 = (
        intake_0
        + k.thermic_frac * phase.intake_change_kcal_day
        - begin.activity_kcal_kg_day * begin.mass_kg
        + delta * (begin.mass_kg - begin.fat_kg - wet * k.glycogen_kg + fluid_level)
        - k.fat_upkeep_kcal_kg_day * begin.fat_kg
        + adaptive_level
    )
    surplus_0 = intake - q_0
    forbes = k.forbes_kg * k.lean_kcal_kg / k.fat_kcal_kg
    turn_fat = 1.0 + k.fat_turnover_kcal_kg / k.fat_kcal_kg
    turn_lean = (1.0 + k.lean_turnover_kcal_kg / k.lean_kcal_kg) * forbes
    lean_rate = forbes / k.lean_kcal_kg
    burn = carb_0 / (k.glycogen_kg * k.glycogen_kg)
    fat_kcal, glycogen_kcal = k.fat_kcal_kg, k.glycogen_kcal_kg
    fluid_2, fluid_3, fluid_4, fluid_end = _relaxation(h * k.sodium_clearance_mg_l_day / k.sodium_mg_l)
    adapt_2, adapt_3, adapt_4, adapt_end = _relaxation(h / k.adaptive_days)
    half, sixth = 0.5 * h, h / 6.0

    def rates(f: float, lean: float, g: float, other: float) -> tuple[float, float, float, float]:
        stored = carb - burn * g * g
        shared = (surplus_0 - stored - q_fat * f - q_lean * lean - q_glycogen * g - other) / (turn_fat * f + turn_lean)
        return f * shared / fat_kcal, lean_rate * shared, stored / glycogen_kcal, stored + (f + forbes) * shared

    def step(f: float, lean: float, g: float, e: float, a: float) -> State:
        fluid, adapt = e - fluid_level, a - adaptive_level
        pull = delta * fluid
        f1, l1, g1, x1 = rates(f, lean, g, pull + adapt)
        f2, l2, g2, x2 = rates(f + half * f1, lean + half * l1, g + half * g1, fluid_2 * pull + adapt_2 * adapt)
        f3, l3, g3, x3 = rates(f + half * f2, lean + half * l2, g + half * g2, fluid_3 * pull + adapt_3 * adapt)
        f4, l4, g4, x4 = rates(f + h * f3, lean + h * l3, g + h * g3, fluid_4 * pull + adapt_4 * adapt)
        return (
            f + sixth * (f1 + 2.0 * (f2 + f3) + f4),
            lean + sixth * (l1 + 2.0 * (l2 + l3) + l4),
            g + sixth * (g1 + 2.0 * (g2 + g3) + g4),
            fluid_level + fluid_end * fluid,
            adaptive_level + adapt_end * adapt,
            sixth * (x1 + 2.0 * (x2 + x3) + x4),
        )

    return step


def _relaxation(z: float) -> tuple[float, float, float, float]:
    """Return what RK4 leaves of a distance that decays by `z` a step: at its second to fourth stage and at the end."""
    return (
        1.0 - z / 2.0,
        1.0 - z / 2.0 + z * z / 4.0,
        1.0 - z + z * z / 2.0 - z * z * z / 4.0,
        1.0 - z + z * z / 2.0 - z * z * z / 6.0 + z * z * z * z / 24.0,
    )


def _sodium_change(phase: Phase, diet: Diet, intake_0: float) -> float:
    if phase.sodium == "unchanged":
        return 0.0
    if phase.sodium == "proportional_to_intake":
        return diet.sodium_baseline_mg * phase.intake_change_kcal_day / intake_0
    if phase.sodium_change_mg_day is None:
        raise ArgumentError("sodium_change_mg_per_day", None, "a number, because sodium is absolute")
    return phase.sodium_change_mg_day

"""How fast physiology is: a year in three scenarios beside scipy's solver, and calls of `run_energy` a second.

Prints what was measured (CPU time of this process, medians). Needs scipy, which nothing else uses.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import pytest

from bot.science.body import Body
from bot.science.compensation import CAUTIOUS, CEILING, TYPICAL
from bot.science.kernel import HALL_2011, Start, simulate
from bot.science.looking_back import WeighIn, look_back
from bot.science.projection import Plan, net_cost_kcal_kg_km, project, scenario_phases, starting_point
from bot.science.session import run_energy

pytestmark = pytest.mark.bench

EVA = Body(sex="female", age_years=35, height_m=1.65, mass_kg=75, pal=1.55)
PLAN = Plan(running_km_per_week=20, intake_change_kcal_per_day=-300)
DAYS = 365
ROUNDS = 41


def cpu_ms(work: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Return the median CPU time of some work, the first call left out. [ms]"""
    work()
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(1000.0 * (time.process_time() - began))
    return median(taken)


def test_a_year_in_three_scenarios_beside_scipy() -> None:
    integrate = pytest.importorskip("scipy.integrate", reason="the comparison needs scipy")
    body, cost = starting_point(EVA), net_cost_kcal_kg_km(EVA)
    plans = [scenario_phases(PLAN, factors, cost) for factors in (CEILING, TYPICAL, CAUTIOUS)]

    def ours() -> list[float]:
        return [simulate(body, phases, days=DAYS).weight_kg[-1] for phases in plans]

    def by_scipy(method: str, tolerance: float) -> Callable[[], list[float]]:
        def weights() -> list[float]:
            ends = []
            for (phase,) in plans:
                rates = equations(body, phase.intake_change_kcal_day, phase.activity_change_kcal_kg_day)
                solved = integrate.solve_ivp(
                    rates,
                    (0.0, DAYS),
                    [body.fat_kg, 0.0, HALL_2011.glycogen_kg, 0.0, 0.0],
                    method=method,
                    rtol=tolerance,
                    atol=tolerance,
                    t_eval=range(DAYS + 1),
                )
                fat, lean, glycogen, fluid, _ = (row[-1] for row in solved.y)
                water = fluid + (1.0 + HALL_2011.water_per_glycogen) * (glycogen - HALL_2011.glycogen_kg)
                ends.append(float(body.mass_kg + fat - body.fat_kg + lean + water))
            return ends

        return weights

    exact = by_scipy("LSODA", 1e-10)()
    print(f"\na year, three scenarios, CPU (asked: 10 ms or less), weight on day {DAYS} against LSODA at 1e-10:")
    for name, work in (
        ("kernel, RK4 twice a day", ours),
        ("solve_ivp RK45 at 1e-6", by_scipy("RK45", 1e-6)),
        ("solve_ivp LSODA at 1e-6", by_scipy("LSODA", 1e-6)),
    ):
        off_g = 1000.0 * max(abs(a - b) for a, b in zip(work(), exact, strict=True))
        print(f"  {name:28} {cpu_ms(work):7.2f} ms   off by {off_g:.4f} g")
    print(f"  {'project(), guards included':28} {cpu_ms(lambda: project(EVA, PLAN)):7.2f} ms")


def test_calls_a_second() -> None:
    calls = 2000

    def many() -> None:
        for _ in range(calls):
            run_energy(EVA, distance_m=5000.0, duration_s=1800.0)

    per_call_ms = cpu_ms(many, rounds=11) / calls
    weigh_ins = [WeighIn(day=day, weight_kg=75.0 - 0.02 * day + 0.5 * (-1) ** day) for day in range(57)]
    print(f"\nrun_energy: {1000.0 / per_call_ms:,.0f} calls a second (asked: 10,000)")
    print(f"look_back over eight weeks: {cpu_ms(lambda: look_back(EVA, weigh_ins)):.2f} ms")


def equations(
    body: Start, intake_change: float, activity_change: float
) -> Callable[[float, list[float]], tuple[float, ...]]:
    """Return the web appendix's equations as printed there, sodium proportional to intake."""
    k = HALL_2011
    intake_0 = body.maintenance_kcal_day
    intake = intake_0 + intake_change
    carb_0, carb = 0.5 * intake_0, 0.5 * intake
    delta = body.activity_kcal_kg_day + activity_change
    forbes = k.forbes_kg * k.lean_kcal_kg / k.fat_kcal_kg
    sodium = 4000.0 * (intake / intake_0 - 1.0)

    def rates(_day: float, state: list[float]) -> tuple[float, ...]:
        fat, lean, glycogen, fluid, adaptive = state
        stored = carb - carb_0 * (glycogen / k.glycogen_kg) ** 2
        water = fluid + (1.0 + k.water_per_glycogen) * (glycogen - k.glycogen_kg)
        weight = body.mass_kg + fat - body.fat_kg + lean + water
        p = forbes / (forbes + fat)
        turnover = p * k.lean_turnover_kcal_kg / k.lean_kcal_kg + (1.0 - p) * k.fat_turnover_kcal_kg / k.fat_kcal_kg
        spent = (
            intake_0
            + k.fat_upkeep_kcal_kg_day * (fat - body.fat_kg)
            + k.lean_upkeep_kcal_kg_day * lean
            + delta * weight
            - body.activity_kcal_kg_day * body.mass_kg
            + k.thermic_frac * intake_change
            + adaptive
        )
        expenditure = (spent + (intake - stored) * turnover) / (1.0 + turnover)
        balance = intake - expenditure - stored
        drive = sodium - k.sodium_clearance_mg_l_day * fluid - k.carb_sodium_mg_day * (1.0 - carb / carb_0)
        return (
            (1.0 - p) * balance / k.fat_kcal_kg,
            p * balance / k.lean_kcal_kg,
            stored / k.glycogen_kcal_kg,
            drive / k.sodium_mg_l,
            (k.adaptive_frac * intake_change - adaptive) / k.adaptive_days,
        )

    return rates

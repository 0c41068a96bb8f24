"""Draw the pictures of docs/physiology.md: `python docs/physiology/plots.py` from the project's root.

Needs matplotlib, which the program itself does not. Every curve is computed by `bot.science`; every point is a
published figure, named where it stands.
"""

from __future__ import annotations

import random
from pathlib import Path

import matplotlib as mpl
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from bot.science.body import Body
from bot.science.compendium import COMPENDIUM
from bot.science.compensation import CAUTIOUS, CEILING, TYPICAL
from bot.science.kernel import Phase, Trajectory, simulate
from bot.science.looking_back import WeighIn, look_back, redraw
from bot.science.projection import Plan, project, starting_point
from bot.science.running import acsm_run_vo2, minetti_run_cost, re3_run_kcal_kg_h
from bot.science.surface import re3_run_net_standing_cost
from bot.science.walking import lcda_walk_kcal_kg_h

HERE = Path(__file__).parent
METRES_PER_SECOND_PER_MPH = 0.44704
W_KG_TO_KCAL_KG_H = 3600 / 4184

INK, GREY, RUN, WALK, FAN = "#222222", "#8a8a8a", "#b3402a", "#2a6f97", ("#1b4332", "#40916c", "#95d5b2")

RUNNING_ROWS = {
    "12028": (4.0, 4.2),
    "12029": (4.3, 4.8),
    "12030": (5.0, 5.2),
    "12045": (5.5, 5.8),
    "12050": (6.0, 6.3),
    "12060": (6.7, 6.7),
    "12070": (7.0, 7.0),
    "12080": (7.5, 7.5),
    "12090": (8.0, 8.0),
    "12100": (8.6, 8.6),
    "12110": (9.0, 9.0),
    "12115": (9.3, 9.6),
    "12120": (10.0, 10.0),
    "12130": (11.0, 11.0),
    "12132": (12.0, 12.0),
}
"""Compendium rows and their speeds. [mph]"""
WALKING_ROWS = {
    "17343": (1.0, 1.0),
    "17346": (1.2, 1.9),
    "17349": (2.0, 2.4),
    "17352": (2.5, 2.9),
    "17355": (3.0, 3.4),
    "17358": (3.5, 3.9),
    "17361": (4.0, 4.4),
    "17364": (4.5, 4.9),
    "17367": (5.0, 5.5),
}
MINETTI_MEASURED = ((-0.45, 3.92, 0.81), (-0.20, 1.73, 0.36), (0.0, 3.40, 0.24), (0.45, 18.93, 1.74))
"""Grade, mean and SD of the running cost as the abstract prints them (doi:10.1152/japplphysiol.01177.2001). [J/kg/m]"""
TRIAL_ARMS = (
    ("Donnelly 2013, 400 kcal × 5", 7.4, 3.9, 4.9),
    ("Donnelly 2013, 600 kcal × 5", 10.8, 5.2, 5.6),
    ("E-MECHANIC, 8 kcal/kg/week", 1.8, 0.3, None),
    ("E-MECHANIC, 20 kcal/kg/week", 4.5, 1.8, None),
    ("Rosenkilde 2012, 300 kcal/day", 3.3, 3.6, None),
    ("Rosenkilde 2012, 600 kcal/day", 6.6, 2.7, None),
    ("King 2009, 2500 kcal/week", 3.5, 3.3, 3.6),
)
"""Name, what the kernel allows at most, mean observed, SD between people. [kg]"""
DONNELLY_SESSION_KCAL = (
    (162.5, 212.5, 287.5, 375.0, 400.0),
    (200.0, 325.0, 450.0, 562.5, 600.0),
)
"""Middle of the prescribed energy per session in months 1, 2, 3, 4 and 5-10, five sessions a week, by arm."""


def speeds(low: float, high: float, steps: int = 120) -> list[float]:
    """Return evenly spaced numbers, both ends included."""
    return [low + (high - low) * step / steps for step in range(steps + 1)]


def _style() -> None:
    mpl.rcParams.update(
        {
            "figure.dpi": 110,
            "savefig.bbox": "tight",
            "font.size": 10,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.edgecolor": GREY,
            "axes.labelcolor": INK,
            "legend.frameon": False,
            "axes.titlesize": 11,
            "axes.titleweight": "bold",
            "axes.titlelocation": "left",
        }
    )


def _rows(axes: Axes, rows: dict[str, tuple[float, float]], colour: str, label: str) -> None:
    for number, (code, (low, high)) in enumerate(rows.items()):
        middle = 0.5 * (low + high) * METRES_PER_SECOND_PER_MPH
        half = 0.5 * (high - low) * METRES_PER_SECOND_PER_MPH
        axes.errorbar(
            middle,
            COMPENDIUM[code].met,
            xerr=half,
            fmt="o",
            ms=4.5,
            color=colour,
            mfc="white",
            label=label if number == 0 else None,
        )


def energy_by_speed() -> None:
    """Draw gross energy against speed: our equations, the rows of the Compendium, ACSM."""
    figure, axes = plt.subplots(figsize=(7.2, 4.4))
    walk, run = speeds(0.0, 2.0), speeds(1.8, 5.5)
    re3 = [re3_run_kcal_kg_h(speed_m_s=v, grade_frac=0.0) for v in run]
    axes.fill_between(run, [0.91 * e for e in re3], [1.09 * e for e in re3], color=RUN, alpha=0.13, lw=0)
    axes.plot(run, re3, color=RUN, lw=2, label="RE3, running (band: 1 SD between people, 9 %)")
    lcda = [lcda_walk_kcal_kg_h(speed_m_s=v, grade_frac=0.0) for v in walk]
    axes.fill_between(walk, [0.93 * e for e in lcda], [1.07 * e for e in lcda], color=WALK, alpha=0.13, lw=0)
    axes.plot(walk, lcda, color=WALK, lw=2, label="LCDA, walking (band: 7 %)")
    acsm = [acsm_run_vo2(speed_m_min=60 * v, grade_frac=0.0) * 60 / 1000 * 5.0 for v in run]
    axes.plot(run, acsm, color=GREY, lw=1.2, ls="--", label="ACSM running, 5 kcal per litre")
    _rows(axes, RUNNING_ROWS, RUN, "2024 Compendium, running rows")
    _rows(axes, WALKING_ROWS, WALK, "2024 Compendium, treadmill walking rows")
    axes.errorbar(
        3.50,
        14.54 * W_KG_TO_KCAL_KG_H,
        xerr=0.86,
        yerr=3.52 * W_KG_TO_KCAL_KG_H,
        fmt="s",
        color=INK,
        ms=5,
        lw=1,
        label="mean and SD of the 1,085 people behind RE3",
    )
    axes.set(xlabel="speed, m/s", ylabel="gross energy, kcal per kg and hour", xlim=(0, 5.6), ylim=(0, 22))
    axes.set_title("What moving costs on the level")
    axes.legend(fontsize=8, loc="upper left")
    figure.savefig(HERE / "energy_by_speed.png")
    plt.close(figure)


def energy_by_grade() -> None:
    """Draw the running cost above standing against grade, with the costs Minetti measured."""
    figure, axes = plt.subplots(figsize=(7.2, 4.0))
    grades = speeds(-0.45, 0.45)
    for speed, width in ((2.0, 1.2), (3.0, 2.2)):
        cost = [re3_run_net_standing_cost(speed_m_s=speed, grade_frac=g) for g in grades]
        axes.plot([100 * g for g in grades], cost, color=RUN, lw=width, label=f"RE3 at {speed:g} m/s")
    axes.plot(
        [100 * g for g in grades],
        [minetti_run_cost(grade_frac=g) for g in grades],
        color=GREY,
        ls="--",
        lw=1.2,
        label="Minetti's polynomial",
    )
    for number, (grade, cost_mean, sd) in enumerate(MINETTI_MEASURED):
        label = "measured by Minetti 2002 (10 mountain runners, SD)" if number == 0 else None
        axes.errorbar(100 * grade, cost_mean, yerr=sd, fmt="o", color=INK, ms=5, label=label)
    for side in (-30, 30):
        axes.axvline(side, color=GREY, lw=0.8, ls=":")
    axes.text(30.5, 1.0, "sessions stop\nhere: ±30 %", color=GREY, fontsize=8)
    axes.set(xlabel="grade, %", ylabel="cost above standing, J per kg and metre", ylim=(0, 21))
    axes.set_title("What a slope costs, running")
    axes.legend(fontsize=8, loc="upper left")
    figure.savefig(HERE / "energy_by_grade.png")
    plt.close(figure)


EXAMPLE = Body(sex="female", age_years=35, height_m=1.66, mass_kg=70, pal=1.55)
"""The example person of the coach."""


def scenario_fans() -> None:
    """Draw fat and weight of the example person in the three scenarios, with the range to print and the old rule."""
    figure, panels = plt.subplots(1, 2, figsize=(9.4, 4.0), sharey=True)
    for axes, plan, title in (
        (panels[0], Plan(running_km_per_week=20), "20 km of running a week, eating freely"),
        (panels[1], Plan(intake_change_kcal_per_day=-300), "300 kcal a day less, no running"),
    ):
        seen = project(EXAMPLE, plan)
        weeks = [day / 7 for day in range(seen.last_day + 1)]
        for (name, course), colour in zip(seen.scenarios.items(), FAN, strict=True):
            axes.plot(weeks, [course.fat_kg[0] - kg for kg in course.fat_kg], color=colour, lw=2, label=f"{name}: fat")
            axes.plot(weeks, [70 - kg for kg in course.weight_kg], color=colour, lw=1, ls=":", label=f"{name}: weight")
        daily = seen.net_cost_kcal_kg_km * 20 / 7 * 70 if plan.running_km_per_week else 300.0
        rule = [day * daily / 7700 for day in range(seen.last_day + 1)]
        axes.plot(weeks, rule, color=GREY, ls="--", lw=1.2, label="7700 kcal per kg, the old rule")
        printed = seen.fat_loss
        if printed is None:
            raise ValueError("a plan that loses has a centre")
        axes.errorbar(
            53.5,
            printed.value,
            yerr=[[printed.value - printed.low], [printed.high - printed.value]],
            fmt="o",
            color=INK,
            capsize=4,
            label="fat after a year, as the coach says it",
        )
        axes.set(xlabel="weeks", xlim=(0, 55.5), ylim=(-0.5, 14.5))
        axes.set_title(title)
    panels[0].set_ylabel("lost, kg")
    panels[0].legend(fontsize=7.5, loc="upper left")
    figure.savefig(HERE / "scenario_fans.png")
    plt.close(figure)


def donnelly(arm: int, factor: float) -> list[float]:
    """Return the mean weight lost by day in one arm of Donnelly 2013: half women, half men, its monthly doses."""
    courses: list[Trajectory] = []
    for sex in ("female", "male"):
        # Completers' mean: BMI 31.0, 22.6 years; 3.9 kg were 4.3 % of them, so 90.7 kg.
        body = Body(sex=sex, age_years=22.6, height_m=(90.7 / 31.0) ** 0.5, mass_kg=90.7, pal=1.5)
        phases = [
            Phase(start_day=round(30.4 * month), activity_change_kcal_kg_day=factor * kcal * 5 / 7 / body.mass_kg)
            for month, kcal in enumerate(DONNELLY_SESSION_KCAL[arm])
        ]
        courses.append(simulate(starting_point(body), phases, days=304))
    return [90.7 - 0.5 * (a + b) for a, b in zip(courses[0].weight_kg, courses[1].weight_kg, strict=True)]


def trials() -> None:
    """Draw the published arms against the three scenarios: one trial in time, all of them at their ends."""
    figure, panels = plt.subplots(1, 3, figsize=(11.6, 4.2))
    scenarios = (("ceiling", CEILING), ("typical", TYPICAL), ("cautious", CAUTIOUS))
    for arm, (axes, kcal) in enumerate(zip(panels[:2], (400, 600), strict=True)):
        for (name, factors), colour in zip(scenarios, FAN, strict=True):
            lost = donnelly(arm, factors.exercise)
            axes.plot([day / 30.4 for day in range(len(lost))], lost, color=colour, lw=2, label=name)
        _, _, observed, sd = TRIAL_ARMS[arm]
        axes.errorbar(10, observed, yerr=sd, fmt="o", color=INK, capsize=4, label="observed, SD between people")
        axes.set(xlabel="months", ylim=(-2, 12.5), xlim=(0, 10.6))
        axes.set_title(f"Donnelly 2013, {kcal} kcal × 5")
    panels[0].set_ylabel("weight lost, kg")
    panels[0].legend(fontsize=8, loc="upper left")
    axes = panels[2]
    for (name, factors), colour in zip(scenarios, FAN, strict=True):
        axes.plot([0, 11.5], [0, 11.5 * factors.exercise], color=colour, lw=2)
        axes.text(11.6, 11.5 * factors.exercise, name, color=colour, fontsize=8, va="center")
    markers = ("o", "o", "s", "s", "^", "^", "D")
    fills = ("white", INK, "white", INK, "white", INK, "white")
    for (name, ceiling, observed, sd), marker, fill in zip(TRIAL_ARMS, markers, fills, strict=True):
        axes.errorbar(
            ceiling, observed, yerr=sd, fmt=marker, color=INK, ms=6.5, lw=0.7, capsize=2, mfc=fill, label=name
        )
    axes.legend(
        fontsize=7.5, loc="upper left", bbox_to_anchor=(1.17, 1.0), title="mean (SD between people)", title_fontsize=7.5
    )
    axes.axhline(0, color=GREY, lw=0.6)
    axes.set(xlabel="what the model allows at most, kg", ylabel="mean weight lost, kg", xlim=(0, 11.5), ylim=(-2, 12.5))
    axes.set_title("Supervised trials, eating freely")
    figure.savefig(HERE / "trials.png")
    plt.close(figure)


def looking_back() -> None:
    """Draw one simulated person's weigh-ins, the fitted course, and the projection redrawn from it."""
    chance = random.Random(7)  # noqa: S311 - the same picture each time
    body = Body(sex="male", age_years=42, height_m=1.8, mass_kg=92, pal=1.6)
    truth = simulate(starting_point(body), [Phase(intake_change_kcal_day=-280)], days=196).weight_kg
    weigh_ins = [
        WeighIn(day=day, weight_kg=truth[day] + chance.gauss(0, 0.7) + (0.3 if day % 7 in (0, 6) else -0.12))
        for day in range(57)
        if chance.random() > 0.3
    ]
    seen = look_back(body, weigh_ins)
    ahead = redraw(body, seen, horizon_days=196)
    figure, axes = plt.subplots(figsize=(7.2, 4.0))
    axes.plot(
        [w.day / 7 for w in weigh_ins], [w.weight_kg for w in weigh_ins], "o", ms=3.5, color=GREY, label="weigh-ins"
    )
    weeks = [day / 7 for day in range(197)]
    axes.fill_between(
        weeks,
        ahead.courses["low"].weight_kg,
        ahead.courses["high"].weight_kg,
        color=WALK,
        alpha=0.15,
        lw=0,
        label="80 % interval of the intake change, carried on",
    )
    axes.plot(weeks, ahead.courses["centre"].weight_kg, color=WALK, lw=2, label="fitted, then carried on")
    axes.plot(weeks, truth, color=RUN, lw=1.2, ls="--", label="truth (known here because simulated)")
    found = seen.intake_change
    axes.axvline(8, color=GREY, lw=0.8, ls=":")
    axes.set(xlabel="weeks", ylabel="weight, kg", xlim=(0, 28))
    axes.set_title(f"Read back: {found.value:.0f} kcal a day ({found.low:.0f} to {found.high:.0f}); true: -280")
    axes.legend(fontsize=8, loc="lower left")
    figure.savefig(HERE / "looking_back.png")
    plt.close(figure)


def main() -> None:
    """Draw all of them."""
    _style()
    energy_by_speed()
    energy_by_grade()
    scenario_fans()
    trials()
    looking_back()


if __name__ == "__main__":
    mpl.use("Agg")
    main()

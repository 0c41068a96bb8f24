"""From weigh-ins to the change of intake that explains them best, and a projection redrawn from it.

The idea is Sanghvi, Hall and others 2015: body weight measured often enough, read through the body-weight model,
tells how intake changed. Here the model is the same kernel the projection uses, and the fit is least squares.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.errors import ArgumentError, OutOfRangeError
from bot.science import bounds, safety
from bot.science.body import Body
from bot.science.estimate import Estimate, Input
from bot.science.kernel import Phase, Trajectory, simulate
from bot.science.least_squares import least_squares, solve, student_80
from bot.science.maintenance import assumed_pal
from bot.science.projection import PROJECTION, net_cost_kcal_kg_km, starting_point
from bot.science.references import HALL_2011, SANGHVI, lines
from bot.science.surface import Gait
from bot.science.uncertainty import RANGE

Course = Literal["low", "centre", "high"]


@dataclass(frozen=True, kw_only=True, slots=True)
class LookingBackConstants:
    """When a fit is made at all, and how it is made (project choices)."""

    fewest_days: int = 28
    fewest_weigh_ins: int = 10
    largest_jump_frac: float = 0.20
    """A weigh-in farther than this from the middle one is a slip of the finger."""
    model_sd_frac: float = 0.05
    """What not knowing the body's true fat, rest and activity does to the change found."""


LOOKING_BACK = LookingBackConstants()
_FIRST_DAYS = 7
"""Weigh-ins of the first days make the first guess of the starting weight."""
_PROBE_KCAL_DAY = 50.0
"""Step of the numerical slope; weight is all but linear in it."""
_WEEKDAYS_FOR_A_RHYTHM = 4
_ROUNDS = 4
"""Newton rounds; the third already changes nothing a scale could show."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighIn:
    """One morning on the scale."""

    day: int
    """Whole days since the change began, 0 or more."""
    weight_kg: float


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningSince:
    """How much more than before was run from a day on; negative is less."""

    start_day: int
    extra_km_per_week: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LookingBack:
    """What the weigh-ins say."""

    intake_change: Estimate
    """`intake_change_kcal_day` against the balance before day 0, with its 80 % interval; negative ate less."""
    start_weight_kg: float
    scatter_kg: float
    """Standard deviation of the weigh-ins around the fitted course."""
    course: Trajectory
    """The fitted course from day 0 to the last weigh-in."""
    running: tuple[RunningSince, ...]
    """The logged change of running, from day 0 on."""
    net_cost_kcal_kg_km: float
    """What a kilometre of it costs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Redrawn:
    """A projection from what really happened, if it goes on like this."""

    fat_loss: Estimate
    weight_loss: Estimate
    courses: Mapping[Course, Trajectory]
    """By the ends and the centre of the intake change found; `low` eats least."""
    cut_off_day: int | None


def look_back(
    body: Body,
    weigh_ins: Sequence[WeighIn],
    *,
    running: Sequence[RunningSince] = (),
    gait: Gait = "run",
    speed_m_s: float | None = None,
    flags: frozenset[str] = frozenset(),
) -> LookingBack:
    """Return the change of intake that explains a series of weigh-ins best.

    Args:
        body: The person; mass is taken from the weigh-ins. In balance before day 0.
        weigh_ins: At least 10, over at least 28 days, in any order.
        running: Logged change of running since the balance, by start day, ascending.
        gait: How those kilometres were covered.
        speed_m_s: Their speed; None takes the projection's. [m/s]
        flags: Flags of the profile.

    Raises:
        RefusedError: If no projection may be made for the person.
        OutOfRangeError: If there are too few weigh-ins or days, or a weight no body has.

    Source:
        Sanghvi et al. 2015, doi:10.3945/ajcn.115.111070; kernel of Hall et al. 2011.
    """
    safety.refuse_person(body, flags)
    safety.refuse_pal(assumed_pal(body))
    data = _checked(weigh_ins)
    early = [weight for day, weight in data if day <= data[0][0] + _FIRST_DAYS]
    then = replace(body, mass_kg=sum(early) / len(early))
    safety.refuse_person(then, flags)
    ran, cost = _from_day_0(running), net_cost_kcal_kg_km(then, gait=gait, speed_m_s=speed_m_s)
    days, last_day = [day for day, _ in data], data[-1][0]
    waves = _rhythm if len({day % 7 for day in days}) >= _WEEKDAYS_FOR_A_RHYTHM else _no_rhythm
    start_kg, change = then.mass_kg, 0.0
    fit: list[float] = []
    normal: list[list[float]] = []
    for _ in range(_ROUNDS):
        begin = starting_point(replace(then, mass_kg=start_kg))
        here = simulate(begin, _phases(change, ran, cost), days=last_day).weight_kg
        there = simulate(begin, _phases(change - _PROBE_KCAL_DAY, ran, cost), days=last_day).weight_kg
        rows = [((here[day] - there[day]) / _PROBE_KCAL_DAY, 1.0, *waves(day)) for day in days]
        misses = [weight - here[day] for day, weight in data]
        normal, fit = least_squares(rows, misses)
        change, start_kg = change + fit[0], start_kg + fit[1]
    fitted = simulate(starting_point(replace(then, mass_kg=start_kg)), _phases(change, ran, cost), days=last_day)
    safety.refuse_person(replace(body, mass_kg=fitted.weight_kg[-1]), flags)
    freedom = len(data) - len(fit)
    explained = [
        fitted.weight_kg[day] + sum(size * wave for size, wave in zip(fit[2:], waves(day), strict=True)) for day in days
    ]
    misses = [weight - model for (_, weight), model in zip(data, explained, strict=True)]
    scatter = math.sqrt(sum(miss * miss for miss in misses) / freedom)
    fit_sd = scatter * math.sqrt(solve(normal, [1.0] + [0.0] * (len(fit) - 1))[0])
    half = math.hypot(fit_sd * student_80(freedom), LOOKING_BACK.model_sd_frac * change * RANGE.z_80)
    return LookingBack(
        intake_change=Estimate(
            name="intake_change_kcal_day",
            value=change,
            low=change - half,
            high=change + half,
            unit="kcal/day",
            inputs={
                "weigh_ins": Input(value=len(data), unit="", origin="log"),
                "days": Input(value=last_day - data[0][0], unit="days", origin="log"),
                **{name: then.input(name) for name in ("height", "age", "sex")},
            },
            method="look_back",
            source=lines(SANGHVI, HALL_2011),
            notes=("pal_assumed",) if body.pal is None else (),
        ),
        start_weight_kg=start_kg,
        scatter_kg=scatter,
        course=fitted,
        running=ran,
        net_cost_kcal_kg_km=cost,
    )


def redraw(
    body: Body,
    seen: LookingBack,
    *,
    horizon_days: int,
    running_done_km_per_week: float = 0.0,
    flags: frozenset[str] = frozenset(),
) -> Redrawn:
    """Return where the body goes if it goes on as the weigh-ins say it went.

    Args:
        body: The person `seen` was found for.
        seen: The answer of `look_back`.
        horizon_days: Days since the change began, past the last weigh-in, at most a year. [days]
        running_done_km_per_week: Running done before the change, for energy availability. [km/week]
        flags: Flags of the profile.

    Raises:
        RefusedError: If the person, or a deficit as large as the one found, is not to be given numbers.
        OutOfRangeError: If the horizon lies before the last weigh-in or beyond a year.
    """
    bounds.Bound(low=seen.course.last_day, high=PROJECTION.longest_days, unit="days").check(
        "horizon_days", horizon_days
    )
    then = replace(body, mass_kg=seen.start_weight_kg)
    safety.refuse_person(then, flags)
    figures = safety.guard_plan(
        then,
        _phases(seen.intake_change.value, seen.running, safety.LIMITS.running_kcal_kg_km),
        pal=assumed_pal(then),
        days=horizon_days,
        running_done_km_per_week=running_done_km_per_week,
    )
    cut_off_day = figures.first_day_below_bmi_18_5
    last_day = horizon_days if cut_off_day is None else max(0, cut_off_day - 1)
    begin = starting_point(then)
    changes: dict[Course, float] = {
        "low": seen.intake_change.low,
        "centre": seen.intake_change.value,
        "high": seen.intake_change.high,
    }
    courses = {
        name: simulate(begin, _phases(change, seen.running, seen.net_cost_kcal_kg_km), days=last_day)
        for name, change in changes.items()
    }

    def lost(name: str, of: Callable[[Trajectory], tuple[float, ...]]) -> Estimate:
        low, centre, high = (of(courses[course])[0] - of(courses[course])[-1] for course in ("high", "centre", "low"))
        return replace(seen.intake_change, name=name, value=centre, low=low, high=high, unit="kg")

    return Redrawn(
        fat_loss=lost("fat_loss_kg", lambda course: course.fat_kg),
        weight_loss=lost("weight_loss_kg", lambda course: course.weight_kg),
        courses=courses,
        cut_off_day=cut_off_day,
    )


def _checked(weigh_ins: Sequence[WeighIn]) -> list[tuple[int, float]]:
    """Return days and weights in order, or refuse a series that is too short, too thin or not of one body."""
    data = sorted((weigh_in.day, weigh_in.weight_kg) for weigh_in in weigh_ins)
    if len(data) < LOOKING_BACK.fewest_weigh_ins:
        raise OutOfRangeError("weigh_ins", len(data), f"{LOOKING_BACK.fewest_weigh_ins} weigh-ins or more")
    since = bounds.Bound(low=0.0, high=PROJECTION.longest_days, unit="days since the change")
    for day, weight_kg in data:
        since.check("day", day)
        bounds.MASS_KG.check("weight_kg", weight_kg)
    middle_kg = sorted(weight_kg for _, weight_kg in data)[len(data) // 2]
    for day, weight_kg in data:
        if abs(weight_kg - middle_kg) > LOOKING_BACK.largest_jump_frac * middle_kg:
            raise OutOfRangeError(f"weight_kg on day {day}", weight_kg, f"near the other weights ({middle_kg:g} kg)")
    span = data[-1][0] - data[0][0]
    if span < LOOKING_BACK.fewest_days:
        raise OutOfRangeError("weigh_ins", f"{span} days", f"{LOOKING_BACK.fewest_days} days or more, first to last")
    return data


def _from_day_0(running: Sequence[RunningSince]) -> tuple[RunningSince, ...]:
    """Return the changes of running with a first one on day 0."""
    days = [since.start_day for since in running]
    if days != sorted(set(days)) or any(day < 0 for day in days):
        raise ArgumentError("running", days, "ascending start_day from 0")
    as_before = () if days and days[0] == 0 else (RunningSince(start_day=0, extra_km_per_week=0.0),)
    return (*as_before, *running)


def _phases(intake_change: float, running: Sequence[RunningSince], cost_kcal_kg_km: float) -> list[Phase]:
    return [
        Phase(
            start_day=since.start_day,
            intake_change_kcal_day=intake_change,
            activity_change_kcal_kg_day=cost_kcal_kg_km * since.extra_km_per_week / 7.0,
        )
        for since in running
    ]


def _rhythm(day: int) -> tuple[float, ...]:
    """Return the weekly wave on a day: people weigh more after weekends, and that is no change of intake."""
    angle = 2.0 * math.pi * day / 7.0
    return math.cos(angle), math.sin(angle)


def _no_rhythm(_day: int) -> tuple[float, ...]:
    """Return no wave: whoever weighs themselves every Monday cannot tell a rhythm from a level."""
    return ()

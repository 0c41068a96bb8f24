"""Planning arithmetic: how far next, how many kilometres for an energy, how fast, how long until a goal."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot import units
from bot.errors import ArgumentError, OutOfRangeError, RefusedError
from bot.science import bounds, safety
from bot.science.body import Body
from bot.science.estimate import Estimate
from bot.science.gait import GAIT
from bot.science.projection import PROJECTION, Plan, Projection, Scenario, assumed_speed_m_s, guarded, project
from bot.science.session import session_energy
from bot.science.surface import Gait


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgressionRule:
    """Guards against jumps; none of them makes a plan safe."""

    longest_run_growth: float = 1.10
    """Beyond the longest run of 30 days, injuries were 1.6 times as frequent from 10 % on (Frandsen 2025)."""
    weekly_growth: float = 1.20
    """Project choice: evidence on weekly volume conflicts, this only stops jumps."""
    smallest_weekly_step_km: float = 2.0
    """So that somebody who runs little can grow at all (project choice)."""
    long_run_share: float = 0.5
    """Most of a week that its longest run holds, where there is more than one (project choice)."""


PROGRESSION = ProgressionRule()
_WEEKS_IN_30_DAYS = 4
_SLOWEST_WALK_M_S = 0.5
_BISECTIONS = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """One week of a progression."""

    total_km: float
    longest_run_km: float
    """The long run; no other run of the week is longer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GoalTime:
    """How long until a weight, by scenario; None means not within a year."""

    plan: Plan
    """The plan it was computed for: the wished one, or the largest inside the limits."""
    earliest_day: int | None
    """If every planned kcal happens and nothing pushes back."""
    typical_day: int | None
    latest_day: int | None
    """With strong compensation."""


def longest_next_run_m(*, longest_30_days_m: float) -> float:
    """Return how far the next run may go: 10 % beyond the longest of the last 30 days [m].

    Source:
        Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380: 5,205 runners, hazard x 1.64 at 10-30 % longer.
    """
    return PROGRESSION.longest_run_growth * bounds.DISTANCE_M.check("longest_30_days_m", longest_30_days_m)


def most_next_week_km(*, last_week_km: float) -> float:
    """Return how many kilometres the next week may hold: a fifth more, at least 2 km more [km/week]."""
    bounds.KM_PER_WEEK.check("last_week_km", last_week_km)
    return max(PROGRESSION.weekly_growth * last_week_km, last_week_km + PROGRESSION.smallest_weekly_step_km)


def progression(
    *, now_km_per_week: float, longest_30_days_km: float, wanted_km_per_week: float, runs_per_week: int, weeks: int
) -> tuple[Week, ...]:
    """Return weeks that grow towards a volume without a jump of the week or of the longest run.

    Args:
        now_km_per_week: What is run now. [km/week]
        longest_30_days_km: The longest run of the last 30 days. [km]
        wanted_km_per_week: Where to go. [km/week]
        runs_per_week: Over how many runs a week is spread, 1 to 7.
        weeks: How many weeks to lay out, 1 to 52.

    Raises:
        OutOfRangeError: If a number is out of range.
    """
    bounds.KM_PER_WEEK.check("wanted_km_per_week", wanted_km_per_week)
    bounds.RUNS_PER_WEEK.check("runs_per_week", runs_per_week)
    bounds.WEEKS.check("weeks", weeks)
    total_km = bounds.KM_PER_WEEK.check("now_km_per_week", now_km_per_week)
    recent_km = [bounds.LONGEST_RUN_KM.check("longest_30_days_km", longest_30_days_km)]
    laid_out = []
    for _ in range(weeks):
        longest_km = PROGRESSION.longest_run_growth * max(recent_km[-_WEEKS_IN_30_DAYS:])
        total_km = min(wanted_km_per_week, most_next_week_km(last_week_km=total_km), longest_km * runs_per_week)
        share = 1.0 if runs_per_week == 1 else PROGRESSION.long_run_share
        recent_km.append(min(longest_km, share * total_km))
        laid_out.append(Week(total_km=total_km, longest_run_km=recent_km[-1]))
    return tuple(laid_out)


def km_per_week_for_kcal(
    body: Body, *, net_kcal_per_week: float, gait: Gait = "run", speed_m_s: float | None = None
) -> Estimate:
    """Return how many level kilometres a week burn an energy above rest, with the range that goes with it.

    Raises:
        OutOfRangeError: If energy or speed is out of range.
    """
    bounds.WEEKLY_KCAL.check("net_kcal_per_week", net_kcal_per_week)
    one_km = _one_km(body, gait, speed_m_s)
    if one_km.low <= 0.0:
        raise OutOfRangeError("speed_m_s", speed_m_s, "a speed that surely costs more than rest")
    return replace(
        one_km,
        name="km_per_week",
        value=net_kcal_per_week / one_km.value,
        low=net_kcal_per_week / one_km.high,
        high=net_kcal_per_week / one_km.low,
        unit="km/week",
        inputs={name: value for name, value in one_km.inputs.items() if name not in ("distance", "duration")},
    )


def speed_for_kcal(body: Body, *, net_kcal: float, duration_s: float, gait: Gait = "run") -> float:
    """Return the level speed that burns an energy above rest in a time, inside the speeds the method is for [m/s].

    Raises:
        OutOfRangeError: If no such speed exists; the allowed energies of that time are named.
    """
    slowest, fastest = (
        (GAIT.run_from_m_s, GAIT.fast_run_above_m_s) if gait == "run" else (_SLOWEST_WALK_M_S, GAIT.walk_to_m_s)
    )
    bounds.DURATION_S.check("duration_s", duration_s)

    def net(speed_m_s: float) -> float:
        done = session_energy(body, said=gait, distance_m=speed_m_s * duration_s, duration_s=duration_s)
        return done.net.value

    least, most = net(slowest), net(fastest)
    if not least <= net_kcal <= most:
        raise OutOfRangeError("net_kcal", net_kcal, f"{least:.0f} to {most:.0f} kcal in {duration_s / 60.0:g} min")
    return _bisect(lambda speed: net(speed) <= net_kcal, slowest, fastest)


def largest_plan(body: Body, plan: Plan, *, flags: frozenset[str] = frozenset()) -> Plan:
    """Return the plan itself if it is inside the limits, else the largest of its kind that is.

    First the cut of intake shrinks; if running alone still breaks a limit, the new kilometres shrink too. Cuts are
    rounded down to 10 kcal/day, kilometres to half a kilometre a week.

    Raises:
        RefusedError: If the plan, or the person, is refused outright and not merely limited.
        OutOfRangeError: As in `project`.
    """

    def allowed(candidate: Plan) -> bool:
        try:
            guarded(body, candidate, flags=flags)
        except RefusedError as refused:
            if refused.code not in safety.LIMIT_CODES:
                raise
            return False
        return True

    if allowed(plan):
        return plan
    if allowed(_scaled(plan, intake=0.0, running=1.0)):
        share = _bisect(lambda share: allowed(_scaled(plan, intake=share, running=1.0)), 0.0, 1.0)
        return _scaled(plan, intake=share, running=1.0)
    share = _bisect(lambda share: allowed(_scaled(plan, intake=0.0, running=share)), 0.0, 1.0)
    return _scaled(plan, intake=0.0, running=share)


def time_to_goal(body: Body, plan: Plan, *, flags: frozenset[str] = frozenset()) -> GoalTime:
    """Return when the plan's target weight may be reached inside the limits, or that a year is not enough.

    Args:
        body: Who.
        plan: What is changed, with `target_mass_kg` below today's mass; too steep a plan is made smaller first.
        flags: Flags of the profile.

    Raises:
        ArgumentError: If the plan names no target, or one that is not below today's mass.
        RefusedError: As in `project`.
        OutOfRangeError: As in `project`.
    """
    safety.refuse_person(body, flags)
    target_kg = plan.target_mass_kg
    if target_kg is None or not target_kg < body.mass_kg:
        raise ArgumentError("target_mass_kg", target_kg, "a mass below today's")
    inside = largest_plan(body, replace(plan, horizon_days=PROJECTION.longest_days), flags=flags)
    seen = project(body, inside, flags=flags)
    return GoalTime(
        plan=inside,
        earliest_day=_first_day_at(seen, "ceiling", target_kg),
        typical_day=_first_day_at(seen, "typical", target_kg),
        latest_day=_first_day_at(seen, "cautious", target_kg),
    )


def _first_day_at(seen: Projection, scenario: Scenario, mass_kg: float) -> int | None:
    if scenario not in seen.scenarios:
        return None
    weights = seen.scenarios[scenario].weight_kg
    return next((day for day, weight_kg in enumerate(weights) if weight_kg <= mass_kg), None)


def _one_km(body: Body, gait: Gait, speed_m_s: float | None) -> Estimate:
    seconds = units.METRES_PER_KM / assumed_speed_m_s(gait, speed_m_s)
    return session_energy(body, said=gait, distance_m=units.METRES_PER_KM, duration_s=seconds).net


def _scaled(plan: Plan, *, intake: float, running: float) -> Plan:
    """Return the plan with its changes made smaller and rounded towards less."""
    base_km = 0.0 if plan.on_top else plan.current_km_per_week

    def cut(change: float) -> float:
        return math.copysign(10.0 * math.floor(intake * abs(change) / 10.0 + 1e-9), change)

    def km(wanted: float) -> float:
        if running == 1.0:
            return wanted
        return base_km + 0.5 * math.floor(running * max(0.0, wanted - base_km) / 0.5 + 1e-9)

    later = tuple(
        replace(
            step,
            running_km_per_week=km(step.running_km_per_week),
            intake_change_kcal_day=cut(step.intake_change_kcal_day),
        )
        for step in plan.later
    )
    return replace(
        plan,
        running_km_per_week=km(plan.running_km_per_week),
        intake_change_kcal_per_day=cut(plan.intake_change_kcal_per_day),
        later=later,
    )


def _bisect(holds: Callable[[float], bool], low: float, high: float) -> float:
    """Return the largest number known to hold, between one that does and one beyond which it no longer need."""
    for _ in range(_BISECTIONS):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low

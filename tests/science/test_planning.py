"""Planning arithmetic: no jumps, kilometres for an energy, a pace for an energy, and honest goal times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArgumentError, OutOfRangeError, RefusedError
from bot.science.body import Body
from bot.science.conversions import grade_from_climb
from bot.science.planning import (
    km_per_week_for_kcal,
    largest_plan,
    longest_next_run_m,
    most_next_week_km,
    progression,
    speed_for_kcal,
    time_to_goal,
)
from bot.science.projection import Plan, PlanStep, guarded
from bot.science.session import run_energy, walk_energy

EVA = Body(sex="female", age_years=35, height_m=1.66, mass_kg=75, pal=1.7)


@given(
    now=st.floats(0, 60),
    longest=st.floats(1, 25),
    wanted=st.floats(5, 120),
    runs=st.integers(1, 7),
    weeks=st.integers(1, 52),
)
def test_no_week_and_no_run_ever_jumps(now: float, longest: float, wanted: float, runs: int, weeks: int) -> None:
    laid_out = progression(
        now_km_per_week=now,
        longest_30_days_km=longest,
        wanted_km_per_week=wanted,
        runs_per_week=runs,
        weeks=weeks,
    )
    assert len(laid_out) == weeks
    total, recent = now, [longest]
    for week in laid_out:
        assert week.total_km <= wanted
        assert week.total_km <= max(1.2 * total, total + 2.0) + 1e-9
        assert week.longest_run_km <= 1.1 * max(recent[-4:]) + 1e-9
        assert week.total_km <= runs * max(1.1 * max(recent[-4:]), week.longest_run_km) + 1e-9
        total = week.total_km
        recent.append(week.longest_run_km)


def test_a_progression_by_hand() -> None:
    """10 km in 3 runs, longest 4 km: week 1 is 10 + 2 with 4.4; week 2 is 14.4 with 4.84; then 3 x 5.324."""
    weeks = progression(now_km_per_week=10, longest_30_days_km=4, wanted_km_per_week=30, runs_per_week=3, weeks=3)
    assert [week.total_km for week in weeks] == pytest.approx([12.0, 14.4, 15.972])
    assert [week.longest_run_km for week in weeks] == pytest.approx([4.4, 4.84, 5.324])


def test_a_single_weekly_run_is_its_own_longest() -> None:
    """8 km once a week: 8.8, then 9.68 (10 % each), not the fifth a week could grow."""
    weeks = progression(now_km_per_week=8, longest_30_days_km=8, wanted_km_per_week=30, runs_per_week=1, weeks=2)
    assert [(week.total_km, week.longest_run_km) for week in weeks] == [
        (pytest.approx(8.8), pytest.approx(8.8)),
        (pytest.approx(9.68), pytest.approx(9.68)),
    ]


def test_the_longest_run_of_30_days_counts_for_four_weeks() -> None:
    """Longest 10 km, then 8-km weeks in 2 runs of 4: after four weeks only the 4 km count, so 4.4 each."""
    weeks = progression(now_km_per_week=8, longest_30_days_km=10, wanted_km_per_week=8, runs_per_week=2, weeks=5)
    assert [week.longest_run_km for week in weeks] == pytest.approx([4.0, 4.0, 4.0, 4.0, 4.0])
    assert weeks[-1].total_km == 8.0


def test_a_smaller_wish_is_reached_at_once() -> None:
    weeks = progression(now_km_per_week=30, longest_30_days_km=12, wanted_km_per_week=10, runs_per_week=3, weeks=2)
    assert [week.total_km for week in weeks] == [10, 10]


def test_the_next_run_and_week_by_hand() -> None:
    assert longest_next_run_m(longest_30_days_m=10_000) == pytest.approx(11_000)
    assert most_next_week_km(last_week_km=30) == pytest.approx(36)
    assert most_next_week_km(last_week_km=0) == 2.0


def test_kilometres_for_an_energy_burn_that_energy() -> None:
    km = km_per_week_for_kcal(EVA, net_kcal_per_week=1500, speed_m_s=3.0)
    one = run_energy(EVA, distance_m=1000, duration_s=1000 / 3.0)
    assert km.value * one.net.value == pytest.approx(1500)
    assert km.low * one.net.high == pytest.approx(1500)
    assert km.high * one.net.low == pytest.approx(1500)
    assert (km.name, km.unit) == ("km_per_week", "km/week")
    assert "distance" not in km.inputs


def test_walking_the_same_energy_takes_more_kilometres() -> None:
    walked = km_per_week_for_kcal(EVA, net_kcal_per_week=1500, gait="walk")
    assert walked.value > km_per_week_for_kcal(EVA, net_kcal_per_week=1500).value


def test_a_crawl_that_may_cost_no_more_than_rest_has_no_kilometres() -> None:
    reed = Body(sex="male", age_years=20, height_m=2.2, mass_kg=35)
    with pytest.raises(OutOfRangeError, match="speed_m_s"):
        km_per_week_for_kcal(reed, net_kcal_per_week=500, gait="walk", speed_m_s=0.1)


def test_a_speed_for_an_energy_burns_that_energy() -> None:
    speed = speed_for_kcal(EVA, net_kcal=300, duration_s=1800)
    assert run_energy(EVA, distance_m=1800 * speed, duration_s=1800).net.value == pytest.approx(300)
    stroll = speed_for_kcal(EVA, net_kcal=100, duration_s=1800, gait="walk")
    assert walk_energy(EVA, distance_m=1800 * stroll, duration_s=1800).net.value == pytest.approx(100)


def test_an_energy_no_speed_burns_names_what_is_possible() -> None:
    with pytest.raises(OutOfRangeError, match="kcal in 30 min"):
        speed_for_kcal(EVA, net_kcal=2000, duration_s=1800)


def test_a_plan_inside_the_limits_stays_as_it_is() -> None:
    plan = Plan(running_km_per_week=20, intake_change_kcal_per_day=-300)
    assert largest_plan(EVA, plan) is plan


def test_too_steep_a_plan_is_made_smaller_but_not_smaller_than_it_must() -> None:
    plan = Plan(running_km_per_week=20, intake_change_kcal_per_day=-900)
    inside = largest_plan(EVA, plan)
    assert inside.running_km_per_week == 20
    assert inside.intake_change_kcal_per_day % 10 == 0
    guarded(EVA, inside)
    with pytest.raises(RefusedError):
        guarded(EVA, replace(inside, intake_change_kcal_per_day=inside.intake_change_kcal_per_day - 20))


def test_where_running_alone_is_too_steep_the_kilometres_shrink() -> None:
    plan = Plan(
        running_km_per_week=150,
        current_km_per_week=10,
        intake_change_kcal_per_day=-200,
        later=(PlanStep(start_day=100, running_km_per_week=120, intake_change_kcal_day=-100),),
    )
    inside = largest_plan(EVA, plan)
    assert inside.intake_change_kcal_per_day == 0.0
    assert 10 < inside.running_km_per_week < 150
    assert inside.later[0].intake_change_kcal_day == 0.0
    guarded(EVA, inside)


def test_kilometres_on_top_shrink_from_nothing() -> None:
    inside = largest_plan(EVA, Plan(running_km_per_week=150, on_top=True))
    assert 0 < inside.running_km_per_week < 150


def test_a_refused_plan_is_not_offered_smaller() -> None:
    with pytest.raises(RefusedError, match="intake_below_1200"):
        largest_plan(EVA, Plan(intake_change_kcal_per_day=-1500))


def test_a_goal_has_a_day_for_every_scenario_that_reaches_it() -> None:
    goal = time_to_goal(EVA, Plan(running_km_per_week=20, intake_change_kcal_per_day=-400, target_mass_kg=71))
    assert goal.earliest_day is not None
    assert goal.typical_day is not None
    assert goal.latest_day is not None
    assert goal.earliest_day < goal.typical_day < goal.latest_day


def test_a_goal_beyond_a_year_is_said_to_be_beyond_it() -> None:
    goal = time_to_goal(EVA, Plan(running_km_per_week=15, target_mass_kg=68))
    assert (goal.typical_day, goal.latest_day) == (None, None)


def test_a_goal_by_eating_more_is_never_reached() -> None:
    goal = time_to_goal(EVA, Plan(intake_change_kcal_per_day=100, target_mass_kg=72))
    assert (goal.earliest_day, goal.typical_day, goal.latest_day) == (None, None, None)


def test_a_goal_is_computed_for_the_largest_plan_inside_the_limits() -> None:
    goal = time_to_goal(EVA, Plan(intake_change_kcal_per_day=-900, target_mass_kg=71))
    assert goal.plan.intake_change_kcal_per_day == -750


@pytest.mark.parametrize("target_kg", [None, 75.0, 90.0, float("nan")])
def test_a_goal_must_lie_below_todays_weight(target_kg: float | None) -> None:
    with pytest.raises(ArgumentError, match="target_mass_kg"):
        time_to_goal(EVA, Plan(running_km_per_week=20, target_mass_kg=target_kg))


def test_a_minor_is_refused_whatever_the_goal() -> None:
    with pytest.raises(RefusedError, match="under_18"):
        time_to_goal(replace(EVA, age_years=16), Plan(target_mass_kg=None))


def test_a_climb_as_long_as_its_road_is_no_road() -> None:
    with pytest.raises(OutOfRangeError, match="climb_m"):
        grade_from_climb(climb_m=100, distance_m=100)

"""Sums for a turn: whose body, which plan, and when no number may be given."""

from __future__ import annotations

import pytest

from bot.coach.facts import FatOutlook, Missing, Refused, RunCost, Withheld
from bot.coach.figuring import run_cost
from bot.coach.outlook import example_sessions, fat_outlook, outlook_of
from bot.runner import Runner

ANN = Runner(sex="female", age_years=29, height_m=1.72, weight_kg=64, activity="desk")
FOUR_TIMES_5K = {"session_distance_m": 5000, "sessions_per_week": 4}


def test_a_run_of_somebody_who_told_nothing_is_the_examples() -> None:
    cost = run_cost(Runner(), {"distance_m": 5000})
    assert isinstance(cost, RunCost)
    assert cost.subject == "example"
    assert cost.net.inputs["weight_kg"].value == 70
    assert {given.origin for given in cost.net.inputs.values()} >= {"assumed"}


def test_a_run_of_somebody_whose_weight_is_known_is_theirs_and_the_rest_is_marked_assumed() -> None:
    cost = run_cost(Runner(weight_kg=64), {"distance_m": 5000, "duration_s": 1800})
    assert isinstance(cost, RunCost)
    assert cost.subject == "you"
    assert (cost.net.inputs["weight_kg"].value, cost.net.inputs["weight_kg"].origin) == (64, "told")
    assert cost.net.low < cost.net.value < cost.net.high


def test_distance_time_and_pace_name_the_same_run() -> None:
    by_pace = run_cost(ANN, {"duration_s": 1800, "pace_s_per_km": 360})
    by_speed = run_cost(ANN, {"distance_m": 5000, "speed_m_s": 1000 / 360})
    by_both = run_cost(ANN, {"distance_m": 5000, "duration_s": 1800})
    values = {round(one.net.value, 6) for one in (by_pace, by_speed, by_both) if isinstance(one, RunCost)}
    assert len(values) == 1


def test_an_easy_pace_is_assumed_only_where_none_was_said() -> None:
    silent, told = run_cost(ANN, {"distance_m": 5000}), run_cost(ANN, {"distance_m": 5000, "duration_s": 1800})
    assert isinstance(silent, RunCost)
    assert isinstance(told, RunCost)
    assert not silent.gave_duration
    assert told.gave_duration


def test_a_run_without_size_is_asked_back() -> None:
    assert run_cost(ANN, {}) == Missing(slot="distance_m")


def test_an_impossible_speed_is_asked_back_by_name() -> None:
    assert run_cost(ANN, {"distance_m": 50_000, "duration_s": 60}) == Missing(slot="confirm_speed_m_s")


@pytest.mark.parametrize(
    "told",
    [
        {"age_years": 16},
        {"flags": {"eating_disorder"}},
        {"flags": {"pregnant"}},
        {"flags": {"number_free"}},
        {"height_m": 1.7, "weight_kg": 50},
    ],
)
def test_a_protected_person_gets_no_number_of_any_kind(told: dict[str, object]) -> None:
    runner = Runner.model_validate({**ANN.model_dump(exclude_none=True), **told})
    assert isinstance(run_cost(runner, {"distance_m": 5000}), Withheld)
    assert isinstance(fat_outlook(runner, FOUR_TIMES_5K), Withheld)
    assert isinstance(fat_outlook(runner, {}), Withheld)


def test_a_projection_for_a_told_body_is_theirs_and_lists_it() -> None:
    outlook = fat_outlook(ANN, {**FOUR_TIMES_5K, "horizon_days": 182})
    assert isinstance(outlook, FatOutlook)
    assert outlook.subject == "you"
    inputs = outlook.fat_loss.inputs
    assert (inputs["weight_kg"].value, inputs["height_m"].value, inputs["age_years"].value) == (64, 1.72, 29)
    assert inputs["running"].origin == "told"
    assert inputs["running"].value == 20
    assert outlook.fat_loss.low == 0
    assert 0 < outlook.fat_loss.value < outlook.fat_loss.high


def test_the_example_plan_is_never_passed_off_as_told() -> None:
    outlook = outlook_of(ANN, example_sessions("metric"), horizon_days=365)
    assert isinstance(outlook, FatOutlook)
    assert outlook.fat_loss.inputs["running"].origin == "assumed"
    assert outlook.fat_loss.inputs["horizon"].origin == "assumed"


def test_a_projection_without_a_whole_body_is_an_examples_with_what_was_told() -> None:
    outlook = fat_outlook(Runner(weight_kg=90), FOUR_TIMES_5K)
    assert isinstance(outlook, FatOutlook)
    assert outlook.subject == "example"
    weight, age = outlook.fat_loss.inputs["weight_kg"], outlook.fat_loss.inputs["age_years"]
    assert (weight.value, weight.origin) == (90, "told")
    assert (age.value, age.origin) == (35, "assumed")


def test_a_man_who_told_nothing_else_reads_about_a_man() -> None:
    outlook = fat_outlook(Runner(sex="male"), FOUR_TIMES_5K)
    assert isinstance(outlook, FatOutlook)
    assert (outlook.fat_loss.inputs["sex"].value, outlook.fat_loss.inputs["weight_kg"].value) == ("male", 80)


def test_a_rule_that_fires_on_a_half_made_up_body_asks_for_the_rest() -> None:
    # 45 kg at the example's 1.66 m would be underweight; at 1.45 m it would not.
    assert fat_outlook(Runner(weight_kg=45), FOUR_TIMES_5K) == Missing(slot="body")


def test_a_walk_is_priced_as_a_walk_and_a_slope_as_a_slope() -> None:
    walked = run_cost(ANN, {"distance_m": 3000, "duration_s": 2400, "gait": "walk"})
    ran = run_cost(ANN, {"distance_m": 3000, "duration_s": 1200})
    level = run_cost(ANN, {"distance_m": 5000, "duration_s": 1800})
    steep = run_cost(ANN, {"distance_m": 5000, "duration_s": 1800, "incline_fraction": 0.05})
    round_trip = run_cost(ANN, {"distance_m": 5000, "duration_s": 1800, "climb_m": 125})
    costs = [one.net for one in (walked, ran, level, steep, round_trip) if isinstance(one, RunCost)]
    assert len(costs) == 5
    assert costs[0].method == "lcda_walk_power"
    assert costs[0].value < costs[1].value
    # Coming down gives back less than going up took: a round costs more than the level, less than all uphill.
    assert costs[2].value < costs[4].value < costs[3].value


def test_how_far_for_an_energy_is_a_run_that_spends_it() -> None:
    cost = run_cost(ANN, {"target_kcal": 300})
    assert isinstance(cost, RunCost)
    assert abs(cost.net.value - 300) < 0.05 * ANN.weight_kg * 2
    assert cost.target_kcal == 300


def test_eating_a_little_less_adds_to_running() -> None:
    runs = fat_outlook(ANN, FOUR_TIMES_5K)
    both = fat_outlook(ANN, {**FOUR_TIMES_5K, "intake_change_kcal_day": -200})
    alone = fat_outlook(ANN, {"intake_change_kcal_day": -200})
    assert isinstance(runs, FatOutlook)
    assert isinstance(both, FatOutlook)
    assert isinstance(alone, FatOutlook)
    assert both.fat_loss.value > max(runs.fat_loss.value, alone.fat_loss.value)
    assert both.fat_loss.inputs["intake_change"].value == -200


def test_a_target_without_a_plan_takes_the_example_plan_and_says_so() -> None:
    outlook = fat_outlook(ANN, {"target_loss_kg": 2.0})
    assert isinstance(outlook, FatOutlook)
    assert outlook.sessions.assumed
    assert outlook.target is not None
    assert (outlook.target.kg, outlook.target.of) == (2.0, "weight")


def test_horizons_outside_twelve_weeks_to_a_year_are_moved_and_said_so() -> None:
    short, long = (fat_outlook(ANN, {**FOUR_TIMES_5K, "horizon_days": days}) for days in (14, 1000))
    assert isinstance(short, FatOutlook)
    assert isinstance(long, FatOutlook)
    assert (short.horizon_days, short.horizon_raised) == (84, True)
    assert (long.horizon_days, long.horizon_capped) == (365, True)


def test_running_that_replaces_what_is_run_now_counts_only_the_difference() -> None:
    runner = ANN.model_copy(update={"runs_now_km_per_week": 12.0})
    on_top = fat_outlook(runner, FOUR_TIMES_5K)
    instead = fat_outlook(runner, {**FOUR_TIMES_5K, "replaces": True})
    assert isinstance(on_top, FatOutlook)
    assert isinstance(instead, FatOutlook)
    assert instead.fat_loss.value < on_top.fat_loss.value / 2
    assert fat_outlook(
        runner.model_copy(update={"runs_now_km_per_week": 20.0}), {**FOUR_TIMES_5K, "replaces": True}
    ) == (Missing(slot="more_running"))


def test_physiology_refuses_by_its_code() -> None:
    refused = fat_outlook(ANN.model_copy(update={"flags": frozenset({"medical"})}), FOUR_TIMES_5K)
    assert refused == Refused(code="medical")


def test_a_target_within_a_year_has_a_first_and_a_typical_day() -> None:
    outlook = fat_outlook(ANN, {**FOUR_TIMES_5K, "target_fat_kg": 1.0})
    assert isinstance(outlook, FatOutlook)
    assert outlook.target is not None
    assert outlook.target.days is not None
    assert outlook.target.days[0] < outlook.target.days[1] <= 365
    far = fat_outlook(ANN, {**FOUR_TIMES_5K, "target_fat_kg": 10.0})
    assert isinstance(far, FatOutlook)
    assert far.target is not None
    assert far.target.days is None

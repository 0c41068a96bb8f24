"""What the coach may say about months: the refusals in their order, the limits, the scenarios and the range."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.errors import ArgumentError, OutOfRangeError, RefusedError
from bot.science.body import Body
from bot.science.methods import METHODS
from bot.science.projection import Plan, PlanStep, net_cost_kcal_kg_km, project
from bot.science.session import run_energy, walk_energy

EVA = Body(sex="female", age_years=35, height_m=1.66, mass_kg=70, pal=1.55)
LEAN = Body(sex="male", age_years=30, height_m=1.8, mass_kg=76, pal=2.0)
TWENTY = Plan(running_km_per_week=20)


def code_of(body: Body, plan: Plan = TWENTY, flags: frozenset[str] = frozenset()) -> str:
    with pytest.raises(RefusedError) as refused:
        project(body, plan, flags=flags)
    return refused.value.code


# --- order of refusals -----------------------------------------------------------------------------------------

WORST = frozenset({"pregnant", "breast_feeding", "eating_disorder", "reds_signs", "medical", "number_free"})
"""Everything at once; each test takes the first reason away and the next must fire."""


def test_the_first_refusal_in_the_order_wins() -> None:
    child = replace(EVA, age_years=17, mass_kg=50)
    plan = Plan(target_mass_kg=48, intake_change_kcal_per_day=-1500)
    assert code_of(child, plan, WORST) == "under_18"
    adult = replace(child, age_years=30)
    flags = set(WORST)
    for flag, code in (
        ("pregnant", "pregnancy"),
        ("breast_feeding", "breast_feeding"),
        ("eating_disorder", "eating_disorder"),
        ("reds_signs", "reds_signs"),
        ("medical", "medical"),
        ("number_free", "number_free"),
    ):
        assert code_of(adult, plan, frozenset(flags)) == code
        flags.remove(flag)
    assert code_of(adult, plan) == "bmi_below_18_5"
    assert code_of(replace(adult, mass_kg=130), plan) == "bmi_above_45"
    thin_pal = replace(adult, mass_kg=60, pal=1.0)
    assert code_of(thin_pal, plan) == "target_bmi_below_18_5"
    assert code_of(thin_pal, replace(plan, target_mass_kg=55)) == "pal_outside_model"
    assert code_of(replace(thin_pal, pal=1.5), replace(plan, target_mass_kg=55)) == "intake_below_1200"
    hungry = Plan(running_km_per_week=120, intake_change_kcal_per_day=-100)
    assert code_of(replace(thin_pal, pal=1.5), hungry) == "energy_availability_below_30"


def test_a_minor_is_refused_before_anything_about_the_body_is_looked_at() -> None:
    assert code_of(replace(EVA, age_years=12, height_m=1.1, mass_kg=25)) == "under_18"


def test_the_figure_that_fired_goes_with_the_code() -> None:
    with pytest.raises(RefusedError) as refused:
        project(replace(EVA, mass_kg=50), TWENTY)
    assert refused.value.value == 18.14  # 50 / 1.66^2


def test_a_cut_within_the_floor_but_too_steep_is_a_limit() -> None:
    assert code_of(replace(EVA, pal=2.0), Plan(intake_change_kcal_per_day=-800)) == "intake_cut_above_750"


def test_running_done_already_counts_for_energy_availability() -> None:
    runner = replace(EVA, mass_kg=57, pal=1.6)
    assert project(runner, Plan(running_km_per_week=20)).direction == "loss"
    assert code_of(runner, Plan(running_km_per_week=110, current_km_per_week=100)) == "energy_availability_below_30"


def test_an_unknown_flag_is_an_error_and_not_ignored() -> None:
    with pytest.raises(ArgumentError, match="pregnat"):
        project(EVA, TWENTY, flags=frozenset({"pregnat"}))


@pytest.mark.parametrize(
    ("argument", "body", "plan"),
    [
        ("age_years", replace(EVA, age_years=130), TWENTY),
        ("mass_kg", replace(EVA, mass_kg=float("nan")), TWENTY),
        ("height_m", replace(EVA, height_m=2.6), TWENTY),
        ("horizon_days", EVA, Plan(running_km_per_week=20, horizon_days=60)),
        ("horizon_days", EVA, Plan(running_km_per_week=20, horizon_days=730)),
        ("running_km_per_week", EVA, Plan(running_km_per_week=-1)),
        ("running_km_per_week", EVA, Plan(running_km_per_week=float("nan"))),
        ("current_km_per_week", EVA, Plan(current_km_per_week=500)),
        ("intake_change_kcal_per_day", EVA, Plan(intake_change_kcal_per_day=9000)),
        ("speed_m_s", EVA, Plan(running_km_per_week=20, speed_m_s=20)),
        ("speed_m_s", EVA, Plan(running_km_per_week=20, gait="walk", speed_m_s=0.0)),
        ("later", EVA, Plan(running_km_per_week=20, later=(PlanStep(start_day=0, running_km_per_week=5),))),
    ],
)
def test_numbers_that_cannot_be_name_their_argument(argument: str, body: Body, plan: Plan) -> None:
    with pytest.raises(ArgumentError) as refused:
        project(body, plan)
    assert refused.value.argument == argument


# --- what is answered ------------------------------------------------------------------------------------------


def test_the_example_of_the_specification_comes_out() -> None:
    """Section 6: at 1 kcal/kg/km -6.4 / -4.3 kg ceiling and -3.0 / -2.0 typical in a year, 8-9 % less at 0.91."""
    seen = project(EVA, TWENTY)
    assert seen.fat_loss is not None
    assert seen.weight_loss is not None
    assert seen.net_cost_kcal_kg_km == pytest.approx(0.91, abs=0.005)
    assert seen.weight_loss.high == pytest.approx(6.4 * 0.915, abs=0.1)
    assert seen.fat_loss.high == pytest.approx(4.3 * 0.915, abs=0.1)
    assert seen.weight_loss.value == pytest.approx(3.0 * 0.915, abs=0.1)
    assert seen.fat_loss.value == pytest.approx(2.0 * 0.915, abs=0.1)
    assert (seen.fat_loss.low, seen.region, seen.direction) == (0.0, "not_predictable", "loss")


def test_a_kilometre_of_a_plan_costs_what_a_run_of_it_costs() -> None:
    run = run_energy(EVA, distance_m=1000, duration_s=400)
    walk = walk_energy(EVA, distance_m=1000, duration_s=800)
    assert net_cost_kcal_kg_km(EVA) == pytest.approx(run.net.value / 70)
    assert net_cost_kcal_kg_km(EVA, gait="walk", speed_m_s=1.25) == pytest.approx(walk.net.value / 70)


def test_only_new_kilometres_count() -> None:
    """Activity level already holds today's running; counting it again is the classic mistake."""
    same = project(EVA, Plan(running_km_per_week=20, current_km_per_week=20))
    assert same.direction == "none"
    assert same.fat_loss is not None
    assert (same.fat_loss.value, same.fat_loss.high) == (pytest.approx(0.0), pytest.approx(0.0))
    on_top = project(EVA, Plan(running_km_per_week=20, current_km_per_week=20, on_top=True))
    assert on_top.scenarios == project(EVA, TWENTY).scenarios


@pytest.mark.parametrize(
    ("plan", "direction"),
    [
        (Plan(running_km_per_week=0, current_km_per_week=20), "gain"),
        (Plan(intake_change_kcal_per_day=200), "gain"),
        (Plan(running_km_per_week=40, intake_change_kcal_per_day=50), "loss"),
        (
            Plan(
                running_km_per_week=30, current_km_per_week=20, later=(PlanStep(start_day=84, running_km_per_week=0),)
            ),
            "gain",
        ),
    ],
)
def test_less_running_or_more_food_gets_a_direction_and_a_ceiling_but_no_centre(plan: Plan, direction: str) -> None:
    seen = project(EVA, plan)
    assert (seen.direction, seen.fat_loss, seen.weight_loss) == (direction, None, None)
    assert set(seen.scenarios) == {"ceiling"}


def test_a_pause_sends_the_weight_back_up() -> None:
    plan = replace(TWENTY, later=(PlanStep(start_day=84, running_km_per_week=0),))
    ceiling = project(EVA, plan).scenarios["ceiling"]
    assert ceiling.weight_kg[84] < ceiling.weight_kg[365] < 70


def test_the_low_end_is_never_above_the_cautious_scenario() -> None:
    seen = project(EVA, Plan(intake_change_kcal_per_day=-300))
    assert seen.fat_loss is not None
    cautious = seen.scenarios["cautious"]
    assert seen.fat_loss.low == pytest.approx(0.57 * seen.fat_loss.value)
    assert seen.fat_loss.low <= cautious.fat_kg[0] - cautious.fat_kg[-1]


def test_holding_intake_keeps_more_of_the_exercise() -> None:
    free, held = project(EVA, TWENTY), project(EVA, replace(TWENTY, intake_held=True))
    assert free.fat_loss is not None
    assert held.fat_loss is not None
    assert held.fat_loss.value > 1.5 * free.fat_loss.value
    assert held.fat_loss.high == free.fat_loss.high


def test_curves_are_cut_off_where_the_plan_as_stated_would_end_underweight() -> None:
    slim = Body(sex="female", age_years=28, height_m=1.7, mass_kg=54.5, pal=2.0)
    seen = project(slim, Plan(running_km_per_week=20))
    assert seen.cut_off_day is not None
    assert seen.last_day == seen.cut_off_day - 1
    assert {course.last_day for course in seen.scenarios.values()} == {seen.last_day}
    assert "bmi_below_18_5_reached" in seen.warnings
    assert seen.fat_loss is not None
    assert seen.fat_loss.inputs["horizon"].value == seen.last_day


def test_warnings_stand_on_the_estimates_too() -> None:
    old = Body(sex="male", age_years=68, height_m=1.75, mass_kg=75)
    seen = project(old, Plan(running_km_per_week=10))
    assert seen.warnings == ("age_above_65", "evidence_thin_below_bmi_25", "pal_assumed")
    assert seen.fat_loss is not None
    assert seen.fat_loss.notes == seen.warnings
    assert seen.fat_loss.inputs["activity"].origin == "assumed"


def test_losing_fat_is_no_goal_for_the_leanest() -> None:
    seen = project(replace(LEAN, mass_kg=63), Plan(running_km_per_week=5))
    assert "lean_fat_loss_no_goal" in seen.warnings


def test_every_input_of_a_projection_is_listed_with_its_origin() -> None:
    plan = Plan(
        running_km_per_week=20,
        intake_change_kcal_per_day=-200,
        horizon_days=168,
        assumed=frozenset({"horizon_days"}),
        logged=frozenset({"current_km_per_week"}),
    )
    seen = project(EVA, plan)
    assert seen.fat_loss is not None
    listed: dict[str, Any] = {name: (given.value, given.origin) for name, given in seen.fat_loss.inputs.items()}
    assert listed == {
        "mass": (70, "told"),
        "height": (1.66, "told"),
        "age": (35, "told"),
        "sex": ("female", "told"),
        "activity": (1.55, "told"),
        "running": (20, "told"),
        "running_now": (0.0, "log"),
        "pace": (pytest.approx(1000 / 2.5 / 60), "assumed"),
        "intake_change": (-200, "told"),
        "horizon": (168, "assumed"),
    }
    assert seen.fat_loss.method in METHODS


def test_a_told_pace_and_a_tape_are_listed_too() -> None:
    seen = project(replace(EVA, waist_cm=84), replace(TWENTY, speed_m_s=3.0))
    assert seen.fat_loss is not None
    assert (seen.fat_loss.inputs["pace"].origin, seen.fat_loss.inputs["waist"].value) == ("told", 84)


def test_measured_fat_is_where_the_curves_and_the_guards_start() -> None:
    measured = replace(EVA, fat_mass_kg=18.0)
    assert project(measured, TWENTY).scenarios["ceiling"].fat_kg[0] == pytest.approx(18.0)


def test_training_hours_change_the_shown_rest_but_move_no_guard() -> None:
    """A young runner's resting energy rises by a tenth with ten Haaf; her guards stay where they were."""
    runner = Body(sex="female", age_years=26, height_m=1.68, mass_kg=57, pal=1.6)
    plan = Plan(running_km_per_week=60, intake_change_kcal_per_day=-600)
    values = []
    for body in (runner, replace(runner, training_h_per_week=9)):
        with pytest.raises(RefusedError) as refused:
            project(body, plan)
        values.append(refused.value.value)
    assert values == [23.32, 23.32]


def test_a_cut_below_nothing_is_refused_as_too_little_food() -> None:
    assert code_of(EVA, Plan(intake_change_kcal_per_day=-3000)) == "intake_below_1200"


def test_an_impossible_day_is_an_out_of_range_error() -> None:
    with pytest.raises(OutOfRangeError):
        project(EVA, Plan(running_km_per_week=20, horizon_days=0))

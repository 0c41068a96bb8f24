"""The catalogue behind the calculator: whatever is put in, an answer or an error that names an argument."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import ArgumentError
from bot.science.methods import METHODS, calculate

BODY = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 75, "pal": 1.7}


@pytest.mark.parametrize(
    ("method", "inputs", "argument"),
    [
        ("mifflin_rmr", {"sex": "woman", "mass_kg": 70, "height_cm": 170, "age_y": 30}, "sex"),
        ("compendium_met", {"code": 12020}, "code"),
        ("compendium_met", {"code": "12170"}, "code"),
        ("session_energy", {**BODY, "distance_m": 5000, "duration_s": 1800, "beginner": 1}, "beginner"),
        ("route_session", {"mass_kg": 70, "gait": "run", "segments": []}, "segments"),
        ("route_session", {"mass_kg": 70, "gait": "run", "segments": {"a": 1}}, "segments"),
        ("route_session", {"mass_kg": 70, "gait": "run", "segments": [5]}, "segments[0]"),
        (
            "route_session",
            {"mass_kg": 70, "gait": "run", "segments": [{"distance_m": 100, "duration_s": 0}]},
            "segments[0].duration_s",
        ),
        (
            "route_session",
            {
                "mass_kg": 70,
                "gait": "walk",
                "segments": [{"distance_m": 100, "duration_s": 90}, {"distance_m": 900, "duration_s": 90}],
            },
            "segments[1].speed_m_s",
        ),
        (
            "run_session",
            {"mass_kg": 70, "distance_m": 10_000, "duration_s": 600, "rmr_kcal_day": 1500},
            "speed_m_s",
        ),
        ("surface_power", {"gait": "walk", "surface": "road", "speed_m_s": 4, "grade_frac": 0}, "speed_m_s"),
        ("body_weight_model", {**BODY, "phases": [], "days": [1.5]}, "days[0]"),
        ("body_weight_model", {**BODY, "phases": [], "days": [1], "fat_mass_kg": 80}, "fat_mass_kg"),
        ("project", {**BODY, "rmr_kcal_per_day": 1500}, "rmr_kcal_per_day"),
        ("project", {**BODY, "pregnant": "yes"}, "pregnant"),
        ("look_back", {**BODY, "weigh_ins": [{"day": 1}]}, "weigh_ins[0].weight_kg"),
        ("progression", {"now_km_per_week": 10}, "longest_30_days_km"),
    ],
)
def test_an_input_that_cannot_be_used_is_named(method: str, inputs: dict[str, Any], argument: str) -> None:
    with pytest.raises(ArgumentError) as refused:
        calculate(method, inputs)
    assert refused.value.argument == argument


def test_a_method_outside_its_fitted_range_answers_with_a_flag() -> None:
    slow = calculate("re3_run_power", {"speed_m_s": 1.0, "grade_frac": 0.0})
    assert "outside_fitted_range: speed_m_s 1.8 to 5.5 m/s" in slow.notes
    heavy = calculate("gallagher_2000_bf", {"sex": "male", "bmi": 38.0, "age_y": 40})
    assert "outside_fitted_range: bmi 12 to 35 kg/m2" in heavy.notes
    steep = calculate("lcda_walk_power", {"speed_m_s": 1.0, "grade_frac": -0.45})
    assert "outside_fitted_range: grade_frac -0.4 to 0.45 (rise over run)" in steep.notes
    assert not any("fitted" in note for note in calculate("kipp_2019_vo2", {"speed_m_s": 3.0}).notes)


def test_the_bare_kernel_is_labelled_arithmetic_only() -> None:
    answer = calculate("body_weight_model", {**BODY, "phases": [], "days": [0]})
    assert answer.notes[0].startswith("arithmetic only")


def test_a_kernel_plan_without_guards_names_what_a_person_would_be_refused_for() -> None:
    phases = [{"start_day": 0, "intake_change_kcal_per_day": -1100, "activity_change_kcal_per_kg_per_day": 0}]
    thin = {**BODY, "weight_kg": 55, "phases": phases, "days": [200]}
    guards = calculate("body_weight_model", thin).outputs["guards"]
    assert isinstance(guards, dict)
    assert guards["triggered"] == [
        "intake_below_1200",
        "energy_availability_below_30",
        "intake_cut_above_750",
        "loss_rate_above_1_percent",
        "lean_intake_cut_above_500",
        "lean_loss_rate_above_0_7_percent",
        "lean_no_intake_cut",
        "bmi_below_18_5_reached",
    ]


def test_a_projection_without_a_centre_has_no_range() -> None:
    answer = calculate("project", {**BODY, "current_km_per_week": 20})
    assert answer.outputs["range"] == {"fat_loss_kg": None, "weight_loss_kg": None}
    assert (answer.low, answer.high, answer.outputs["direction"]) == (None, None, "gain")


def test_looking_back_and_ahead_through_the_catalogue() -> None:
    weigh_ins = [{"day": day, "weight_kg": 75 - 0.03 * day} for day in range(0, 57, 2)]
    running = [{"start_day": 7, "extra_km_per_week": 10}]
    back = calculate("look_back", {**BODY, "weigh_ins": weigh_ins, "running": running, "horizon_days": 120})
    assert back.low is not None
    assert back.low < 0
    assert isinstance(back.outputs["fat_loss_kg"], dict)
    refused = calculate("look_back", {**BODY, "weigh_ins": weigh_ins, "pregnant": True})
    assert refused.outputs == {"refused": "pregnancy"}


def test_goal_times_name_the_plan_they_were_computed_for() -> None:
    plan = {**BODY, "intake_change_kcal_per_day": -900, "target_weight_kg": 70}
    steep = calculate("time_to_goal", plan)
    assert steep.outputs["intake_change_kcal_per_day"] == -750
    assert steep.notes == ("plan_made_smaller",)
    assert calculate("time_to_goal", {**plan, "intake_change_kcal_per_day": -300}).notes == ()


def test_the_coachs_entries_answer_like_the_functions_behind_them() -> None:
    run = calculate("session_energy", {**BODY, "said": "run", "distance_m": 5000, "duration_s": 1800})
    route = calculate("route_energy", {**BODY, "said": "run", "segments": [{"distance_m": 5000, "duration_s": 1800}]})
    assert run.outputs == route.outputs
    pace = calculate("speed_for_kcal", {**BODY, "net_kcal": 300, "duration_s": 1800}).outputs
    assert pace["pace_s_per_km"] == pytest.approx(1000 / pace["speed_m_s"])  # type: ignore[operator]  # a number
    assert (
        "weeks"
        in calculate(
            "progression",
            {
                "now_km_per_week": 10,
                "longest_30_days_km": 4,
                "wanted_km_per_week": 20,
                "runs_per_week": 3,
                "weeks": 4,
            },
        ).outputs
    )


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(
    slug=st.sampled_from(sorted(METHODS)),
    data=st.data(),
)
def test_no_input_whatever_makes_a_method_crash(slug: str, data: st.DataObject) -> None:
    """Values of any kind under the right names give an answer or an error that names an argument."""
    anything = st.one_of(
        st.none(),
        st.booleans(),
        st.floats(),
        st.integers(),
        st.text(max_size=5),
        st.lists(st.floats(), max_size=3),
        st.sampled_from(["female", "male", "run", "walk", "road"]),
        st.floats(0, 200),
    )
    names = list(METHODS[slug].arguments)
    inputs = {name: data.draw(anything, label=name) for name in names}
    try:
        answer = calculate(slug, inputs)
    except ArgumentError as error:
        assert error.argument  # noqa: PT017 - either outcome is fine, a third is not
    else:
        json.dumps(dict(answer.outputs), allow_nan=False)


@pytest.mark.parametrize("slug", sorted(METHODS))
def test_the_ends_of_every_range_are_answered_and_beyond_them_is_not(slug: str) -> None:
    """Every number argument, one at a time, at both ends: an answer, a refusal with a code, or a named error."""
    middles = {name: _inside(argument) for name, argument in METHODS[slug].arguments.items() if not argument.optional}
    for name, argument in METHODS[slug].arguments.items():
        bound = getattr(argument, "bound", None)
        if bound is None:
            continue
        for end in (bound.low, bound.high):
            try:
                answer = calculate(slug, {**middles, name: end})
            except ArgumentError as error:
                assert error.allowed  # noqa: PT017 - arguments may contradict each other
            else:
                json.dumps(dict(answer.outputs), allow_nan=False)
        for beyond in (bound.low - 0.01 * max(1.0, abs(bound.low)), bound.high + 0.01 * max(1.0, abs(bound.high))):
            with pytest.raises(ArgumentError) as refused:
                calculate(slug, {**middles, name: beyond})
            assert refused.value.argument == name


def _inside(argument: Any) -> object:
    """Return a value an ordinary person would give."""
    if hasattr(argument, "bound"):
        low, high = argument.bound.low, argument.bound.high
        middle = low + 0.3 * (high - low)
        return int(middle) if argument.whole else middle
    if hasattr(argument, "choices"):
        return argument.choices[0]
    if hasattr(argument, "of"):
        return [_inside(argument.of)]
    if hasattr(argument, "fields"):
        return {name: _inside(field) for name, field in argument.fields.items()}
    return "12020"

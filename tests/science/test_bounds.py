"""The allowed inputs of the specification: both ends are taken, a hair beyond is not."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import OutOfRangeError
from bot.science.methods import calculate

ANNA = {"sex": "female", "mass_kg": 70.0, "height_cm": 168.0, "age_y": 34.0}
MODEL = {
    "sex": "female",
    "age_years": 35.0,
    "height_m": 1.66,
    "weight_kg": 70.0,
    "pal": 1.55,
    "phases": [],
    "days": [1],
}


@pytest.mark.parametrize(
    ("method", "inputs", "argument", "low", "high"),
    [
        ("mifflin_rmr", ANNA, "mass_kg", 30.0, 300.0),
        ("mifflin_rmr", ANNA, "height_cm", 120.0, 230.0),
        ("mifflin_rmr", ANNA, "age_y", 18.0, 100.0),
        ("re3_run_power", {"grade_frac": 0.0}, "speed_m_s", 0.5, 8.0),
        ("lcda_walk_power", {"grade_frac": 0.0}, "speed_m_s", 0.0, 3.0),
        ("re3_run_power", {"speed_m_s": 3.0}, "grade_frac", -0.5, 0.5),
        ("keytel_hr", {"sex": "male", "mass_kg": 75, "age_y": 35}, "hr_bpm", 60.0, 230.0),
        (
            "keytel_hr_vo2max",
            {"sex": "male", "mass_kg": 75, "age_y": 35, "hr_bpm": 150},
            "vo2max_ml_kg_min",
            10.0,
            95.0,
        ),
        ("gallagher_2000_bf", {"sex": "female", "age_y": 34.0}, "bmi", 12.0, 70.0),
        ("cunningham_1980_rmr", {}, "ffm_kg", 20.0, 150.0),
        ("net_from_gross", {"gross_kcal": 500.0, "duration_min": 60.0}, "rmr_kcal_day", 500.0, 5000.0),
        ("body_weight_model", MODEL, "pal", 1.12, 3.0),
        ("body_weight_model", MODEL, "weight_kg", 30.0, 300.0),
        ("body_weight_model", MODEL, "height_m", 1.2, 2.3),
        ("body_weight_model", MODEL, "age_years", 18.0, 100.0),
    ],
)
def test_an_argument_is_allowed_exactly_from_end_to_end(
    method: str, inputs: dict[str, Any], argument: str, low: float, high: float
) -> None:
    for end in (low, high):
        assert calculate(method, {**inputs, argument: end}).outputs
    for beyond in (low - 0.001, high + 0.001, float("nan"), float("inf"), float("-inf")):
        with pytest.raises(OutOfRangeError) as refused:
            calculate(method, {**inputs, argument: beyond})
        assert refused.value.argument == argument


def test_a_projection_takes_any_age_and_activity_and_refuses_by_rule() -> None:
    """Specification: age is any for `project`, then a refusal; PAL likewise."""
    person = {"sex": "female", "height_m": 1.66, "weight_kg": 70.0}
    assert calculate("project", {**person, "age_years": 9.0}).outputs == {"refused": "under_18"}
    assert calculate("project", {**person, "age_years": 35.0, "pal": 1.05}).outputs["refused"] == "pal_outside_model"

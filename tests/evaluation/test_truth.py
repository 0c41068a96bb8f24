from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ArgumentError
from bot.evaluation.conversation import Sum, Truth
from bot.evaluation.truth import expected_value, fault_of
from bot.reply import FigureInput
from tests.evaluation.saying import RUN

ANN = {"sex": "female", "age_years": 35.0, "height_m": 1.66, "weight_kg": 70.0, "pal": 1.5}


def test_a_sessions_truth_is_gross_less_the_same_persons_rest() -> None:
    truth = Truth(
        method="run_session",
        inputs={"mass_kg": 70.0, "distance_m": 5000.0, "duration_s": 1920.0, "grade_frac": 0.0},
        rest=Sum(method="mifflin_rmr", inputs={"sex": "female", "mass_kg": 70.0, "height_cm": 166.0, "age_y": 35.0}),
        output="net_kcal",
    )
    # P = 4.43 + 1.51 v + 0.37 v^2 at v = 5000/1920 m/s is 10.8717 W/kg; x 70 kg x 1920 s / 4184 = 349.22 kcal gross.
    # Rest: 10 x 70 + 6.25 x 166 - 5 x 35 - 161 = 1401.5 kcal a day, 31.14 in 32 minutes.
    assert expected_value(truth) == pytest.approx(349.22 - 31.14, abs=0.01)


def test_a_projections_truth_is_the_typical_loss_at_the_horizon() -> None:
    truth = Truth(
        method="project", inputs={**ANN, "running_km_per_week": 20.0, "horizon_days": 84.0}, output="fat_loss_kg"
    )
    # The table of the projection gives 0.6 kg for her, 20 km a week and 12 weeks.
    assert expected_value(truth) == pytest.approx(0.6, abs=0.05)


def test_a_refused_plan_is_a_slip_in_the_file_and_named() -> None:
    truth = Truth(
        method="project", inputs={**ANN, "weight_kg": 45.0, "running_km_per_week": 20.0}, output="fat_loss_kg"
    )
    with pytest.raises(ArgumentError, match="refused"):
        expected_value(truth)


def test_a_figure_of_the_calculator_has_no_fault() -> None:
    assert fault_of(RUN) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (replace(RUN, value=330.0), "but the calculator says 318.07"),
        (replace(RUN, low=320.0), "lies outside"),
        (replace(RUN, shown="about 340 kcal (280 to 360)"), "340 is shown for 318.1"),
        (replace(RUN, shown="about 320 kcal (280 to 400)"), "400 is shown for 359.6"),
        (replace(RUN, shown="about 320 kcal"), "no estimate with its range"),
        (replace(RUN, method="magic"), "no way to compute magic again"),
        (replace(RUN, inputs={}), "cannot be computed again"),
        (
            replace(RUN, inputs={**RUN.inputs, "grade": FigureInput(value=5.0, unit="%", origin="told")}),
            "calculator says",
        ),
    ],
    ids=["value", "range", "shown", "end", "no range", "method", "inputs", "grade"],
)
def test_a_figure_that_departs_from_the_calculator_is_named(changed: object, why: str) -> None:
    assert why in str(fault_of(changed))  # type: ignore[arg-type]

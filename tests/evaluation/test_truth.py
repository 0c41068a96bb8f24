from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ArgumentError
from bot.evaluation.conversation import Sum, Truth
from bot.evaluation.truth import expected_value, fault_of
from bot.reply import Figure, FigureInput
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


def as_told(value: float, method: str, km: float, minutes: float) -> Figure:
    inputs = {
        **RUN.inputs,
        "distance": FigureInput(value=km, unit="km", origin="told"),
        "duration": FigureInput(value=minutes, unit="min", origin="told"),
    }
    return replace(
        RUN, value=value, low=value, high=value, shown=f"{value} ({value} to {value})", method=method, inputs=inputs
    )


@pytest.mark.parametrize(
    "figure",
    [
        # LCDA at 4 km in 50 min: S = 1.3333, P = 1.44 + 1.94 S^0.43 + 0.24 S^4 = 4.394 W/kg; gross 220.54, rest 48.66.
        as_told(171.87584424529297, "lcda_walk_power", 4.0, 50.0),
        # 5 km in 50 min is 1.6667 m/s, two thirds of the way from walk to run: RE3 400.25 and LCDA 286.51 kcal gross,
        # so 362.34 by their shares, less 48.66 of rest.
        as_told(313.6720601148442, "re3_run_power + lcda_walk_power", 5.0, 50.0),
        # 5 km in 30 min of walking: row 17231 has 8.5 MET; 8.5 x 70 x 0.5 h = 297.5 kcal gross, less 29.2 of rest.
        as_told(268.3020833333333, "compendium_met", 5.0, 30.0),
    ],
    ids=["walk", "run-walk", "fast walk"],
)
def test_each_way_to_price_a_session_is_done_again(figure: Figure) -> None:
    assert "the calculator says" not in str(fault_of(figure))


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

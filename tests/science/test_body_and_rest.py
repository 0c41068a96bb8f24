"""One body fat and one resting energy per person, whoever asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ArgumentError, OutOfRangeError
from bot.science import activity
from bot.science.body import Body, body_fat, fat_mass_kg, navy_bf
from bot.science.kernel import simulate, start
from bot.science.maintenance import maintenance_energy
from bot.science.methods import METHODS, calculate
from bot.science.projection import Plan, project
from bot.science.resting import resting_energy
from bot.science.session import run_energy

ANNA = Body(sex="female", age_years=34, height_m=1.68, mass_kg=70, pal=1.6)
BEN = Body(sex="male", age_years=28, height_m=1.8, mass_kg=82, pal=1.7)


@pytest.mark.parametrize(
    ("body", "method"),
    [
        (replace(ANNA, fat_mass_kg=20.0, waist_cm=80, neck_cm=33, hip_cm=100), "measured_bf"),
        (replace(ANNA, waist_cm=80, neck_cm=33, hip_cm=100), "navy_bf"),
        (replace(BEN, waist_cm=86, neck_cm=38), "navy_bf"),
        (replace(ANNA, waist_cm=80, neck_cm=33), "rfm_bf"),
        (replace(ANNA, waist_cm=80), "rfm_bf"),
        (ANNA, "gallagher_2000_bf"),
        (replace(ANNA, mass_kg=105), "planner_bf"),
        (replace(ANNA, fat_mass_kg=20.0, assumed=frozenset({"fat_mass_kg"})), "gallagher_2000_bf"),
    ],
)
def test_body_fat_takes_the_best_estimate_there_is(body: Body, method: str) -> None:
    assert body_fat(body).method == method


@pytest.mark.parametrize(
    ("body", "method"),
    [
        (replace(ANNA, fat_mass_kg=20.0, training_h_per_week=6), "cunningham_1980_rmr"),
        (replace(ANNA, fat_mass_kg=20.0), "cunningham_1991_rmr"),
        (replace(BEN, training_h_per_week=7), "ten_haaf_weight_rmr"),
        (replace(BEN, training_h_per_week=7, age_years=40), "mifflin_rmr"),
        (BEN, "mifflin_rmr"),
    ],
)
def test_resting_energy_follows_the_one_selection_rule(body: Body, method: str) -> None:
    assert resting_energy(body).method == method


@pytest.mark.parametrize(
    "body", [ANNA, replace(ANNA, waist_cm=82), replace(BEN, training_h_per_week=7), replace(BEN, fat_mass_kg=15.0)]
)
def test_profile_projection_and_run_show_the_same_rest_and_fat(body: Body) -> None:
    """What the profile shows is what the net figure, the maintenance and the projection are made of."""
    rest, fat = resting_energy(body).value, body_fat(body).value
    assert body.pal is not None
    run = run_energy(body, distance_m=10_000, duration_s=3600)
    assert run.gross.value - run.net.value == pytest.approx(rest / 24)
    assert maintenance_energy(body).value == pytest.approx(body.pal * rest)
    seen = project(body, Plan(running_km_per_week=10))
    assert seen.scenarios["typical"].fat_kg[0] == pytest.approx(fat * body.mass_kg)
    assert fat_mass_kg(body) == pytest.approx(fat * body.mass_kg)
    begin = start(
        sex=body.sex,
        age_years=body.age_years,
        height_m=body.height_m,
        mass_kg=body.mass_kg,
        pal=body.pal,
        fat_mass_kg=fat * body.mass_kg,
        rmr_kcal_day=rest,
    )
    assert begin.maintenance_kcal_day == pytest.approx(maintenance_energy(body).value)
    assert simulate(begin, [], days=1).weight_kg[1] == pytest.approx(body.mass_kg)


def test_the_calculator_picks_the_same_figures_as_the_coach() -> None:
    profile = {"sex": "female", "age_years": 34, "height_m": 1.68, "weight_kg": 70, "waist_cm": 82}
    body = replace(ANNA, pal=None, waist_cm=82)
    fat = calculate("body_fat", profile)
    assert fat.outputs == {"body_fat_fraction": body_fat(body).value, "fat_mass_kg": fat_mass_kg(body)}
    assert calculate("resting_energy", profile).outputs == {"rmr_kcal_day": resting_energy(body).value}
    assert calculate("maintenance_energy", profile).outputs["pal"] == 1.5


def test_inputs_say_where_they_came_from_and_lead_with_the_most_telling() -> None:
    body = replace(ANNA, waist_cm=82, logged=frozenset({"waist_cm"}), assumed=frozenset({"height_m"}))
    inputs = body_fat(body).inputs
    assert list(inputs) == ["waist", "height", "sex"]
    assert [given.origin for given in inputs.values()] == ["log", "assumed", "told"]


def test_a_fat_mass_no_body_has_is_an_input_error() -> None:
    with pytest.raises(ArgumentError) as refused:
        body_fat(replace(ANNA, fat_mass_kg=50.0))
    assert refused.value.argument == "fat_mass_kg"


def test_a_waist_that_gives_impossible_fat_is_an_input_error() -> None:
    with pytest.raises(ArgumentError) as refused:
        body_fat(replace(ANNA, waist_cm=45))
    assert refused.value.argument == "waist_cm"


def test_the_navy_tapes_must_belong_together() -> None:
    with pytest.raises(ArgumentError, match="neck_cm"):
        navy_bf(sex="male", height_cm=178, waist_cm=38, neck_cm=38)
    with pytest.raises(ArgumentError, match="hip_cm"):
        navy_bf(sex="female", height_cm=168, waist_cm=80, neck_cm=33)


def test_a_fat_free_mass_beyond_the_equations_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="fat_free_mass_kg"):
        resting_energy(replace(ANNA, mass_kg=40, fat_mass_kg=22.0))


def test_an_untold_activity_level_is_said_to_be_assumed() -> None:
    told, untold = maintenance_energy(ANNA), maintenance_energy(replace(ANNA, pal=None))
    assert (told.inputs["activity"].origin, told.notes) == ("told", ())
    assert (untold.inputs["activity"].origin, untold.notes) == ("assumed", ("pal_assumed",))


def test_the_three_kinds_of_work_of_a_profile_are_cells_of_the_table() -> None:
    assert {work: activity.PAL_OF_WORK[work] for work in ("desk", "on_feet", "heavy")} == {
        "desk": 1.5,
        "on_feet": 1.7,
        "heavy": 1.8,
    }


def test_leisure_without_work_is_refused() -> None:
    profile = {"sex": "female", "age_years": 34, "height_m": 1.68, "weight_kg": 70, "leisure": "active"}
    with pytest.raises(ArgumentError, match="work"):
        calculate("maintenance_energy", profile)


def test_every_selected_method_stands_in_the_catalogue() -> None:
    for body in (ANNA, BEN, replace(ANNA, mass_kg=105), replace(ANNA, fat_mass_kg=20.0), replace(ANNA, waist_cm=80)):
        assert {body_fat(body).method, resting_energy(body).method, maintenance_energy(body).method} <= METHODS.keys()

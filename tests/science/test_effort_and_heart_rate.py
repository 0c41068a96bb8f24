"""Sessions of which only the kind, the effort, the steps or the heart rate are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ArgumentError, OutOfRangeError
from bot.science.body import Body
from bot.science.compendium import COMPENDIUM
from bot.science.effort import activity_energy, effort_energy, steps_energy
from bot.science.heart_rate import heart_rate_energy
from bot.science.methods import METHODS

ANNA = Body(sex="female", age_years=34, height_m=1.68, mass_kg=70)


def test_an_effort_is_its_row_of_the_table() -> None:
    easy = effort_energy(ANNA, said="run", effort="easy", duration_s=1800, assumed=frozenset({"effort"}))
    assert easy.gross == replace(activity_energy(ANNA, code="12020", duration_s=1800).gross, inputs=easy.gross.inputs)
    assert easy.gross.inputs["activity"].origin == "assumed"
    assert easy.gross.inputs["activity"].value == "jogging, self-selected pace"


def test_an_effort_the_gait_does_not_know_is_refused() -> None:
    with pytest.raises(ArgumentError, match="easy, moderate, brisk"):
        effort_energy(ANNA, said="walk", effort="hard", duration_s=1800)


def test_net_takes_the_persons_own_rest_off_and_not_one_met() -> None:
    yoga = activity_energy(ANNA, code="02175", duration_s=3600)
    assert yoga.net.value == pytest.approx(2.3 * 70 - (10 * 70 + 6.25 * 168 - 5 * 34 - 161) / 24)


def test_an_unknown_code_is_refused_and_leading_zeros_are_kept() -> None:
    with pytest.raises(ArgumentError, match="12170"):
        activity_energy(ANNA, code="12170", duration_s=1800)
    assert all(len(code) == 5 and code == row.code for code, row in COMPENDIUM.items())


def test_steps_are_a_walk_of_a_guessed_step_length() -> None:
    walk = steps_energy(ANNA, steps=6000, duration_s=3600)
    assert walk.notes == ("step_length_from_height",)
    assert set(walk.net.inputs) == {"mass", "steps", "duration", "height", "age", "sex"}


def test_too_many_steps_for_the_time_are_no_walk() -> None:
    with pytest.raises(OutOfRangeError, match="speed_m_s"):
        steps_energy(ANNA, steps=20_000, duration_s=3600)


def test_beta_blockers_make_heart_rate_useless() -> None:
    with pytest.raises(ArgumentError, match="beta_blockers"):
        heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800, beta_blockers=True)


def test_a_heart_rate_too_low_for_the_line_names_the_lowest() -> None:
    with pytest.raises(OutOfRangeError, match="101 beats/min or more"):
        heart_rate_energy(ANNA, hr_bpm=95, duration_s=1800)


def test_a_mass_for_which_the_line_falls_below_rest_is_refused() -> None:
    """The women's line has a negative weight term: at 250 kg and 100 beats it would burn less than sleep."""
    with pytest.raises(OutOfRangeError, match="mass_kg"):
        heart_rate_energy(replace(ANNA, mass_kg=250), hr_bpm=102, duration_s=1800)


def test_a_known_vo2max_narrows_the_range_and_heat_widens_it() -> None:
    def width(**more: float | bool) -> float:
        gross = heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800, **more).gross  # type: ignore[arg-type]  # from below
        return (gross.high - gross.low) / gross.value

    assert width(vo2max_ml_kg_min=42) < width() < width(hot_or_drifting=True)
    assert heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800, hot_or_drifting=True).notes == ("outside_fitted_range",)


def test_marks_on_unknown_inputs_are_refused_here_too() -> None:
    marked = frozenset({"nonsense"})
    for entry in (
        lambda: heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800, assumed=marked),
        lambda: activity_energy(ANNA, code="12020", duration_s=1800, assumed=marked),
        lambda: steps_energy(ANNA, steps=6000, duration_s=3600, logged=marked),
    ):
        with pytest.raises(ArgumentError, match="nonsense"):
            entry()


def test_the_methods_named_stand_in_the_catalogue() -> None:
    for energy in (
        heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800),
        heart_rate_energy(ANNA, hr_bpm=150, duration_s=1800, vo2max_ml_kg_min=42),
        activity_energy(ANNA, code="12020", duration_s=1800),
    ):
        assert energy.net.method in METHODS

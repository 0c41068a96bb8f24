"""Who may see body numbers: the table of states, line by line."""

from __future__ import annotations

import pytest

from bot.coach.permissions import permissions
from bot.runner import Runner

ADULT = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({}, None),
        (ADULT, None),
        ({"age_years": 17}, "under_18"),
        ({"age_years": 18}, None),
        ({"flags": {"pregnant"}}, "pregnancy"),
        ({"flags": {"breast_feeding"}}, "breast_feeding"),
        ({"flags": {"eating_disorder"}}, "eating_disorder"),
        ({"flags": {"reds_signs"}}, "reds_signs"),
        ({"flags": {"number_free"}}, "number_free"),
        # 18.5 x 1.70 x 1.70 = 53.465 kg
        ({"height_m": 1.70, "weight_kg": 53.4}, "bmi_below_18_5"),
        ({"height_m": 1.70, "weight_kg": 53.5}, None),
        ({"flags": {"number_free", "pregnant"}}, "pregnancy"),
        ({"flags": {"medical"}}, None),
    ],
)
def test_each_protected_state_closes_body_numbers(told: dict[str, object], state: str | None) -> None:
    allowed = permissions(Runner.model_validate(told))
    assert allowed.state == state
    assert allowed.body_numbers == (state is None)


def test_signs_of_low_energy_make_a_reminder_a_question_first() -> None:
    assert permissions(Runner(flags=frozenset({"reds_signs"}))).reminder_must_be_asked
    assert not permissions(Runner()).reminder_must_be_asked


def test_from_65_on_a_person_counts_as_older() -> None:
    assert permissions(Runner(age_years=65)).older
    assert not permissions(Runner(age_years=64)).older

from __future__ import annotations

import pytest

from bot.evaluation.claims import facts_of, states_a_fact


@pytest.mark.parametrize(
    "sentence",
    [
        "Sleep cures sore knees.",
        "Neither running nor crunches can pick the belly.",
        "Yes, a soft, round middle is normal, because muscles were stretched for so long.",
        "Nobody has shown that it slims the thighs.",
        "Protein keeps muscle while fat goes. [1]",
    ],
)
def test_what_is_said_of_bodies_and_training_is_a_fact(sentence: str) -> None:
    assert states_a_fact(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Have protein at each meal.",
        "Measure your waist too.",
        "If a knee swells or locks, have it seen first.",
        "Does your knee hurt at night?",
        "We found no trial of balms for chafed thighs.",
        "Sad moments like this one are allowed.",
    ],
)
def test_advice_questions_kindness_and_empty_hands_are_none(sentence: str) -> None:
    assert not states_a_fact(sentence)


def test_each_fact_of_a_reply_is_found_with_its_marks() -> None:
    said = "Fat leaves slowly. [1][2] Try three runs. Muscle grows by lifting.\nHow is your sleep?"
    assert [*facts_of(said)] == ["Fat leaves slowly. [1][2]", "Muscle grows by lifting."]

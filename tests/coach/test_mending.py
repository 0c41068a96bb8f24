"""A model's text with doubtful sentences: told in their sources' words, or thrown away."""

from __future__ import annotations

import pytest

from bot.coach.gates.gate import Material, Verdict, examine
from bot.coach.gates.mending import mended
from tests.coach.conftest import reader

APPETITE = "Appetite often rises with training, so many people eat back part of what they spend."
MIDDLE = "In trials the middle gives up fat sooner than the hips and thighs do."
MATERIAL = Material(said="why am i not losing anything", evidence={1: [APPETITE], 2: [MIDDLE]})


def after_mending(text: str) -> Verdict | None:
    verdict = examine(text, MATERIAL, reader().doubt)
    assert not verdict.passes
    return mended(verdict, MATERIAL)


@pytest.mark.parametrize(
    "false",
    [
        "Appetite never rises with training. [1]",
        "Women's appetite often rises with training, so men eat back 300 kcal of what they spend. [1]",
    ],
)
def test_a_false_sentence_becomes_what_its_source_says(false: str) -> None:
    verdict = after_mending(f"{MIDDLE} [2] {false}")
    assert verdict is not None
    assert [one.statement.text for one in verdict.statements] == [MIDDLE, APPETITE]


def test_what_has_no_source_is_left_out() -> None:
    verdict = after_mending(
        f"{MIDDLE} [2] Cold water takes fat off the belly. Walking backwards trains the calves. [7]"
    )
    assert verdict is not None
    assert [one.statement.text for one in verdict.statements] == [MIDDLE]


@pytest.mark.parametrize(
    "slip", ["I've set a reminder for you.", "You ran it last week.", "You can skip your tablets."]
)
def test_a_deed_a_past_or_a_medical_word_of_its_own_is_left_out(slip: str) -> None:
    verdict = after_mending(f"{MIDDLE} [2] {slip}")
    assert verdict is not None
    assert [one.statement.text for one in verdict.statements] == [MIDDLE]


def test_a_source_is_told_once() -> None:
    verdict = after_mending(f"{MIDDLE} [2] The hips give up fat sooner than the middle. [2]")
    assert verdict is not None
    assert [one.statement.text for one in verdict.statements] == [MIDDLE]


def test_what_is_wrong_throughout_is_told_in_its_sources_words() -> None:
    verdict = after_mending("Appetite never rises with training. [1] The hips give up fat sooner than the middle. [2]")
    assert verdict is not None
    assert [one.statement.text for one in verdict.statements] == [APPETITE, MIDDLE]


def test_a_free_wording_is_told_as_the_source_tells_it_and_talk_that_may_claim_is_left_out() -> None:
    talk, loose = "A stride is a kind of promise the hips make.", "Training tends to make people a good deal hungrier."
    verdict = examine(f"{talk} {loose} [1] {MIDDLE} [2]", MATERIAL, reader().doubt)
    told = mended(verdict, MATERIAL)
    assert told is not None
    assert [one.statement.text for one in told.statements] == [APPETITE, MIDDLE]


def test_a_quote_without_a_fault_stands_as_it_is() -> None:
    verdict = examine(f"{APPETITE} [1] {MIDDLE} [2]", MATERIAL, reader().doubt)
    assert verdict.passes
    assert mended(verdict, MATERIAL) == verdict


@pytest.mark.parametrize(
    "text",
    [
        f"{MIDDLE} [2] Get your bikini body.",
        f"{MIDDLE} [2] You should be ashamed of that belly.",
        "Cold water takes fat off the belly.",
        "Dein Bauch wird durch das Laufen nicht kleiner und du hast mehr Hunger. [1]",
    ],
)
def test_wrong_manner_nothing_to_tell_or_another_language_is_thrown_away(text: str) -> None:
    assert after_mending(text) is None

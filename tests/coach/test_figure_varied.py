"""A figure asked again for another size, and held against a value somebody names."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk

BEN = {"sex": "male", "age_years": 44, "height_m": 1.80, "weight_kg": 74.0}
PLAN = "how much fat would i lose running 10k 3x a week for 12 weeks"


@pytest.mark.parametrize(
    ("text", "begins"),
    [("so 0.7 kg could also be zero", "Yes"), ("could it be 1.5 kg?", "Yes"), ("might it be 9 kg", "Not likely")],
)
async def test_a_value_is_held_against_the_range_shown_and_kept_nowhere(talk: Talk, text: str, begins: str) -> None:
    talk.tell(**BEN)
    await talk.say(PLAN)
    reply = (await talk.say(text)).reply
    assert reply.text.startswith(begins)
    assert talk.memory.runner.weight_kg == 74.0
    assert talk.memory.weigh_ins == ()


async def test_a_weight_to_reach_is_not_held_against_a_loss(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say(PLAN)
    assert "the range" not in (await talk.say("could i be 70 kg")).reply.text


async def test_what_moves_a_figure_most_is_its_sensitivity(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say("how many kcal for 10k")
    assert "in proportion" in (await talk.say("what changes that figure most")).reply.text


async def test_a_run_is_priced_again_for_another_size(talk: Talk) -> None:
    talk.tell(**BEN)
    ten = (await talk.say("how many kcal for 10k")).reply.figures[0].value
    twice = (await talk.say("and twice that?")).reply.figures[0].value
    mile = (await talk.say("per mile?")).reply.figures[0].value
    assert twice == pytest.approx(2 * ten)
    assert mile == pytest.approx(ten * 0.1609344)


async def test_another_slope_goes_on_from_the_treadmill_without_the_watchs_figure(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say("how many kcal for 10k")
    await talk.say("my garmin says 820, why is yours lower")
    flat = (await talk.say("treadmill at 1% incline?")).reply
    steep = (await talk.say("and at 5%")).reply
    assert steep.figures[0].value > flat.figures[0].value
    assert "820" not in flat.text + steep.text


async def test_a_sum_at_a_pace_is_done_for_twice_the_way(talk: Talk) -> None:
    await talk.say("5k at 4:37/km?")
    assert "46:10" in (await talk.say("and twice that?")).reply.text

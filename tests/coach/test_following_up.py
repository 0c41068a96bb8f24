"""Questions about a figure just given: answered from the figure itself, done again, or closed."""

from __future__ import annotations

import re

from tests.coach.conftest import Talk

ANN = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}
FLAGSHIP = "does running make my butt smaller?"


async def test_a_figure_shown_before_is_not_opened_again_once_numbers_are_closed(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how many calories does 5k burn")
    await talk.say("I'm 22 weeks pregnant")
    for words in ("how sure are you?", "which equation?", "How I got this"):
        reply = (await talk.say(words)).reply
        assert reply.figures == ()
        assert "kcal" not in reply.text


async def test_questions_about_a_figure_are_answered_from_the_figure(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how many calories does 10k in 55 min burn")
    both = (await talk.say("net or gross?")).reply
    assert [figure.name for figure in both.figures] == ["net_kcal", "gross_kcal"]
    assert both.figures[0].value < both.figures[1].value
    assert "four in five" in (await talk.say("how sure are you?")).reply.text
    assert "10.1519/JSC.0000000000004626" in (await talk.say("which equation?")).reply.text
    per_km = (await talk.say("how many kcal is that per km")).reply.figures[0]
    assert abs(per_km.value - both.figures[0].value / 10) < 1e-6


async def test_the_right_value_told_with_a_doubt_redoes_the_sum_and_is_kept(talk: Talk) -> None:
    await talk.say("how many calories does 10k burn")
    again = (await talk.say("that's wrong, I weigh 82 kg")).reply
    assert again.figures[0].inputs["weight_kg"].value == 82
    assert talk.memory.runner.weight_kg == 82


async def test_other_units_do_the_same_sum_again_with_human_numbers(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how much fat would I lose with 6 miles a week for 3 months?")
    reply = (await talk.say("in km and kg please")).reply
    assert "9.7 km a week" in reply.text
    receipt = (await talk.say("How I got this", "v1:how")).reply
    assert "6:40/km" in receipt.text
    assert not re.search(r"\d\.\d{3}", receipt.text.split("Source:")[0])


async def test_an_example_takes_the_sex_and_weight_that_were_told(talk: Talk) -> None:
    talk.tell(sex="male", weight_kg=95)
    reply = (await talk.say(FLAGSHIP)).reply
    assert "a man of 35 at 95 kg" in reply.text
    assert "age and height" in (await talk.tap("My numbers")).reply.text

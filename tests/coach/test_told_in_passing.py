"""Facts told in passing: all of them are kept, a number that is no time is none, and a slip is put right."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf

OFFER = "i feel useless, everyone is faster than me"


async def test_a_list_of_facts_is_kept_whole_and_the_sum_goes_on(talk: Talk) -> None:
    await talk.say("how many calories does a 5k burn")

    reply = (await talk.say("im a man btw. 50, 104 kg, 1.78")).reply

    runner = talk.memory.runner
    assert (runner.sex, runner.age_years, runner.weight_kg, runner.height_m) == ("male", 50, 104, 1.78)
    assert {one.subject for one in reply.figures} == {"you"}


async def test_a_height_put_right_changes_the_height_alone(talk: Talk) -> None:
    talk.tell(sex="female", age_years=35, height_m=1.66, weight_kg=70)

    await talk.say("i'm 1.60 m not 1.66")

    runner = talk.memory.runner
    assert (runner.sex, runner.age_years, runner.weight_kg, runner.height_m) == ("female", 35, 70, 1.6)


async def test_a_weight_is_put_right_by_a_bare_number(talk: Talk) -> None:
    await talk.say("my weight is 70 kg now")

    await talk.say("no sorry 71")

    assert talk.memory.runner.weight_kg == 71


async def test_a_weight_told_after_a_sum_redoes_it_and_is_kept(talk: Talk) -> None:
    talk.tell(sex="female", age_years=35, height_m=1.66, weight_kg=70)
    before = (await talk.say("how many calories does a 5k burn")).reply.figures[0].value

    after = (await talk.say("sorry im 75 kg")).reply.figures[0].value

    assert after > before
    assert talk.memory.runner.weight_kg == 75


async def test_kids_and_years_are_no_time_and_the_offer_stands(ann: Talk, shelf: ToldShelf) -> None:
    shelf.zone = "decline"
    await ann.say(OFFER)

    told = (await ann.say("im 43, desk job, 2 kids")).reply
    asked = (await ann.say("yeah ok maybe")).reply

    assert "14:00" not in {one.label for one in told.buttons}
    assert ann.memory.runner.age_years == 43
    assert asked.text == "At what time?"


@pytest.mark.parametrize(
    "text", ["evening i guess, like 8.30", "evening i guess, after kids are in bed, like 8.30", "8.30 in the evening"]
)
async def test_half_past_eight_in_the_evening_is_understood(ann: Talk, shelf: ToldShelf, text: str) -> None:
    shelf.zone = "decline"
    await ann.say(OFFER)
    await ann.say("yeah ok maybe")
    await ann.say(text)
    await ann.say("every day")

    assert ann.rings(2) == ["Sun 22 20:30", "Mon 23 20:30"]


async def test_the_hours_of_the_afterburn_are_no_run(talk: Talk) -> None:
    reply = (await talk.say("afterburn burns calories for 48 hours right")).reply

    assert reply.citations
    assert "2880" not in reply.text


async def test_what_research_says_about_reminders_is_a_question(ann: Talk) -> None:
    reply = (await ann.say("what does research say about reminders")).reply

    assert "time" not in reply.text
    assert ann.memory.reminders == ()


async def test_no_line_of_comfort_comes_twice_in_a_talk(talk: Talk, shelf: ToldShelf) -> None:
    shelf.zone = "decline"
    lines = [(await talk.say(text)).reply.text.split("\n")[0] for text in ("i feel so discouraged", "so discouraged")]
    lines += [(await talk.say(f"i feel discouraged{end}")).reply.text.split("\n")[0] for end in ("", " again", " now")]
    comforts = [line for line in lines if "fed up" in line or "flat about" in line or "failing of" in line]

    assert len(set(comforts)) == len(comforts)
    assert comforts

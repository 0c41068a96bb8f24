"""What is plainly for somebody else is never shown, and a question without a subject leans on the one before."""

from __future__ import annotations

import pytest

from bot.coach.fitting import leans_back
from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize("text", ["can i still run?", "so can i run then", "but should i still jog", "can i walk now"])
async def test_a_question_without_a_subject_is_searched_with_the_one_before(
    talk: Talk, shelf: ToldShelf, text: str
) -> None:
    shelf.slug = "running-with-a-cold"
    await talk.say("is running with a runny nose bad for me")

    await talk.say(text)

    assert shelf.asked[-1].startswith("is running with a runny nose bad for me")
    assert shelf.asked[-1].endswith(text)


@pytest.mark.parametrize("text", ["can i still run while pregnant", "can i run a marathon", "can i run with a cold"])
def test_a_question_with_a_subject_of_its_own_does_not_lean(text: str) -> None:
    assert not leans_back(text)


@pytest.mark.parametrize("slug", ["menopause-and-running", "running-while-pregnant", "teenagers-and-running"])
async def test_a_man_of_fifty_hears_nothing_that_is_for_others(talk: Talk, shelf: ToldShelf, slug: str) -> None:
    talk.tell(sex="male", age_years=50)
    shelf.slug = slug

    reply = (await talk.say("does running help with belly fat at my age")).reply

    assert reply.citations == ()


async def test_a_man_who_asks_for_his_pregnant_wife_is_answered(talk: Talk, shelf: ToldShelf) -> None:
    talk.tell(sex="male", age_years=40)
    shelf.slug = "running-while-pregnant"

    reply = (await talk.say("what do studies say about pregnant women who run")).reply

    assert reply.citations


async def test_no_sentence_on_women_after_menopause_is_quoted_to_a_man(talk: Talk, shelf: ToldShelf) -> None:
    talk.tell(sex="male", age_years=50)
    shelf.slug = "fat-loss-in-months"

    for text in ("how much fat does running take off", "More", "More", "More"):
        assert "menopause" not in (await talk.say(text)).reply.text


async def test_a_knee_that_moans_on_the_stairs_is_cared_for_as_a_knee(talk: Talk) -> None:
    reply = (await talk.say("joints are kinda meh, left knee moans on stairs. so walking then?")).reply

    assert {one.article for one in reply.citations} == {"running-and-knees"}


async def test_help_with_what_i_eat_is_about_fat_where_the_talk_is(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "belly-fat"
    await talk.say("how do i lose belly fat")
    await talk.say("can you help with what i eat then")

    assert shelf.asked[-1] == "food for fat loss, how much less to eat"


async def test_in_the_first_months_after_a_birth_no_plan_for_a_year_on_is_told(coach, shelf):
    talk = Talk(coach)
    await talk.say("i had a baby 5 weeks ago")
    shelf.slug = "a-year-after-birth"
    told = (await talk.say("what could i do in the evenings")).reply
    assert "jog" not in told.text
    assert "a-year-after-birth" not in {citation.article for citation in told.citations}

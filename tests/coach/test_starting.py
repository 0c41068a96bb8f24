"""A tired beginner who asks for the plan gets the plan: its minutes, its days, its source."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk

WEEK = [
    "give me a week plan, 3 days, dead simple",
    "fine. just give me the week plan. 3 days, dead simple",
    "i didnt ask how you are. i need a plan for a beginner",
    "where do i even start",
]
FIRST_WEEK = [
    "give me a first week, really easy, for somebody heavy",
    "5 km lol i cant run to the bus. can you give me a first week, really easy",
    "no not up to 5k. what do i do THIS week. i have never run in my life",
    "show me one week",
]
MINUTES = ["how many minutes walking and how many jogging", "minutes i said, not steps"]
TOMORROW = ["what do i do tomorrow", "so what do i do tomorow exactly", "what should i do first"]
BROKEN = [
    "ok but what do i do. like tomorrow. i have maybe 20 min",
    "what would you have me do tomorrow morning",
]
NEAR_MISSES = [
    "give me a half marathon plan",
    "make me a meal plan",
    "give me a plan for bigger glutes",
    "is 20 minutes enough to burn fat",
    "is 30 minutes a day enough",
    "where do i start with strength",
    "give me a week off",
    "give me one week to think about it",
    "where do i begin with weights",
    "i ran 20 minutes, that was too much",
    "i want to run 3 times a week, does that burn fat",
]


@pytest.mark.parametrize("text", [*WEEK, *FIRST_WEEK])
async def test_the_week_is_given_at_once_with_its_minutes_and_source(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    assert "three days" in reply.text
    assert "run one minute and walk two, six times over" in reply.text
    assert {one.article for one in reply.citations} == {"start-running"}


@pytest.mark.parametrize("text", MINUTES)
async def test_the_minutes_are_told_apart(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    # Five to warm up and two after each of six jogs of one minute: 5 + 6 x 2 = 17, and 6 x 1 = 6.
    assert "seventeen" in reply.text
    assert "six" in reply.text
    assert {one.article for one in reply.citations} == {"start-running"}


@pytest.mark.parametrize("text", [*TOMORROW, *BROKEN])
async def test_tomorrow_is_one_outing(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    assert "walk" in reply.text
    assert "six" in reply.text
    assert {one.article for one in reply.citations} == {"start-running"}


@pytest.mark.parametrize(
    ("text", "shown", "heard"),
    [
        ("is 20 mins too much for a first go", "20 minutes", "walk"),
        ("is 45 minutes too long to start with", "45 minutes", "half"),
        ("is 7 minutes of jog ok", "7 minutes", "talk"),
        ("is 25 min of jogging ok to begin with", "25 minutes", "one minute"),
    ],
)
async def test_whether_so_much_is_too_much_is_answered(talk: Talk, text: str, shown: str, heard: str) -> None:
    reply = (await talk.say(text)).reply

    assert shown in reply.text
    assert heard in reply.text.lower() or "sentences" in reply.text
    assert {one.article for one in reply.citations} == {"start-running"}


async def test_asked_again_the_plan_is_told_in_other_words(talk: Talk) -> None:
    said = [(await talk.say(text)).reply.text for text in (*WEEK, *MINUTES, *TOMORROW)]

    assert len(set(said)) == len(said)


async def test_a_start_after_twelve_years_gets_one_warm_clause(talk: Talk) -> None:
    text = "hey. i havent done any sport for like 12 years and im always tired. where do i even start"

    reply = (await talk.say(text)).reply

    assert reply.text.startswith(("Asking where to start", "Coming back to moving"))
    assert "12" not in reply.text


@pytest.mark.parametrize("text", NEAR_MISSES)
async def test_another_plan_is_not_answered_with_the_first_week(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    assert "start-running" not in {one.article for one in reply.citations}


async def test_the_plan_of_somebody_over_65_carries_a_line_of_care(talk: Talk) -> None:
    talk.tell(age_years=70)

    reply = (await talk.say(WEEK[0])).reply

    assert "see a doctor first if you have a known condition" in reply.text


async def test_somebody_pregnant_gets_no_first_week(talk: Talk) -> None:
    talk.tell(flags=["pregnant"])

    reply = (await talk.say(WEEK[0])).reply

    assert "six times over" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "i got puffed going up the stairs today and it scared me a bit. am i too unfit to run?",
        "i got puffed going up the stairs and it scared me",
        "im out of breath after two flights, is that normal",
        "winded just walking to the bus lately, worried",
    ],
)
async def test_breathless_on_the_stairs_is_told_what_is_common_and_what_is_a_sign(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    assert "common" in reply.text
    assert "doctor" in reply.text
    assert "faint" in reply.text
    assert {one.article for one in reply.citations} == {"check-up-before-running"}


async def test_out_of_breath_while_running_is_a_question_about_breathing(talk: Talk) -> None:
    reply = (await talk.say("i get out of breath when running up steps")).reply

    assert {one.article for one in reply.citations} != {"check-up-before-running"}


async def test_where_to_start_beside_a_wish_gets_the_first_step_and_the_wish_is_kept(talk: Talk) -> None:
    reply = (await talk.say("id love a smaller bum. where do i even start")).reply

    assert "three days" in reply.text
    assert talk.memory.runner.goal == "smaller"


async def test_a_run_told_with_shame_gets_a_kind_word_beside_its_row(talk: Talk) -> None:
    reply = (await talk.say("I ran again yesterday and had to stop after one minute. felt pathetic")).reply

    assert "1 minute" in reply.text
    assert "hard part" in reply.text or "rough one" in reply.text

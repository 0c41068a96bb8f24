"""A feeling is met first: one warm clause, one small thing, no menu and no article about something else."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize(
    "words",
    [
        "idk im not sure i can keep this up",
        "maybe im just not a runner",
        "hey im back. sorry i didnt do anything for two weeks",
        "150 minutes?? i cant even run for one minute",
    ],
)
async def test_a_doubt_a_shock_or_an_apology_is_met_with_something_small(talk: Talk, words: str) -> None:
    reply = (await talk.say(words)).reply

    assert reply.kind == "smalltalk"
    assert reply.citations == ()
    assert "Shall I remind you?" in reply.text


async def test_a_joy_is_shared_and_nothing_is_asked_for(talk: Talk) -> None:
    reply = (await talk.say("i had such a good run today, first one in years that i wasnt counting")).reply

    assert reply.kind == "smalltalk"
    assert "?" not in reply.text


async def test_a_question_beside_a_feeling_is_answered(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "running-and-knees"
    reply = (await talk.say("im scared i wreck my knees, is running bad for them?")).reply

    assert reply.citations


async def test_what_is_asked_after_a_small_thing_is_about_it(talk: Talk) -> None:
    await talk.say("maybe im just not a runner")
    reply = (await talk.say("what then")).reply

    assert "walk" in reply.text.lower()
    assert "minute" in reply.text


async def test_tears_after_a_small_loss_open_the_figure(talk: Talk) -> None:
    talk.tell(sex="female", age_years=35, height_m=1.66, weight_kg=70)
    await talk.say("how much fat would I lose with 5k four times a week for 3 months")
    reply = (await talk.say("that's depressing")).reply

    assert "hunger" in reply.text
    assert "the figure stands" not in reply.text


async def test_whether_we_tire_of_somebody_is_answered_plainly(talk: Talk) -> None:
    reply = (await talk.say("do you ever get tired of me moaning")).reply

    assert reply.text.startswith(("No", "Never"))


async def test_a_question_beside_a_wish_for_no_numbers_is_answered_as_well(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "running-and-knees"
    reply = (await talk.say("no more numbers about my body please. is running bad for my knees")).reply

    assert "number_free" in talk.memory.runner.flags
    assert reply.citations


async def test_tears_right_after_a_run_are_not_taken_for_sorrow(talk: Talk) -> None:
    await talk.say("ran 5k without stopping this morning!!")
    reply = (await talk.say("im crying a bit lol")).reply

    assert "rough patch" not in reply.text
    assert reply.citations == ()

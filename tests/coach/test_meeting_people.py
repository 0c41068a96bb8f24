"""People where they are: help lines, asides, protected states and how they are left."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf

ANN = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}


async def test_help_lines_are_those_of_the_country_and_nobody_gets_an_unchecked_number(talk: Talk) -> None:
    talk.tell(time_zone="Europe/London")
    british = (await talk.say("i make myself throw up after eating")).reply
    assert "Beat on 0808 801 0677" in british.text
    licences = {number.licence for number in british.numbers}
    # the words for somebody who was sick name the emergency number too, and one wording says "one time"
    assert "text:help.eating.GB" in licences
    assert licences <= {"text:help.eating.GB", "text:safety.emergency.GB", "text:safety.purged"}
    talk.tell(time_zone="Asia/Tokyo")
    elsewhere = (await talk.say("i make myself throw up after eating")).reply
    assert "helpline where you live" in elsewhere.text
    assert not any(number.licence.startswith("text:help.") for number in elsewhere.numbers)


async def test_somebody_past_an_eating_disorder_is_met_kindly_and_gets_no_numbers(talk: Talk) -> None:
    talk.tell(**ANN)
    first = (await talk.say("i had anorexia but im recovered, can i run?")).reply
    assert "far side" in first.text
    later = (await talk.say("how many calories does 5k burn")).reply
    assert later.figures == ()
    assert "keep in mind" in (await talk.say("what do you know about me?")).reply.text


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("i ate a whole pizza", "make up for"),
        ("it rained so i didnt go", "remind you"),
        ("what do i do in the 10 minutes", "walk"),
        ("you're just a bot", "I'm a bot"),
    ],
)
async def test_what_is_said_around_a_subject_gets_a_short_kind_word(talk: Talk, words: str, part: str) -> None:
    reply = (await talk.say(words)).reply
    assert reply.citations == ()
    assert part in reply.text or reply.kind == "smalltalk"


async def test_nobody_without_numbers_is_offered_an_article_about_losing_weight(talk: Talk, shelf: ToldShelf) -> None:
    await talk.say("I'm 16")
    shelf.zone = "decline"
    for _ in range(3):
        reply = (await talk.say("qwerty asdf zxcv")).reply
        offered = {button.action.removeprefix("v1:article:") for button in reply.buttons}
        assert not {slug for slug in offered if slug in shelf.library.articles and shelf.library.articles[slug].figure}


async def test_a_state_is_left_by_saying_so_and_confirming_it(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("I'm 22 weeks pregnant")
    asked = await talk.say("i'm not pregnant anymore")
    assert asked.staged == ()
    assert (await talk.say("how many calories does 5k burn")).reply.figures == ()
    await talk.say("i'm not pregnant anymore")
    await talk.say("yes")
    assert talk.memory.runner.flags == frozenset()
    assert (await talk.say("how many calories does 5k burn")).reply.figures


async def test_numbers_closed_for_an_eating_disorder_open_only_in_a_step_of_their_own(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("i make myself throw up after eating")
    await talk.say("I weigh 65 kg now")
    assert "eating_disorder" in talk.memory.runner.flags
    asked = (await talk.say("i want to see the numbers again")).reply
    assert asked.kind == "clarify"
    await talk.say("no")
    assert "eating_disorder" in talk.memory.runner.flags

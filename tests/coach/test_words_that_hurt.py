"""A remark that hurt, a rule that food waits for a number, and a worry that it goes wrong, are met as what they are."""

from __future__ import annotations

import pytest

from bot.nlu.care_topics import care_topics
from tests.coach.told_talks import Talk


@pytest.mark.parametrize(
    "said",
    [
        "my sister said my legs look big and it hurt. i just like running",
        "a colleague commented on my belly and it really stung",
        "my mum told me i look fat in shorts and it upset me",
    ],
)
async def test_a_remark_is_met_with_kindness_and_not_as_an_ache_or_a_wish(talk: Talk, said: str) -> None:
    reply = (await talk.say(said)).reply
    assert "stings" in reply.text
    assert reply.citations == ()
    assert "ask me how the run felt" in (await talk.say("what should i say to her")).reply.text


async def test_an_ache_that_hurts_is_an_ache(talk: Talk) -> None:
    assert "stings" not in (await talk.say("my sister said i should ask you: my knee hurts when i run")).reply.text


@pytest.mark.parametrize(
    "said",
    [
        "im recovered from bulimia. i feel like if i dont know the calories i cant eat after",
        "i had anorexia years ago. sometimes im scared to eat before i know what i burned",
    ],
)
async def test_food_that_waits_for_a_number_is_met_beside_the_words_for_the_past(talk: Talk, said: str) -> None:
    reply = (await talk.say(said)).reply
    assert "numbers out" in reply.text or "calories and weight out" in reply.text
    assert "You may eat without one" in reply.text or "no figure to be allowed to eat" in reply.text
    assert reply.figures == ()


async def test_how_to_notice_that_it_goes_wrong_is_told(talk: Talk) -> None:
    await talk.say("i had an eating disorder")
    reply = (await talk.say("how will i notice if it's going wrong?")).reply
    assert "leave today's run out" in reply.text or "meant to leave free" in reply.text


@pytest.mark.parametrize("said", ["how many calories do i need before i know its enough", "i cant eat before a run"])
def test_an_amount_asked_about_is_no_such_rule(said: str) -> None:
    assert "eats_by_count" not in care_topics(said)


@pytest.mark.parametrize("said", ["ok see you thursday", "see you on monday then", "see ya next week"])
async def test_a_goodbye_may_name_a_day(talk: Talk, said: str) -> None:
    assert (await talk.say(said)).reply.text.startswith(("Bye", "See you"))


@pytest.mark.parametrize(
    "said",
    [
        "No, I asked about stopping. I'm frightened of not being able to stop once I'm out there.",
        "what do i do if i start thinking i should go further every time",
        "It was a what if. But why no run at all the next day? Would a planned run be wrong too?",
    ],
)
async def test_the_fear_of_running_on_and_on_is_no_wish_to_die(talk: Talk, said: str) -> None:
    await talk.say("i had an eating disorder years ago, no numbers please")
    assert "emergency number" not in (await talk.say(said)).reply.text


@pytest.mark.parametrize(
    "said",
    [
        "ok but 1000m not like a marathon lol. and im scared cuz everyone watches. what do i even do this week",
        "thats not what i said?? i said i can run 15 min without stopping. and the race is 1000m not 5k",
        "so i can run 15 min already and the race is 1000m, how fast do i start so i dont die halfway",
    ],
)
async def test_the_length_of_a_race_to_come_is_no_run(talk: Talk, said: str) -> None:
    await talk.say("im 15 and there is a school race in 3 weeks")
    assert (await talk.say(said)).staged == ()

"""Too much water and pressed nerves are emergencies with words of their own; a birth of years ago is none."""

from __future__ import annotations

from tests.coach.conftest import Talk


async def test_litres_of_water_and_a_sick_head_are_told_to_drink_no_more(talk: Talk) -> None:
    reply = (await talk.say("drank litres on my long run and now my head is splitting and my fingers are puffy")).reply

    assert reply.kind == "safety"
    assert "water" in reply.text
    assert "shade" not in reply.text
    assert reply.figures == ()


async def test_numbness_between_the_legs_is_sent_to_an_emergency_department(talk: Talk) -> None:
    reply = (await talk.say("lower back is agony and ive lost feeling between my legs")).reply

    assert reply.kind == "safety"
    assert "emergency department" in reply.text


async def test_the_talk_stays_with_either_in_the_next_turn(talk: Talk) -> None:
    await talk.say("lower back is agony and ive lost feeling between my legs")

    reply = (await talk.say("can i still go for a jog tonight")).reply

    assert reply.kind == "safety"


async def test_a_birth_of_years_ago_keeps_nobody_from_the_first_week(talk: Talk) -> None:
    reply = (await talk.say("i just had a kid 2 years ago, where do i start")).reply

    assert reply.kind == "answer"
    assert "This week" in reply.text

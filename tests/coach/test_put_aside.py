"""What the coach brought up, and nobody asked, is left out of what somebody asks, and its article stays aside."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from bot.coach.put_aside import put_aside
from bot.coach.turn import Exchange
from tests.coach.conftest import Talk, ToldShelf, articles


async def _told(coach: Coach, shelf: ToldShelf, said: str, slug: str) -> tuple[Exchange, ...]:
    shelf.slug = slug
    talk = Talk(coach)
    await talk.say(said)
    return talk.memory.exchanges


@pytest.mark.parametrize(
    ("asked", "slug", "said", "left"),
    [
        (
            "some nights im just dead. is that ok",
            "running-with-a-hangover",
            "hangover?! i dont drink. dead = tired from work. is 10 minutes worth going out for",
            "dead = tired from work. is 10 minutes worth going out for",
        ),
        (
            "some nights im just dead. is that ok",
            "running-with-a-hangover",
            "I have no hangover. do 10 minutes count yes or no",
            "do 10 minutes count yes or no",
        ),
        (
            "why does sitting at a desk make me so tired",
            "dead-butt",
            "glutes aren't what I asked about. can someone like me even start",
            "can someone like me even start",
        ),
        (
            "why does sitting at a desk make me so tired",
            "dead-butt",
            "glutes?? i didnt say anything about glutes. can someone like me even start",
            "can someone like me even start",
        ),
        (
            "why does sitting at a desk make me so tired",
            "low-back-pain",
            "my back is FINE. how long do i walk",
            "how long do i walk",
        ),
        (
            "why does sitting at a desk make me so tired",
            "low-back-pain",
            "stop with the back please. nothing hurts. how long do i walk",
            "how long do i walk",
        ),
    ],
)
async def test_what_the_coach_brought_up_is_put_aside(
    coach: Coach, shelf: ToldShelf, asked: str, slug: str, said: str, left: str
) -> None:
    exchanges = await _told(coach, shelf, asked, slug)

    aside = put_aside(said, exchanges, articles())

    assert aside.rest == left
    assert slug in aside.articles


@pytest.mark.parametrize(
    ("asked", "slug", "said"),
    [
        ("can i run with a hangover", "running-with-a-hangover", "no hangover today. can i run hard"),
        ("how do i train my butt", "moves-at-home", "i have no gym. what do i do"),
        ("how do i train my butt", "moves-at-home", "i have no dumbbells, does a backpack do"),
        ("is running bad for my knees", "running-and-knees", "my knees are fine. how much should i run"),
        ("does running shrink my bum", "butt-smaller", "hip thrusts?"),
        ("does running shrink my bum", "butt-smaller", "what about my belly, i dont have a plan yet"),
    ],
)
async def test_what_they_asked_or_tell_of_themselves_stays(
    coach: Coach, shelf: ToldShelf, asked: str, slug: str, said: str
) -> None:
    exchanges = await _told(coach, shelf, asked, slug)

    aside = put_aside(said, exchanges, articles())

    assert aside.rest == said
    assert not aside.words


async def test_a_sign_of_danger_is_never_left_out(coach: Coach, shelf: ToldShelf) -> None:
    exchanges = await _told(coach, shelf, "why does sitting at a desk make me so tired", "low-back-pain")

    said = "i didnt ask about my back but my chest hurts when i run. how long do i walk"

    assert "my chest hurts when i run" in put_aside(said, exchanges, articles()).rest


async def test_an_article_put_aside_stays_so_until_it_is_asked_for(coach: Coach, shelf: ToldShelf) -> None:
    shelf.slug = "running-with-a-hangover"
    talk = Talk(coach)
    await talk.say("some nights im just dead. is that ok")
    shelf.slug = "start-running"
    await talk.say("hangover?! i dont drink. how do i begin")

    later = put_aside("how many days a week then", talk.memory.exchanges, articles())
    asked = put_aside("ok but can you run with a hangover in general", talk.memory.exchanges, articles())

    assert later.articles == {"running-with-a-hangover"}
    assert not asked.articles


async def test_the_reply_to_what_is_left_says_sorry_and_nothing_of_it(coach: Coach, shelf: ToldShelf) -> None:
    shelf.slug = "low-back-pain"
    talk = Talk(coach)
    await talk.say("why does sitting at a desk make me so tired")
    shelf.slug = "how-often-to-run"

    reply = (await talk.say("no my back is fine. how often should i go")).reply

    assert "back" not in reply.text.lower()

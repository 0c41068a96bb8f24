"""What a message denies of the last replies is not searched for; what it only tells is kept."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from bot.coach.denied import searched, wants_yes_or_no
from bot.coach.turn import Exchange
from tests.coach.conftest import Talk, ToldShelf
from tests.coach.told_talks import hold


@pytest.fixture
async def after_a_cold(coach: Coach, shelf: ToldShelf) -> tuple[Exchange, ...]:
    """Return a talk whose last reply spoke of colds and fever."""
    shelf.slug = "running-with-a-cold"
    talk = Talk(coach)
    await hold(talk, {"say": "can i run with a cold"})
    return talk.memory.exchanges


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("not a cold, just tired and work was hell", "just tired and work was hell"),
        (
            "i dont have a cold?? i just fell off the wagon. how do i get back",
            "i just fell off the wagon. how do i get back",
        ),
        ("3 weeks not 2 lol, how do i get back", "3 weeks lol, how do i get back"),
        ("yes or no, can i run tomorrow", "can i run tomorrow"),
        ("not a cold", "not a cold"),
        ("not losing weight, why is that so", "not losing weight, why is that so"),
        ("i dont have a plan, how do i start", "i dont have a plan, how do i start"),
        ("no stretching, how long do i warm up", "no stretching, how long do i warm up"),
    ],
)
def test_only_what_the_coach_brought_up_can_be_denied(after_a_cold: tuple[Exchange, ...], said: str, left: str) -> None:
    assert searched(said, after_a_cold) == left


def test_a_first_message_denies_nothing() -> None:
    assert searched("not a cold, just tired and slow", ()) == "not a cold, just tired and slow"


def test_yes_or_no_is_asked_in_so_many_words() -> None:
    assert wants_yes_or_no("so yes or no?")
    assert not wants_yes_or_no("is it true or not")


async def test_an_illness_that_the_coach_named_and_somebody_denies_raises_no_alarm(
    coach: Coach, shelf: ToldShelf
) -> None:
    shelf.slug = "check-up-before-running"
    talk = Talk(coach)
    await talk.say("do i have to see a doctor before i run")
    said = "i dont have heart disease?? i mean for the leaking. midwife, doctor or physio, who do i call"

    assert "heart" not in searched(said, talk.memory.exchanges)
    assert "heart" in searched(said, ())
    assert (await talk.say(said)).exchange.intent != "red_flag"

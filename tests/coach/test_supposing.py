"""What an answer supposes must have been told; "how exactly" asks for the way; a wish for no numbers drops nothing."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf

NIGHTS = "sleep-and-fat", "When do I run if I work night shifts?"
PELVIC = "when-a-tip-fails", "How do I find a pelvic-health physio, and what happens there?"
RACE = "first-race-day", "What do I eat before the race?"


@pytest.mark.parametrize(
    ("article", "question", "text", "theirs"),
    [
        (*NIGHTS, "should i go before or after work", "the shift starts"),
        (*PELVIC, "how do i find a good physio", "midwife, GP"),
        (*RACE, "what do i eat before i go", "For a 5K"),
    ],
)
async def test_nobody_is_taken_for_somebody_else(
    talk: Talk, shelf: ToldShelf, article: str, question: str, text: str, theirs: str
) -> None:
    shelf.slug, shelf.answers = article, question

    assert theirs not in (await talk.say(text)).reply.text


@pytest.mark.parametrize(
    ("article", "question", "told", "text", "theirs"),
    [
        (*NIGHTS, "i work nights as a nurse", "should i go before or after work", "the shift starts"),
        (*PELVIC, "i leak a bit when i jump", "how do i find a good physio", "midwife, GP"),
        (*RACE, "my first 5k is on sunday", "what do i eat before i go", "For a 5K"),
    ],
)
async def test_who_told_of_it_gets_their_answer(
    talk: Talk, shelf: ToldShelf, article: str, question: str, told: str, text: str, theirs: str
) -> None:
    await talk.say(told)
    shelf.slug, shelf.answers = article, question

    assert theirs in (await talk.say(text)).reply.text


async def test_how_exactly_asks_for_the_way_and_not_for_reasons(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "how-often-to-run"
    await talk.say("is twice a week enough")

    assert "Pick three days" in (await talk.say("ok how exactly?")).reply.text


@pytest.mark.parametrize(
    "text",
    [
        "numbers off please. and what about walking",
        "no numbers please, is walking enough?",
        "no calories please but how good is walking",
        "please hide numbers and tell me how good walking is",
    ],
)
async def test_a_wish_for_no_numbers_is_kept_and_the_question_beside_it_answered(
    talk: Talk, shelf: ToldShelf, text: str
) -> None:
    shelf.slug = "walk-or-run"

    reply = (await talk.say(text)).reply

    assert "number_free" in talk.memory.runner.flags
    assert reply.text.count("no more numbers") == 1
    assert "walk" in reply.text.lower()


async def test_a_bare_wish_for_no_numbers_asks_nothing(talk: Talk, shelf: ToldShelf) -> None:
    await talk.say("numbers off please")

    assert shelf.asked == []
    assert "number_free" in talk.memory.runner.flags


@pytest.mark.parametrize(
    "text", ["how can i get some energy back", "what gives me energy", "where do i find the energy"]
)
async def test_a_mother_who_asks_for_energy_gets_no_jogging_plan(talk: Talk, text: str) -> None:
    reply = (await talk.say(f"i had a baby 5 weeks ago, {text}")).reply.text

    assert "low iron" in reply
    assert "jogging" not in reply


async def test_energy_that_a_run_costs_is_no_tiredness(talk: Talk) -> None:
    assert "low iron" not in (await talk.say("i had a baby 5 weeks ago. how much energy does a run burn")).reply.text

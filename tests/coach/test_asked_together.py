"""Of two questions in one message, or of something told and a question, neither is dropped."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "what shoes do i need and how often should i replace them",
            ["what shoes do i need", "how often should i replace them"],
        ),
        ("do hills help? and how many of them", ["do hills help", "how many of them"]),
        ("is it bad for my back, also what do i wear in snow", ["is it bad for my back", "what do i wear in snow"]),
    ],
)
async def test_each_question_is_looked_for_by_itself(
    coach: Coach, shelf: ToldShelf, text: str, each: list[str]
) -> None:
    reply = (await Talk(coach).say(text)).reply
    assert [one for one in each if not any(asked.endswith((one, f"{one}?")) for asked in shelf.asked)] == []
    assert len(reply.text.split("\n")) > len(each)


async def test_what_one_answer_was_written_for_is_not_cut(coach: Coach, shelf: ToldShelf) -> None:
    shelf.slug = "moves-for-aches"
    shelf.answers = "How many of each move, and on which days?"
    talk = Talk(coach)
    turn = await talk.say("how many of each move and on which days?")
    assert {one.article for one in turn.reply.citations} == {"moves-for-aches"}
    assert "on which days?" not in shelf.asked


async def test_a_run_stays_the_matter_of_the_turn_that_told_it(coach: Coach) -> None:
    talk = Talk(coach)
    turn = await talk.say("ran 3k in 25 min today. how often should i run?")
    assert turn.exchange.intent == "log_run"
    assert turn.exchange.said == "ran 3k in 25 min today. how often should i run?"
    assert turn.reply.citations
    assert "4 km" in (await talk.say("sorry it was 4k")).reply.text


async def test_who_is_asked_back_is_asked_nothing_else_first(ann: Talk) -> None:
    reply = (await ann.say("remind me to run. and how fast should i go?")).reply
    assert reply.text.count("?") >= 1
    assert ann.memory.exchanges[-1].pending is not None

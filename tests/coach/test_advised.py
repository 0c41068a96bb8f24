"""What was just advised can be explained: what it is, how often, when it helps, in the article that advised it."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("what are the squeezes", "Squeeze"),
        ("how often should i do it then", "three times a day"),
        ("and how many a day", "three times a day"),
        ("for how many weeks", "three months"),
        ("how do i know im doing them right", "physiotherapist"),
    ],
)
async def test_a_short_question_on_a_tip_stays_with_the_tip(
    talk: Talk, shelf: ToldShelf, words: str, part: str
) -> None:
    shelf.slug = "leaking-urine"
    await talk.say("i leak a bit when i run, what can i do")
    shelf.slug = "butt-smaller"

    assert part in (await talk.say(words)).reply.text


async def test_a_question_that_names_something_new_is_searched_for(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "leaking-urine"
    await talk.say("i leak a bit when i run, what can i do")
    shelf.slug = "running-and-knees"
    reply = (await talk.say("how often should i run with sore knees")).reply

    assert {one.article for one in reply.citations} <= {"running-and-knees"}


async def test_all_that_there_is_is_said_to_be_told_only_when_it_was(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "leaking-urine"
    await talk.say("i leak a bit when i run, what can i do")
    replies = [(await talk.say("tell me more")).reply for _ in range(8)]
    spent = [reply for reply in replies if any(button.action.startswith("v1:answer:") for button in reply.buttons)]

    assert spent
    assert not any("all my articles have" in reply.text for reply in replies)

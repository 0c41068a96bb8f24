"""A "forget it" drops a subject; it takes back only what was just stored, and facts only after a yes."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk

BODY = "i'm a woman, 37, 1.66 m, 84 kg"


@pytest.mark.parametrize("text", ["ok. forget it. bye", "forget it, good night", "forget that, see you later"])
async def test_a_goodbye_erases_nothing(talk: Talk, text: str) -> None:
    await talk.say(BODY)

    reply = (await talk.say(text)).reply

    assert talk.memory.runner.weight_kg == 84
    assert reply.kind == "smalltalk"


async def test_facts_go_after_a_yes_alone(talk: Talk) -> None:
    await talk.say(BODY)
    asked = (await talk.say("forget it")).reply
    assert talk.memory.runner.weight_kg == 84
    assert asked.kind == "clarify"

    await talk.say("yes")
    assert talk.memory.runner.weight_kg is None


async def test_a_no_keeps_them(talk: Talk) -> None:
    await talk.say(BODY)
    await talk.say("forget it")
    await talk.say("no")
    assert talk.memory.runner.weight_kg == 84


async def test_a_run_just_told_still_goes_at_a_word(talk: Talk) -> None:
    await talk.say("ran 5 km")
    await talk.say("oops that was a mistake")
    assert talk.memory.runs == ()


async def test_undo_is_done_at_once(talk: Talk) -> None:
    await talk.say(BODY)
    await talk.say("undo that")
    assert talk.memory.runner.weight_kg is None


DROPPED = [
    "forget it",
    "forget that, how do i start",
    "it was a mistake",
    "scrap that, what about hills",
    "nvm, how do i breathe",
]


@pytest.mark.parametrize("text", DROPPED)
async def test_nobody_is_told_that_nothing_can_be_taken_back(talk: Talk, text: str) -> None:
    assert "take back" not in (await talk.say(text)).reply.text


async def test_what_stands_behind_it_is_what_is_asked(talk: Talk) -> None:
    reply = (await talk.say("ok, forget that. how do i start")).reply
    assert "three days" in reply.text or "[1]" in reply.text

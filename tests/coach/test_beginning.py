"""The first sentence answers what was asked: a verdict for a yes or no, the steps for "what now"."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk, ToldShelf, articles


@pytest.mark.parametrize(
    "text",
    [
        "DOMS are killing me after leg day can i still go for a jog",
        "my legs are so sore from yesterday, should i run today?",
        "is it ok to run when my quads are sore",
    ],
)
async def test_who_asks_whether_to_run_on_sore_legs_hears_the_verdict_first(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply

    verdict = [one.sentences[0].text for one in articles().articles["sore-muscles"].part("verdict")]
    assert reply.text.startswith(tuple(one.rstrip(".") for one in verdict))


async def test_who_asks_what_to_do_now_gets_the_steps_and_no_thanks(talk: Talk) -> None:
    reply = (await talk.say("my shins ache along the bone edge when i run, what now")).reply

    assert reply.text.startswith("For shins: ")


@pytest.mark.parametrize(
    "text", ["i want a bigger bum not a smaller one", "id like a fuller butt, does running do that"]
)
async def test_who_wants_to_be_fuller_hears_of_lifting_and_not_of_losing(
    talk: Talk, shelf: ToldShelf, text: str
) -> None:
    shelf.slug = "butt-smaller"

    reply = (await talk.say(text)).reply

    assert "squats" in reply.text
    assert reply.figures == ()


async def test_a_question_that_names_what_it_is_about_is_searched_by_itself(talk: Talk, shelf: ToldShelf) -> None:
    await talk.say("does running make my butt smaller?")

    turn = await talk.say("is it ok to eat pizza before a run")

    assert shelf.asked[-1] == "is it ok to eat pizza before a run"
    assert turn.reply.kind == "answer"

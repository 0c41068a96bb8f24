"""What a person ruled out binds the turns that follow, till they take it back."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize("words", ["just walking for now", "no jogging please", "i said no jogging"])
async def test_no_plan_offers_a_jog_that_was_ruled_out(coach: Coach, words: str) -> None:
    talk = Talk(coach)
    await talk.say(words)
    for asked in ("make me a plan", "what should i do this week", "where do i start"):
        reply = (await talk.say(asked)).reply
        assert "walk" in reply.text.lower()
        assert "jog one" not in reply.text
        assert "run one" not in reply.text


async def test_what_was_ruled_out_is_kept_shown_and_let_go(coach: Coach) -> None:
    talk = Talk(coach)
    await talk.say("just walking for now")
    assert talk.memory.runner.limits == {"only_walks"}
    assert "only walk" in (await talk.say("what do you know about me?")).reply.text
    await talk.say("my knee is sore")
    assert "sore joint" in (await talk.say("what do you know about me?")).reply.text
    await talk.say("ok i can jog now")
    assert talk.memory.runner.limits == {"sore_joint"}
    assert "run one minute" in (await talk.say("make me a plan")).reply.text


async def test_a_mother_before_her_check_is_offered_no_jog_on_the_mat(coach: Coach, shelf: ToldShelf) -> None:
    shelf.slug, shelf.answers = "running-on-the-spot", "How long do I jog on the spot?"
    talk = Talk(coach)
    await talk.say("had a baby 5 weeks ago, not cleared yet")
    assert "not_checked" in talk.memory.runner.limits
    for asked in ("got any exercises i can do on the mat?", "what else can i do at home", "give me a plan"):
        text = (await talk.say(asked)).reply.text.lower()
        assert "jog on the spot" not in text
        assert "run softly" not in text
    await talk.say("had my check, all fine")
    assert "not_checked" not in talk.memory.runner.limits

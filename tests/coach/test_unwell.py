"""Somebody who is ill is offered rest; nothing rests or comes back without their word."""

from __future__ import annotations


async def test_somebody_who_is_ill_is_offered_rest_and_asked_before_it_ends(ann):
    await ann.say("remind me on weekdays at 7")
    offered = await ann.say("I've got the flu")
    assert offered.staged == ()
    await ann.tap("Until I'm better")
    assert ann.rings() == []
    back = await ann.say("I feel better now")
    assert back.staged == ()
    await ann.say("yes")
    assert ann.rings(1) == ["Mon 23 07:00"]


async def test_illness_without_reminders_offers_nothing(ann):
    turn = await ann.say("I'm ill")
    assert turn.reply.buttons == ()
    assert turn.exchange.pending is None

"""Messages leave in order, and never knowingly twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.coach.turn import DeletePerson
from bot.errors import DeliveryError
from bot.storage.ledger import MAX_DOUBTS
from tests.engine.conftest import SEVEN, states
from tests.storage.making import MORNING, turn


def failed(outcome, reason="test", **more) -> DeliveryError:
    return DeliveryError(reason, outcome=outcome, **more)


async def test_a_reply_leaves_once(outbox, sender, ledger, say):
    delivery_id = await say("t1")
    await outbox.deliver(delivery_id)
    await outbox.deliver(delivery_id)
    assert sender.sent == [("101", "reply t1")]
    assert await states(ledger) == {"reply.sent": 1}


async def test_delivering_the_later_one_sends_the_earlier_one_first(outbox, sender, say):
    await say("t1")
    await outbox.deliver(await say("t2"))
    assert sender.texts == ["reply t1", "reply t2"]


async def test_two_deliveries_at_once_to_one_person_stay_in_order(outbox, sender, say):
    ids = [await say(f"t{n}") for n in range(5)]
    await asyncio.gather(*(outbox.deliver(delivery_id) for delivery_id in reversed(ids)))
    assert sender.texts == [f"reply t{n}" for n in range(5)]


async def test_a_slow_chat_does_not_hold_up_another(outbox, sender, people, say):
    ben = await people.person_for("telegram", "102")
    reached = asyncio.Event()
    let_go = asyncio.Event()

    async def slowly():
        reached.set()
        await let_go.wait()

    sender.script.append(slowly)
    async with asyncio.TaskGroup() as group:
        group.create_task(outbox.deliver(await say("t1")))
        await reached.wait()
        await outbox.deliver(await say("t1", "to Ben", person=ben))
        assert sender.texts == ["to Ben"]
        let_go.set()
    assert sender.texts == ["to Ben", "reply t1"]


async def test_what_surely_did_not_leave_is_tried_again_in_its_order(outbox, sender, ledger, clock, say):
    sender.script.append(failed("not_sent"))
    await outbox.deliver(await say("t1"))
    await outbox.deliver(await say("t2"))
    assert sender.sent == []
    assert await outbox.waiting() == ()
    clock.advance(seconds=1)
    [(person, urgent)] = await outbox.waiting()
    await outbox.drain(person, urgent=urgent)
    assert sender.texts == ["reply t1", "reply t2"]


async def test_the_wait_between_tries_doubles_up_to_a_minute(outbox, sender, clock, say):
    sender.script.extend(failed("not_sent") for _ in range(9))
    await outbox.deliver(await say("t1"))
    waits = []
    for _ in range(8):
        begun = clock.now
        while not await outbox.waiting():
            clock.advance(seconds=1)
        waits.append((clock.now - begun).seconds)
        for person, _ in await outbox.waiting():
            await outbox.drain(person)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


async def test_a_reply_first_tried_after_days_still_leaves(outbox, sender, clock, ann, say):
    await say("t1")
    clock.advance(days=3)
    await outbox.drain(ann)
    assert sender.texts == ["reply t1"]


async def test_when_the_channel_asks_for_patience_the_whole_chat_waits_and_others_do_not(
    outbox, sender, people, clock, ann, say
):
    ben = await people.person_for("telegram", "102")
    sender.script.append(failed("not_sent", "flood", retry_after_s=30))
    await outbox.deliver(await say("t1"))
    await outbox.deliver(await say("t2"))
    await outbox.deliver(await say("t1", "to Ben", person=ben))
    assert sender.texts == ["to Ben"]
    clock.advance(seconds=29)
    assert await outbox.waiting() == ()
    clock.advance(seconds=1)
    assert await outbox.waiting() == ((ann, True),)


async def test_a_wait_of_no_seconds_does_not_spin(outbox, sender, clock, say):
    sender.script.append(failed("not_sent", "flood", retry_after_s=0))
    await outbox.deliver(await say("t1"))
    assert len(sender.tried) == 1
    clock.advance(seconds=1)
    assert len(await outbox.waiting()) == 1


async def test_a_reply_that_may_have_arrived_is_sent_again_up_to_five_times(outbox, sender, ledger, clock, ann, say):
    sender.script.extend(failed("maybe_sent", "timed_out") for _ in range(9))
    await outbox.deliver(await say("t1"))
    for _ in range(9):
        clock.advance(minutes=1)
        await outbox.drain(ann)
    assert len(sender.tried) == MAX_DOUBTS == 5
    assert await states(ledger) == {"reply.in_doubt": 1}


async def test_a_reminder_that_may_have_arrived_is_never_sent_again(outbox, sender, ledger, clock, ann, fire):
    sender.script.append(failed("maybe_sent", "timed_out"))
    await outbox.deliver(await fire())
    clock.advance(minutes=5)
    await outbox.drain(ann)
    assert len(sender.tried) == 1
    last = await ledger.last_reminder(ann)
    assert (last.state, last.reason) == ("in_doubt", "timed_out")


async def test_a_reminder_that_surely_did_not_leave_is_tried_until_it_is_an_hour_late(
    outbox, sender, ledger, clock, ann, fire
):
    sender.script.extend(failed("not_sent") for _ in range(99))
    await outbox.deliver(await fire())
    while await ledger.last_reminder(ann) and (await ledger.last_reminder(ann)).state == "ready":
        clock.advance(seconds=61)
        await outbox.drain(ann)
    assert (await ledger.last_reminder(ann)).reason == "late"
    assert clock.now - SEVEN < timedelta(minutes=62)
    assert sender.sent == []


async def test_a_message_that_is_refused_fails_and_the_next_one_leaves(outbox, sender, ledger, say):
    sender.script.append(failed("refused", "bad_request"))
    await say("t1")
    await outbox.deliver(await say("t2"))
    assert sender.texts == ["reply t2"]
    assert await states(ledger) == {"reply.failed": 1, "reply.sent": 1}


async def test_who_blocked_us_gets_nothing_more(outbox, sender, ledger, shelf, say):
    sender.script.append(failed("unreachable", "blocked"))
    await say("t1")
    await outbox.deliver(await say("t2"))
    assert len(sender.tried) == 1
    assert await states(ledger) == {"reply.failed": 1, "reply.skipped": 1}


async def test_a_chat_that_moved_gets_the_message_under_its_new_address(outbox, sender, clock, ann, say):
    sender.script.append(failed("moved", "migrated", moved_to="-100"))
    await outbox.deliver(await say("t1"))
    clock.advance(seconds=1)
    await outbox.drain(ann)
    assert sender.sent == [("-100", "reply t1")]


async def test_a_long_reply_goes_on_with_the_part_that_failed(outbox, sender, ledger, clock, ann, say):
    sender.script.extend([failed("not_sent", sent=(51, 52)), failed("not_sent", sent=(53,)), None])
    await outbox.deliver(await say("t1"))
    for _ in range(2):
        clock.advance(seconds=10)
        await outbox.drain(ann)
    assert [part for _, _, part in sender.tried] == [0, 2, 3]


async def test_a_defect_while_sending_counts_as_in_doubt(outbox, sender, ledger, clock, ann, fire, caplog):
    sender.script.append(ZeroDivisionError())
    await outbox.deliver(await fire())
    assert (await ledger.last_reminder(ann)).state == "in_doubt"
    assert "ZeroDivisionError" in caplog.text


async def test_an_unknown_delivery_is_no_trouble(outbox, sender):
    await outbox.deliver("out:nobody:t1")
    assert sender.tried == []


async def test_a_person_deleted_while_their_message_leaves_leaves_nothing(outbox, sender, ledger, journal, ann, say):
    sender.script.append(lambda: journal.close(ann, turn("bye", DeletePerson())))
    await outbox.deliver(await say("t1"))
    assert sender.texts == ["reply t1"]
    assert await states(ledger) == {}


async def interrupt(outbox, sender, delivery_id):
    """Cancel a delivery while the channel has it."""
    reached = asyncio.Event()

    async def hang():
        reached.set()
        await asyncio.sleep(3600)

    sender.script.append(hang)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(outbox.deliver(delivery_id))
        await reached.wait()
        task.cancel()


async def test_an_interrupted_reply_is_sent_again_before_the_later_ones(outbox, sender, ledger, ann, say):
    await interrupt(outbox, sender, await say("t1"))
    await outbox.deliver(await say("t2"))
    assert sender.texts == ["reply t1", "reply t2"]
    assert await states(ledger) == {"reply.sent": 2}


async def test_an_interrupted_reminder_is_in_doubt_without_a_restart(outbox, sender, ledger, ann, fire):
    await interrupt(outbox, sender, await fire())
    assert await outbox.waiting() == ((ann, False),)
    await outbox.drain(ann)
    assert (await ledger.last_reminder(ann)).state == "in_doubt"
    assert await outbox.waiting() == ()


async def test_recovery_says_what_it_found(outbox, ledger, ann, say, caplog):
    await outbox.recover()
    assert caplog.text == ""
    await say("t1")
    await ledger.take_next(ann, now=MORNING)
    await outbox.recover()
    assert "1 replies are sent again, 0 messages in doubt" in caplog.text


async def test_logs_hold_no_words_and_no_addresses(outbox, sender, people, journal, caplog):
    caplog.set_level("DEBUG")
    person = await people.person_for("telegram", "987654321")
    sender.script.append(failed("refused", "bad_request"))
    for turn_id in ("t1", "t2"):
        closed = turn(turn_id, said="my secret", text="your answer")
        await outbox.deliver(await journal.close(person, closed, deliver=True))
    own = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("bot."))
    assert "turn t1" in own
    assert "bad_request" in own
    for secret in ("my secret", "your answer", "987654321", person):
        assert secret not in own

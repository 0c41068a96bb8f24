"""Every message is in exactly one state, and leaves in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from bot.coach.turn import ChangeReminder, CreateReminder, DeletePerson, DeleteReminders, LogRun, SaveRunner
from bot.runner import Runner
from bot.storage.lane import FiredReminder, person_of
from bot.storage.ledger import MAX_DOUBTS, Settlement
from bot.storage.tables import ExchangeRow, ProfileRow
from bot.training.run import Run
from tests.storage.making import DAILY, MORNING, reminder, reply, turn

SEVEN = MORNING + timedelta(hours=22)
"""Tuesday 07:00 in Lisbon: when `reminder()` is due."""


def ended(delivery, state, **more) -> Settlement:
    return Settlement(n=delivery.n, attempt=delivery.attempts, state=state, **more)


async def fired(ann, journal, shelf, *, at=SEVEN, schedule=DAILY, reminder_id="r1") -> str | None:
    """Store a reminder and let it fire."""
    due = reminder(ann, schedule, reminder_id=reminder_id)
    await journal.close(ann, turn(f"set-{reminder_id}", CreateReminder(reminder=due)))
    return await shelf.fire(due, now=at)


async def state_of(ledger, kind) -> dict[str, int]:
    return {name: n for name, n in (await ledger.counts()).items() if name.startswith(kind) and n}


async def test_a_reply_is_taken_with_its_words_and_address(journal, ledger, ann):
    delivery_id = await journal.close(ann, turn(), deliver=True)
    delivery = await ledger.take_next(ann, now=MORNING)
    assert delivery.delivery_id == delivery_id
    assert (delivery.kind, delivery.address, delivery.content) == ("reply", "101", reply())
    assert (delivery.attempts, delivery.message_ids, delivery.turn_id) == (1, (), "t1")
    assert person_of(delivery_id) == ann


async def test_what_is_leaving_is_not_taken_again_and_holds_the_next_back(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    await journal.close(ann, turn("t2"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    assert await ledger.take_next(ann, now=MORNING) is None
    await ledger.settle(ended(first, "sent", message_ids=(11, 12)), now=MORNING)
    assert (await ledger.take_next(ann, now=MORNING)).turn_id == "t2"


async def test_a_reply_that_is_tried_again_is_not_overtaken(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    await journal.close(ann, turn("t2"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    soon = MORNING + timedelta(seconds=5)
    await ledger.settle(ended(first, "ready", reason="flood", next_try_at=soon, message_ids=(7,)), now=MORNING)
    assert await ledger.take_next(ann, now=MORNING) is None
    again = await ledger.take_next(ann, now=soon)
    assert (again.turn_id, again.attempts, again.message_ids) == ("t1", 2, (7,))


async def test_people_do_not_wait_for_each_other(journal, ledger, people, ann):
    ben = await people.person_for("telegram", "102")
    await journal.close(ann, turn("t1"), deliver=True)
    await journal.close(ben, turn("t1"), deliver=True)
    assert await ledger.waiting(MORNING) == ((ann, True), (ben, True))
    await ledger.take_next(ann, now=MORNING)
    assert await ledger.waiting(MORNING) == ((ben, True),)
    assert (await ledger.take_next(ben, now=MORNING)).address == "102"


async def test_a_chat_on_hold_is_left_alone_until_the_channel_allows_it(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    until = MORNING + timedelta(seconds=30)
    await ledger.settle(ended(first, "ready", hold_until=until), now=MORNING)
    await journal.close(ann, turn("t2"), deliver=True)
    assert await ledger.waiting(MORNING) == ()
    assert await ledger.take_next(ann, now=MORNING) is None
    assert await ledger.waiting(until) == ((ann, True),)


async def test_a_reminder_carries_what_its_words_lean_on(journal, shelf, ledger, ann):
    run = Run(run_id="run1", on_date=MORNING.date(), distance_m=5000)
    told = Runner(goal="fuller")
    await journal.close(ann, turn("t0", SaveRunner(runner=told), LogRun(run=run)))
    await fired(ann, journal, shelf)
    delivery = await ledger.take_next(ann, now=SEVEN + timedelta(seconds=2))
    assert delivery.kind == "reminder"
    assert delivery.turn_id is None
    assert delivery.content == FiredReminder(
        reminder=replace(reminder(ann), next_fire_at=SEVEN + timedelta(days=1)),
        local_date=date(2026, 11, 24),
        late_s=2.0,
        runner=told,
        runs=(run,),
    )


async def test_replies_leave_before_reminders_and_do_not_wait_for_them(journal, shelf, ledger, ann):
    await fired(ann, journal, shelf)
    await journal.close(ann, turn("t2"), deliver=True)
    first = await ledger.take_next(ann, now=SEVEN)
    assert first.turn_id == "t2"
    await ledger.settle(ended(first, "ready", next_try_at=SEVEN + timedelta(minutes=1)), now=SEVEN)
    assert (await ledger.take_next(ann, now=SEVEN)).kind == "reminder"


async def test_who_waits_for_an_answer_comes_before_who_is_reminded(journal, shelf, ledger, people, ann):
    await fired(ann, journal, shelf)
    ben = await people.person_for("telegram", "102")
    await journal.close(ben, turn("t1"), deliver=True)
    assert await ledger.waiting(SEVEN) == ((ben, True), (ann, False))


CHANGES = {
    "deleted": DeleteReminders(reminder_ids=("r1",)),
    "changed": ChangeReminder(reminder=reminder("", replace(DAILY, at=time(18)))),
    "changed days": ChangeReminder(reminder=reminder("", replace(DAILY, days=frozenset({"fri"})))),
    "paused": ChangeReminder(reminder=reminder("", paused_until=date(2026, 12, 1))),
    "paused until further notice": ChangeReminder(reminder=replace(reminder(""), next_fire_at=None)),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_a_reminder_the_person_does_not_want_any_more_is_skipped(what, journal, shelf, ledger, ann):
    await fired(ann, journal, shelf)
    await journal.close(ann, turn("t2", CHANGES[what]))
    assert await ledger.take_next(ann, now=SEVEN) is None
    last = await ledger.last_reminder(ann)
    assert (last.state, last.reason, last.settled_at) == ("skipped", what.split()[0], SEVEN)


async def test_a_reminder_that_could_not_leave_for_an_hour_is_skipped(journal, shelf, ledger, ann):
    await fired(ann, journal, shelf)
    first = await ledger.take_next(ann, now=SEVEN)
    await ledger.settle(ended(first, "ready", next_try_at=SEVEN), now=SEVEN)
    assert await ledger.take_next(ann, now=SEVEN + timedelta(minutes=60, seconds=1)) is None
    assert (await ledger.last_reminder(ann)).reason == "late"


async def test_a_reply_whose_words_cannot_be_read_fails_and_holds_nobody_back(journal, ledger, ann, database):
    await journal.close(ann, turn("t1"), deliver=True)
    await journal.close(ann, turn("t2"), deliver=True)
    async with database.transaction() as session:
        await session.execute(update(ExchangeRow).where(ExchangeRow.turn_id == "t1").values(reply={"of": "old"}))
    assert (await ledger.take_next(ann, now=MORNING)).turn_id == "t2"
    assert await state_of(ledger, "reply") == {"reply.failed": 1, "reply.sending": 1}


async def test_a_reminder_of_a_person_whose_profile_cannot_be_read_fails(journal, shelf, ledger, ann, database):
    await fired(ann, journal, shelf)
    async with database.transaction() as session:
        session.add(ProfileRow(person_id=ann, runner={"shoe_size": 43}))
    assert await ledger.take_next(ann, now=SEVEN) is None
    assert (await ledger.last_reminder(ann)).reason == "unreadable"


async def test_after_a_crash_replies_go_again_and_reminders_are_in_doubt(journal, shelf, ledger, people, ann):
    await fired(ann, journal, shelf)
    await ledger.take_next(ann, now=SEVEN)
    ben = await people.person_for("telegram", "102")
    await journal.close(ben, turn("t1"), deliver=True)
    await ledger.take_next(ben, now=SEVEN)
    assert await ledger.recover(now=SEVEN) == {"again": 1, "in_doubt": 1}
    assert await ledger.take_next(ann, now=SEVEN) is None
    assert (await ledger.last_reminder(ann)).state == "in_doubt"
    assert (await ledger.take_next(ben, now=SEVEN)).doubts == 1


async def test_a_reply_that_ends_the_process_every_time_is_left_in_doubt(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    await journal.close(ann, turn("t2"), deliver=True)
    for _ in range(MAX_DOUBTS):
        assert (await ledger.take_next(ann, now=MORNING)).turn_id == "t1"
        await ledger.recover(now=MORNING)
    assert (await ledger.take_next(ann, now=MORNING)).turn_id == "t2"


async def test_recovering_one_person_leaves_the_others_alone(journal, ledger, people, ann):
    ben = await people.person_for("telegram", "102")
    for person in (ann, ben):
        await journal.close(person, turn("t1"), deliver=True)
        await ledger.take_next(person, now=MORNING)
    assert await ledger.recover(now=MORNING, person_id=ben) == {"again": 1, "in_doubt": 0}
    assert await ledger.waiting(MORNING) == ((ben, True),)


async def test_a_record_that_comes_too_late_ends_nothing(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    await ledger.recover(now=MORNING)
    await ledger.settle(ended(first, "sent"), now=MORNING)
    assert await ledger.waiting(MORNING) == ((ann, True),)
    await ledger.take_next(ann, now=MORNING)
    await ledger.settle(ended(first, "failed"), now=MORNING)
    assert await state_of(ledger, "reply") == {"reply.sending": 1}


async def test_settling_a_message_of_a_deleted_person_does_nothing(journal, ledger, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    await journal.close(ann, turn("t2", DeletePerson()))
    await ledger.settle(ended(first, "sent"), now=MORNING)
    assert await ledger.take_next(ann, now=MORNING) is None
    assert await state_of(ledger, "reply") == {}


async def test_who_cannot_be_reached_gets_nothing_until_they_write_again(journal, shelf, ledger, ann):
    await fired(ann, journal, shelf)
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=SEVEN)
    await ledger.settle(ended(first, "failed", reason="blocked", unreachable=True), now=SEVEN)
    assert await state_of(ledger, "re") == {"reply.failed": 1, "reminder.skipped": 1}
    tomorrow = SEVEN + timedelta(days=1)
    assert await shelf.due(tomorrow, 10) == ()
    await journal.close(ann, turn("t2"), deliver=True)
    assert [due.reminder_id for due in await shelf.due(tomorrow, 10)] == ["r1"]
    assert (await ledger.take_next(ann, now=tomorrow)).turn_id == "t2"


async def test_a_chat_that_moved_is_written_to_under_its_new_address(journal, ledger, people, ann):
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    await ledger.settle(ended(first, "ready", moved_to="-100"), now=MORNING)
    assert (await ledger.take_next(ann, now=MORNING)).address == "-100"
    assert await people.person_for("telegram", "-100") == ann


async def test_mail_of_two_people_does_not_mix_when_a_chat_moves(journal, ledger, people, ann):
    await people.person_for("telegram", "-100")
    await journal.close(ann, turn("t1"), deliver=True)
    first = await ledger.take_next(ann, now=MORNING)
    await ledger.settle(ended(first, "ready", moved_to="-100"), now=MORNING)
    assert await state_of(ledger, "reply") == {"reply.failed": 1}
    assert (await people.address_of(ann)).address == "101"


async def test_the_doctor_counts_late_reminders_among_the_sent(journal, shelf, ledger, ann):
    for n, late_s in enumerate((1, 59, 61)):
        await fired(ann, journal, shelf, reminder_id=f"r{n}")
        delivery = await ledger.take_next(ann, now=SEVEN + timedelta(seconds=late_s))
        await ledger.settle(ended(delivery, "sent", message_ids=(n,)), now=SEVEN + timedelta(minutes=9))
    assert await ledger.counts() == {"reminder.sent": 3, "reminder.late": 1}


async def test_nobody_without_a_reminder_has_a_last_one(ledger, ann):
    assert await ledger.last_reminder(ann) is None

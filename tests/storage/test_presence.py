"""Names are held by the living, and what the dead were doing is taken over."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.coach.turn import CreateReminder
from bot.errors import AlreadyRunningError, StorageError
from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from bot.storage.postgresql import Named
from bot.storage.reminders import ReminderShelf
from tests.storage.databases import ON_A_SERVER
from tests.storage.making import MORNING, reminder, turn

SEVEN = MORNING + timedelta(hours=22)


@pytest.fixture
async def second(database_url):
    """The same database as another process sees it."""
    opened = await Database.open(database_url, replica="second")
    yield opened
    await opened.close()


async def test_one_process_is_counted_as_one(database):
    assert await database.hold_name() == 1


async def test_who_does_not_deliver_has_no_name(database_url):
    reader = await Database.open(database_url)
    assert reader.name is None
    assert await reader.hold_name() == 1
    await reader.close()


async def test_after_a_restart_under_another_name_nothing_stays_with_the_old_one(database_url, database, clock):
    ann = await PeopleBook(database).person_for("telegram", "101")
    await JournalBook(database).close(ann, turn("t1"), deliver=True)
    await Ledger(database).take_next(ann, now=MORNING)
    await InboxBook(database, clock).take_in(1, "101", "hello")
    await InboxBook(database, clock).begin("101")
    await database.close()
    again = await Database.open(database_url, replica="renamed")
    assert await InboxBook(again, clock).waiting() == ()
    assert await InboxBook(again, clock).adopt() == 1
    assert await InboxBook(again, clock).waiting() == ("101",)
    assert await Ledger(again).recover(now=MORNING, own=False) == {"again": 1, "in_doubt": 0}
    await again.close()


@ON_A_SERVER
async def test_two_names_on_one_server_count_as_two(database, second):
    assert await database.hold_name() == await second.hold_name() == 2
    await second.close()
    assert await database.hold_name() == 1


@ON_A_SERVER
async def test_what_a_living_process_sends_is_left_to_it_and_what_a_dead_one_sent_is_decided(
    database, second, database_url
):
    ann, ben = [await PeopleBook(database).person_for("telegram", chat) for chat in ("101", "102")]
    due = reminder(ann)
    await JournalBook(database).close(ann, turn("set", CreateReminder(reminder=due)))
    await ReminderShelf(database).fire(due, now=SEVEN)
    await JournalBook(database).close(ben, turn("t1"), deliver=True)
    for person in (ann, ben):
        await Ledger(second).take_next(person, now=SEVEN)
    assert await Ledger(database).recover(now=SEVEN) == {"again": 0, "in_doubt": 0}
    await second.close()
    assert await Ledger(database).recover(now=SEVEN, own=False) == {"again": 1, "in_doubt": 1}


@ON_A_SERVER
async def test_a_name_that_was_left_is_free_at_once(database, database_url):
    async with database.transaction() as session:
        for n in range(50):
            passing = await Named.enter(database_url, f"passing{n}")
            assert not await database.is_gone(session, passing.name)
            await passing.leave()
            assert await database.is_gone(session, passing.name)


@ON_A_SERVER
async def test_a_chat_that_one_process_answers_is_left_alone_by_the_other(database, second, clock):
    here, there = InboxBook(database, clock), InboxBook(second, clock)
    for update_id in (1, 2):
        await here.take_in(update_id, "101", "hello")
    first = await here.begin("101")
    assert await there.waiting() == ()
    assert await there.begin("101") is None
    assert await there.adopt() == 0
    await here.done(first.id)
    assert await there.waiting() == ("101",)
    assert (await there.begin("101")).update_id == 2
    assert await here.begin("101") is None


@ON_A_SERVER
async def test_the_chat_of_a_dead_process_is_answered_by_another(database, second, clock):
    here, there = InboxBook(database, clock), InboxBook(second, clock)
    await here.take_in(1, "101", "hello")
    await there.begin("101")
    await second.close()
    assert await here.begin("101") is None
    assert await here.adopt() == 1
    assert (await here.begin("101")).attempts == 2


@ON_A_SERVER
async def test_of_two_processes_one_gets_the_chat(database, second, clock):
    here, there = InboxBook(database, clock), InboxBook(second, clock)
    for n in range(10):
        await here.take_in(n, str(n), "hello")
        taken = await asyncio.gather(here.begin(str(n)), there.begin(str(n)))
        assert [row.attempts for row in taken if row is not None] == [1]


@ON_A_SERVER
async def test_of_two_processes_one_gets_the_message(database, second):
    for n in range(10):
        person = await PeopleBook(database).person_for("telegram", str(n))
        await JournalBook(database).close(person, turn(), deliver=True)
        taken = await asyncio.gather(*(Ledger(one).take_next(person, now=MORNING) for one in (database, second) * 3))
        assert [delivery.attempts for delivery in taken if delivery is not None] == [1]


@ON_A_SERVER
async def test_of_two_processes_one_fires_the_reminder(database, second):
    ann = await PeopleBook(database).person_for("telegram", "101")
    for n in range(10):
        due = reminder(ann, reminder_id=f"r{n}")
        await JournalBook(database).close(ann, turn(f"set{n}", CreateReminder(reminder=due)))
        fired = await asyncio.gather(*(ReminderShelf(one).fire(due, now=SEVEN) for one in (database, second)))
        assert len([one for one in fired if one is not None]) == 1


@ON_A_SERVER
async def test_a_name_is_held_again_after_the_server_was_restarted(postgresql, database, database_url):
    postgresql.stop()
    with pytest.raises(StorageError):
        await database.hold_name()
    postgresql.start()
    assert await database.hold_name() == 1
    with pytest.raises(AlreadyRunningError, match="solo"):
        await Named(database_url, "solo").hold()


@ON_A_SERVER
async def test_a_name_that_somebody_took_meanwhile_is_not_ours_any_more(postgresql, database, database_url):
    postgresql.stop()
    postgresql.start()
    other = await Named.enter(database_url, "solo")
    with pytest.raises(AlreadyRunningError, match="solo"):
        await database.hold_name()
    await other.leave()


@ON_A_SERVER
async def test_a_start_waits_a_moment_for_a_name_whose_holder_was_just_killed(database_url):
    first = await Named.enter(database_url, "one")
    async with asyncio.TaskGroup() as group:
        entering = group.create_task(Named.enter(database_url, "one"))
        await asyncio.sleep(0.2)
        assert not entering.done()
        await first.leave()
    await entering.result().leave()


@ON_A_SERVER
async def test_a_name_nobody_holds_cannot_be_taken_while_its_work_is_handed_over(database, database_url):
    late = Named(database_url, "late")
    async with database.transaction() as session:
        assert await database.is_gone(session, "late")
        with pytest.raises(AlreadyRunningError):
            await late.hold()
    await late.hold()
    async with database.transaction() as session:
        assert not await database.is_gone(session, "late")
    await late.leave()


async def test_a_server_that_is_not_there_is_a_storage_error():
    with pytest.raises(StorageError, match="no connection"):
        await Database.open("postgresql://u:sesame@127.0.0.1:1/d", replica="one")

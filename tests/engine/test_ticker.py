"""The heartbeat: reminders at their minute, waiting messages at their next try."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import update

from bot.coach.turn import ChangeReminder, CreateReminder
from bot.engine.outbox import Outbox
from bot.engine.ticker import Ticker
from bot.errors import DeliveryError, StorageError
from bot.storage.database import Database
from bot.storage.ledger import Ledger
from bot.storage.reminders import ReminderShelf
from bot.storage.tables import ReminderRow
from tests.fakes import Unhurried
from tests.storage.making import DAILY, MORNING, reminder, turn

SEVEN = MORNING + timedelta(hours=22)


@pytest.fixture
async def daily(journal, ann):
    made = reminder(ann)
    await journal.close(ann, turn("set", CreateReminder(reminder=made)))
    return made


async def test_a_reminder_arrives_once_at_its_minute(ticker, sender, ledger, clock, ann, daily):
    clock.now = SEVEN - timedelta(seconds=2)
    for _ in range(5):
        await ticker.once()
        clock.advance(seconds=1)
    assert [address for address, _ in sender.sent] == ["101"]
    last = await ledger.last_reminder(ann)
    assert (last.state, last.local_date, last.settled_at) == ("sent", date(2026, 11, 24), SEVEN)


async def test_a_reminder_arrives_on_every_one_of_its_days(ticker, sender, clock, daily):
    for _ in range(3 * 24):
        clock.advance(hours=1)
        await ticker.once()
    assert len(sender.sent) == 3


async def test_a_reminder_set_before_a_restart_arrives_after_it(
    journal, ann, daily, database, database_url, sender, clock, nudge
):
    await database.close()
    clock.now = SEVEN + timedelta(minutes=10)
    again = await Database.open(database_url, replica="solo")
    await Ticker(ReminderShelf(again), Outbox(Ledger(again), sender, clock, nudge, Unhurried()), clock).once()
    await again.close()
    assert len(sender.sent) == 1


async def test_new_time_zone_data_is_minded_before_anything_fires(ticker, sender, clock, database, daily):
    """The law moved the clock while we were down: what we stored is an hour early."""
    async with database.transaction() as session:
        await session.execute(update(ReminderRow).values(next_fire_at=SEVEN - timedelta(hours=1)))
    clock.now = SEVEN - timedelta(hours=2)
    await ticker.once()
    clock.now = SEVEN - timedelta(minutes=1)
    await ticker.once()
    assert sender.sent == []
    clock.now = SEVEN
    await ticker.once()
    assert len(sender.sent) == 1


async def test_after_days_offline_nothing_arrives_late_and_the_next_one_on_time(
    ticker, sender, ledger, clock, ann, daily
):
    clock.now = SEVEN + timedelta(days=3, hours=2)
    await ticker.once()
    assert sender.sent == []
    assert (await ledger.last_reminder(ann)).state == "skipped"
    clock.now = SEVEN + timedelta(days=4)
    await ticker.once()
    assert len(sender.sent) == 1


async def test_a_paused_reminder_is_silent_until_its_day(ticker, sender, journal, clock, ann, daily):
    until = date(2026, 11, 27)
    await journal.close(ann, turn("rest", ChangeReminder(reminder=reminder(ann, paused_until=until))))
    arrived = []
    for _ in range(5 * 24):
        clock.advance(hours=1)
        await ticker.once()
        if len(sender.sent) > len(arrived):
            arrived.append(clock.now.date())
    assert arrived == [date(2026, 11, 27), date(2026, 11, 28)]


async def test_a_reply_that_waits_for_its_next_try_is_sent_by_the_ticker(ticker, outbox, sender, journal, clock, ann):
    sender.script.append(DeliveryError("no_network", outcome="not_sent"))
    await outbox.deliver(await journal.close(ann, turn(), deliver=True))
    assert sender.sent == []
    clock.advance(seconds=1)
    await ticker.once()
    assert len(sender.sent) == 1


async def test_many_reminders_of_one_minute_all_arrive(ticker, sender, ledger, people, journal, clock):
    for n in range(40):
        person = await people.person_for("telegram", str(n))
        await journal.close(person, turn("set", CreateReminder(reminder=reminder(person))))
    clock.now = SEVEN
    await ticker.once()
    assert sorted(address for address, _ in sender.sent) == sorted(str(n) for n in range(40))
    assert (await ledger.counts())["reminder.sent"] == 40


async def test_a_slow_chat_does_not_stop_the_heart(shelf, outbox, sender, people, journal, clock, ann, daily):
    ben = await people.person_for("telegram", "102")
    later = reminder(ben, replace(DAILY, at=time(7, 1)))
    await journal.close(ben, turn("set", CreateReminder(reminder=later)))
    stuck, let_go = asyncio.Event(), asyncio.Event()

    async def hang():
        stuck.set()
        await let_go.wait()

    sender.script.append(hang)
    clock.now = SEVEN
    ticker = Ticker(shelf, outbox, clock, period_s=0)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(ticker.run())
        await stuck.wait()
        clock.advance(minutes=1)
        await sender.until(1)
        assert [address for address, _ in sender.sent] == ["102"]
        let_go.set()
        await sender.until(2)
        running.cancel()


async def test_stopping_lets_what_is_being_sent_arrive(shelf, outbox, sender, ledger, clock, ann, daily):
    stuck, let_go = asyncio.Event(), asyncio.Event()

    async def hang():
        stuck.set()
        await let_go.wait()

    sender.script.append(hang)
    clock.now = SEVEN
    async with asyncio.TaskGroup() as group:
        running = group.create_task(Ticker(shelf, outbox, clock).run())
        await stuck.wait()
        running.cancel()
        await asyncio.sleep(0)
        assert not running.done()
        let_go.set()
    assert running.cancelled()
    assert (await ledger.last_reminder(ann)).state == "sent"


async def test_stopping_twice_does_not_wait_any_longer(shelf, outbox, sender, ledger, clock, ann, daily):
    stuck = asyncio.Event()

    async def hang():
        stuck.set()
        await asyncio.sleep(3600)

    sender.script.append(hang)
    clock.now = SEVEN
    async with asyncio.TaskGroup() as group:
        running = group.create_task(Ticker(shelf, outbox, clock).run())
        await stuck.wait()
        running.cancel()
        await asyncio.sleep(0)
        running.cancel()
    assert running.cancelled()
    await outbox.recover()
    assert (await ledger.last_reminder(ann)).state == "in_doubt"


class FailingShelf(ReminderShelf):
    """A shelf that fails as told, once each."""

    def __init__(self, database) -> None:
        super().__init__(database)
        self.failures: list[Exception] = []

    async def due(self, now, limit):
        if self.failures:
            raise self.failures.pop()
        return await super().due(now, limit)

    async def fire(self, reminder, *, now):
        if reminder.reminder_id == "broken":
            raise ZeroDivisionError
        return await super().fire(reminder, now=now)


async def test_one_broken_reminder_does_not_hold_up_the_others(database, outbox, sender, journal, clock, ann, caplog):
    broken = reminder(ann, replace(DAILY, at=time(6)), reminder_id="broken")
    await journal.close(ann, turn("set", CreateReminder(reminder=broken), CreateReminder(reminder=reminder(ann))))
    ticker = Ticker(FailingShelf(database), outbox, clock)
    clock.now = SEVEN
    for _ in range(3):
        await ticker.once()
    assert len(sender.sent) == 1
    assert caplog.text.count("unforeseen") == 1


@pytest.mark.parametrize("failure", [StorageError("away"), ZeroDivisionError()], ids=["outage", "defect"])
async def test_the_heart_goes_on_after_a_failure_and_says_it_once(
    failure, database, outbox, sender, clock, daily, caplog
):
    shelf = FailingShelf(database)
    shelf.failures = [failure] * 3
    ticker = Ticker(shelf, outbox, clock)
    clock.now = SEVEN
    for _ in range(3):
        await ticker.once()
    assert len([record for record in caplog.records if record.name == "bot.engine.ticker"]) == 1
    await ticker.once()
    assert len(sender.sent) == 1
    shelf.failures = [failure]
    await ticker.once()
    assert len([record for record in caplog.records if record.name == "bot.engine.ticker"]) == 2

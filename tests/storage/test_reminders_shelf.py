"""A reminder fires in one commit, once per local date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import update

from bot.coach.turn import ChangeReminder, CreateReminder
from bot.reminders.reminder import OneDay, Schedule
from bot.runner import Stay
from bot.storage.lane import person_of
from bot.storage.tables import ReminderRow
from tests.storage.making import DAILY, MORNING, reminder, turn

SEVEN = MORNING + timedelta(hours=22)
DAY = timedelta(days=1)


@pytest.fixture
async def daily(journal, ann):
    """A reminder for every day at 07:00 Lisbon time, stored on Monday morning."""
    made = reminder(ann)
    await journal.close(ann, turn("set", CreateReminder(reminder=made)))
    return made


async def stored(journal, ann):
    [found] = (await journal.recall(ann, now=MORNING)).reminders
    return found


async def test_nothing_is_due_before_its_moment(shelf, daily):
    assert await shelf.due(SEVEN - timedelta(microseconds=1), 10) == ()
    assert await shelf.due(SEVEN, 10) == (daily,)


async def test_the_longest_due_comes_first_and_a_page_has_its_limit(shelf, journal, ann):
    for hour in (9, 7, 8):
        made = reminder(ann, replace(DAILY, at=time(hour)), reminder_id=f"at{hour}")
        await journal.close(ann, turn(f"set{hour}", CreateReminder(reminder=made)))
    assert [due.reminder_id for due in await shelf.due(SEVEN + DAY, 2)] == ["at7", "at8"]


async def test_firing_moves_the_reminder_on_and_writes_its_delivery(shelf, journal, ledger, daily, ann):
    delivery_id = await shelf.fire(daily, now=SEVEN)
    assert person_of(delivery_id) == ann
    assert (await stored(journal, ann)).next_fire_at == SEVEN + DAY
    last = await ledger.last_reminder(ann)
    assert (last.reminder_id, last.due_at, last.local_date, last.state) == ("r1", SEVEN, date(2026, 11, 24), "ready")


async def test_firing_twice_writes_one_delivery(shelf, ledger, daily):
    assert await shelf.fire(daily, now=SEVEN) is not None
    assert await shelf.fire(daily, now=SEVEN) is None
    assert (await ledger.counts())["reminder.ready"] == 1


async def test_a_week_offline_is_one_decision_too_late_and_a_next_time_in_the_future(
    shelf, journal, ledger, daily, ann
):
    back = SEVEN + timedelta(days=7, hours=3)
    assert await shelf.fire(daily, now=back) is None
    last = await ledger.last_reminder(ann)
    assert (last.state, last.reason, last.due_at) == ("skipped", "late", SEVEN)
    assert (await stored(journal, ann)).next_fire_at == SEVEN + 8 * DAY
    assert await shelf.due(back, 10) == ()
    assert await ledger.waiting(back) == ()


async def test_up_to_an_hour_late_still_fires(shelf, daily):
    assert await shelf.fire(daily, now=SEVEN + timedelta(minutes=60)) is not None


async def test_a_clock_that_jumps_back_fires_nothing_twice(shelf, journal, ledger, daily, ann):
    await shelf.fire(daily, now=SEVEN)
    assert await shelf.due(SEVEN - timedelta(hours=3), 10) == ()
    again = replace(await stored(journal, ann), next_fire_at=SEVEN)
    await journal.close(ann, turn("same", ChangeReminder(reminder=again)))
    assert await shelf.fire(again, now=SEVEN) is None
    assert (await stored(journal, ann)).next_fire_at == SEVEN + DAY
    assert (await ledger.counts())["reminder.ready"] == 1


async def test_a_time_changed_after_it_fired_is_a_new_promise_for_the_same_day(shelf, journal, ledger, daily, ann):
    await shelf.fire(daily, now=SEVEN)
    evening = reminder(ann, replace(DAILY, at=time(18)), after=SEVEN)
    await journal.close(ann, turn("later", ChangeReminder(reminder=evening)))
    assert await shelf.fire(evening, now=evening.next_fire_at) is not None
    assert evening.next_fire_at == SEVEN + timedelta(hours=11)


async def test_a_reminder_changed_since_it_was_read_does_not_fire(shelf, journal, daily, ann):
    await journal.close(ann, turn("later", ChangeReminder(reminder=reminder(ann, replace(DAILY, at=time(18))))))
    assert await shelf.fire(daily, now=SEVEN) is None


async def test_a_one_off_fires_and_is_over(shelf, journal, ann):
    once = reminder(ann, Schedule(at=time(7), zone="Europe/Lisbon", on_date=date(2026, 11, 24)))
    await journal.close(ann, turn("set", CreateReminder(reminder=once)))
    assert await shelf.fire(once, now=SEVEN) is not None
    assert (await stored(journal, ann)).next_fire_at is None
    assert await shelf.due(SEVEN + 30 * DAY, 10) == ()


async def test_a_pause_is_over_when_the_first_one_after_it_fires(shelf, journal, ann):
    resting = reminder(ann, paused_until=date(2026, 11, 26))
    await journal.close(ann, turn("set", CreateReminder(reminder=resting)))
    assert await shelf.due(SEVEN + DAY, 10) == ()
    thursday = SEVEN + 2 * DAY
    assert await shelf.fire(resting, now=thursday) is not None
    kept = await stored(journal, ann)
    assert (kept.paused_until, kept.next_fire_at) == (None, thursday + DAY)


async def test_reminders_of_somebody_who_cannot_be_reached_wait(shelf, people, daily, ann):
    await people.set_active(ann, active=False)
    assert await shelf.due(SEVEN, 10) == ()
    await people.set_active(ann, active=True)
    assert await shelf.due(SEVEN, 10) == (daily,)


async def test_new_zone_data_moves_the_next_time(shelf, journal, daily, ann, database):
    """A law moved the clock: the stored moment is an hour off what the zone says today."""
    await shelf.keep_to_zones(now=MORNING, zones="2026.6")
    async with database.transaction() as session:
        await session.execute(update(ReminderRow).values(next_fire_at=SEVEN + timedelta(hours=1)))
    assert await shelf.keep_to_zones(now=MORNING, zones="2026.6") == 0
    assert (await stored(journal, ann)).next_fire_at == SEVEN + timedelta(hours=1)
    assert await shelf.keep_to_zones(now=MORNING, zones="2026.7") == 1
    assert (await stored(journal, ann)).next_fire_at == SEVEN


async def test_new_zone_data_leaves_what_is_due_or_rests(shelf, journal, daily, ann, database):
    over = reminder(ann, Schedule(at=time(7), zone="UTC", on_date=date(2026, 11, 1)), reminder_id="over")
    await journal.close(ann, turn("set2", CreateReminder(reminder=over)))
    assert await shelf.keep_to_zones(now=SEVEN + timedelta(minutes=5), zones="2026.7") == 0
    assert (await journal.recall(ann, now=MORNING)).reminders[0].next_fire_at == SEVEN


async def test_new_zone_data_cannot_make_a_date_fire_twice(shelf, journal, ledger, daily, ann, database):
    """It fired at what was 07:00; under the new data 07:00 of the same date is still ahead."""
    early = SEVEN - timedelta(hours=1)
    async with database.transaction() as session:
        await session.execute(update(ReminderRow).values(next_fire_at=early))
    assert await shelf.fire(replace(daily, next_fire_at=early), now=early) is not None
    [again] = await shelf.due(SEVEN, 10)
    assert await shelf.fire(again, now=SEVEN) is None
    assert (await ledger.counts())["reminder.ready"] == 1
    assert (await stored(journal, ann)).next_fire_at == SEVEN + DAY


async def test_the_version_of_the_installed_zone_data_is_remembered(shelf, daily):
    assert await shelf.keep_to_zones(now=MORNING) == 0
    assert await shelf.keep_to_zones(now=MORNING) == 0


async def test_a_zone_that_went_away_rests_and_stops_nobody_else(shelf, journal, ledger, daily, ann, database, caplog):
    async with database.transaction() as session:
        await session.execute(update(ReminderRow).values(zone="Europe/Atlantis"))
    [lost] = await shelf.due(SEVEN, 10)
    assert await shelf.fire(lost, now=SEVEN) is None
    assert (await stored(journal, ann)).next_fire_at is None
    assert "time zone" in caplog.text
    assert (await ledger.counts()) == {"reminder.late": 0}


async def test_clock_changes_go_through_the_store_as_through_the_calendar(shelf, journal, ledger, ann):
    """One autumn night in New York: 01:30 comes twice, the reminder once."""
    schedule = Schedule(at=time(1, 30), zone="America/New_York", days=DAILY.days)
    made = reminder(ann, schedule, after=datetime(2026, 11, 1, 0, tzinfo=UTC))
    await journal.close(ann, turn("set", CreateReminder(reminder=made)))
    now = datetime(2026, 11, 1, 0, tzinfo=UTC)
    fires = []
    while now < datetime(2026, 11, 2, 0, tzinfo=UTC):
        for due in await shelf.due(now, 10):
            assert await shelf.fire(due, now=now) is not None
            fires.append(now)
        now += timedelta(minutes=10)
    assert fires == [datetime(2026, 11, 1, 5, 30, tzinfo=UTC)]


async def test_every_part_of_a_reminder_comes_back_as_it_was_stored(journal, ann):
    stay = Stay(zone="Asia/Tokyo", first=date(2026, 11, 24), last=date(2026, 11, 30))
    changes = (OneDay(on=date(2026, 11, 25), at=time(8, 15)), OneDay(on=date(2026, 11, 27), at=None))
    schedule = Schedule(
        at=time(7), zone="Europe/Lisbon", every_days=2, since=MORNING.date(), changes=changes, stay=stay
    )
    made = replace(reminder(ann, schedule), cue="after my coffee", unasked=True)
    await journal.close(ann, turn("set", CreateReminder(reminder=made)))
    assert await stored(journal, ann) == made


async def test_a_day_that_was_silenced_after_it_fired_is_not_sent(shelf, journal, ledger, daily, ann, database):
    delivery_id = await shelf.fire(daily, now=SEVEN)
    silent = replace(daily.schedule, changes=(OneDay(on=SEVEN.date(), at=None),))
    changed = replace(daily, schedule=silent, next_fire_at=SEVEN + DAY)
    await journal.close(ann, turn("skip", ChangeReminder(reminder=changed)))
    assert delivery_id is not None
    assert await ledger.take_next(ann, now=SEVEN) is None
    assert (await ledger.last_reminder(ann)).reason == "changed"


async def test_a_change_of_another_day_does_not_hold_back_what_is_about_to_leave(shelf, journal, ledger, daily, ann):
    await shelf.fire(daily, now=SEVEN)
    friday = replace(daily.schedule, changes=(OneDay(on=date(2026, 11, 27), at=time(9)),))
    changed = replace(daily, schedule=friday, next_fire_at=SEVEN + DAY)
    await journal.close(ann, turn("friday", ChangeReminder(reminder=changed)))
    assert await ledger.take_next(ann, now=SEVEN) is not None

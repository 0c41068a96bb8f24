"""What is recalled, and the one transaction that closes a turn."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from bot.coach.turn import (
    ChangeReminder,
    CreateReminder,
    DeleteReminders,
    DeleteRuns,
    DeleteWeighIns,
    LogRun,
    LogWeight,
    SaveRunner,
)
from bot.errors import StorageError
from bot.reminders.reminder import Schedule
from bot.runner import Runner
from bot.storage.database import Database
from bot.storage.journal import JournalBook
from bot.storage.tables import ProfileRow, ReminderRow
from bot.training.run import Run
from bot.training.weigh_in import WeighIn
from tests.storage.databases import ON_A_FILE, cells
from tests.storage.making import DAILY, MORNING, reminder, reply, turn


async def test_a_new_person_is_an_empty_memory(journal, ann):
    memory = await journal.recall(ann, now=MORNING)
    assert memory.person_id == ann
    assert memory.runner == Runner()
    assert (memory.exchanges, memory.reminders, memory.runs) == ((), (), ())


async def test_the_last_twelve_turns_are_recalled_oldest_first(journal, ann):
    for n in range(15):
        await journal.close(
            ann, turn(f"t{n}", said=f"said {n}", pending="weight_kg", at=MORNING + timedelta(minutes=n))
        )
    exchanges = (await journal.recall(ann, now=MORNING)).exchanges
    assert [exchange.said for exchange in exchanges] == [f"said {n}" for n in range(3, 15)]
    assert exchanges[-1] == replace(
        turn("t14", said="said 14", pending="weight_kg", at=MORNING + timedelta(minutes=14)).exchange
    )


async def test_words_of_older_turns_are_wiped_and_their_receipts_stay(journal, ann, database_url):
    for n in range(15):
        await journal.close(ann, turn(f"t{n}", said=f"words of turn {n}."))
    receipts = [await journal.receipt(ann, f"t{n}") for n in range(15)]
    assert receipts == [reply(turn_id=f"t{n}") for n in range(15)]
    stored = str(await cells(database_url))
    assert "words of turn 2." not in stored
    assert "words of turn 3." in stored


@ON_A_FILE
async def test_of_wiped_words_nothing_is_left_in_the_file(journal, ann, tmp_path, database):
    for n in range(15):
        await journal.close(ann, turn(f"t{n}", said=f"words of turn {n}."))
    await database.close()
    stored = (tmp_path / "coach.sqlite").read_bytes()
    assert b"words of turn 2." not in stored
    assert b"words of turn 3." in stored


async def test_a_receipt_survives_a_restart(journal, ann, database, database_url):
    await journal.close(ann, turn())
    await database.close()
    again = await Database.open(database_url)
    assert await JournalBook(again).receipt(ann, "t1") == reply()
    await again.close()


async def test_there_is_no_receipt_of_an_unknown_turn_or_of_somebody_elses(journal, people, ann):
    await journal.close(ann, turn())
    assert await journal.receipt(ann, "t2") is None
    assert await journal.receipt(await people.person_for("telegram", "102"), "t1") is None


async def test_the_profile_is_replaced_as_a_whole(journal, ann):
    told = Runner(sex="female", age_years=34, weight_kg=68.04, flags=frozenset({"medical", "number_free"}))
    await journal.close(ann, turn("t1", SaveRunner(runner=told)))
    assert (await journal.recall(ann, now=MORNING)).runner == told
    await journal.close(ann, turn("t2", SaveRunner(runner=Runner(age_years=35))))
    assert (await journal.recall(ann, now=MORNING)).runner == Runner(age_years=35)


async def test_runs_of_the_last_year_are_recalled_newest_first(journal, ann):
    today = MORNING.date()
    runs = [
        Run(run_id=f"run{days}", on_date=today - timedelta(days=days), distance_m=5000) for days in (3, 366, 367, 0)
    ]
    await journal.close(ann, turn("t1", *(LogRun(run=run) for run in runs)))
    recalled = (await journal.recall(ann, now=MORNING)).runs
    assert [run.run_id for run in recalled] == ["run0", "run3", "run366"]
    assert recalled[1] == runs[0]


async def test_a_walk_uphill_reads_back_as_it_was_staged_and_can_be_taken_out_again(journal, ann):
    walk = Run(run_id="w", on_date=MORNING.date(), duration_s=2400, gait="walk", incline_fraction=0.12, climb_m=90)
    await journal.close(ann, turn("t1", LogRun(run=walk)))
    assert (await journal.recall(ann, now=MORNING)).runs == (walk,)
    await journal.close(ann, turn("t2", DeleteRuns(run_ids=("w",))))
    assert (await journal.recall(ann, now=MORNING)).runs == ()


async def test_weigh_ins_are_recalled_newest_first_one_a_date(journal, ann):
    today = MORNING.date()
    told = [(today - timedelta(days=7), 72.0), (today, 71.5), (today, 70.5)]
    for number, (on, weight) in enumerate(told):
        await journal.close(ann, turn(f"t{number}", LogWeight(weigh_in=WeighIn(on_date=on, weight_kg=weight))))
    recalled = (await journal.recall(ann, now=MORNING)).weigh_ins
    assert [(one.on_date, one.weight_kg) for one in recalled] == [told[2], told[0]]
    await journal.close(ann, turn("t9", DeleteWeighIns(dates=(today,))))
    assert [one.weight_kg for one in (await journal.recall(ann, now=MORNING)).weigh_ins] == [72.0]


async def test_a_run_that_is_corrected_replaces_the_first(journal, ann):
    first = Run(run_id="run1", on_date=MORNING.date(), distance_m=5000)
    await journal.close(ann, turn("t1", LogRun(run=first)))
    await journal.close(ann, turn("t2", LogRun(run=replace(first, distance_m=5200))))
    assert (await journal.recall(ann, now=MORNING)).runs == (replace(first, distance_m=5200),)


async def test_a_profile_stored_in_an_unknown_shape_is_a_storage_error(journal, ann, database):
    async with database.transaction() as session:
        session.add(ProfileRow(person_id=ann, runner={"shoe_size": 43}))
    with pytest.raises(StorageError, match="cannot be read"):
        await journal.recall(ann, now=MORNING)


async def test_a_moment_without_a_zone_cannot_be_stored(journal, ann):
    with pytest.raises(StorageError, match="naive"):
        await journal.close(ann, turn("t1", at=MORNING.replace(tzinfo=None)))


async def test_a_reminder_reads_back_as_it_was_staged(journal, ann):
    once = Schedule(at=time(18, 30), zone="America/New_York", on_date=date(2026, 11, 25))
    staged = [reminder(ann), reminder(ann, once, reminder_id="r2")]
    await journal.close(ann, turn("t1", *(CreateReminder(reminder=made) for made in staged)))
    assert (await journal.recall(ann, now=MORNING)).reminders == tuple(staged)


async def test_a_reminder_is_changed_and_deleted(journal, ann):
    await journal.close(
        ann,
        turn("t1", *(CreateReminder(reminder=reminder(ann, reminder_id=f"r{n}")) for n in range(3))),
    )
    later = reminder(ann, replace(DAILY, at=time(18)), reminder_id="r1")
    await journal.close(ann, turn("t2", ChangeReminder(reminder=later), DeleteReminders(reminder_ids=("r0", "none"))))
    assert (await journal.recall(ann, now=MORNING)).reminders == (later, reminder(ann, reminder_id="r2"))


async def test_changing_a_reminder_that_is_gone_stores_nothing_of_the_turn(journal, ann):
    with pytest.raises(StorageError, match="no such reminder"):
        await journal.close(
            ann, turn("t1", SaveRunner(runner=Runner(age_years=34)), ChangeReminder(reminder=reminder(ann)))
        )
    memory = await journal.recall(ann, now=MORNING)
    assert (memory.runner, memory.exchanges) == (Runner(), ())


async def test_nobody_changes_a_reminder_of_somebody_else(journal, people, ann):
    ben = await people.person_for("telegram", "102")
    await journal.close(ann, turn("t1", CreateReminder(reminder=reminder(ann))))
    with pytest.raises(StorageError, match="no such reminder"):
        await journal.close(ben, turn("t1", ChangeReminder(reminder=reminder(ann, replace(DAILY, at=time(3))))))
    await journal.close(ben, turn("t2", DeleteReminders(reminder_ids=("r1",))))
    assert (await journal.recall(ann, now=MORNING)).reminders == (reminder(ann),)


async def test_a_pause_whose_end_was_left_open_ends_by_itself(journal, ann):
    await journal.close(ann, turn("t1", CreateReminder(reminder=reminder(ann))))
    resting = replace(reminder(ann), paused_until=date(2026, 12, 1), next_fire_at=None)
    await journal.close(ann, turn("t2", ChangeReminder(reminder=resting)))
    [kept] = (await journal.recall(ann, now=MORNING)).reminders
    assert kept == reminder(ann, paused_until=date(2026, 12, 1))
    assert kept.next_fire_at.isoformat() == "2026-12-01T07:00:00+00:00"


async def test_a_one_off_is_recalled_until_its_date_is_over_in_every_zone(journal, ann):
    once = Schedule(at=time(7), zone="Pacific/Honolulu", on_date=MORNING.date())
    over = replace(reminder(ann, once), next_fire_at=None)
    await journal.close(
        ann, turn("t1", CreateReminder(reminder=over), CreateReminder(reminder=reminder(ann, reminder_id="r2")))
    )
    for days, recalled in ((0, ["r1", "r2"]), (1, ["r1", "r2"]), (2, ["r2"])):
        memory = await journal.recall(ann, now=MORNING + timedelta(days=days))
        assert [kept.reminder_id for kept in memory.reminders] == recalled


async def test_a_one_off_that_is_to_come_is_recalled_however_long_that_takes(journal, ann):
    once = reminder(ann, Schedule(at=time(7), zone="Europe/Lisbon", on_date=date(2027, 5, 1)))
    await journal.close(ann, turn("t1", CreateReminder(reminder=once)))
    assert (await journal.recall(ann, now=MORNING + timedelta(days=90))).reminders == (once,)


async def test_finished_one_offs_are_cleared_away_with_the_next_new_one(journal, ann, database):
    once = reminder(ann, Schedule(at=time(7), zone="Europe/Lisbon", on_date=MORNING.date()))
    await journal.close(ann, turn("t1", CreateReminder(reminder=once)))
    later = MORNING + timedelta(days=2)
    await journal.close(ann, turn("t2", CreateReminder(reminder=reminder(ann, reminder_id="r2")), at=later))
    async with database.transaction() as session:
        assert list(await session.scalars(select(ReminderRow.reminder_id))) == ["r2"]


async def test_a_turn_that_runs_again_is_stored_once_and_keeps_its_delivery(journal, ann, ledger):
    run = LogRun(run=Run(run_id="run1", on_date=MORNING.date(), distance_m=5000))
    first = await journal.close(ann, turn("t1", run), deliver=True)
    second = await journal.close(ann, turn("t1", run, text="Worded otherwise."), deliver=True)
    memory = await journal.recall(ann, now=MORNING)
    assert first == second
    assert len(memory.exchanges) == len(memory.runs) == 1
    assert (await ledger.counts())["reply.ready"] == 1


async def test_the_update_is_finished_in_the_transaction_of_its_turn(journal, inbox, ann):
    await inbox.take_in(1, "101", "hello")
    row = await inbox.begin("101")
    with pytest.raises(StorageError):
        await journal.close(ann, turn("t1", ChangeReminder(reminder=reminder(ann))), inbox_id=row.id, deliver=True)
    assert await inbox.waiting() == ("101",)
    await journal.close(ann, turn("t1"), inbox_id=row.id, deliver=True)
    assert await inbox.waiting() == ()


async def test_a_turn_without_delivery_leaves_no_message(journal, ann, ledger):
    assert await journal.close(ann, turn()) is None
    assert await ledger.waiting(MORNING) == ()


async def test_a_turn_of_nobody_is_refused(journal):
    with pytest.raises(StorageError):
        await journal.close("nobody", turn())


async def test_turns_of_many_people_at_once_do_not_mix(journal, people):
    persons = [await people.person_for("telegram", str(n)) for n in range(8)]
    await asyncio.gather(*(journal.close(person, turn(f"t{n}", said=person)) for person in persons for n in range(3)))
    for person in persons:
        assert [exchange.said for exchange in (await journal.recall(person, now=MORNING)).exchanges] == [person] * 3

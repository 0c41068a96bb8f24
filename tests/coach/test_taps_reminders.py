"""Taps under a reminder: what is stored, what is said, and what a late or doubled tap does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach.turn import ChangeReminder
from bot.reminders.delivery import ReminderDelivery
from bot.training.run import Run
from tests.coach.conftest import SUNDAY_MORNING, Talk

MONDAY = date(2026, 11, 23)


async def under_a_reminder(talk: Talk, choice: str, size: str = ""):
    await talk.say("remind me every day at 7")
    talk.at = SUNDAY_MORNING + timedelta(days=1, hours=-1)
    *others, reminder = talk.memory.reminders
    rung_on = replace(reminder, next_fire_at=reminder.next_fire_at + timedelta(days=1))
    talk.memory = replace(talk.memory, reminders=(*others, rung_on))
    return await talk.say(choice, f"v1:rem:{choice}:{reminder.reminder_id}:2026-11-23{size}")


async def test_done_logs_the_usual_run_in_one_tap_and_takes_a_correction(ann):
    runs = tuple(Run(run_id=f"r{n}", on_date=date(2026, 11, 15 + n), distance_m=5000) for n in range(3))
    ann.memory = replace(ann.memory, runs=runs)
    turn = await under_a_reminder(ann, "done")
    assert next(run for run in ann.memory.runs if run.on_date == MONDAY).distance_m == 5000
    assert "tell me" in turn.reply.text
    await ann.say("it was 6 km")
    assert [run.distance_m for run in ann.memory.runs if run.on_date == MONDAY] == [6000]
    again = await under_a_reminder(ann, "done")
    assert again.staged == ()


async def test_done_without_a_habit_asks_and_logs_the_answer_for_the_day_of_the_reminder(ann):
    asked = await under_a_reminder(ann, "done")
    assert asked.exchange.pending == "distance_m"
    ann.at += timedelta(days=1)
    await ann.say("4 km")
    assert [(run.on_date, run.distance_m) for run in ann.memory.runs] == [(MONDAY, 4000)]


async def test_done_after_the_short_one_logs_ten_minutes(ann):
    await under_a_reminder(ann, "done", ":short")
    assert [(run.on_date, run.duration_s) for run in ann.memory.runs] == [(MONDAY, 600)]


async def test_done_asks_nobody_for_numbers_who_gets_none(ann):
    ann.tell(flags=["number_free"])
    turn = await under_a_reminder(ann, "done")
    assert turn.reply.numbers == ()
    assert turn.exchange.pending is None


async def test_later_rings_once_more_in_an_hour_and_a_second_tap_moves_it(ann):
    turn = await under_a_reminder(ann, "later")
    assert "09:00" in turn.reply.text
    assert ann.rings(2) == ["Mon 23 09:00", "Tue 24 07:00"]
    ann.at += timedelta(minutes=10)
    await ann.say("later", f"v1:rem:later:{ann.memory.reminders[0].reminder_id}:2026-11-23")
    assert ann.rings(2) == ["Mon 23 09:10", "Tue 24 07:00"]


async def test_not_today_silences_what_would_still_ring_today(ann):
    await ann.say("remind me every day at 18:00")
    turn = await under_a_reminder(ann, "skip")
    assert ann.rings(2) == ["Tue 24 07:00", "Tue 24 18:00"]
    assert "Next: Tue 24 Nov, 07:00" in turn.reply.text


async def test_keep_them_is_remembered_and_pause_a_week_rests_a_week(ann):
    await under_a_reminder(ann, "keep")
    assert ann.memory.reminders[0].unasked
    await under_a_reminder(ann, "week")
    assert ann.rings(1) == ["Mon 30 07:00"]


async def test_another_time_asks_for_it_and_moves_that_one(ann):
    asked = await under_a_reminder(ann, "move")
    assert asked.exchange.pending == "time"
    moved = await ann.say("18:30")
    assert [type(write) for write in moved.staged] == [ChangeReminder]
    assert ann.rings(1) == ["Mon 23 18:30"]


def has_rung(talk: Talk, hours_ago: float) -> None:
    """Let the reminder have been sent so many hours before the next message."""
    talk.at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    left = talk.at - timedelta(hours=hours_ago)
    rung = ReminderDelivery(
        reminder_id="r1", due_at=left, local_date=MONDAY, state="sent", reason=None, settled_at=left
    )
    talk.memory = replace(talk.memory, rung=(rung,))


@pytest.mark.parametrize("words", ["done", "Did it!", "I've done it"])
async def test_done_in_words_asks_how_far(ann, words):
    await ann.say("remind me on weekdays at 7")
    has_rung(ann, 1)
    asked = await ann.say(words)
    assert asked.exchange.pending == "distance_m"
    await ann.say("4 km")
    assert [(run.on_date, run.distance_m) for run in ann.memory.runs] == [(MONDAY, 4000)]


async def test_later_in_words_rings_once_more(ann):
    await ann.say("remind me on weekdays at 7")
    has_rung(ann, 1)
    await ann.say("later")
    assert ann.rings(2) == ["Mon 23 09:00", "Tue 24 07:00"]


async def test_done_long_after_or_after_other_words_is_no_answer_to_a_reminder(ann):
    await ann.say("remind me on weekdays at 7")
    has_rung(ann, 13)
    assert (await ann.say("done")).exchange.pending != "distance_m"
    has_rung(ann, 1)
    await ann.say("thanks")
    assert (await ann.say("done")).exchange.pending != "distance_m"

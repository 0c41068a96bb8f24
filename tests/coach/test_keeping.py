"""What a turn stages: profile, runs, reminders; and what it asks back instead of guessing."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from bot.coach import keeping
from bot.coach.facts import (
    CannotDeliver,
    Missing,
    Noted,
    ReminderKept,
    ReminderPaused,
    RemindersGone,
    RemindersListed,
    RunKept,
    RunsRecalled,
)
from bot.coach.turn import ChangeReminder, Channel, CreateReminder, DeleteReminders, LogRun, Memory, Message, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.frame import Frame
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.runner import Runner
from bot.training.run import Run

SUNDAY_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LISBON = Runner(time_zone="Europe/Lisbon")


def workings(memory: Memory, channel: Channel = "telegram") -> Workings:
    return Workings(
        turn_id="abc",
        memory=memory,
        message=Message(text="…", at=SUNDAY_MORNING, channel=channel, message_key="1"),
        frame=Frame(intent="set_profile"),
        runner=memory.runner,
    )


def desk(runner: Runner = LISBON, channel: Channel = "telegram", **memory: Any) -> Workings:
    return workings(Memory(person_id="ann", runner=runner, **memory), channel)


def weekly(*days: str, reminder_id: str = "r1") -> Reminder:
    schedule = Schedule(at=time(6, 30), zone="Europe/Lisbon", days=frozenset(day for day in WEEKDAYS if day in days))
    return Reminder(
        reminder_id=reminder_id,
        person_id="ann",
        schedule=schedule,
        next_fire_at=datetime(2026, 11, 23, 6, 30, tzinfo=UTC),
    )


def test_a_profile_told_in_plain_words_is_staged_whole() -> None:
    w = desk()
    fact = keeping.remember(w, {"weight_kg": 68.04, "height_m": 1.6764, "sex": "female", "age_years": 34})
    assert isinstance(fact, Noted)
    assert w.staged == [SaveRunner(runner=fact.after)]
    assert (fact.after.weight_kg, fact.after.time_zone) == (68.04, "Europe/Lisbon")


def test_body_fat_in_percent_becomes_a_mass_once_the_weight_is_known() -> None:
    fact = keeping.remember(desk(Runner(weight_kg=80)), {"body_fat_fraction": 0.25})
    assert isinstance(fact, Noted)
    assert fact.after.fat_mass_kg == 20


def test_what_no_human_can_be_is_asked_back_and_not_staged() -> None:
    w = desk()
    assert keeping.remember(w, {"weight_kg": 4000.0}) == Missing(slot="odd_weight_kg")
    assert w.staged == []


def test_a_run_is_staged_with_its_energy_and_the_week_so_far() -> None:
    earlier = Run(run_id="r0", on_date=date(2026, 11, 17), distance_m=5000, duration_s=1800)
    last_week = Run(run_id="rx", on_date=date(2026, 11, 15), distance_m=9000)
    w = desk(Runner(weight_kg=70, sex="female", age_years=35, height_m=1.66), runs=(earlier, last_week))
    fact = keeping.keep_run(w, {"distance_m": 5200, "duration_s": 1860})
    assert isinstance(fact, RunKept)
    assert (fact.week_count, fact.week_distance_m) == (2, 10_200)
    assert fact.net is not None
    assert [type(write) for write in w.staged] == [LogRun]


def test_a_run_of_a_person_without_weight_is_kept_without_energy() -> None:
    fact = keeping.keep_run(desk(), {"duration_s": 1800, "pace_s_per_km": 360, "date": "2026-11-20"})
    assert isinstance(fact, RunKept)
    assert (fact.run.distance_m, fact.run.on_date, fact.net) == (5000, date(2026, 11, 20), None)
    assert keeping.keep_run(desk(), {}) == Missing(slot="distance_m")


def test_this_weeks_runs_are_recalled() -> None:
    run = Run(run_id="r0", on_date=date(2026, 11, 16), distance_m=5000)
    assert keeping.recall_runs(desk(runs=(run,))) == RunsRecalled(week_count=1, week_distance_m=5000)


def test_a_reminder_is_staged_with_its_next_three_local_times() -> None:
    w = desk()
    fact = keeping.set_reminder(w, {"time": "07:00"})
    assert isinstance(fact, ReminderKept)
    assert [at.strftime("%a %H:%M") for at in fact.next_times] == ["Mon 07:00", "Tue 07:00", "Wed 07:00"]
    assert w.staged == [CreateReminder(reminder=fact.reminder)]
    assert fact.reminder.next_fire_at == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def test_what_a_reminder_lacks_is_asked_one_thing_at_a_time() -> None:
    assert keeping.set_reminder(desk(), {}) == Missing(slot="time")
    assert keeping.set_reminder(desk(Runner()), {"time": "07:00"}) == Missing(slot="time_zone")
    gone = keeping.set_reminder(desk(), {"time": "07:00", "date": "2026-11-21"})
    assert gone == Missing(slot="date")


def test_the_terminal_stages_no_reminder() -> None:
    w = desk(channel="terminal")
    assert keeping.set_reminder(w, {"time": "07:00"}) == CannotDeliver()
    assert w.staged == []


def test_moving_a_reminder_keeps_its_id_and_days() -> None:
    w = desk(reminders=(weekly("mon", "wed"),))
    fact = keeping.change_reminder(w, {"time": "07:00"})
    assert isinstance(fact, ReminderKept)
    assert fact.changed
    assert fact.reminder.reminder_id == "r1"
    assert fact.reminder.schedule.days == {"mon", "wed"}
    assert [type(write) for write in w.staged] == [ChangeReminder]


def test_moving_a_reminder_there_is_none_of_sets_one() -> None:
    fact = keeping.change_reminder(desk(), {"time": "07:00"})
    assert isinstance(fact, ReminderKept)
    assert not fact.changed


def test_a_pause_until_a_date_rings_on_that_date_again() -> None:
    w = desk(reminders=(weekly(*WEEKDAYS),))
    fact = keeping.pause_reminders(w, {"until": "2026-11-30"})
    assert isinstance(fact, ReminderPaused)
    assert fact.next_time is not None
    assert fact.next_time.date() == date(2026, 11, 30)


def test_skipping_one_day_rings_the_next_and_an_open_pause_rings_never() -> None:
    skipped = keeping.pause_reminders(desk(reminders=(weekly(*WEEKDAYS),)), {"date": "2026-11-23"})
    assert isinstance(skipped, ReminderPaused)
    assert skipped.next_time is not None
    assert skipped.next_time.date() == date(2026, 11, 24)
    assert keeping.pause_reminders(desk(reminders=(weekly("mon"),)), {}) == ReminderPaused(next_time=None)
    assert keeping.pause_reminders(desk(), {}) == RemindersListed(items=())


def test_resuming_gives_every_reminder_its_next_time_back() -> None:
    w = desk(reminders=(weekly("mon"),))
    fact = keeping.resume_reminders(w)
    assert isinstance(fact, RemindersListed)
    assert fact.items[0][1] is not None
    assert fact.items[0][1].strftime("%a %H:%M") == "Mon 06:30"


def test_stopping_deletes_all_and_one_day_only_leaves_the_others() -> None:
    w = desk(reminders=(weekly("mon", "fri"), weekly("fri", reminder_id="r2")))
    assert keeping.delete_reminders(w, {"days": ["fri"]}) == RemindersGone(count=2, every=False)
    deleted, changed = w.staged
    assert deleted == DeleteReminders(reminder_ids=("r2",))
    assert isinstance(changed, ChangeReminder)
    assert changed.reminder.schedule.days == {"mon"}
    all_gone = keeping.delete_reminders(desk(reminders=(weekly("mon"),)), {})
    assert all_gone == RemindersGone(count=1, every=True)
    assert keeping.delete_reminders(desk(), {}) == RemindersGone(count=0, every=True)

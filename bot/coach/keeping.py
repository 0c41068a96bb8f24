"""What a turn stages to be stored: the profile, runs and reminders. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, get_args

from pydantic import ValidationError

from bot.coach.facts import (
    CannotDeliver,
    Cleared,
    Fact,
    Missing,
    Noted,
    OlderThanSaid,
    OnHold,
    ReminderKept,
    ReminderPaused,
    RemindersGone,
    RemindersListed,
    RunCost,
    RunKept,
    RunsRecalled,
    Withheld,
)
from bot.coach.figuring import run_cost
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.turn import ChangeReminder, CreateReminder, DeleteReminders, LogRun, Memory, SaveRunner
from bot.coach.workings import Workings
from bot.reminders.due import next_fire, next_fires
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule, Weekday
from bot.runner import Runner
from bot.training.run import Run
from bot.units import METRES_PER_KM

_FIELDS: Final[Mapping[str, str]] = {
    "sex": "sex",
    "age_years": "age_years",
    "height_m": "height_m",
    "weight_kg": "weight_kg",
    "waist_cm": "waist_cm",
    "hip_cm": "hip_cm",
    "neck_cm": "neck_cm",
    "timezone": "time_zone",
    "units_pref": "units",
    "goal": "goal",
    "activity": "activity",
    "country": "country",
}
"""Names of the parser's entities and of the profile's fields."""


def told_changes(runner: Runner, entities: Mapping[str, Any]) -> dict[str, Any]:
    """Return the profile fields that a message told, by the profile's names."""
    changes = {field: entities[name] for name, field in _FIELDS.items() if name in entities}
    if "runs_now_m_per_week" in entities:
        changes["runs_now_km_per_week"] = entities["runs_now_m_per_week"] / METRES_PER_KM
    weight = changes.get("weight_kg", runner.weight_kg)
    if "body_fat_fraction" in entities and weight is not None:
        changes["fat_mass_kg"] = entities["body_fat_fraction"] * weight
    return changes


def with_told(runner: Runner, entities: Mapping[str, Any]) -> Runner:
    """Return the profile with what a message told; what cannot be true is left out.

    Raises:
        ValidationError: If a value is outside what a human can be.
    """
    return Runner.model_validate({**runner.model_dump(exclude_none=True), **told_changes(runner, entities)})


def remember(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage the profile with what the message told."""
    before = w.memory.runner
    entities = dict(entities)
    changes = {name: value for name, value in told_changes(before, entities).items() if getattr(before, name) != value}
    if not changes:
        return Missing(slot="profile")
    age = changes.get("age_years")
    if age is not None and age >= ADULT_AGE_YEARS and permissions(before).state == "under_18":
        return OlderThanSaid(age_years=age)
    allowed = permissions(before)
    if {"weight_kg", "fat_mass_kg", "waist_cm"} & changes.keys() and not allowed.weigh_ins:
        return Withheld(state=allowed.state or "number_free")
    if "goal" in changes and not allowed.goals:
        del changes["goal"], entities["goal"]
        if not changes:
            return Withheld(state=allowed.state or "number_free")
    try:
        after = with_told(before, entities)
    except ValidationError as error:
        return Missing(slot=f"odd_{error.errors()[0]['loc'][0]}")
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    return Noted(changes=changes, before=before, after=after)


def keep_run(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a run for the log, with its energy where the body is known and numbers are allowed."""
    distance, duration, pace = (entities.get(name) for name in ("distance_m", "duration_s", "pace_s_per_km"))
    if distance is None and duration is None:
        return Missing(slot="distance_m")
    if distance is None and duration is not None and pace:
        distance = duration * METRES_PER_KM / pace
    if duration is None and distance is not None and pace:
        duration = distance * pace / METRES_PER_KM
    cost = run_cost(w.runner, entities) if distance and duration and w.runner.weight_kg else None
    net = cost.net if isinstance(cost, RunCost) else None
    run_id = _run_id(w)
    run = Run(
        run_id=run_id,
        on_date=_date(entities.get("date")) or w.now.date(),
        distance_m=distance,
        duration_s=duration,
        net_kcal=None if net is None else net.value,
    )
    w.staged.append(LogRun(run=run))
    w.frame = replace(w.frame, entities={**w.frame.entities, "run_id": run_id})
    count, total = _week(w.memory, w.now.date(), run)
    return RunKept(run=run, net=net, week_count=count, week_distance_m=total)


def _run_id(w: Workings) -> str:
    """Name a new run after its turn; a corrected run keeps its name and so takes the old one's place."""
    corrected = w.frame.entities.get("run_id") if w.frame.correction else None
    return corrected if isinstance(corrected, str) else f"run-{w.turn_id}"


def recall_runs(w: Workings) -> Fact:
    """Look this week's runs up."""
    count, total = _week(w.memory, w.now.date(), None)
    return RunsRecalled(week_count=count, week_distance_m=total)


def _week(memory: Memory, today: date, new: Run | None) -> tuple[int, float]:
    monday = today - timedelta(days=today.weekday())
    kept = (run for run in memory.runs if new is None or run.run_id != new.run_id)
    runs = [run for run in (*kept, *((new,) if new else ())) if monday <= run.on_date <= today]
    return len(runs), sum(run.distance_m or 0.0 for run in runs)


def set_reminder(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a new reminder, or say what is still missing: time, zone or a channel that can deliver."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    at = _time(entities.get("time"))
    if at is None:
        return Missing(slot="time")
    on_date = _date(entities.get("date"))
    days = _days(entities.get("days")) if on_date is None else frozenset[Weekday]()
    if on_date is None and not days:
        days = frozenset(WEEKDAYS)
    zone = w.runner.time_zone
    if w.message.channel == "terminal":
        return CannotDeliver()
    if zone is None:
        return Missing(slot="time_zone")
    return _keep(w, Schedule(at=at, zone=zone, days=days, on_date=on_date), reminder_id=f"rem-{w.turn_id}")


def change_reminder(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage another time or other days for the reminder that is meant."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    if not w.memory.reminders:
        return set_reminder(w, entities)
    meant = _meant(w.memory, entities)
    old = meant.schedule
    at = _time(entities.get("time")) or old.at
    days = _days(entities.get("new_days")) or old.days
    return _keep(w, replace(old, at=at, days=days), reminder_id=meant.reminder_id, change=True)


def _keep(w: Workings, schedule: Schedule, *, reminder_id: str, change: bool = False) -> Fact:
    now = w.message.at.astimezone(UTC)
    times = next_fires(schedule, after=now, count=3)
    if not times:
        return Missing(slot="date")
    reminder = Reminder(
        reminder_id=reminder_id,
        person_id=w.memory.person_id,
        schedule=schedule,
        next_fire_at=next_fire(schedule, after=now),
    )
    w.staged.append(ChangeReminder(reminder=reminder) if change else CreateReminder(reminder=reminder))
    return ReminderKept(reminder=reminder, next_times=times, changed=change)


def pause_reminders(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage a rest for every reminder: until a date, for one day, or open."""
    if not w.memory.reminders:
        return RemindersListed(items=())
    one_day = _date(entities.get("date"))
    until = _date(entities.get("until")) or (one_day + timedelta(days=1) if one_day else None)
    now = w.message.at.astimezone(UTC)
    nexts: list[datetime] = []
    for reminder in w.memory.reminders:
        fire = next_fire(reminder.schedule, after=now, paused_until=until) if until else None
        w.staged.append(ChangeReminder(reminder=replace(reminder, paused_until=until, next_fire_at=fire)))
        if fire is not None:
            nexts.append(fire.astimezone(w.now.tzinfo))
    return ReminderPaused(next_time=min(nexts, default=None))


def clear(w: Workings) -> Fact:
    """Stage the end of the hold that emergency words began: a doctor has cleared the person."""
    after = w.memory.runner.model_copy(update={"flags": w.memory.runner.flags - {"doctor_first"}})
    if after != w.memory.runner:
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
    resume_reminders(w)
    return Cleared()


def resume_reminders(w: Workings) -> Fact:
    """Stage every reminder to ring again."""
    if "doctor_first" in w.runner.flags:
        return OnHold()
    now = w.message.at.astimezone(UTC)
    kept: list[tuple[Reminder, datetime | None]] = []
    for reminder in w.memory.reminders:
        fire = next_fire(reminder.schedule, after=now)
        again = replace(reminder, paused_until=None, next_fire_at=fire)
        w.staged.append(ChangeReminder(reminder=again))
        kept.append((again, fire.astimezone(w.now.tzinfo) if fire else None))
    return RemindersListed(items=tuple(kept))


def delete_reminders(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Stage the deletion of the reminders meant: all, or those on the named days; others keep their other days."""
    days = _days(entities.get("days"))
    meant = [reminder for reminder in w.memory.reminders if not days or reminder.schedule.days & days]
    gone = [reminder for reminder in meant if not days or reminder.schedule.days <= days]
    if gone:
        w.staged.append(DeleteReminders(reminder_ids=tuple(reminder.reminder_id for reminder in gone)))
    for reminder in meant:
        if reminder not in gone:
            left = replace(reminder.schedule, days=reminder.schedule.days - days)
            fire = next_fire(left, after=w.message.at.astimezone(UTC), paused_until=reminder.paused_until)
            w.staged.append(ChangeReminder(reminder=replace(reminder, schedule=left, next_fire_at=fire)))
    return RemindersGone(count=len(meant), every=len(gone) == len(w.memory.reminders))


def list_reminders(w: Workings) -> Fact:
    """Look the reminders up with their next local times."""
    zone = w.now.tzinfo
    return RemindersListed(
        items=tuple(
            (reminder, reminder.next_fire_at.astimezone(zone) if reminder.next_fire_at else None)
            for reminder in w.memory.reminders
        )
    )


def _meant(memory: Memory, entities: Mapping[str, Any]) -> Reminder:
    days = _days(entities.get("days"))
    named = (reminder for reminder in memory.reminders if days and reminder.schedule.days & days)
    return next(named, memory.reminders[-1])


def _time(value: str | None) -> time | None:
    return time.fromisoformat(value) if value else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _days(value: list[str] | None) -> frozenset[Weekday]:
    known: tuple[Weekday, ...] = get_args(Weekday)
    return frozenset(day for day in known if value and day in value)

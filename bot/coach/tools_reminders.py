"""What the agent may call about reminders; see `bot.coach.tools`."""

from __future__ import annotations

from typing import Final

from langchain.tools import tool
from langchain_core.tools import BaseTool

from bot.coach import changing_reminders, recalling_rung, reminding, resting
from bot.coach.desk import Result, Runtime, desk_of, given, note


@tool(response_format="content_and_artifact")
async def set_reminder(
    runtime: Runtime,
    time: str | None = None,
    days: list[str] | None = None,
    date: str | None = None,
    interval_days: int | None = None,
    since: str | None = None,
    sessions_per_week: float | None = None,
) -> Result:
    """Set a run reminder at a local time (HH:MM).

    It rings on weekdays (mon..sun), on one ISO date, or every `interval_days` days, and is asked about if absent;
    `sessions_per_week` if they said only how often, `since` (ISO date) if it is to begin later.
    """
    asked = given(
        time=time, days=days, date=date, interval_days=interval_days, since=since, sessions_per_week=sessions_per_week
    )
    return note(desk_of(runtime), reminding.set_reminder(desk_of(runtime), asked))


@tool(response_format="content_and_artifact")
async def change_reminder(
    runtime: Runtime,
    time: str | None = None,
    shift_s: float | None = None,
    which: str | None = None,
    days: list[str] | None = None,
    new_days: list[str] | None = None,
    add_days: list[str] | None = None,
    interval_days: int | None = None,
    date: str | None = None,
    first: str | None = None,
    last: str | None = None,
    cue: str | None = None,
    reminder_id: str | None = None,
    all: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    snooze: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Move a reminder to another time (HH:MM) or by `shift_s` seconds, or to other days.

    Which one is meant: `days` it rings on, or `which` ("07:00", "am", "pm", "first", "last"). Where it goes:
    `new_days`, `add_days` or `interval_days`. On single days only: `date`, or `first` to `last` (ISO dates).
    `snooze` with `date` and `time` is one more ring, `all` changes every one. `cue` is what they will have just done
    then, in their own words.
    """
    asked = given(
        time=time,
        shift_s=shift_s,
        which=which,
        days=days,
        new_days=new_days,
        add_days=add_days,
        interval_days=interval_days,
        date=date,
        first=first,
        last=last,
        cue=cue,
        reminder_id=reminder_id,
        all=all,
        snooze=snooze,
    )
    return note(desk_of(runtime), changing_reminders.change_reminder(desk_of(runtime), asked))


@tool(response_format="content_and_artifact")
async def pause_reminders(
    runtime: Runtime,
    until: str | None = None,
    date: str | None = None,
    first: str | None = None,
    last: str | None = None,
    days: list[str] | None = None,
    which: str | None = None,
    reminder_id: str | None = None,
    next: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Rest the reminders until an ISO date, on single dates (`date`, or `first` to `last`), or until they say so.

    `next` leaves out the next one only; `days` and `which` say which reminders rest, all if absent.
    """
    asked = given(
        until=until, date=date, first=first, last=last, days=days, which=which, reminder_id=reminder_id, next=next
    )
    return note(desk_of(runtime), resting.pause_reminders(desk_of(runtime), asked))


@tool(response_format="content_and_artifact")
async def resume_reminders(
    runtime: Runtime,
    cleared: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    days: list[str] | None = None,
    which: str | None = None,
    reminder_id: str | None = None,
) -> Result:
    """Let paused reminders ring again; `cleared` if the person said that a doctor has cleared them to run."""
    desk = desk_of(runtime)
    meant = given(days=days, which=which, reminder_id=reminder_id)
    return note(desk, resting.clear(desk) if cleared else resting.resume_reminders(desk, meant))


@tool(response_format="content_and_artifact")
async def delete_reminders(
    runtime: Runtime,
    days: list[str] | None = None,
    which: str | None = None,
    time: str | None = None,
    all: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    reminder_id: str | None = None,
) -> Result:
    """Delete `all` reminders, those on weekdays (`days`), at a `time` (HH:MM), or `which`: am, pm, first, last."""
    asked = given(days=days, which=which, time=time, all=all, reminder_id=reminder_id)
    return note(desk_of(runtime), reminding.delete_reminders(desk_of(runtime), asked))


@tool(response_format="content_and_artifact")
async def list_reminders(
    runtime: Runtime,
    rang: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    date: str | None = None,
    part: str | None = None,
) -> Result:
    """Look up the person's reminders and when each rings next.

    With `rang`: what became of those of a `date` (ISO, today if absent) in its `part` (am, pm): sent, in doubt,
    skipped or failed.
    """
    desk = desk_of(runtime)
    asked = given(date=date, part=part)
    return note(desk, recalling_rung.recall_rung(desk, asked) if rang else reminding.list_reminders(desk))


REMINDER_TOOLS: Final[list[BaseTool]] = [
    set_reminder,
    change_reminder,
    pause_reminders,
    resume_reminders,
    delete_reminders,
    list_reminders,
]

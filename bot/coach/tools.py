"""What the agent may call. Thin: the docstring is for the model, the work is done elsewhere, the result is a fact.

A tool never sees who the person is beyond the turn's own workings; weight, age and sex come from there, not from
arguments. What is to be stored is staged in the turn, not written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from langchain.tools import ToolRuntime, tool
from langchain_core.tools import BaseTool

from bot.coach import changing_reminders, keeping, recalling_rung, reminding, resting
from bot.coach.facts import Fact, Found
from bot.coach.figuring import fat_outlook, run_cost
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Searcher

Result = tuple[str, dict[str, Any]]
Runtime = ToolRuntime[Any, Any]
"""The context is the turn's workings; named Any so that no library copies or checks what stands on the desk."""


def build_tools(searcher: Searcher) -> list[BaseTool]:
    """Return every tool of the coach."""

    @tool(response_format="content_and_artifact")
    async def search_articles(question: str, runtime: Runtime) -> Result:
        """Find passages of our articles for a question about running, body fat, glutes, weight or training.

        Call this before stating any fact. Pass the question in the person's own words.
        """
        desk = _desk(runtime)
        retrieval = await searcher.search(question)
        if retrieval.zone != "answer" and desk.leans_on is not None:
            retrieval = await searcher.search(f"{desk.leans_on} {question}")
        desk.gap = retrieval.gap
        return _note(desk, Found(retrieval=retrieval))

    return [search_articles, *_FIXED]


@tool(response_format="content_and_artifact")
async def estimate_run(
    runtime: Runtime,
    distance_m: float | None = None,
    duration_s: float | None = None,
    pace_s_per_km: float | None = None,
    speed_m_s: float | None = None,
    incline_fraction: float | None = None,
    claimed_kcal: float | None = None,
    weight_kg: float | None = None,
) -> Result:
    """Estimate the energy of one run for this person, in kcal above rest, with its range.

    Pass only what the person said: distance in metres, time in seconds, pace in seconds a kilometre, incline as a
    fraction. `claimed_kcal` is a figure they ask you to check; `weight_kg` only if they said "if I were ... kg".
    """
    asked = _given(
        distance_m=distance_m,
        duration_s=duration_s,
        pace_s_per_km=pace_s_per_km,
        speed_m_s=speed_m_s,
        incline_fraction=incline_fraction,
        claimed_kcal=claimed_kcal,
    )
    runner = _desk(runtime).runner
    return _note(_desk(runtime), run_cost(keeping.with_told(runner, _given(weight_kg=weight_kg)), asked))


@tool(response_format="content_and_artifact")
async def project_fat(
    runtime: Runtime,
    session_distance_m: float | None = None,
    session_duration_s: float | None = None,
    sessions_per_week: float | None = None,
    distance_per_week_m: float | None = None,
    duration_per_week_s: float | None = None,
    pace_s_per_km: float | None = None,
    speed_m_s: float | None = None,
    horizon_days: int | None = None,
    target_fat_kg: float | None = None,
    replaces: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Project what a plan of running does to this person's body fat over weeks or months, with its range.

    Pass only what the person said. Without a horizon, twelve weeks are taken. `replaces` is true if they said that
    this running takes the place of what they run now.
    """
    asked = _given(
        session_distance_m=session_distance_m,
        session_duration_s=session_duration_s,
        sessions_per_week=sessions_per_week,
        distance_per_week_m=distance_per_week_m,
        duration_per_week_s=duration_per_week_s,
        pace_s_per_km=pace_s_per_km,
        speed_m_s=speed_m_s,
        horizon_days=horizon_days,
        target_fat_kg=target_fat_kg,
        replaces=replaces,
    )
    return _note(_desk(runtime), fat_outlook(_desk(runtime).runner, asked))


@tool(response_format="content_and_artifact")
async def remember_profile(
    runtime: Runtime,
    sex: str | None = None,
    age_years: float | None = None,
    height_m: float | None = None,
    weight_kg: float | None = None,
    body_fat_fraction: float | None = None,
    waist_cm: float | None = None,
    hip_cm: float | None = None,
    neck_cm: float | None = None,
    activity: str | None = None,
    goal: str | None = None,
    runs_now_m_per_week: float | None = None,
    timezone: str | None = None,
    country: str | None = None,
    units_pref: str | None = None,
    stay_first: str | None = None,
    stay_last: str | None = None,
    back_home: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Keep what the person told about themselves. Pass only what they said in this message.

    `stay_first` and `stay_last` (ISO dates) if they are in the `timezone` only on these days; `back_home` if such
    days are over.
    """
    told = _given(
        sex=sex,
        age_years=age_years,
        height_m=height_m,
        weight_kg=weight_kg,
        body_fat_fraction=body_fat_fraction,
        waist_cm=waist_cm,
        hip_cm=hip_cm,
        neck_cm=neck_cm,
        activity=activity,
        goal=goal,
        runs_now_m_per_week=runs_now_m_per_week,
        timezone=timezone,
        country=country,
        units_pref=units_pref,
        stay_first=stay_first,
        stay_last=stay_last,
        back_home=back_home,
    )
    return _note(_desk(runtime), keeping.remember(_desk(runtime), told))


@tool(response_format="content_and_artifact")
async def log_run(
    runtime: Runtime,
    distance_m: float | None = None,
    duration_s: float | None = None,
    pace_s_per_km: float | None = None,
    date: str | None = None,
) -> Result:
    """Keep a run the person did. Distance in metres, time in seconds, date as an ISO date (today if absent)."""
    told = _given(distance_m=distance_m, duration_s=duration_s, pace_s_per_km=pace_s_per_km, date=date)
    return _note(_desk(runtime), keeping.keep_run(_desk(runtime), told))


@tool(response_format="content_and_artifact")
async def recall_runs(runtime: Runtime) -> Result:
    """Look up how many runs, and how far, the person logged this week."""
    return _note(_desk(runtime), keeping.recall_runs(_desk(runtime)))


@tool(response_format="content_and_artifact")
async def set_reminder(
    runtime: Runtime,
    time: str | None = None,
    days: list[str] | None = None,
    date: str | None = None,
    interval_days: int | None = None,
    sessions_per_week: float | None = None,
) -> Result:
    """Set a run reminder at a local time (HH:MM).

    It rings on weekdays (mon..sun; every day if absent), on one ISO date, or every `interval_days` days;
    `sessions_per_week` if they said only how often.
    """
    asked = _given(time=time, days=days, date=date, interval_days=interval_days, sessions_per_week=sessions_per_week)
    return _note(_desk(runtime), reminding.set_reminder(_desk(runtime), asked))


@tool(response_format="content_and_artifact")
async def change_reminder(
    runtime: Runtime,
    time: str | None = None,
    shift_s: float | None = None,
    which: str | None = None,
    days: list[str] | None = None,
    new_days: list[str] | None = None,
    interval_days: int | None = None,
    date: str | None = None,
    first: str | None = None,
    last: str | None = None,
    cue: str | None = None,
    reminder_id: str | None = None,
    snooze: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Move a reminder to another time (HH:MM) or by `shift_s` seconds, or to other days.

    Which one is meant: `days` it rings on, or `which` ("07:00", "am", "pm", "first", "last"). Where it goes:
    `new_days` or `interval_days`. On single days only: `date`, or `first` to `last` (ISO dates). `snooze` with
    `date` and `time` is one more ring. `cue` is what they will have just done then, in their own words.
    """
    asked = _given(
        time=time,
        shift_s=shift_s,
        which=which,
        days=days,
        new_days=new_days,
        interval_days=interval_days,
        date=date,
        first=first,
        last=last,
        cue=cue,
        reminder_id=reminder_id,
        snooze=snooze,
    )
    return _note(_desk(runtime), changing_reminders.change_reminder(_desk(runtime), asked))


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
    asked = _given(
        until=until, date=date, first=first, last=last, days=days, which=which, reminder_id=reminder_id, next=next
    )
    return _note(_desk(runtime), resting.pause_reminders(_desk(runtime), asked))


@tool(response_format="content_and_artifact")
async def resume_reminders(
    runtime: Runtime,
    cleared: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    days: list[str] | None = None,
    which: str | None = None,
    reminder_id: str | None = None,
) -> Result:
    """Let paused reminders ring again; `cleared` if the person said that a doctor has cleared them to run."""
    desk = _desk(runtime)
    meant = _given(days=days, which=which, reminder_id=reminder_id)
    return _note(desk, resting.clear(desk) if cleared else resting.resume_reminders(desk, meant))


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
    asked = _given(days=days, which=which, time=time, all=all, reminder_id=reminder_id)
    return _note(_desk(runtime), reminding.delete_reminders(_desk(runtime), asked))


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
    desk = _desk(runtime)
    asked = _given(date=date, part=part)
    return _note(desk, recalling_rung.recall_rung(desk, asked) if rang else reminding.list_reminders(desk))


_FIXED: list[BaseTool] = [
    estimate_run,
    project_fat,
    remember_profile,
    log_run,
    recall_runs,
    set_reminder,
    change_reminder,
    pause_reminders,
    resume_reminders,
    delete_reminders,
    list_reminders,
]


def _desk(runtime: Runtime) -> Workings:
    workings: Workings = runtime.context
    return workings


def _given(**arguments: Any) -> Mapping[str, Any]:
    return {name: value for name, value in arguments.items() if value is not None}


def _note(workings: Workings, fact: Fact) -> Result:
    """Note the fact in the turn; the text is what a model reads, and licenses nothing."""
    workings.facts.append(fact)
    kind = type(fact).__name__
    return json.dumps({"fact": kind, **asdict(fact)}, default=str), {"fact": kind}

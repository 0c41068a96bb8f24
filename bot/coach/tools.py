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

from bot.coach import keeping
from bot.coach.facts import Fact, Found
from bot.coach.figuring import run_cost
from bot.coach.outlook import fat_outlook
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
        if retrieval.zone == "decline" and desk.leans_on is not None:
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
    climb_m: float | None = None,
    surface: str | None = None,
    gait: str | None = None,
    claimed_kcal: float | None = None,
    target_kcal: float | None = None,
    weight_kg: float | None = None,
    sex: str | None = None,
) -> Result:
    """Estimate the energy of one run or walk for this person, in kcal above rest, with its range.

    Pass only what the person said: distance in metres, time in seconds, pace in seconds a kilometre, incline as a
    fraction, metres climbed, `gait` "walk" for a walk. `claimed_kcal` is a figure they ask you to check, `target_kcal`
    one they want to spend; `weight_kg` and `sex` only if they asked about somebody else ("if I were ... kg").
    """
    asked = _given(
        distance_m=distance_m,
        duration_s=duration_s,
        pace_s_per_km=pace_s_per_km,
        speed_m_s=speed_m_s,
        incline_fraction=incline_fraction,
        climb_m=climb_m,
        surface=surface,
        gait=gait,
        claimed_kcal=claimed_kcal,
        target_kcal=target_kcal,
    )
    runner = keeping.with_told(_desk(runtime).runner, _given(weight_kg=weight_kg, sex=sex))
    return _note(_desk(runtime), run_cost(runner, asked))


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
    gait: str | None = None,
    intake_change_kcal_day: float | None = None,
    target_fat_kg: float | None = None,
    target_loss_kg: float | None = None,
    target_weight_kg: float | None = None,
    rate_kg_per_week: float | None = None,
    replaces: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Project what a plan of running or walking does to this person's body fat over months, with its range.

    Pass only what the person said. Without a horizon, twelve weeks are taken. `replaces` is true if they said that
    this running takes the place of what they run now; `gait` "walk" if they walk; `intake_change_kcal_day` is
    negative if they mean to eat less; a target is fat, weight lost, a weight to reach, or a loss per week.
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
        gait=gait,
        intake_change_kcal_day=intake_change_kcal_day,
        target_fat_kg=target_fat_kg,
        target_loss_kg=target_loss_kg,
        target_weight_kg=target_weight_kg,
        rate_kg_per_week=rate_kg_per_week,
        replaces=replaces,
    )
    desk = _desk(runtime)
    return _note(desk, fat_outlook(desk.runner, asked, units=desk.units))


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
) -> Result:
    """Keep what the person told about themselves. Pass only what they said in this message."""
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
    runtime: Runtime, time: str | None = None, days: list[str] | None = None, date: str | None = None
) -> Result:
    """Set a run reminder at a local time (HH:MM) on weekdays (mon..sun; every day if absent) or on one ISO date."""
    return _note(_desk(runtime), keeping.set_reminder(_desk(runtime), _given(time=time, days=days, date=date)))


@tool(response_format="content_and_artifact")
async def change_reminder(
    runtime: Runtime, time: str | None = None, days: list[str] | None = None, new_days: list[str] | None = None
) -> Result:
    """Move a reminder to another time; `days` says which one is meant, `new_days` where it goes."""
    return _note(
        _desk(runtime), keeping.change_reminder(_desk(runtime), _given(time=time, days=days, new_days=new_days))
    )


@tool(response_format="content_and_artifact")
async def pause_reminders(runtime: Runtime, until: str | None = None, date: str | None = None) -> Result:
    """Rest the reminders until an ISO date, on one ISO date, or until the person says so."""
    return _note(_desk(runtime), keeping.pause_reminders(_desk(runtime), _given(until=until, date=date)))


@tool(response_format="content_and_artifact")
async def resume_reminders(
    runtime: Runtime,
    cleared: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Let paused reminders ring again; `cleared` if the person said that a doctor has cleared them to run."""
    desk = _desk(runtime)
    return _note(desk, keeping.clear(desk) if cleared else keeping.resume_reminders(desk))


@tool(response_format="content_and_artifact")
async def delete_reminders(runtime: Runtime, days: list[str] | None = None) -> Result:
    """Delete all reminders, or those on the named weekdays."""
    return _note(_desk(runtime), keeping.delete_reminders(_desk(runtime), _given(days=days)))


@tool(response_format="content_and_artifact")
async def list_reminders(runtime: Runtime) -> Result:
    """Look up the person's reminders and when each rings next."""
    return _note(_desk(runtime), keeping.list_reminders(_desk(runtime)))


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

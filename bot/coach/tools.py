"""What the agent may call. Thin: the docstring is for the model, the work is done elsewhere, the result is a fact.

A tool never sees who the person is beyond the turn's own workings; weight, age and sex come from there, not from
arguments. What is to be stored is staged in the turn, not written.
"""

from __future__ import annotations

from typing import Final

from langchain.tools import tool
from langchain_core.tools import BaseTool

from bot.coach import keeping, logbook
from bot.coach.desk import Result, Runtime, desk_of, given, note
from bot.coach.facts import Found
from bot.coach.figuring import run_cost
from bot.coach.habit import habit_of
from bot.coach.outlook import fat_outlook
from bot.coach.searching import search_in_talk
from bot.coach.tools_records import recall_runs
from bot.coach.tools_reminders import REMINDER_TOOLS
from bot.knowledge.retrieval import Searcher
from bot.nlu.read_projection import keeps_up

_QUESTIONS: Final = frozenset({"knowledge_question", "plan", "out_of_scope"})
"""What leaves a gap where nothing was found; a feeling or a profile that was searched beside leaves none."""


def build_tools(searcher: Searcher) -> list[BaseTool]:
    """Return every tool of the coach."""

    @tool(response_format="content_and_artifact")
    async def search_articles(question: str, runtime: Runtime) -> Result:
        """Find passages of our articles for a question about running, body fat, glutes, weight or training.

        Call this before stating any fact. Pass the question in the person's own words.
        """
        desk = desk_of(runtime)
        retrieval = await search_in_talk(searcher, desk, question)
        if desk.frame.intent in _QUESTIONS:
            desk.gap = retrieval.gap
        return note(desk, Found(retrieval=retrieval))

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
    age_years: float | None = None,
    hr_bpm: float | None = None,
) -> Result:
    """Estimate the energy of one run or walk for this person, in kcal above rest, with its range.

    Pass only what the person said: distance in metres, time in seconds, pace in seconds a kilometre, incline as a
    fraction, metres climbed, `gait` "walk" for a walk. `claimed_kcal` is a figure they ask you to check, `target_kcal`
    one they want to spend, `hr_bpm` a mean heart rate, of use only without distance and speed; facts of a body only if
    they asked about somebody else ("if I were ... kg").
    """
    asked = given(
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
        hr_bpm=hr_bpm,
    )
    supposed = given(weight_kg=weight_kg, sex=sex, age_years=age_years)
    runner = keeping.with_told(desk_of(runtime).runner, supposed)
    return note(desk_of(runtime), run_cost(runner, asked))


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
    keeps: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    as_shown: str | None = None,
) -> Result:
    """Project what a plan of running or walking does to this person's body fat over months, with its range.

    Pass only what the person said. Without a horizon, twelve weeks are taken. `replaces` is true if they said that
    this running takes the place of what they run now, `keeps` if they mean to go on as they do; `gait` "walk" if they
    walk; `intake_change_kcal_day` is negative if they mean to eat less; a target is fat, weight lost, a weight to
    reach, or a loss per week. `as_shown` is "horizon" or "plan" where they lean on the example just shown.
    """
    desk = desk_of(runtime)
    asked = given(
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
        keeps=keeps or keeps_up(desk.message.text) or None,
        as_shown=as_shown,
    )
    habit = habit_of(desk.memory.runs, today=desk.now.date())
    return note(desk, fat_outlook(desk.runner, asked, units=desk.units, habit=habit))


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
    told = given(
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
    return note(desk_of(runtime), keeping.remember(desk_of(runtime), told))


@tool(response_format="content_and_artifact")
async def log_run(
    runtime: Runtime,
    distance_m: float | None = None,
    duration_s: float | None = None,
    pace_s_per_km: float | None = None,
    speed_m_s: float | None = None,
    incline_fraction: float | None = None,
    climb_m: float | None = None,
    gait: str | None = None,
    date: str | None = None,
    corrects: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    which: int | None = None,
    which_date: str | None = None,
    size: float | None = None,
    kind: str | None = None,
    unit: str | None = None,
) -> Result:
    """Keep a run or walk the person did. Metres, seconds, `gait` "walk" for a walk, an ISO date (today if absent).

    `corrects` if it puts a run right: the one told last, or the one named by `which` in order, by its ISO date, by
    its kilometres, miles or minutes (`unit` if it is "km" or "miles"), or by its kind
    ("treadmill", "lap", "half", "mile", "walk").
    """
    told = given(
        distance_m=distance_m,
        duration_s=duration_s,
        pace_s_per_km=pace_s_per_km,
        speed_m_s=speed_m_s,
        incline_fraction=incline_fraction,
        climb_m=climb_m,
        gait=gait,
        date=date,
    )
    meant = given(which=which, which_date=which_date, size=size, kind=kind, unit=unit)
    return note(desk_of(runtime), logbook.keep_run(desk_of(runtime), told, meant, corrects=bool(corrects)))


@tool(response_format="content_and_artifact")
async def log_weight(
    runtime: Runtime,
    weight_kg: float | None = None,
    date: str | None = None,
    weights_kg: list[float] | None = None,
    instead_of_kg: float | None = None,
) -> Result:
    """Keep a weigh-in the person told, in kg, on an ISO date (today if absent).

    `weights_kg` is a list told without days, oldest first: the days are asked before anything is kept.
    `instead_of_kg` is the wrong weight of the weigh-in that is put right.
    """
    told = given(weight_kg=weight_kg, date=date, weights_kg=weights_kg, instead_of_kg=instead_of_kg)
    return note(desk_of(runtime), logbook.log_weight(desk_of(runtime), told))


@tool(response_format="content_and_artifact")
async def take_back(
    runtime: Runtime,
    which: int | None = None,
    which_date: str | None = None,
    field: str | None = None,
    size: float | None = None,
    weigh_in: str | None = None,
    everything: str | None = None,
    again: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    last_was: str | None = None,
    kind: str | None = None,
    newest: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
    duration_s: float | None = None,
    untimed: bool | None = None,  # noqa: FBT001 - a model passes arguments by name
) -> Result:
    """Take back what the person told last, or the run (`which` in order, or an ISO date) or profile field they name.

    `size` names a run by its kilometres or miles, `weigh_in` the ISO day of a weigh-in; `everything` ("log", "runs",
    "weigh_ins") asks before it empties; `again` puts back what was just taken away. `last_was` is "added" or
    "changed" where they complain that a run was: only such a one is taken back. `kind` names a run by its kind
    ("treadmill", "half", "walk"), `newest` the one that was added last, `duration_s` by its time, `untimed` one that
    has none.
    """
    run = given(which=which, which_date=which_date, size=size, kind=kind, newest=newest)
    timed = given(duration_s=duration_s, untimed=untimed)
    meant = {
        **run,
        **timed,
        **given(field=field, weigh_in=weigh_in, everything=everything, again=again, last_was=last_was),
    }
    return note(desk_of(runtime), logbook.take_back(desk_of(runtime), meant))


_FIXED: list[BaseTool] = [
    estimate_run,
    project_fat,
    remember_profile,
    log_run,
    log_weight,
    take_back,
    recall_runs,
    *REMINDER_TOOLS,
]

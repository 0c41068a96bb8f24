"""What the agent may look up of the person's own records and body, and its plain sums; see `bot.coach.tools`."""

from __future__ import annotations

from langchain.tools import tool

from bot.coach import logbook
from bot.coach.desk import Result, Runtime, desk_of, given, note


@tool(response_format="content_and_artifact")
async def recall_runs(
    runtime: Runtime,
    measure: str | None = None,
    since: str | None = None,
    until: str | None = None,
    than_since: str | None = None,
    than_until: str | None = None,
    scale_fraction: float | None = None,
    targets_m: list[float] | None = None,
    target_m: float | None = None,
    distance_m: float | None = None,
    duration_s: float | None = None,
    pace_s_per_km: float | None = None,
    without_m: float | None = None,
    amounts: list[float] | None = None,
    told_in: str | None = None,
    into: list[str] | None = None,
    every_m: float | None = None,
    parts: list[list[float]] | None = None,
    breaks_m: float | None = None,
    runs: list[list[float]] | None = None,
    first_m: float | None = None,
    first_pace: float | None = None,
    rest_pace: float | None = None,
    whole_m: float | None = None,
    whole_s: float | None = None,
    speed_m_s: float | None = None,
    gait: str | None = None,
    pal: float | None = None,
    weight_kg: float | None = None,
    height_m: float | None = None,
    age_years: float | None = None,
    sex: str | None = None,
) -> Result:
    """Look up the person's own log between two ISO dates, all of it without them, or their own body's numbers.

    `measure` is what they ask for: distance, count, kcal, fastest, longest, last, pace, weight, weight_trend,
    weight_change (is it real?), weight_method, bmi, body_fat, summary (how often, far, long and fast), two_days (those
    two dates compared), compare (with the dates `than_since` to `than_until`) or race_time; else an overview.
    `scale_fraction` is the body fat a scale showed, as a fraction. For race_time: `targets_m` the distances asked
    about, `distance_m` and `duration_s` of the race they go from. For to_go: `target_m`, the distance aimed at.
    `without_m` leaves the runs of that distance out.
    `conversion` says `amounts`, told in a unit, in the units of `into` (km, miles, m, kg, lb, min/km, min/mile, km/h,
    mph, min for a time), or works pace, time or distance out of the two others; without either, of the run told last.
    Or it sums a session up: `parts` of [times, metres], with jogs of `breaks_m` between.
    `rest_energy` is their energy at rest, `day_energy` that of a whole day, with `pal` if they named their activity
    level; facts of a body only if they asked about somebody else ("if I were ... kg"). `intensity` gives METs and
    oxygen of running or walking (`gait`) at a speed or pace.
    `stages` takes `runs` of [metres, seconds] together, or works out the rest of a race from `first_pace`; `laps` says
    how many laps of `every_m` a distance is.
    `splits` splits distance and time evenly into parts of `every_m`.
    """
    asked = given(
        measure=measure,
        since=since,
        until=until,
        than_since=than_since,
        than_until=than_until,
        scale_fraction=scale_fraction,
        targets_m=targets_m,
        target_m=target_m,
        distance_m=distance_m,
        duration_s=duration_s,
        pace_s_per_km=pace_s_per_km,
        without_m=without_m,
        amounts=amounts,
        told_in=told_in,
        into=into,
        every_m=every_m,
        parts=parts,
        breaks_m=breaks_m,
        runs=runs,
        first_m=first_m,
        first_pace=first_pace,
        rest_pace=rest_pace,
        whole_m=whole_m,
        whole_s=whole_s,
        speed_m_s=speed_m_s,
        gait=gait,
        pal=pal,
        weight_kg=weight_kg,
        height_m=height_m,
        age_years=age_years,
        sex=sex,
    )
    return note(desk_of(runtime), logbook.recall_runs(desk_of(runtime), asked))

"""What a turn stages to be stored: the profile and runs. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from pydantic import ValidationError

from bot.coach import whereabouts
from bot.coach.facts import Fact, Missing, Noted, OlderThanSaid, RunCost, RunKept, RunsRecalled, Withheld
from bot.coach.figuring import run_cost
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.turn import LogRun, Memory, SaveRunner
from bot.coach.workings import Workings
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
    if (elsewhere := whereabouts.some_days(w, entities)) is not None:
        return elsewhere
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
    whereabouts.follow(w, before, after)
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


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None

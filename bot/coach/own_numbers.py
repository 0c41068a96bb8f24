"""Look up or work out what somebody asks of their own records and body: trend, BMI, body fat, two days compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from bot.coach import before
from bot.coach.bodies import body_for_projection, example_for, missing_for_projection
from bot.coach.converting import convert
from bot.coach.day_energy import day_energy, rest_energy
from bot.coach.explaining_pace import pace_of_all, pace_of_one
from bot.coach.facts import Fact, Refused, Withheld
from bot.coach.figuring import as_profile
from bot.coach.intensity import intensity_of
from bot.coach.keeping import with_told
from bot.coach.last_change import last_change
from bot.coach.permissions import permissions
from bot.coach.racing import race_times
from bot.coach.record_facts import (
    DaysCompared,
    DistanceToGo,
    OwnBmi,
    OwnFat,
    RunToCome,
    StorageExplained,
    StretchesCompared,
    TrendExplained,
    UnitsMixed,
    UnitsTold,
    WeighInsWithoutDays,
    WeightChange,
    WeightTrend,
)
from bot.coach.splitting import splits
from bot.coach.staging import laps, stages
from bot.coach.told_runs import told_run
from bot.coach.turn import LogWeight
from bot.coach.workings import Workings
from bot.errors import ArgumentError, RefusedError
from bot.runner import Runner
from bot.science import looking_back
from bot.science.body import body_fat
from bot.science.estimate import Estimate, Input
from bot.science.looking_back import LOOKING_BACK, look_back, redraw
from bot.training.weigh_in import WeighIn
from bot.units import bmi

TREND_DAYS: Final = 84
"""So far back the trend looks: over longer stretches one steady change of eating is a poor account. [days]"""
_BMI_FROM: Final = "weight in kilograms over height in metres, squared"


_FEWEST_OF_A_COURSE: Final = 3
"""From so many weigh-ins on, whether a change is real is asked of all of them."""


def measures() -> frozenset[str]:
    """Return what of a `log_query` is answered here."""
    return frozenset(_ANSWERS)


def recall(w: Workings, measure: str, entities: Mapping[str, Any]) -> Fact:
    """Return what was asked of the own records and body, or that such numbers are withheld now."""
    allowed = permissions(w.runner)
    if measure not in _OPEN_TO_ALL and not (allowed.body_numbers and allowed.weigh_ins):
        return Withheld(state=allowed.state or "number_free")
    return _ANSWERS[measure](w, entities)


def weigh_ins_now(w: Workings) -> tuple[WeighIn, ...]:
    """Return the weigh-ins with those this turn staged, newest first."""
    by_day = {one.on_date: one for one in w.memory.weigh_ins}
    by_day |= {one.weigh_in.on_date: one.weigh_in for one in w.staged if isinstance(one, LogWeight)}
    return tuple(sorted(by_day.values(), key=lambda one: one.on_date, reverse=True))


def without_days(w: Workings, weights_kg: Sequence[float]) -> Fact:
    """Return weights told without days as they would be kept: one a day, the last one today's."""
    allowed = permissions(w.runner)
    if not allowed.weigh_ins:
        return Withheld(state=allowed.state or "number_free")
    first = w.now.date() - timedelta(days=len(weights_kg) - 1)
    told = (WeighIn(on_date=first + timedelta(days=place), weight_kg=float(kg)) for place, kg in enumerate(weights_kg))
    return WeighInsWithoutDays(weigh_ins=tuple(told))


def _trend(w: Workings, _entities: Mapping[str, Any]) -> Fact:
    since = w.now.date() - timedelta(days=TREND_DAYS)
    counted = tuple(one for one in weigh_ins_now(w) if one.on_date >= since)
    missing = tuple(name for name in missing_for_projection(w.runner) if name != "weight_kg")
    days = (counted[0].on_date - counted[-1].on_date).days if counted else 0
    enough = len(counted) >= LOOKING_BACK.fewest_weigh_ins and days >= LOOKING_BACK.fewest_days
    if missing or not enough:
        return WeightTrend(loss=None, weigh_ins=counted, missing=missing, enough=enough)
    try:
        loss = _loss(w.runner, counted, days=days)
    except RefusedError as refusal:
        return Refused(code=refusal.code)
    except ArgumentError:
        return WeightTrend(loss=None, weigh_ins=counted, missing=(), enough=False)
    return WeightTrend(loss=loss, weigh_ins=counted, missing=(), enough=True)


def _loss(runner: Runner, counted: Sequence[WeighIn], *, days: int) -> Estimate:
    """Return the loss of weight from the first to the last weigh-in, by the model fitted to all of them."""
    body, _ = body_for_projection(runner.model_copy(update={"weight_kg": counted[0].weight_kg}))
    first = counted[-1].on_date
    series = [looking_back.WeighIn(day=(one.on_date - first).days, weight_kg=one.weight_kg) for one in counted]
    lost = as_profile(redraw(body, look_back(body, series), horizon_days=days).weight_loss)
    return replace(lost, name="weight_trend_kg")


def _change(w: Workings, _entities: Mapping[str, Any]) -> Fact:
    known = weigh_ins_now(w)
    if len(known) >= _FEWEST_OF_A_COURSE:
        return _trend(w, _entities)
    return WeightChange(newest=next(iter(known), None), earlier=known[1] if len(known) > 1 else None)


def _bmi(w: Workings, entities: Mapping[str, Any]) -> Fact:
    runner = with_told(w.runner, entities)
    if runner.weight_kg is None or runner.height_m is None:
        return OwnBmi(bmi=None, missing=_without(runner, "height_m", "weight_kg"))
    value = bmi(mass_kg=runner.weight_kg, height_m=runner.height_m)
    inputs = {
        "weight_kg": Input(value=runner.weight_kg, unit="kg", origin="told"),
        "height_m": Input(value=runner.height_m, unit="m", origin="told"),
    }
    figure = Estimate(
        name="bmi", value=value, low=value, high=value, unit="kg/m2", inputs=inputs, method="bmi", source=_BMI_FROM
    )
    return OwnBmi(bmi=figure, missing=())


def _fat(w: Workings, entities: Mapping[str, Any]) -> Fact:
    by_scale = entities.get("scale_fraction")
    if any(one.entities.get("scale_fraction") == by_scale for one in w.memory.exchanges):
        by_scale = None  # it was answered when it was told
    # A scale's guess is no measurement: beside it the body is judged by the other ways.
    runner = with_told(w.runner, entities)
    runner = runner if by_scale is None else runner.model_copy(update={"fat_mass_kg": None})
    missing = _without(runner, *_needed_for_fat(runner))
    if missing:
        return OwnFat(fat=None, missing=missing, scale_fraction=by_scale)
    # What the equation does not use may be anybody's: it takes no part in the figure and is not listed with it.
    whole = {name: getattr(example_for(runner), name) for name in missing_for_projection(runner)}
    body, _ = body_for_projection(runner.model_copy(update=whole))
    fat = as_profile(body_fat(body))
    return OwnFat(fat=fat, missing=(), scale_fraction=by_scale)


def _needed_for_fat(runner: Runner) -> tuple[str, ...]:
    """Return the profile fields that the best way open to this person needs: measured, tapes, or BMI."""
    if runner.fat_mass_kg is not None:
        return ("weight_kg",)
    if runner.waist_cm is not None:
        return ("sex", "height_m")
    return ("sex", "age_years", "height_m", "weight_kg")


def _without(runner: Runner, *fields: str) -> tuple[str, ...]:
    return tuple(name for name in fields if getattr(runner, name) is None)


def _own_units(w: Workings, _entities: Mapping[str, Any]) -> Fact:
    """Let every run stand in the units it was told in: no system is kept for all of them."""
    if w.runner.units is not None:
        before.restore(w, {"profile": {"units": None}})
    return UnitsMixed()


def _two_days(w: Workings, entities: Mapping[str, Any]) -> Fact:
    first, second = date.fromisoformat(entities["since"]), date.fromisoformat(entities["until"])
    on = {day: tuple(run for run in w.memory.runs if run.on_date == day) for day in (first, second)}
    return DaysCompared(days=(first, second), runs=(on[first], on[second]))


def _compare(w: Workings, entities: Mapping[str, Any]) -> Fact:
    first, second = (
        (date.fromisoformat(entities[since]), date.fromisoformat(entities[until]))
        for since, until in (("since", "until"), ("than_since", "than_until"))
    )
    within = [tuple(run for run in w.memory.runs if one[0] <= run.on_date <= one[1]) for one in (first, second)]
    return StretchesCompared(stretches=(first, second), runs=(within[0], within[1]))


def _to_go(w: Workings, entities: Mapping[str, Any]) -> Fact:
    since, until = date.fromisoformat(entities["since"]), date.fromisoformat(entities["until"])
    done = sum(run.distance_m or 0.0 for run in w.memory.runs if since <= run.on_date <= until)
    return DistanceToGo(target_m=float(entities["target_m"]), done_m=done, since=since, until=until)


Answer = Callable[[Workings, Mapping[str, Any]], Fact]
_ANSWERS: Final[Mapping[str, Answer]] = {
    "weight_trend": _trend,
    "weight_change": _change,
    "weight_method": lambda _w, _entities: TrendExplained(),
    "bmi": _bmi,
    "body_fat": _fat,
    "rest_energy": rest_energy,
    "day_energy": day_energy,
    "intensity": intensity_of,
    "two_days": _two_days,
    "compare": _compare,
    "to_go": _to_go,
    "pace_method": pace_of_all,
    "pace_of": pace_of_one,
    "storage": lambda w, _entities: StorageExplained(run=told_run(w, {})),
    "race_time": race_times,
    "conversion": convert,
    "splits": splits,
    "stages": stages,
    "laps": laps,
    "last_change": last_change,
    "to_come": lambda _w, _entities: RunToCome(),
    "units": lambda _w, _entities: UnitsTold(),
    "own_units": _own_units,
}
_OPEN_TO_ALL: Final = frozenset(
    {
        "two_days",
        "compare",
        "to_go",
        "race_time",
        "pace_method",
        "pace_of",
        "storage",
        "own_units",
        "conversion",
        "splits",
        "stages",
        "laps",
        "last_change",
        "units",
        "to_come",
    }
)
"""What holds no number of a body."""

"""Do the plain sums of a talk: a quantity in another unit, pace, time or distance out of the two others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from bot.coach.facts import Fact, Withheld
from bot.coach.permissions import permissions
from bot.coach.record_facts import Converted
from bot.coach.splitting import spoken_of
from bot.coach.told_runs import told_run
from bot.coach.workings import Workings
from bot.science.converting import are_alike, converted, summed, third_of_a_run
from bot.science.estimate import Estimate, Origin
from bot.training.run import Run
from bot.units import METRES_PER_KM
from bot.voice import formatting

_BY_TIME: Final = frozenset({"min", "min/km", "min/mile", "km/h", "mph", "m/s"})
"""What says how fast somebody is."""
_MASSES: Final = frozenset({"kg", "lb", "stone"})


class _Sizes(NamedTuple):
    """Of how far [m], how long [s] and how fast [s/km], what is told."""

    distance_m: float | None
    duration_s: float | None
    pace: float | None


def convert(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return what was told in the units asked for; without anything told, the run told last is meant."""
    into: Sequence[str] = asked.get("into", ())
    allowed = permissions(w.runner)
    if (_MASSES & set(into) and not (allowed.body_numbers and allowed.weigh_ins)) or (
        _BY_TIME & set(into) and not allowed.quoted_numbers
    ):
        return Withheld(state=allowed.state or "number_free")
    if parts := asked.get("parts"):
        return _session(parts, asked.get("breaks_m"), into[0])
    if told_in := asked.get("told_in"):
        answers = tuple(_said_in(float(one), str(told_in), into) for one in asked.get("amounts", ()))
        return Converted(answers=answers, run=None)
    sizes = _Sizes(*(asked.get(name) for name in ("distance_m", "duration_s", "pace_s_per_km")))
    if sizes.distance_m and into == ["min"] and sizes.duration_s is None and sizes.pace is None:
        before = spoken_of(w)
        if before is None:
            return Converted(answers=(), run=None)
        held = sizes._replace(pace=before.duration_s / before.distance_m * METRES_PER_KM)
        return Converted(answers=(_third(into, held, origin="told"),), run=None, remark="own.same_pace")
    if any(sizes):
        return Converted(answers=(_third(into, sizes, origin="told"),), run=None)
    before = spoken_of(w)
    if before is not None and before.run is None:
        answers = (_third(into, _Sizes(before.distance_m, before.duration_s, None), origin="told"),)
        return Converted(answers=answers if set(into) <= _BY_TIME else (), run=None)
    run = told_run(w, {})
    return Converted(answers=() if run is None else _of_run(run, into), run=run)


def _session(parts: Sequence[Sequence[float]], breaks_m: float | None, into: str) -> Converted:
    """Sum the parts of a session up; jogs between are as many as the repetitions, or one fewer."""
    told = [(times, metres) for times, metres in parts]
    if breaks_m is None:
        return Converted(answers=((_parts(told), (summed(told, into, origin="told"),)),), run=None)
    often = told[0][0]
    wholes = [[*told, (breaks, breaks_m)] for breaks in (often, often - 1) if breaks > 0]
    answers = tuple((_parts(whole), (summed(whole, into, origin="told"),)) for whole in wholes)
    return Converted(answers=answers, run=None, remark="own.breaks_between" if len(answers) > 1 else None)


def _parts(parts: Sequence[tuple[float, float]]) -> str:
    """Return parts as they are said: "12 x 400 m + 2 km"."""
    sizes = [
        formatting.in_its_unit(one / METRES_PER_KM, "km") if one >= METRES_PER_KM else f"{one:g} m" for _, one in parts
    ]
    return " + ".join(
        size if times == 1 else f"{times:g} x {size}" for (times, _), size in zip(parts, sizes, strict=True)
    )


def _said_in(amount: float, told_in: str, into: Sequence[str]) -> tuple[str, tuple[Estimate, ...]]:
    told = formatting.in_its_unit(amount, told_in)
    return told, tuple(converted(amount, told_in, one, origin="told") for one in into if are_alike(told_in, one))


def _third(into: Sequence[str], sizes: _Sizes, *, origin: Origin) -> tuple[str, tuple[Estimate, ...]]:
    distance, duration, pace = sizes
    parts = [
        "" if distance is None else formatting.in_its_unit(distance / METRES_PER_KM, "km"),
        "" if duration is None else formatting.duration(duration),
        "" if pace is None else formatting.pace(pace),
    ]
    made = tuple(
        third_of_a_run(one, distance_m=distance, duration_s=duration, pace=pace, origin=origin) for one in into
    )
    return (" in " if pace is None else " at ").join(part for part in parts if part), made


def _of_run(run: Run, into: Sequence[str]) -> tuple[tuple[str, tuple[Estimate, ...]], ...]:
    """Return a stored run's distance, or its pace or speed, in the units asked for; empty where it has none."""
    if run.distance_m is None:
        return ()
    if not _BY_TIME & set(into):
        km = run.distance_m / METRES_PER_KM
        return ((formatting.in_its_unit(km, "km"), tuple(converted(km, "km", one, origin="log") for one in into)),)
    if run.duration_s is None:
        return ()
    fast = [one for one in into if one in _BY_TIME]
    return (_third(fast, _Sizes(run.distance_m, run.duration_s, None), origin="log"),)

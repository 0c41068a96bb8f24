"""What the calculator says: for figures a conversation asks for, and for every figure a reply shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.errors import ArgumentError
from bot.evaluation.conversation import Truth
from bot.reply import Figure
from bot.science.converting import CONVERTED, in_unit
from bot.science.fat_equivalent import FAT_OF_ENERGY
from bot.science.methods import calculate
from bot.units import JOULES_PER_KCAL, KG_PER_POUND, METRES_PER_KM, bmi
from bot.voice.formatting import in_its_unit

Inputs = Mapping[str, float | str | bool]

_CLOSE: Final = 1e-6
_JOULES_PER_GRAM_OF_FAT: Final = 39_500.0
_SPEED_M_S: Final = 2.5
"""Pace of a projection when none is told."""
_BLEND_FROM_M_S: Final = 1.4
_RUN_FROM_M_S: Final = 1.8
_FAST_WALK_TO_M_S: Final = 2.2
"""The gait table: a run-walk between the first two, the faster of two walking rows above the third."""
_BODY: Final = ("sex", "age_years", "height_m", "weight_kg", "fat_mass_kg", "waist_cm", "hip_cm", "neck_cm", "pal")
_PLAN: Final[Mapping[str, str]] = {
    "running": "running_km_per_week",
    "running_now": "current_km_per_week",
    "intake_change": "intake_change_kcal_per_day",
}
_TAPES: Final = ("sex", "waist_cm", "neck_cm", "hip_cm")
_RATES: Final[Mapping[str, str]] = {
    "MET": "met",
    "kcal/kg/h": "gross_kcal_kg_h",
    "ml/kg/min": "gross_vo2_ml_kg_min",
}
"""Units of how hard a speed is, and what the calculator calls such an output."""
_CLOCK: Final = re.compile(r"\d+(?::\d\d)+")
_SHOWN: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)")


def expected_value(truth: Truth) -> float:
    """Return what the calculator gives for a figure a conversation asks for.

    Raises:
        ArgumentError: If the method or an input is wrong: a slip in the conversations' file.
    """
    if truth.rest is not None:
        return _energy(truth.method, truth.inputs, truth.rest.inputs, truth.output)
    return _lost(truth.inputs, truth.output)


def fault_of(figure: Figure) -> str | None:
    """Say how a shown figure departs from the calculator, or None if it does not.

    Value, and for a fat figure both ends, must be the calculator's; what is shown must be their rounding.
    """
    try:
        value = _recomputed(figure)
    except (ArgumentError, KeyError, TypeError) as error:
        return f"{figure.name}: cannot be computed again ({error})"
    if value is None:
        return f"{figure.name}: no way to compute {figure.method} again"
    if abs(value - figure.value) > _CLOSE * max(1.0, abs(value)):
        return f"{figure.name}: {figure.value:.6g}, but the calculator says {value:.6g}"
    if not figure.low <= figure.value <= figure.high:
        return f"{figure.name}: {figure.value:.6g} lies outside {figure.low:.6g} to {figure.high:.6g}"
    return _shown_fault(figure)


def _recomputed(figure: Figure) -> float | None:
    if figure.name == CONVERTED:
        return _converted(figure)
    given: Inputs = {name: one.value for name, one in figure.inputs.items()}
    if figure.unit == "kg":
        inputs: dict[str, float | str | bool] = {name: given[name] for name in _BODY if name in given}
        inputs |= {ours: given[theirs] for theirs, ours in _PLAN.items() if theirs in given}
        inputs["horizon_days"] = int(given["horizon"])
        if "pace" in given:
            inputs["speed_m_s"] = METRES_PER_KM / (float(given["pace"]) * 60.0)
        return _lost(inputs, figure.name)
    if figure.name == "race_time_s":
        race = {"distance_m": float(given["distance"]) * 1000.0, "duration_s": float(given["duration"]) * 60.0}
        race["target_m"] = float(given["race"]) * 1000.0
        return _number(_outputs("riegel_time", race)["race_time_s"])
    if figure.name == "bmi":
        return bmi(mass_kg=float(given["weight_kg"]), height_m=float(given["height_m"]))
    if figure.name == "body_fat_fraction":
        return _number(_outputs(figure.method, _of_tapes(figure.method, given))["body_fat_pct"]) / 100.0
    return _of_time(figure, given)


def _of_time(figure: Figure, given: Inputs) -> float | None:
    """Return what is used at a speed, in a day or in a session."""
    if figure.unit in _RATES:
        return _number(_outputs(figure.method, _of_a_rate(figure.method, given))[_RATES[figure.unit]])
    if figure.unit == "kcal/day":
        return _of_a_day(figure, given)
    return _of_a_session(figure, given)


def _of_a_rate(method: str, given: Inputs) -> Inputs:
    """Return the inputs of METs, of energy per kilogram or of oxygen by the calculator's names."""
    if method == "compendium_met":
        return {"code": given["row"]}
    metres_a_second = float(given["speed"]) * METRES_PER_KM / 3600.0
    speed = {"speed_m_min": metres_a_second * 60.0} if method.startswith("acsm") else {"speed_m_s": metres_a_second}
    return {**speed, "grade_frac": 0.0}


def _of_a_day(figure: Figure, given: Inputs) -> float | None:
    """Return the energy at rest, or that of a day: rest times the activity level."""
    if "fat_mass_kg" in given:
        return None
    method = "mifflin_rmr" if figure.name == "maintenance_kcal_day" else figure.method
    rest = _number(_outputs(method, _of_rest(given))["rmr_kcal_day"])
    return rest * float(given["pal"]) if figure.name == "maintenance_kcal_day" else rest


def _of_rest(given: Inputs) -> Inputs:
    return {
        "sex": given["sex"],
        "mass_kg": given["weight_kg"],
        "height_cm": float(given["height_m"]) * 100.0,
        "age_y": given["age_years"],
    }


def _of_a_session(figure: Figure, given: Inputs) -> float | None:
    """Return the energy of a session, or the fat that holds it."""
    if figure.unit not in {"kcal", "g"} or "climb" in given:
        return None
    if figure.method == "keytel_hr":
        return _at_pulse(figure, given)
    if figure.name != FAT_OF_ENERGY:
        return _session(figure.method, figure.name, given)
    net = _session(figure.method, "net_kcal", given)
    return None if net is None else net * JOULES_PER_KCAL / _JOULES_PER_GRAM_OF_FAT


def _at_pulse(figure: Figure, given: Inputs) -> float:
    """Return the energy of some minutes at a heart rate."""
    rest = _of_rest(given)
    person = {name: rest[name] for name in ("sex", "mass_kg", "age_y")}
    rate = _number(_outputs("keytel_hr", {**person, "hr_bpm": given["heart_rate"]})["gross_kcal_min"])
    resting = _number(_outputs("mifflin_rmr", rest)["rmr_kcal_day"]) / 1440.0
    return (rate - (resting if figure.name == "net_kcal" else 0.0)) * float(given["duration"])


def _converted(figure: Figure) -> float | None:
    """Return what definitions and the rule of three make of the quantities that were told."""
    numbers = {name: float(one.value) for name, one in figure.inputs.items()}
    match sorted(numbers):
        case ["told"]:
            return in_unit(numbers["told"], figure.inputs["told"].unit, figure.unit)
        case ["distance", "pace"]:
            return numbers["distance"] * numbers["pace"]
        case ["duration", "pace"]:
            return in_unit(numbers["duration"] / numbers["pace"], "km", figure.unit)
        case ["distance", "lap"]:
            return numbers["distance"] * METRES_PER_KM / numbers["lap"]
        case ["distance", "duration"]:
            return in_unit(numbers["duration"] / numbers["distance"], "min/km", figure.unit)
        case _:
            return None


def _of_tapes(method: str, given: Inputs) -> Inputs:
    """Return the inputs of a method for body fat by the calculator's names."""
    inputs: dict[str, float | str | bool] = {name: given[name] for name in _TAPES if name in given}
    if method == "measured_bf":
        return {"mass_kg": given["weight_kg"], "fat_mass_kg": given["fat_mass_kg"]}
    if "age_years" in given:
        height = float(given["height_m"])
        return {
            "sex": given["sex"],
            "bmi": bmi(mass_kg=float(given["weight_kg"]), height_m=height),
            "age_y": given["age_years"],
        }
    return {**inputs, "height_cm": float(given["height_m"]) * 100.0}


def _session(method: str, output: str, given: Inputs) -> float | None:
    """Return the energy of a session by the method named: one of three, or a run-walk between two of them."""
    session = {
        "mass_kg": given["weight_kg"],
        "distance_m": float(given["distance"]) * METRES_PER_KM,
        "duration_s": float(given["duration"]) * 60.0,
        "grade_frac": float(given.get("grade", 0.0)) / 100.0,
    }
    rest = _of_rest(given)
    speed = float(session["distance_m"]) / float(session["duration_s"])
    match method.split(" + "):
        case ["re3_run_power"]:
            return _energy("run_session", session, rest, output)
        case ["lcda_walk_power"]:
            return _energy("walk_session", session, rest, output)
        case ["re3_run_power", "lcda_walk_power"]:
            share = (speed - _BLEND_FROM_M_S) / (_RUN_FROM_M_S - _BLEND_FROM_M_S) if speed < _RUN_FROM_M_S else 0.5
            run, walk = (_energy(name, session, rest, output) for name in ("run_session", "walk_session"))
            return share * run + (1 - share) * walk
        case ["compendium_met"] if "grade" not in given:
            met = _outputs("compendium_met", {"code": "17230" if speed <= _FAST_WALK_TO_M_S else "17231"})["met"]
            minutes = {"met": _number(met), "mass_kg": given["weight_kg"], "duration_min": given["duration"]}
            return _energy("met_session", minutes, rest, output)
        case _:
            return None


def _energy(method: str, session: Inputs, rest: Inputs, output: str) -> float:
    resting = _outputs("mifflin_rmr", rest)["rmr_kcal_day"]
    return _number(_outputs(method, {**session, "rmr_kcal_day": _number(resting)})[output])


def _lost(inputs: Inputs, output: str) -> float:
    outputs = _outputs("project", {"on_top": True, "speed_m_s": _SPEED_M_S, **inputs})
    lost = outputs.get("range")
    if not isinstance(lost, Mapping):
        raise ArgumentError("project", outputs.get("refused"), "a plan that is not refused")
    return _number(lost[output]["value"])


def _outputs(method: str, inputs: Inputs) -> Mapping[str, object]:
    return calculate(method, {name: value for name, value in inputs.items()}).outputs  # noqa: C416 - keys of any kind


def _number(value: object) -> float:
    if not isinstance(value, (int, float)):
        raise ArgumentError("output", value, "a number")
    return float(value)


def _shown_fault(figure: Figure) -> str | None:
    """Compare the numbers of what is shown with value, low and high, each within half a printed step."""
    if figure.name == CONVERTED:
        right = in_its_unit(figure.value, figure.unit)
        return None if figure.shown == right else f"{figure.name}: {figure.shown!r} is shown for {right}"
    clock = _CLOCK.search(figure.shown) if figure.unit == "s" else None
    shown = [float(one.replace(",", "")) for one in _SHOWN.findall(figure.shown)]
    if clock is not None:
        shown = [float(sum(int(part) * 60**power for power, part in enumerate(reversed(clock.group().split(":")))))]
    pounds = bool(re.search(r"\blbs?\b|pounds?", figure.shown))
    true = [one / KG_PER_POUND if pounds else one for one in (figure.value, figure.low, figure.high)]
    if figure.unit == "of body mass":
        true = [100.0 * one for one in true]
    if figure.low == figure.high:
        true = true[:1]
    if len(shown) != len(true):
        return f"{figure.name}: {figure.shown!r} is no estimate with its range"
    for said, meant in zip(shown, true, strict=True):
        if abs(said - meant) > _half_step(meant, figure.unit) + _CLOSE:
            return f"{figure.name}: {said:g} is shown for {meant:.4g}"
    return None


def _half_step(value: float, unit: str) -> float:
    """Return half of the widest step a figure may be printed in: 10 kcal, 5 g, a kilo or pound, a tenth of these."""
    if unit in {"kcal", "kcal/day", "s"}:
        return 5.0
    if unit == "kg/m2" or unit in _RATES:
        return 0.05
    return 2.5 if unit == "g" else 0.5

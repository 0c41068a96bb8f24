"""Every constant matters: changed by one percent either way, some computed output leaves its expected value.

The constants are fields of frozen objects; a mutant changes one field in place, runs probes until one fails, and
puts it back. A probe computes an output and compares it with a number from the shared case files (to its last
printed digit) or from a hand calculation shown beside it. Whole numbers and zeros change by one step.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import bot.science
from bot.errors import ArgumentError
from bot.science.bounds import Bound
from bot.science.method import Answer, Method
from bot.science.methods import calculate
from bot.science.references import Reference

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, kw_only=True, slots=True)
class Probe:
    """One output with its expected value."""

    name: str
    compute: Callable[[], object]
    expected: object
    tolerance: float

    def holds(self) -> bool:
        try:
            got = self.compute()
        except ArgumentError:
            return False
        if isinstance(self.expected, str):
            return got == self.expected
        return isinstance(got, (int, float)) and abs(got - float(self.expected)) <= self.tolerance  # type: ignore[arg-type]  # a number here


# --- constants -------------------------------------------------------------------------------------------------


def constants() -> Iterator[tuple[str, Any, str]]:
    """Yield every numeric field of every frozen object of the room, by a readable name."""
    seen: set[int] = set()
    for module_info in pkgutil.iter_modules(bot.science.__path__):
        module = importlib.import_module(f"bot.science.{module_info.name}")
        for name, value in vars(module).items():
            yield from _fields(name, value, seen)


def _fields(name: str, value: Any, seen: set[int]) -> Iterator[tuple[str, Any, str]]:
    if id(value) in seen or isinstance(value, (Reference, Bound, Method, type)):
        return
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _fields(f"{name}[{key}]", item, seen)
    elif is_dataclass(value) and type(value).__module__.startswith("bot.science."):
        if type(value).__module__ == "bot.science.arguments":
            return
        seen.add(id(value))
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, (int, float)) and not isinstance(inner, bool):
                yield f"{name}.{field.name}", value, field.name
            else:
                yield from _fields(f"{name}.{field.name}", inner, seen)


def mutants(value: float) -> tuple[float, float]:
    """Return the value one percent up and down; one step for whole numbers, a hundredth for zero."""
    if isinstance(value, int):
        return value + 1, value - 1
    return (0.01, -0.01) if value == 0.0 else (value * 1.01, value * 0.99)


# --- probes ----------------------------------------------------------------------------------------------------


def probes_by_cost() -> list[Probe]:
    """Return every probe, the quick ones first."""
    return [*_energy_cases(), *_compendium(), *_hand_values(), *_trajectories()]


def probe(method: str, inputs: Mapping[str, Any], output: str, expected: object, *, digit: float) -> Probe:
    """Return a probe through the catalogue; half a unit of the last digit is the tolerance, plus rounding."""

    def compute() -> object:
        try:
            answer = calculate(method, inputs)
        except ArgumentError as error:
            if output == "error":
                return error.argument
            raise
        return _picked(answer, output)

    return Probe(
        name=f"{method}({dict(inputs)}).{output}", compute=compute, expected=expected, tolerance=0.5001 * digit + 1e-12
    )


def _picked(answer: Answer, output: str) -> object:
    if output == "error":
        return "answered"
    if output == "refused":
        return answer.outputs.get("refused", "answered")
    if output.startswith("note:"):
        return int(output.removeprefix("note:") in answer.notes)
    if output == "half_width":
        assert answer.low is not None
        assert answer.high is not None
        return (answer.high - answer.low) / 2.0
    value: Any = answer.outputs
    for step in output.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _energy_cases() -> list[Probe]:
    """Return the shared energies, compared to the last digit printed in the file."""
    cases = json.loads((DATA / "energy_cases.json").read_text(), parse_float=Decimal)
    return [
        probe(
            case["method"],
            json.loads(json.dumps(case["inputs"], default=float)),
            key,
            float(expected),
            digit=10.0 ** int(Decimal(expected).as_tuple().exponent),
        )
        for case in cases
        for key, expected in case["expected"].items()
    ]


def _compendium() -> list[Probe]:
    """Return what 45 minutes cost 80 kg by every row: MET x 60 kcal, from the printed table."""
    kcals: dict[str, float] = json.loads((DATA / "compendium_kcal.json").read_text())
    person = {"sex": "male", "age_years": 40, "height_m": 1.8, "weight_kg": 80}
    return [
        probe("activity_energy", {**person, "code": code, "duration_s": 2700}, "gross_kcal", kcal, digit=0.1)
        for code, kcal in kcals.items()
    ]


def _hand_values() -> list[Probe]:
    """Return outputs computed apart from the project, each with the formula beside it (`by`)."""
    lines = json.loads((DATA / "hand_values.json").read_text())
    lines.sort(key=lambda line: line["method"] in ("body_weight_model", "project", "look_back"))
    return [
        probe(line["method"], line["inputs"], line["output"], line["expected"], digit=line["digit"]) for line in lines
    ]


def _trajectories() -> list[Probe]:
    """Return early and later days of four trajectories of the published constants (RK4 at 1/16 day), to 0.02 g."""
    cases = json.loads((DATA / "fat_projection_cases.json").read_text())["cases"]
    return [
        probe(
            "body_weight_model",
            {**case["inputs"], "days": [int(day)]},
            f"days.{day}.{key}",
            case["appendix_model"][day][key],
            digit=4e-5,
        )
        for case in cases
        if case["id"] in ("bw13", "nih06", "bw14", "nih14")
        for day in ("7", "28", "168")
        for key in ("weight_kg", "fat_kg", "water_glycogen_change_kg")
    ]


# --- the run ---------------------------------------------------------------------------------------------------


def test_every_constant_is_held_by_a_computed_output(capsys: pytest.CaptureFixture[str]) -> None:
    probes = probes_by_cost()
    assert [probe.name for probe in probes if not probe.holds()] == []
    found = list(constants())
    killers: dict[int, list[Probe]] = {}
    survivors = []
    tried = 0
    for name, owner, field in found:
        # What killed one mutant of an object often kills its next: same formula, other term.
        known = killers.setdefault(id(owner), [])
        original = getattr(owner, field)
        for mutant in mutants(original):
            tried += 1
            object.__setattr__(owner, field, mutant)
            try:
                killer = next((probe for probe in (*known, *probes) if not probe.holds()), None)
            finally:
                object.__setattr__(owner, field, original)
            if killer is None:
                survivors.append(f"{name} = {mutant:g}")
            elif killer not in known:
                known.insert(0, killer)
    with capsys.disabled():
        print(f"\nconstants {len(found)}, mutants {tried}, survivors {len(survivors)}")
    assert not survivors, "\n".join(survivors)

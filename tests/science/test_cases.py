"""The shared check values: 89 energies, 36 trajectories and 8 refusals, each as one line through `calc --json -`."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.science.kernel import Diet, KernelConstants, Phase, simulate, start

DATA = Path(__file__).parent / "data"
ENERGY: list[dict[str, Any]] = json.loads((DATA / "energy_cases.json").read_text())
PROJECTION: dict[str, Any] = json.loads((DATA / "fat_projection_cases.json").read_text())
TRAJECTORIES: list[dict[str, Any]] = PROJECTION["cases"]
REFUSALS: list[dict[str, Any]] = PROJECTION["refusals"]

NIH = KernelConstants(
    fat_kcal_kg=9440.0,
    lean_kcal_kg=1807.0,
    glycogen_kcal_kg=4180.0,
    fat_upkeep_kcal_kg_day=3.2,
    lean_upkeep_kcal_kg_day=22.0,
    fat_turnover_kcal_kg=180.0,
    lean_turnover_kcal_kg=230.0,
)
"""The rounded constants of the NIH applet, from the case file's `nih_constants_kcal`."""


def name(case: Mapping[str, Any]) -> str:
    return str(case["id"])


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """Answer every case in one run of the line protocol."""
    asked = [(case["id"], case["method"], case["inputs"]) for case in ENERGY]
    asked += [
        (case["id"], "body_weight_model", {**case["inputs"], "days": [int(day) for day in case["expected"]]})
        for case in TRAJECTORIES
    ]
    asked += [(case["id"], "project", case["inputs"]) for case in REFUSALS]
    lines = "".join(json.dumps({"method": method, "inputs": inputs}) + "\n" for _, method, inputs in asked)
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        patch.setattr("sys.stdout", printed)
        assert main(["calc", "--json", "-"]) == 0
    replies = [json.loads(line) for line in printed.getvalue().splitlines()]
    return {case_id: reply["outputs"] for (case_id, _, _), reply in zip(asked, replies, strict=True)}


def test_the_files_hold_all_cases() -> None:
    assert (len(ENERGY), len(TRAJECTORIES), len(REFUSALS)) == (89, 36, 8)


@pytest.mark.parametrize("case", ENERGY, ids=name)
def test_an_energy_case_agrees_within_its_tolerance(case: dict[str, Any], answers: dict[str, Any]) -> None:
    for key, expected in case["expected"].items():
        assert abs(answers[case["id"]][key] - expected) <= case["tolerance_rel"] * abs(expected), key


@pytest.mark.parametrize("case", TRAJECTORIES, ids=name)
def test_a_trajectory_agrees_with_its_peer_and_with_the_published_constants(
    case: dict[str, Any], answers: dict[str, Any]
) -> None:
    days = answers[case["id"]]["days"]
    for day, peer in case["expected"].items():
        for key, tolerance_kg in case["tolerance_kg"].items():
            assert abs(days[day][key] - peer[key]) <= tolerance_kg, (day, key)
    for day, own in case["appendix_model"].items():
        for key, expected in own.items():
            assert abs(days[day][key] - expected) <= case["appendix_tolerance_kg"], (day, key)


@pytest.mark.parametrize("case", TRAJECTORIES, ids=name)
def test_a_trajectory_starts_where_its_case_says(case: dict[str, Any], answers: dict[str, Any]) -> None:
    baseline = answers[case["id"]]["baseline"]
    for key, expected in case["baseline"].items():
        assert abs(baseline[key] - expected) <= 1e-4, key


@pytest.mark.parametrize("case", TRAJECTORIES, ids=name)
def test_the_guards_of_a_trajectory_agree_to_the_last_printed_digit(
    case: dict[str, Any], answers: dict[str, Any]
) -> None:
    guards = answers[case["id"]]["guards"]
    digits = {
        "max_28day_mean_tissue_loss_percent_per_week": 0.001,
        "max_28day_mean_tissue_loss_kg_per_week": 0.001,
        "lowest_intake_kcal_per_day": 0.1,
        "largest_intake_cut_kcal_per_day": 0.1,
        "lowest_energy_availability_kcal_per_kg_ffm": 0.01,
    }
    assert sorted(guards["triggered"]) == sorted(case["guards"]["triggered"])
    for key, unit in digits.items():
        if key in case["guards"]:
            assert abs(guards[key] - case["guards"][key]) <= unit, key
    if "first_day_bmi_below_18_5" in case["guards"]:
        assert guards["first_day_bmi_below_18_5"] == case["guards"]["first_day_bmi_below_18_5"]


@pytest.mark.parametrize("case", [case for case in TRAJECTORIES if case["source"].startswith("NIH")], ids=name)
def test_the_kernel_repeats_the_nih_classes_with_their_constants_and_step(case: dict[str, Any]) -> None:
    inputs = case["inputs"]
    begin = start(
        sex=inputs["sex"],
        age_years=inputs["age_years"],
        height_m=inputs["height_m"],
        mass_kg=inputs["weight_kg"],
        pal=inputs["pal"],
        fat_mass_kg=inputs["fat_mass_kg"],
        rmr_kcal_day=inputs["rmr_kcal_per_day"],
    )
    phases = [
        Phase(
            start_day=phase["start_day"],
            intake_change_kcal_day=phase["intake_change_kcal_per_day"],
            activity_change_kcal_kg_day=phase["activity_change_kcal_per_kg_per_day"],
            sodium=phase["sodium"],
        )
        for phase in inputs["phases"]
    ]
    diet = Diet(
        carb_fraction_baseline=inputs["carb_fraction_baseline"],
        carb_fraction_new=inputs["carb_fraction_new"],
        sodium_baseline_mg=inputs["sodium_baseline_mg"],
    )
    course = simulate(begin, phases, days=1095, diet=diet, constants=NIH, steps_per_day=1)
    for day, peer in case["expected"].items():
        for key, expected in peer.items():
            assert abs(getattr(course, key)[int(day)] - expected) <= 0.00002, (day, key)


@pytest.mark.parametrize("case", REFUSALS, ids=name)
def test_a_refusal_names_its_code_and_the_offending_figure(case: dict[str, Any], answers: dict[str, Any]) -> None:
    refused = answers[case["id"]]
    assert refused["refused"] == case["reason"]
    if "value" in case:
        assert refused["value"] == case["value"]

"""Who may read what in a reminder."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.runner import Runner
from bot.storage.lane import FiredReminder
from bot.training.run import Run
from tests.storage.making import MORNING, reminder

TODAY = MORNING.date()
HABIT = tuple(Run(run_id=f"r{n}", on_date=TODAY - timedelta(days=n + 1), distance_m=5000) for n in range(3))


def fired(runner: Runner) -> FiredReminder:
    return FiredReminder(reminder=reminder("p"), local_date=TODAY, late_s=0.0, runner=runner, runs=HABIT)


@pytest.mark.parametrize(
    "runner",
    [
        Runner(age_years=16),
        Runner(flags=frozenset({"eating_disorder"})),
        Runner(flags=frozenset({"number_free"})),
        Runner(flags=frozenset({"pregnant"})),
        Runner(flags=frozenset({"breast_feeding"})),
        Runner(height_m=1.70, weight_kg=52),
    ],
    ids=["under 18", "eating disorder", "number-free", "pregnant", "breast-feeding", "low weight"],
)
def test_protected_people_are_reminded_without_numbers(nudge, runner):
    assert nudge(fired(runner)).numbers == ()


def test_with_signs_of_low_energy_it_asks_first(nudge):
    assert "doctor" in nudge(fired(Runner(flags=frozenset({"reds_signs"})))).text


@pytest.mark.parametrize("runner", [Runner(), Runner(age_years=70), Runner(flags=frozenset({"medical"}))])
def test_everybody_else_reads_their_usual_run(nudge, runner):
    assert "5 km" in nudge(fired(runner)).text

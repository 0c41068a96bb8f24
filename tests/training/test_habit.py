"""What somebody usually runs."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.training.habit import UsualRun, usual_run
from bot.training.run import Run

TODAY = date(2026, 11, 24)


def run(days_ago: int, km: float | None = None, minutes: float | None = None) -> Run:
    return Run(
        run_id=f"run{days_ago}",
        on_date=TODAY - timedelta(days=days_ago),
        distance_m=km and km * 1000,
        duration_s=minutes and minutes * 60,
    )


def test_the_middle_of_the_latest_five_counts():
    runs = [run(1, 5), run(3, 21.1), run(5, 5), run(7, 4), run(9, 6), run(10, 40), run(11, 40)]
    assert usual_run(runs, today=TODAY) == UsualRun(distance_m=5000)


def test_between_two_it_is_the_shorter():
    assert usual_run([run(1, 8), run(3, 5)], today=TODAY) == UsualRun(distance_m=5000)


def test_without_distances_times_count():
    assert usual_run([run(1, minutes=20), run(2, minutes=30), run(4, 5)], today=TODAY) == UsualRun(duration_s=1200)


def test_one_run_is_no_habit():
    assert usual_run([run(1, 5)], today=TODAY) is None
    assert usual_run([], today=TODAY) is None


def test_after_two_weeks_without_a_run_the_habit_is_over():
    assert usual_run([run(14, 5), run(15, 5)], today=TODAY) == UsualRun(distance_m=5000)
    assert usual_run([run(15, 5), run(16, 5)], today=TODAY) is None


def test_a_run_dated_ahead_does_not_count():
    assert usual_run([run(-1, 5), run(-2, 5)], today=TODAY) is None


@given(st.lists(st.tuples(st.integers(0, 20), st.floats(0.5, 50)), max_size=12))
def test_it_is_always_one_of_the_persons_own_runs(told):
    runs = [run(days, km) for days, km in told]
    usual = usual_run(runs, today=TODAY)
    assert usual is None or usual.distance_m in [each.distance_m for each in runs]

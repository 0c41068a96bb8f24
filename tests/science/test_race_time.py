"""Riegel's power law of race times, by hand and by its properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import OutOfRangeError
from bot.science.methods import calculate
from bot.science.race_time import predicted_race, riegel_time

SECONDS = st.floats(min_value=600, max_value=7200)
METRES = st.floats(min_value=1500, max_value=42_195)


@pytest.mark.parametrize(
    ("duration_s", "distance_m", "target_m", "expected_s"),
    [
        # 1200 * 2^1.06 = 1200 * 2.08493
        (1200, 5000, 10_000, 2501.9),
        # 2700 * 2.10975^1.06 = 2700 * 2.20637
        (2700, 10_000, 21_097.5, 5957.2),
    ],
)
def test_times_by_hand(duration_s: float, distance_m: float, target_m: float, expected_s: float) -> None:
    assert riegel_time(duration_s=duration_s, distance_m=distance_m, target_m=target_m) == pytest.approx(
        expected_s, abs=0.1
    )


@given(seconds=SECONDS, metres=METRES, target=METRES)
def test_there_and_back_is_the_same_time(seconds: float, metres: float, target: float) -> None:
    there = riegel_time(duration_s=seconds, distance_m=metres, target_m=target)
    if 210 <= there <= 6 * 3600:
        assert riegel_time(duration_s=there, distance_m=target, target_m=metres) == pytest.approx(seconds)


def test_a_sprint_or_an_ultra_is_refused() -> None:
    with pytest.raises(OutOfRangeError):
        riegel_time(duration_s=60, distance_m=1500, target_m=5000)
    with pytest.raises(OutOfRangeError):
        riegel_time(duration_s=3000, distance_m=10_000, target_m=100_000)


def test_beyond_the_half_marathon_the_figure_and_the_calculator_say_so() -> None:
    race = {"duration_s": 2700, "distance_m": 10_000, "target_m": 42_195}
    assert predicted_race(**race, origin="told").notes == ("beyond_half_marathon",)
    assert calculate("riegel_time", dict(race)).notes != ()

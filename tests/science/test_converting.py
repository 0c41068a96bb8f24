"""Units turned into each other: known values, there and back, and nothing that does not measure the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArgumentError
from bot.science.converting import are_alike, in_unit, third_of_a_run

UNITS = ("km", "miles", "m", "yards", "feet", "cm", "kg", "lb", "stone", "km/h", "mph", "m/s", "min/km", "min/mile")


@pytest.mark.parametrize(
    ("value", "told_in", "into", "made"),
    [
        (10.0, "miles", "km", 16.09344),
        (12.0, "km/h", "min/km", 5.0),
        (7.5, "mph", "min/mile", 8.0),
        (8.0, "min/mile", "mph", 7.5),
        (1.0, "stone", "lb", 14.0),
        (1.0, "lb", "kg", 0.45359237),
        (1.0, "yards", "m", 0.9144),
    ],
)
def test_known_values_come_out(value: float, told_in: str, into: str, made: float) -> None:
    assert in_unit(value, told_in, into) == pytest.approx(made)


@given(st.floats(0.5, 500.0), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_there_and_back_is_the_same_and_nothing_else_is_allowed(value: float, first: str, second: str) -> None:
    if are_alike(first, second):
        assert in_unit(in_unit(value, first, second), second, first) == pytest.approx(value)
    else:
        with pytest.raises(ArgumentError):
            in_unit(value, first, second)


def test_time_way_and_pace_make_each_other() -> None:
    time = third_of_a_run("min", distance_m=10_000.0, duration_s=None, pace=340.0, origin="told")
    way = third_of_a_run("km", distance_m=None, duration_s=3400.0, pace=340.0, origin="told")
    pace = third_of_a_run("min/km", distance_m=10_000.0, duration_s=3400.0, pace=None, origin="told")
    assert (time.value, way.value, pace.value) == pytest.approx((3400.0 / 60.0, 10.0, 340.0 / 60.0))
    with pytest.raises(ArgumentError):
        third_of_a_run("min", distance_m=10_000.0, duration_s=60.0, pace=340.0, origin="told")

"""The small fit behind looking back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.science.least_squares import least_squares, solve, student_80


@given(st.lists(st.floats(-5, 5), min_size=3, max_size=3))
def test_exact_data_give_their_coefficients_back(wanted: list[float]) -> None:
    rows = [(1.0, float(x), float(x * x)) for x in range(-4, 5)]
    _, found = least_squares(rows, [sum(c * v for c, v in zip(wanted, row, strict=True)) for row in rows])
    assert found == pytest.approx(wanted, abs=1e-9)


def test_a_line_through_four_points_by_hand() -> None:
    """y = 1, 3, 2, 4 at x = 0..3: slope 0.8, level 1.3."""
    normal, found = least_squares([(1.0, float(x)) for x in range(4)], [1.0, 3.0, 2.0, 4.0])
    assert found == pytest.approx([1.3, 0.8])
    assert normal == [[4.0, 6.0], [6.0, 14.0]]
    assert solve(normal, [0.0, 1.0])[1] == pytest.approx(0.2)  # variance of the slope: 1 / sum (x - 1.5)^2


@pytest.mark.parametrize(("freedom", "published"), [(8, 1.3968), (15, 1.3406), (40, 1.3031), (120, 1.2886)])
def test_the_interval_is_students(freedom: int, published: float) -> None:
    """Two-sided 80 % points of Student's t, from any printed table."""
    assert student_80(freedom) == pytest.approx(published, abs=0.001)

"""What is learnt from the lists of questions."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.directions import bearings, direction, spread_of, still_uncovered, with_constant


def rows(*vectors: tuple[float, ...]) -> np.ndarray:
    return np.array(vectors, dtype=np.float32)


def test_a_direction_points_from_the_others_to_ours() -> None:
    ours, others = rows((1.0, 0.0), (0.8, 0.6)), rows((0.0, 1.0), (-0.8, 0.6))
    found = direction(ours, others)
    assert (with_constant(ours) @ found).min() > 0 > (with_constant(others) @ found).max()


def test_without_others_there_is_no_direction() -> None:
    assert direction(rows((1.0, 0.0)), rows((1.0, 0.0))[:0]).tolist() == [0.0, 0.0, 0.0]


def test_an_example_that_an_article_answers_is_covered_after_all() -> None:
    examples = rows((1.0, 0.0), (0.0, 1.0))
    assert still_uncovered(examples, passages=rows((0.9, 0.1)), own=rows((0.6, 0.6))).tolist() == [False, True]


def test_a_bearing_is_the_ridge_solution_for_its_own_against_the_rest() -> None:
    ours, nobody = rows((1.0, 0.0), (0.0, 1.0)), rows((0.0, 1.0))
    # Coordinates stand apart: 1 / (1 + 1) along the first, 1 / (2 + 1) along the second.
    assert bearings(ours, np.array([0, 1]), nobody) == pytest.approx(rows((0.5, 0.0), (0.0, 1 / 3)))


def test_a_prediction_without_a_row_follows_from_its_leverage() -> None:
    ours, owners = rows((1.0, 0.0), (0.6, 0.8), (0.0, 1.0)), np.array([0, 0, 1])
    leverage = float(ours[0] @ np.linalg.solve(spread_of(ours, ours[:0]), ours[0]))
    whole = ours[0] @ bearings(ours, owners, ours[:0]).T
    without = ours[0] @ bearings(ours[1:], owners[1:], ours[:0]).T
    assert (whole - np.array([leverage, 0.0])) / (1 - leverage) == pytest.approx(without, abs=1e-5)

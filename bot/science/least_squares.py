"""A small least-squares fit in plain floats, and the width of its interval."""

from __future__ import annotations

from collections.abc import Sequence

from bot.science.uncertainty import RANGE


def least_squares(rows: Sequence[Sequence[float]], ys: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    """Return the normal matrix and the coefficients that bring `rows` closest to `ys`."""
    width = range(len(rows[0]))
    normal = [[sum(row[i] * row[j] for row in rows) for j in width] for i in width]
    return normal, solve(normal, [sum(row[i] * y for row, y in zip(rows, ys, strict=True)) for i in width])


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Return the solution of a small symmetric positive system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, pivot in enumerate(rows):
        for lower in rows[i + 1 :]:
            share = lower[i] / pivot[i]
            lower[:] = [a - share * b for a, b in zip(lower, pivot, strict=True)]
    found = [0.0] * len(rows)
    for i in range(len(rows) - 1, -1, -1):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, len(rows)))
        found[i] = (rows[i][-1] - known) / rows[i][i]
    return found


def student_80(freedom: int) -> float:
    """Return the half-width of Student's 80 % interval, by the series around the normal one (0.1 % off at 8)."""
    z = RANGE.z_80
    first = (z**3 + z) / 4.0
    second = (5.0 * z**5 + 16.0 * z**3 + 3.0 * z) / 96.0
    return z + first / freedom + second / freedom**2

"""Directions among vectors, learnt by ridge regression: towards our subject, what is covered, and each article."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.embedding import Vectors

_ANSWERED = 0.85
"""Cosine from which an example of what is not covered is taken to be covered by the articles at hand. The shipped
articles reach .84 with the examples; the same question in other words reaches .9."""
_COUNT, _RIDGE = 250.0, 3.0
"""What each list counts in `direction`, and its penalty; 1 and 10 told questions left out apart as well."""
_BEARING_RIDGE = 1.0
"""Penalty in `bearings`; .3 to 3 rank alike."""


def still_uncovered(examples: Vectors, *, passages: Vectors, own: Vectors) -> NDArray[np.bool_]:
    """Say which examples of what is not covered the articles at hand do not answer either."""
    nearest = np.maximum((examples @ passages.T).max(axis=1), (examples @ own.T).max(axis=1))
    kept: NDArray[np.bool_] = nearest < _ANSWERED
    return kept


def direction(ours: Vectors, others: Vectors) -> Vectors:
    """Return the direction in which two lists of vectors lie apart, a constant behind it, by ridge regression.

    It is fitted to 1 for ours and to -1 for the others, both lists counting the same; all zero without others.

    Args:
        ours: Unit vectors, at least one.
        others: Unit vectors, may be none.
    """
    if not len(others):
        return np.zeros(ours.shape[1] + 1, dtype=np.float32)
    rows = with_constant(np.concatenate([ours, others])).astype(np.float64)
    wanted = np.repeat([1.0, -1.0], [len(ours), len(others)])
    importance = np.repeat([_COUNT / len(ours), _COUNT / len(others)], [len(ours), len(others)])
    bend = (rows.T * importance) @ rows + _RIDGE * np.eye(rows.shape[1])
    found: Vectors = np.linalg.solve(bend, (rows.T * importance) @ wanted).astype(np.float32)
    return found


def bearings(ours: Vectors, owners: NDArray[np.intp], others: Vectors) -> Vectors:
    """Return, for each owner, the direction in which its vectors lie apart from all the rest, by ridge regression.

    It is fitted to 1 for its own and to 0 for the rest.

    Args:
        ours: Unit vectors.
        owners: Whose each of them is: 0, 1, 2 and so on, none left out.
        others: Unit vectors that are nobody's.
    """
    bend = spread_of(ours, others)
    wanted = np.zeros((len(ours), int(owners.max()) + 1))
    wanted[np.arange(len(ours)), owners] = 1.0
    found: Vectors = np.linalg.solve(bend, ours.T.astype(np.float64) @ wanted).T.astype(np.float32)
    return found


def spread_of(*lists: Vectors) -> NDArray[np.float64]:
    """Return the matrix that `bearings` divides by."""
    rows = np.concatenate(lists).astype(np.float64)
    return rows.T @ rows + _BEARING_RIDGE * np.eye(rows.shape[1])


def with_constant(vectors: Vectors) -> Vectors:
    """Return vectors with a 1 behind each, as a direction takes them."""
    extended: Vectors = np.concatenate([vectors, np.ones((len(vectors), 1), dtype=np.float32)], axis=1)
    return extended

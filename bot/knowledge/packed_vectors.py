"""Unit vectors in whole numbers, a quarter of their size: for those that ship with the program."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.embedding import Vectors

_STEPS: Final = 400.0
"""Steps to one; what is beyond 127 of them is cut off, which hardly any part of a unit vector is. Rounding moves a
cosine by a thousandth."""


def pack(vectors: Vectors) -> NDArray[np.int8]:
    """Return vectors in whole numbers from -127 to 127."""
    packed: NDArray[np.int8] = np.clip(np.round(vectors * _STEPS), -127, 127).astype(np.int8)
    return packed


def unpack(packed: NDArray[np.int8]) -> Vectors:
    """Return the vectors again."""
    vectors: Vectors = packed.astype(np.float32) / np.float32(_STEPS)
    return vectors

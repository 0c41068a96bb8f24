"""Which danger the words and the vector of a message make likely; what that leads to, `bot.coach.sensing` decides."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from bot.knowledge.likelihoods import Linear, read_linear

WEIGHTS_FILE: Final = Path(__file__).with_name("danger_weights.npz")
NONE: Final = "none"
"""The label of what tells of no danger; all others are categories of red flags."""


@cache
def load_dangers() -> Linear:
    """Read the weights once."""
    return read_linear(WEIGHTS_FILE)

"""Which wish (an intent of `bot.nlu.frame`) the words and the vector of a message make likely.

What the grammar cannot place is read by it (`bot.nlu.second_reading`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from bot.knowledge.likelihoods import Linear, read_linear

WEIGHTS_FILE: Final = Path(__file__).with_name("wish_weights.npz")


@cache
def load_wishes() -> Linear:
    """Read the weights once."""
    return read_linear(WEIGHTS_FILE)

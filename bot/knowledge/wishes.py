"""Which wish (an intent of `bot.nlu.frame`) and which mood the words and the vector of a message make likely.

What the grammar cannot place is read by the wish (`bot.nlu.second_reading`); the mood says how a feeling is met whose
words no pattern knows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from bot.knowledge.likelihoods import Linear, read_linear

WEIGHTS_FILE: Final = Path(__file__).with_name("wish_weights.npz")
MOODS_FILE: Final = WEIGHTS_FILE.with_name("mood_weights.npz")


@cache
def load_wishes() -> Linear:
    """Read the weights once."""
    return read_linear(WEIGHTS_FILE)


@cache
def load_moods() -> Linear:
    """Read the weights once that say how somebody who voices a feeling is: happy, down, doubtful, dismayed, lapsed."""
    return read_linear(MOODS_FILE)

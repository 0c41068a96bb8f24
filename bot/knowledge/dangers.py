"""Which danger the words and the vector of a message make likely: a linear model whose weights ship as data.

The weights are learnt by `docs/tuning/weigh_dangers.py` for the tuned embedding model; nothing is learnt while the
coach runs. What a likelihood leads to is decided by `bot.coach.sensing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from bot.knowledge.embedding import Vectors

WEIGHTS_FILE: Final = Path(__file__).with_name("danger_weights.npz")
BUCKETS: Final = 8192
"""How many buckets words fall into."""
NONE: Final = "none"
"""The label of what tells of no danger."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dangers:
    """A linear model over buckets of words and the dimensions of a vector."""

    labels: tuple[str, ...]
    """Categories of red flags, and NONE."""
    words: Vectors
    """[BUCKETS x labels]"""
    meaning: Vectors
    """[dimensions x labels]"""
    constants: Vectors
    """[labels]"""

    def likelihoods(self, buckets: Mapping[int, float], vector: Vectors) -> dict[str, float]:
        """Return how likely each label is; the values add up to one.

        Args:
            buckets: The buckets of a message's words and their weights, a vector of length one.
            vector: Its sentence vector.
        """
        scores = self.constants + vector @ self.meaning
        if buckets:
            scores = scores + np.array(list(buckets.values()), dtype=np.float32) @ self.words[list(buckets)]
        shares = np.exp(scores - scores.max())
        return dict(zip(self.labels, (shares / shares.sum()).tolist(), strict=True))


@cache
def load_dangers() -> Dangers:
    """Read the weights; the file is a part of this package."""
    with np.load(WEIGHTS_FILE, allow_pickle=False) as stored:
        return Dangers(
            labels=tuple(map(str, stored["labels"])),
            words=stored["words"].astype(np.float32) * stored["word_steps"].astype(np.float32),
            meaning=stored["meaning"].astype(np.float32),
            constants=stored["constants"].astype(np.float32),
        )

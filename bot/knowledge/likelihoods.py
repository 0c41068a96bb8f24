"""A linear model over the words and the vector of a message, whose weights ship as data.

The weights are learnt in `docs/tuning` for the tuned embedding model; nothing is learnt while the coach runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from bot.knowledge.embedding import Vectors

BUCKETS: Final = 8192
"""How many buckets words fall into."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Linear:
    """A linear model over buckets of words and the dimensions of a vector."""

    labels: tuple[str, ...]
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


def read_linear(file: Path) -> Linear:
    """Read the weights of a model; the file is a part of this package."""
    with np.load(file, allow_pickle=False) as stored:
        return Linear(
            labels=tuple(map(str, stored["labels"])),
            words=stored["words"].astype(np.float32) * stored["word_steps"].astype(np.float32),
            meaning=stored["meaning"].astype(np.float32),
            constants=stored["constants"].astype(np.float32),
        )

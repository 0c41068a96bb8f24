"""How likely talk hides a claim: the encoder reads it together with what it answers, each word beside the other's.

"Keep it there" is talk after one question and a promise after another; that is only seen word beside word. The changes
to the encoder and the readings of its states are learnt by `docs/tuning/read_drafts.py`, which learns beside it whether
a source carries a statement; nothing is learnt while the coach runs.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from bot.knowledge import weights
from bot.knowledge.embedding import MiniLM, Vectors
from bot.knowledge.tuning import read_changes

CARRYING_FILE: Final = Path(__file__).with_name("carrying.npz")
_REMEMBERED: Final = 256
"""Texts whose doubts are kept at hand: one is often examined more than once."""
_TALK: Final = 1
"""Which of the two readings is that of talk; 0 is that of statements with a source."""


class Reader:
    """The encoder and what it was taught to doubt. Safe to call from several threads."""

    def __init__(self, folder: Path) -> None:
        """Read the weights, and what was learnt on top of them.

        Raises:
            WeightsError: If a file is missing or not the pinned one.
        """
        weights.verify(folder)
        self._encoder = MiniLM(folder, changes=read_changes(CARRYING_FILE), name="carrying")
        with np.load(CARRYING_FILE, allow_pickle=False) as stored:
            self._words: Vectors = stored["words"].astype(np.float32)
            self._opening: Vectors = stored["opening"].astype(np.float32)
            self._constants: Vectors = stored["constants"].astype(np.float32)
        self.doubt = lru_cache(maxsize=_REMEMBERED)(self._doubt)

    def _doubt(self, said: str, talk: str) -> float:
        """Return how likely a text says more than talk may, as a logit: below 0 it is likelier mere talk.

        Args:
            said: What a person said.
            talk: What is said in answer to it.
        """
        opening, words = self._encoder.read(said, talk)
        sharpest = np.logaddexp.reduce(words @ self._words[_TALK, 0])
        on_average = (words @ self._words[_TALK, 1]).mean()
        return float(sharpest + on_average + opening @ self._opening[_TALK] + self._constants[_TALK])


@cache
def load_reader(folder: Path) -> Reader:
    """Read the encoder once; takes about a second and 60 MB.

    Raises:
        WeightsError: If a file is missing or not the pinned one.
    """
    return Reader(folder)

"""How much a source leaves to doubt of a statement: the encoder reads both together, each word beside the other's.

A sentence vector tells what a text is about; whether "eased" became "cured" or "women" became "men" is only seen word
beside word. The changes to the encoder and the reading of its states are learnt by `docs/tuning/read_drafts.py`;
nothing is learnt while the coach runs.
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
"""Statements whose doubts are kept at hand: a text is often examined more than once."""


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

    def _doubt(self, source: str, statement: str, *, cites: bool) -> float:
        """Return how much of a statement its source leaves to doubt, as a logit: below 0 it is likelier carried.

        Args:
            source: The sentences the statement cites; where it cites none, what the person said.
            statement: Without marks.
            cites: Whether it claims to stand on a source, or to be mere talk.
        """
        kind = 0 if cites else 1
        opening, words = self._encoder.read(source, statement)
        sharpest = np.logaddexp.reduce(words @ self._words[kind, 0])
        on_average = (words @ self._words[kind, 1]).mean()
        return float(sharpest + on_average + opening @ self._opening[kind] + self._constants[kind])


@cache
def load_reader(folder: Path) -> Reader:
    """Read the encoder once; takes about a second and 60 MB.

    Raises:
        WeightsError: If a file is missing or not the pinned one.
    """
    return Reader(folder)

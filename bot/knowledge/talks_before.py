"""What people wrote in talks, with the answers that would do for each: what the next message may be like.

An answer's own voices are written by the author of its article, and few can be. How people come to it in the middle of
a talk is taken from `docs/tuning/in_talk.jsonl`: messages that brought an answer about or came next, each with the
answers that would do, as judged by reading. `docs/tuning/keep_vectors.py` keeps their vectors in `talks_before.npz`, so
that they cost an index nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from bot.knowledge.embedding import DIMENSIONS, Vectors
from bot.knowledge.packed_vectors import unpack
from bot.knowledge.ranking import Rows, Scores

TALKS_BEFORE_FILE: Final = Path(__file__).with_name("talks_before.npz")
UnitName = tuple[str, str | None]
"""An article's slug, and the question of one of its answers; None for its verdict."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TalksBefore:
    """Vectors of messages, and a row for every answer that would do for one, answer by answer."""

    vectors: Vectors
    """Unit vectors. [messages x dimensions]"""
    messages: Rows
    """Place of the message of each row."""
    units: Rows
    """Place of the answer of each row, ascending."""
    size: int
    """How many answers there are."""

    @classmethod
    def of(cls, vectors: Vectors, pairs: Sequence[tuple[int, int]], *, size: int) -> TalksBefore:
        """Take vectors, pairs of a message's place and an answer's, and how many answers there are."""
        rows = np.array(sorted(pairs, key=lambda pair: pair[1]), dtype=np.intp).reshape(-1, 2)
        return cls(vectors=vectors, messages=rows[:, 0], units=rows[:, 1], size=size)

    def near(self, vector: Vectors) -> Scores:
        """Return how near a message is to those that each answer would do for; 0 where nobody wrote any.

        Args:
            vector: The message's.
        """
        found = np.zeros(self.size, dtype=np.float32)
        if self.units.size:
            # They stand answer by answer, so each begins where the number changes.
            starts = np.flatnonzero(np.diff(self.units, prepend=-1))
            cosines = (self.vectors @ vector)[self.messages]
            found[self.units[starts]] = np.maximum(np.maximum.reduceat(cosines, starts), 0.0)
        return found


def talks_before(units: Sequence[UnitName], *, embedder_name: str) -> TalksBefore:
    """Return what was written for some answers; nothing for vectors of another embedder.

    Args:
        units: The answers of a library in their order.
        embedder_name: What the library's vectors mean.
    """
    with np.load(TALKS_BEFORE_FILE, allow_pickle=False) as stored:
        if str(stored["embedder"]) != embedder_name:
            return TalksBefore.of(np.empty((0, DIMENSIONS), dtype=np.float32), (), size=len(units))
        places = {name: place for place, name in enumerate(units)}
        kept = zip(stored["slugs"].tolist(), stored["questions"].tolist(), strict=True)
        whose = [places.get((slug, question or None)) for slug, question in kept]
        pairs = [(message, place) for message, unit in stored["pairs"].tolist() if (place := whose[unit]) is not None]
        return TalksBefore.of(unpack(stored["vectors"]), pairs, size=len(units))

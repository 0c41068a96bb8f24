"""Questions that people brought before, and the articles that answered them: what a search may lean on.

An article's own voices are written by its author. How people really ask is taken from `docs/tuning/asked.jsonl` and the
calibration half of the evaluation: questions in many voices with the articles that answer each, as judged by reading.
`docs/tuning/keep_vectors.py` keeps their vectors in `asked_before.npz`, so that they cost an index nothing. They count
only for the articles they name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.embedding import DIMENSIONS, Vectors
from bot.knowledge.packed_vectors import unpack
from bot.knowledge.ranking import Rows, Scores, best_and_next

ASKED_BEFORE_FILE: Final = Path(__file__).with_name("asked_before.npz")
_ALSO_FINE: Final = 0.9
"""What a question counts for an article that would do as well, beside the one that answers it best."""
_SECOND_SHARE: Final = 0.3
"""Weight of the second nearest question of an article: one alone can be near by chance."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedBefore:
    """Vectors of questions, and a row for every article that answers one, article by article."""

    vectors: Vectors
    """Unit vectors. [questions x dimensions]"""
    questions: Rows
    """Place of the question of each row."""
    articles: Rows
    """Place of the article of each row, ascending."""
    shares: Scores
    """What each row counts, up to 1."""
    marks: NDArray[np.uint64]
    """What tells each question from the others, see `mark_of`."""

    def near(self, vector: Vectors, *, articles: int, apart: str | None = None) -> Scores:
        """Return how near a question is to what each of so many articles answered; NaN where nobody asked.

        Args:
            vector: The question's.
            articles: How many there are.
            apart: A text that may be among the questions and is to be judged as if it were not.
        """
        found = np.full(articles, np.nan, dtype=np.float32)
        if self.articles.size:
            # They stand article by article, so each begins where the number changes.
            starts = np.flatnonzero(np.diff(self.articles, prepend=-1))
            cosines = self.vectors @ vector
            if apart is not None:
                cosines[self.marks == mark_of(apart)] = 0.0
            rows = cosines[self.questions] * self.shares
            found[self.articles[starts]] = best_and_next(rows, starts=starts, following=1, share=_SECOND_SHARE)
        return found


def mark_of(text: str) -> np.uint64:
    """Return a number that hardly any other text has."""
    return np.uint64(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))


def asked_before(slugs: Sequence[str], *, embedder_name: str) -> AskedBefore:
    """Return the questions that some articles answered; none for vectors of another embedder.

    Args:
        slugs: The articles of a library in their order.
        embedder_name: What the library's vectors mean.
    """
    with np.load(ASKED_BEFORE_FILE, allow_pickle=False) as stored:
        if str(stored["embedder"]) != embedder_name:
            return _NOBODY
        places = {slug: place for place, slug in enumerate(slugs)}
        whose = np.array([places.get(slug, -1) for slug in stored["slugs"].tolist()], dtype=np.intp)
        relevance: NDArray[np.uint8] = stored["relevance"]
        vectors = unpack(stored["vectors"])
        marks = stored["marks"]
    questions, columns = np.nonzero(relevance)
    articles = whose[columns]
    kept = np.flatnonzero(articles >= 0)
    kept = kept[np.argsort(articles[kept], kind="stable")]
    graded = relevance[questions[kept], columns[kept]]
    return AskedBefore(
        vectors=vectors,
        questions=questions[kept],
        articles=articles[kept],
        shares=np.where(graded == np.uint8(2), np.float32(1), np.float32(_ALSO_FINE)),
        marks=marks,
    )


_NOBODY: Final = AskedBefore(
    vectors=np.empty((0, DIMENSIONS), dtype=np.float32),
    questions=np.empty(0, dtype=np.intp),
    articles=np.empty(0, dtype=np.intp),
    shares=np.empty(0, dtype=np.float32),
    marks=np.empty(0, dtype=np.uint64),
)

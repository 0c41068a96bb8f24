"""Word search: BM25 over texts, in memory, and how it is kept on disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

_K1 = 1.2
_B = 0.75
_PASSAGES, _OWN_QUESTIONS = "passages", "own_questions"


class WordIndex:
    """BM25 of a fixed list of texts: Lucene's variant, English stems, without stop words."""

    def __init__(self, bm25: bm25s.BM25 | None, *, size: int) -> None:
        """Take what `of` made or `read` found.

        Args:
            bm25: The scores of words in texts, None without a text.
            size: How many texts there are.
        """
        self._stemmer = Stemmer.Stemmer("english")
        self._bm25, self._size = bm25, size

    @classmethod
    def of(cls, texts: Sequence[str]) -> WordIndex:
        """Index some texts; their order is the order of the scores."""
        if not texts:
            return cls(None, size=0)
        bm25 = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        bm25.index(_tokens(texts, Stemmer.Stemmer("english")), show_progress=False)
        return cls(bm25, size=len(texts))

    @classmethod
    def read(cls, folder: Path, *, size: int) -> WordIndex:
        """Read what `write` wrote for so many texts; the bytes are known to be good."""
        return cls(bm25s.BM25.load(folder, show_progress=False, verbosity=0) if size else None, size=size)

    def write(self, folder: Path) -> None:
        """Write into a new folder; nothing without texts."""
        if self._bm25 is not None:
            self._bm25.save(folder, show_progress=False)

    def scores(self, question: str) -> NDArray[np.float32]:
        """Return the BM25 score of every text, all zero if the question shares no word with any."""
        tokens = _tokens([question], self._stemmer)[0]
        if not tokens or self._bm25 is None:
            return np.zeros(self._size, dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores(tokens)
        return scores


@dataclass(frozen=True, kw_only=True, slots=True)
class WordIndexes:
    """The word indexes of a library."""

    passages: WordIndex
    own_questions: WordIndex

    @classmethod
    def read(cls, folder: Path, *, passages: int, own_questions: int) -> WordIndexes:
        """Read what `write` wrote for so many texts of each kind; the bytes are known to be good."""
        return cls(
            passages=WordIndex.read(folder / _PASSAGES, size=passages),
            own_questions=WordIndex.read(folder / _OWN_QUESTIONS, size=own_questions),
        )

    def write(self, folder: Path) -> None:
        """Write into a new folder."""
        self.passages.write(folder / _PASSAGES)
        self.own_questions.write(folder / _OWN_QUESTIONS)


def _tokens(texts: Sequence[str], stemmer: Stemmer.Stemmer) -> list[list[str]]:
    tokens: list[list[str]] = bm25s.tokenize(
        list(texts), stopwords="english_plus", stemmer=stemmer, return_ids=False, show_progress=False
    )
    return tokens

"""Word search: BM25 over the passages, in memory."""

from __future__ import annotations

from collections.abc import Sequence

import bm25s
import numpy as np
import Stemmer
from numpy.typing import NDArray

_K1 = 1.2
_B = 0.75


class WordIndex:
    """BM25 of a fixed list of texts: Lucene's variant, English stems, without stop words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts; their order is the order of the scores."""
        self._stemmer = Stemmer.Stemmer("english")
        self._size = len(texts)
        self._bm25 = bm25s.BM25(k1=_K1, b=_B, method="lucene")
        if texts:
            self._bm25.index(self._tokens(texts), show_progress=False)

    def scores(self, question: str) -> NDArray[np.float32]:
        """Return the BM25 score of every text, all zero if the question shares no word with any."""
        tokens = self._tokens([question])[0]
        if not tokens or not self._size:
            return np.zeros(self._size, dtype=np.float32)
        scores: NDArray[np.float32] = self._bm25.get_scores(tokens)
        return scores

    def _tokens(self, texts: Sequence[str]) -> list[list[str]]:
        tokens: list[list[str]] = bm25s.tokenize(
            list(texts), stopwords="english_plus", stemmer=self._stemmer, return_ids=False, show_progress=False
        )
        return tokens

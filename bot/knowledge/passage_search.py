"""One search: a question against the passages of one library, with vectors where there are any."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.errors import PassageIndexError
from bot.knowledge.article import Library
from bot.knowledge.corpus import Corpus, question_vector
from bot.knowledge.embedding import Embedder
from bot.knowledge.gate import Thresholds, hybrid_score, lexical_score
from bot.knowledge.normaliser import Question
from bot.knowledge.ranking import fuse, rank
from bot.knowledge.retrieval import Hit, Retrieval, SearchMode
from bot.knowledge.vector_store import VectorStore

_LOG = logging.getLogger(__name__)

Scores = NDArray[np.float32]

_MOST_OF_ONE = 4
"""Passages of one article in one answer: the next article may hold the other half of the question."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dense:
    """What a search by vectors needs."""

    embedder: Embedder
    store: VectorStore
    thresholds: Thresholds


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageSearch:
    """Everything that was opened for one library; replaced whole, never changed."""

    library: Library
    corpus: Corpus
    lexical_thresholds: Thresholds
    dense: Dense | None = None
    trouble: str | None = None
    """One line for the log if there are no vectors: what is wrong and what helps."""

    @property
    def mode(self) -> SearchMode:
        """How it searches."""
        return "hybrid" if self.dense else "lexical"

    def find(self, text: str, *, limit: int) -> Retrieval:
        """Find the passages nearest to a question, best first, and the zone of the best."""
        if not self.corpus.passages or not any(map(str.isalnum, text)):
            return Retrieval(question=text, zone="decline", score=0.0, hits=(), mode=self.mode)
        question = self.corpus.normalise(text)
        words = self.corpus.word_scores(question)
        if self.dense:
            try:
                return self._hybrid(question, words, self.dense, limit)
            except PassageIndexError as error:
                _LOG.warning("%s; this search is by words only", error)
        score = lexical_score(question, float(words.max()))
        return Retrieval(
            question=text,
            zone=self.lexical_thresholds.zone(score),
            score=score,
            hits=self._hits(None, words, limit),
            mode="lexical",
        )

    def _hybrid(self, question: Question, words: Scores, dense: Dense, limit: int) -> Retrieval:
        cosines = dense.store.cosines(question_vector(dense.embedder, question))
        score = hybrid_score(question, float(np.nanmax(cosines)))
        return Retrieval(
            question=question.said,
            zone=dense.thresholds.zone(score),
            score=score,
            hits=self._hits(cosines, words, limit),
            mode="hybrid",
        )

    def _hits(self, cosines: Scores | None, words: Scores, limit: int) -> tuple[Hit, ...]:
        """Return the best passages that have anything in common with the question."""
        order, scores = rank(fuse(cosines, words), starts=self.corpus.starts)
        shown: Counter[str] = Counter()
        hits: list[Hit] = []
        for row in order.tolist():
            passage = self.corpus.passages[row]
            if len(hits) == limit or scores[row] <= 0:
                break
            shown[passage.article] += 1
            if shown[passage.article] <= _MOST_OF_ONE:
                hits.append(
                    Hit(
                        passage=passage,
                        score=round(float(scores[row]), 4),
                        dense=None if cosines is None or np.isnan(cosines[row]) else round(float(cosines[row]), 4),
                        lexical=round(float(words[row]), 4),
                    )
                )
        return tuple(hits)

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
from bot.knowledge.gate import Judges, Thresholds, evidence, lexical_score
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import by_own_questions, by_passages, fuse, rank
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
    questions: QuestionVectors
    judges: Judges
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
            zone=self.lexical_thresholds.zone(subject=score, covered=score),
            score=score,
            hits=self._hits(question, None, words, None, limit),
            mode="lexical",
            topics=question.topics,
        )

    def _hybrid(self, question: Question, words: Scores, dense: Dense, limit: int) -> Retrieval:
        vector = question_vector(dense.embedder, question)
        cosines, own = dense.store.cosines(vector), dense.questions.own @ vector
        found = evidence(
            question,
            passages=cosines,
            own=own,
            uncovered=dense.questions.uncovered @ vector,
            towards=dense.questions.directions @ np.append(vector, np.float32(1)),
        )
        score = dense.judges.covered.score(found)
        return Retrieval(
            question=question.said,
            zone=dense.thresholds.zone(subject=dense.judges.subject.score(found), covered=score),
            score=score,
            hits=self._hits(question, cosines, words, own, limit),
            mode="hybrid",
            topics=question.topics,
        )

    def _hits(
        self, question: Question, cosines: Scores | None, words: Scores, own: Scores | None, limit: int
    ) -> tuple[Hit, ...]:
        """Return the best passages that have anything in common with the question."""
        starts = self.corpus.starts
        fused = fuse(cosines, words)
        asked, share = by_own_questions(own, self.corpus.own_word_scores(question), starts=self.corpus.own_starts)
        articles = (1 - share) * by_passages(fused, starts=starts) + share * asked
        order, scores = rank(fused, articles, starts=starts)
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

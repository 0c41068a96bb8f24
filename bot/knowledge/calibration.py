"""Setting the gate's thresholds for a corpus, on both scales."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.knowledge.corpus import Corpus, question_texts, question_vectors
from bot.knowledge.embedding import Vectors
from bot.knowledge.gate import Thresholds, calibrate, hybrid_score, lexical_score, off_topic_questions
from bot.knowledge.normaliser import Question


class Exam:
    """The questions a corpus should answer and those it should decline, normalised for it."""

    def __init__(self, corpus: Corpus) -> None:
        """Normalise both lists."""
        self._corpus = corpus
        self._own = [corpus.normalise(question) for question in corpus.own_questions]
        self._off_topic = [corpus.normalise(question) for question in off_topic_questions()]

    @property
    def texts(self) -> list[str]:
        """The texts whose vectors `hybrid_thresholds` asks for."""
        return question_texts([*self._own, *self._off_topic])

    def hybrid_thresholds(self, passages: Vectors, vectors: Callable[[Sequence[str]], Vectors]) -> Thresholds:
        """Set the thresholds of a search by vectors and words.

        Args:
            passages: A unit vector a passage.
            vectors: Gives the vectors of texts.
        """

        def scores(questions: Sequence[Question]) -> list[float]:
            asked = question_vectors(vectors(question_texts(questions)))
            best = (asked @ passages.T).max(axis=1)
            return [hybrid_score(question, cosine) for question, cosine in zip(questions, best.tolist(), strict=True)]

        return calibrate("hybrid", own=scores(self._own), off_topic=scores(self._off_topic))

    def lexical_thresholds(self) -> Thresholds:
        """Set the thresholds of a search by words only."""

        def scores(questions: Sequence[Question]) -> list[float]:
            return [
                lexical_score(question, float(self._corpus.word_scores(question).max(initial=0.0)))
                for question in questions
            ]

        return calibrate("lexical", own=scores(self._own), off_topic=scores(self._off_topic))

"""Setting the gate's thresholds for a corpus, on both scales."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.corpus import Corpus, question_texts, question_vectors
from bot.knowledge.embedding import Vectors
from bot.knowledge.gate import (
    Evidence,
    Gate,
    Thresholds,
    calibrate,
    direction,
    evidence,
    lexical_score,
    off_topic_questions,
    still_uncovered,
    uncovered_questions,
    with_constant,
)
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors

_PARTS = 5
"""Into so many parts each list is cut to judge its questions without themselves."""


class Exam:
    """The questions a corpus should answer and those it should not, normalised for it."""

    def __init__(self, corpus: Corpus) -> None:
        """Normalise all three lists."""
        self.corpus = corpus
        self._own = [corpus.normalise(question, apart=True) for question in corpus.own_questions]
        self._off_topic = [corpus.normalise(question) for question in off_topic_questions()]
        self._uncovered = [corpus.normalise(question) for question in uncovered_questions()]

    @property
    def texts(self) -> list[str]:
        """The texts whose vectors `Sitting` asks for."""
        return question_texts([*self._own, *self._off_topic, *self._uncovered])

    def sitting(self, passages: Vectors, vectors: Callable[[Sequence[str]], Vectors]) -> Sitting:
        """Begin a search by vectors and words.

        Args:
            passages: A unit vector a passage.
            vectors: Gives the vectors of texts.
        """
        return Sitting(passages, self._own, self._off_topic, self._uncovered, vectors)

    def lexical_thresholds(self) -> Thresholds:
        """Set the thresholds of a search by words only."""

        def scores(questions: Sequence[Question]) -> list[float]:
            return [
                lexical_score(question, float(self.corpus.word_scores(question).max(initial=0.0)))
                for question in questions
            ]

        return calibrate("lexical", own=scores(self._own), off_topic=scores(self._off_topic))


class Sitting:
    """An exam with vectors. A question of one of the lists is judged as if its part of the list were not there."""

    def __init__(
        self,
        passages: Vectors,
        own: Sequence[Question],
        off_topic: Sequence[Question],
        uncovered: Sequence[Question],
        vectors: Callable[[Sequence[str]], Vectors],
    ) -> None:
        """Look the vectors up and find the directions."""

        def of(questions: Sequence[Question]) -> Vectors:
            return question_vectors(vectors(question_texts(questions)))

        self._passages, self._own, self._off_topic, self._uncovered = passages, own, off_topic, uncovered
        self._asked, self._strange, self._open = of(own), of(off_topic), of(uncovered)
        # The lists go by themes, so a part is one; neighbours of an own question are its article's.
        self._own_part = np.arange(len(own)) % _PARTS
        self._strange_part = np.arange(len(off_topic)) * _PARTS // max(len(off_topic), 1)
        self._open_part = np.arange(len(uncovered)) * _PARTS // max(len(uncovered), 1)
        self._kept = still_uncovered(self._open, passages=passages, own=self._asked)
        self.questions = QuestionVectors(
            own=self._asked, uncovered=self._open[self._kept], directions=self._directions(without=_PARTS)
        )
        """What an artefact keeps."""

    def thresholds(self, gate: Gate) -> Thresholds:
        """Set the thresholds of a corpus the gate was not measured on."""
        own, off_topic = (
            [gate.judges.subject.score(one) for one in found]
            for found in (self.own_evidence(), self.off_topic_evidence())
        )
        return calibrate("hybrid", own=own, off_topic=off_topic)

    def evidence(self, questions: Sequence[Question], asked: Vectors) -> list[Evidence]:
        """Return the evidence of any questions.

        Args:
            questions: Normalised by the exam's corpus.
            asked: Their unit vectors.
        """
        nearest = asked @ self.questions.own.T, asked @ self.questions.uncovered.T
        return self._evidence(questions, asked, *nearest, with_constant(asked) @ self.questions.directions.T)

    def own_evidence(self) -> list[Evidence]:
        """Return the evidence of the articles' own questions."""
        own = self._asked @ self._asked.T
        np.fill_diagonal(own, 0.0)
        uncovered = self._asked @ self.questions.uncovered.T
        return self._evidence(self._own, self._asked, own, uncovered, self._towards(self._asked, self._own_part))

    def off_topic_evidence(self) -> list[Evidence]:
        """Return the evidence of what is none of our business."""
        nearest = self._strange @ self._asked.T, self._strange @ self.questions.uncovered.T
        towards = self._towards(self._strange, self._strange_part)
        return self._evidence(self._off_topic, self._strange, *nearest, towards)

    def uncovered_evidence(self) -> list[Evidence]:
        """Return the evidence of the examples of what is not covered."""
        among = np.where(self._open_part[:, None] == self._open_part, 0.0, self._open @ self._open.T)
        towards = self._towards(self._open, self._open_part)
        found = self._evidence(self._uncovered, self._open, self._open @ self._asked.T, among[:, self._kept], towards)
        return [one for one, kept in zip(found, self._kept, strict=True) if kept]

    def _evidence(
        self, questions: Sequence[Question], asked: Vectors, own: Vectors, uncovered: Vectors, towards: Vectors
    ) -> list[Evidence]:
        rows = zip(questions, asked @ self._passages.T, own, uncovered, towards, strict=True)
        return [evidence(question, passages=p, own=o, uncovered=u, towards=t) for question, p, o, u, t in rows]

    def _towards(self, asked: Vectors, parts: NDArray[np.intp]) -> Vectors:
        """Return how far questions of a list point, by directions found without the part each belongs to."""
        towards = np.empty((len(asked), 2), dtype=np.float32)
        for part in range(_PARTS):
            towards[parts == part] = with_constant(asked[parts == part]) @ self._directions(without=part).T
        return towards

    def _directions(self, *, without: int) -> Vectors:
        ours = np.concatenate([self._passages, self._asked[self._own_part != without]])
        return np.stack(
            [
                direction(ours, self._strange[self._strange_part != without]),
                direction(ours, self._open[self._kept & (self._open_part != without)]),
            ]
        )

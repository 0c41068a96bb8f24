"""Setting the gate's thresholds for a corpus, on both scales."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.asked_before import AskedBefore
from bot.knowledge.corpus import Corpus
from bot.knowledge.directions import bearings, direction, spread_of, still_uncovered
from bot.knowledge.embedding import DIMENSIONS, Vectors
from bot.knowledge.gate import (
    Evidence,
    Gate,
    Thresholds,
    calibrate,
    lexical_score,
    off_topic_questions,
    uncovered_questions,
)
from bot.knowledge.looking import asked_view, look, towards_of
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import AskedView, View

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
        return [
            *(question.mended for question in (*self._own, *self._off_topic, *self._uncovered)),
            *self.corpus.units.heads,
        ]

    def sitting(
        self, passages: Vectors, vectors: Callable[[Sequence[str]], Vectors], *, before: AskedBefore
    ) -> Sitting:
        """Begin a search by vectors and words.

        Args:
            passages: A unit vector a passage.
            vectors: Gives the vectors of texts.
            before: What the articles were asked before.
        """
        return Sitting(self.corpus, passages, self._own, self._off_topic, self._uncovered, vectors, before)

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
        corpus: Corpus,
        passages: Vectors,
        own: Sequence[Question],
        off_topic: Sequence[Question],
        uncovered: Sequence[Question],
        vectors: Callable[[Sequence[str]], Vectors],
        before: AskedBefore,
    ) -> None:
        """Look the vectors up and find the directions."""

        # Without what is appended to what people ask: that ranked alike and made an index a seventh dearer.
        def of(questions: Sequence[Question]) -> Vectors:
            return vectors([question.mended for question in questions])

        self._corpus, self._passages, self._before = corpus, passages, before
        self._own, self._off_topic, self._uncovered = own, off_topic, uncovered
        self._asked, self._strange, self._open = of(own), of(off_topic), of(uncovered)
        heads = corpus.units.heads
        self._heads = vectors(heads) if heads else np.empty((0, DIMENSIONS), dtype=np.float32)
        # The lists go by themes, so a part is one; neighbours of an own question are its article's.
        self._own_part = np.arange(len(own)) % _PARTS
        self._strange_part = np.arange(len(off_topic)) * _PARTS // max(len(off_topic), 1)
        self._open_part = np.arange(len(uncovered)) * _PARTS // max(len(uncovered), 1)
        self._kept = still_uncovered(self._open, passages=passages, own=self._asked)
        self._owners = _owners(corpus.own_starts, len(own))
        self._ours = np.concatenate([self._asked, passages])
        self._whose = np.concatenate([self._owners, _owners(corpus.starts, len(passages))])
        self.questions = self._learnt()
        """What an artefact keeps."""

    def thresholds(self, gate: Gate) -> Thresholds:
        """Set the thresholds of a corpus the gate was not measured on."""
        own, off_topic = (
            [gate.judges.subject.score(one) for one in found]
            for found in (self.own_evidence(), self.off_topic_evidence())
        )
        return calibrate("hybrid", own=own, off_topic=off_topic)

    def own_evidence(self) -> list[Evidence]:
        """Return the evidence of the articles' own questions."""
        cosines = self._asked @ self._asked.T
        np.fill_diagonal(cosines, 0.0)
        towards = np.empty((len(self._asked), 2), dtype=np.float32)
        for part in range(_PARTS):
            here = self._own_part == part
            towards[here] = towards_of(self._asked[here], self._learnt(own=self._asked[~here]))
        bearings = self._bearings_left_out()
        found: list[Evidence] = []
        for row, question in enumerate(self._own):
            words = self._corpus.own_word_scores(question)
            words[row] = 0.0
            asked = AskedView(own=cosines[row], words=words, bearings=bearings[row])
            owner = int(self._owners[row])
            found.append(self._evidence(question, self._asked[row], asked, towards[row], owner=owner))
        return found

    def off_topic_evidence(self) -> list[Evidence]:
        """Return the evidence of what is none of our business."""
        learnt = [self._learnt(strange=self._strange[self._strange_part != part]) for part in range(_PARTS)]
        return self._list_evidence(self._off_topic, self._strange, self._strange_part, learnt)

    def uncovered_evidence(self) -> list[Evidence]:
        """Return the evidence of the examples of what is not covered."""
        learnt = [self._learnt(still_open=self._open[self._kept & (self._open_part != part)]) for part in range(_PARTS)]
        found = self._list_evidence(self._uncovered, self._open, self._open_part, learnt)
        return [one for one, kept in zip(found, self._kept, strict=True) if kept]

    def _list_evidence(
        self,
        questions: Sequence[Question],
        vectors: Vectors,
        parts: NDArray[np.intp],
        learnt: Sequence[QuestionVectors],
    ) -> list[Evidence]:
        """Return the evidence of a list's questions, each by what was learnt without the part it belongs to."""
        found: list[Evidence] = []
        for question, vector, part in zip(questions, vectors, parts, strict=True):
            asked = asked_view(self._corpus, question, vector, learnt[part])
            (towards,) = towards_of(vector[np.newaxis], learnt[part])
            found.append(self._evidence(question, vector, asked, towards))
        return found

    def _evidence(
        self, question: Question, vector: Vectors, asked: AskedView, towards: Vectors, *, owner: int | None = None
    ) -> Evidence:
        view = View(
            passages=self._passages @ vector,
            words=self._corpus.word_scores(question),
            asked=asked,
            before=self._before.near(vector, articles=len(self._corpus.slugs)),
        )
        return look(self._corpus, question, view, clauses=(), towards=towards, owner=owner).evidence

    def _learnt(
        self, *, own: Vectors | None = None, strange: Vectors | None = None, still_open: Vectors | None = None
    ) -> QuestionVectors:
        """Return what is learnt from the lists, each whole or what is left of it."""
        own = self._asked if own is None else own
        strange = self._strange if strange is None else strange
        still_open = self._open[self._kept] if still_open is None else still_open
        ours = np.concatenate([self._passages, own])
        return QuestionVectors(
            own=self._asked,
            heads=self._heads,
            directions=np.stack([direction(ours, strange), direction(ours, still_open)]),
            bearings=bearings(self._ours, self._whose, np.concatenate([strange, still_open])),
            before=self._before,
        )

    def _bearings_left_out(self) -> Vectors:
        """Return how far each own question points to each article by bearings found without it.

        In ridge regression the prediction without a row follows from the one with it and the row's leverage.
        """
        bend = spread_of(self._ours, self._strange, self._open[self._kept])
        leverage = np.einsum("ij,ji->i", self._asked, np.linalg.solve(bend, self._asked.T))
        found = self._asked @ self.questions.bearings.T
        found[np.arange(len(found)), self._owners] -= leverage
        left_out: Vectors = (found / (1 - leverage)[:, np.newaxis]).astype(np.float32)
        return left_out


def _owners(starts: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Return the article's place of each row."""
    return np.repeat(np.arange(starts.size), np.diff(starts, append=count))

"""One search: a question against the passages of one library, with vectors where there are any."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.errors import PassageIndexError
from bot.knowledge.article import Library, Passage
from bot.knowledge.clauses import clauses
from bot.knowledge.corpus import Corpus, question_texts, question_vector
from bot.knowledge.embedding import Embedder, Vectors
from bot.knowledge.gate import Evidence, Judges, Thresholds, lexical_score
from bot.knowledge.likely_answers import answer_alone, answers_next, features_alone, features_next
from bot.knowledge.looking import (
    Look,
    answer_among,
    answer_to,
    asked_view,
    look,
    nearest_answer,
    towards_of,
)
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import AskedView, Scores, View, fuse, rank, weigh_words
from bot.knowledge.retrieval import Held, Hit, Likely, Retrieval, SearchMode, Zone
from bot.knowledge.subjects import is_strange, names_anew
from bot.knowledge.talks_before import TalksBefore

_LOG = logging.getLogger(__name__)

_LONG_PART = 5
"""Words from which a part of a question may be met by an answer on its own."""
_MOST_OF_ONE = 4
"""Passages of one article in one answer: the next article may hold the other half of the question."""


class Cosines(Protocol):
    """The vectors of the passages, as a search needs them."""

    def cosines(self, vector: Vectors) -> Scores:
        """Return the cosine of every passage with a unit vector, NaN for those that count as the farthest."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Dense:
    """What a search by vectors needs."""

    embedder: Embedder
    store: Cosines
    questions: QuestionVectors
    talks: TalksBefore
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
        if self.dense:
            try:
                return self._hybrid(question, self.dense, limit)
            except PassageIndexError as error:
                _LOG.warning("%s; this search is by words only", error)
        return self._by_words(question, limit)

    def answer_among(self, text: str, slugs: Collection[str], *, asks: bool = True) -> Passage | None:
        """Return what some articles hold for just this question, None if they hold nothing or there are no vectors."""
        if self.dense is None or not any(map(str.isalnum, text)):
            return None
        try:
            _, view, parts = self._view(self.corpus.normalise(text), self.dense)
        except PassageIndexError as error:
            _LOG.warning("%s; no answer is looked for", error)
            return None
        return answer_among(self.corpus, slugs, view, clauses=parts, asks=asks)

    def answers_next(self, text: str, together: str, *, told: str | None) -> Sequence[Likely]:
        """Return the answers a message of a talk is most likely after, best first; none where there are no vectors.

        Args:
            text: The message.
            together: The same with what was asked and told before it, as `with_told` puts it.
            told: Id of the passage that was told before, if any.
        """
        if self.dense is None or not any(map(str.isalnum, text)):
            return ()
        texts = [one for part in (text, together) for one in question_texts(self.corpus.normalise(part))]
        embedded = self.dense.embedder.embed(texts)
        alone = question_vector(embedded[:2])
        found = features_next(
            self.corpus,
            self.dense.questions,
            alone,
            question_vector(embedded[2:]),
            before=self.dense.talks.near(alone),
            told=self.corpus.units.place_of(told),
        )
        return answers_next(self.corpus, found)

    def names_anew(self, text: str, *, alone: Retrieval, together: Retrieval) -> bool:
        """Whether a message names a subject of its own, which the article found together is not about."""
        question = self.corpus.normalise(text)
        return names_anew(self.library, question, alone=alone, together=together) or is_strange(
            self.corpus, question, together=together
        )

    def fit(self, text: str) -> tuple[Vectors, Scores]:
        """Return the vector of a question and how well each article fits it; only with vectors.

        Raises:
            PassageIndexError: If there are none.
        """
        if self.dense is None:
            raise PassageIndexError("there are no vectors to judge by")
        vector, _, seen, _, _ = self._look(self.corpus.normalise(text), self.dense)
        return vector, seen.articles

    def evidence(self, text: str) -> Evidence:
        """Return what speaks for and against answering a question, as if nobody had asked it before; only with vectors.

        Raises:
            PassageIndexError: If there are none.
        """
        if self.dense is None:
            raise PassageIndexError("there are no vectors to judge by")
        return self._look(self.corpus.normalise(text), self.dense, apart=True)[2].evidence

    def _by_words(self, question: Question, limit: int) -> Retrieval:
        words, own_words = self.corpus.word_scores(question), self.corpus.own_word_scores(question)
        score = lexical_score(question, float(words.max()))
        weighed = weigh_words(words, own_words, starts=self.corpus.starts, own_starts=self.corpus.own_starts)
        articles = np.where(self.corpus.closed, np.float32(0), weighed)
        return Retrieval(
            question=question.said,
            zone=self._zone(question, self.lexical_thresholds, subject=score, covered=score),
            score=score,
            hits=self._hits(None, words, articles, limit),
            mode="lexical",
            topics=question.topics,
        )

    def _hybrid(self, question: Question, dense: Dense, limit: int) -> Retrieval:
        vector, view, seen, answer, held = self._look(question, dense)
        score = dense.judges.covered.score(seen.evidence)
        alone = features_alone(self.corpus, dense.questions, vector, seen.articles, before=dense.talks.near(vector))
        return Retrieval(
            question=question.said,
            zone=self._zone(
                question, dense.thresholds, subject=dense.judges.subject.score(seen.evidence), covered=score
            ),
            score=score,
            hits=self._hits(view.passages, view.words, seen.articles, limit),
            mode="hybrid",
            topics=question.topics,
            answer=answer,
            likeliest=answer_alone(self.corpus, alone),
            nearest=held.passage if held else None,
            nearness=held.nearness if held else 0.0,
        )

    def _zone(self, question: Question, thresholds: Thresholds, *, subject: float, covered: float) -> Zone:
        """Return the zone; a question that an article names as its own is answered, however odd its words are."""
        if self.corpus.says_it_answers(question.said):
            return "answer"
        return thresholds.zone(subject=subject, covered=covered)

    def _look(
        self, question: Question, dense: Dense, *, apart: bool = False
    ) -> tuple[Vectors, View, Look, Passage | None, Held | None]:
        vector, view, parts = self._view(question, dense, apart=apart)
        (towards,) = towards_of(vector[np.newaxis], dense.questions)
        seen = look(self.corpus, question, view, clauses=parts, towards=towards, closed=self.corpus.closed)
        texts = clauses(question.said)
        long = [one for one, part in zip(parts, texts, strict=True) if len(part.split()) >= _LONG_PART]
        answer = answer_to(self.corpus, seen.articles, view, clauses=parts)
        return vector, view, seen, answer, nearest_answer(self.corpus, seen.articles, [view.asked, *long])

    def _view(
        self, question: Question, dense: Dense, *, apart: bool = False
    ) -> tuple[Vectors, View, Sequence[AskedView]]:
        """Return the vector of a question, how near it is to everything, and how near its parts are."""
        parts = [self.corpus.normalise(part) for part in clauses(question.said)]
        # All at once: they are computed end to end.
        embedded = dense.embedder.embed([*question_texts(question), *(part.text for part in parts)])
        vector = question_vector(embedded[:2])
        asked = [
            asked_view(self.corpus, one, of, dense.questions)
            for one, of in zip([question, *parts], [vector, *embedded[2:]], strict=True)
        ]
        view = View(
            passages=dense.store.cosines(vector),
            words=self.corpus.word_scores(question),
            asked=asked[0],
            before=dense.questions.before.near(
                vector, articles=len(self.corpus.slugs), apart=question.mended if apart else None
            ),
        )
        return vector, view, asked[1:]

    def _hits(self, cosines: Scores | None, words: Scores, articles: Scores, limit: int) -> tuple[Hit, ...]:
        """Return the best passages that have anything in common with the question."""
        order, scores = rank(fuse(cosines, words), articles, starts=self.corpus.starts)
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

"""Looking at one question from all sides: which article is nearest, and what speaks for answering from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.knowledge.article import Passage
from bot.knowledge.corpus import NO_ANSWER, Corpus
from bot.knowledge.directions import with_constant
from bot.knowledge.embedding import Vectors
from bot.knowledge.gate import Evidence, evidence
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import AskedView, Scores, View, weigh

_SHARES: Final = (0.2, 0.38, 0.42)
"""Weights of an answer's nearest voice, of the mean of its voices, and of its question with its first sentence. Fitted
to 1,200 voices, each left out in turn: the right one of an article's answers for 63 in 100, by the nearest alone 55."""
_MARGIN_SHARE: Final = 1.5
"""How much the lead over the next answer counts beside the score."""
_WHOLE_SHARE: Final = 0.9
"""How much the nearest question that the whole article answers counts against it."""
_JUST_THIS: Final = 0.08
"""Sum from which the answer is told: by the same voices three in four of those told are right, most others near."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """What an article holds for just one question."""

    passage: Passage
    nearness: float
    """How near the question is to the nearest voice that asks for it. [cosine]"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What was seen of a question."""

    articles: Scores
    """One score an article."""
    evidence: Evidence


def asked_view(corpus: Corpus, question: Question, vector: Vectors, questions: QuestionVectors) -> AskedView:
    """Return how near a question, or a part of one, is to what the articles are asked."""
    return AskedView(
        own=questions.own @ vector,
        words=corpus.own_word_scores(question),
        bearings=questions.bearings @ vector,
    )


def look(
    corpus: Corpus,
    question: Question,
    view: View,
    *,
    clauses: Sequence[AskedView],
    towards: Vectors,
    owner: int | None = None,
) -> Look:
    """Weigh the articles for a question and gather what speaks for and against answering it.

    Args:
        corpus: The articles.
        question: The question.
        view: How near it is to everything.
        clauses: How near its parts are.
        towards: How far it points to our subject, and to what is covered.
        owner: Place of the article whose own question it is, to be judged as if the article did not hold it.
    """
    articles = weigh(view, clauses=clauses, starts=corpus.starts, own_starts=corpus.own_starts)

    def unmentioned(article: int) -> float:
        own = question.said if article == owner else ""
        return corpus.coverage.unmentioned(question.subjects, article, own=own)

    return Look(
        articles=articles, evidence=evidence(question, view, articles, towards=towards, unmentioned=unmentioned)
    )


def answer_to(corpus: Corpus, articles: Scores, view: View, *, clauses: Sequence[AskedView]) -> Held | None:
    """Return what the first article holds for just this question, None if it holds nothing.

    Args:
        corpus: The articles.
        articles: One score an article.
        view: How near the question is to everything.
        clauses: How near its parts are.
    """
    first = int(np.argmax(articles))
    begin = int(corpus.own_starts[first])
    end = int(corpus.own_starts[first + 1]) if first + 1 < corpus.own_starts.size else len(corpus.own_questions)
    near = np.max([asked.own[begin:end] for asked in (view.asked, *clauses)], axis=0)
    whose = corpus.answer_rows[begin:end]
    passages = np.nan_to_num(view.passages, nan=float(np.nanmin(view.passages)))
    scores = {
        int(row): float(np.dot(_SHARES, (near[whose == row].max(), near[whose == row].mean(), passages[row])))
        for row in np.unique(whose[whose != NO_ANSWER])
    }
    if not scores:
        return None
    best = max(scores, key=lambda row: scores[row])
    lead = scores[best] - max((score for row, score in scores.items() if row != best), default=0.0)
    whole = float(near[whose == NO_ANSWER].max())
    told = scores[best] + _MARGIN_SHARE * lead - _WHOLE_SHARE * whole >= _JUST_THIS
    return Held(passage=corpus.passages[best], nearness=float(near[whose == best].max())) if told else None


def towards_of(vectors: Vectors, questions: QuestionVectors) -> Vectors:
    """Return how far questions point to our subject, and to what is covered. [questions x 2]"""
    found: Vectors = with_constant(vectors) @ questions.directions.T
    return found

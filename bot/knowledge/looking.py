"""Looking at one question from all sides: which article is nearest, and what speaks for answering from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.knowledge.article import Passage
from bot.knowledge.corpus import Corpus
from bot.knowledge.directions import with_constant
from bot.knowledge.embedding import Vectors
from bot.knowledge.gate import Evidence, evidence
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import AskedView, Scores, View, weigh

_SAME_QUESTION: Final = 0.6
"""Cosine from which a question is taken for one that an answer was written for."""


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


def answer_to(corpus: Corpus, articles: Scores, asked: Sequence[AskedView]) -> Passage | None:
    """Return the passage of the first article that was written for just this question, None if there is none.

    Args:
        corpus: The articles.
        articles: One score an article.
        asked: How near the question and its parts are.
    """
    first = int(np.argmax(articles))
    begin = int(corpus.own_starts[first])
    end = int(corpus.own_starts[first + 1]) if first + 1 < corpus.own_starts.size else len(corpus.own_questions)
    near = np.max([view.own[begin:end] for view in asked], axis=0)
    nearest = int(np.argmax(near))
    return corpus.answers[begin + nearest] if near[nearest] >= _SAME_QUESTION else None


def towards_of(vectors: Vectors, questions: QuestionVectors) -> Vectors:
    """Return how far questions point to our subject, and to what is covered. [questions x 2]"""
    found: Vectors = with_constant(vectors) @ questions.directions.T
    return found

"""Looking at one question from all sides: which article is nearest, and what speaks for answering from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.article import Passage
from bot.knowledge.corpus import NO_ANSWER, Corpus
from bot.knowledge.directions import with_constant
from bot.knowledge.embedding import Vectors
from bot.knowledge.gate import Evidence, evidence
from bot.knowledge.normaliser import Question
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import AskedView, Rows, Scores, View, weigh
from bot.knowledge.retrieval import Held

_SHARES: Final = (0.2, 0.38, 0.42)
"""Weights of an answer's nearest voice, of the mean of its voices, and of its heading. Fitted to 1,200 voices, each
left out in turn, when the first sentence stood beside the heading: the right one of an article's answers for 63 in
100, by the nearest voice alone 55."""
_MARGIN_SHARE: Final = 1.5
"""How much the lead over the next answer counts beside the score."""
_WHOLE_SHARE: Final = 0.9
"""How much the nearest question that the whole article answers counts against it."""
_JUST_THIS: Final = 0.08
"""Sum from which the answer is told: by the same voices three in four of those told are right, most others near."""
_AMONG_MANY: Final = 0.62
"""Sum of score and lead from which an answer for some people is told. Of 80 told in talks with a blind tester,
those below it were right one time in five, those from it on more than one in two."""
_AMONG_MANY_TOLD: Final = 0.78
"""The same for a message that asks nothing: of thirty answers told to one below it, five were right."""
_ELSEWHERE_NEARER: Final = 0.2
"""So much nearer a voice of the articles for everybody may be, and theirs is still told."""
_FIRST_FEW: Final = 3
"""Articles among which the nearest voice of an answer is looked for."""
_AS_NEAR: Final = 0.03
"""How much nearer a voice of another article may be."""
_NO_ROWS: Final = np.empty(0, dtype=np.intp)


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
    closed: NDArray[np.bool_] | None = None,
) -> Look:
    """Weigh the articles for a question and gather what speaks for and against answering it.

    Args:
        corpus: The articles.
        question: The question.
        view: How near it is to everything.
        clauses: How near its parts are.
        towards: How far it points to our subject, and to what is covered.
        owner: Place of the article whose own question it is, to be judged as if the article did not hold it.
        closed: Which articles count as the farthest.
    """
    articles = weigh(view, clauses=clauses, starts=corpus.starts, own_starts=corpus.own_starts)
    if closed is not None:
        articles = np.where(closed, np.float32(0), articles)

    def unmentioned(article: int) -> float:
        own = question.said if article == owner else ""
        return corpus.coverage.unmentioned(question.subjects, article, own=own)

    return Look(
        articles=articles, evidence=evidence(question, view, articles, towards=towards, unmentioned=unmentioned)
    )


def answer_to(corpus: Corpus, articles: Scores, view: View, *, clauses: Sequence[AskedView]) -> Passage | None:
    """Return the passage of the first article that was written for just this question, None if there is none.

    Args:
        corpus: The articles.
        articles: One score an article.
        view: How near the question is to everything.
        clauses: How near its parts are.
    """
    near = _near(view, clauses)
    places = [int(np.argmax(articles))]
    best = _best_answer(corpus, places, near, view)
    if best is None:
        return None
    rows = _own_rows(corpus, places)
    whole = float(near[rows[corpus.answer_rows[rows] == NO_ANSWER]].max())
    told = best.score + _MARGIN_SHARE * best.lead - _WHOLE_SHARE * whole >= _JUST_THIS
    return corpus.passages[best.row] if told else None


def nearest_answer(corpus: Corpus, articles: Scores, asked: Sequence[AskedView]) -> Held | None:
    """Return the answer with the voice nearest to a question or one of its parts, None if a general voice is nearer.

    Args:
        corpus: The articles.
        articles: One score an article; only the first few are looked through, since one voice alone can be near by
            chance ("does running work the glutes", "... eat your glutes").
        asked: How near the question and its longer parts are to what the articles are asked.
    """
    first = np.argsort(-articles, kind="stable")[:_FIRST_FEW].tolist()
    rows = _own_rows(corpus, [place for place in first if not corpus.closed[place]])
    if not rows.size:
        return None
    everywhere = np.max([one.own for one in asked], axis=0)
    best = int(rows[np.argmax(everywhere[rows])])
    answer = int(corpus.answer_rows[best])
    if answer == NO_ANSWER or everywhere[best] < everywhere.max() - _AS_NEAR:
        return None
    return Held(passage=corpus.passages[answer], nearness=float(everywhere[best]))


def answer_among(
    corpus: Corpus, slugs: Collection[str], view: View, *, clauses: Sequence[AskedView], asks: bool
) -> Passage | None:
    """Return the passage of some articles that was written for just this question, None if there is none.

    Args:
        corpus: The articles.
        slugs: Which of them are looked through, all alike.
        view: How near the question is to everything.
        clauses: How near its parts are.
        asks: Whether the message is a question; one that tells something must be nearer.
    """
    near = _near(view, clauses)
    places = [place for place, slug in enumerate(corpus.slugs) if slug in slugs]
    best = _best_answer(corpus, places, near, view)
    if best is None or best.score + _MARGIN_SHARE * best.lead < (_AMONG_MANY if asks else _AMONG_MANY_TOLD):
        return None
    others = [place for place, slug in enumerate(corpus.slugs) if slug not in slugs and not corpus.closed[place]]
    elsewhere = float(near[_own_rows(corpus, others)].max(initial=0.0))
    return corpus.passages[best.row] if best.nearest >= elsewhere - _ELSEWHERE_NEARER else None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Best:
    """The nearest answer of some articles: its row, its score, its lead over the next, and its nearest voice."""

    row: int
    score: float
    lead: float
    nearest: float


def _best_answer(corpus: Corpus, places: Sequence[int], near: Scores, view: View) -> _Best | None:
    """Return the nearest of the answers of the articles at some places, None if they hold none."""
    rows = _own_rows(corpus, places)
    whose = corpus.answer_rows[rows]
    passages = np.nan_to_num(view.passages, nan=float(np.nanmin(view.passages)))
    scores: dict[int, float] = {}
    nearest: dict[int, float] = {}
    for row in map(int, np.unique(whose[whose != NO_ANSWER])):
        voices = near[rows[whose == row]]
        nearest[row] = float(voices.max())
        scores[row] = float(np.dot(_SHARES, (nearest[row], voices.mean(), passages[row])))
    if not scores:
        return None
    best = max(scores, key=lambda row: scores[row])
    lead = scores[best] - max((score for row, score in scores.items() if row != best), default=0.0)
    return _Best(row=best, score=scores[best], lead=lead, nearest=nearest[best])


def _near(view: View, clauses: Sequence[AskedView]) -> Scores:
    """Return how near each own question of the articles is to a question or a part of it."""
    near: Scores = np.max([asked.own for asked in (view.asked, *clauses)], axis=0)
    return near


def _own_rows(corpus: Corpus, places: Sequence[int]) -> Rows:
    """Return the rows of the own questions of the articles at some places."""
    ends = [*corpus.own_starts[1:], len(corpus.own_questions)]
    return np.concatenate([_NO_ROWS, *(np.arange(corpus.own_starts[one], ends[one]) for one in places)])


def towards_of(vectors: Vectors, questions: QuestionVectors) -> Vectors:
    """Return how far questions point to our subject, and to what is covered. [questions x 2]"""
    found: Vectors = with_constant(vectors) @ questions.directions.T
    return found

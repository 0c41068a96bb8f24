"""Which answer a message is after: alone, or in a talk, with what was said before it and beside what was just told.

A linear rule over how near each answer is in these ways gives its likelihood, in a talk also that of none. It is learnt
from what people wrote to bring an answer about, and to follow on it, each with the answers that would do
(`docs/tuning/weigh_talk.py`). Of those answers the rule puts 73 in 100 first for a message alone (by authors left out;
what it replaced 63), and 46 in 100 for one that follows on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from bot.knowledge.corpus import Corpus
from bot.knowledge.embedding import Vectors
from bot.knowledge.question_store import QuestionVectors
from bot.knowledge.ranking import Scores
from bot.knowledge.retrieval import Likely

ALONE: Final[Mapping[str, float]] = {
    "alone_nearest": 16.22,
    "alone_mean": 3.40,
    "alone_head": 14.23,
    "article": 0.17,
}
"""What each way counts for a message by itself."""
NEXT: Final[Mapping[str, float]] = {
    "alone_nearest": 11.93,
    "alone_mean": 2.14,
    "alone_head": 6.35,
    "together_nearest": 3.93,
    "together_head": 1.29,
    "together_article": 5.73,
    "alone_article": -0.69,
    "same_article": 1.91,
    "near_told": 2.58,
    "just_told": -5.85,
    "verdict": -0.69,
}
"""What each way counts for a message of a talk."""
NONE: Final = 19.09
"""What stands for no answer at all."""
_FEW: Final = 3


def answer_alone(corpus: Corpus, found: Mapping[str, Scores]) -> Likely | None:
    """Return the answer, or the verdict, that a message by itself is most likely after; None without any.

    Args:
        corpus: The articles.
        found: What `features_alone` found.
    """
    if not corpus.units.rows.size:
        return None
    return _likeliest(corpus, _likelihoods(corpus, found, ALONE, none=-np.inf), few=1)[0]


def answers_next(corpus: Corpus, found: Mapping[str, Scores]) -> list[Likely]:
    """Return the answers a message of a talk is most likely after, best first, each with its likelihood.

    Args:
        corpus: The articles.
        found: What `features_next` found.
    """
    return _likeliest(corpus, _likelihoods(corpus, found, NEXT, none=NONE), few=_FEW)


def _likelihoods(corpus: Corpus, found: Mapping[str, Scores], weights: Mapping[str, float], *, none: float) -> Scores:
    """Return how likely each unit is, beside all others and no answer at all, which `none` stands for."""
    scores = np.array([weights[name] for name in found]) @ np.stack([*found.values()])
    scores[corpus.closed[corpus.units.articles]] = -np.inf
    top = scores.max(initial=none)
    shares = np.exp(scores - top)
    likely: Scores = shares / (shares.sum() + np.exp(none - top))
    return likely


def _likeliest(corpus: Corpus, likely: Scores, *, few: int) -> list[Likely]:
    best = np.argsort(-likely, kind="stable")[:few]
    return [
        Likely(passage=corpus.passages[int(corpus.units.rows[place])], likelihood=float(likely[place]))
        for place in best.tolist()
    ]


def features_alone(
    corpus: Corpus, questions: QuestionVectors, message: Vectors, articles: Scores, *, before: Scores
) -> Mapping[str, Scores]:
    """Return what the rule goes by for a message by itself: for each way one value a unit.

    Args:
        corpus: The articles.
        questions: What they are asked.
        message: Its vector.
        articles: How well each article fits it.
        before: How near it is to what was written for each unit before.
    """
    return {**_alone(corpus, questions, message, before), "article": articles[corpus.units.articles]}


def features_next(
    corpus: Corpus,
    questions: QuestionVectors,
    alone: Vectors,
    together: Vectors,
    *,
    before: Scores,
    told: int | None,
) -> Mapping[str, Scores]:
    """Return what the rule goes by for a message of a talk: for each way one value a unit.

    Args:
        corpus: The articles.
        questions: What they are asked.
        alone: Vector of the message.
        together: Vector of the message with what was asked and told before it.
        before: How near the message is to what was written for each unit before.
        told: Place among the corpus's units of what was told, if any.
    """
    units = corpus.units
    here = _alone(corpus, questions, alone, before)
    both_best = np.maximum.reduceat((questions.own @ together)[units.voices], units.voice_starts)
    firsts = np.flatnonzero(np.diff(units.articles, prepend=-1))
    spread = np.repeat(np.arange(firsts.size), np.diff(firsts, append=units.articles.size))
    nothing = np.zeros(units.rows.size, dtype=np.float32)
    just_told = nothing.copy()
    if told is not None:
        just_told[told] = 1.0
    return {
        **here,
        "together_nearest": both_best,
        "together_head": questions.heads @ together,
        "together_article": np.maximum.reduceat(both_best, firsts)[spread],
        "alone_article": np.maximum.reduceat(here["alone_nearest"], firsts)[spread],
        "same_article": nothing if told is None else (units.articles == units.articles[told]).astype(np.float32),
        "near_told": nothing if told is None else questions.heads @ questions.heads[told],
        "just_told": just_told,
        "verdict": np.array([not corpus.passages[row].asked for row in units.rows.tolist()], dtype=np.float32),
    }


def _alone(corpus: Corpus, questions: QuestionVectors, message: Vectors, before: Scores) -> dict[str, Scores]:
    units = corpus.units
    sizes = np.diff(units.voice_starts, append=units.voices.size)
    voices = (questions.own @ message)[units.voices]
    return {
        "alone_nearest": np.maximum(np.maximum.reduceat(voices, units.voice_starts), before),
        "alone_mean": (np.add.reduceat(voices, units.voice_starts) / sizes).astype(np.float32),
        "alone_head": questions.heads @ message,
    }

"""Putting passages in order: their own two kinds of score become one, and articles are weighed as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Rows = NDArray[np.intp]

_DENSE_SHARE = 0.7
"""Weight of the vectors in a passage's score. Against .6 it ranked better by .008 nDCG@10 [.001, .015], on 554
questions that 75 articles say they answer; .8 scored a little higher still, within chance."""
_SECOND_SHARE = 0.5
"""Weight of an article's second-best passage: .009 nDCG@10 [.000, .019] on the same."""
_NEXT = 3
"""How many of an article's own questions behind the nearest one count, together as much as it: a single odd voice is
not to decide. Leaving each of 1,677 own questions out in turn, it put the right article first for 1 in 100 more."""
_OWN_DENSE_SHARE, _OWN_WORDS_SHARE = 0.5, 0.15
"""Weights of an article's own questions, by vectors and by words; the passages have the rest. With the tuned vectors
.009 nDCG@10 on the calibration half and .02 on 400 voices kept apart, against .4 and .1 with a direction fitted to each
article, which tuning has made needless."""
_OWN_WORDS_ALONE = 0.5
"""The same without vectors."""
_BEFORE_SHARE = 0.4
"""Weight of what was asked before: .024 nDCG@10 on 862 questions of the calibration half, each judged as if it were not
among them; .3 to .5 are alike."""
_CLAUSES_SHARE = 0.4
"""Weight of a message's clauses, by the articles' own questions: .006 nDCG@10 on the calibration half,
.04 on questions that need two articles; .3 to .5 are alike, and the clauses' passages added nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """How near a question is to everything in a library, by vectors and by words."""

    passages: Scores
    """Cosine of every passage, NaN for those that count as the farthest."""
    words: Scores
    """BM25 score of every passage."""
    asked: AskedView
    before: Scores
    """How near it is to questions that each article answered before, NaN for an article that nobody asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedView:
    """How near a question, or a part of it, is to what the articles are asked."""

    own: Scores
    """Cosine of every own question of the articles."""
    words: Scores
    """BM25 score of every own question."""
    bearings: Scores
    """How far it points to each article."""


def weigh(view: View, *, clauses: Sequence[AskedView], starts: Rows, own_starts: Rows) -> Scores:
    """Return one score an article.

    Args:
        view: How near the whole question is.
        clauses: How near its parts are.
        starts: Place of each article's first passage, ascending.
        own_starts: Place of each article's first own question, ascending.
    """
    asked, share = by_own_questions(view.asked.own, view.asked.words, starts=own_starts)
    passages = by_passages(fuse(view.passages, view.words), starts=starts)
    whole = (1 - share) * passages + share * asked
    if not clauses:
        return lean(whole, view.before)
    parts = [by_own_questions(part.own, part.words, starts=own_starts)[0] for part in clauses]
    mixed: Scores = ((1 - _CLAUSES_SHARE) * whole + _CLAUSES_SHARE * np.mean(parts, axis=0)).astype(np.float32)
    return lean(mixed, view.before)


def lean(articles: Scores, before: Scores) -> Scores:
    """Return the scores of articles, leaning towards those that answered a question like this one.

    Args:
        articles: One score an article.
        before: How near what each answered is, NaN for those that nobody asked: their score stays.
    """
    known = ~np.isnan(before)
    if not known.any():
        return articles
    leaning = articles.copy()
    leaning[known] = (1 - _BEFORE_SHARE) * articles[known] + _BEFORE_SHARE * _spread(before[known])
    return leaning


def weigh_words(words: Scores, own_words: Scores, *, starts: Rows, own_starts: Rows) -> Scores:
    """Return one score an article from BM25 scores alone; `weigh` says the rest."""
    asked, share = by_own_questions(None, own_words, starts=own_starts)
    weighed: Scores = (1 - share) * by_passages(fuse(None, words), starts=starts) + share * asked
    return weighed


def fuse(cosines: Scores | None, words: Scores) -> Scores:
    """Return one score a passage, 0 to 1 within this question.

    Args:
        cosines: Cosine of every passage, NaN for those that count as the farthest; None without vectors.
        words: BM25 score of every passage.
    """
    if cosines is None:
        return _spread(words)
    near = np.where(np.isnan(cosines), np.nanmin(cosines), cosines)
    fused: Scores = _DENSE_SHARE * _spread(near) + (1 - _DENSE_SHARE) * _spread(words)
    return fused


def by_passages(fused: Scores, *, starts: Rows) -> Scores:
    """Return what the passages say for each article: the mean of its two best.

    One paragraph can be near by chance. An article of a single passage counts by it.

    Args:
        fused: One score a passage, the passages of an article side by side.
        starts: Place of each article's first passage, ascending.
    """
    return best_and_next(fused, starts=starts, following=1, share=_SECOND_SHARE)


def by_own_questions(cosines: Scores | None, words: Scores, *, starts: Rows) -> tuple[Scores, float]:
    """Return what the articles' own questions say for each article, 0 to 1 within this question, and its weight.

    Args:
        cosines: Cosine of every own question, None without vectors.
        words: BM25 score of every own question.
        starts: Place of each article's first own question, ascending.
    """
    said = _spread(np.maximum.reduceat(words, starts))
    if cosines is None:
        return said, _OWN_WORDS_ALONE
    near = _spread(best_and_next(cosines, starts=starts, following=_NEXT, share=0.5))
    share = _OWN_DENSE_SHARE + _OWN_WORDS_SHARE
    both: Scores = ((_OWN_DENSE_SHARE * near + _OWN_WORDS_SHARE * said) / share).astype(np.float32)
    return both, share


def rank(fused: Scores, articles: Scores, *, starts: Rows) -> tuple[Rows, Scores]:
    """Return the rows of the passages, best first, and the scores that say so.

    The best passage of an article scores as its article does, its others in proportion.

    Args:
        fused: One score a passage, the passages of an article side by side.
        articles: One score an article.
        starts: Place of each article's first passage, ascending.
    """
    owners = np.repeat(np.arange(starts.size), np.diff(starts, append=fused.size))
    best = np.maximum.reduceat(fused, starts)[owners]
    shares = np.divide(fused, best, out=np.ones_like(fused), where=best > 0)
    scores: Scores = (articles[owners] * shares).astype(np.float32)
    places = np.argsort(np.argsort(-articles, kind="stable"))
    # Equal scores: the article that counts more comes first.
    return np.lexsort((places[owners], -scores)), scores


def best_and_next(scores: Scores, *, starts: Rows, following: int, share: float) -> Scores:
    """Return, for each stretch of scores, its best mixed with the mean of those that follow; alone it is not mixed."""
    sizes = np.diff(starts, append=scores.size)
    # Each stretch is moved beyond the one before it, so one plain sort does: a twentieth of lexsort's time.
    apart = np.repeat(np.arange(starts.size) * (float(scores.max() - scores.min()) + 1.0), sizes)
    descending = (apart - np.sort(apart - scores)).astype(np.float32)
    places = np.arange(scores.size) - np.repeat(starts, sizes)
    best = descending[starts]
    sums = np.add.reduceat(np.where((places > 0) & (places <= following), descending, 0), starts)
    counts = np.minimum(sizes - 1, following)
    mixed: Scores = np.where(counts > 0, (1 - share) * best + share * sums / np.maximum(counts, 1), best)
    return mixed


def _spread(scores: Scores) -> Scores:
    """Stretch scores so that the lowest is 0 and the highest 1; scores that are all alike become 1, or stay 0."""
    lowest, highest = scores.min(), scores.max()
    if highest <= lowest:
        return np.full_like(scores, float(highest > 0))
    stretched: Scores = (scores - lowest) / (highest - lowest)
    return stretched

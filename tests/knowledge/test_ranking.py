"""Fusing two kinds of score, and the order of articles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ranking import fuse, rank


def floats(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


def test_both_scores_are_stretched_before_they_are_weighed() -> None:
    # Cosines .2 .4 .6 stretch to 0 .5 1, word scores 8 0 2 to 1 0 .25; seven tenths and three tenths.
    assert fuse(floats(0.2, 0.4, 0.6), floats(8, 0, 2)) == pytest.approx([0.3, 0.35, 0.775])


def test_words_alone_make_the_score_where_there_are_no_vectors() -> None:
    assert fuse(None, floats(8, 0, 2)) == pytest.approx([1.0, 0.0, 0.25])


def test_a_passage_beyond_the_nearest_counts_as_the_farthest() -> None:
    assert fuse(floats(0.8, np.nan, 0.4), floats(0, 0, 0)) == pytest.approx([0.7, 0.0, 0.0])


def test_scores_that_are_all_alike_count_fully_if_there_is_anything_at_all() -> None:
    assert fuse(floats(0.5, 0.5), floats(0, 0)) == pytest.approx([0.7, 0.7])


def test_an_article_with_two_near_passages_comes_before_one_with_a_single_near_one() -> None:
    # Articles: rows 0-1, rows 2-3. Means of the two best: .5 and .85.
    order, scores = rank(floats(1.0, 0.0, 0.9, 0.8), starts=np.array([0, 2]))
    assert order.tolist() == [2, 0, 3, 1]
    assert scores == pytest.approx([0.9, 0.0, 0.9, 0.8])


def test_an_article_of_one_passage_counts_by_it() -> None:
    order, _ = rank(floats(0.6, 0.5, 0.7), starts=np.array([0, 2]))
    assert order.tolist() == [2, 0, 1]


@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=5), min_size=1, max_size=6))
def test_scores_descend_and_articles_keep_their_order_and_every_passage_its_place(articles: list[list[float]]) -> None:
    starts = np.cumsum([0, *[len(article) for article in articles[:-1]]])
    fused = floats(*[score for article in articles for score in article])
    order, scores = rank(fused, starts=starts)
    assert sorted(order.tolist()) == list(range(fused.size))
    assert (np.diff(scores[order]) <= 0).all()
    assert (scores <= fused).all()

    def weight(article: list[float]) -> float:
        best, second = (sorted(article, reverse=True) * 2)[:2] if len(article) == 1 else sorted(article)[:-3:-1]
        return best + second

    owners = np.repeat(np.arange(len(articles)), [len(article) for article in articles])
    met = list(dict.fromkeys(owners[order].tolist()))
    weights = [weight(articles[owner]) for owner in met]
    assert weights == pytest.approx(sorted(weights, reverse=True), abs=1e-6)

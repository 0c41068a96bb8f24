"""Fusing two kinds of score, and the order of articles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.ranking import AskedView, View, by_own_questions, by_passages, fuse, lean, rank, weigh, weigh_words


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


def test_an_article_counts_by_its_two_best_passages() -> None:
    # Rows 0-1, rows 2-3 and row 4: (1 + 0) / 2, (.9 + .8) / 2, and a single one by itself.
    found = by_passages(floats(1.0, 0.0, 0.9, 0.8, 0.6), starts=np.array([0, 2, 4]))
    assert found == pytest.approx([0.5, 0.85, 0.6])


def test_an_own_question_counts_half_and_the_next_three_together_the_other_half() -> None:
    # .9 / 2 + (.6 + .6 + .3) / 6 = .7 against .8 alone and .2 alone: stretched .8333, 1 and 0.
    cosines = floats(0.6, 0.9, 0.3, 0.6, 0.1, 0.8, 0.2)
    found, share = by_own_questions(cosines, floats(0, 0, 0, 0, 0, 0, 0), starts=np.array([0, 5, 6]))
    # The words say nothing: of the .65 that own questions count, the vectors hold .5.
    assert share == pytest.approx(0.65)
    assert found == pytest.approx([0.5 / 0.65 * 0.8333, 0.5 / 0.65, 0.0], abs=1e-3)


def test_without_vectors_the_best_word_score_of_an_own_question_counts() -> None:
    found, share = by_own_questions(None, floats(1, 4, 2, 0), starts=np.array([0, 2, 3]))
    assert share == pytest.approx(0.5)
    assert found == pytest.approx([1.0, 0.5, 0.0])


STARTS = np.array([0, 1])
NOBODY = floats(np.nan, np.nan)


def asked(own: np.ndarray, bearings: np.ndarray) -> AskedView:
    return AskedView(own=own, words=floats(0, 0), bearings=bearings)


def test_an_article_counts_by_its_passages_and_its_own_questions() -> None:
    # Passages say 1 and 0 (of which the vectors hold .7), own questions by vectors 0 and 1, by words nothing.
    view = View(
        passages=floats(0.9, 0.1), words=floats(0, 0), asked=asked(floats(0.2, 0.6), floats(0.1, 0.3)), before=NOBODY
    )
    found = weigh(view, clauses=(), starts=STARTS, own_starts=STARTS)
    assert found == pytest.approx([0.35 * 0.7, 0.5])


def test_clauses_lift_the_article_that_one_of_them_asks_for() -> None:
    view = View(
        passages=floats(0.9, 0.1), words=floats(0, 0), asked=asked(floats(0.6, 0.2), floats(0.3, 0.1)), before=NOBODY
    )
    whole = weigh(view, clauses=(), starts=STARTS, own_starts=STARTS)
    parts = [asked(floats(0.6, 0.2), floats(0.3, 0.1)), asked(floats(0.2, 0.6), floats(0.1, 0.3))]
    found = weigh(view, clauses=parts, starts=STARTS, own_starts=STARTS)
    # Each clause gives one article .5 / .65 and the other 0, so both get half of that from the two.
    assert found == pytest.approx(0.6 * whole + 0.4 * 0.25 / 0.65)


def test_articles_that_answered_such_a_question_before_gain_and_those_that_nobody_asked_stay() -> None:
    # Of those asked the nearest counts 1 and the farthest 0, two fifths of the score.
    assert lean(floats(0.6, 0.5, 0.4), floats(0.3, np.nan, 0.9)) == pytest.approx([0.6 * 0.6, 0.5, 0.6 * 0.4 + 0.4])


def test_where_nobody_asked_before_nothing_changes() -> None:
    assert lean(floats(0.6, 0.5), floats(np.nan, np.nan)) == pytest.approx([0.6, 0.5])


def test_by_words_alone_passages_and_own_questions_count_alike() -> None:
    assert weigh_words(floats(4, 0), floats(1, 3), starts=STARTS, own_starts=STARTS) == pytest.approx([0.5, 0.5])


def test_a_passage_scores_as_its_article_and_in_proportion_to_its_best() -> None:
    order, scores = rank(floats(1.0, 0.5, 0.8, 0.6), floats(0.4, 0.9), starts=np.array([0, 2]))
    assert scores == pytest.approx([0.4, 0.2, 0.9, 0.675])
    assert order.tolist() == [2, 3, 0, 1]


def test_an_article_found_only_by_its_own_questions_shows_its_passages() -> None:
    order, scores = rank(floats(0.0, 0.0, 0.5), floats(0.7, 0.2), starts=np.array([0, 2]))
    assert scores == pytest.approx([0.7, 0.7, 0.2])
    assert order.tolist() == [0, 1, 2]


@given(
    st.lists(
        st.tuples(st.floats(0, 1, width=32), st.lists(st.floats(0, 1, width=32), min_size=1, max_size=5)),
        min_size=1,
        max_size=6,
    )
)
def test_scores_descend_and_articles_come_by_their_weight(articles: list[tuple[float, list[float]]]) -> None:
    starts = np.cumsum([0, *[len(passages) for _, passages in articles[:-1]]])
    weights = floats(*[weight for weight, _ in articles])
    order, scores = rank(floats(*[score for _, passages in articles for score in passages]), weights, starts=starts)
    assert sorted(order.tolist()) == list(range(scores.size))
    assert (np.diff(scores[order]) <= 0).all()
    owners = np.repeat(np.arange(len(articles)), [len(passages) for _, passages in articles])
    met = list(dict.fromkeys(owners[order].tolist()))
    assert (np.diff(weights[met]) <= 0).all()

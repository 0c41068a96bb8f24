"""What the articles were asked before: found by vector, counted for the articles that answered."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.asked_before import AskedBefore, asked_before, mark_of
from bot.knowledge.embedding import DIMENSIONS, model_name


def rows(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.intp)


NEAR, FAR, ODD = (np.eye(3, dtype=np.float32)[place] for place in range(3))
BEFORE = AskedBefore(
    vectors=np.stack([NEAR, FAR, 0.6 * NEAR + 0.8 * FAR]),
    questions=rows(0, 2, 1, 2),
    articles=rows(0, 0, 2, 2),
    shares=np.array([1.0, 1.0, 1.0, 0.9], dtype=np.float32),
    marks=np.array([mark_of(text) for text in ("near", "far", "between")]),
)


def test_an_article_is_as_near_as_its_nearest_question_and_a_little_of_the_next() -> None:
    # The first article answered both 1 and .6; the third 0 and .9 of .6, since it would only do as well.
    found = BEFORE.near(NEAR, articles=3)
    assert found[[0, 2]] == pytest.approx([0.7 * 1.0 + 0.3 * 0.6, 0.7 * 0.54 + 0.3 * 0.0])


def test_a_question_can_be_judged_as_if_it_were_not_among_them() -> None:
    # Without "near" the first article has .6 and the third .54 alone.
    found = BEFORE.near(NEAR, articles=3, apart="near")
    assert found[[0, 2]] == pytest.approx([0.7 * 0.6, 0.7 * 0.54])
    assert BEFORE.near(NEAR, articles=3, apart="another") == pytest.approx(BEFORE.near(NEAR, articles=3), nan_ok=True)


def test_an_article_that_nobody_asked_is_not_compared() -> None:
    assert np.isnan(BEFORE.near(ODD, articles=3)[1])


def test_the_questions_count_only_for_articles_that_are_there() -> None:
    all_of_them = asked_before(("butt-smaller", "cellulite"), embedder_name=model_name())
    one = asked_before(("mine", "cellulite"), embedder_name=model_name())
    assert set(all_of_them.articles) == {0, 1}
    assert set(one.articles) == {1}
    assert len(one.articles) == np.count_nonzero(all_of_them.articles == 1)


def test_they_are_unit_vectors_of_the_embedder_in_use() -> None:
    kept = asked_before(("butt-smaller",), embedder_name=model_name())
    assert kept.vectors.shape[1] == DIMENSIONS
    assert np.linalg.norm(kept.vectors, axis=1) == pytest.approx(1.0, abs=0.03)


def test_vectors_of_another_embedder_are_never_compared() -> None:
    nobody = asked_before(("butt-smaller",), embedder_name="another")
    assert nobody.articles.size == 0
    assert np.isnan(nobody.near(np.zeros(DIMENSIONS, np.float32), articles=1)).all()

"""Zones, and thresholds that follow the corpus."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.gate import (
    Evidence,
    Gate,
    Thresholds,
    Weights,
    calibrate,
    evidence,
    fit,
    lexical_score,
    load_gate,
    off_topic_questions,
    uncovered_questions,
)
from bot.knowledge.normaliser import Question
from bot.knowledge.ranking import AskedView, View


def asked(*, uncovered: int = 0, topics: int = 0, content: int = 4) -> Question:
    return Question(
        said="q", mended="q", text="q", topics=("t",) * topics, uncovered=("u",) * uncovered, content=content
    )


def seen(*, passage: float = 0.0, strange: float = 0.0) -> Evidence:
    return Evidence(
        passage=passage,
        own_question=0.0,
        strange=strange,
        topics=0.0,
        towards_subject=0.0,
        towards_covered=0.0,
        towards_article=0.0,
        margin=0.0,
        unmentioned=0.0,
    )


def rows(*vectors: tuple[float, ...]) -> np.ndarray:
    return np.array(vectors, dtype=np.float32)


@pytest.mark.parametrize(
    ("subject", "covered", "zone"),
    [
        (0.329, 0.9, "decline"),
        (0.33, 0.449, "hedge"),
        (0.33, 0.45, "answer"),
        (0.1, 0.1, "decline"),
    ],
)
def test_off_our_subject_is_declined_and_hardly_covered_is_hedged(subject: float, covered: float, zone: str) -> None:
    assert Thresholds(decline=0.33, answer=0.45).zone(subject=subject, covered=covered) == zone


def test_a_score_is_the_logistic_function_of_the_weighed_evidence() -> None:
    weights = Weights(
        passage=2.0,
        own_question=0.0,
        strange=-4.0,
        topics=0.0,
        towards_subject=0.0,
        towards_covered=0.0,
        towards_article=0.0,
        margin=0.0,
        unmentioned=0.0,
        constant=1.0,
    )
    # 2 * .5 - 4 * .5 + 1 = 0, and the logistic function of 0 is a half; of 2 * .5 + 1 = 2 it is .8808.
    assert weights.score(seen(passage=0.5, strange=0.5)) == pytest.approx(0.5)
    assert weights.score(seen(passage=0.5)) == pytest.approx(0.8808, abs=1e-4)


def view(*passages: float, bearings: tuple[float, ...] = (0.2, 0.7)) -> View:
    asked = AskedView(
        own=rows((0.1, 0.6))[0],
        words=rows((0.0, 0.0))[0],
        bearings=np.array(bearings, dtype=np.float32),
    )
    return View(
        passages=np.array(passages, dtype=np.float32),
        words=np.zeros(len(passages), np.float32),
        asked=asked,
        before=np.full(len(bearings), np.nan, np.float32),
    )


def test_evidence_takes_the_nearest_and_what_the_first_article_says() -> None:
    found = evidence(
        asked(uncovered=1, topics=5),
        view(0.2, np.nan, 0.4),
        np.array([0.5, 0.8], dtype=np.float32),
        towards=np.array([0.5, -0.25], dtype=np.float32),
        unmentioned=lambda article: (0.9, 0.3)[article],
    )
    assert (found.strange, found.topics, found.unmentioned) == (0.25, 3.0, 0.3)
    assert (found.passage, found.own_question) == pytest.approx((0.4, 0.6))
    assert (found.towards_article, found.margin) == pytest.approx((0.7, 0.3))
    assert (found.towards_subject, found.towards_covered) == (0.5, -0.25)


def test_the_only_article_of_a_library_has_no_margin() -> None:
    only = view(0.4, bearings=(0.9,))
    found = evidence(
        asked(), only, np.array([0.5], dtype=np.float32), towards=np.zeros(2, np.float32), unmentioned=lambda _: 0.0
    )
    assert found.margin == 0.0


def test_a_fit_gives_weight_to_what_tells_the_two_apart() -> None:
    near, far = [seen(passage=0.8), seen(passage=0.7)], [seen(passage=0.2), seen(passage=0.3)]
    weights = fit(near, far, importance=np.full(4, 10_000.0))
    assert weights.passage > 5
    assert weights.strange == 0
    assert all(weights.score(one) > 0.9 for one in near)
    assert all(weights.score(one) < 0.1 for one in far)


def test_the_measured_thresholds_hold_for_the_shipped_articles_and_more() -> None:
    gate = load_gate()
    assert isinstance(gate, Gate)
    assert gate.knows([*gate.articles, "another"])
    assert not gate.knows(gate.articles[1:])


def test_a_word_score_is_squeezed_and_moved_by_topics_and_strangers() -> None:
    assert lexical_score(asked(), 3.0) == pytest.approx(0.5)
    assert lexical_score(asked(topics=2, uncovered=1), 3.0) == pytest.approx(0.5)
    assert lexical_score(asked(topics=3), 0.0) == 0.0


def test_thresholds_lie_between_what_is_off_topic_and_what_is_ours() -> None:
    off_topic = [0.05] * 90 + [0.44] * 10
    thresholds = calibrate("hybrid", own=[0.6, 0.7, 0.8], off_topic=off_topic)
    assert thresholds == Thresholds(decline=0.44, answer=0.59)


def test_hardly_any_question_of_our_own_is_declined() -> None:
    thresholds = calibrate("hybrid", own=[0.29] * 5 + [0.8] * 95, off_topic=[0.6] * 100)
    assert thresholds.decline == pytest.approx(0.29)


def test_a_corpus_that_asks_nothing_of_itself_still_gets_thresholds() -> None:
    assert calibrate("hybrid", own=[], off_topic=[0.0]) == Thresholds(decline=0.04, answer=0.19)


@given(
    st.lists(st.floats(-1, 1), max_size=20),
    st.lists(st.floats(-1, 1), min_size=1),
    st.sampled_from(["hybrid", "lexical"]),
)
def test_thresholds_stay_within_bounds_whatever_the_corpus(own: list[float], off_topic: list[float], mode: str) -> None:
    thresholds = calibrate("hybrid" if mode == "hybrid" else "lexical", own=own, off_topic=off_topic)
    assert 0.04 <= thresholds.decline < thresholds.answer <= 0.75


@pytest.mark.parametrize("questions", [off_topic_questions(), uncovered_questions()], ids=["off topic", "uncovered"])
def test_the_lists_hold_questions_only(questions: tuple[str, ...]) -> None:
    assert len(questions) > 50
    assert len(set(questions)) == len(questions)
    assert not any(question.startswith("#") for question in questions)

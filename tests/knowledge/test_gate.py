"""Zones, and thresholds that follow the corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.gate import Thresholds, calibrate, hybrid_score, lexical_score, off_topic_questions
from bot.knowledge.normaliser import Question


def asked(*, uncovered: int = 0, topics: int = 0) -> Question:
    return Question(said="q", text="q", topics=("t",) * topics, uncovered=("u",) * uncovered)


@pytest.mark.parametrize(
    ("score", "zone"), [(-1.0, "decline"), (0.329, "decline"), (0.33, "hedge"), (0.449, "hedge"), (0.45, "answer")]
)
def test_a_score_falls_into_one_of_three_zones(score: float, zone: str) -> None:
    assert Thresholds(decline=0.33, answer=0.45).zone(score) == zone


def test_each_strange_word_lowers_a_score_up_to_three() -> None:
    scores = [hybrid_score(asked(uncovered=count), 0.6) for count in range(5)]
    assert scores == pytest.approx([0.60, 0.53, 0.46, 0.39, 0.39])


def test_a_word_score_is_squeezed_and_moved_by_topics_and_strangers() -> None:
    assert lexical_score(asked(), 3.0) == pytest.approx(0.5)
    assert lexical_score(asked(topics=2, uncovered=1), 3.0) == pytest.approx(0.5)
    assert lexical_score(asked(topics=3), 0.0) == 0.0


def test_thresholds_lie_between_what_is_off_topic_and_what_is_ours() -> None:
    off_topic = [0.05] * 90 + [0.34] * 10
    thresholds = calibrate("hybrid", own=[0.5, 0.6, 0.7], off_topic=off_topic)
    assert thresholds == Thresholds(decline=0.34, answer=0.44)


def test_hardly_any_question_of_our_own_is_declined() -> None:
    thresholds = calibrate("hybrid", own=[0.29] * 5 + [0.6] * 95, off_topic=[0.4] * 100)
    assert thresholds.decline == pytest.approx(0.29)


def test_a_corpus_that_asks_nothing_of_itself_still_gets_thresholds() -> None:
    assert calibrate("hybrid", own=[], off_topic=[0.0]) == Thresholds(decline=0.27, answer=0.37)


@given(
    st.lists(st.floats(-1, 1), max_size=20),
    st.lists(st.floats(-1, 1), min_size=1),
    st.sampled_from(["hybrid", "lexical"]),
)
def test_thresholds_stay_within_bounds_whatever_the_corpus(own: list[float], off_topic: list[float], mode: str) -> None:
    thresholds = calibrate("hybrid" if mode == "hybrid" else "lexical", own=own, off_topic=off_topic)
    assert 0.27 <= thresholds.decline < thresholds.answer <= 0.65


def test_the_list_of_off_topic_questions_holds_questions_only() -> None:
    questions = off_topic_questions()
    assert len(questions) > 50
    assert len(set(questions)) == len(questions)
    assert not any(question.startswith("#") for question in questions)

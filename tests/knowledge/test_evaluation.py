"""The figures of an evaluation, against values worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import InputError
from bot.knowledge.evaluation import Found, Labelled, figure, read_labelled, zones
from bot.knowledge.retrieval import Zone


def found(*articles: str, zone: Zone = "answer", also_fine: tuple[str, ...] = ("c",)) -> Found:
    question = Labelled(id="q001", text="?", kind="plain", scope="covered", articles=("a", "b"), also_fine=also_fine)
    return Found(question=question, articles=articles, zone=zone, score=0.5)


@pytest.mark.parametrize(
    ("articles", "recall"), [(("x", "y", "b"), 1.0), (("x", "y", "z", "a"), 0.0), (("c",), 0.0), ((), 0.0)]
)
def test_recall_asks_for_a_wanted_article_among_the_first_three(articles: tuple[str, ...], recall: float) -> None:
    assert found(*articles).recall == recall


def test_the_reciprocal_rank_counts_any_article_that_would_do() -> None:
    assert found("x", "c", "a").reciprocal_rank == pytest.approx(1 / 2)
    assert found(*"xyzuvwrstpa").reciprocal_rank == 0.0


def test_the_gain_is_discounted_and_set_against_the_best_order() -> None:
    # Gains 3, 3, 1 for a, b, c, over log2(2), log2(3), log2(4): at best 3 + 1.8928 + .5 = 5.3928.
    assert found("a", "b", "c").gain == pytest.approx(1.0)
    # c, x, a: 1 + 0 + 3 / 2 = 2.5.
    assert found("c", "x", "a").gain == pytest.approx(2.5 / 5.3928, abs=1e-4)
    assert found("x").gain == 0.0


def test_a_figure_is_the_mean_and_the_same_every_time() -> None:
    shown = figure([0.0, 1.0, 1.0, 1.0])
    assert (shown.mean, shown.count) == (0.75, 4)
    assert shown.low < 0.75 < shown.high
    assert figure([0.0, 1.0, 1.0, 1.0]) == shown
    assert figure([1.0, 1.0]).low == 1.0


def test_zones_are_shares_within_each_scope() -> None:
    shares = zones([found("a"), found("a", zone="hedge"), found("a"), found("a", zone="decline")])
    assert shares == {"covered": {"answer": 0.5, "hedge": 0.25, "decline": 0.25}}


@pytest.mark.parametrize(
    ("number", "half"), [("q001", "calibration"), ("q1222", "calibration"), ("q1223", "test"), ("q2000", "test")]
)
def test_the_half_follows_from_the_number_alone(number: str, half: str) -> None:
    assert replace(found().question, id=number).half == half


def write(folder: Path, questions: str, labels: str) -> tuple[Path, Path]:
    (folder / "questions.jsonl").write_text(questions, encoding="utf-8")
    (folder / "labels.jsonl").write_text(labels, encoding="utf-8")
    return folder / "questions.jsonl", folder / "labels.jsonl"


QUESTION = '{"id": "q001", "text": "does it", "kind": "plain"}\n'


def test_a_question_is_read_with_its_label(tmp_path: Path) -> None:
    label = '{"id": "q001", "scope": "covered", "articles": ["a"]}\n'
    (read,) = read_labelled(*write(tmp_path, QUESTION, label))
    assert (read.text, read.articles, read.relevance) == ("does it", ("a",), {"a": 2})


@pytest.mark.parametrize(
    ("questions", "labels", "named"),
    [
        (QUESTION, "", "no label for q001"),
        ("not json\n", "", "line 1"),
        (QUESTION.replace("q001", "first"), "", "line 1"),
        (QUESTION, '{"id": "q001"}\n', "line 1"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, questions: str, labels: str, named: str) -> None:
    with pytest.raises(InputError, match=named):
        read_labelled(*write(tmp_path, questions, labels))

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.citation_judge import judge
from bot.evaluation.exam import Pair, examine, read_pairs

PAIRS = read_pairs(Path(__file__).parent / "citation_pairs.jsonl")
RISK = "In 5,205 runners one run much longer than usual raised the risk of injury (Frandsen 2025)."


def test_the_judge_itself_passes_on_150_labelled_pairs() -> None:
    assert len(PAIRS) == 150
    shares = examine(PAIRS)
    assert shares["right"] >= 0.95
    assert shares["swapped"] == 1.0
    assert shares["reversed"] >= 0.90


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("One run much longer than usual raised the risk of injury.", "supported"),
        ("Among 5,205 runners, a run far longer than usual raised injury risk.", "supported"),
        ("One run much longer than usual lowered the risk of injury.", "reversed"),
        ("A run much longer than usual did not raise the risk of injury.", "reversed"),
        ("Among 6,000 runners a long run raised the risk of injury.", "off_topic"),
        ("Protein keeps muscle while you lose fat.", "off_topic"),
    ],
)
def test_numbers_topic_and_direction_decide(sentence: str, verdict: str) -> None:
    assert judge(sentence, RISK) == verdict


def test_a_sentence_of_the_passage_word_for_word_is_always_supported() -> None:
    said = "Nothing rises less than hope."
    assert judge(said, f"{said} Another sentence says that hope falls.") == "supported"


def test_the_exam_counts_kept_and_caught() -> None:
    pair = Pair(id="x", sentence="One long run raised the risk of injury.", passage=RISK, title="", label="right")
    wrong = pair.model_copy(update={"label": "swapped"})
    assert examine((pair, pair, wrong)) == {"right": 1.0, "swapped": 0.0}

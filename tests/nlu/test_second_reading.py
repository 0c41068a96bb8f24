"""What the grammar cannot place is read once more by its words; what it can place is left alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.frame import INTENTS
from bot.nlu.parser import parse
from bot.nlu.second_reading import read_again
from bot.nlu.utterance import utterance
from bot.nlu.word_weights import bucketed, intents, read_weights
from tests.nlu.scoring import DEFAULT_NOW, phrases

NOW = datetime.fromisoformat(DEFAULT_NOW)
UNSEEN = phrases("phrases_unseen.jsonl")
"""Written before the rules were mended, never read since, and no part of what the weights are learnt from."""
WISHES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "could 3 runs of 25 minutes a week take me from 88 to 80",
        "projection_question",
        {"session_duration_s": 1500.0, "sessions_per_week": 3.0},
    ),
    (
        "how would 20k weekly treat my waistline over 4 months",
        "projection_question",
        {"distance_per_week_m": 20000.0, "horizon_days": 122},
    ),
]
OTHER_SUBJECTS = [
    "how fast will my 10k be if i run 4x a week",
    "what is 15% of 340",
    "is 30 minutes 3 times a week enough for heart health",
    "delete the whole lot of it",
    "who won the match last night",
]


def test_phrases_nobody_looked_at_are_mostly_understood() -> None:
    read = [(phrase, phrase.parsed()) for phrase in UNSEEN]
    intents_right = sum(phrase.intent_fits(frame) for phrase, frame in read)
    frames_right = sum(phrase.frame_fits(frame) for phrase, frame in read)

    assert intents_right / len(read) >= 0.93
    assert frames_right / len(read) >= 0.88


@pytest.mark.parametrize(("text", "intent", "entities"), WISHES, ids=[text for text, *_ in WISHES])
def test_a_wish_the_grammar_has_no_words_for_is_read_by_its_likelihood(
    text: str, intent: str, entities: dict[str, Any]
) -> None:
    frame = parse(text, now=NOW)

    assert frame.intent == intent
    assert frame.entities == entities


@pytest.mark.parametrize("text", OTHER_SUBJECTS)
def test_a_question_or_another_subject_does_not_become_a_wish(text: str) -> None:
    assert parse(text, now=NOW).intent in {"knowledge_question", "out_of_scope"}


def test_what_the_grammar_read_is_left_alone() -> None:
    said = utterance("ran 5k in 28:30", now=NOW)
    frame = parse("ran 5k in 28:30", now=NOW)

    assert read_again(said, said.words, [frame]) == [frame]


def test_the_labels_are_intents_and_no_danger_is_judged_by_likelihood() -> None:
    assert set(intents().labels) <= INTENTS - {"red_flag"}


@given(st.text(max_size=200))
def test_likelihoods_add_up_to_one_and_a_text_is_a_vector_of_length_one(text: str) -> None:
    assert sum(intents().likelihoods(text).values()) == pytest.approx(1.0)
    assert sum(weight * weight for weight in bucketed(text).values()) == pytest.approx(1.0)


def test_weights_cut_short_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        read_weights(b'{"labels": ["a", "b"], "scales": [1.0, 1.0]}\n' + bytes(100))

"""Talk about an answer, made of small words and those of one matter."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

NOW = datetime(2026, 11, 21, 9)  # noqa: DTZ001 - the person's own wall time


@pytest.mark.parametrize(
    ("text", "after", "intent"),
    [
        ("can you name the paper", "knowledge_question", "source"),
        ("is there a proper trial on that", "knowledge_question", "source"),
        ("my physio says the opposite", "knowledge_question", "dispute"),
        ("what's the reasoning there", "projection_question", "why"),
        ("could you give me a longer version", "knowledge_question", "more"),
        ("that was an accident, sorry", "log_run", "undo"),
        ("is this chat private", None, "help"),
        ("good morning to you", None, "greeting"),
        ("that's exactly what i needed, you legend", None, "thanks"),
    ],
)
def test_small_words_and_those_of_one_matter_say_what_is_wanted(text: str, after: str | None, intent: str) -> None:
    assert parse(text, now=NOW, context=Context(last_intent=after)).intent == intent


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("is there a trial on squats", "knowledge_question"),
        ("what's the reason knees hurt downhill", "knowledge_question"),
        ("is there more fat on the hips", "knowledge_question"),
    ],
)
def test_one_word_from_elsewhere_makes_it_a_question_of_its_own(text: str, after: str) -> None:
    assert parse(text, now=NOW, context=Context(last_intent=after)).intent == "knowledge_question"


def test_what_was_asked_for_comes_before_the_talk_about_it() -> None:
    frame = parse(
        "why do you need that?", now=NOW, context=Context(last_intent="calorie_question", pending="weight_kg")
    )

    assert frame.intent != "dispute"

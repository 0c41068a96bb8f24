"""A message is cut before each further question, and a scrap stays with what it leans on."""

from __future__ import annotations

import pytest

from bot.nlu.questions_apart import questions_apart, told_before_asked


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "hi i want to start, how fast do i go and what time of day is best",
            ("hi i want to start, how fast do i go", "what time of day is best"),
        ),
        ("is coffee ok? and how much water", ("is coffee ok?", "and how much water")),
        (
            "my shins hurt, do i stop? also how do i get faster",
            ("my shins hurt, do i stop?", "also how do i get faster"),
        ),
        ("should i walk or run and how often? bad knees", ("should i walk or run", "how often? bad knees")),
        (
            "i ran 5k in 30. is that good? how often should i run",
            ("i ran 5k in 30. is that good?", "how often should i run"),
        ),
    ],
)
def test_each_question_stands_apart(text: str, parts: tuple[str, ...]) -> None:
    assert questions_apart(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "why is that and is it bad",
        "is it ok to run with a cold, or should i rest?",
        "what should i eat and drink",
        "what should i eat before a run and how long before",
        "does running make my bum smaller? im 34 and 70kg",
        "my knee hurts when i run and when i stop its fine. what is it",
        "football is tuesday and thursday. which day should i run",
        "whats the best day to run? which one",
        "how many minutes walking and how many jogging",
        "how many minutes do i run on monday? and walk?",
    ],
)
def test_one_question_comes_back_whole(text: str) -> None:
    assert questions_apart(text) == (text,)


def test_what_is_told_is_parted_from_a_question_that_names_what_it_asks() -> None:
    assert told_before_asked("ran 3k in 25 min. how often should i run?") == (
        "ran 3k in 25 min.",
        "how often should i run?",
    )
    assert told_before_asked("ran 3k in 25 min. is that good?") is None
    assert told_before_asked("how often should i run?") is None

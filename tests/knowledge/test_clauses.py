"""Where a message falls into parts that each ask something."""

from __future__ import annotations

import pytest

from bot.knowledge.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("does running make my butt smaller", ()),
        ("is running bad for knees and hips", ()),
        (
            "do hill sprints build glutes and also make my thighs huge?",
            ("do hill sprints build glutes", "make my thighs huge"),
        ),
        ("My knees hurt. Which shoes should I buy?", ("My knees hurt", "Which shoes should I buy")),
        ("i run every day, but the scale is up", ("i run every day", "the scale is up")),
        ("", ()),
    ],
)
def test_parts_of_three_words_or_more_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert clauses(text) == parts


def test_no_more_than_four_parts_are_looked_at() -> None:
    assert clauses("one two three. " * 9) == ("one two three",) * 4

"""A message of a talk that names a subject of its own is not dragged back to the article before it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.knowledge.passage_search import PassageSearch
from bot.knowledge.retrieval import with_told
from bot.knowledge.retriever import open_retriever

PROJECT = Path(__file__).parents[2]
OFTEN = (
    "can i run every day",
    "You can, but for a beginner daily running mostly adds strain. Keep one or two days for rest.",
)
GUT = "i get stomach aches when i run", "Eat your last larger meal three hours before, and have coffee early."


@cache
def search() -> PassageSearch:
    return open_retriever(data_dir=PROJECT / "data", knowledge_dirs=[PROJECT / "knowledge"]).opened


def names_anew(text: str, asked: str, told: str) -> bool:
    together = search().find(with_told(asked, told, text), limit=10)
    return search().names_anew(text, alone=search().find(text, limit=10), together=together)


@pytest.mark.parametrize(
    "text", ["what about walking", "which bra do i need", "and black toenails?", "does coffee help"]
)
def test_a_thing_that_the_last_article_is_not_asked_about_is_named_anew(text: str) -> None:
    assert names_anew(text, *OFTEN)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("and what if it comes back", GUT),
        ("how long does that take", GUT),
        ("is twice a week enough", OFTEN),
        ("how exactly?", OFTEN),
        ("and the rest days", OFTEN),
    ],
)
def test_what_names_no_subject_or_the_same_one_goes_on(text: str, before: tuple[str, str]) -> None:
    assert not names_anew(text, *before)


@pytest.mark.parametrize("before", [OFTEN, GUT])
@pytest.mark.parametrize(
    "text",
    [
        "can i run after a tattoo",
        "should i run with contact lenses",
        "is it ok to run after donating blood",
        "is chewing gum while running bad",
    ],
)
def test_a_whole_question_on_what_no_article_near_mentions_is_asked_by_itself(
    text: str, before: tuple[str, str]
) -> None:
    assert names_anew(text, *before)


@pytest.mark.parametrize(
    "text", ["after a tattoo too", "can i do that with contact lenses", "is that ok", "how many rest days do i need"]
)
def test_what_points_back_goes_on_whatever_it_names(text: str) -> None:
    assert not names_anew(text, *OFTEN)

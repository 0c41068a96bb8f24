"""Yes and No are said only to those who ask what the article asks; roundabout questions find their own article."""

from __future__ import annotations

import pytest

from bot.coach.meant import search_words
from tests.coach.conftest import Talk, ToldShelf


@pytest.mark.parametrize(
    "text",
    ["sit ups burn belly fat true?", "is lifting better than running for belly fat?", "do planks shrink belly fat"],
)
async def test_yes_is_not_said_to_another_question(talk: Talk, shelf: ToldShelf, text: str) -> None:
    shelf.slug = "belly-fat"

    reply = (await talk.say(text)).reply

    assert reply.citations
    assert not reply.text.startswith(("Yes", "No"))


async def test_yes_is_said_to_the_articles_own_question(talk: Talk, shelf: ToldShelf) -> None:
    shelf.slug = "belly-fat"

    reply = (await talk.say("does running burn belly fat?")).reply

    assert reply.text.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("how much do i have to run", "how often"),
        ("how long till my bum is smaller, honestly", "results"),
        ("will i see anything by easter", "results"),
        ("do crunches flatten my tummy", "one place"),
        ("how do i get a rounder bum", "exercises"),
    ],
)
def test_a_class_of_questions_is_searched_in_the_words_of_its_article(text: str, words: str) -> None:
    assert words in search_words(text, None)


@pytest.mark.parametrize(
    "text",
    ["how long should i run to lose belly fat", "how do i run to get a bigger bum", "how much do i have to drink"],
)
def test_a_question_that_finds_its_article_is_searched_as_it_stands(text: str) -> None:
    assert search_words(text, None) == text

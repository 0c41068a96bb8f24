"""What is put right in a question, and what is appended to it."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.knowledge.lexicon import load_lexicon
from bot.knowledge.normaliser import Normaliser, words_of

ARTICLES = (
    "Does running make your butt smaller? Running uses fat from all over, and glutes stay. Squats build muscle.",
    "How do you stop blisters? Change your socks. Cellulite is normal skin. Exercise helps. Make it a habit.",
)
ENGLISH = frozenset("baking page push route router fit slow doctor joint".split())


@pytest.fixture(scope="module")
def normalise() -> Normaliser:
    return Normaliser(load_lexicon(), article_words=[Counter(words_of(text)) for text in ARTICLES], english=ENGLISH)


@pytest.fixture(scope="module")
def normalise_without_vocabulary() -> Normaliser:
    return Normaliser(load_lexicon(), article_words=[Counter(words_of(text)) for text in ARTICLES], english=frozenset())


def appended(normalise: Normaliser, question: str) -> list[str]:
    asked = normalise(question)
    assert asked.said == question
    assert asked.text.startswith(asked.mended)
    return asked.text.removeprefix(asked.mended).split()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("will jogging shrink my bum", {"running", "butt", "glutes", "buttocks", "smaller", "fat"}),
        ("can i lose the junk in my trunk", {"butt", "glutes"}),
        ("How to target saddlebags?", {"hips", "thighs"}),
        ("is my behind too big", {"butt"}),
        ("what’s good for my bootie", {"butt"}),
        ("my tummy", {"belly"}),
        ("a 5k in 2025", {"running"}),
    ],
)
def test_slang_gets_the_words_of_the_articles(normalise: Normaliser, question: str, words: set[str]) -> None:
    assert words <= set(appended(normalise, question))


@pytest.mark.parametrize("question", ["who is behind the bottom of this page", "rear brakes", "facts and figures"])
def test_words_that_only_sound_like_a_body_part_get_nothing(normalise: Normaliser, question: str) -> None:
    assert appended(normalise, question) == []


@pytest.mark.parametrize(
    ("typo", "repaired"),
    [
        ("runing", "running"),
        ("buttt", "butt"),
        ("celulite", "cellulite"),
        ("glutse", "glutes"),
        ("exersice", "exercise"),
        ("docter", "doctor"),
    ],
)
def test_a_misspelt_word_gives_way_to_the_right_one(normalise: Normaliser, typo: str, repaired: str) -> None:
    asked = normalise(f"So, what’s {typo}? And 5k")
    assert asked.said == f"So, what’s {typo}? And 5k"
    assert asked.mended == f"So, what's {repaired}? And 5k"
    assert asked.text.startswith(asked.mended)


@pytest.mark.parametrize(
    "right",
    ["tush push", "bake", "the slow route", "dr who", "fat fit", "réduire mes fessiers runing", "a flat in 2025"],
)
def test_slang_english_names_and_other_languages_are_no_typing_errors(normalise: Normaliser, right: str) -> None:
    assert normalise(right).mended == right
    assert set(appended(normalise, right)) <= {"butt", "glutes", "buttocks", "body"}


def test_without_a_vocabulary_short_words_are_left_alone(normalise_without_vocabulary: Normaliser) -> None:
    assert appended(normalise_without_vocabulary, "how do i bake") == []
    assert normalise_without_vocabulary("runing").mended == "running"


def test_nothing_is_appended_twice_or_that_was_said(normalise: Normaliser) -> None:
    words = appended(normalise, "will jogging and running shrink my bum and my booty and my butt")
    assert len(words) == len(set(words))
    assert not {"running", "butt"} & set(words)


@pytest.mark.parametrize(
    ("question", "uncovered"),
    [
        ("does running make my butt smaller?", ()),
        ("how do i bake sourdough", ("bake", "sourdough")),
        ("whats the best bitcoin", ("bitcoin",)),
        ("butt joint", ("butt", "joint")),
        ("a water butt for running water", ("water", "butt", "running")),
        ("12 km 3 x", ()),
        ("bitcoin qzw", ("bitcoin",)),
        ("is my peach too big", ()),
    ],
)
def test_words_that_no_article_has_are_named(normalise: Normaliser, question: str, uncovered: tuple[str, ...]) -> None:
    assert normalise(question).uncovered == uncovered


def test_a_word_that_means_it_in_one_form_only_is_not_taken_in_another(normalise: Normaliser) -> None:
    assert "fasted" in normalise("is fasted running better").topics
    assert "fasted" not in normalise("how fast should i run").topics


def test_a_phrase_of_another_trade_is_no_topic_of_ours(normalise: Normaliser) -> None:
    assert normalise("pork butt").topics == ()
    assert normalise("my butt").topics == ("butt",)


def test_the_lexicon_holds_no_word_in_two_minds() -> None:
    for group in load_lexicon().group:
        assert len(set(group.words)) == len(group.words), group.name
        assert not set(group.words) & set(group.owned), group.name

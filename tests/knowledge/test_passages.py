"""Cutting parts into passages."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.article import Passage, Role, Sentence
from bot.knowledge.passages import LONG, SHORT, cut


def cut_texts(*paragraphs: list[str], role: Role = "because") -> tuple[Passage, ...]:
    sentences = [[Sentence(text=text, keys=(f"k-{len(text)}",)) for text in paragraph] for paragraph in paragraphs]
    return cut(sentences, article="blisters", title="Blisters?", role=role, strength="mixed")


def words(length: int, letter: str = "a") -> str:
    """Return a sentence of a length."""
    return f"{letter * (length - 1)}."


def test_an_id_names_article_role_and_wording() -> None:
    (passage,) = cut_texts(["Tape helps."])
    assert passage.passage_id == f"blisters:because:{hashlib.sha256(b'Tape helps.').hexdigest()[:12]}"
    assert (passage.text, passage.title, passage.strength) == ("Tape helps.", "Blisters?", "mixed")


def test_a_short_paragraph_joins_the_next_and_a_short_last_one_the_former() -> None:
    passages = cut_texts([words(SHORT - 1, "a")], [words(SHORT, "b")], [words(SHORT, "c")], [words(10, "d")])
    assert [{sentence.text[0] for sentence in passage.sentences} for passage in passages] == [{"a", "b"}, {"c", "d"}]


def test_paragraphs_that_would_be_too_long_together_stay_apart() -> None:
    assert len(cut_texts([words(SHORT - 1, "a")], [words(LONG - 100, "b")])) == 2


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    passages = cut_texts([words(300, "a"), words(300, "b"), words(300, "c")])
    assert [len(passage.sentences) for passage in passages] == [2, 1]


def test_wordings_of_a_verdict_are_never_joined() -> None:
    assert len(cut_texts(["Yes."], ["Yes, slowly."], ["Often."], role="verdict")) == 3


def test_a_paragraph_that_comes_twice_is_one_passage() -> None:
    assert len(cut_texts([words(SHORT)], [words(SHORT)])) == 1


def test_a_page_without_a_full_stop_is_cut_between_words_and_keeps_its_source() -> None:
    passages = cut_texts(["run " * 500])
    assert max(len(passage.text) for passage in passages) <= LONG
    assert {sentence.keys for passage in passages for sentence in passage.sentences} == {("k-2000",)}


@given(st.lists(st.lists(st.integers(2, LONG - 10).map(words), min_size=1, max_size=5), max_size=8))
def test_no_word_is_lost_and_no_passage_is_too_long(paragraphs: list[list[str]]) -> None:
    # Numbered, so that no two passages are alike.
    numbered = [[f"{row}x{column}{text}" for column, text in enumerate(texts)] for row, texts in enumerate(paragraphs)]
    passages = cut_texts(*numbered)
    assert all(len(passage.text) <= LONG for passage in passages)
    kept = "".join(passage.text for passage in passages).replace(" ", "")
    assert kept == "".join(text for texts in numbered for text in texts)


@pytest.mark.parametrize("paragraphs", [[], [[]]])
def test_nothing_gives_nothing(paragraphs: list[list[str]]) -> None:
    assert cut_texts(*paragraphs) == ()

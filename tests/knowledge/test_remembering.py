"""Texts asked for again are not computed again, and the oldest are forgotten."""

from __future__ import annotations

from bot.knowledge.remembering import RememberingEmbedder
from tests.knowledge.written_articles import HashingEmbedder


def test_a_text_is_computed_once_and_its_vector_stays_the_same() -> None:
    counting = HashingEmbedder()
    remembering = RememberingEmbedder(counting)
    first = remembering.embed(["sore heel", "blisters"])
    again = remembering.embed(["blisters", "sore heel", "blisters"])
    assert counting.embedded == ["sore heel", "blisters"]
    assert again.tolist() == [first[1].tolist(), first[0].tolist(), first[1].tolist()]


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    counting = HashingEmbedder()
    remembering = RememberingEmbedder(counting, most=2)
    for text in ("one", "two", "one", "three", "one", "two"):
        remembering.embed([text])
    assert counting.embedded == ["one", "two", "three", "two"]


def test_it_speaks_for_the_embedder_behind_it() -> None:
    remembering = RememberingEmbedder(HashingEmbedder())
    assert (remembering.name, remembering.words) == (HashingEmbedder.name, HashingEmbedder.words)

"""Vectors are computed once for each text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.knowledge.embedding import Vectors
from bot.knowledge.embedding_cache import EmbeddingCache
from tests.knowledge.written_articles import HashingEmbedder


def fill(path: Path, texts: Sequence[str], embedder: HashingEmbedder) -> EmbeddingCache:
    cache = EmbeddingCache(path, embedder_name=embedder.name)
    cache.fill(texts, embedder=embedder, progress=lambda _done, _total: None)
    return cache


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "embeddings.bin"


def test_only_what_is_new_is_computed(path: Path) -> None:
    fill(path, ["one", "two"], HashingEmbedder())
    second = HashingEmbedder()
    cache = fill(path, ["two", "three", "three"], second)
    assert second.embedded == ["three"]
    assert (cache.vectors(["three", "two"]) == HashingEmbedder().embed(["three", "two"])).all()


def test_what_is_no_longer_asked_for_goes(path: Path) -> None:
    fill(path, ["one", "two"], HashingEmbedder())
    fill(path, ["two"], HashingEmbedder())
    assert EmbeddingCache(path, embedder_name="hashing/1").missing(["one", "two"]) == ["one"]


def test_another_embedder_finds_nothing(path: Path) -> None:
    fill(path, ["one"], HashingEmbedder())
    assert EmbeddingCache(path, embedder_name="other/1").missing(["one"]) == ["one"]


@pytest.mark.parametrize("damage", [lambda raw: raw[:-1], lambda raw: b"", lambda raw: raw[:40] + b"x" + raw[41:]])
def test_a_damaged_file_is_an_empty_cache(path: Path, damage: object) -> None:
    fill(path, ["one"], HashingEmbedder())
    path.write_bytes(damage(path.read_bytes()))
    assert EmbeddingCache(path, embedder_name="hashing/1").missing(["one"]) == ["one"]


class Interrupted(HashingEmbedder):
    """Is stopped by the operator in its second batch."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self.embedded:
            raise KeyboardInterrupt
        return super().embed(texts)


def test_an_interrupted_run_goes_on_where_it_stopped(path: Path) -> None:
    texts = [f"text {number}" for number in range(100)]
    stopped = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        fill(path, texts, stopped)
    resumed = HashingEmbedder()
    fill(path, texts, resumed)
    assert stopped.embedded
    assert sorted(stopped.embedded + resumed.embedded) == sorted(texts)


def test_progress_counts_up_to_the_whole(path: Path) -> None:
    told: list[tuple[int, int]] = []
    cache = EmbeddingCache(path, embedder_name="hashing/1")
    cache.fill(
        [f"text {number}" for number in range(100)],
        embedder=HashingEmbedder(),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)
    assert told == sorted(told)

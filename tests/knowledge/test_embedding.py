"""The encoder with its real weights, which the set-up puts into `data/weights`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.errors import WeightsError
from bot.knowledge.embedding import DIMENSIONS, MiniLM, load_embedder

WEIGHTS = Path("data") / "weights"


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    return MiniLM(WEIGHTS)


def test_the_golden_vector_comes_out(encoder: MiniLM) -> None:
    """The published example of the model, as an ONNX graph and a Rust implementation compute it too."""
    (vector,) = encoder.embed(["This is an example sentence"])
    expected = [0.06766, 0.06350, 0.04871, 0.07930, 0.03745, 0.00265, 0.03937, -0.00710]
    assert vector[:8].tolist() == pytest.approx(expected, abs=1e-5)


def test_a_text_has_one_vector_whatever_it_is_batched_with(encoder: MiniLM) -> None:
    texts = ["Fat.", "Running uses energy, and so does walking, only less of it per minute. " * 3, "", "bum"] * 5
    together = encoder.embed(texts)
    assert together.shape == (20, DIMENSIONS)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(20), abs=1e-5)
    for text, vector in zip(texts, together, strict=True):
        assert encoder.embed([text])[0].tolist() == pytest.approx(vector.tolist(), abs=1e-5)


def test_two_hundred_tokens_are_read_and_not_only_the_first_128(encoder: MiniLM) -> None:
    start = "run " * 150
    slow, fast = encoder.embed([f"{start} slowly", f"{start} quickly"])
    assert float(slow @ fast) < 0.9999


def test_what_lies_beyond_the_limit_is_not_read(encoder: MiniLM) -> None:
    start = "run " * 300
    slow, fast = encoder.embed([f"{start} slowly", f"{start} quickly"])
    assert float(slow @ fast) == pytest.approx(1.0, abs=1e-6)


def test_nearness_is_meaning_and_not_letters(encoder: MiniLM) -> None:
    shrink, smaller, bread = encoder.embed(
        ["will jogging shrink my bum", "running makes your butt smaller", "will jam shrink my buns in the oven"]
    )
    assert shrink @ smaller > shrink @ bread


def test_the_vocabulary_holds_whole_words_only(encoder: MiniLM) -> None:
    assert "running" in encoder.words
    assert not any("#" in word for word in encoder.words)
    assert "buttt" not in encoder.words


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_file_that_is_not_the_model_is_a_weights_error(tmp_path: Path, name: str) -> None:
    for real in ("model.safetensors", "tokenizer.json"):
        (tmp_path / real).symlink_to((WEIGHTS / real).resolve())
    (tmp_path / name).unlink()
    (tmp_path / name).write_text("{}", encoding="utf-8")
    with pytest.raises(WeightsError, match="not the embedding model"):
        MiniLM(tmp_path)


def test_missing_weights_are_a_weights_error(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"model\.safetensors"):
        load_embedder(tmp_path)

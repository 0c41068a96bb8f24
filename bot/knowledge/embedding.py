"""Sentence vectors: the all-MiniLM-L6-v2 encoder computed with NumPy, and the interface any embedder has.

Reads the model's files from disk (`bot.knowledge.weights` says whether they are the pinned ones); needs no
machine-learning framework and no network.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bot.errors import WeightsError
from bot.knowledge import weights
from bot.knowledge.tuning import load_tuning, tuning_name

Vectors: TypeAlias = NDArray[np.float32]

DIMENSIONS = 384
MAX_TOKENS = 256
"""The model's own limit; the shipped tokenizer file says 128 and pads, which is overridden."""
_MODEL = f"all-MiniLM-L6-v2@1110a243/{MAX_TOKENS}"
"""Model, revision and token limit."""

_HEADS = 12
_LAYERS = 6
_EPSILON = 1e-12
_BATCH = 16
"""Texts computed together."""
_BLOCK = 128
"""Rows between the two dense steps at a time. [tokens]"""
_TILE = (DIMENSIONS, 64)
"""Inputs and outputs of a dense step computed at a time: few enough that BLAS multiplies the weights as they lie. For
larger products it first copies them into an order of its own, which for a question took longer than all the rest."""


class Embedder(Protocol):
    """Anything that turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """What the vectors mean; vectors of different names are never compared."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Words that count as correctly spelt English."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text."""
        ...


def model_name() -> str:
    """Return what the vectors of `load_embedder` mean; part of an index's fingerprint."""
    return f"{_MODEL}+{tuning_name()}"


def load_embedder(folder: Path) -> Embedder:
    """Check the pinned weights in a folder and load them, tuned for our trade.

    Raises:
        WeightsError: If a file is missing or not the pinned one.
    """
    weights.verify(folder)
    return MiniLM(folder, changes=load_tuning(), name=model_name())


class MiniLM:
    """The encoder with its weights in memory (90 MB). Safe to call from several threads."""

    def __init__(self, folder: Path, *, changes: Mapping[str, Vectors] | None = None, name: str = _MODEL) -> None:
        """Read tokenizer and weights.

        Args:
            folder: Where `model.safetensors` and `tokenizer.json` lie, verified before.
            changes: What is added to the weights of dense steps, by layer and name ("4.up").
            name: What the vectors mean.

        Raises:
            WeightsError: If a file cannot be read or does not hold this model.
        """
        self.name = name
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            tensors = _read_safetensors(folder / "model.safetensors")
            self._embeddings = _Embeddings(tensors)
            self._layers = tuple(_Layer(tensors, n, changes or {}) for n in range(_LAYERS))
        # The tokenizers library raises bare Exception for a file it cannot parse.
        except Exception as error:
            raise WeightsError(f"{folder}: not the embedding model ({type(error).__name__})") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=MAX_TOKENS)

    @cached_property
    def words(self) -> frozenset[str]:
        """The whole words of the model's vocabulary: what counts as correctly spelt English."""
        return frozenset(word for word in self._tokenizer.get_vocab() if word.isalpha())

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors, one row a text. [len(texts) x 384]"""
        # One by one: the tokenizer's own batches start threads that outlive the call.
        encodings = [self._tokenizer.encode(text) for text in texts]
        vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        # Texts of like length share a batch, so that workers finish together.
        order = sorted(range(len(texts)), key=lambda row: len(encodings[row].ids))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]

        def encode(rows: Sequence[int]) -> None:
            vectors[rows] = self._encode([encodings[row].ids for row in rows])

        if len(batches) == 1:
            encode(batches[0])
        else:
            # NumPy lets go of the interpreter while it multiplies, so batches run side by side without copies.
            with ThreadPoolExecutor(os.cpu_count()) as workers:
                list(workers.map(encode, batches))
        return vectors

    def read(self, source: str, statement: str) -> tuple[Vectors, Vectors]:
        """Read a statement together with its source, so that each word sees the words of both.

        Returns:
            The state of the opening token [384], and one for each token of the statement [tokens x 384].
        """
        first, second = self._tokenizer.encode(source).ids, self._tokenizer.encode(statement).ids[1:]
        kinds = np.repeat([0, 1], [len(first), len(second)])
        states = self._states([[*first, *second]], kinds)
        return states[0], states[len(first) : -1]

    def _encode(self, ids: Sequence[Sequence[int]]) -> Vectors:
        """Return the vectors of some texts."""
        hidden = self._states(ids, np.zeros(sum(map(len, ids)), dtype=np.int64))
        pooled = np.stack([hidden[text].mean(axis=0) for text in _places(ids)])
        unit: Vectors = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        return unit

    def _states(self, ids: Sequence[Sequence[int]], kinds: NDArray[np.int64]) -> Vectors:
        """Return the last states of some texts, computed end to end as one: nothing is spent on padding."""
        hidden = self._embeddings(
            np.concatenate([np.asarray(sequence) for sequence in ids]),
            places=np.concatenate([np.arange(len(sequence)) for sequence in ids]),
            kinds=kinds,
        )
        for layer in self._layers:
            hidden = layer(hidden, _places(ids))
        return hidden


def _places(ids: Sequence[Sequence[int]]) -> list[slice]:
    """Return where each text stands among the texts laid end to end."""
    ends = np.cumsum([len(sequence) for sequence in ids])
    return [slice(end - len(sequence), end) for end, sequence in zip(ends, ids, strict=True)]


class _Embeddings:
    """Word, position and segment embeddings, summed and normalised."""

    def __init__(self, tensors: Mapping[str, Vectors]) -> None:
        self._words = tensors["embeddings.word_embeddings.weight"]
        self._places = tensors["embeddings.position_embeddings.weight"]
        self._kinds = tensors["embeddings.token_type_embeddings.weight"]
        self._norm = _LayerNorm(tensors, "embeddings.LayerNorm.")

    def __call__(self, tokens: NDArray[np.int64], *, places: NDArray[np.int64], kinds: NDArray[np.int64]) -> Vectors:
        return self._norm(self._words[tokens] + (self._places[places] + self._kinds[kinds]))


class _LayerNorm:
    def __init__(self, tensors: Mapping[str, Vectors], prefix: str) -> None:
        self._weight = tensors[prefix + "weight"]
        self._bias = tensors[prefix + "bias"]

    def __call__(self, hidden: Vectors) -> Vectors:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        variance = np.square(centred).mean(axis=-1, keepdims=True)
        normed: Vectors = centred / np.sqrt(variance + np.float32(_EPSILON)) * self._weight + self._bias
        return normed


class _Dense:
    """One dense step: a product with weights, plus a bias."""

    def __init__(self, weights: Vectors, bias: Vectors) -> None:
        """Lay the weights out in tiles. [outputs x inputs]"""
        inputs, outputs = _TILE
        tiles = weights.reshape(-1, outputs, weights.shape[1] // inputs, inputs).transpose(2, 0, 3, 1)
        self._tiles = np.ascontiguousarray(tiles)
        self._bias = bias

    def __call__(self, hidden: Vectors) -> Vectors:
        parts = hidden.reshape(len(hidden), -1, 1, _TILE[0]).transpose(1, 2, 0, 3)
        products = (parts @ self._tiles).sum(axis=0)
        joined: Vectors = products.transpose(1, 0, 2).reshape(len(hidden), -1)
        joined += self._bias
        return joined


class _Layer:
    """One transformer layer: self-attention, then two dense steps; a residual and a norm after each."""

    def __init__(self, tensors: dict[str, Vectors], number: int, changes: Mapping[str, Vectors]) -> None:
        """Take its weights out of the tensors, so that they are not held twice."""
        prefix = f"encoder.layer.{number}."

        def dense(step: str, *names: str) -> _Dense:
            parts = [tensors.pop(f"{prefix}{name}.weight") for name in names]
            weights = parts[0] if len(parts) == 1 else np.concatenate(parts)
            change = changes.get(f"{number}.{step}")
            tuned = weights if change is None else weights + change
            return _Dense(tuned, np.concatenate([tensors[f"{prefix}{name}.bias"] for name in names]))

        # One product instead of three.
        self._qkv = dense("qkv", *(f"attention.self.{part}" for part in ("query", "key", "value")))
        self._out = dense("out", "attention.output.dense")
        self._attention_norm = _LayerNorm(tensors, prefix + "attention.output.LayerNorm.")
        self._up = dense("up", "intermediate.dense")
        self._down = dense("down", "output.dense")
        self._output_norm = _LayerNorm(tensors, prefix + "output.LayerNorm.")

    def __call__(self, hidden: Vectors, texts: Sequence[slice]) -> Vectors:
        hidden = self._attention_norm(hidden + self._attend(hidden, texts))
        return self._output_norm(hidden + self._feed(hidden))

    def _feed(self, hidden: Vectors) -> Vectors:
        """Return the two dense steps, a block of rows at a time: what lies between them stays in the cache."""
        fed = np.empty_like(hidden)
        for start in range(0, len(hidden), _BLOCK):
            rows = slice(start, start + _BLOCK)
            fed[rows] = self._down(_gelu(self._up(hidden[rows])))
        return fed

    def _attend(self, hidden: Vectors, texts: Sequence[slice]) -> Vectors:
        size = hidden.shape[1] // _HEADS
        split = self._qkv(hidden).reshape(-1, 3, _HEADS, size).transpose(1, 2, 0, 3)
        query, key, value = split[0] / np.float32(math.sqrt(size)), split[1].swapaxes(1, 2), split[2]
        mixed = np.empty_like(hidden)
        # A word sees only the words of its own text.
        for text in texts:
            scores = query[:, text] @ key[:, :, text]
            shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
            shares /= shares.sum(axis=-1, keepdims=True)
            mixed[text] = (shares @ value[:, text]).transpose(1, 0, 2).reshape(-1, hidden.shape[1])
        return self._out(mixed)


# Abramowitz and Stegun, Handbook of Mathematical Functions (1964), equation 7.1.26: |error| <= 1.5e-7.
_ERF_P = np.float32(0.3275911)
_ERF_A = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)))


def _gelu(x: Vectors) -> Vectors:
    """Gaussian error linear unit with the exact error function, not the tanh shortcut.

    In place wherever it can be: a third of the time went into fetching fresh memory.
    """
    scaled = np.abs(x)
    scaled *= np.float32(1 / math.sqrt(2))
    t = scaled * _ERF_P
    t += 1
    np.reciprocal(t, out=t)
    series = np.zeros_like(t)
    for coefficient in _ERF_A:
        series += coefficient
        series *= t
    np.square(scaled, out=scaled)
    np.negative(scaled, out=scaled)
    np.exp(scaled, out=scaled)
    series *= scaled
    erf = np.subtract(1, series, out=series)
    np.copysign(erf, x, out=erf)
    erf += 1
    erf *= x
    erf *= np.float32(0.5)
    return erf


def _read_safetensors(path: Path) -> dict[str, Vectors]:
    """Return the float tensors of a safetensors file: 8 bytes of header length, a JSON header, the data.

    Each is read into memory of its own, so that what is joined to another can be let go. A memory map would kill the
    process if the file were cut while in use.
    """
    tensors: dict[str, Vectors] = {}
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
        for name, entry in header.items():
            if entry.get("dtype") == "F32":
                first, last = entry["data_offsets"]
                file.seek(8 + length + first)
                tensors[name] = np.frombuffer(file.read(last - first), dtype="<f4").reshape(entry["shape"])
    return tensors

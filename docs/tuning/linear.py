"""Learn a linear model over the words and the vector of a message: a multinomial logistic regression."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from bot.coach.hearing import words_of
from bot.knowledge.embedding import load_embedder
from bot.knowledge.likelihoods import BUCKETS
from bot.nlu.tidy import tidy

ROOT = Path(__file__).parents[2]
VECTOR_SHARE = 2.0
STEPS, RATE, MOMENTUM, DECAY = 200, 6.0, 0.9, 1e-5
Rows = NDArray[np.float32]


def read(file: Path) -> list[dict[str, object]]:
    """Return the objects of a file of JSON lines; none where there is no file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def matrix(texts: Sequence[str]) -> scipy.sparse.csr_matrix:
    """Return buckets of words, vector and a one for each text."""
    vectors = VECTOR_SHARE * load_embedder(ROOT / "data" / "weights").embed([tidy(text) for text in texts])
    told = [words_of(text) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(one) for one in told])
    columns = np.array([bucket for one in told for bucket in one], dtype=np.int64)
    weights = np.array([weight for one in told for weight in one.values()], dtype=np.float32)
    words = scipy.sparse.csr_matrix((weights, (rows, columns)), shape=(len(texts), BUCKETS))
    ones = np.ones((len(texts), 1), np.float32)
    return scipy.sparse.hstack([words, scipy.sparse.csr_matrix(vectors), ones]).tocsr()


def learnt(rows: scipy.sparse.csr_matrix, wanted: NDArray[np.intp], labels: int, *, evening: float) -> Rows:
    """Return the weights; a label counts by its share to the power of 1 - `evening`, so rare ones count more."""
    weights = np.zeros((rows.shape[1], labels), np.float32)
    moved = np.zeros_like(weights)
    right = np.eye(labels, dtype=np.float32)[wanted]
    share = (1 / np.maximum(np.bincount(wanted, minlength=labels), 1) ** evening)[wanted]
    share = (share / share.mean()).astype(np.float32)[:, None]
    turned = rows.T.tocsr()
    for _ in range(STEPS):
        slope = turned @ ((likelihoods(rows, weights) - right) * share) / rows.shape[0] + DECAY * weights
        moved = MOMENTUM * moved + slope
        weights -= RATE * moved
    return weights


def likelihoods(rows: scipy.sparse.csr_matrix, weights: Rows) -> Rows:
    """Return how likely each label is for each row."""
    scores = rows @ weights
    shares: Rows = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def store(weights: Rows, labels: Sequence[str], file: Path) -> None:
    """Write the weights as `bot.knowledge.likelihoods` reads them."""
    steps = np.abs(weights[:BUCKETS]).max(axis=0) / 127
    np.savez_compressed(
        file,
        labels=np.array(labels),
        words=np.round(weights[:BUCKETS] / steps).astype(np.int8),
        word_steps=steps.astype(np.float32),
        meaning=(VECTOR_SHARE * weights[BUCKETS:-1]).astype(np.float16),
        constants=weights[-1].astype(np.float32),
    )

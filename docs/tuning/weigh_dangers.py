"""Learn `bot/knowledge/danger_weights.npz`: which danger the words and the vector of a message tell of.

Run from the project's root after `tune.py`: `python docs/tuning/weigh_dangers.py`. With
`--check` it leaves each author's lines out in turn and prints what signs and model see of them, and stores nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.coach.sensing import PERHAPS, SURE, heard
from bot.knowledge.dangers import BUCKETS, NONE, WEIGHTS_FILE
from bot.knowledge.embedding import load_embedder
from bot.knowledge.ingest import read_library
from bot.nlu.red_flags import CATEGORIES, red_flags
from bot.nlu.repair import names_in, repaired
from bot.nlu.word_weights import bucketed

ROOT = Path(__file__).parents[2]
DIMENSIONS, VECTOR_SHARE = 384, 2.0
STEPS, RATE, MOMENTUM, DECAY, EVENING = 200, 6.0, 0.9, 1e-5, 0.25
PHRASES = ("public", "everyday", "first_look", "second_look", "third_look", "fourth_look", "slips", "frozen", "talk")
LABELS = (NONE, *CATEGORIES)
Rows = NDArray[np.float32]


def lines() -> list[tuple[str, int, int]]:
    """Return every text with its label and its author; 0 is nobody in particular."""
    written = _read(Path(__file__).with_name("dangers.jsonl"))
    found = [(row["text"], LABELS.index(row["category"] or NONE), row["author"]) for row in written]
    for row in _read(ROOT / "tests" / "nlu" / "red_flags.jsonl"):
        gravest = min(row["flags"], key=CATEGORIES.index) if row["flags"] else NONE
        found.append((row["text"], LABELS.index(gravest), 0))
    ordinary = [
        row["text"]
        for name in PHRASES
        for row in _read(ROOT / "tests" / "nlu" / f"phrases_{name}.jsonl")
        if row["text"]
    ]
    ordinary += [
        text for article in read_library([ROOT / "knowledge"])[0].articles.values() for text in article.asked_as
    ]
    found += [(text, 0, 0) for text in ordinary if not red_flags(text)]
    return [one for one in found if one[0].strip()]


def _read(file: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def matrix(texts: list[str]) -> Rows:
    """Return buckets of words, vector and a one for each text."""
    rows = np.zeros((len(texts), BUCKETS + DIMENSIONS + 1), np.float32)
    plain = [heard(text) for text in texts]
    rows[:, BUCKETS:-1] = VECTOR_SHARE * load_embedder(ROOT / "data" / "weights").embed(plain)
    rows[:, -1] = 1.0
    for number, (text, tidied) in enumerate(zip(texts, plain, strict=True)):
        for bucket, weight in bucketed(repaired(tidied, names=names_in(text)), buckets=BUCKETS).items():
            rows[number, bucket] = weight
    return rows


def learnt(rows: Rows, wanted: NDArray[np.intp]) -> Rows:
    """Return the weights of a multinomial logistic regression; rare labels count somewhat more."""
    weights = np.zeros((rows.shape[1], len(LABELS)), np.float32)
    moved = np.zeros_like(weights)
    right = np.eye(len(LABELS), dtype=np.float32)[wanted]
    share = (1 / np.maximum(np.bincount(wanted, minlength=len(LABELS)), 1) ** EVENING)[wanted]
    share = (share / share.mean()).astype(np.float32)[:, None]
    for _ in range(STEPS):
        slope = rows.T @ ((likelihoods(rows, weights) - right) * share) / len(rows) + DECAY * weights
        moved = MOMENTUM * moved + slope
        weights -= RATE * moved
    return weights


def likelihoods(rows: Rows, weights: Rows) -> Rows:
    """Return how likely each label is for each row."""
    scores = rows @ weights
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def check(rows: Rows, wanted: NDArray[np.intp], authors: NDArray[np.intp], texts: list[str]) -> None:
    """Print what is seen of each author's lines by a model that was learnt without them."""
    for author in sorted(set(authors.tolist()) - {0}):
        apart = authors == author
        danger = 1 - likelihoods(rows[apart], learnt(rows[~apart], wanted[~apart]))[:, 0]
        signs = np.array([bool(red_flags(text)) for text, here in zip(texts, apart, strict=True) if here])
        real = wanted[apart] > 0
        for name, seen in (
            ("signs", signs),
            ("signs or sure", signs | (danger >= SURE)),
            ("signs or perhaps", signs | (danger >= PERHAPS)),
        ):
            sys.stdout.write(f"author {author}: {name}: {seen[real].mean():.3f} seen, {seen[~real].mean():.3f} false\n")


def main() -> None:
    """Measure, or learn and store."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    texts, labels, authors = zip(*lines(), strict=True)
    wanted = np.array(labels)
    rows = matrix(list(texts))
    if parser.parse_args().check:
        check(rows, wanted, np.array(authors), list(texts))
        return
    weights = learnt(rows, wanted)
    steps = np.abs(weights[:BUCKETS]).max(axis=0) / 127
    np.savez_compressed(
        WEIGHTS_FILE,
        labels=np.array(LABELS),
        words=np.round(weights[:BUCKETS] / steps).astype(np.int8),
        word_steps=steps.astype(np.float32),
        meaning=(VECTOR_SHARE * weights[BUCKETS:-1]).astype(np.float16),
        constants=weights[-1].astype(np.float32),
    )


if __name__ == "__main__":
    main()

"""Learn the weights of `bot/knowledge/likely_answers.py` from `in_talk.jsonl` and print them.

Run from the project's root after `ingest`: `PYTHONPATH=. python docs/tuning/weigh_talk.py`. Each line holds a message
(`said`), what was told (`told`: an article's slug and the question of one of its answers, null for its verdict), the
message that came next (`text`), the answers that would do for it (`right`, none if no answer does) and its author.
"""

from __future__ import annotations

import argparse
import json
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from keep_vectors import message_vectors
from numpy.typing import NDArray

from bot.knowledge.embedding import Vectors
from bot.knowledge.likely_answers import features_alone, features_next
from bot.knowledge.ranking import Scores
from bot.knowledge.retrieval import with_told
from bot.knowledge.retriever import open_retriever
from bot.knowledge.talks_before import TalksBefore

ROOT = Path(__file__).parents[2]
STEPS, RATE, DECAY = 300, 0.1, 1e-4
BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
Rows = NDArray[np.float32]


def near_others(
    messages: Vectors,
    meant: list[list[int]],
    authors: NDArray[np.intp],
    asked: Vectors,
    by: NDArray[np.intp],
    units: int,
) -> Scores:
    """Return how near each of `asked` is to what other authors wrote for each unit: its own would be no stranger's."""
    near = np.zeros((len(asked), units), dtype=np.float32)
    for author in sorted(set(by.tolist())):
        others = np.flatnonzero(authors != author)
        pairs = [(place, unit) for place, row in enumerate(others.tolist()) for unit in meant[row]]
        before = TalksBefore.of(messages[others], pairs, size=units)
        for row in np.flatnonzero(by == author).tolist():
            near[row] = before.near(asked[row])
    return near


def learnt(rows: Rows, right: NDArray[np.bool_]) -> tuple[NDArray[np.float64], float]:
    """Return the weights and the score of no answer; `right` has one column more than there are units: none."""
    mean, spread = rows.mean((0, 1)), rows.std((0, 1)) + 1e-6
    scaled = ((rows - mean) / spread).astype(np.float32)
    weights, none = np.zeros(rows.shape[2]), np.zeros(1)
    moved = [(np.zeros_like(one), np.zeros_like(one)) for one in (weights, none)]
    for step in range(1, STEPS + 1):
        scores = np.concatenate([scaled @ weights.astype(np.float32), np.repeat(none[None], len(rows), 0)], axis=1)
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        wanted = shares * right
        pull = (shares - wanted / (wanted.sum(1, keepdims=True) + 1e-12)) / len(rows)
        slopes = (np.einsum("ij,ijk->k", pull[:, :-1], scaled) + DECAY * weights, pull[:, -1:].sum(0))
        for one, slope, (first, second) in zip((weights, none), slopes, moved, strict=True):
            first[:] = 0.9 * first + 0.1 * slope
            second[:] = 0.99 * second + 0.01 * slope**2
            step_size = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
            np.subtract(one, RATE * step_size, out=one)
    return weights / spread, float(none[0] + (weights * mean / spread).sum())


def likelihoods(rows: Rows, weights: NDArray[np.float64], none: float) -> NDArray[np.float64]:
    """Return how likely each unit is, and none of them. [rows x (units + 1)]"""
    scores = np.concatenate([rows @ weights, np.full((len(rows), 1), none)], axis=1)
    shares = np.exp(scores - scores.max(1, keepdims=True))
    found: NDArray[np.float64] = shares / shares.sum(1, keepdims=True)
    return found


def main() -> None:
    """Learn what comes next and what comes first, and print the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true", help="leave each author out in turn; takes long")
    check = bool(parser.parse_args().check)
    search = open_retriever(data_dir=ROOT / "data", knowledge_dirs=[ROOT / "knowledge"]).opened
    if search.dense is None:
        raise SystemExit(search.trouble)
    corpus, questions = search.corpus, search.dense.questions
    embedder, units = search.dense.embedder, corpus.units.rows.size
    places = {name: place for place, name in enumerate(corpus.units.names)}
    lines = [json.loads(line) for line in Path(__file__).with_name("in_talk.jsonl").read_text("utf-8").splitlines()]
    told = [places[tuple(line["told"])] for line in lines]
    texts = [corpus.passages[corpus.units.rows[place]].text for place in told]
    alone = message_vectors(corpus, embedder, [line["text"] for line in lines])
    first = message_vectors(corpus, embedder, [line["said"] for line in lines])
    together = message_vectors(
        corpus,
        embedder,
        [with_told(line["said"], text, line["text"]) for line, text in zip(lines, texts, strict=True)],
    )
    authors = np.array([line["author"] for line in lines])
    written = np.concatenate([alone, first])
    meant = [[places[tuple(one)] for one in line["right"]] for line in lines] + [[place] for place in told]
    near = near_others(written, meant, np.tile(authors, 2), written, np.tile(authors, 2), units)
    found = [
        features_next(corpus, questions, here, both, before=before, told=place)
        for here, both, before, place in zip(alone, together, near[: len(lines)], told, strict=True)
    ]
    names = [*found[0]]
    rows = np.stack([np.stack([one[name] for name in names], axis=1) for one in found]).astype(np.float32)
    right = np.zeros((len(lines), len(places) + 1), dtype=np.bool_)
    for at, line in enumerate(lines):
        right[at, [places[tuple(one)] for one in line["right"]] or -1] = True
    sys.stdout.write("== what comes next\n")
    _learn(names, rows, right, authors, check=check)
    sys.stdout.write("== what comes first\n")
    brought = {(line["said"], place): at for at, (line, place) in enumerate(zip(lines, told, strict=True))}
    found = [
        features_alone(corpus, questions, *search.fit(text), before=near[len(lines) + at])
        for (text, _), at in brought.items()
    ]
    names = [*found[0]]
    rows = np.stack([np.stack([one[name] for name in names], axis=1) for one in found]).astype(np.float32)
    right = np.zeros((len(brought), len(places) + 1), dtype=np.bool_)
    right[np.arange(len(brought)), [place for _, place in brought]] = True
    _learn(names, rows, right, authors[[*brought.values()]], check=check)


def _learn(names: list[str], rows: Rows, right: NDArray[np.bool_], authors: NDArray[np.intp], *, check: bool) -> None:
    if check:
        _check(rows, right, authors)
    weights, none = learnt(rows, right)
    for name, weight in zip(names, weights, strict=True):
        sys.stdout.write(f'    "{name}": {weight:.2f},\n')
    sys.stdout.write(f"NONE: {none:.2f}\n")


def _check(rows: Rows, right: NDArray[np.bool_], authors: NDArray[np.intp]) -> None:
    seen = np.zeros(right.shape)
    for author in sorted(set(authors.tolist())):
        here = authors == author
        seen[here] = likelihoods(rows[here], *learnt(rows[~here], right[~here]))
        _print(f"author {author}", seen[here], right[here])
    _print("all", seen, right)
    best = seen[:, :-1].argmax(1)
    sure = seen[np.arange(len(seen)), best]
    hit = right[np.arange(len(seen)), best]
    for low, high in pairwise(BINS):
        among = (sure >= low) & (sure < high)
        sys.stdout.write(f"  likely {low:.1f} to {high:.1f}: {among.sum()} told, {hit[among].mean():.2f} right\n")


def _print(name: str, seen: NDArray[np.float64], right: NDArray[np.bool_]) -> None:
    met = ~right[:, -1]
    order = np.argsort(-seen[met][:, :-1], axis=1)[:, :3]
    hits = np.take_along_axis(right[met], order, axis=1)
    sys.stdout.write(f"{name}: {len(right)}, of {met.sum()} with an answer {hits[:, 0].mean():.3f} first, ")
    sys.stdout.write(f"{hits.any(1).mean():.3f} among three\n")


if __name__ == "__main__":
    main()

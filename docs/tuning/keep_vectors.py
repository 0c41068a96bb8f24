"""Keep vectors as the tuned embedder makes them, so that they cost an index nothing.

Those of questions asked before go to `bot/knowledge/asked_before.npz`: `asked.jsonl` and the calibration half in
`tests/evaluation`. Those of the two lists of questions not to be answered go to `bot/knowledge/kept_vectors.npz`. Run
from the project's root after `tune.py`: `python docs/tuning/keep_vectors.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from bot.knowledge.asked_before import ASKED_BEFORE_FILE, STEPS, mark_of
from bot.knowledge.corpus import Corpus
from bot.knowledge.embedding import load_embedder
from bot.knowledge.embedding_cache import KEPT_FILE, key_of
from bot.knowledge.evaluation import read_labelled
from bot.knowledge.gate import off_topic_questions, uncovered_questions
from bot.knowledge.ingest import read_library

ROOT = Path(__file__).parents[2]
EVALUATION = ROOT / "tests" / "evaluation"
BEST, ALSO_FINE = 2, 1


def main() -> None:
    """Embed and store."""
    rows = [json.loads(line) for line in Path(__file__).with_name("asked.jsonl").read_text("utf-8").splitlines()]
    asked = [(row["text"], row["articles"], row["also_fine"]) for row in rows]
    asked += [
        (one.text, one.articles, one.also_fine)
        for one in read_labelled(EVALUATION / "questions.jsonl", EVALUATION / "labels.jsonl")
        if one.half == "calibration" and one.scope == "covered"
    ]
    embedder = load_embedder(ROOT / "data" / "weights")
    corpus = Corpus(read_library([ROOT / "knowledge"])[0], english=embedder.words)
    texts = [corpus.normalise(text).mended for text, _, _ in asked]
    relevance = np.zeros((len(asked), len(corpus.slugs)), dtype=np.uint8)
    for number, (_, articles, also_fine) in enumerate(asked):
        for slugs, grade in ((also_fine, ALSO_FINE), (articles, BEST)):
            relevance[number, [corpus.slugs.index(slug) for slug in slugs]] = grade
    np.savez_compressed(
        ASKED_BEFORE_FILE,
        embedder=np.array(embedder.name),
        slugs=np.array(corpus.slugs),
        vectors=np.clip(np.round(embedder.embed(texts) * STEPS), -127, 127).astype(np.int8),
        relevance=relevance,
        marks=np.array([mark_of(text) for text in texts]),
    )
    lists = {corpus.normalise(text).mended for text in (*off_topic_questions(), *uncovered_questions())}
    lists = sorted(lists.union(corpus.units.heads))
    np.savez_compressed(
        KEPT_FILE,
        keys=np.array([key_of(text, embedder_name=embedder.name) for text in lists]),
        vectors=embedder.embed(lists).astype(np.float16),
    )


if __name__ == "__main__":
    main()

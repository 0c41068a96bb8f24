"""Keep vectors as the tuned embedder makes them, so that they cost an index nothing.

Those of questions asked before go to `bot/knowledge/asked_before.npz`: `asked.jsonl` and the calibration half in
`tests/evaluation`. Those of the two lists of questions not to be answered go to `bot/knowledge/kept_vectors.npz`, those
of messages in talks, `in_talk.jsonl`, to `bot/knowledge/talks_before.npz`. Run
from the project's root after `tune.py`: `python docs/tuning/keep_vectors.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from bot.knowledge.asked_before import ASKED_BEFORE_FILE, mark_of
from bot.knowledge.corpus import Corpus, question_texts, question_vector
from bot.knowledge.embedding import Embedder, Vectors, load_embedder
from bot.knowledge.embedding_cache import KEPT_FILE, key_of
from bot.knowledge.evaluation import read_labelled
from bot.knowledge.gate import off_topic_questions, uncovered_questions
from bot.knowledge.ingest import read_library
from bot.knowledge.packed_vectors import pack
from bot.knowledge.talks_before import TALKS_BEFORE_FILE, UnitName

ROOT = Path(__file__).parents[2]
EVALUATION = ROOT / "tests" / "evaluation"
BEST, ALSO_FINE = 2, 1


def message_vectors(corpus: Corpus, embedder: Embedder, texts: list[str]) -> Vectors:
    """Return the vectors of messages as a search makes them."""
    both = [text for one in texts for text in question_texts(corpus.normalise(one))]
    embedded = embedder.embed(both)
    return np.stack([question_vector(embedded[at : at + 2]) for at in range(0, len(both), 2)])


def messages_of_talks() -> dict[str, list[UnitName]]:
    """Return messages of `in_talk.jsonl` with the answers that would do for each, as many as were written for one."""
    meant: dict[str, dict[UnitName, None]] = {}
    for line in Path(__file__).with_name("in_talk.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for text, right in ((row["said"], [row["told"]]), (row["text"], row["right"])):
            if text:
                meant.setdefault(text, {}).update(dict.fromkeys((slug, question) for slug, question in right))
    return {text: [*names] for text, names in meant.items() if names}


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
        vectors=pack(embedder.embed(texts)),
        relevance=relevance,
        marks=np.array([mark_of(text) for text in texts]),
    )
    meant = messages_of_talks()
    units = sorted({one for names in meant.values() for one in names}, key=lambda name: (name[0], name[1] or ""))
    places = {name: place for place, name in enumerate(units)}
    np.savez_compressed(
        TALKS_BEFORE_FILE,
        embedder=np.array(embedder.name),
        slugs=np.array([slug for slug, _ in units]),
        questions=np.array([question or "" for _, question in units]),
        pairs=np.array(
            [(row, places[name]) for row, names in enumerate(meant.values()) for name in names], dtype=np.int32
        ),
        vectors=pack(message_vectors(corpus, embedder, [*meant])),
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

"""Learn `bot/knowledge/danger_weights.npz`: which danger the words and the vector of a message tell of.

Run from the project's root after `tune.py`: `python docs/tuning/weigh_dangers.py`. With
`--check` it leaves each author's lines out in turn and prints what signs and model see of them, and stores nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import scipy.sparse
from linear import ROOT, learnt, likelihoods, matrix, read, store
from numpy.typing import NDArray

from bot.coach.sensing import PERHAPS, SURE
from bot.knowledge.dangers import NONE, WEIGHTS_FILE
from bot.knowledge.ingest import read_library
from bot.nlu.red_flags import CATEGORIES, red_flags
from tests.nlu.weigh_words import FILES

EVENING = 0.25
LABELS = (NONE, *CATEGORIES)


def lines() -> list[tuple[str, int, int]]:
    """Return every text with its label and its author; 0 is nobody in particular."""
    written = read(Path(__file__).with_name("dangers.jsonl"))
    found = [(row["text"], LABELS.index(row["category"] or NONE), row["author"]) for row in written]
    for row in read(ROOT / "tests" / "nlu" / "red_flags.jsonl"):
        gravest = min(row["flags"], key=CATEGORIES.index) if row["flags"] else NONE
        found.append((row["text"], LABELS.index(gravest), 0))
    ordinary = [
        row["text"] for name in FILES for row in read(ROOT / "tests" / "nlu" / f"phrases_{name}.jsonl") if row["text"]
    ]
    ordinary += [row["text"] for row in read(Path(__file__).with_name("talk.jsonl"))]
    ordinary += [
        text for article in read_library([ROOT / "knowledge"])[0].articles.values() for text in article.asked_as
    ]
    found += [(text, 0, 0) for text in ordinary if not red_flags(text)]
    return [one for one in found if one[0].strip()]


def check(rows: scipy.sparse.csr_matrix, wanted: NDArray[np.intp], authors: NDArray[np.intp], texts: list[str]) -> None:
    """Print what is seen of each author's lines by a model that was learnt without them."""
    for author in sorted(set(authors.tolist()) - {0}):
        apart = authors == author
        danger = 1 - likelihoods(rows[apart], learnt(rows[~apart], wanted[~apart], len(LABELS), evening=EVENING))[:, 0]
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
    rows = matrix(texts)
    if parser.parse_args().check:
        check(rows, wanted, np.array(authors), list(texts))
        return
    store(learnt(rows, wanted, len(LABELS), evening=EVENING), LABELS, WEIGHTS_FILE)


if __name__ == "__main__":
    main()

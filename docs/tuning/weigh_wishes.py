"""Learn `bot/knowledge/wish_weights.npz`: which wish the words and the vector of a message tell of.

The lines that voice a feeling also tell its mood, from which `bot/knowledge/mood_weights.npz` is learnt.

Run from the project's root after `tune.py`: `python docs/tuning/weigh_wishes.py`. With `--check` it leaves each
author's lines out in turn, prints how many of them the likeliest wish, or mood, is right for, and stores nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import numpy as np
from linear import learnt, likelihoods, matrix, read, store

from bot.knowledge.wishes import MOODS_FILE, WEIGHTS_FILE
from tests.nlu.weigh_words import kept

EVENING = 0.5
QUESTIONS, SEED = 1500, 1
"""So many voices, and as many questions asked before, stand for questions of knowledge."""
LEVELS = (0.5, 0.7, 0.8, 0.9)


Line = tuple[str, str, int]
"""A text, its label and its author; 0 is nobody in particular."""


def wishes() -> list[Line]:
    """Return every text with its intent."""
    here = Path(__file__).parent
    found = [(str(row["text"]), str(row["intent"]), int(str(row["author"]))) for row in read(here / "talk.jsonl")]
    found += [(text, intent, 0) for text, intent in kept()]
    drawn = random.Random(SEED)
    for name in ("voices", "asked"):
        questions = drawn.sample(read(here / f"{name}.jsonl"), QUESTIONS)
        found += [(str(row["text"]), "knowledge_question", 0) for row in questions]
    return found


def moods() -> list[Line]:
    """Return every text that voices a feeling, with its mood."""
    rows = read(Path(__file__).parent / "talk.jsonl")
    return [(str(row["text"]), str(row["mood"]), int(str(row["author"]))) for row in rows if "mood" in row]


def learn(lines: list[Line], file: Path, *, checks: bool) -> None:
    """Measure by authors left out, or learn from all and store."""
    texts, told, authors = zip(*lines, strict=True)
    labels = sorted(set(told))
    wanted = np.array([labels.index(label) for label in told])
    rows, by = matrix(texts), np.array(authors)
    if not checks:
        store(learnt(rows, wanted, len(labels), evening=EVENING), labels, file)
        return
    for author in sorted(set(authors) - {0}):
        apart = by == author
        shares = likelihoods(rows[apart], learnt(rows[~apart], wanted[~apart], len(labels), evening=EVENING))
        right, sure = shares.argmax(axis=1) == wanted[apart], shares.max(axis=1)
        seen = ", ".join(f"{right[sure >= one].mean():.3f} of {np.mean(sure >= one):.2f} from {one}" for one in LEVELS)
        sys.stdout.write(f"{file.stem}, author {author}: right {right.mean():.3f}; {seen}\n")


def main() -> None:
    """Measure, or learn and store."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    checks = parser.parse_args().check
    learn(wishes(), WEIGHTS_FILE, checks=checks)
    learn(moods(), MOODS_FILE, checks=checks)


if __name__ == "__main__":
    main()

"""Learn the weights of `bot/coach/goes_on.py` from `follow_ups.jsonl` and print them.

Run from the project's root after `ingest`: `python docs/tuning/weigh_follow_ups.py`. Each line holds what was asked
(`said`), the `reply`, the follow-up (`text`), the same wish written out (`alone`) and its author. A reading is right if
it finds first what the wish written out finds first; lines on which both readings agree teach nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from linear import ROOT, read
from numpy.typing import NDArray

from bot.coach.goes_on import features
from bot.knowledge.retrieval import with_told
from bot.knowledge.retriever import Retriever, open_retriever

STEPS, RATE, DECAY = 4000, 0.5, 0.003
Rows = NDArray[np.float64]


def told(retriever: Retriever, row: dict[str, object]) -> tuple[list[float], bool, bool]:
    """Return the features of a follow-up, and whether it is read right alone, and together with the question before."""
    said, text, reply = str(row["said"]), str(row["text"]), str(row["reply"]).split("\nSources:")[0]
    both = with_told(said, reply, text)
    alone, together, wish = (retriever.find(one) for one in (text, both, str(row["alone"])))
    found = features(text, f"{said} {reply}", alone=alone, together=together)
    return [*found.values()], alone.articles[:1] == wish.articles[:1], together.articles[:1] == wish.articles[:1]


def learnt(rows: Rows, goes_on: NDArray[np.bool_]) -> Rows:
    """Return the weights of a logistic regression."""
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-rows @ weights))
        weights -= RATE * (rows.T @ (shares - goes_on) / len(rows) + DECAY * weights)
    return weights


def main() -> None:
    """Measure each author by the others, then learn from all and print."""
    retriever = open_retriever(data_dir=ROOT / "data", knowledge_dirs=[ROOT / "knowledge"])
    lines = read(Path(__file__).with_name("follow_ups.jsonl"))
    names = [*features("", "", alone=retriever.find("a"), together=retriever.find("a"))]
    seen = [told(retriever, row) for row in lines]
    rows = np.array([one for one, _, _ in seen])
    alone, together = (np.array([one[place] for one in seen]) for place in (1, 2))
    authors = np.array([int(str(row["author"])) for row in lines])
    differ = alone != together
    for author in sorted(set(authors.tolist())):
        here, rest = authors == author, (authors != author) & differ
        leans = rows[here] @ learnt(rows[rest], together[rest]) > 0
        right = np.where(leans, together[here], alone[here]).mean()
        best = (together | alone)[here].mean()
        sys.stdout.write(f"author {author}: alone {alone[here].mean():.3f}, chosen {right:.3f}, at best {best:.3f}\n")
    for name, weight in zip(names, learnt(rows[differ], together[differ]), strict=True):
        sys.stdout.write(f'    "{name}": {weight:.2f},\n')


if __name__ == "__main__":
    main()

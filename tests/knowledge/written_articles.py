"""Small article folders for tests, and an embedder that needs no weights."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bot.knowledge.embedding import DIMENSIONS, Vectors

WORKS = (
    {
        "key": "kohrt-1992",
        "authors": "Kohrt WM, Obert KA, Holloszy JO",
        "year": 1992,
        "title": "Exercise training improves fat distribution patterns",
        "journal": "J Gerontol 47(4)",
        "doi": "10.1093/geronj/47.4.M99",
        "kind": "controlled trial",
    },
    {
        "key": "does-running-burn-buttocks-fat",
        "authors": None,
        "year": None,
        "title": "Does Running Burn Buttocks Fat",
        "journal": None,
        "doi": None,
        "kind": "article",
    },
)

FRONT_MATTER = """\
title: Does running make your butt smaller?
slug: butt-smaller
question: Does running make my butt smaller?
asked_as: [will running shrink my bum, does jogging slim your backside]
strength: strong
date: 2026-11-22
sources: [kohrt-1992, does-running-burn-buttocks-fat]
figure: fat_projection
"""

BODY = """\
## verdict

- Running can make your butt smaller if it makes you lose fat. [@does-running-burn-buttocks-fat]
- Only as part of losing fat all over. Nobody picks the place. [@kohrt-1992; @does-running-burn-buttocks-fat]

## because

Your butt is fat over muscle. Running draws on fat from all over your body. [@kohrt-1992] The waist often goes first.
"""

BLISTERS = """\
---
title: How do you stop blisters on a run?
slug: blisters
question: How do I stop blisters?
asked_as: [my feet blister after running, rubbing socks]
strength: mixed
date: 2026-11-20
sources: [kohrt-1992]
---
## verdict

- Dry socks that fit prevent most blisters. [@kohrt-1992]

## how_to

- Change wet socks and loosen your laces before a long run.
- Tape the heel where the shoe rubs. [@kohrt-1992]
"""


def article(front_matter: str = FRONT_MATTER, body: str = BODY) -> str:
    """Return the text of an article file."""
    return f"---\n{front_matter}---\n{body}"


def write_bibliography(folder: Path, works: Sequence[Mapping[str, object]] = WORKS) -> Path:
    path = folder / "bibliography.json"
    path.write_text(json.dumps(works), encoding="utf-8")
    return path


def write_shelf(folder: Path) -> Path:
    """Write two good articles and their bibliography into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_bibliography(folder)
    (folder / "butt-smaller.md").write_text(article(), encoding="utf-8")
    (folder / "blisters.md").write_text(BLISTERS, encoding="utf-8")
    return folder


class HashingEmbedder:
    """Gives texts with the same words near vectors; remembers what it was asked to embed."""

    name = "hashing/1"
    words: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        vectors = np.stack([self._vector(text) for text in texts])
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)

    def _vector(self, text: str) -> Vectors:
        vector = np.full(DIMENSIONS, 0.01, dtype=np.float32)
        for word in re.findall(r"[a-z0-9]+", text.lower()):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "little")
            vector += np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
        return vector

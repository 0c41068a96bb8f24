"""Vectors computed before, by the hash of their text: an edited article costs only its own passages.

Those of the two lists that come with the program (`off_topic.txt`, `uncovered.txt`) are shipped beside them, made by
`docs/tuning/keep_vectors.py`: a line changed since is computed like any other text.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from bot.knowledge.embedding import Embedder, Vectors

Progress = Callable[[int, int], None]

KEPT_FILE: Final = Path(__file__).with_name("kept_vectors.npz")
_SLICE = 64
_DIGEST = hashlib.sha256().digest_size


class EmbeddingCache:
    """A file of vectors. A damaged or missing file is an empty cache."""

    def __init__(self, path: Path, *, embedder_name: str) -> None:
        """Read the file.

        Args:
            path: Where it is, or will be.
            embedder_name: Vectors of another embedder are not found.
        """
        self._path = path
        self._name = embedder_name
        self._vectors = _read(path)
        self._kept = kept_vectors()

    def missing(self, texts: Collection[str]) -> list[str]:
        """Return the texts that have no vector yet, each once, long ones first: so a forecast errs on the safe side."""
        known = self._vectors.keys() | self._kept.keys()
        return sorted({text for text in texts if self._key(text) not in known}, key=lambda text: (-len(text), text))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts that are all there."""
        keys = map(self._key, texts)
        return np.stack([self._vectors[key] if key in self._vectors else self._kept[key] for key in keys])

    def fill(self, texts: Sequence[str], *, embedder: Embedder, progress: Progress) -> None:
        """Compute what is missing and keep on disk exactly the vectors of these texts.

        What was computed before an interruption is kept too.

        Args:
            texts: All that will be asked for.
            embedder: Computes the vectors.
            progress: Told how many are done and how many there are to do, beginning with none done.
        """
        missing = self.missing(texts)
        done = 0
        try:
            progress(done, len(missing))
            for start in range(0, len(missing), _SLICE):
                batch = missing[start : start + _SLICE]
                for text, vector in zip(batch, embedder.embed(batch), strict=True):
                    self._vectors[self._key(text)] = vector
                done += len(batch)
                progress(done, len(missing))
            wanted = {self._key(text) for text in texts}
            self._vectors = {key: vector for key, vector in self._vectors.items() if key in wanted}
        finally:
            self._write()

    def _key(self, text: str) -> str:
        return key_of(text, embedder_name=self._name)

    def _write(self) -> None:
        if not self._vectors:
            return
        body = io.BytesIO()
        np.savez(body, keys=np.array(list(self._vectors)), vectors=np.stack(list(self._vectors.values())))
        raw = body.getvalue()
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(hashlib.sha256(raw).digest() + raw)
        fresh.replace(self._path)


def key_of(text: str, *, embedder_name: str) -> str:
    """Return by what a text's vector is kept; vectors of another embedder are not found."""
    return hashlib.sha256(f"{embedder_name}\0{text}".encode()).hexdigest()


def kept_vectors() -> dict[str, Vectors]:
    """Return the vectors that come with the program."""
    with np.load(KEPT_FILE, allow_pickle=False) as kept:
        return dict(zip(kept["keys"].tolist(), kept["vectors"].astype(np.float32), strict=True))


def _read(path: Path) -> dict[str, Vectors]:
    try:
        raw = path.read_bytes()
    except OSError:
        return {}
    digest, body = raw[:_DIGEST], raw[_DIGEST:]
    if hashlib.sha256(body).digest() != digest:
        return {}
    with np.load(io.BytesIO(body), allow_pickle=False) as saved:
        return dict(zip(saved["keys"].tolist(), saved["vectors"], strict=True))

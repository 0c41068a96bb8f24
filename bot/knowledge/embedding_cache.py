"""Vectors computed before, by the hash of their text: an edited article costs only its own passages."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import numpy as np

from bot.knowledge.embedding import Embedder, Vectors

Progress = Callable[[int, int], None]

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

    def missing(self, texts: Collection[str]) -> list[str]:
        """Return the texts that have no vector yet, each once, long ones first: so a forecast errs on the safe side."""
        return sorted(
            {text for text in texts if self._key(text) not in self._vectors}, key=lambda text: (-len(text), text)
        )

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of texts that are all there."""
        return np.stack([self._vectors[self._key(text)] for text in texts])

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
        return hashlib.sha256(f"{self._name}\0{text}".encode()).hexdigest()

    def _write(self) -> None:
        if not self._vectors:
            return
        body = io.BytesIO()
        np.savez(body, keys=np.array(list(self._vectors)), vectors=np.stack(list(self._vectors.values())))
        raw = body.getvalue()
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(hashlib.sha256(raw).digest() + raw)
        fresh.replace(self._path)


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

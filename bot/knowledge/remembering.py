"""An embedder that remembers the last texts: one turn asks for the same few several times."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from bot.knowledge.embedding import Embedder, Vectors


class RememberingEmbedder:
    """Gives the vectors of another embedder, each computed once while it is remembered. Safe from several threads."""

    def __init__(self, embedder: Embedder, *, most: int = 512) -> None:
        """Begin with nothing remembered.

        Args:
            embedder: Computes what is not remembered.
            most: How many texts are remembered; the one asked for longest ago is forgotten first.
        """
        self.name = embedder.name
        self.words = embedder.words
        self._embedder = embedder
        self._most = most
        self._known: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found |= dict(zip(missing, self._embedder.embed(missing), strict=True))
        with self._lock:
            for text, vector in found.items():
                self._known[text] = vector
                self._known.move_to_end(text)
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return np.stack([found[text] for text in texts])

"""Vectors on disk, kept and searched by Chroma. The only module that talks to it.

What decided the shape (all seen with the pinned release): a collection that is not told `embedding_function=None`
downloads a model; its distance is Euclidean unless told otherwise; opening a database rewrites its files, and opening
damaged ones can end the process by a signal. So a store is written once, and opened only as a private copy whose
bytes were checked (`bot.knowledge.artefact`).
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from bot.errors import PassageIndexError
from bot.knowledge.embedding import Vectors

if TYPE_CHECKING:
    from chromadb.api.client import Client

MOST = 1000
"""As many neighbours are asked for at most; in a larger store the rest counts as not near."""

_COLLECTION = "passages"
_BATCH = 500


def write_store(folder: Path, *, ids: Sequence[str], vectors: Vectors, notes: Sequence[Mapping[str, str]]) -> None:
    """Write unit vectors with their ids and notes into a new folder.

    Raises:
        PassageIndexError: If Chroma fails or does not hold what it was given.
    """
    with _chroma_errors(f"{folder}: cannot be written"):
        client = _connect(folder)
        try:
            collection = client.create_collection(
                _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
            for start in range(0, len(ids), _BATCH):
                rows = slice(start, start + _BATCH)
                collection.add(ids=list(ids[rows]), embeddings=vectors[rows], metadatas=list(notes[rows]))
            held = collection.count()
        finally:
            client.close()
    if held != len(ids):
        raise PassageIndexError(f"{folder}: {held} of {len(ids)} vectors were kept")


class VectorStore:
    """An opened store. Its folder is its own: Chroma changes files even when nothing is written."""

    def __init__(self, folder: Path, *, ids: Sequence[str], dispose: Callable[[], None]) -> None:
        """Open a folder whose bytes are known to be good.

        Args:
            folder: A private copy of what `write_store` wrote.
            ids: The ids it must hold; their order is the order of the scores.
            dispose: Called once, when the store has been closed or nobody refers to it any more.

        Raises:
            PassageIndexError: If it cannot be opened or holds another number of vectors.
        """
        self._rows = {identity: row for row, identity in enumerate(ids)}
        with _chroma_errors(f"{folder}: cannot be opened"):
            client = _connect(folder)
            self._close = weakref.finalize(self, _close, client, dispose)
            self._collection = client.get_collection(_COLLECTION, embedding_function=None)
            held = self._collection.count()
        if held != len(ids):
            raise PassageIndexError(f"{folder}: holds {held} vectors instead of {len(ids)}")

    def cosines(self, vector: Vectors) -> NDArray[np.float32]:
        """Return the cosine of every stored vector with a unit vector; NaN beyond the nearest thousand.

        Raises:
            PassageIndexError: If Chroma fails.
        """
        with _chroma_errors("the passage index cannot be searched"):
            found = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=min(len(self._rows), MOST), include=["distances"]
            )
        if not found["ids"][0]:
            raise PassageIndexError("the passage index cannot be searched (it finds nothing)")
        cosines = np.full(len(self._rows), np.nan, dtype=np.float32)
        distances = found["distances"] or [[]]
        for identity, distance in zip(found["ids"][0], distances[0], strict=True):
            cosines[self._rows[identity]] = 1.0 - distance
        return cosines

    def close(self) -> None:
        """Let go of the files; a second call does nothing."""
        self._close()


def _close(client: Client, dispose: Callable[[], None]) -> None:
    client.close()
    dispose()


def _connect(folder: Path) -> Client:
    # Slow to import (about a second), and needed only where there is an index.
    import chromadb
    from chromadb.config import Settings

    # `_env_file`: Chroma would read the `.env` of the folder the program was started in.
    settings = Settings(_env_file=None, anonymized_telemetry=False)
    # Declared as an interface that lacks `close`.
    return cast("Client", chromadb.PersistentClient(path=folder, settings=settings))


@contextmanager
def _chroma_errors(what: str) -> Iterator[None]:
    try:
        yield
    # Chroma has errors of its own, those of its bindings and plain ones; here they all mean the same.
    except Exception as error:
        raise PassageIndexError(f"{what} ({type(error).__name__})") from error

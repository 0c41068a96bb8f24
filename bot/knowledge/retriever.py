"""Finding passages for a question in a person's own words: opening what there is, and keeping up with rebuilds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.errors import KnowledgeError, PassageIndexError, WeightsError
from bot.knowledge import artefact
from bot.knowledge.article import Library, Passage
from bot.knowledge.calibration import Exam
from bot.knowledge.corpus import Corpus
from bot.knowledge.embedding import Embedder, Vectors, load_embedder
from bot.knowledge.ingest import read_library
from bot.knowledge.passage_search import Dense, PassageSearch
from bot.knowledge.remembering import RememberingEmbedder
from bot.knowledge.retrieval import Likely, Retrieval, SearchMode
from bot.knowledge.talks_before import talks_before

_AT_ONCE = 2
"""Searches side by side; Chroma serialises, so more would only wait inside it."""
_LONGEST = 1000
"""As much of a question is read; the embedding model stops there too. [characters]"""
_NO_INDEX = "searching by words only until `python -m bot ingest` has been run"
_NO_WEIGHTS = "searching by words only until `make run` has fetched the weights again"


class Retriever:
    """Searches one library of articles. Without index or weights it searches by words only and says why."""

    def __init__(self, *, index_dir: Path, knowledge_dirs: Sequence[Path], load: Callable[[], Embedder]) -> None:
        """Open what there is.

        Args:
            index_dir: Where indexes are built.
            knowledge_dirs: The articles, read only if there is no index to take them from.
            load: Gives the embedder, or raises a `KnowledgeError`.
        """
        self._index_dir = index_dir
        self._knowledge_dirs = tuple(knowledge_dirs)
        self._load = load
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._pointer = artefact.pointer(index_dir)
        self._opened = self._open()

    @property
    def opened(self) -> PassageSearch:
        """What is searched at this moment."""
        return self._opened

    @property
    def library(self) -> Library:
        """The articles that are searched."""
        return self._opened.library

    @property
    def mode(self) -> SearchMode:
        """`hybrid`, or `lexical` without vectors."""
        return self._opened.mode

    @property
    def trouble(self) -> str | None:
        """One line for the log if the mode is `lexical`: what is wrong and what helps."""
        return self._opened.trouble

    async def search(self, question: str, *, limit: int = 10) -> Retrieval:
        """Find the passages nearest to a question without holding up the event loop."""
        async with self._slots:
            return await asyncio.to_thread(self.find, question, limit=limit)

    def find(self, question: str, *, limit: int = 10) -> Retrieval:
        """Find the passages nearest to a question in the person's words.

        Args:
            question: Of any length; only its beginning is read.
            limit: How many passages to return at most.
        """
        return self._opened.find(question[:_LONGEST], limit=limit)

    async def answer_among(self, question: str, slugs: Collection[str], *, asks: bool = True) -> Passage | None:
        """Return what some articles hold for just this question, without holding up the event loop.

        Args:
            question: Of any length; only its beginning is read.
            slugs: The articles to look through.
            asks: Whether it is a question; a message that only tells something must be nearer.
        """
        async with self._slots:
            return await asyncio.to_thread(self._opened.answer_among, question[:_LONGEST], slugs, asks=asks)

    async def answers_next(self, text: str, together: str, *, told: str | None) -> Sequence[Likely]:
        """Return the answers a message of a talk is likely after, best first, without holding up the event loop.

        Args:
            text: The message; only its beginning is read.
            together: The same with what was asked and told before it.
            told: Id of the passage that was told before, if any.
        """
        async with self._slots:
            return await asyncio.to_thread(self._opened.answers_next, text[:_LONGEST], together[:_LONGEST], told=told)

    def names_anew(self, text: str, *, alone: Retrieval, together: Retrieval) -> bool:
        """Whether a message names a subject of its own, which the article found together is not about."""
        return self._opened.names_anew(text[:_LONGEST], alone=alone, together=together)

    async def meaning(self, text: str) -> Vectors | None:
        """Return the vector of a text without holding up the event loop; None where there are no vectors."""
        dense = self._opened.dense
        if dense is None:
            return None
        async with self._slots:
            vectors = await asyncio.to_thread(dense.embedder.embed, [text])
        one: Vectors = vectors[0]
        return one

    def refresh(self) -> bool:
        """Open the index that counts now, if it is another than the one opened; blocks only then.

        Searches under way end on the index they began with.

        Returns:
            Whether another index was opened.
        """
        now = artefact.pointer(self._index_dir)
        if now == self._pointer:
            return False
        self._pointer, self._opened = now, self._open()
        return True

    def _open(self) -> PassageSearch:
        try:
            current = artefact.read_current(self._index_dir)
        except PassageIndexError as error:
            return _by_words(read_library(self._knowledge_dirs)[0], trouble=f"{error}; {_NO_INDEX}")
        thresholds = current.manifest.thresholds
        try:
            # Reading and hashing 90 MB of weights leaves the interpreter to the import of Chroma.
            with ThreadPoolExecutor(1) as aside:
                loading = aside.submit(self._load)
                questions = artefact.open_questions(current)
                words = artefact.open_words(current)
                store = artefact.open_vectors(current)
                embedder = loading.result()
            if embedder.name != current.manifest.embedder:
                raise PassageIndexError(f"{current.folder}: made with another embedding model")
        except KnowledgeError as error:
            return PassageSearch(
                library=current.library,
                corpus=Corpus(current.library, english=frozenset()),
                lexical_thresholds=thresholds["lexical"],
                trouble=f"{error}; {_NO_WEIGHTS if isinstance(error, WeightsError) else _NO_INDEX}",
            )
        corpus = Corpus(current.library, english=embedder.words, words=words)
        return PassageSearch(
            library=current.library,
            corpus=corpus,
            lexical_thresholds=thresholds["lexical"],
            dense=Dense(
                embedder=RememberingEmbedder(embedder),
                store=store,
                questions=questions,
                talks=talks_before(corpus.units.names, embedder_name=embedder.name),
                judges=current.manifest.judges,
                thresholds=thresholds["hybrid"],
            ),
        )


def open_retriever(*, data_dir: Path, knowledge_dirs: Sequence[Path]) -> Retriever:
    """Open the passage index. Blocks for about a second; never raises for a missing or damaged file.

    Args:
        data_dir: Holds index and weights.
        knowledge_dirs: The articles, read only if there is no index to take them from.
    """
    return Retriever(
        index_dir=data_dir / "index", knowledge_dirs=knowledge_dirs, load=lambda: load_embedder(data_dir / "weights")
    )


def _by_words(library: Library, *, trouble: str) -> PassageSearch:
    corpus = Corpus(library, english=frozenset())
    return PassageSearch(
        library=library, corpus=corpus, lexical_thresholds=Exam(corpus).lexical_thresholds(), trouble=trouble
    )

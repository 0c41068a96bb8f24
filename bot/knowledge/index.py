"""Building the passage index, and knowing when there is nothing to build."""

from __future__ import annotations

import hashlib
import importlib.metadata
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from filelock import FileLock

from bot.errors import KnowledgeError, PassageIndexError
from bot.knowledge import artefact
from bot.knowledge.article import Library
from bot.knowledge.asked_before import asked_before
from bot.knowledge.calibration import Exam
from bot.knowledge.corpus import Corpus, embedded_text
from bot.knowledge.embedding import Embedder, Vectors, load_embedder, model_name
from bot.knowledge.embedding_cache import EmbeddingCache, Progress
from bot.knowledge.gate import load_gate
from bot.knowledge.question_store import write_questions
from bot.knowledge.vector_store import write_store

_RULES = (
    "asked_before.npz",
    "asked_before.py",
    "calibration.py",
    "corpus.py",
    "coverage.py",
    "directions.py",
    "gate.json",
    "gate.py",
    "kept_vectors.npz",
    "lexical.py",
    "lexicon.toml",
    "looking.py",
    "normaliser.py",
    "off_topic.txt",
    "question_store.py",
    "ranking.py",
    "uncovered.txt",
    "vector_store.py",
)
"""Files beside this one whose change makes thresholds or vectors mean something else."""

_STAGING = ".building-"
_CHECK_TIME_S = 120.0
_SAME = 0.999
"""Cosine from which a vector is taken for itself; it is not-a-number where the vector was not found at all."""


def build(library: Library, *, data_dir: Path, weights_dir: Path, progress: Progress) -> Path:
    """Build the index of a library, unless the one there was made from the very same and is undamaged.

    Waits while another process builds. The former index stays beside the new one.

    Args:
        library: What to index.
        data_dir: The index is in its folder `index`.
        weights_dir: Where the embedding weights lie; not touched if there is nothing to build.
        progress: Told how many texts are embedded and how many there are to embed.

    Returns:
        The artefact's folder.

    Raises:
        WeightsError: If the weights are missing or not the pinned ones.
        PassageIndexError: If there is nothing to index, the folder cannot be written, or the new index fails its
            check; the old index then still counts.
    """
    return build_with(
        library,
        index_dir=data_dir / "index",
        embedder_name=model_name(),
        load=lambda: load_embedder(weights_dir),
        progress=progress,
    )


def build_with(
    library: Library, *, index_dir: Path, embedder_name: str, load: Callable[[], Embedder], progress: Progress
) -> Path:
    """Build an index with any embedder; `build` says the rest."""
    if not library.articles:
        raise PassageIndexError("there is no article to index")
    name = fingerprint(library, embedder_name=embedder_name)
    try:
        index_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(index_dir / ".lock"):
            if is_current(index_dir, name):
                return index_dir / name
            for left_over in index_dir.glob(f"{_STAGING}*"):
                shutil.rmtree(left_over)
            staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=index_dir))
            try:
                manifest_hash = _make(library, staging, name=name, embedder=load(), progress=progress)
                _put_in_place(staging, name=name, manifest_hash=manifest_hash)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise PassageIndexError(f"{index_dir}: {error}") from error
    return index_dir / name


def fingerprint(library: Library, *, embedder_name: str) -> str:
    """Return the name of the artefact a library makes: the same for the same articles, model, rules and Chroma."""
    digest = hashlib.sha256(artefact.library_json(library))
    digest.update(f"{embedder_name} {importlib.metadata.version('chromadb')}".encode())
    for rule in _RULES:
        digest.update(Path(__file__).with_name(rule).read_bytes())
    return digest.hexdigest()[:16]


def is_current(index_dir: Path, name: str) -> bool:
    """Say whether an artefact is the one that counts and every byte of it is as it was written."""
    try:
        current = artefact.read_current(index_dir)
        artefact.check(current)
    except PassageIndexError:
        return False
    return current.manifest.fingerprint == name


def _make(library: Library, folder: Path, *, name: str, embedder: Embedder, progress: Progress) -> str:
    """Write a whole artefact into an empty folder, check it and return the hash of its manifest."""
    corpus = Corpus(library, english=embedder.words)
    exam = Exam(corpus)
    texts = [embedded_text(passage) for passage in corpus.passages]
    cache = EmbeddingCache(folder.parent / "embeddings.bin", embedder_name=embedder.name)
    cache.fill([*texts, *exam.texts], embedder=embedder, progress=progress)
    vectors = cache.vectors(texts)
    write_store(
        folder / artefact.VECTORS,
        ids=[passage.passage_id for passage in corpus.passages],
        vectors=vectors,
        notes=[{"article": p.article, "role": p.role, "strength": p.strength} for p in corpus.passages],
    )
    corpus.words.write(folder / artefact.WORDS)
    before = asked_before(corpus.slugs, embedder_name=embedder.name)
    sitting = exam.sitting(vectors, cache.vectors, before=before)
    write_questions(folder / artefact.QUESTIONS, sitting.questions)
    gate = load_gate()
    manifest_hash = artefact.seal(
        folder,
        library=library,
        fingerprint=name,
        embedder=embedder.name,
        thresholds={
            "hybrid": gate.thresholds if gate.knows(library.articles) else sitting.thresholds(gate),
            "lexical": Exam(Corpus(library, english=frozenset(), words=corpus.words)).lexical_thresholds(),
        },
        judges=gate.judges,
    )
    # One passage of each article stands for it.
    rows = {passage.article: row for row, passage in reversed(list(enumerate(corpus.passages)))}
    _check_in_child(folder, manifest_hash, sorted(rows.values()), vectors)
    return manifest_hash


def _check_in_child(folder: Path, manifest_hash: str, rows: Sequence[int], vectors: Vectors) -> None:
    """Open the new artefact in another process, where even a crash of the libraries is only an exit code."""
    child = multiprocessing.get_context("spawn").Process(
        target=check_artefact, args=(folder, manifest_hash, list(rows), vectors[list(rows)])
    )
    child.start()
    child.join(_CHECK_TIME_S)
    if child.is_alive():
        child.kill()
        child.join()
    if child.exitcode != 0:
        raise PassageIndexError(f"the new index failed its check (exit code {child.exitcode}); the old one stays")


def check_artefact(folder: Path, manifest_hash: str, rows: Sequence[int], vectors: Vectors) -> None:
    """Open an artefact and look some of its vectors up; runs in the child process.

    Raises:
        SystemExit: With a code that is not 0 if the artefact cannot be opened or a vector is not nearest to itself.
    """
    try:
        made = artefact.read_artefact(folder, manifest_hash=manifest_hash)
        artefact.check(made)
        store = artefact.open_vectors(made)
        lost = [row for row, vector in zip(rows, vectors, strict=True) if not store.cosines(vector)[row] >= _SAME]
        store.close()
        artefact.open_questions(made)
        artefact.open_words(made)
    except KnowledgeError as error:
        raise SystemExit(str(error)) from error
    if lost:
        raise SystemExit(f"passage {lost[0]} is not found by its own vector")


def _put_in_place(staging: Path, *, name: str, manifest_hash: str) -> None:
    """Give the artefact its name, make it count, and keep only it and the former one."""
    index_dir = staging.parent
    former = (artefact.pointer(index_dir) or "").split(" ")[0]
    target = index_dir / name
    if target.exists():
        # Damaged, or of an earlier run that was stopped before it counted.
        target.rename(index_dir / f"{_STAGING}{name}")
    staging.rename(target)
    artefact.switch(index_dir, name=name, manifest_hash=manifest_hash)
    for folder in index_dir.iterdir():
        if folder.is_dir() and folder.name not in {name, former, artefact.COPIES}:
            shutil.rmtree(folder, ignore_errors=True)

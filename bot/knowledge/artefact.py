"""The passage index on disk: a folder written once, named by what it was made from, the hash of every file known.

DATA_DIR/index/
    CURRENT                  which artefact counts: its name and the hash of its manifest
    <fingerprint>/
        manifest.json        thresholds and the hash of every other file
        articles.json        the library the vectors were made from
        questions.npz        the vectors of questions
        vectors/             what Chroma wrote
        words/               the word indexes
    open/<random>/           private copies of opened vectors, swept away when their process is gone
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from bot.errors import PassageIndexError
from bot.knowledge.article import Library
from bot.knowledge.gate import Judges, Thresholds
from bot.knowledge.lexical import WordIndexes
from bot.knowledge.question_store import QuestionVectors, read_questions
from bot.knowledge.retrieval import SearchMode
from bot.knowledge.vector_store import VectorStore

VECTORS = "vectors"
QUESTIONS = "questions.npz"
WORDS = "words"
COPIES = "open"

_CURRENT = "CURRENT"
_MANIFEST = "manifest.json"
_ARTICLES = "articles.json"
_LIBRARY: TypeAdapter[Library] = TypeAdapter(Library)
_POINTER = re.compile(r"(?P<name>[0-9a-f]{16}) (?P<hash>[0-9a-f]{64})\n")
_CHUNK = 1 << 20
_PATIENCE_S = 10.0


class Manifest(BaseModel):
    """What an artefact says about itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[5] = 5
    fingerprint: str
    embedder: str
    thresholds: dict[SearchMode, Thresholds]
    judges: Judges
    """What the hybrid thresholds were set with."""
    files: dict[str, str]
    """Path inside the artefact, and the sha256 of the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Artefact:
    """An artefact whose manifest and articles were found as they were written."""

    folder: Path
    manifest: Manifest
    library: Library


def library_json(library: Library) -> bytes:
    """Return a library as it stands in an artefact; the same library always gives the same bytes."""
    return _LIBRARY.dump_json(library)


def seal(
    folder: Path,
    *,
    library: Library,
    fingerprint: str,
    embedder: str,
    thresholds: dict[SearchMode, Thresholds],
    judges: Judges,
) -> str:
    """Write articles and manifest beside the vectors.

    Returns:
        The hash of the manifest, by which `read_artefact` knows it again.
    """
    (folder / _ARTICLES).write_bytes(library_json(library))
    files = {path.relative_to(folder).as_posix(): _hash(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    manifest = Manifest(fingerprint=fingerprint, embedder=embedder, thresholds=thresholds, judges=judges, files=files)
    raw = manifest.model_dump_json(indent=1).encode()
    (folder / _MANIFEST).write_bytes(raw)
    return hashlib.sha256(raw).hexdigest()


def switch(index_dir: Path, *, name: str, manifest_hash: str) -> None:
    """Make an artefact the one that counts, in one step that is on the disk when this returns."""
    fresh = index_dir / f"{_CURRENT}.new"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(f"{name} {manifest_hash}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index_dir / _CURRENT)


def pointer(index_dir: Path) -> str | None:
    """Return what says which artefact counts, None without an index: changes exactly when the index does."""
    try:
        return (index_dir / _CURRENT).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def read_current(index_dir: Path) -> Artefact:
    """Return the artefact that counts.

    Raises:
        PassageIndexError: If there is none, or its manifest or articles are not as they were written.
    """
    said = pointer(index_dir)
    if said is None:
        raise PassageIndexError(f"no passage index in {index_dir}")
    parts = _POINTER.fullmatch(said)
    if parts is None:
        raise PassageIndexError(f"{index_dir / _CURRENT}: damaged")
    return read_artefact(index_dir / parts["name"], manifest_hash=parts["hash"])


def read_artefact(folder: Path, *, manifest_hash: str) -> Artefact:
    """Return the artefact in a folder.

    Raises:
        PassageIndexError: If its manifest or articles are not as they were written.
    """
    raw = _checked(folder / _MANIFEST, manifest_hash)
    try:
        manifest = Manifest.model_validate_json(raw)
        library = _LIBRARY.validate_json(_checked(folder / _ARTICLES, manifest.files.get(_ARTICLES, "")))
    except ValidationError as error:
        raise PassageIndexError(f"{folder}: made by another version of this program") from error
    return Artefact(folder=folder, manifest=manifest, library=library)


def check(artefact: Artefact) -> None:
    """Read every file of an artefact.

    Raises:
        PassageIndexError: Naming the first that is not as it was written.
    """
    for name, expected in artefact.manifest.files.items():
        _checked(artefact.folder / name, expected)


def open_vectors(artefact: Artefact) -> VectorStore:
    """Open an artefact's vectors from a private copy, so that the artefact itself stays as it is.

    Chroma sees only bytes that were checked on their way into the copy. The copy goes when the store is closed or
    no longer used; one left by a killed process goes with the next opening.

    Raises:
        PassageIndexError: If a file is not as it was written or Chroma cannot open it.
    """
    copies = artefact.folder.parent / COPIES
    ids = [passage.passage_id for article in artefact.library.articles.values() for passage in article.passages]
    try:
        copies.mkdir(exist_ok=True)
        with FileLock(copies / ".lock", timeout=_PATIENCE_S):
            _sweep(copies)
            copy = Path(tempfile.mkdtemp(dir=copies))
            owner = FileLock(copy / ".lock", thread_local=False)
            owner.acquire(timeout=0)
    except (OSError, Timeout) as error:
        raise PassageIndexError(f"{copies}: cannot be used ({type(error).__name__})") from error

    def dispose() -> None:
        owner.release()
        shutil.rmtree(copy, ignore_errors=True)

    try:
        _copy_checked(artefact, copy)
        return VectorStore(copy / VECTORS, ids=ids, dispose=dispose)
    except BaseException:
        dispose()
        raise


def open_questions(artefact: Artefact) -> QuestionVectors:
    """Read an artefact's vectors of questions.

    Raises:
        PassageIndexError: If the file is not as it was written.
    """
    file = artefact.folder / QUESTIONS
    _checked(file, artefact.manifest.files.get(QUESTIONS, ""))
    own = sum(len(article.own_questions) for article in artefact.library.articles.values() if article.passages)
    return read_questions(file, own=own)


def open_words(artefact: Artefact) -> WordIndexes:
    """Read an artefact's word indexes.

    Raises:
        PassageIndexError: If a file is not as it was written.
    """
    for name, expected in artefact.manifest.files.items():
        if name.startswith(f"{WORDS}/"):
            _checked(artefact.folder / name, expected)
    articles = [article for article in artefact.library.articles.values() if article.passages]
    return WordIndexes.read(
        artefact.folder / WORDS,
        passages=sum(len(article.passages) for article in articles),
        own_questions=sum(len(article.own_questions) for article in articles),
    )


def _copy_checked(artefact: Artefact, target: Path) -> None:
    for name, expected in artefact.manifest.files.items():
        if not name.startswith(f"{VECTORS}/"):
            continue
        digest = hashlib.sha256()
        try:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            with (artefact.folder / name).open("rb") as source, (target / name).open("wb") as copy:
                while chunk := source.read(_CHUNK):
                    digest.update(chunk)
                    copy.write(chunk)
        except OSError as error:
            raise PassageIndexError(f"{artefact.folder / name}: {error.strerror}") from error
        if digest.hexdigest() != expected:
            raise PassageIndexError(f"{artefact.folder / name}: damaged")


def _sweep(copies: Path) -> None:
    """Remove the copies of processes that are gone: nobody holds their lock."""
    for copy in copies.iterdir():
        if not copy.is_dir():
            continue
        lock = FileLock(copy / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            continue
        lock.release()
        shutil.rmtree(copy, ignore_errors=True)


def _checked(path: Path, expected: str) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PassageIndexError(f"{path}: {error.strerror}") from error
    if hashlib.sha256(raw).hexdigest() != expected:
        raise PassageIndexError(f"{path}: damaged")
    return raw


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Whatever happens to the files, the articles are still searched, and one line says what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from bot.errors import WeightsError
from bot.knowledge import artefact, weights
from bot.knowledge.corpus import Corpus
from bot.knowledge.embedding import DIMENSIONS, Embedder, load_embedder
from bot.knowledge.passage_search import Dense, PassageSearch
from bot.knowledge.retriever import Retriever, open_retriever
from bot.knowledge.talks_before import TalksBefore
from tests.knowledge.written_articles import HashingEmbedder

QUESTION = "will running shrink my bum"
INDEX_FILES = (
    "CURRENT",
    "manifest.json",
    "articles.json",
    "questions.npz",
    "chroma.sqlite3",
    "header.bin",
    "data_level0.bin",
    "length.bin",
    *(
        f"words/{texts}/{file}"
        for texts in ("passages", "own_questions")
        for file in (
            "data.csc.index.npy",
            "indices.csc.index.npy",
            "indptr.csc.index.npy",
            "params.index.json",
            "vocab.index.json",
        )
    ),
)


def open_home(home: Path, load: Callable[[], Embedder] = HashingEmbedder) -> Retriever:
    return Retriever(index_dir=home / "index", knowledge_dirs=[home / "shelf"], load=load)


def in_index(home: Path, name: str) -> Path:
    (found,) = (path for path in (home / "index").rglob("*") if path.as_posix().endswith(f"/{name}"))
    return found


def assert_searches_by_words(retriever: Retriever, *, because: str, remedy: str = "python -m bot ingest") -> None:
    assert retriever.mode == "lexical"
    assert retriever.trouble is not None
    assert because in retriever.trouble
    assert remedy in retriever.trouble
    assert "\n" not in retriever.trouble
    found = retriever.find(QUESTION)
    assert found.mode == "lexical"
    assert found.zone == "answer"
    assert found.articles[0] == "butt-smaller"
    assert all(hit.dense is None for hit in found.hits)
    assert set(retriever.library.articles) == {"blisters", "butt-smaller"}


def test_with_everything_in_place_nothing_is_wrong(home: Path) -> None:
    retriever = open_home(home)
    assert (retriever.mode, retriever.trouble) == ("hybrid", None)
    found = retriever.find(QUESTION)
    assert (found.mode, found.articles[0]) == ("hybrid", "butt-smaller")
    assert all(hit.dense is not None for hit in found.hits)


@pytest.mark.parametrize("name", INDEX_FILES)
@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda raw: raw[: len(raw) // 2], id="cut in half"),
        pytest.param(lambda _raw: b"", id="emptied"),
        pytest.param(lambda raw: raw[:20] + bytes([raw[20] ^ 1]) + raw[21:], id="one bit flipped"),
    ],
)
def test_each_file_of_the_index_may_be_damaged(home: Path, name: str, harm: Callable[[bytes], bytes]) -> None:
    path = in_index(home, name)
    path.write_bytes(harm(path.read_bytes()))
    assert_searches_by_words(open_home(home), because=str(home / "index"))


@pytest.mark.parametrize("name", INDEX_FILES)
def test_each_file_of_the_index_may_be_missing(home: Path, name: str) -> None:
    in_index(home, name).unlink()
    assert_searches_by_words(open_home(home), because="index")


def test_the_list_of_files_above_is_complete(home: Path) -> None:
    (folder,) = (path.parent for path in (home / "index").rglob("manifest.json"))
    # Chroma's graph of upper layers is empty in so small an index: nothing in it can be cut.
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "link_lists.bin"]
    for name in INDEX_FILES[1:]:
        files.remove(in_index(home, name))
    assert files == []


def test_the_index_may_be_gone(home: Path) -> None:
    shutil.rmtree(home / "index")
    assert_searches_by_words(open_home(home), because="no passage index")


def test_the_vectors_may_be_gone(home: Path) -> None:
    shutil.rmtree(in_index(home, "vectors"))
    assert_searches_by_words(open_home(home), because="No such file")


def test_a_file_may_stand_where_the_copies_go(home: Path) -> None:
    shutil.rmtree(home / "index" / "open", ignore_errors=True)
    (home / "index" / "open").write_text("in the way", encoding="utf-8")
    assert_searches_by_words(open_home(home), because="open: cannot be used")


def test_another_embedder_does_not_meet_these_vectors(home: Path) -> None:
    class Other(HashingEmbedder):
        name = "other/1"

    assert_searches_by_words(open_home(home, Other), because="another embedding model")


def test_without_weights_words_are_searched(home: Path) -> None:
    retriever = open_home(home, lambda: load_embedder(home / "weights"))
    assert_searches_by_words(retriever, because="model.safetensors", remedy="make run")


def test_one_flipped_bit_in_the_weights_is_noticed(home: Path) -> None:
    real = Path("data") / "weights"
    for name in weights.PINNED:
        (home / "weights" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(real / name, home / "weights" / name)
    with (home / "weights" / "model.safetensors").open("r+b") as file:
        file.seek(50_000_000)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 4]))
    with pytest.raises(WeightsError, match="not the pinned file"):
        load_embedder(home / "weights")
    assert_searches_by_words(
        open_home(home, lambda: load_embedder(home / "weights")),
        because="model.safetensors is not the pinned file",
        remedy="make run",
    )


def test_with_nothing_at_all_every_question_is_declined(tmp_path: Path) -> None:
    retriever = open_retriever(data_dir=tmp_path / "data", knowledge_dirs=[tmp_path / "nowhere"])
    assert retriever.mode == "lexical"
    assert retriever.library.articles == {}
    found = retriever.find(QUESTION)
    assert (found.zone, found.hits) == ("decline", ())


def test_vectors_that_fail_in_the_middle_leave_the_words(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    current = artefact.read_current(home / "index")
    store = artefact.open_vectors(current)
    search = PassageSearch(
        library=current.library,
        corpus=Corpus(current.library, english=frozenset()),
        lexical_thresholds=current.manifest.thresholds["lexical"],
        dense=Dense(
            embedder=HashingEmbedder(),
            store=store,
            questions=artefact.open_questions(current),
            talks=TalksBefore.of(np.empty((0, DIMENSIONS), np.float32), (), size=0),
            judges=current.manifest.judges,
            thresholds=current.manifest.thresholds["hybrid"],
        ),
    )
    store.close()
    found = search.find(QUESTION, limit=5)
    assert (found.mode, found.articles[0]) == ("lexical", "butt-smaller")
    assert [record.levelname for record in caplog.records if record.name.startswith("bot.")] == ["WARNING"]
    assert QUESTION not in caplog.text

"""Building the passage index: once, completely, and never in place of a good one if it is bad."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.errors import PassageIndexError
from bot.knowledge import artefact
from bot.knowledge.article import Library
from bot.knowledge.embedding import Vectors
from bot.knowledge.index import build_with, check_artefact, fingerprint
from bot.knowledge.ingest import read_library
from tests.knowledge.written_articles import HashingEmbedder, write_shelf


def build(home: Path, embedder: HashingEmbedder | None = None) -> Path:
    embedder = embedder or HashingEmbedder()
    library, _ = read_library([home / "shelf"])
    return build_with(
        library,
        index_dir=home / "index",
        embedder_name=embedder.name,
        load=lambda: embedder,
        progress=lambda _done, _total: None,
    )


def edit(home: Path) -> None:
    page = home / "shelf" / "butt-smaller.md"
    page.write_text(page.read_text().replace("The waist often goes first.", "Hips often wait."), encoding="utf-8")


def artefacts(home: Path) -> set[str]:
    return {path.name for path in (home / "index").iterdir() if path.is_dir() and path.name != artefact.COPIES}


def test_an_artefact_holds_the_library_it_was_made_from(home: Path) -> None:
    library, _ = read_library([home / "shelf"])
    current = artefact.read_current(home / "index")
    assert current.library == library
    assert current.folder.name == fingerprint(library, embedder_name="hashing/1")
    assert {"articles.json", "vectors/chroma.sqlite3"} <= set(current.manifest.files)


def test_ingesting_the_same_again_does_nothing(home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (home / "index").rglob("*")}
    embedder = HashingEmbedder()
    build(home, embedder)
    assert embedder.embedded == []
    assert {path: path.stat().st_mtime_ns for path in (home / "index").rglob("*")} == before


def test_an_edited_article_costs_only_its_own_passages(home: Path) -> None:
    former = artefacts(home)
    edit(home)
    embedder = HashingEmbedder()
    folder = build(home, embedder)
    assert [text for text in embedder.embedded if text.endswith("Hips often wait.")] == embedder.embedded
    assert artefact.read_current(home / "index").folder == folder
    # The former stays beside the new one, for whoever has it open.
    assert artefacts(home) == former | {folder.name}


def test_only_the_former_artefact_is_kept(home: Path) -> None:
    edit(home)
    build(home)
    (home / "shelf" / "blisters.md").unlink()
    build(home)
    assert len(artefacts(home)) == 2


def test_a_damaged_artefact_is_built_anew_under_the_same_name(home: Path) -> None:
    (sqlite,) = (home / "index").glob("*/vectors/chroma.sqlite3")
    sqlite.write_bytes(sqlite.read_bytes()[:-100])
    folder = build(home)
    assert folder == sqlite.parent.parent
    artefact.check(artefact.read_current(home / "index"))


def _build_in_child(home: Path) -> None:
    build(home)


def test_two_builds_at_once_make_one_index(home: Path) -> None:
    edit(home)
    embedders = [HashingEmbedder(), HashingEmbedder()]
    threads = [threading.Thread(target=build, args=(home, embedder)) for embedder in embedders]
    child = multiprocessing.get_context("spawn").Process(target=_build_in_child, args=(home,))
    child.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    child.join()
    assert child.exitcode == 0
    artefact.check(artefact.read_current(home / "index"))
    assert len(artefacts(home)) == 2
    assert sum(bool(embedder.embedded) for embedder in embedders) <= 1


class Inconstant(HashingEmbedder):
    """Fails while it embeds."""

    def _vector(self, text: str) -> np.ndarray:
        raise PassageIndexError("the embedder broke down")


def test_a_build_that_fails_leaves_the_old_index_and_no_litter(home: Path) -> None:
    before = artefact.pointer(home / "index")
    edit(home)
    with pytest.raises(PassageIndexError, match="broke down"):
        build(home, Inconstant())
    assert artefact.pointer(home / "index") == before
    assert len(artefacts(home)) == 1
    assert not list((home / "index").glob(".building-*"))


class Blank(HashingEmbedder):
    """Gives passages vectors by which nothing can be found."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        passages = [text.startswith(("Does running make your butt smaller? ", "How do you stop")) for text in texts]
        return np.where(np.array(passages)[:, None], np.float32(0), super().embed(texts))


def test_an_index_that_fails_its_check_never_counts(home: Path) -> None:
    before = artefact.pointer(home / "index")
    edit(home)
    (home / "index" / "embeddings.bin").unlink()
    with pytest.raises(PassageIndexError, match="failed its check"):
        build(home, Blank())
    assert artefact.pointer(home / "index") == before
    assert len(artefacts(home)) == 1


def test_what_a_killed_build_left_behind_is_removed(home: Path) -> None:
    litter = home / "index" / ".building-abc"
    litter.mkdir()
    edit(home)
    build(home)
    assert not litter.exists()


def test_nothing_to_index_is_an_error_and_touches_nothing(tmp_path: Path) -> None:
    with pytest.raises(PassageIndexError, match="no article"):
        build_with(
            Library(articles={}, works={}),
            index_dir=tmp_path / "index",
            embedder_name="hashing/1",
            load=HashingEmbedder,
            progress=lambda _done, _total: None,
        )
    assert not (tmp_path / "index").exists()


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    write_shelf(tmp_path / "shelf")
    (tmp_path / "index").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(PassageIndexError, match="index"):
        build(tmp_path)


@pytest.mark.parametrize("change", ["article", "embedder"])
def test_another_article_or_model_makes_another_name(home: Path, change: str) -> None:
    library, _ = read_library([home / "shelf"])
    name = fingerprint(library, embedder_name="hashing/1")
    if change == "article":
        edit(home)
        library, _ = read_library([home / "shelf"])
    assert fingerprint(library, embedder_name="hashing/2" if change == "embedder" else "hashing/1") != name


def sealed(home: Path) -> tuple[Path, str]:
    name, manifest_hash = (home / "index" / "CURRENT").read_text().split()
    return home / "index" / name, manifest_hash


def test_the_check_passes_what_finds_its_own_vectors(home: Path) -> None:
    folder, manifest_hash = sealed(home)
    vector = HashingEmbedder().embed(
        ["Does running make your butt smaller? Running can make your butt smaller if it makes you lose fat."]
    )
    check_artefact(folder, manifest_hash, [2], vector)


def test_the_check_fails_what_does_not_find_its_own_vectors(home: Path) -> None:
    folder, manifest_hash = sealed(home)
    with pytest.raises(SystemExit, match="not found by its own vector"):
        check_artefact(folder, manifest_hash, [0], HashingEmbedder().embed(["something else"]))


def test_the_check_fails_a_damaged_artefact(home: Path) -> None:
    folder, manifest_hash = sealed(home)
    (folder / "vectors" / "chroma.sqlite3").write_bytes(b"")
    with pytest.raises(SystemExit, match="damaged"):
        check_artefact(folder, manifest_hash, [0], HashingEmbedder().embed(["x"]))


def test_an_index_of_more_than_a_thousand_passages_is_searched_too(tmp_path: Path) -> None:
    shelf = write_shelf(tmp_path / "shelf")
    # Beyond a thousand Chroma keeps its graph in files of its own.
    paragraphs = "\n\n".join(
        f"Fact {number} is about subject number {number} and {'x' * 200}." for number in range(1100)
    )
    (shelf / "facts.txt").write_text(f"Facts\n\n{paragraphs}", encoding="utf-8")
    build(tmp_path)
    current = artefact.read_current(tmp_path / "index")
    assert any(name.endswith("link_lists.bin") for name in current.manifest.files)
    store = artefact.open_vectors(current)
    cosines = store.cosines(
        HashingEmbedder().embed([f"Facts. Fact 700 is about subject number 700 and {'x' * 200}."])[0]
    )
    assert np.nanmax(cosines) == pytest.approx(1.0, abs=1e-4)
    assert np.isnan(cosines).sum() == cosines.size - 1000
    store.close()

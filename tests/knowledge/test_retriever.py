"""Searching, side by side and across rebuilds."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path

import pytest

from bot.knowledge import artefact
from bot.knowledge.index import build_with
from bot.knowledge.ingest import read_library
from bot.knowledge.retriever import Retriever
from tests.knowledge.written_articles import HashingEmbedder, article


def open_home(home: Path) -> Retriever:
    return Retriever(index_dir=home / "index", knowledge_dirs=[home / "shelf"], load=HashingEmbedder)


def rebuild(home: Path) -> None:
    library, _ = read_library([home / "shelf"])
    build_with(
        library,
        index_dir=home / "index",
        embedder_name=HashingEmbedder.name,
        load=HashingEmbedder,
        progress=lambda _done, _total: None,
    )


def copies(home: Path) -> list[Path]:
    folder = home / "index" / artefact.COPIES
    return [path for path in folder.iterdir() if path.is_dir()] if folder.exists() else []


async def test_many_searches_at_once_find_what_one_finds(home: Path) -> None:
    retriever = open_home(home)
    alone = retriever.find("how do I stop blisters")
    together = await asyncio.gather(*(retriever.search("how do I stop blisters") for _ in range(20)))
    assert all(found == alone for found in together)


def test_hits_descend_and_are_no_more_than_asked_for(home: Path) -> None:
    retriever = open_home(home)
    scores = [hit.score for hit in retriever.find("running and blisters").hits]
    assert scores == sorted(scores, reverse=True)
    assert len(retriever.find("running and blisters", limit=2).hits) == 2


def test_no_article_takes_all_the_places(home: Path) -> None:
    paragraphs = "\n\n".join(f"Sand {word} {'slowly ' * 40}." for word in "one two three four five six".split())
    (home / "shelf" / "sand.txt").write_text(f"Sand\n\n{paragraphs}", encoding="utf-8")
    rebuild(home)
    articles = [hit.passage.article for hit in open_home(home).find("sand and blisters").hits]
    assert articles.count("sand") == 4
    assert "blisters" in articles


@pytest.mark.parametrize("question", ["", "   ", "?!", "🍑", "\u200b"])
def test_a_question_without_words_finds_nothing(home: Path, question: str) -> None:
    found = open_home(home).find(question)
    assert (found.zone, found.score, found.hits) == ("decline", 0.0, ())


@pytest.mark.parametrize("question", ["butt " * 5000, "x" * 10_000, "run\x00\x07ning", "12345", "سلام عليكم"])
def test_odd_questions_are_answered_like_any_other(home: Path, question: str) -> None:
    found = open_home(home).find(question)
    assert found.zone in {"answer", "hedge", "decline"}


def test_searching_leaves_the_artefact_as_it_is(home: Path) -> None:
    retriever = open_home(home)
    retriever.find("will running shrink my bum")
    artefact.check(artefact.read_current(home / "index"))
    assert open_home(home).mode == "hybrid"


def test_two_processes_worth_of_retrievers_have_a_copy_each_and_leave_none(home: Path) -> None:
    first, second = open_home(home), open_home(home)
    assert len(copies(home)) == 2
    assert first.find("blisters") == second.find("blisters")
    del first, second
    gc.collect()
    assert copies(home) == []


def test_a_copy_of_a_killed_process_goes_with_the_next_opening(home: Path) -> None:
    left = home / "index" / artefact.COPIES / "tmpkilled"
    (left / "vectors").mkdir(parents=True)
    (left / ".lock").touch()
    retriever = open_home(home)
    assert retriever.mode == "hybrid"
    assert not left.exists()


def test_a_rebuilt_index_is_taken_up_without_a_restart(home: Path) -> None:
    retriever = open_home(home)
    assert retriever.refresh() is False
    page = home / "shelf" / "butt-smaller.md"
    page.write_text(page.read_text().replace("The waist often goes first.", "Hips often wait."), encoding="utf-8")
    rebuild(home)
    assert "Hips" not in str(retriever.library)
    assert retriever.refresh() is True
    assert "Hips" in str(retriever.library)
    assert any(hit.passage.text.endswith("Hips often wait.") for hit in retriever.find("hips often wait").hits)
    assert retriever.refresh() is False
    gc.collect()
    assert len(copies(home)) == 1


def test_an_index_that_appears_ends_the_search_by_words(home: Path, tmp_path: Path) -> None:
    (home / "index").rename(tmp_path / "away")
    retriever = open_home(home)
    assert retriever.mode == "lexical"
    (tmp_path / "away").rename(home / "index")
    assert retriever.refresh() is True
    assert (retriever.mode, retriever.trouble) == ("hybrid", None)


def test_hits_carry_what_the_library_holds(home: Path) -> None:
    (home / "shelf" / "butt-smaller.md").write_text(article(), encoding="utf-8")
    retriever = open_home(home)
    for hit in retriever.find("does running make my butt smaller").hits:
        assert retriever.library.passage(hit.passage.passage_id) == hit.passage


def test_a_library_of_one_passage_is_searched_too(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "sand.txt").write_text("Running on sand\n\nSand makes your calves work harder.", encoding="utf-8")
    rebuild(tmp_path)
    found = open_home(tmp_path).find("is running on sand harder")
    assert (found.articles, found.mode) == (("sand",), "hybrid")

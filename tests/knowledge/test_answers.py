"""The questions that an article answers one by one: read, refused, found, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.index import build_with
from bot.knowledge.ingest import read_library
from bot.knowledge.retriever import Retriever
from tests.knowledge.written_articles import BODY, HashingEmbedder, article, write_shelf

ANSWERS = """
## answers

### Is a hill bad for it?

- what do slopes do
- mountains and my behind

No, a hill works the muscle harder. [@kohrt-1992] Walk the steep part.

### Does it hold for men?

Yes, men lose it there as well. [@kohrt-1992]
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return write_shelf(tmp_path / "shelf")


def write(shelf: Path, answers: str) -> dict[str, str]:
    (shelf / "butt-smaller.md").write_text(article(body=BODY + answers), encoding="utf-8")
    return {Path(error.file).name: error.reason for error in read_library([shelf])[1]}


def opened(shelf: Path) -> Retriever:
    index = shelf.parent / "index"
    build_with(
        read_library([shelf])[0],
        index_dir=index,
        embedder_name=HashingEmbedder.name,
        load=HashingEmbedder,
        progress=lambda _done, _total: None,
    )
    return Retriever(index_dir=index, knowledge_dirs=[shelf], load=HashingEmbedder)


def test_each_answer_is_a_passage_with_its_voices_and_sources(shelf: Path) -> None:
    assert write(shelf, ANSWERS) == {}
    hill, men = read_library([shelf])[0].articles["butt-smaller"].part("answers")
    assert hill.asked == ("Is a hill bad for it?", "what do slopes do", "mountains and my behind")
    assert hill.text == "No, a hill works the muscle harder. Walk the steep part."
    assert [sentence.keys for sentence in hill.sentences] == [("kohrt-1992",), ()]
    assert men.asked == ("Does it hold for men?",)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("\n## answers\n\n### Is a hill bad?\n\n- slopes\n", "has no answer"),
        ("\n## answers\n\n### Is a hill bad?\n\n### For men?\n\nYes.\n", "has no answer"),
        ("\n## answers\n\nNo question here.\n", "a question comes first"),
        ("\n## answers\n\n### Is a hill bad?\n\nNo.\n\nNot at all.\n", "one paragraph answers it"),
        (f"\n## answers\n\n### Is a hill bad?\n\nNo, {'never ' * 150}.\n", "more than 700 characters"),
        ("\n## answers\n\n### Is a hill bad?\n\nNo. [@nobody-1999]\n", "nobody-1999"),
    ],
)
def test_an_answer_without_question_or_question_without_answer_is_named(shelf: Path, answers: str, said: str) -> None:
    assert said in write(shelf, answers)["butt-smaller.md"]


def test_a_search_brings_the_answer_to_just_this_question(shelf: Path) -> None:
    write(shelf, ANSWERS)
    retriever = opened(shelf)
    for voice in ("Is a hill bad for it?", "mountains and my behind"):
        answer = retriever.find(voice).answer
        assert answer is not None
        assert answer.asked[0] == "Is a hill bad for it?"


def test_what_the_whole_article_is_asked_brings_no_single_answer(shelf: Path) -> None:
    write(shelf, ANSWERS)
    retriever = opened(shelf)
    assert retriever.find(retriever.library.articles["butt-smaller"].question).answer is None


def test_what_is_for_some_people_alone_is_found_for_them_and_in_no_other_search(shelf: Path) -> None:
    theirs = article(body=BODY + ANSWERS).replace("figure: fat_projection", "circle: after_birth")
    (shelf / "butt-smaller.md").write_text(theirs, encoding="utf-8")
    retriever = opened(shelf)
    assert retriever.library.articles["butt-smaller"].circle == "after_birth"
    found = retriever.find("mountains and my behind")
    assert "butt-smaller" not in found.articles
    assert found.answer is None
    answer = retriever.opened.answer_among("mountains and my behind", {"butt-smaller"})
    assert answer is not None
    assert answer.asked[0] == "Is a hill bad for it?"
    assert retriever.opened.answer_among("which bitcoin is best to buy", {"butt-smaller"}) is None
    assert retriever.opened.answer_among("mountains and my behind", {"no-such-article"}) is None

"""The whole chain with the real weights: `ingest` and `search` on a knowledge base of our first two articles."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.knowledge.retriever import Retriever, open_retriever

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
WEIGHTS = Path("data") / "weights"
FIRST_TWO = {"butt-smaller", "burn-butt-fat"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("meaning")
    (home / "weights").symlink_to(WEIGHTS.resolve())
    (home / "shelf").mkdir()
    for name in ("bibliography.json", *(f"{slug}.md" for slug in FIRST_TWO)):
        shutil.copy(KNOWLEDGE / name, home / "shelf" / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_DIR", str(home))
        patch.setenv("KNOWLEDGE_DIRS", str(home / "shelf"))
        assert main(["ingest"]) == 0
    return home


@pytest.fixture(scope="module")
def retriever(home: Path) -> Retriever:
    return open_retriever(data_dir=home, knowledge_dirs=[home / "shelf"])


@pytest.fixture
def command(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands find the data folder."""
    monkeypatch.setenv("DATA_DIR", str(home))
    monkeypatch.setenv("KNOWLEDGE_DIRS", str(home / "shelf"))


@pytest.mark.parametrize(
    "question",
    [
        "does running make my butt smaller?",
        "Does Running Make Your Butt Smaller?",
        "will jogging shrink my bum",
        "runing makes ur buttt smaller?",
        "does running burn butt fat",
        "how do i get a smaller booty",
        "my ass is too big will running help",
        "can i lose the junk in my trunk by jogging",
        "i run every day and my booty is getting flat",
        "is running or squats better for my glutes",
    ],
)
def test_the_flagship_and_its_family_are_answered_from_both_articles(retriever: Retriever, question: str) -> None:
    found = retriever.find(question)
    assert (found.zone, found.mode) == ("answer", "hybrid")
    assert set(found.articles[:2]) == FIRST_TWO


@pytest.mark.parametrize(
    "question",
    [
        "how do I bake sourdough?",
        "whats the best bitcoin to buy",
        "what's the capital of Mongolia",
        "write me a poem about autumn",
        "butt joint in woodworking",
        "which glue for a butt joint in oak",
        "water butt for the garden",
        "how long do I smoke a pork butt",
        "how do I run a python script",
        "how much does running a business cost",
        "what makes my laptop run slow",
        "rear end collision insurance claim",
        "trans fat in butter for baking",
        "moon phases tonight",
        "¿cómo reducir los glúteos corriendo?",
        "réduire mes fesses en courant",
        "42",
    ],
)
def test_what_is_none_of_our_business_is_declined(retriever: Retriever, question: str) -> None:
    assert retriever.find(question).zone == "decline"


@pytest.mark.parametrize("question", ["is spot reduction real", "are lunges good"])
def test_a_question_near_our_subject_is_not_declined(retriever: Retriever, question: str) -> None:
    assert retriever.find(question).zone != "decline"


def test_words_alone_answer_the_flagship_and_decline_bread(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "index", tmp_path / "index")
    retriever = open_retriever(data_dir=tmp_path, knowledge_dirs=[])
    assert retriever.mode == "lexical"
    found = retriever.find("runing makes ur buttt smaller?")
    assert (found.zone, found.articles[0]) == ("answer", "butt-smaller")
    for question in ("how do I bake sourdough?", "whats the best bitcoin to buy", "butt joint in woodworking"):
        assert retriever.find(question).zone == "decline"


def test_every_claim_is_found_by_its_own_words_and_every_answer_by_its_question(retriever: Retriever) -> None:
    for article in retriever.library.articles.values():
        for passage in article.passages:
            found = retriever.find(passage.asked[0] if passage.asked else passage.text).hits
            best = next(hit.passage for hit in found if hit.passage.article == article.slug)
            assert best.text == passage.text, passage.passage_id


@pytest.mark.usefixtures("command")
def test_ingest_a_second_time_says_that_it_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest"]) == 0
    out, err = capsys.readouterr()
    assert re.fullmatch(r"index up to date: 2 articles, \d+ passages, 0 left out\n", out)
    assert err == ""


@pytest.mark.usefixtures("command")
def test_ingest_names_each_broken_file_and_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.md").write_bytes(b"\0")
    monkeypatch.setenv("KNOWLEDGE_DIRS", f"{home / 'shelf'},{tmp_path}")
    assert main(["ingest"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith(" 2 left out\n")
    assert err.splitlines() == [
        f"left out: {tmp_path / 'binary.md'}: binary data, not text",
        f"left out: {tmp_path / 'empty.txt'}: empty",
    ]


@pytest.mark.parametrize("trouble", ["nothing to index", "no weights"])
def test_ingest_fails_in_one_line_if_nothing_can_be_indexed(
    trouble: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KNOWLEDGE_DIRS", str(tmp_path if trouble == "nothing to index" else home / "shelf"))
    assert main(["ingest"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert ("no article" if trouble == "nothing to index" else "model.safetensors") in err


def asked_in_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: str) -> list[Any]:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert main(["search", "--json", "-"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.usefixtures("command")
def test_search_prints_what_the_contract_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, blank, bread = asked_in_json(
        monkeypatch, capsys, "does running make my butt smaller?\n\nhow do I bake sourdough?\n"
    )
    assert (good["zone"], blank, bread["zone"]) == (
        "answer",
        {"zone": "decline", "score": 0.0, "passages": []},
        "decline",
    )
    first = good["passages"][0]
    assert set(first) == {"passage_id", "article", "title", "source", "score", "dense", "lexical", "text"}
    assert first["article"] == "butt-smaller"
    assert first["passage_id"].startswith("butt-smaller:verdict:")
    assert first["source"] == "Does Running Burn Buttocks Fat; Does Running Make Your Butt Smaller?"
    assert "fat" in first["text"]


@pytest.mark.usefixtures("command")
def test_search_in_words_shows_zone_title_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "does running make my butt smaller?", "--limit", "1"]) == 0
    zone, blank, title, text, sources = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"answer \([01]\.\d\d\)", zone)
    assert (blank, "Does running make your butt smaller?" in title) == ("", True)
    assert text.endswith(".")
    assert sources.startswith("Sources: Does Running")


@pytest.mark.usefixtures("command")
@pytest.mark.parametrize("words", [["search"], ["search", "butt", "--limit", "0"]])
def test_search_without_a_question_or_a_place_is_one_clear_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)


def test_ingest_with_nothing_to_do_never_loads_chroma(home: Path) -> None:
    program = (
        "import sys; from bot.__main__ import main; code = main(['ingest']); "
        "sys.exit(code or 'chromadb' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"DATA_DIR": str(home), "KNOWLEDGE_DIRS": str(home / "shelf")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("index up to date")


@pytest.mark.parametrize("question", ["How do I prepare for a charity run?", "what is CLA", "do cla pills burn fat"])
def test_what_an_article_names_as_its_own_question_is_never_declined(
    question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights").symlink_to(WEIGHTS.resolve())
    (tmp_path / "shelf").mkdir()
    for name in ("bibliography.json", "first-race-day.md", "supplements.md"):
        shutil.copy(KNOWLEDGE / name, tmp_path / "shelf" / name)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KNOWLEDGE_DIRS", str(tmp_path / "shelf"))
    assert main(["ingest"]) == 0

    found = open_retriever(data_dir=tmp_path, knowledge_dirs=[tmp_path / "shelf"]).find(question, limit=3)
    assert found.zone == "answer"

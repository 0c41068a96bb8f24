"""`eval` on a small set of questions of its own, by words only."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from bot.__main__ import main

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
ASKED = [
    ("q001", "does running make my butt smaller?", "plain", "covered", ["butt-smaller"]),
    ("q002", "does running burn butt fat", "plain", "covered", ["burn-butt-fat"]),
    ("q003", "how do I bake sourdough?", "off_topic", "off_topic", []),
]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two articles, no index, and three labelled questions."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    for name in ("bibliography.json", "butt-smaller.md", "burn-butt-fat.md"):
        shutil.copy(KNOWLEDGE / name, shelf / name)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KNOWLEDGE_DIRS", str(shelf))
    questions, labels = tmp_path / "questions.jsonl", tmp_path / "labels.jsonl"
    questions.write_text("".join(json.dumps({"id": i, "text": t, "kind": k}) + "\n" for i, t, k, _, _ in ASKED))
    labels.write_text("".join(json.dumps({"id": i, "scope": s, "articles": a}) + "\n" for i, _, _, s, a in ASKED))
    return ["--questions", str(questions), "--labels", str(labels)]


def test_the_figures_of_one_half_are_printed(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--half", "calibration", *files]) == 0
    out = capsys.readouterr().out
    assert out.startswith("calibration half: 3 questions, 2 of them covered, search lexical\n")
    assert "recall@3  1.000" in out
    assert "off_topic   0.00   0.00    1.00" in out


def test_a_question_without_a_label_is_one_clear_line(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(files[3]).write_text("", encoding="utf-8")
    assert main(["eval", *files]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "no label for q001" in err


def test_calibrating_without_weights_is_one_clear_line_and_changes_nothing(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    gate = KNOWLEDGE.parent / "bot" / "knowledge" / "gate.json"
    before = gate.read_bytes()
    assert main(["eval", "--calibrate", *files]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert gate.read_bytes() == before


@pytest.fixture
def talks(tmp_path: Path) -> list[str]:
    """Two conversations and two labelled pairs."""
    turns = [{"say": "does running make my butt smaller?", "kinds": ["answer"], "must": ["nothing says this"]}]
    lines = [{"id": name, "voice": "beginner", "now": "2026-11-21T09:00", "turns": turns} for name in ("a", "b")]
    file, pairs = tmp_path / "talks.jsonl", tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    pair = {"id": "c1", "sentence": "Sand costs more.", "passage": "Sand costs more.", "title": "", "label": "right"}
    pairs.write_text(json.dumps(pair) + "\n")
    return ["--answers", str(file), "--pairs", str(pairs)]


def test_conversations_are_held_and_judged_and_the_worst_is_listed(
    files: list[str], talks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", *talks, "--worst", "1"]) == 0
    out = capsys.readouterr().out
    assert "  unlicensed numbers" in out
    assert re.search(r"judge: right pairs kept +100.0 %", out)
    assert "\nworst\na, turn 1: does running make my butt smaller?\n    must: nothing like 'nothing says this'\n" in out
    assert "\nb, turn 1" not in out


def test_as_json_table_and_every_fault_are_one_object(
    files: list[str], talks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["eval", *talks, "--json"]) == 0
    board = json.loads(capsys.readouterr().out)
    assert {row["name"] for row in board["rows"]} >= {"unlicensed numbers", "musts met", "reading grade"}
    assert [fault["conversation"] for fault in board["faults"] if fault["ground"] == "must"] == ["a", "b"]


def test_a_broken_file_of_conversations_is_one_clear_line(
    files: list[str], talks: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(talks[1]).write_text("{}\n", encoding="utf-8")
    assert main(["eval", *talks]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "talks.jsonl, line 1" in err

"""`gaps`: what a talk in this terminal left open, without a word of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

PROJECT = Path(__file__).parents[2]
TYPED = """how do I bake sourdough bread at home?
how do I bake sourdough bread at home?
does running make my butt smaller?
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for part in ("weights", "index"):
        (tmp_path / part).symlink_to(PROJECT / "data" / part)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return tmp_path


def test_a_gap_is_listed_by_topic_and_nearest_article_and_not_by_its_words(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = [sys.executable, "-m", "bot", "chat"]
    subprocess.run(
        chat, input=TYPED, env={"DATA_DIR": str(data)}, cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert main(["gaps", "--json"]) == 0
    (gap,) = json.loads(capsys.readouterr().out)
    assert set(gap) == {"zone", "topics", "nearest", "count", "last_on"}
    assert (gap["zone"], gap["count"]) == ("decline", 2)
    assert "bake" not in str(gap)
    assert main(["gaps"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["count", "newest", "zone", "nearest", "article", "topics"]
    assert row.split()[0] == "2"


@pytest.mark.usefixtures("data")
def test_without_gaps_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gaps"]) == 0
    assert capsys.readouterr().out == "no gaps yet: every question that a channel kept was answered\n"
    assert main(["gaps", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []

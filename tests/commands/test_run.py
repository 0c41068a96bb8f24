"""`run` without a token: the same coach, here in the terminal, and nothing imported that it does not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
NEVER = {"matplotlib", "langchain_openai", "langchain_anthropic", "langchain_google_genai", "langchain_ollama", "torch"}


def sit_down(tmp_path: Path, typed: str, program: tuple[str, ...] = ("-m", "bot", "run")) -> str:
    (tmp_path / "data").mkdir(exist_ok=True)
    for part in ("weights", "index"):
        if not (tmp_path / "data" / part).exists():
            (tmp_path / "data" / part).symlink_to(PROJECT / "data" / part)
    done = subprocess.run(
        [sys.executable, *program],
        input=typed,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},  # noqa: TID251 - handed on to the process under test
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_without_a_token_it_says_how_to_get_one_and_opens_here(tmp_path: Path) -> None:
    shown = sit_down(tmp_path, "")
    assert "@BotFather" in shown.splitlines()[0]
    assert "Run Coach." in shown


def test_a_piped_question_gets_the_whole_cited_answer(tmp_path: Path) -> None:
    shown = sit_down(tmp_path, "does running make my butt smaller?\n")
    assert "Sources: [1] Does Running" in shown
    assert "[Smaller] [Fuller]" in shown


def test_the_coach_remembers_between_sittings_until_it_is_told_to_forget(tmp_path: Path) -> None:
    sit_down(tmp_path, "I'm 35, female, 166 cm, 70 kg\n")
    assert "age 35" in sit_down(tmp_path, "what do you know about me?\n")
    sit_down(tmp_path, "/delete\ndelete\n")
    assert "Nothing yet" in sit_down(tmp_path, "what do you know about me?\n")


def test_no_plotting_and_no_model_provider_is_imported(tmp_path: Path) -> None:
    program = (
        "import json, sys\n"
        "from bot.__main__ import main\n"
        "main(['run'])\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    shown = sit_down(tmp_path, "does running make my butt smaller?\n", ("-c", program))
    imported = set(json.loads(shown.splitlines()[-1]))
    assert {"langchain", "chromadb"} <= imported
    assert imported & NEVER == set()

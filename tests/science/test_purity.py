"""The room computes and does nothing else."""

from __future__ import annotations

import ast
import importlib
import inspect
from pathlib import Path

import pytest

import bot.science

ROOM = Path(bot.science.__path__[0])
MODULES = sorted(ROOM.glob("*.py"))
ALLOWED = {"math", "dataclasses", "enum", "typing", "collections", "collections.abc", "functools", "__future__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_imports_arithmetic_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            allowed = name in ALLOWED or name in ("bot", "bot.errors", "bot.units") or name.startswith("bot.science")
            assert allowed, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_calls_nothing_that_reads_or_prints(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"open", "print", "input", "eval", "exec", "__import__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_public_function_and_class_says_what_it_is(path: Path) -> None:
    module = importlib.import_module(f"bot.science.{path.stem}" if path.stem != "__init__" else "bot.science")
    assert module.__doc__
    for name, thing in vars(module).items():
        defined_here = getattr(thing, "__module__", None) == module.__name__
        if not name.startswith("_") and defined_here and (inspect.isfunction(thing) or inspect.isclass(thing)):
            assert thing.__doc__, name

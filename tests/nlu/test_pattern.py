"""Patterns of the grammar: nothing is compiled before a text is read, and every one of them compiles."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys

import bot.nlu
from bot.nlu.pattern import Pattern


def test_importing_the_parser_compiles_no_pattern_of_the_grammar() -> None:
    counting = (
        "import re, bot.nlu.pattern as p\n"
        "made = []\n"
        "p.re = type('Re', (), {'compile': staticmethod(lambda source: made.append(source) or re.compile(source))})\n"
        "import bot.nlu.parser\n"
        "print(len(made))\n"
    )
    told = subprocess.run([sys.executable, "-c", counting], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "0"


def test_every_pattern_of_the_grammar_compiles() -> None:
    names = [module.name for module in pkgutil.iter_modules(bot.nlu.__path__)]
    patterns = [
        value
        for name in names
        for value in vars(importlib.import_module(f"bot.nlu.{name}")).values()
        if isinstance(value, Pattern)
    ]

    assert len(patterns) > 100
    assert all(isinstance(one.compiled, re.Pattern) for one in patterns)


def test_a_pattern_reads_like_a_compiled_one() -> None:
    pattern = Pattern(r"(\d+)k")

    found = pattern.search("ran 5k and 10k", 6)
    assert found is not None
    assert found[1] == "10"
    assert pattern.fullmatch("5k")
    assert pattern.match("ran 5k", 4)
    assert pattern.findall("5k 10k") == ["5", "10"]
    assert [match[1] for match in pattern.finditer("5k 10k")] == ["5", "10"]
    assert pattern.sub("x", "5k 10k", 1) == "x 10k"
    assert Pattern(",").split("a,b,c", 1) == ["a", "b,c"]

"""No expression of ours runs away on a text made for it: each is done within two seconds of processor time.

A minute of backtracking on one message would keep everybody waiting, so this is no measure of speed but of ending.
"""

from __future__ import annotations

import importlib
import pkgutil
import signal
import sys
from collections.abc import Iterator, Mapping

import pytest

import bot
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import LONGEST_READ

PIECES = [
    "run ", "run and ", "i ran 5 km on monday and 6 km. ", "my knee hurts when i run ", "why, and how, or what, ",
    "a", " ", "1", "1 ", "i ", "so ", "the ", "and ", "what about the ", "5:30 ", "5 km ", "not to eat ", "he said, ",
    "when my mum was ill she ", "10k in 50 ", "4 x 400 m ", "no no ", "please tell me ", "?!., ",
    "and so ok ", "ok ", "but ", "then ", "thanks ", "well, ", "not ",
]  # fmt: skip
WITHIN_S = 2.0


def expressions() -> Iterator[tuple[str, Pattern]]:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if "migrations" in module.name or module.name.endswith("__main__"):
            continue
        importlib.import_module(module.name)
        for name, value in vars(sys.modules[module.name]).items():
            held = [
                value,
                *(value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()),
            ]
            yield from ((f"{module.name}.{name}", one) for one in held if isinstance(one, Pattern))


def runs_away(pattern: Pattern, text: str) -> bool:
    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, WITHIN_S)
    try:
        list(pattern.finditer(text))
        pattern.fullmatch(text)
    except TimeoutError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return False


@pytest.mark.parametrize("piece", PIECES)
def test_every_expression_comes_to_an_end(piece: str) -> None:
    text = (piece * LONGEST_READ)[:LONGEST_READ]
    found = {id(pattern): (name, pattern) for name, pattern in expressions()}
    assert len(found) > 1000
    assert [name for name, pattern in found.values() if runs_away(pattern, text)] == []

"""An emulator that has the last word: the bot under test must give it nothing to complain about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.telegram_bench.emulator import Emulator


@contextmanager
def strict_emulator() -> Iterator[Emulator]:
    """Serve, and fail if the bot got a refusal, left a tap unanswered or fell into a bad habit.

    Faults a test injects itself are no refusals.
    """
    with Emulator() as emulator:
        yield emulator
        report = emulator.report()
    assert report["errors"] == []
    assert report["warnings"] == []
    assert report["unsupported"] == []
    assert report["unanswered_callbacks"] == []

"""Runs a coroutine in a loop whose clock jumps over every wait, so that minutes take no time and are exact."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any


class SkippingSelector(selectors.DefaultSelector):
    """Waits for nothing and notes how long it would have waited."""

    skipped = 0.0

    def select(self, timeout=None):
        self.skipped += timeout or 0.0
        return super().select(0)


class SkippingLoop(asyncio.SelectorEventLoop):
    """A loop that begins at zero and knows only the time it skipped."""

    def __init__(self) -> None:
        self._skipping = SkippingSelector()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.skipped


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run it to its end."""
    with asyncio.Runner(loop_factory=SkippingLoop) as runner:
        runner.run(work())

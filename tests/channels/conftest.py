"""The Telegram channel against the emulated Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.channels.running import StartChannel, running_channel
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.strict import strict_emulator


@pytest.fixture
def tg() -> Iterator[Emulator]:
    with strict_emulator() as emulator:
        yield emulator


@pytest.fixture
def start_channel(tg: Emulator, tmp_path: Path) -> Iterator[StartChannel]:
    """Return a function that starts the channel with a scripted coach; it ends with the test."""
    with ExitStack() as running:
        yield lambda **choices: running.enter_context(running_channel(tg, tmp_path, **choices))

"""A bot process against the emulated Telegram; whatever a flow does, the API must have nothing to complain about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.starting import Served, StartBot, starting
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.strict import strict_emulator


@pytest.fixture
def tg() -> Iterator[Emulator]:
    with strict_emulator() as emulator:
        yield emulator


@pytest.fixture
def start_bot(tg: Emulator, tmp_path: Path) -> Iterator[StartBot]:
    """Return a function that starts the channel with a scripted coach; its log is checked at the end."""
    with starting(tg, tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return a server and a running bot that the tests of a module share, each with people of its own."""
    folder = tmp_path_factory.mktemp("served")
    with strict_emulator() as tg, starting(tg, folder) as start:
        yield Served(tg=tg, bot=start(), folder=folder)

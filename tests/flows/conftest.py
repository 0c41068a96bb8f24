"""A bot process against the emulated Telegram; whatever a flow does, the API must have nothing to complain about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.starting import Served, StartBot, starting
from tests.storage.conftest import database_url, empty_file, postgresql_url, sqlite_url  # noqa: F401 - found by name
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.strict import strict_emulator


@pytest.fixture
def tg() -> Iterator[Emulator]:
    with strict_emulator() as emulator:
        yield emulator


@pytest.fixture
def start_bot(tg: Emulator, tmp_path: Path, database_url: str) -> Iterator[StartBot]:  # noqa: F811
    """Return a function that starts the channel with a scripted coach; its log is checked at the end."""
    with starting(tg, tmp_path, database_url) as start:
        yield start


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return a server and a running bot that the tests of a module share, each with people of its own."""
    folder = tmp_path_factory.mktemp("served")
    if request.param == "sqlite":
        url = f"sqlite:///{folder / 'coach.sqlite'}"
    else:
        url = request.getfixturevalue("postgresql").make_database()
    with strict_emulator() as tg, starting(tg, folder, url) as start:
        yield Served(tg=tg, bot=start(), folder=folder)

"""A running server, a person who has written to it, and a client of the library the project uses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from telegram import Bot

from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.user import FakeUser


@pytest.fixture
def tg() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def ann(tg: Emulator) -> FakeUser:
    user = tg.user(101, first_name="Ann")
    user.send_text("hello")
    return user


@pytest.fixture
async def bot(tg: Emulator) -> AsyncIterator[Bot]:
    async with Bot(tg.token, base_url=tg.base_url, base_file_url=tg.base_file_url) as client:
        yield client

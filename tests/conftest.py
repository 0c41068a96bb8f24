"""What every test needs: libraries kept quiet, and nothing of the machine's own settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest

from bot.__main__ import LIBRARY_SWITCHES
from bot.settings import setting_names
from tests.postgresql import Server, programs, serving
from tests.telegram_bench.process import faketime_library

# Set before the first import that reads them, and handed on to the processes that tests start.
os.environ |= LIBRARY_SWITCHES  # noqa: TID251 - these are written, for libraries that read nothing else

# Speed belongs to `make bench`; a busy machine must fail no test.
hypothesis.settings.register_profile("unhurried", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide this machine's settings, such as a real bot's token."""
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--need-packages",
        action="store_true",
        help="fail instead of skipping where PostgreSQL or libfaketime is not installed",
    )


def _lacking(request: pytest.FixtureRequest, missing: str) -> NoReturn:
    if request.config.getoption("--need-packages"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server for this run of the tests, started when the first of them wants it."""
    found = programs()
    if found is None:
        _lacking(
            request,
            "PostgreSQL is not installed (Debian: apt-get install postgresql); its half of the tests is not run",
        )
    with serving(found) as server:
        yield server


@pytest.fixture(scope="session")
def libfaketime(request: pytest.FixtureRequest) -> Path:
    """The library with which a whole process lives at another time."""
    found = faketime_library()
    if found is None:
        _lacking(request, "libfaketime is not installed (Debian: apt-get install libfaketime)")
    return found

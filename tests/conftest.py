"""What every test needs: libraries kept quiet, and nothing of the machine's own settings."""

from __future__ import annotations

import os

import hypothesis
import pytest

from bot.__main__ import LIBRARY_SWITCHES
from bot.settings import setting_names

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

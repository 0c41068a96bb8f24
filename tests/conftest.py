"""What every test needs: libraries kept quiet, and nothing of the machine's own settings."""

from __future__ import annotations

import os

import hypothesis
import pytest

from bot.settings import setting_names

# Set before the first import that reads them, and handed on to the processes that tests start.
os.environ |= {  # noqa: TID251 - these are written, for libraries that read nothing else
    "ANONYMIZED_TELEMETRY": "False",  # Chroma
    "LANGSMITH_TRACING": "false",  # LangChain
    "OMP_NUM_THREADS": "1",  # NumPy: more threads than cores to spare make it many times slower
    "OPENBLAS_NUM_THREADS": "1",
    "PTB_TIMEDELTA": "1",  # python-telegram-bot: durations as timedelta, which its next release brings anyway
}

# Speed belongs to `make bench`; a busy machine must fail no test.
hypothesis.settings.register_profile("unhurried", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide this machine's settings, such as a real bot's token."""
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)

"""Waiting until a bot in another process has accounted for what it sent."""

from __future__ import annotations

import asyncio
import time

from tests.storage.databases import rows

_WITHIN_S = 10.0


def wait_until_settled(url: str) -> None:
    """Wait until no message is leaving: an answer that a kill left in doubt rightly comes again.

    Raises:
        TimeoutError: If one still was after ten seconds.
    """
    deadline = time.monotonic() + _WITHIN_S
    while asyncio.run(rows(url, "SELECT 1 FROM deliveries WHERE state IN ('ready', 'sending')")):
        if time.monotonic() > deadline:
            raise TimeoutError("messages are still leaving")
        time.sleep(0.05)

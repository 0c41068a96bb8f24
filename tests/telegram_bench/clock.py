"""The bench's own clock: the real one, because it watches real processes."""

from __future__ import annotations

import time


def unix_now() -> float:
    """Return the present moment. [Unix seconds]"""
    return time.time()  # noqa: TID251 - the emulated server stands outside the program and its injected clock

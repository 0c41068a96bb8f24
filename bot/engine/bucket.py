"""A rate with a burst, as arithmetic; who keeps the time is somebody else's matter."""

from __future__ import annotations

import math


class Bucket:
    """Holds what may leave at once; what was taken comes back at a steady rate.

    Kept as the one moment at which it is full again (the generic cell rate algorithm), so it never has to be refilled.
    """

    def __init__(self, per_second: float, *, burst: float) -> None:
        """Begin full.

        Args:
            per_second: What comes back. [1/s]
            burst: What it holds, 1 or more.
        """
        self._each_s = 1.0 / per_second
        self._burst = burst
        self._full_at = -math.inf

    def set_rate(self, per_second: float, *, burst: float) -> None:
        """Go on at another rate; what was taken stays taken."""
        self._each_s = 1.0 / per_second
        self._burst = burst

    def wait(self, now: float) -> float:
        """Return how long until one may be taken, 0 if it may be now. [s]"""
        wait_s = max(self._full_at, now) + self._each_s - self._burst * self._each_s - now
        return wait_s if wait_s > 1e-9 else 0.0

    def take(self, now: float) -> None:
        """Take one."""
        self._full_at = max(self._full_at, now) + self._each_s

    def give_back(self) -> None:
        """Put one back."""
        self._full_at -= self._each_s

    def hold(self, until: float) -> None:
        """Let nothing through before a moment, and no burst after it."""
        self._full_at = max(self._full_at, until + (self._burst - 1.0) * self._each_s)

    def is_full(self, now: float) -> bool:
        """Whether everything that was taken has come back."""
        return self._full_at <= now

"""Flood control: token buckets per chat and overall."""

from __future__ import annotations

import time

from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.wire import ApiError


class Flood:
    """Answers 429 with `retry_after` when a bucket is empty.

    The rates are Telegram's documented averages; its real limits are dynamic, so the sizes are parameters.
    """

    def __init__(
        self,
        *,
        per_chat: float = 1.0,
        burst: float = 3,
        overall: float = 30.0,
        retry_after: int = 1,
        group_per_minute: float = 20,
    ) -> None:
        """Take messages per second per chat and overall, the burst, and the wait that is asked for."""
        self.per_chat = per_chat
        self.burst = burst
        self.overall = overall
        self.retry_after = retry_after
        self.group_per_minute = group_per_minute
        self.hits: list[tuple[float, int, int]] = []
        self._buckets: dict[str | int, tuple[float, float]] = {}
        self._until: dict[int, float] = {}

    def check(self, chat_id: int) -> None:
        """Take one message's worth or raise.

        Raises:
            ApiError: 429, with the seconds to wait.
        """
        now = time.monotonic()
        until = self._until.get(chat_id, 0.0)
        free = now >= until and self._take("all", self.overall, self.overall, now)
        if free and chat_id > 0:
            free = self._take(chat_id, self.per_chat, self.burst, now)
        elif free:
            free = self._take(chat_id, self.group_per_minute / 60, self.group_per_minute, now)
        if free:
            return
        if now >= until:
            self._until[chat_id] = until = now + self.retry_after
        wait = max(1, int(until - now + 0.999))
        self.hits.append((unix_now(), chat_id, wait))
        raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})

    def _take(self, key: str | int, rate: float, capacity: float, now: float) -> bool:
        level, last = self._buckets.get(key, (capacity, now))
        level = min(capacity, level + (now - last) * rate)
        taken = level >= 1
        self._buckets[key] = (level - 1 if taken else level, now)
        return taken

"""How fast messages may leave: all chats together and each chat by itself, who answers before who reminds.

A library would do for the rate alone, but none keeps a line in which a reply passes waiting reminders; several
processes share the rate by each taking its part of it, so nothing is asked of the database before a message.
"""

from __future__ import annotations

import asyncio
from heapq import heappop, heappush
from itertools import count
from typing import Final

from bot.engine.bucket import Bucket

_CHAT_PER_S: Final = 1.0
_CHAT_BURST: Final = 3.0
"""Telegram asks for a message a second per chat and lets short bursts through."""
_BURST_S: Final = 0.2
"""The overall rate may run ahead by what leaves in this time. [s]"""
_AGAIN_WITHIN_S: Final = 10.0
"""A second refusal this soon after a first one is meant for all chats, not for one."""
_MANY_CHATS: Final = 4096
"""So many chats are remembered before those that may send freely are forgotten."""


class Pace:
    """The line in front of the way out."""

    def __init__(self, per_second: float) -> None:
        """Let so many messages leave a second, all chats together.

        Args:
            per_second: Above 0. [1/s]
        """
        self._per_second = per_second
        self._all = Bucket(per_second, burst=max(1.0, per_second * _BURST_S))
        self._chats: dict[str, Bucket] = {}
        self._line: list[tuple[bool, int, asyncio.Future[None]]] = []
        self._numbers = count()
        self._alarm: asyncio.TimerHandle | None = None
        self._refused_at: float | None = None

    def share(self, processes: int) -> None:
        """Take the part of the rate that is ours while so many processes send."""
        rate = self._per_second / processes
        self._all.set_rate(rate, burst=max(1.0, rate * _BURST_S))

    def refused(self, wait_s: float) -> None:
        """Note that the channel asked for patience; if it does so twice in a row, everybody waits.

        Args:
            wait_s: For how long. [s]
        """
        now = _now()
        if self._refused_at is not None and now - self._refused_at < _AGAIN_WITHIN_S:
            self._all.hold(now + wait_s)
        self._refused_at = now

    async def admit(self, person_id: str, *, urgent: bool) -> None:
        """Wait until a message to this person may leave; urgent ones go before all others.

        Whoever is cancelled while waiting has used nothing of the rate.
        """
        chat = self._chat(person_id)
        wait_s = chat.wait(_now())
        chat.take(_now())
        try:
            await asyncio.sleep(wait_s)
            await self._queue(urgent=urgent)
        except asyncio.CancelledError:
            chat.give_back()
            raise

    def give_back(self, person_id: str) -> None:
        """Undo an admission after which nothing left."""
        self._chat(person_id).give_back()
        self._all.give_back()
        self._let_through()

    async def _queue(self, *, urgent: bool) -> None:
        if not self._line and self._all.wait(_now()) <= 0:
            self._all.take(_now())
            return
        waiter = asyncio.get_running_loop().create_future()
        heappush(self._line, (not urgent, next(self._numbers), waiter))
        self._let_through()
        try:
            await waiter
        except asyncio.CancelledError:
            if not waiter.cancelled():  # it was let through in the same moment
                self._all.give_back()
                self._let_through()
            raise

    def _let_through(self) -> None:
        """Let through whose turn has come, and come back when that of the next has."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        while self._line:
            waiter = self._line[0][2]
            if not waiter.cancelled():
                wait_s = self._all.wait(_now())
                if wait_s > 0:
                    self._alarm = asyncio.get_running_loop().call_later(wait_s, self._let_through)
                    return
                self._all.take(_now())
                waiter.set_result(None)
            heappop(self._line)

    def _chat(self, person_id: str) -> Bucket:
        if len(self._chats) > _MANY_CHATS:
            now = _now()
            self._chats = {known: bucket for known, bucket in self._chats.items() if not bucket.is_full(now)}
        return self._chats.setdefault(person_id, Bucket(_CHAT_PER_S, burst=_CHAT_BURST))


def _now() -> float:
    """Return steadily growing seconds, which no change of the clock disturbs."""
    return asyncio.get_running_loop().time()

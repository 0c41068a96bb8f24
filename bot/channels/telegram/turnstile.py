"""Who is thought for now: a few people at a time, and nobody while messages are coming in.

Thinking keeps the loop and the interpreter busy. Were it begun for everybody at once, what arrives meanwhile would be
stored, and seen to be, only when most of the others have their answers.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bot.coach.turn import CoachDoor, Memory, Message, Turn

_RUSH: Final = 8
_RUSH_WITHIN_S: Final = 0.5
"""So many updates within so long are a rush."""
_CALM_S: Final = 0.04
"""Nothing new for so long means that it is over."""
_CLOSE_S: Final = 0.05
"""Two updates this close may be the beginning of one."""
_GLANCE_S: Final = 0.005
"""So long the loop is then left to itself between two turns, to notice what has arrived."""
_LONGEST_HOLD_S: Final = 0.8
"""So long a turn is held back in a rush."""


class Turnstile:
    """The coach, reached by a few at a time, in the order in which they came."""

    def __init__(self, coach: CoachDoor, *, at_once: int, calm_s: float = _CALM_S) -> None:
        """Stand before a coach.

        Args:
            coach: Answers.
            at_once: For so many people it thinks side by side. Where only the processor is waited for, more of them
                make it slower for all.
            calm_s: Nothing new for so long means that a rush is over.
        """
        self._coach = coach
        self._seats = asyncio.Semaphore(at_once)
        self._calm_s = calm_s
        self._entering = 0
        """How many updates are being stored."""
        self._arrivals = deque([-math.inf] * _RUSH, maxlen=_RUSH)
        """When the last updates were stored, on the clock of the loop. [s]"""

    @contextmanager
    def letting_in(self) -> Iterator[None]:
        """Hold turns back while the block stores an update, and a moment longer where many come."""
        self._entering += 1
        try:
            yield
        finally:
            self._entering -= 1
            self._arrivals.append(asyncio.get_running_loop().time())

    async def reply(self, memory: Memory, message: Message) -> Turn:
        """Answer one message when its turn has come.

        Raises:
            CoachError: If something the coach needs fails.
        """
        async with self._seats:
            await self._let_others_in()
            return await self._coach.reply(memory, message)

    async def _let_others_in(self) -> None:
        clock = asyncio.get_running_loop().time
        latest = clock() + _LONGEST_HOLD_S
        if self._arrivals[-1] - self._arrivals[-2] < _CLOSE_S:
            await asyncio.sleep(_GLANCE_S)
        while (wait_s := min(latest, self._calm_at(clock())) - clock()) > 0:  # noqa: ASYNC110 - silence is no event
            await asyncio.sleep(wait_s)

    def _calm_at(self, now: float) -> float:
        """Return when the rush will be over if nothing more comes; without one it is over already. [s]"""
        if self._entering:
            return now + _GLANCE_S
        rush = self._arrivals[-1] - self._arrivals[0] < _RUSH_WITHIN_S
        return self._arrivals[-1] + self._calm_s if rush else -math.inf

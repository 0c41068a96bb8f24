"""Stand-ins that several rooms' tests share: a clock that stands still, a channel that only writes down."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.coach.turn import Exchange, Message, Turn
from bot.engine.outbox import Wait, at_once
from bot.engine.pace import Pace
from bot.reply import Button, Reply


class FixedClock:
    """A clock that moves only when told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


class RecordingSender:
    """A channel that keeps what it is given; each entry of `script` is what happens at one send instead."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        """Address and text of every message that reached somebody."""
        self.tried: list[tuple[str, str, int]] = []
        """Address, text and first part of every call."""
        self._arrival = asyncio.Condition()
        self.script: deque[Exception | Callable[[], Awaitable[object]] | None] = deque()
        """An exception to raise, something to await before the message arrives, or None to let it pass."""

    async def send(self, address: str, reply: Reply, *, part: int = 0, next_turn: Wait = at_once) -> list[int]:
        self.tried.append((address, reply.text, part))
        step = self.script.popleft() if self.script else None
        if isinstance(step, Exception):
            raise step
        if step is not None:
            await step()
        async with self._arrival:
            self.sent.append((address, reply.text))
            self._arrival.notify_all()
        return [len(self.sent)]

    async def until(self, count: int) -> None:
        """Wait until so many messages have arrived."""
        async with self._arrival:
            await self._arrival.wait_for(lambda: len(self.sent) >= count)

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.sent]


class Unhurried(Pace):
    """A pace at which everything leaves at once."""

    def __init__(self) -> None:
        super().__init__(1.0)

    async def admit(self, person_id: str, *, urgent: bool) -> None:
        """Let everybody through."""

    def give_back(self, person_id: str) -> None:
        """Take back nothing."""

    def refused(self, wait_s: float) -> None:
        """Note nothing."""


def small_talk(message: Message, text: str, *, turn_id: str | None = None, buttons: tuple[Button, ...] = ()) -> Turn:
    """Return the turn of a coach that answers a message with a text and remembers nothing else."""
    name = turn_id or message.message_key
    reply = Reply(text=text, kind="answer", mode="embedded", turn_id=name, buttons=buttons)
    exchange = Exchange(
        turn_id=name, said=message.text, reply=reply, intent="smalltalk", entities={}, pending=None, at=message.at
    )
    return Turn(reply=reply, exchange=exchange)

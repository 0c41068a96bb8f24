"""Hands messages to their channel: in order per person, with the ledger before and after every send.

A crash between the two commits leaves a message of which nobody knows whether it arrived. Replies go again
(silence is worse than a repeat); reminders never do (they are `in_doubt`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Protocol
from weakref import WeakValueDictionary

from bot.engine.pace import Pace
from bot.engine.verdict import judge
from bot.errors import DeliveryError, StorageError
from bot.reply import Reply
from bot.storage.lane import Delivery, FiredReminder, person_of
from bot.storage.ledger import Ledger, Settlement, Waiting

_logger = logging.getLogger(__name__)


Wait = Callable[[], Awaitable[None]]
"""Returns when it is time to go on."""


async def at_once() -> None:
    """Wait for nothing."""


class Sender(Protocol):
    """A channel's way out."""

    async def send(self, address: str, reply: Reply, *, part: int = 0, next_turn: Wait = at_once) -> list[int]:
        """Send a reply, from its part number `part` on; `next_turn` is awaited before each further part.

        Returns:
            The message ids of the parts sent by this call, in order.

        Raises:
            DeliveryError: With the ids of the parts that left before the one that failed.
        """
        ...


class Outbox:
    """Everything that is to leave, to everybody."""

    def __init__(
        self,
        ledger: Ledger,
        sender: Sender,
        clock: Callable[[], datetime],
        word: Callable[[FiredReminder], Reply],
        pace: Pace,
    ) -> None:
        """Send what the ledger holds.

        Args:
            ledger: Where messages wait and are accounted for.
            sender: The channel.
            clock: Returns an aware moment.
            word: Puts a reminder that fired into words, at the moment it leaves.
            pace: How fast messages may leave.
        """
        self._ledger = ledger
        self._sender = sender
        self._clock = clock
        self._word = word
        self._pace = pace
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._unrecorded: dict[str, Settlement] = {}
        """By person: the end of an attempt that the database has not taken yet, so that nothing is sent twice."""
        self._interrupted: set[str] = set()
        """People whose message was leaving when its task was cancelled."""
        self._maybe_taken: set[str] = set()
        """People whose message the database may have marked as leaving without being able to tell us."""

    async def deliver(self, delivery_id: str) -> None:
        """Send a message now, after everything of the same person that comes before it.

        Returns when it was sent, or when it has to wait; a ticker tries again. Never raises for a failed send
        or a database that does not answer.
        """
        await self._drain(person_of(delivery_id), urgent=True, until=delivery_id)

    async def drain(self, person_id: str, *, urgent: bool = False) -> None:
        """Send what may leave to one person, in order; failures wait for the next time.

        Args:
            person_id: Who it is.
            urgent: Whether somebody waits for it; it then goes before all that is not.
        """
        await self._drain(person_id, urgent=urgent)

    async def _drain(self, person_id: str, *, urgent: bool, until: str | None = None) -> None:
        async with self._lane(person_id):
            try:
                await self._settle_loose_ends(person_id)
                while (sent := await self._send_next(person_id, urgent=urgent)) is not None and sent != until:
                    pass
            except StorageError as error:
                _logger.warning("messages wait for the database: %s", error)

    async def _send_next(self, person_id: str, *, urgent: bool) -> str | None:
        """Send one message when its turn has come and return its id; None if there is nothing to send.

        Only then is it taken from the ledger: what the person changed while it stood in line is minded, and nobody
        dies with a message in hand that has not left.
        """
        await self._pace.admit(person_id, urgent=urgent)
        try:
            delivery = await self._ledger.take_next(person_id, now=self._clock())
        except BaseException:
            self._pace.give_back(person_id)
            self._maybe_taken.add(person_id)
            raise
        if delivery is None:
            self._pace.give_back(person_id)
            return None
        await self._attempt(delivery, urgent=urgent)
        return delivery.delivery_id

    async def waiting(self) -> tuple[Waiting, ...]:
        """Return the people to whom something is to be sent by now, those who wait for an answer first.

        Raises:
            StorageError: If the database did not answer.
        """
        for person_id in tuple(self._unrecorded):
            await self._record(person_id)
        ready = await self._ledger.waiting(self._clock())
        loose = (self._interrupted | self._maybe_taken).difference(one.person_id for one in ready)
        return (*ready, *(Waiting(person_id, urgent=False) for person_id in sorted(loose)))

    async def recover(self, *, own: bool = True) -> None:
        """Decide on messages whose sender ended in the middle of sending them.

        Args:
            own: Whether this process has not sent anything yet, so that those under its name are of a former life.

        Raises:
            StorageError: If the database did not answer.
        """
        counts = await self._ledger.recover(now=self._clock(), own=own)
        if any(counts.values()):
            _logger.warning("after a crash: %(again)d replies are sent again, %(in_doubt)d messages in doubt", counts)

    @asynccontextmanager
    async def _lane(self, person_id: str) -> AsyncIterator[None]:
        """Let one task at a time send to this person."""
        lock = self._lanes.setdefault(person_id, asyncio.Lock())
        async with lock:
            try:
                yield
            except asyncio.CancelledError:
                self._interrupted.add(person_id)
                raise

    async def _settle_loose_ends(self, person_id: str) -> None:
        await self._record(person_id)
        if person_id in self._maybe_taken:
            await self._ledger.put_back(person_id)
            self._maybe_taken.discard(person_id)
        if person_id in self._interrupted:
            await self._ledger.recover(now=self._clock(), person_id=person_id)
            self._interrupted.discard(person_id)

    async def _record(self, person_id: str) -> None:
        settlement = self._unrecorded.get(person_id)
        if settlement is not None:
            await self._ledger.settle(settlement, now=self._clock())
            if self._unrecorded.get(person_id) is settlement:
                del self._unrecorded[person_id]

    async def _attempt(self, delivery: Delivery, *, urgent: bool) -> None:
        error: DeliveryError | None = None
        sent: tuple[int, ...] = ()
        try:
            sent = await self._send(delivery, urgent=urgent)
        except DeliveryError as failed:
            error, sent = failed, failed.sent
            if failed.retry_after_s is not None:
                self._pace.refused(failed.retry_after_s)
        settlement = judge(delivery, sent, error, now=self._clock())
        _logger.info(
            "%s %d of turn %s: %s, attempt %d, reason %s",
            delivery.kind,
            delivery.n,
            delivery.turn_id,
            settlement.state,
            delivery.attempts,
            settlement.reason,
        )
        self._unrecorded[delivery.person_id] = settlement
        await self._record(delivery.person_id)

    async def _send(self, delivery: Delivery, *, urgent: bool) -> tuple[int, ...]:
        content = delivery.content

        async def next_turn() -> None:
            await self._pace.admit(delivery.person_id, urgent=urgent)

        try:
            reply = content if isinstance(content, Reply) else self._word(content)
            sent = await self._sender.send(delivery.address, reply, part=len(delivery.message_ids), next_turn=next_turn)
        except DeliveryError:
            raise
        except Exception as error:
            # A defect of ours: what the channel did before it is unknown, so it counts as in doubt.
            _logger.exception("sending %s %d failed in an unforeseen way", delivery.kind, delivery.n)
            raise DeliveryError("defect", outcome="maybe_sent") from error
        return tuple(sent)

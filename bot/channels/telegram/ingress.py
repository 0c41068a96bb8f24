"""How updates come in: stored before Telegram is told that we have them, answered in order per chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol

from telegram import Update
from telegram.error import NetworkError

from bot.channels.telegram.failures import frames_of, kind_of
from bot.channels.telegram.incoming import Incoming, Where, addresses_us, read, where
from bot.errors import StorageError
from bot.storage.inbox import InboxBook, InboxRow

_log = logging.getLogger(__name__)

_FIRST_REST_S: Final = 0.5
_LONGEST_REST_S: Final = 10.0
_PATROL_S: Final = 2.0
"""How soon the chats of a process that died, or that another has just finished with, are looked after."""


class Drain:
    """Answers what is stored: one update at a time per chat, several chats at once, none waiting for another.

    A fixed number of workers takes chats in turn; a chat goes to the back of the line after each answer.
    """

    def __init__(self, inbox: InboxBook, handle: Callable[[InboxRow], Awaitable[None]]) -> None:
        """Hand each stored update to `handle`, which raises StorageError if it is to be tried again."""
        self._inbox = inbox
        self._handle = handle
        self._line: asyncio.Queue[str] = asyncio.Queue()
        self._claimed: set[str] = set()
        """Chats that stand in line, are being answered or rest."""
        self._woken: set[str] = set()
        """Chats that got something new while they were claimed."""
        self._failures: dict[str, int] = {}
        self._answering = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closing = False

    def wake(self, chat: str) -> None:
        """Note that a chat may have something unanswered."""
        if chat in self._claimed:
            self._woken.add(chat)
        else:
            self._claimed.add(chat)
            self._line.put_nowait(chat)

    async def wake_all(self) -> None:
        """Take up what another process left unanswered, be it an earlier life of this one or one that is gone.

        Raises:
            StorageError: If the database did not answer.
        """
        adopted = await self._inbox.adopt()
        if adopted:
            _log.warning("%d answers that another process began are begun anew", adopted)
        for chat in await self._inbox.waiting():
            self.wake(chat)

    async def patrol(self, every_s: float = _PATROL_S) -> None:
        """Look again and again for what nobody answers, until cancelled."""
        while True:
            await asyncio.sleep(every_s)
            try:
                await self.wake_all()
            except StorageError as error:
                _log.debug("the patrol waits for the database: %s", error)

    async def work(self) -> None:
        """Answer until cancelled; any number of these may run side by side."""
        while True:
            chat = await self._line.get()
            if self._closing:
                continue
            self._answering += 1
            self._idle.clear()
            try:
                await self._serve(chat)
            finally:
                self._answering -= 1
                if not self._answering:
                    self._idle.set()

    async def finish(self, within_s: float) -> None:
        """Begin no new answer, and wait until those begun are out or the time is over."""
        self._closing = True
        try:
            async with asyncio.timeout(within_s):
                await self._idle.wait()
        except TimeoutError:
            _log.warning("%d answers did not end in time; they begin anew at the next start", self._answering)

    async def _serve(self, chat: str) -> None:
        self._woken.discard(chat)
        try:
            row = await self._inbox.begin(chat)
            if row is not None:
                await self._handle(row)
        except StorageError as error:
            self._rest(chat, str(error))
            return
        except Exception as error:  # noqa: BLE001 - a worker that ends would leave its chats unanswered for good
            self._rest(chat, kind_of(error))
            return
        self._failures.pop(chat, None)
        if (row is not None and row.more) or chat in self._woken:
            self._line.put_nowait(chat)
        else:
            self._claimed.discard(chat)

    def _rest(self, chat: str, reason: str) -> None:
        """Leave a chat alone for a moment, longer each time; it stays claimed meanwhile."""
        failures = self._failures[chat] = self._failures.get(chat, 0) + 1
        wait_s = min(_FIRST_REST_S * 2 ** (failures - 1), _LONGEST_REST_S)
        _log.warning("an answer waits %.1f s: %s", wait_s, reason)
        asyncio.get_running_loop().call_later(wait_s, self._line.put_nowait, chat)


class Doorstep(Protocol):
    """What is done for an update the moment it arrives, beside its answer; nothing here waits or raises."""

    def answer_tap(self, query_id: str) -> None:
        """Stop the button's spinner."""
        ...

    def expect_answer(self, chat: str) -> None:
        """Show that an answer will come if that takes a moment: others may be answered first."""
        ...

    def turn_away(self, place: Where) -> None:
        """Tell a group or a stranger, once, that the coach does not talk here."""
        ...


class InboxQueue(asyncio.Queue[object]):
    """The queue PTB's updater puts updates into; its `put` commits, and nothing is ever taken out of it."""

    def __init__(
        self,
        *,
        inbox: InboxBook,
        drain: Drain,
        doorstep: Doorstep,
        allowed_users: frozenset[int],
        letting_in: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Store what comes from private chats; with `allowed_users`, of these people alone.

        Args:
            inbox: Where updates wait.
            drain: Answers them.
            doorstep: What is done for an update at once.
            allowed_users: Telegram ids the coach talks with; empty means everybody.
            letting_in: Entered while an update is stored.
        """
        super().__init__()
        self._inbox = inbox
        self._drain = drain
        self._doorstep = doorstep
        self._allowed_users = allowed_users
        self._letting_in = letting_in
        self.arrived = 0
        """So many updates reached us, known ones included."""

    async def put(self, item: object) -> None:
        """Store an update before the updater moves its offset on.

        Raises:
            NetworkError: If it could not be stored, the one error after which the updater asks for it again.
        """
        if not isinstance(item, Update):
            return
        self.arrived += 1
        try:
            place, incoming = where(item), read(item)
        except Exception as error:  # noqa: BLE001 - an update nobody can read would come again for ever
            _log.error("an update was left out: %s\n%s", kind_of(error), frames_of(error))
            return
        if place is None:
            return
        if not self._welcome(place):
            self._send_away(item, place)
        elif incoming is not None:
            await self._store(item, str(place.chat_id), incoming)

    async def _store(self, update: Update, chat: str, incoming: Incoming) -> None:
        try:
            with self._letting_in():
                new = await self._inbox.take_in(update.update_id, chat, incoming.to_json())
        except Exception as error:
            # Whatever it was: anything but an error of the library would end its polling for good.
            raise NetworkError(f"not stored: {kind_of(error)}") from error
        if not new:
            return
        if update.callback_query is not None:
            self._doorstep.answer_tap(update.callback_query.id)
        if incoming.kind not in ("blocked", "unblocked"):
            self._doorstep.expect_answer(chat)
        self._drain.wake(chat)

    def _welcome(self, place: Where) -> bool:
        return place.private and (not self._allowed_users or place.user_id in self._allowed_users)

    def _send_away(self, update: Update, place: Where) -> None:
        if update.callback_query is not None:
            self._doorstep.answer_tap(update.callback_query.id)
        if addresses_us(update):
            self._doorstep.turn_away(place)

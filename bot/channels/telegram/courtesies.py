"""Small things beside the answers: typing, spinners, menus, a word to groups and strangers.

None of them is stored, none holds an answer up, and none ever raises.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from itertools import count
from types import TracebackType
from typing import Final, Self

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.channels.telegram.failures import kind_of
from bot.channels.telegram.incoming import Where
from bot.voice.texts import Texts

_log = logging.getLogger(__name__)

_FIRST_TYPING_S: Final = 0.0
"""At once: under load nobody knows yet how soon the answer comes, and its own request runs beside the thinking."""
_TYPING_AGAIN_S: Final = 4.0
"""Telegram shows "typing" for about five seconds."""
_LAST_TYPING_S: Final = 1.0
"""So long an answer waits for a "typing" on its way, which would otherwise be shown after it."""
_NOTES: Final = ("telegram.at_work", "telegram.still_at_work")
"""Shown as a passing draft with the second and third "typing": an answer that takes a chat model may take seconds."""
_NOTE_DRAFT: Final = 1
_TURNED_AWAY: Final = 1000


class Courtesies:
    """Does them in tasks of its own, between entering and leaving it."""

    def __init__(
        self,
        bot: Bot,
        texts: Texts,
        *,
        first_typing_s: float = _FIRST_TYPING_S,
        typing_again_s: float = _TYPING_AGAIN_S,
    ) -> None:
        """Act as this bot; show "typing" after a moment, and again as long as it is true."""
        self._bot = bot
        self._texts = texts
        self._first_typing_s = first_typing_s
        self._typing_again_s = typing_again_s
        self._tasks = asyncio.TaskGroup()
        self._typing: dict[str, tuple[asyncio.Event, asyncio.Task[None]]] = {}
        """By chat that waits for an answer: what ends its "typing", and who shows it."""
        self._turned_away: deque[int] = deque(maxlen=_TURNED_AWAY)

    async def __aenter__(self) -> Self:
        """Begin."""
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait until the last of them is done."""
        await self._tasks.__aexit__(kind, error, trace)

    def expect_answer(self, chat: str) -> None:
        """Show "typing" in a chat, after a moment, until it is settled."""
        if chat not in self._typing:
            over = asyncio.Event()
            self._typing[chat] = over, self._tasks.create_task(self._type(int(chat), over))

    async def settle(self, chat: str) -> None:
        """Show nothing more in a chat: its answer is about to leave, or it needs none."""
        over, typing = self._typing.pop(chat, (None, None))
        if over is not None and typing is not None:
            over.set()
            await asyncio.wait({typing}, timeout=_LAST_TYPING_S)
            typing.cancel()

    @asynccontextmanager
    async def at_work(self, chat: str) -> AsyncIterator[None]:
        """Show "typing" in a chat while the block runs."""
        self.expect_answer(chat)
        try:
            yield
        finally:
            await self.settle(chat)

    async def remove_buttons(self, chat: str, message_id: int) -> None:
        """Take the buttons from under a message."""
        await _quietly(self._bot.edit_message_reply_markup(chat_id=int(chat), message_id=message_id))

    def answer_tap(self, query_id: str) -> None:
        """Stop a button's spinner."""
        self._tasks.create_task(_quietly(self._bot.answer_callback_query(query_id)))

    def turn_away(self, place: Where) -> None:
        """Tell a group or a stranger, once, that the coach does not talk here."""
        if place.chat_id in self._turned_away:
            return
        self._turned_away.append(place.chat_id)
        text = self._texts.say("telegram.not_invited" if place.private else "telegram.group").text
        no_preview = LinkPreviewOptions(is_disabled=True)
        self._tasks.create_task(_quietly(self._bot.send_message(place.chat_id, text, link_preview_options=no_preview)))

    async def _type(self, chat_id: int, over: asyncio.Event) -> None:
        wait_s = self._first_typing_s
        for shown in count():
            if await happens_within(over, wait_s):
                return
            await _quietly(self._bot.send_chat_action(chat_id, ChatAction.TYPING))
            if 0 < shown <= len(_NOTES):
                # A draft goes by itself; what it says is ours, never an answer that was not checked yet.
                note = self._texts.say(_NOTES[shown - 1]).text
                await _quietly(self._bot.send_message_draft(chat_id, _NOTE_DRAFT, note))
            wait_s = self._typing_again_s


async def happens_within(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event at most so long; return whether it happened."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


async def _quietly(call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramError as error:
        _log.debug("a courtesy failed: %s", kind_of(error))

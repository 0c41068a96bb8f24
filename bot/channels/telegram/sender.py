"""The way out: a reply becomes Telegram messages, parts in order."""

from __future__ import annotations

import logging

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.failures import as_delivery_error
from bot.channels.telegram.keyboards import keyboard
from bot.channels.telegram.rendering import Part, render
from bot.engine.outbox import Wait, at_once
from bot.errors import DeliveryError
from bot.reply import Reply

_log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramSender:
    """Sends replies; the outbox decides when, and what a failure means."""

    def __init__(self, bot: Bot) -> None:
        """Send as this bot."""
        self._bot = bot

    async def send(self, address: str, reply: Reply, *, part: int = 0, next_turn: Wait = at_once) -> list[int]:
        """Send a reply, from its part number `part` on; the buttons stand under the last one.

        `next_turn` is awaited before each further part.

        Returns:
            The message ids of the parts sent by this call, in order.

        Raises:
            DeliveryError: With the ids of the parts that left before the one that failed.
        """
        parts = render(reply)
        if not parts:
            raise DeliveryError("blank", outcome="refused")
        sent: list[int] = []
        for number, one in enumerate(parts[part:], start=part):
            buttons = keyboard(reply.buttons) if number == len(parts) - 1 else None
            if sent:
                await next_turn()
            try:
                sent.append(await self._send_part(int(address), one, buttons))
            except TelegramError as error:
                raise as_delivery_error(error, tuple(sent)) from error
        return sent

    async def _send_part(self, chat_id: int, part: Part, buttons: InlineKeyboardMarkup | None) -> int:
        try:
            message = await self._bot.send_message(
                chat_id,
                part.html,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons,
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if as_delivery_error(error).outcome != "refused":
                raise
            # Markup or buttons were wrong, which is a defect of ours; the words must get through all the same.
            _log.error("Telegram refused a message (%s); it goes again as plain text", error.message)
            message = await self._bot.send_message(chat_id, part.text, link_preview_options=_NO_PREVIEW)
        return message.message_id

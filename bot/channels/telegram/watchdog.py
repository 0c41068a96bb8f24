"""Notices that nothing comes in although Telegram has something for us.

The library ends its polling without a word after an answer 401 or 404, be it a slip of the server, and silence
for other reasons is reported too. Being idle looks the same from here, so Telegram is asked what it holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.errors import SettingsError

NOT_KNOWN_THERE: Final = "TELEGRAM_BOT_TOKEN: Telegram does not know this token; @BotFather shows the right one"
_CHECKS: Final = 2
"""A single check may fall between an update and the poll that fetches it."""


class Watchdog:
    """Compares what arrives with what Telegram holds."""

    def __init__(self, bot: Bot, arrived: Callable[[], int], every_s: float) -> None:
        """Look every so many seconds at how many updates have arrived so far."""
        self._bot = bot
        self._arrived = arrived
        self._every_s = every_s

    async def wait_until_deaf(self) -> None:
        """Return when updates wait at Telegram and none has arrived for two checks running.

        Raises:
            SettingsError: If Telegram does not know the token any more.
        """
        silent = 0
        while silent < _CHECKS:
            before = self._arrived()
            await asyncio.sleep(self._every_s)
            silent = silent + 1 if self._arrived() == before and await self._held() else 0

    async def _held(self) -> int:
        try:
            return (await self._bot.get_webhook_info()).pending_update_count
        except InvalidToken:
            raise SettingsError(NOT_KNOWN_THERE) from None
        except TelegramError:
            return 0

"""How a call is refused."""

from __future__ import annotations

from collections.abc import Awaitable

import pytest
from telegram.error import BadRequest, TelegramError


async def refused(call: Awaitable[object], error: type[TelegramError] = BadRequest) -> str:
    """Return Telegram's words for refusing a call, in lower case."""
    with pytest.raises(error) as info:
        await call
    return info.value.message.lower()

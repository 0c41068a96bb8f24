"""Buttons as words: a tap that stands for its label, and a label typed instead of tapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.reply import Reply

_OFFERS_STAND: Final = 4
"""Labels of so many replies back can still be typed."""


def is_typed(action: str) -> bool:
    """Whether the tap only stands for its label, as if it had been typed."""
    return action.startswith("v1:say:")


def typed_tap(text: str, replies: Sequence[Reply]) -> str | None:
    """Return the action of the newest button with this label among the last replies, typed instead of tapped."""
    label = text.strip("[] .!").lower()
    offered = (button for reply in reversed(replies[-_OFFERS_STAND:]) for button in reply.buttons)
    return next((button.action for button in offered if button.label.lower() == label), None)

"""Buttons: a reply's own, and those of this channel's menus."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.reply import Button

_log = logging.getLogger(__name__)

VERSION: Final = "v1:"
"""Every action begins with it; a tap on a button of another version is stale."""
DELETE_NO: Final = "v1:tg:delete:no"
HELP: Final = "v1:tg:help"
TRY: Final = "v1:say:try"
"""The coach takes a `v1:say:` tap for its label, as if that had been written."""

_DELETE_YES: Final = "v1:tg:delete:yes:"
_DELETE_WITHIN: Final = timedelta(hours=1)
_ACTION_BYTES: Final = 64
_ROW_WIDTH: Final = 30
"""Letters of all labels in one row that a phone shows without cutting."""
_ROW_BUTTONS: Final = 3


def keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """Return the keyboard under a message, None without buttons.

    A button Telegram would refuse is left out and logged: a reply must not be lost for it.
    """
    rows = list(_rows([button for button in buttons if _acceptable(button)]))
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.label, callback_data=button.action) for button in row] for row in rows]
    )


def delete_yes(now: datetime) -> str:
    """Return the action of the button that confirms a deletion; it holds for an hour."""
    return f"{_DELETE_YES}{int(now.timestamp()) // 60}"


def confirms_deletion(action: str) -> bool:
    """Whether a tap asks for the deletion, in time or not."""
    return action.startswith(_DELETE_YES)


def still_holds(action: str, now: datetime) -> bool:
    """Whether the confirmation was asked for less than an hour ago."""
    minutes = action.removeprefix(_DELETE_YES)
    asked = int(minutes) * 60 if minutes.isdecimal() else 0
    return abs(now.timestamp() - asked) < _DELETE_WITHIN.total_seconds()


def _rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    row: list[Button] = []
    for button in buttons:
        width = sum(len(one.label) for one in row) + len(button.label)
        if row and (len(row) == _ROW_BUTTONS or width > _ROW_WIDTH):
            yield row
            row = []
        row.append(button)
    if row:
        yield row


def _acceptable(button: Button) -> bool:
    fine = bool(button.label.strip()) and 1 <= len(button.action.encode()) <= _ACTION_BYTES
    if not fine:
        _log.error("a button was left out: its action takes %d bytes", len(button.action.encode()))
    return fine

"""A message as people see it: without control, zero-width and direction characters."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNSEEN: Final = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
"""Zero-width and direction characters."""


def seen_text(text: str) -> str:
    """Return a text without control, zero-width and direction characters, spaces collapsed."""
    shown = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    spaced = "".join(" " if unicodedata.category(mark).startswith("C") else mark for mark in shown)
    return " ".join(spaced.split())

"""Plain text as people save it: blank lines between paragraphs, short lines as headings, bullets as lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.blocks import Block

_BLANK = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"^\s*(?:[•◦▪‣·*–—-]|\d{1,2}[.)])\s+")
_TAG = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_HEADING_LENGTH = 80


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a plain text; tags that somebody left in it are dropped, scripts with their content."""
    for stretch in _BLANK.split(_TAG.sub(" ", text)):
        lines = [line.strip() for line in stretch.splitlines() if line.strip()]
        yield from _stretch_blocks(lines)


def _stretch_blocks(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of lines without a blank between them: a hard-wrapped paragraph, or a list."""
    if len(lines) == 1 and _is_heading(lines[0]):
        yield Block(kind="heading", text=lines[0])
        return
    wrapped: list[str] = []
    kind: list[bool] = []
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet or not wrapped:
            wrapped.append(line[bullet.end() :] if bullet else line)
            kind.append(bool(bullet))
        else:
            wrapped[-1] = f"{wrapped[-1]} {line}"
    for text, is_item in zip(wrapped, kind, strict=True):
        yield Block(kind="item" if is_item else "paragraph", text=text)


def _is_heading(line: str) -> bool:
    return (
        len(line) <= _HEADING_LENGTH and not line.endswith((".", "!", ":", ";", ",", "…")) and not _BULLET.match(line)
    )

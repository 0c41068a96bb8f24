"""Markdown as plain blocks: the words stay, the markup, code blocks, tables, images and raw HTML go."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.knowledge.blocks import Block, Kind

_KINDS: dict[str, Kind] = {"heading_open": "heading", "paragraph_open": "paragraph"}
_BREAKS = frozenset({"softbreak", "hardbreak"})
_SILENT = ("<script", "<style")


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text in reading order."""
    kind: Kind | None = None
    depth = 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type != "inline":
            # None for table cells and whatever else may hold words that are no sentences.
            kind = _KINDS.get(token.type)
        elif kind and (words := _words(token.children or [])):
            yield Block(kind="item" if depth and kind == "paragraph" else kind, text=words)


def _words(tokens: list[Token]) -> str:
    """Return the words of a line, without marks, images, tags and what stands between script tags."""
    parts: list[str] = []
    silent = False
    for token in tokens:
        if token.type == "html_inline":
            silent = token.content.lower().startswith(_SILENT)
        elif token.type in _BREAKS:
            parts.append(" ")
        elif token.type in {"text", "code_inline"} and not silent:
            parts.append(token.content)
    return " ".join("".join(parts).split())

"""What every kind of file is read into first: headings, paragraphs and list items, then sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "item"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One piece of a page in reading order, its markup gone."""

    kind: Kind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Paragraphs under one heading; the heading is empty for what stands before the first."""

    heading: str
    paragraphs: tuple[str, ...]


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Group blocks under their headings; a heading without a paragraph is dropped.

    List items that only complete the sentence before them ("Good ones include:") become part of that sentence;
    any other item is a paragraph of its own.
    """
    found: list[tuple[str, list[str]]] = [("", [])]
    open_list: list[str] = []
    for block in blocks:
        paragraphs = found[-1][1]
        if block.kind == "item" and _completes(block.text, paragraphs):
            open_list.append(block.text.rstrip(",;"))
            continue
        if open_list:
            paragraphs[-1] = _joined(paragraphs[-1], open_list)
            open_list = []
        if block.kind == "heading":
            found.append((block.text, []))
        else:
            paragraphs.append(block.text)
    if open_list:
        found[-1][1][-1] = _joined(found[-1][1][-1], open_list)
    return tuple(Section(heading=heading, paragraphs=tuple(texts)) for heading, texts in found if texts)


def _completes(item: str, paragraphs: list[str]) -> bool:
    return bool(paragraphs) and paragraphs[-1].endswith(":") and not item.endswith((".", "!", "?", "]"))


def _joined(intro: str, items: list[str]) -> str:
    """Return the intro with its items as one sentence."""
    if len(items) == 1:
        return f"{intro} {items[0]}."
    return f"{intro} {', '.join(items[:-1])} and {items[-1]}."

"""A reply as Telegram shows it: escaped HTML of our own, cut into parts that Telegram accepts.

Text and styles are kept apart until the end: the plain text is cut, styles are cut with it, and only then does
HTML come about. HTML is never cut.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from bot.reply import Citation, Reply

TEXT_LIMIT: Final = 4096
"""Code points of one message, after parsing."""
STYLE_LIMIT: Final = 100
"""Telegram shows so many entities of one message."""
SOURCE_LIMIT: Final = 32_768
"""Bytes of one message before parsing."""

_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_BREAKS: Final = ("\n\n", "\n", ". ", " ")
"""Where a long text is cut, the best place first."""
_UNSEEN: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
"""Unicode categories of what takes room at most; Telegram refuses a message of nothing else."""


@dataclass(frozen=True, slots=True)
class Style:
    """A tag around a stretch of the text; two styles of one text either nest or do not touch."""

    start: int
    end: int
    """Offsets in code points, end exclusive."""
    opening: str
    closing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One message."""

    html: str
    text: str
    """The same without markup, for when Telegram refuses the markup."""


def render(reply: Reply) -> tuple[Part, ...]:
    """Return the messages a reply leaves in; none if there is nothing to be seen in it."""
    # Half of a surrogate pair cannot be sent at all.
    text = reply.text.encode("utf-8", "replace").decode("utf-8")
    styles = _styles(text, reply.citations)
    return tuple(_parts(text, styles, 0, len(text)))


def _styles(text: str, citations: Sequence[Citation]) -> list[Style]:
    """Return the styles of a text, outer ones first: the line of sources is light, and works are links."""
    styles = []
    last_line = text.rfind("\n") + 1
    if citations and all(_item(citation) in text[last_line:] for citation in citations):
        styles.append(Style(last_line, len(text), "<i>", "</i>"))
    for citation in citations:
        address = _address(citation.url_or_doi)
        if address is not None:
            opening = f'<a href="{html.escape(address)}">'
            styles.extend(Style(start, end, opening, "</a>") for start, end in _mentions(text, citation))
    return styles


def _mentions(text: str, citation: Citation) -> Iterator[tuple[int, int]]:
    """Find where a cited work is named behind its mark, and where its DOI stands; other addresses link themselves."""
    for found in re.finditer(re.escape(_item(citation)), text):
        yield found.end() - len(citation.source), found.end()
    doi = citation.url_or_doi if citation.url_or_doi and _DOI.fullmatch(citation.url_or_doi) else None
    if doi is not None:
        yield from (found.span() for found in re.finditer(rf"(?<!\S){re.escape(doi)}(?!\S)", text))


def _item(citation: Citation) -> str:
    return f"[{citation.n}] {citation.source}"


def _address(url_or_doi: str | None) -> str | None:
    if url_or_doi is None:
        return None
    if _DOI.fullmatch(url_or_doi):
        return f"https://doi.org/{quote(url_or_doi, safe='/')}"
    return url_or_doi if url_or_doi.startswith(("https://", "http://")) else None


def _parts(text: str, styles: Sequence[Style], start: int, end: int) -> Iterator[Part]:
    while start < end:
        stop = start + _length(text[start : min(start + TEXT_LIMIT + 1, end)], TEXT_LIMIT)
        while not _fits(text, styles, start, stop):
            stop = start + _length(text[start:stop], (stop - start) // 2)
        if _visible(text[start:stop]):
            yield Part(html=_html(text, styles, start, stop), text=text[start:stop])
        start = stop


def _length(text: str, limit: int) -> int:
    """Return how much of a text makes one message: all of it, or up to the best break within the limit."""
    if len(text) <= limit:
        return len(text)
    for mark in _BREAKS:
        place = text.rfind(mark, 1, limit)
        # A break early in the text would leave a stub; half a message is the least.
        if place >= limit // 2:
            return min(place + len(mark), limit)
    return limit


def _fits(text: str, styles: Sequence[Style], start: int, end: int) -> bool:
    inside = sum(1 for style in styles if style.start < end and style.end > start)
    small = inside <= STYLE_LIMIT and len(_html(text, styles, start, end).encode()) <= SOURCE_LIMIT
    return small or end - start == 1


def _html(text: str, styles: Sequence[Style], start: int, end: int) -> str:
    """Return a stretch of the text with the styles that reach into it."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for style in styles:
        first, last = max(style.start, start), min(style.end, end)
        if first < last:
            opening.setdefault(first, []).append(style.opening)
            closing.setdefault(last, []).insert(0, style.closing)
    pieces = []
    previous = start
    for place in sorted({*opening, *closing, end}):
        pieces.append(html.escape(text[previous:place], quote=False))
        pieces.extend(closing.get(place, ()))
        pieces.extend(opening.get(place, ()))
        previous = place
    return "".join(pieces)


def _visible(text: str) -> bool:
    return any(unicodedata.category(mark) not in _UNSEEN for mark in text)

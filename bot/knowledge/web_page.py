"""Web pages as plain blocks: what a reader of the article sees stays; menus, forms, scripts and hidden text go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.knowledge.blocks import Block, Kind

MAX_BYTES = 5_000_000
"""Saved pages carry styles, scripts and pictures along with their few pages of text."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_DROPPED = frozenset(
    "applet aside audio button canvas datalist dialog embed figcaption footer frameset head iframe input label math "
    "menu meter nav noembed noframes noscript object optgroup option picture pre progress rp rt script select style "
    "svg template textarea title video".split()
)
"""Elements that go with all they hold: no part of the article, or no sentences."""
_DROPPED_ROLES = frozenset(
    "alert alertdialog banner button complementary contentinfo dialog menu menubar navigation search toolbar".split()
)
_UNSEEN = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|(?:opacity|font-size|zoom):0(?:\.0*)?(?:[a-z%]+)?)(?:!|;|$)"
)
_FINISHED = re.compile(r"""[.!?…:]["'”’»)]*$""")
_NAMED_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_-]{1,40})""", re.IGNORECASE)
_CHARSETS = {"utf-8": "utf-8", "utf8": "utf-8"} | dict.fromkeys(
    # Browsers read all of these as Windows text, and so do the people who save pages with them.
    ("windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"),
    "cp1252",
)


def decode(raw: bytes) -> str:
    """Return the text of a page in the character set it names; UTF-8 if it names none.

    Raises:
        ValueError: If the bytes are no text, or in another character set than it says or we read.
    """
    if b"\0" in raw:
        raise ValueError("binary data, not text")
    named = _NAMED_CHARSET.search(raw[:4096])
    name = named[1].decode("ascii").lower() if named else "utf-8"
    # A byte order mark wins over what the page says.
    codec = "utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else _CHARSETS.get(name)
    if codec is None:
        raise ValueError(f"character set {name} is not read; save it as UTF-8")
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(f"not {name} (byte {error.start + 1:,}); save it as UTF-8") from error


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the title of a page as a heading, then the blocks of its article in reading order."""
    page = LexborHTMLParser(text)
    blocks = _article_blocks(page)
    headline = page.css_first("h1", default=None)
    # The browser's title often carries the site's name, the headline does not.
    candidates = (headline, page.css_first("head > title", default=None))
    title = next((words for node in candidates if node and (words := _words(node.text()))), "")
    if title:
        yield Block(kind="heading", text=title)
    for block in blocks:
        if not (block.kind == "heading" and block.text == title):
            yield block


def _article_blocks(page: LexborHTMLParser) -> list[Block]:
    """Return the blocks of the page's one article if it marks one, else of all of it."""
    for selector in ("main article, [role=main] article", "main, [role=main]", "article"):
        marked = page.css(selector)
        blocks = _Reading(marked[0]).blocks if len(marked) == 1 else []
        if any(block.kind != "heading" for block in blocks):
            return blocks
    return _Reading(page.body).blocks if page.body else []


def _words(text: str) -> str:
    return " ".join(text.split())


class _Reading:
    """One walk through an element; a loop and no recursion, for pages nested thousands deep."""

    def __init__(self, root: LexborNode) -> None:
        self.blocks: list[Block] = []
        self._open: dict[str, int] = {}
        self._words: list[str] = []
        self._linked = 0
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, seen = waiting.pop()
            tag = node.tag or ""
            if tag == "-text":
                self._say(node.text())
            elif seen:
                self._leave(tag)
            elif node is root or not _is_unseen(node, tag):
                self._enter(tag)
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
        self._finish()

    def _say(self, text: str) -> None:
        self._words.append(text)
        if self._open.get("a"):
            self._linked += len("".join(text.split()))

    def _enter(self, tag: str) -> None:
        if tag == "br" and self._words and self._words[-1] == "\n":
            # Two breaks in a row are how old pages part their paragraphs.
            self._finish()
        elif tag == "br":
            self._words.append("\n")
        elif tag not in _INLINE:
            self._finish()
        self._open[tag] = self._open.get(tag, 0) + 1

    def _leave(self, tag: str) -> None:
        if tag not in _INLINE and tag != "br":
            self._finish()
        self._open[tag] -= 1

    def _finish(self) -> None:
        text, linked = _words("".join(self._words)), self._linked
        self._words, self._linked = [], 0
        if not text:
            return
        kind = self._kind()
        all_link = linked == len("".join(text.split()))
        # Lone links are menus and "read more"; cells hold figures unless a page is laid out by a table.
        if kind != "heading" and (all_link or (self._is_in(_CELLS) and not _FINISHED.search(text))):
            return
        self.blocks.append(Block(kind=kind, text=text))

    def _kind(self) -> Kind:
        if self._is_in(_HEADINGS):
            return "heading"
        return "item" if self._open.get("li") else "paragraph"

    def _is_in(self, tags: frozenset[str]) -> bool:
        return any(self._open.get(tag) for tag in tags)


def _is_unseen(node: LexborNode, tag: str) -> bool:
    """Say whether an element goes with all it holds."""
    if tag in _DROPPED or tag.startswith(("-", "!")):
        return True
    said = node.attributes
    style = "".join((said.get("style") or "").lower().split())
    return (
        "hidden" in said
        or said.get("aria-hidden") == "true"
        or (said.get("role") or "").lower() in _DROPPED_ROLES
        or bool(_UNSEEN.search(style))
        # The raised [1] of a footnote, which would glue itself to the sentence before.
        or (tag == "sup" and node.css_first("a", default=None) is not None)
        # The page's own head with name and menu; an article's holds its headline.
        or (tag == "header" and node.css_first("h1", default=None) is None)
    )

"""PDF as plain blocks.

A PDF knows only glyphs at places, so lines, paragraphs and headings are told by their size and the gaps between them.
"""

from __future__ import annotations

import io
import math
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from bot.knowledge.blocks import Block

if TYPE_CHECKING:
    from pypdf import PageObject

Matrix: TypeAlias = Sequence[float]

MAX_BYTES = 20_000_000
"""Pictures and fonts weigh more than the text."""
MAX_PAGES = 300

_HEADING_SIZE = 1.15
"""Set this much larger than the text, a line is a heading."""
_HEADING_LENGTH = 200
_PLAIN_HEADING_LENGTH = 80
_PARAGRAPH_GAP = 1.3
"""Lines this much further apart than usual belong to two paragraphs."""
_INDENT = 0.8
"""A first line is set in by more than this. [font sizes]"""
_SMALLEST = 2.0
"""Nobody reads smaller type. [points]"""

_DOTS = "•◦▪‣·∙●○■\x7f\uf0a7\uf0b7"
"""Bullets, three of them as the codes that symbol fonts leave behind."""
_BULLET = re.compile(rf"^(?:[{_DOTS}–—*-]|\d{{1,2}}[.)])\s+")
_LONE_BULLET = re.compile(rf"^[{_DOTS}]$")
_LEADERS = re.compile(r"(?:\. ?){5}")
"""The dots of a table of contents."""
_STOP = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_PAGE_NUMBER = re.compile(
    r"^(?:page\s*)?[-–]?\s*(?:\d{1,4}|[ivx]{1,5})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|slide \d|document\d*$)|\.(?:docx?|odt|pdf|indd|tex|dvi|qxd|rtf|txt)$", re.IGNORECASE
)
"""What programs write where nobody gave a title."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    text: str
    size: float
    """Of most of its letters. [points]"""
    x: float
    y: float
    """Upwards from the foot of the page. [points]"""


def read_blocks(raw: bytes) -> Iterator[Block]:
    """Yield the title of a PDF as a heading if it has one, then its blocks in reading order.

    Raises:
        ValueError: If it is no PDF, broken, locked by a password, too long, or without text.
    """
    if b"%PDF-" not in raw[:1024]:
        raise ValueError("not a PDF")
    title, pages = _open(raw)
    pages = _without_margins(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        raise ValueError("no text in it; a scan must go through text recognition first")
    body_size = _usual_size(lines)
    paragraphs = _paragraphs(pages, body_size)
    title = title or _headline(paragraphs, body_size)
    if title:
        yield Block(kind="heading", text=title)
    for paragraph in paragraphs:
        block = _block(paragraph, body_size)
        if block.text.casefold() != title.casefold():
            yield block


def _open(raw: bytes) -> tuple[str, list[list[_Line]]]:
    # Imported by the confined child only; the library takes a third of a second.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(raw))
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise ValueError(f"too long: {count:,} pages, at most {MAX_PAGES}")
        said = reader.metadata.title if reader.metadata else None
        pages = [_page_lines(page) for page in reader.pages]
    except (DependencyError, FileNotDecryptedError) as error:
        raise ValueError("encrypted; save it without a password") from error
    except (PyPdfError, RecursionError) as error:
        raise ValueError(f"broken PDF: {' '.join(str(error).split())[:100]}") from error
    title = " ".join(str(said or "").split())
    return ("" if _NO_TITLE.search(title) or " " not in title else title), pages


def _page_lines(page: PageObject) -> list[_Line]:
    """Return the lines of a page in the order in which they are drawn; almost always that of reading."""
    collected = _LineCollector()
    page.extract_text(visitor_text=collected.take)
    collected.finish()
    return collected.lines


class _LineCollector:
    """Puts the pieces that the library hands over together to lines."""

    def __init__(self) -> None:
        self.lines: list[_Line] = []
        self._text = ""
        self._place = (0.0, 0.0)
        self._letters: Counter[float] = Counter()
        """How many letters of the line there are of each size."""

    def take(self, text: str, page: Matrix, own: Matrix, _font: object, font_size: float) -> None:
        """Take a piece with the matrices of the page and of the text, as the library calls its visitor."""
        if text.strip():
            size = abs(font_size) * math.hypot(own[2], own[3]) * math.hypot(page[2], page[3])
            if size >= _SMALLEST:
                self._add(text, size, x=own[4] * page[0] + own[5] * page[2] + page[4], y=_height(page, own))
        elif self._text:
            self._text += text
        if text.endswith("\n"):
            self.finish()

    def _add(self, text: str, size: float, *, x: float, y: float) -> None:
        if not self._text:
            self._place = (x, y)
        self._text += text
        self._letters[round(size * 2) / 2] += len(text)

    def finish(self) -> None:
        """End the line."""
        words = " ".join(self._text.translate(_LIGATURES).split())
        if words and not _LEADERS.search(words):
            x, y = self._place
            self.lines.append(_Line(text=words, size=self._letters.most_common(1)[0][0], x=x, y=y))
        self._text = ""
        self._letters.clear()


def _height(page: Matrix, own: Matrix) -> float:
    return own[4] * page[1] + own[5] * page[3] + page[5]


def _without_margins(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """Return the pages without page numbers and without the words that stand at the edge of several pages."""
    edges = [{id(line) for line in _edge(page)} for page in pages]
    seen = Counter(
        key
        for page, edge in zip(pages, edges, strict=True)
        for key in {_key(line) for line in page if id(line) in edge}
    )
    return [
        [
            line
            for line in page
            if id(line) not in edge or not (_PAGE_NUMBER.match(line.text) or seen[_key(line)] > max(1, len(pages) // 3))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Sequence[_Line]) -> list[_Line]:
    """Return the lines at the two highest and the two lowest places of a page."""
    places = sorted({round(line.y) for line in page})
    outermost = {*places[:2], *places[-2:]}
    return [line for line in page if round(line.y) in outermost]


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _usual_size(lines: Sequence[_Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _paragraphs(pages: Sequence[Sequence[_Line]], body_size: float) -> list[list[_Line]]:
    lines = [line for page in pages for line in page]
    gaps = [above.y - line.y for above, line in pairwise(lines) if above.size == line.size == body_size]
    near = [gap for gap in gaps if 0.5 * body_size < gap < 2.5 * body_size]
    leading = statistics.median_low(near) if near else 1.2 * body_size
    paragraphs: list[list[_Line]] = []
    for line in lines:
        if paragraphs and not _starts_paragraph(line, paragraphs[-1], leading * max(1.0, line.size / body_size)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _starts_paragraph(line: _Line, paragraph: Sequence[_Line], leading: float) -> bool:
    above = paragraph[-1]
    gap = above.y - line.y
    if _LONE_BULLET.match(above.text):
        return False
    if _BULLET.match(line.text) or _LONE_BULLET.match(line.text):
        return True
    if abs(line.size - above.size) > 0.1 * above.size and gap > 0.5 * line.size:
        return True
    finished = bool(_STOP.search(above.text))
    if gap < -0.5 * line.size or gap > 8 * leading:
        # The next column or page: the paragraph goes on there unless its sentence is finished.
        return finished or not line.text[0].islower()
    if gap > _PARAGRAPH_GAP * leading:
        return True
    # An item's own lines hang behind its bullet, so only a first line that is set in counts.
    return finished and line.x - above.x > _INDENT * line.size and not _BULLET.match(paragraph[0].text)


def _block(paragraph: Sequence[_Line], body_size: float) -> Block:
    text = _joined([line.text for line in paragraph])
    large = paragraph[-1].size >= _HEADING_SIZE * body_size and len(text) <= _HEADING_LENGTH
    if not large and (bullet := _BULLET.match(text)):
        return Block(kind="item", text=text[bullet.end() :])
    # A short line by itself, as in plain text; in bold it is no larger than the text.
    short = len(paragraph) == 1 and len(text) <= _PLAIN_HEADING_LENGTH and text[0].isupper()
    if large or (short and not _STOP.search(text) and not text.endswith(",")):
        return Block(kind="heading", text=text)
    return Block(kind="paragraph", text=text)


def _headline(paragraphs: Sequence[Sequence[_Line]], body_size: float) -> str:
    """Return the first of the largest headings, which stands below the journal's name; empty without headings."""
    large = [lines for lines in paragraphs if lines[-1].size >= _HEADING_SIZE * body_size]
    headline = max(large, key=lambda lines: lines[-1].size, default=[])
    return _joined([line.text for line in headline])


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one text; a word cut at a line's end is put together."""
    text = ""
    for line in lines:
        cut = re.search(r"(?<=[a-z])[-\u00ad\u2010]$", text) if line[0].islower() else None
        text = text[: cut.start()] + line if cut else f"{text} {line}".strip()
    return text

"""How a file is read, by its suffix; whatever the format, what comes out is clean and speaks to readers only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from bot.errors import ArticleError
from bot.knowledge import markdown, pdf, plain_text, web_page
from bot.knowledge.blocks import Block
from bot.knowledge.confinement import Confinement
from bot.knowledge.front_matter import FrontMatter, split_front_matter
from bot.knowledge.screening import clean, read_bytes, read_text, refuse_orders

Content: TypeAlias = tuple[FrontMatter | None, list[Block]]


def read_file(path: Path, confinement: Confinement) -> Content:
    """Return the front matter of an article file, None without one, and its blocks.

    Raises:
        ArticleError: If the file cannot be taken in, saying why.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ArticleError(str(path), f"no reader for {path.suffix or 'a file without suffix'} files")
    try:
        matter, read = reader(path, confinement)
    except ValueError as error:
        raise ArticleError(str(path), str(error)) from error
    # Behind the reader: entities, markup inside a word and packed streams hide things from a look at the file.
    blocks = [Block(kind=block.kind, text=text) for block in read if (text := " ".join(clean(block.text).split()))]
    told = (matter.title, matter.question, *matter.asked_as) if matter else ()
    refuse_orders(path, " ".join([*told, *(block.text for block in blocks)]))
    return matter, blocks


def _text(path: Path, _confinement: Confinement, *, read: Callable[[str], Iterable[Block]]) -> Content:
    matter, body = split_front_matter(read_text(path))
    return matter, list(read(body))


def _web_page(path: Path, confinement: Confinement) -> Content:
    text = clean(web_page.decode(read_bytes(path, most=web_page.MAX_BYTES)))
    matter, body = split_front_matter(text)
    return matter, confinement.read(web_page.read_blocks, body)


def _pdf(path: Path, confinement: Confinement) -> Content:
    return None, confinement.read(pdf.read_blocks, read_bytes(path, most=pdf.MAX_BYTES))


READERS: Mapping[str, Callable[[Path, Confinement], Content]] = {
    ".md": partial(_text, read=markdown.read_blocks),
    ".markdown": partial(_text, read=markdown.read_blocks),
    ".txt": partial(_text, read=plain_text.read_blocks),
    ".html": _web_page,
    ".htm": _web_page,
    ".xhtml": _web_page,
    ".pdf": _pdf,
}
"""The one place to add a format."""

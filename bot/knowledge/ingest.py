"""Folders of articles become a library; files that are no good are named one by one and the rest goes in."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from bot.errors import ArticleError
from bot.knowledge import bibliography
from bot.knowledge.answers import HEADING, Answer, read_answers, without_answers
from bot.knowledge.article import Article, Library, Passage, Role, Sentence, Work
from bot.knowledge.blocks import Block, Section, sections
from bot.knowledge.confinement import Confinement
from bot.knowledge.formats import read_file
from bot.knowledge.front_matter import FrontMatter
from bot.knowledge.passages import cut, one_answer
from bot.knowledge.sentences import cited_sentences, split_sentences

_PARTS: frozenset[str] = frozenset(get_args(Role)) - {"body", HEADING}
_TITLE_LENGTH = 160


def read_library(dirs: Sequence[Path]) -> tuple[Library, tuple[ArticleError, ...]]:
    """Read every article below the folders.

    Files and folders whose name begins with a dot or an underscore, README files, and what a browser saves beside a
    page ("page_files" beside "page.html") are passed over.
    Bibliographies are read first, so that an article may cite a work listed in another folder.

    Args:
        dirs: Folders of articles, searched with what lies below them. Of two articles with one slug the first wins.

    Returns:
        The library, and one error for each file or bibliography entry that could not be taken in.
    """
    errors: list[ArticleError] = []
    files = list(_files(dirs, errors))
    works: dict[str, Work] = {}
    for path in files:
        if path.name == bibliography.FILE_NAME:
            listed, problems = bibliography.read_bibliography(path)
            errors.extend(problems)
            errors.extend(_contradictions(path, listed, works))
            works = listed | works
    articles = _articles([path for path in files if path.name != bibliography.FILE_NAME], works, errors)
    cited: dict[str, Work] = {}
    for article in articles.values():
        # An article without sources of its own is its own source.
        own = Work(
            key=article.slug, authors=None, year=None, title=article.title, journal=None, doi=None, kind="article"
        )
        cited |= {key: works.get(key, own) for key in article.sources}
    return Library(articles=dict(sorted(articles.items())), works=dict(sorted(cited.items()))), tuple(errors)


def read_article(path: Path, *, works: Mapping[str, Work], confinement: Confinement) -> Article:
    """Read one article file.

    Args:
        path: The file; its suffix decides how it is read.
        works: The works it may cite, by key.
        confinement: Where a page or PDF is read.

    Raises:
        ArticleError: If the file cannot be taken in, saying why.
    """
    matter, blocks = read_file(path, confinement)
    try:
        if matter is None:
            return _plain_article(_slug(path), blocks)
        return _parted_article(path.stem, matter, sections(without_answers(blocks)), read_answers(blocks), works)
    except ValueError as error:
        raise ArticleError(str(path), str(error)) from error


def _articles(paths: Sequence[Path], works: Mapping[str, Work], errors: list[ArticleError]) -> dict[str, Article]:
    articles: dict[str, Article] = {}
    came_from: dict[str, Path] = {}
    with Confinement() as confinement:
        for path in paths:
            try:
                article = read_article(path, works=works, confinement=confinement)
            except ArticleError as error:
                errors.append(error)
                continue
            if article.slug in articles:
                reason = f"another article has the slug {article.slug}: {came_from[article.slug]}"
                errors.append(ArticleError(str(path), reason))
                continue
            articles[article.slug] = article
            came_from[article.slug] = path
    return articles


def _files(dirs: Sequence[Path], errors: list[ArticleError]) -> Iterator[Path]:
    for folder in dirs:
        if not folder.is_dir():
            errors.append(ArticleError(str(folder), "no such folder"))
            continue
        try:
            paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        except OSError as error:
            errors.append(ArticleError(str(folder), f"cannot be read: {error.strerror}"))
            continue
        for path in paths:
            names = path.relative_to(folder).parts
            passed_over = path.stem.upper() == "README" or any(name.startswith((".", "_")) for name in names)
            if not (passed_over or _belongs_to_a_saved_page(path, folder)):
                yield path


def _belongs_to_a_saved_page(path: Path, folder: Path) -> bool:
    """Say whether a file lies in the folder of scripts and pictures that a browser saves beside a page."""
    for above in path.relative_to(folder).parents:
        page, mark, _ = above.name.rpartition("_files")
        if mark and any((folder / above).with_name(page + suffix).is_file() for suffix in (".html", ".htm")):
            return True
    return False


def _contradictions(path: Path, listed: Mapping[str, Work], known: Mapping[str, Work]) -> Iterator[ArticleError]:
    for key in sorted(listed.keys() & known.keys()):
        if listed[key] != known[key]:
            yield ArticleError(str(path), f"{key} is another work in an earlier bibliography, which is kept")


def _slug(path: Path) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    if not slug:
        raise ValueError("the file's name holds no letter or digit to make a slug of")
    return slug


def _plain_article(slug: str, blocks: list[Block]) -> Article:
    """Make an article of a page without parts: every sentence cites the page itself."""
    if not blocks:
        raise ValueError("no text besides markup")
    title = textwrap.shorten(blocks[0].text, _TITLE_LENGTH, placeholder="…")
    # A page that starts without a title starts with its text, which must not be lost.
    rest = blocks[1:] if title == blocks[0].text and len(blocks) > 1 else blocks
    passages: list[Passage] = []
    for section in sections(rest):
        paragraphs = [
            [Sentence(text=sentence, keys=(slug,)) for sentence in split_sentences(paragraph)]
            for paragraph in section.paragraphs
        ]
        passages.extend(cut(paragraphs, article=slug, title=title, role="body", strength="unknown"))
    if not passages:
        raise ValueError("headings only, no paragraph")
    return Article(
        slug=slug,
        title=title,
        question=title,
        asked_as=(),
        strength="unknown",
        written=None,
        sources=(slug,),
        figure=None,
        passages=tuple({passage.passage_id: passage for passage in passages}.values()),
    )


def _parted_article(
    stem: str, matter: FrontMatter, parts: Sequence[Section], answers: Sequence[Answer], works: Mapping[str, Work]
) -> Article:
    if matter.slug != stem:
        raise ValueError(f"slug {matter.slug} is not the file's name")
    passages: list[Passage] = []
    for part in parts:
        if part.heading not in _PARTS:
            where = f"heading {part.heading!r}" if part.heading else "text before the first heading"
            raise ValueError(f"{where}: parts are {', '.join(sorted(_PARTS))}")
        paragraphs = [cited_sentences(paragraph) for paragraph in part.paragraphs]
        role: Role = part.heading  # type: ignore[assignment]  # checked against the literal's values above
        passages.extend(cut(paragraphs, article=matter.slug, title=matter.title, role=role, strength=matter.strength))
    passages.extend(
        one_answer(
            cited_sentences(one.text),
            article=matter.slug,
            title=matter.title,
            strength=matter.strength,
            asked=one.asked,
        )
        for one in answers
    )
    if not any(passage.role == "verdict" for passage in passages):
        raise ValueError("no verdict")
    _check_keys(matter, passages, works)
    return Article(
        slug=matter.slug,
        title=matter.title,
        question=matter.question,
        asked_as=matter.asked_as,
        strength=matter.strength,
        written=matter.date,
        sources=matter.sources,
        figure=matter.figure,
        passages=tuple(passages),
        circle=matter.circle,
    )


def _check_keys(matter: FrontMatter, passages: Sequence[Passage], works: Mapping[str, Work]) -> None:
    cited = {key for passage in passages for sentence in passage.sentences for key in sentence.keys}
    for keys, what in (
        (cited - set(matter.sources), "cited but not among the sources"),
        (set(matter.sources) - cited, "among the sources but never cited"),
        (cited - works.keys(), "in no bibliography"),
    ):
        if keys:
            raise ValueError(f"{', '.join(sorted(keys))}: {what}")

"""Cutting an article's parts into passages: long enough to stand alone, short enough to quote."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.knowledge.article import Passage, Role, Sentence, Strength

SHORT = 200
"""A paragraph shorter than this is joined with the next of its part. [characters]"""
LONG = 700
"""A paragraph longer than this is cut between sentences. [characters]"""

Paragraph = Sequence[Sentence]


def cut(
    paragraphs: Iterable[Paragraph], *, article: str, title: str, role: Role, strength: Strength
) -> tuple[Passage, ...]:
    """Return the passages of one part of an article in reading order.

    The wordings of a verdict each stay alone, because a reply uses one of them.
    """
    pieces = [piece for paragraph in paragraphs for piece in _split(paragraph)]
    if role != "verdict":
        pieces = _join(pieces)
    passages = (
        Passage(
            passage_id=f"{article}:{role}:{hashlib.sha256(_text(piece).encode()).hexdigest()[:12]}",
            article=article,
            title=title,
            role=role,
            strength=strength,
            sentences=tuple(piece),
        )
        for piece in pieces
    )
    # Said twice in one part is found once.
    return tuple({passage.passage_id: passage for passage in passages}.values())


def one_answer(
    sentences: Paragraph, *, article: str, title: str, strength: Strength, asked: tuple[str, ...]
) -> Passage:
    """Return the passage that answers one question; it is neither joined nor cut.

    Args:
        sentences: The answer.
        article: Slug of its article.
        title: Title of its article.
        strength: How sure the article is.
        asked: The question in its voices.

    Raises:
        ValueError: If it is too long to quote.
    """
    pieces = cut([sentences], article=article, title=title, role="answers", strength=strength)
    if len(pieces) != 1:
        raise ValueError(f"the answer to {asked[0]!r} has more than {LONG} characters")
    return replace(pieces[0], asked=asked)


def _text(sentences: Paragraph) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _split(paragraph: Paragraph) -> list[list[Sentence]]:
    pieces: list[list[Sentence]] = [[]]
    for sentence in _wrapped(paragraph):
        if pieces[-1] and len(_text([*pieces[-1], sentence])) > LONG:
            pieces.append([])
        pieces[-1].append(sentence)
    return [piece for piece in pieces if piece]


def _wrapped(paragraph: Paragraph) -> Iterable[Sentence]:
    """Yield sentences, cutting between words what is too long for one: a page without a full stop."""
    for sentence in paragraph:
        if len(sentence.text) <= LONG:
            yield sentence
        else:
            yield from (Sentence(text=part, keys=sentence.keys) for part in textwrap.wrap(sentence.text, LONG))


def _join(pieces: list[list[Sentence]]) -> list[list[Sentence]]:
    joined: list[list[Sentence]] = []
    for piece in pieces:
        if joined and _is_short(joined[-1]) and _fits(joined[-1], piece):
            joined[-1] += piece
        else:
            joined.append(piece)
    if len(joined) > 1 and _is_short(joined[-1]) and _fits(joined[-2], joined[-1]):
        last = joined.pop()
        joined[-1] += last
    return joined


def _is_short(piece: Paragraph) -> bool:
    return len(_text(piece)) < SHORT


def _fits(first: Paragraph, second: Paragraph) -> bool:
    return len(_text(first)) + 1 + len(_text(second)) <= LONG

"""A model's text as statements: sentences without markup, each with the marks that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.knowledge.sentences import split_sentences
from bot.nlu.pattern import Pattern

_MARKS_BEHIND: Final = Pattern(r"([.!?…]+[\"'”’)]*)\s*((?:\[\d{1,2}\]\s*)+)")
_LISTED_MARKS: Final = Pattern(r"\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})+)\]")
_MARK: Final = Pattern(r"\s*\[(\d{1,2})\]")
_SOURCES: Final = Pattern(r"^\W*(?:sources?|references?|citations?)\W*:.*$", re.IGNORECASE)
_BULLET: Final = Pattern(r"^\s*(?:[-*•·–—]|\d{1,2}[.)])\s+")
_HEADING: Final = Pattern(r"^\s*#+\s*")
_STRAIGHT: Final = str.maketrans("’‘“”\u00a0", "''\"\" ")
_EMPHASIS: Final = Pattern(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One sentence of a model's text."""

    text: str
    """Without marks and markup, white space put straight."""
    marks: tuple[int, ...] = ()
    paragraph: int = 0
    """Which paragraph of the text it stands in, from 0."""


def statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text in reading order; a line of sources at its end is left out."""
    return tuple(
        _statement(sentence, number)
        for number, line in enumerate(_lines(text))
        for sentence in split_sentences(_marks_inside(line))
        if _MARK.sub("", sentence).strip(" .")
    )


def straight(text: str) -> str:
    """Return a text with typewriter's quotes and plain spaces."""
    return text.translate(_STRAIGHT)


def flat(text: str) -> str:
    """Return a text as it is compared with another: straight quotes, single spaces, no marks."""
    return " ".join(_MARK.sub("", straight(text)).split())


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        bare = _EMPHASIS.sub("", _HEADING.sub("", _BULLET.sub("", line))).strip()
        if bare and not _SOURCES.match(bare):
            yield bare


def _marks_inside(line: str) -> str:
    """Move marks that stand behind a full stop in front of it, so that they stay with their sentence."""
    listed = _LISTED_MARKS.sub(lambda found: "".join(f"[{n}]" for n in re.findall(r"\d+", found[1])), line)
    return _MARKS_BEHIND.sub(lambda found: f" {found[2].strip()}{found[1]} ", listed)


def _statement(sentence: str, paragraph: int) -> Statement:
    marks = tuple(dict.fromkeys(int(n) for n in _MARK.findall(sentence)))
    bare = " ".join(_MARK.sub("", sentence).split())
    return Statement(text=re.sub(r"\s+([.!?…,;:])", r"\1", bare), marks=marks, paragraph=paragraph)

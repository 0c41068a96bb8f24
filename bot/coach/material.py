"""What a model is given to write from, out of what the coach has found and would say itself."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coach.draft import Draft
from bot.coach.facts import Found
from bot.coach.gates.gate import Material
from bot.coach.gates.statements import flat
from bot.coach.picking import may_quote
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Passage, Sentence
from bot.knowledge.sentences import split_sentences
from bot.voice.phrase import Phrase

MOST_EVIDENCE: Final = 12
"""Sentences of articles a model is shown."""
_QUOTED: Final = ("passage:", "text:article.")

Quotable = tuple[Passage, Sentence]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnLine:
    """A sentence of the coach that a model may let stand, but not change."""

    key: str
    """A capital letter; `{A}` stands for the line in a model's text."""
    phrase: Phrase
    paragraph: int
    """Which paragraph of the coach's own draft it comes from."""
    leads: bool = False
    """Whether it opens the draft, before what the articles say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """Everything a model may lean on in one turn."""

    said: str
    lines: tuple[OwnLine, ...]
    evidence: tuple[Quotable, ...]
    """Evidence `[n]` is the n-th from 1."""

    def material(self) -> Material:
        """Return it as the gate reads it."""
        return Material(
            said=self.said,
            own=tuple(flat(line.phrase.text) for line in self.lines),
            evidence={n: (sentence.text,) for n, (_, sentence) in enumerate(self.evidence, 1)},
        )


def lay_out(draft: Draft, w: Workings, library: Library) -> Desk:
    """Return what a model may lean on: the coach's own lines, and the sentences with sources that fit the question."""
    evidence = tuple(dict.fromkeys(_evidence(draft, w, library)))
    return Desk(said=w.message.text, lines=own_lines(draft), evidence=evidence[:MOST_EVIDENCE])


def own_lines(draft: Draft) -> tuple[OwnLine, ...]:
    """Return the sentences of a draft that are the coach's own words and no quotes."""
    keys = (one + two for one in ("", *string.ascii_uppercase) for two in string.ascii_uppercase)
    parts = [(number, part) for number, paragraph in enumerate(draft.paragraphs) for part in paragraph]
    first_quote = next((place for place, (_, part) in enumerate(parts) if _is_quote(part)), 0)
    return tuple(
        OwnLine(key=next(keys), phrase=sentence, paragraph=number, leads=place < first_quote)
        for place, (number, part) in enumerate(parts)
        if not _is_quote(part)
        for sentence in sentences_of(part)
    )


def sentences_of(part: Phrase) -> Iterator[Phrase]:
    """Yield the sentences of a phrase, each with its licences."""
    text = part.text
    place = 0
    for line in text.split("\n"):
        for sentence in _pieces(line):
            start = text.index(sentence, place)
            place = start + len(sentence)
            yield part.part(start, place)


def _pieces(line: str) -> Sequence[str]:
    """Return the sentences of a line as they stand in it; the whole line where white space was put straight."""
    pieces = split_sentences(line)
    return pieces if all(piece in line for piece in pieces) else (line,)


def _is_quote(part: Phrase) -> bool:
    return bool(part.spans) and (part.spans[0].licence or "").startswith(_QUOTED)


def _evidence(draft: Draft, w: Workings, library: Library) -> Iterator[Quotable]:
    """Yield what the coach would quote first, then what else the search found in the same articles."""
    for passage in _passages(draft, w, library):
        for sentence in passage.sentences:
            known = sentence.keys and all(key in library.works for key in sentence.keys)
            said = any(sentence.text in text for text in draft.said_before)
            if known and not said and may_quote(draft, sentence):
                yield passage, sentence


def _passages(draft: Draft, w: Workings, library: Library) -> Iterator[Passage]:
    articles = {citation.article for citation in draft.citations}
    for citation in draft.citations:
        passage = library.passage(citation.passage_id)
        if passage is not None:
            yield passage
    for found in w.of(Found):
        if found.retrieval.zone == "answer":
            yield from (hit.passage for hit in found.retrieval.hits if hit.passage.article in articles)

"""From statements that passed the gate to a reply: marks become citations, every number takes its licence along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.gates.gate import Examined
from bot.coach.gates.numbers import Numeral, numerals
from bot.coach.material import Desk, OwnLine
from bot.knowledge.article import Library
from bot.voice.phrase import Phrase, Span

_MOST_WORDS: Final = 90
"""Of the model's own; what goes beyond is left out, a statement at a time."""


def render(draft: Draft, desk: Desk, statements: Sequence[Examined], library: Library) -> Draft:
    """Return the coach's draft in the model's words.

    Figures, buttons and what is asked stay as they are. A line of the coach stands where the model put it, else behind
    the model's text, in the coach's own order and paragraphs.
    """
    spoken = replace(draft, paragraphs=[[]], citations=[])
    missing = _missing(draft, desk, statements)
    for line in missing:
        if line.leads:
            spoken.add(line.phrase)
    told: set[str] = set()
    words = 0
    paragraph = 0
    for one in statements:
        if one.statement.paragraph != paragraph:
            spoken.new_paragraph()
            paragraph = one.statement.paragraph
        if one.own is not None:
            line = desk.lines[one.own]
            if line.key not in told:
                told.add(line.key)
                spoken.add(line.phrase)
            continue
        words += len(one.statement.text.split())
        if words <= _MOST_WORDS or words == len(one.statement.text.split()):
            spoken.add(_claim(spoken, desk, one, library))
    _add(spoken, [line for line in missing if not line.leads])
    return spoken


def _missing(draft: Draft, desk: Desk, statements: Sequence[Examined]) -> tuple[OwnLine, ...]:
    """Return the lines the model left out; small talk is the model's alone unless it has a question to ask."""
    if draft.kind == "smalltalk" and draft.pending is None:
        return ()
    told = {one.own for one in statements}
    return tuple(line for number, line in enumerate(desk.lines) if number not in told)


def _add(spoken: Draft, lines: Sequence[OwnLine]) -> None:
    paragraph = None
    for line in lines:
        if line.paragraph != paragraph:
            spoken.new_paragraph()
            paragraph = line.paragraph
        spoken.add(line.phrase)


def _claim(spoken: Draft, desk: Desk, one: Examined, library: Library) -> Phrase:
    """Return a statement with the marks of the works behind it."""
    marks: list[int] = []
    licences: list[tuple[str, tuple[Numeral, ...]]] = []
    for cited in one.statement.marks:
        passage, sentence = desk.evidence[cited - 1]
        works = spoken.cite(passage, sentence, library)
        marks += [mark for mark in works if mark not in marks]
        licences.append((f"passage:{works[0]}", numerals(sentence.text)))
    spans = [*_spans(one, licences)]
    if marks:
        spans.append(Span(" " + "".join(f"[{mark}]" for mark in marks)))
    return Phrase(tuple(spans))


def _spans(one: Examined, licences: Sequence[tuple[str, tuple[Numeral, ...]]]) -> Iterator[Span]:
    """Yield a statement's text, each number with what licenses it."""
    text = one.statement.text
    place = 0
    for number in numerals(text):
        licence = next((name for name, known in licences if any(map(number.stands_in, known))), None)
        if licence is None and number in one.said:
            licence = "said"
        yield Span(text[place : number.start])
        yield Span(text[number.start : number.end], licence)
        place = number.end
    yield Span(text[place:])

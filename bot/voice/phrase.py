"""Text that remembers what licenses each of its numbers.

Every sentence of ours is put together from spans: fixed words, figures, quotes, the person's own words, their
records. A number in a span without a licence is a defect of the program and raises before anybody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from bot.reply import Number
from bot.voice.numerals import mentions


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and the licence of every number in it."""

    text: str
    licence: str | None = None
    """`figure:NAME`, `passage:N`, `said`, `record:NAME`, `text:ID`, or None for words without numbers."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Spans in reading order."""

    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The plain text."""
        return "".join(span.text for span in self.spans)

    def __add__(self, other: Phrase) -> Phrase:
        """Put another phrase right behind this one."""
        return Phrase(self.spans + other.spans)

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return any(span.text.strip() for span in self.spans)

    def part(self, start: int, end: int) -> Phrase:
        """Return the stretch between two offsets, every number with the licence it has."""
        spans: list[Span] = []
        place = 0
        for span in self.spans:
            cut = span.text[max(0, start - place) : max(0, end - place)]
            if cut:
                spans.append(Span(cut, span.licence))
            place += len(span.text)
        return Phrase(tuple(spans))


def phrase(text: str, licence: str | None = None) -> Phrase:
    """Make a phrase of one span."""
    return Phrase((Span(text, licence),))


def join(parts: Iterable[Phrase], separator: str = " ") -> Phrase:
    """Join the phrases that hold words, with a separator that holds no number."""
    spans: list[Span] = []
    for part in parts:
        if not part:
            continue
        if spans:
            spans.append(Span(separator))
        spans.extend(part.spans)
    return Phrase(tuple(spans))


class UnlicensedNumberError(AssertionError):
    """A number was put into a text of ours without a licence: a defect, never a person's fault."""


def licensed_numbers(whole: Phrase) -> tuple[Number, ...]:
    """List every number of a phrase with the licence of the span it begins in.

    Raises:
        UnlicensedNumberError: If a number begins in a span without a licence.
    """
    text = whole.text
    ends = list(accumulate(len(span.text) for span in whole.spans))
    numbers: list[Number] = []
    index = 0
    for mention in mentions(text):
        while ends[index] <= mention.start:
            index += 1
        licence = whole.spans[index].licence
        if licence is None:
            raise UnlicensedNumberError(f"no licence for {mention.shown!r} in {text!r}")
        numbers.append(Number(shown=mention.shown, start=mention.start, end=mention.end, licence=licence))
    return tuple(numbers)

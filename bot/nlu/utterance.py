"""One clause of a message, prepared for the readers: its words, its quantities and the day it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.nlu.number_words import with_digits
from bot.nlu.quantities import scan
from bot.nlu.quantity import Dimension, Quantity
from bot.units import Units


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """Words and the quantities among them."""

    words: str
    """Tidy text."""
    digits: str
    """The same with spelt numbers in digits; offsets of `items` refer to it."""
    items: tuple[Quantity, ...]

    def has(self, *dimensions: Dimension) -> bool:
        """Whether a quantity of one of the dimensions is named and not taken back."""
        return self.first(*dimensions) is not None

    def all(self, *dimensions: Dimension) -> Iterator[Quantity]:
        """Yield the quantities of the dimensions that are not taken back, from left to right."""
        return (item for item in self.items if item.dimension in dimensions and not item.negated)

    def first(self, *dimensions: Dimension) -> Quantity | None:
        """Return the first quantity of one of the dimensions, if any."""
        return next(self.all(*dimensions), None)

    def number_at(self, start: int) -> bool:
        """Whether a number without a unit begins at the offset."""
        return any(item.start == start and item.dimension == "number" for item in self.items)

    def before(self, item: Quantity, width: int = 32) -> str:
        """Return the text in front of a quantity."""
        return self.digits[max(0, item.start - width) : item.start]

    def after(self, item: Quantity, width: int = 24) -> str:
        """Return the text behind a quantity."""
        return self.digits[item.end : item.end + width]


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance(Clause):
    """A clause together with when it was said and by whom."""

    now: datetime
    """The person's local time."""
    units: Units | None = None
    """The person's unit system, if known."""

    @property
    def speaks(self) -> Units | None:
        """The unit system of the message's own quantities, else the person's."""
        return next((item.units for item in self.items if item.units), self.units)

    def saying(self, digits: str) -> Utterance:
        """Return the same message in other words; itself where they are its own."""
        return self if digits == self.digits else utterance(digits, now=self.now, units=self.units)


def clause(words: str) -> Clause:
    """Prepare tidy text."""
    digits, _ = with_digits(words)
    return Clause(words=words, digits=digits, items=scan(digits))


def utterance(words: str, *, now: datetime, units: Units | None = None) -> Utterance:
    """Prepare tidy text said at a local time by somebody with or without known units."""
    digits, _ = with_digits(words)
    return Utterance(words=words, digits=digits, items=scan(digits), now=now, units=units)

"""The bricks of the quantity grammar: a pattern together with the way a match is read.

Every pattern is linear in the length of the text: no open repeat stands inside another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.nlu.number_words import middle
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension, Quantity
from bot.units import Units


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the reading of its match; the reading may decline."""

    pattern: Pattern
    read: Callable[[re.Match[str]], Quantity | None]


def rule(pattern: str, read: Callable[[re.Match[str]], Quantity | None]) -> Rule:
    """Make a rule."""
    return Rule(Pattern(pattern), read)


def at(match: re.Match[str], dimension: Dimension, value: float, units: Units | None = None) -> Quantity:
    """Make a quantity that covers the match without the blanks at its end."""
    end = match.start() + len(match.group().rstrip())
    return Quantity(dimension=dimension, value=value, start=match.start(), end=end, units=units)


def aside(match: re.Match[str]) -> Quantity:
    """Mark the match as text whose digits measure nothing."""
    return at(match, "aside", 0.0)


def amount(words: str) -> float:
    """Return the value of a number, a range, an article ("a mile") or a half ("half a stone")."""
    if words in {"a", "an"}:
        return 1.0
    if words in {"half", "half a", "half an"}:
        return 0.5
    return middle(words)

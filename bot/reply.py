"""What is said to a person: text, citations, figures, numbers with their licences, buttons.

No markup and no channel: a channel renders it. The JSON of `ask` is this shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["answer", "clarify", "decline", "safety", "confirm", "smalltalk", "error"]
Mode = Literal["embedded", "model", "fallback", "lexical"]
Subject = Literal["you", "example"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """Pointer from a sentence of a reply to the passage and the work that support it."""

    n: int
    """The number in square brackets, from 1 in order of first use."""
    passage_id: str
    article: str
    """Slug of our article the passage stands in."""
    title: str
    """Title of that article."""
    source: str
    """The cited work as people know it: a source article's title, or author and year."""
    url_or_doi: str | None
    strength: str
    quote: str
    """The sentence of the passage that carries the claim."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureInput:
    """One input of a figure: its value and whether it was told, logged or assumed."""

    value: float | str
    unit: str
    origin: Literal["told", "log", "assumed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One number a tool produced in this turn, as it stands in the text."""

    name: str
    subject: Subject
    value: float
    low: float
    high: float
    unit: str
    """The unit of `value`, `low`, `high` (SI-like, not the person's preference)."""
    shown: str
    """The exact string in the reply's text."""
    method: str
    source: str
    inputs: Mapping[str, FigureInput]


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """One number of the text (words such as "half" included) with what licenses it."""

    shown: str
    start: int
    end: int
    """Offsets into the text in code points, end exclusive."""
    licence: str
    """`figure:NAME`, `passage:N`, `said`, `record:NAME` or `text:ID`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A tap that stands for an action; the label is what people read."""

    label: str
    action: str
    """Short versioned name of the action, at most 64 bytes of ASCII."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What the coach says in one turn."""

    text: str
    kind: Kind
    mode: Mode
    turn_id: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    numbers: tuple[Number, ...] = ()
    buttons: tuple[Button, ...] = ()
    dry_run: bool = False
    """True where a channel would have stored something and this one (`ask`) does not."""


def to_json(reply: Reply) -> dict[str, Any]:
    """Return a reply as the JSON object that `ask` prints; an input's origin is called `from` there."""
    shown = asdict(reply)
    for figure in shown["figures"]:
        figure["inputs"] = {
            name: {"value": given["value"], "unit": given["unit"], "from": given["origin"]}
            for name, given in figure["inputs"].items()
        }
    if not reply.dry_run:
        del shown["dry_run"]
    return shown

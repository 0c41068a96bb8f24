"""The last part of an article: questions that people bring to its subject, each with an answer of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from bot.knowledge.blocks import Block

HEADING: Final = "answers"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One question with its answer."""

    asked: tuple[str, ...]
    """The question as its heading has it, then in other voices."""
    text: str


def without_answers(blocks: Sequence[Block]) -> list[Block]:
    """Return what stands before the answers."""
    return list(takewhile(lambda block: not _begins(block), blocks))


def read_answers(blocks: Sequence[Block]) -> tuple[Answer, ...]:
    """Read the answers of an article: under each question a list of its other voices, then one paragraph.

    Raises:
        ValueError: If a question has no answer or more than one paragraph, or something stands before the first.
    """
    return tuple(_answers(blocks[len(without_answers(blocks)) + 1 :]))


def _answers(blocks: Iterable[Block]) -> Iterator[Answer]:
    asked: list[str] = []
    answered = True
    for block in blocks:
        if block.kind == "heading":
            if not answered:
                raise ValueError(f"{asked[0]!r} has no answer")
            asked, answered = [block.text], False
        elif answered:
            raise ValueError(
                f"{asked[0] if asked else HEADING!r}: a question comes first, and one paragraph answers it"
            )
        elif block.kind == "item":
            asked.append(block.text)
        else:
            answered = True
            yield Answer(asked=tuple(asked), text=block.text)
    if not answered:
        raise ValueError(f"{asked[0]!r} has no answer")


def _begins(block: Block) -> bool:
    return block.kind == "heading" and block.text == HEADING

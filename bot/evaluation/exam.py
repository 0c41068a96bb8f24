"""How good the citation judge is, measured on pairs that a person labelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.evaluation.citation_judge import judge
from bot.evaluation.conversation import read_lines

Label = Literal["right", "swapped", "reversed"]


class Pair(BaseModel):
    """A sentence, the passage it cites, and whether that is right, another topic's passage, or says the opposite."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    sentence: str
    passage: str
    title: str
    """Of the article the passage stands in."""
    label: Label

    @property
    def rightly_judged(self) -> bool:
        """Whether the judge keeps a right pair and refuses any other."""
        return (judge(self.sentence, self.passage, title=self.title) == "supported") == (self.label == "right")


def read_pairs(file: Path) -> tuple[Pair, ...]:
    """Read labelled pairs.

    Raises:
        InputError: If a line cannot be read; it is named.
    """
    return read_lines(file, Pair)


def examine(pairs: tuple[Pair, ...]) -> Mapping[Label, float]:
    """Return the share of each label that the judge gets right."""
    right = Counter(pair.label for pair in pairs if pair.rightly_judged)
    total = Counter(pair.label for pair in pairs)
    return {label: right[label] / count for label, count in total.items()}

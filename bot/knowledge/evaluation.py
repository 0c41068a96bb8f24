"""How well questions find their articles: recall, rank and gate, with bootstrap intervals.

A label names the articles an answer must come from (relevance 2) and others that would do (relevance 1). Questions
are split by their number: the first are to set weights and thresholds on, the later ones to report.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Final, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import InputError
from bot.knowledge.retrieval import Retrieval, Zone

Scope = Literal["covered", "uncovered", "off_topic", "safety"]
Half = Literal["calibration", "test"]

Line = TypeVar("Line", bound=BaseModel)

_LAST_FOR_CALIBRATION: Final = 1222
"""The questions up to this number have all been looked at while the search was built; the later ones were written
afterwards, by somebody who knew neither articles nor code."""
_DEPTH: Final = 10
_TOP: Final = 3
_SAMPLES: Final = 1000
_SEED: Final = 20261122


class _Asked(BaseModel):
    """A line of the questions' file."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^q\d+$")
    text: str
    kind: str
    about: str = ""


class _Label(BaseModel):
    """A line of the labels' file."""

    model_config = ConfigDict(extra="forbid")

    id: str
    scope: Scope
    articles: tuple[str, ...] = ()
    also_fine: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A question and what should be found for it."""

    id: str
    text: str
    kind: str
    scope: Scope
    articles: tuple[str, ...]
    also_fine: tuple[str, ...]

    @property
    def half(self) -> Half:
        """Whether weights and thresholds may be chosen on it, or it is only ever measured."""
        return "calibration" if int(self.id[1:]) <= _LAST_FOR_CALIBRATION else "test"

    @property
    def relevance(self) -> Mapping[str, int]:
        """Relevance of each article that answers it."""
        return {**dict.fromkeys(self.also_fine, 1), **dict.fromkeys(self.articles, 2)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A question with what a search brought back."""

    question: Labelled
    articles: tuple[str, ...]
    zone: Zone
    score: float

    @property
    def recall(self) -> float:
        """1 if an article the answer must come from is among the first three, else 0."""
        return float(any(slug in self.articles[:_TOP] for slug in self.question.articles))

    @property
    def reciprocal_rank(self) -> float:
        """1 over the rank of the first article that answers, 0 if none of the first ten does."""
        ranks = (rank for rank, slug in enumerate(self.articles[:_DEPTH], 1) if slug in self.question.relevance)
        return 1 / next(ranks, math.inf)

    @property
    def gain(self) -> float:
        """Normalised discounted cumulative gain of the first ten articles, 0 to 1."""
        gains = [self.question.relevance.get(slug, 0) for slug in self.articles[:_DEPTH]]
        best = sorted(self.question.relevance.values(), reverse=True)[:_DEPTH]
        return _discounted(gains) / _discounted(best)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A mean with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float
    count: int


def read_labelled(questions: Path, labels: Path) -> tuple[Labelled, ...]:
    """Read a questions' file and its labels.

    Raises:
        InputError: If a line cannot be read, or a question has no label; it is named.
    """
    by_id = {label.id: label for label in _lines(labels, _Label)}
    labelled: list[Labelled] = []
    for asked in _lines(questions, _Asked):
        label = by_id.get(asked.id)
        if label is None:
            raise InputError(f"{labels}: no label for {asked.id}")
        labelled.append(
            Labelled(
                id=asked.id,
                text=asked.text,
                kind=asked.kind,
                scope=label.scope,
                articles=label.articles,
                also_fine=label.also_fine,
            )
        )
    return tuple(labelled)


def search_all(questions: Iterable[Labelled], find: Callable[[str], Retrieval]) -> tuple[Found, ...]:
    """Search for every question."""
    found: list[Found] = []
    for question in questions:
        retrieval = find(question.text)
        found.append(Found(question=question, articles=retrieval.articles, zone=retrieval.zone, score=retrieval.score))
    return tuple(found)


def figure(values: Sequence[float]) -> Figure:
    """Return a mean with its 95 % interval from a seeded bootstrap, so that the same data print the same."""
    dice = Random(_SEED)  # noqa: S311 - resampling, not a secret
    means = sorted(fmean(dice.choices(values, k=len(values))) for _ in range(_SAMPLES))
    low, high = means[int(0.025 * _SAMPLES)], means[int(0.975 * _SAMPLES)]
    return Figure(mean=fmean(values), low=low, high=high, count=len(values))


def zones(found: Iterable[Found]) -> Mapping[Scope, Mapping[Zone, float]]:
    """Return, for each scope, the share of questions that ended in each zone."""
    counts: dict[Scope, Counter[Zone]] = {}
    for one in found:
        counts.setdefault(one.question.scope, Counter())[one.zone] += 1
    return {
        scope: {zone: counter[zone] / counter.total() for zone in ("answer", "hedge", "decline")}
        for scope, counter in counts.items()
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum((2.0**gain - 1.0) / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _lines(file: Path, kind: type[Line]) -> tuple[Line, ...]:
    try:
        texts = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error})") from error
    lines: list[Line] = []
    for number, text in enumerate(texts, 1):
        try:
            lines.append(kind.model_validate(json.loads(text)))
        except (json.JSONDecodeError, ValidationError) as error:
            raise InputError(f"{file}, line {number}: {error}") from error
    return tuple(lines)

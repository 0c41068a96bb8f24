"""The gate: is what was found near enough to answer from?

Three zones. A question that is not on our subject is declined; where the articles hardly cover it, the nearest one is
named and the person asked; else the passages are used. With vectors these are two scores, each a logistic function of
nine kinds of evidence, whose weights stand in `gate.json` with where they come from. Its thresholds hold for the
articles they were measured on; any other corpus gets its own, from its articles' questions against a list of questions
that are none of our business.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from bot.knowledge.embedding import Vectors
from bot.knowledge.normaliser import Question
from bot.knowledge.ranking import Scores, View
from bot.knowledge.retrieval import SearchMode, Zone

GATE_FILE = Path(__file__).with_name("gate.json")
_OFF_TOPIC_FILE = Path(__file__).with_name("off_topic.txt")
_UNCOVERED_FILE = Path(__file__).with_name("uncovered.txt")

_MOST = 3
"""Further strange words or known topics change nothing more."""
_STRANGER_WORDS = 0.2
_TOPIC_WORDS = 0.1
_HALF_WORDS = 3.0
"""The BM25 score that counts one half."""
_STEPS = 30
"""Newton's method is done after about eight."""


class Thresholds(BaseModel):
    """Where the zones of one search mode begin, on that mode's scale."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    decline: float
    answer: float

    def zone(self, *, subject: float, covered: float) -> Zone:
        """Return the zone of a question.

        Args:
            subject: How surely it is on our subject.
            covered: How surely the articles answer it.
        """
        if subject < self.decline:
            return "decline"
        return "hedge" if covered < self.answer else "answer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """What speaks for and against answering a question from the articles."""

    passage: float
    """Cosine of the nearest passage."""
    own_question: float
    """Cosine of the nearest question that an article says it answers."""
    strange: float
    """Share of its words that neither the articles nor the lexicon know, 0 to 1."""
    topics: float
    """How many of the lexicon's groups it touches, counted to three."""
    towards_subject: float
    """How far its vector points from what is off topic to the articles: about -1 to 1, see `direction`."""
    towards_covered: float
    """The same from what is not covered."""
    towards_article: float
    """How far it points to the article that was found first."""
    margin: float
    """How much higher that article scores than the next; 0 if there is no other."""
    unmentioned: float
    """How much of what was asked that article does not mention, 0 to 1."""


class Weights(BaseModel):
    """Weights of the evidence in the logistic function, and the constant."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    passage: float
    own_question: float
    strange: float
    topics: float
    towards_subject: float
    towards_covered: float
    towards_article: float
    margin: float
    unmentioned: float
    constant: float

    def score(self, evidence: Evidence) -> float:
        """Return how likely a question is of the kind the weights were fitted to, 0 to 1."""
        each = zip(self.model_dump().values(), (*astuple(evidence), 1.0), strict=True)
        return 1 / (1 + math.exp(-sum(weight * value for weight, value in each)))


class Judges(BaseModel):
    """The two logistic functions."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: Weights
    """Is it on our subject?"""
    covered: Weights
    """Do the articles answer it?"""


class Gate(BaseModel):
    """The file `gate.json`, written by `python -m bot eval --calibrate`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    provenance: str
    judges: Judges
    thresholds: Thresholds
    articles: tuple[str, ...]
    """Slugs of the articles the thresholds were measured on."""

    def knows(self, articles: Collection[str]) -> bool:
        """Say whether all articles it was measured on are there; further ones do no harm."""
        return set(self.articles) <= set(articles)


class _Bounds(BaseModel):
    """What thresholds may be, whatever a small or odd corpus says."""

    lowest_decline: float
    highest_decline: float
    margin: float
    highest_answer: float


# Set by eye: for vectors around the thresholds measured on the shipped articles, for words on two corpora.
_BOUNDS: dict[SearchMode, _Bounds] = {
    "hybrid": _Bounds(lowest_decline=0.04, highest_decline=0.50, margin=0.15, highest_answer=0.70),
    "lexical": _Bounds(lowest_decline=0.30, highest_decline=0.50, margin=0.10, highest_answer=0.65),
}


def load_gate() -> Gate:
    """Read the gate's weights and measured thresholds."""
    return Gate.model_validate_json(GATE_FILE.read_text(encoding="utf-8"))


def off_topic_questions() -> tuple[str, ...]:
    """Return the list of questions that are none of our business."""
    return _questions(_OFF_TOPIC_FILE)


def uncovered_questions() -> tuple[str, ...]:
    """Return examples of questions in the field that the shipped articles do not answer."""
    return _questions(_UNCOVERED_FILE)


def _questions(file: Path) -> tuple[str, ...]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def evidence(
    question: Question, view: View, articles: Scores, *, towards: Vectors, unmentioned: Callable[[int], float]
) -> Evidence:
    """Gather what speaks for and against answering.

    Args:
        question: The question.
        view: How near it is to everything.
        articles: The score of each article.
        towards: How far it points to our subject, and to what is covered.
        unmentioned: Tells how much of it an article does not mention, by the article's place.
    """
    first = int(np.argmax(articles))
    others = np.delete(articles, first)
    return Evidence(
        passage=float(np.nanmax(view.passages)),
        own_question=float(view.asked.own.max()),
        strange=len(question.uncovered) / max(question.content, len(question.uncovered), 1),
        topics=float(min(len(question.topics), _MOST)),
        towards_subject=float(towards[0]),
        towards_covered=float(towards[1]),
        towards_article=float(view.asked.bearings[first]),
        margin=float(articles[first] - others.max()) if others.size else 0.0,
        unmentioned=unmentioned(first),
    )


def lexical_score(question: Question, best_bm25: float) -> float:
    """Return the best BM25 score squeezed below 1, raised for topics of ours and lowered for strange words.

    Without a word in common it is 0.
    """
    if best_bm25 <= 0:
        return 0.0
    topics = _TOPIC_WORDS * min(len(question.topics), _MOST)
    return best_bm25 / (best_bm25 + _HALF_WORDS) + topics - _STRANGER_WORDS * min(len(question.uncovered), _MOST)


def calibrate(mode: SearchMode, *, own: Sequence[float], off_topic: Sequence[float]) -> Thresholds:
    """Set the thresholds of a corpus.

    Nineteen of twenty off-topic questions are to be declined, but hardly any of the articles' own; an answer
    without hedging takes more than ninety-nine in a hundred off-topic questions reached.

    Args:
        mode: Which scale the scores are on.
        own: Gate scores of the questions that articles say they answer; may be empty.
        off_topic: Gate scores of the list of off-topic questions.
    """
    bounds = _BOUNDS[mode]
    decline = float(np.quantile(off_topic, 0.95))
    if own:
        decline = min(decline, float(np.quantile(own, 0.02)))
    decline = min(max(decline, bounds.lowest_decline), bounds.highest_decline)
    highest = float(np.quantile(off_topic, 0.99))
    answer = min(max(highest + bounds.margin / 2, decline + bounds.margin), bounds.highest_answer)
    return Thresholds(decline=round(decline, 3), answer=round(answer, 3))


def fit(answered: Sequence[Evidence], not_answered: Sequence[Evidence], *, importance: NDArray[np.float64]) -> Weights:
    """Fit the logistic function by Newton's method, with a light pull of the weights towards zero.

    Args:
        answered: Evidence of questions to be answered.
        not_answered: Evidence of questions not to be answered.
        importance: How much each question counts, first the answered, then the others; at least their number in sum.
    """
    rows = np.array([(*astuple(one), 1.0) for one in (*answered, *not_answered)])
    wanted = np.repeat([1.0, 0.0], [len(answered), len(not_answered)])
    pull = np.array([1.0] * (rows.shape[1] - 1) + [1e-6])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (importance * (likely - wanted)) + pull * weights
        bend = (rows.T * (importance * likely * (1 - likely))) @ rows + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return Weights(**dict(zip(Weights.model_fields, weights.round(3).tolist(), strict=True)))

"""The gate: is what was found near enough to answer from?

Three zones. Below `decline` a question is not ours; between the two thresholds the nearest article is named and the
person asked; from `answer` on the passages are used. Thresholds are set anew for every corpus, from the articles'
own questions against a list of questions that are none of our business.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from bot.knowledge.normaliser import Question
from bot.knowledge.retrieval import SearchMode, Zone

_OFF_TOPIC_FILE = Path(__file__).with_name("off_topic.txt")

_MOST = 3
"""Further strange words or known topics change nothing more."""
_STRANGER_COSINE = 0.07
"""What each word that no article has takes off the best cosine. With 75 articles it lifted the separation (area under
the curve) from lexical traps from .978 to .993 and from neighbouring subjects from .938 to .950; some of those traps
stand in the lexicon, so the true gain is smaller."""
_STRANGER_WORDS = 0.2
_TOPIC_WORDS = 0.1
_HALF_WORDS = 3.0
"""The BM25 score that counts one half."""


class Thresholds(BaseModel):
    """Where the zones of one search mode begin, on that mode's scale."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    decline: float
    answer: float

    def zone(self, score: float) -> Zone:
        """Return the zone of a gate score."""
        if score < self.decline:
            return "decline"
        return "hedge" if score < self.answer else "answer"


class _Bounds(BaseModel):
    """What thresholds may be, whatever a small or odd corpus says."""

    lowest_decline: float
    highest_decline: float
    margin: float
    highest_answer: float


# From the measurements behind the design: a cosine of .33 kept .98 of questions in scope and turned away .97 of
# those off topic; from .45 on no off-topic question was left. The word scale's bounds were set by eye on two corpora.
_BOUNDS: dict[SearchMode, _Bounds] = {
    "hybrid": _Bounds(lowest_decline=0.27, highest_decline=0.36, margin=0.10, highest_answer=0.46),
    "lexical": _Bounds(lowest_decline=0.30, highest_decline=0.50, margin=0.10, highest_answer=0.65),
}


def off_topic_questions() -> tuple[str, ...]:
    """Return the list of questions that are none of our business."""
    lines = _OFF_TOPIC_FILE.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def hybrid_score(question: Question, best_cosine: float) -> float:
    """Return the best cosine, lowered for each word of the question that no article has."""
    return best_cosine - _STRANGER_COSINE * min(len(question.uncovered), _MOST)


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
    without hedging takes more than any off-topic question reached.

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
    answer = min(max(max(off_topic) + bounds.margin / 2, decline + bounds.margin), bounds.highest_answer)
    return Thresholds(decline=round(decline, 3), answer=round(answer, 3))

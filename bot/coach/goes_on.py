"""Whether a message goes on with what was asked before, or brings a question of its own.

"And after a month?" can only be searched for together with the question it leans on; "thanks. what do I wear in rain?"
only by itself. Both searches are made, and a linear rule over what they find and how the message is put says which of
them is meant. It is learnt from follow-ups that people wrote to real replies, each with the same wish written out in
full (`docs/tuning/weigh_follow_ups.py`): by an author left out of the learning it finds the article that the wish
written out finds in two of three, where the message alone does in two of five.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach.statistics_asked import content
from bot.knowledge.retrieval import Retrieval
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_TURNS_AWAY: Final = Pattern(
    r"^(?:ok(?:ay)?|thanks|thank you|thx|ta|cheers|fair|right|great|cool|got it|nice|lol|haha|good|perfect|brill\w*"
    r"|alright)\b.{0,24}?[.,!]|\b(?:another|different|other) (?:question|thing)\b|\balso\b|\bbtw\b|\bby the way\b",
    re.IGNORECASE,
)
_POINTS: Final = Pattern(r"\b(?:it|that|this|they|them|those|these|ones?)\b", re.IGNORECASE)
_PUTS_RIGHT: Final = Pattern(
    r"\b(?:i (?:meant|mean|asked|said|was asking)|not (?:what|about|asking)|you (?:didn'?t|only)|i'?m (?:not|asking)"
    r"|i don'?t)\b|^no\b",
    re.IGNORECASE,
)
_SHORT: Final = 4
_MOST_OWN: Final = 4
WEIGHTS: Final[Mapping[str, float]] = {
    "always": 0.90,
    "together_score": 1.83,
    "together_sure": 0.25,
    "together_near": 0.36,
    "together_lead": 1.50,
    "alone_score": -1.08,
    "alone_sure": -1.07,
    "alone_near": -0.43,
    "alone_lead": -2.53,
    "own_words": -1.35,
    "turns_away": -1.53,
    "points": 0.84,
    "puts_right": 0.61,
    "short": -0.68,
}
"""What each feature counts; above zero the message goes on."""


def goes_on(text: str, before: str, *, alone: Retrieval, together: Retrieval) -> bool:
    """Whether a message is meant together with what was said before.

    Args:
        text: The message.
        before: What the person asked before, and what they were told.
        alone: What the message finds by itself.
        together: What it finds together with the question before it.
    """
    found = features(text, before, alone=alone, together=together)
    return sum(WEIGHTS[name] * value for name, value in found.items()) > 0.0


def features(text: str, before: str, *, alone: Retrieval, together: Retrieval) -> Mapping[str, float]:
    """Return what the rule goes by, each about 0 to 1."""
    own = {stem(word) for word in content(text)} - {stem(word) for word in content(before)}
    return {
        "always": 1.0,
        "together_score": _score(together),
        "together_sure": float(together.zone == "answer"),
        "together_near": together.nearness,
        "together_lead": _lead(together),
        "alone_score": _score(alone),
        "alone_sure": float(alone.zone == "answer"),
        "alone_near": alone.nearness,
        "alone_lead": _lead(alone),
        "own_words": min(len(own), _MOST_OWN) / _MOST_OWN,
        "turns_away": float(_TURNS_AWAY.search(text) is not None),
        "points": float(_POINTS.search(text) is not None),
        "puts_right": float(_PUTS_RIGHT.search(text) is not None),
        "short": float(len(text.split()) <= _SHORT),
    }


def _score(found: Retrieval) -> float:
    return max((hit.score for hit in found.hits), default=0.0)


def _lead(found: Retrieval) -> float:
    """Return how far the first article is ahead of the second."""
    scores: dict[str, float] = {}
    for hit in found.hits:
        scores[hit.passage.article] = max(hit.score, scores.get(hit.passage.article, 0.0))
    first, second, *_ = *sorted(scores.values(), reverse=True), 0.0, 0.0
    return first - second

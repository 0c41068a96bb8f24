"""What a search brings back: passages with their scores, and how far they can be trusted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Protocol

from bot.knowledge.article import Passage

Zone = Literal["answer", "hedge", "decline"]
SearchMode = Literal["hybrid", "lexical"]
_WORDS_TOLD: Final = 30
"""So many words of what was told are searched along: its beginning says what it is about."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A passage found, with its fused score and the two it was made from."""

    passage: Passage
    score: float
    """Fused, 0 to 1 within this query."""
    dense: float | None
    """Cosine of question and passage; None without the embedding weights."""
    lexical: float
    """BM25 score, not scaled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """An answer, and how near its nearest voice is."""

    passage: Passage
    nearness: float
    """[cosine]"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likely:
    """An answer, or an article's verdict, that a message of a talk may be after."""

    passage: Passage
    likelihood: float
    """0 to 1, beside all others and none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """What a search shows the articles to lack. It holds words of ours only, never the question's."""

    zone: Zone
    """`hedge` or `decline`."""
    topics: tuple[str, ...]
    """The lexicon's names for what the question touches."""
    nearest: str | None
    """Slug of the nearest article, None if none has anything in common with the question."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Retrieval:
    """The answer of one search."""

    question: str
    zone: Zone
    score: float
    """How surely the articles answer it: a likelihood from 0 to 1 (hybrid) or a scaled BM25 score (lexical)."""
    hits: tuple[Hit, ...]
    """Best first."""
    mode: SearchMode
    topics: tuple[str, ...] = ()
    """The lexicon's names for what the question touches."""
    answer: Passage | None = None
    """What the first article holds for just this question, if it does."""
    likeliest: Likely | None = None
    """The answer or verdict, of any article, that the question is most likely after; None without vectors."""
    nearest: Passage | None = None
    """The answer, of any article, one of whose voices is nearest to the question."""
    nearness: float = 0.0
    """How near that voice is. [cosine; 0 without one]"""

    @property
    def gap(self) -> Gap | None:
        """What the articles lack for this question, None if they answer it."""
        if self.zone == "answer":
            return None
        return Gap(zone=self.zone, topics=self.topics, nearest=next(iter(self.articles), None))

    @property
    def articles(self) -> tuple[str, ...]:
        """Slugs of the articles found, best first; an article scores as its best passage."""
        return tuple(dict.fromkeys(hit.passage.article for hit in self.hits))

    def without(self, slugs: Collection[str]) -> Retrieval:
        """Return what was found without some articles; what comes first then is no longer a sure answer."""
        hits = tuple(hit for hit in self.hits if hit.passage.article not in slugs)
        answer, nearest = (None if one is None or one.article in slugs else one for one in (self.answer, self.nearest))
        first_kept = bool(hits) and hits[0] is self.hits[0]
        zone = self.zone if first_kept or self.zone == "decline" else "hedge"
        return replace(
            self,
            hits=hits,
            zone=zone if hits else "decline",
            answer=answer,
            nearest=nearest,
            nearness=self.nearness if nearest is not None else 0.0,
        )


class Searcher(Protocol):
    """Anything that finds passages for a question."""

    async def search(self, question: str, *, limit: int = 10) -> Retrieval:
        """Find the passages nearest to a question in the person's words."""
        ...

    async def answers_next(self, text: str, together: str, *, told: str | None) -> Sequence[Likely]:
        """Return the answers a message of a talk is most likely after, best first, each with its likelihood."""
        ...

    def names_anew(self, text: str, *, alone: Retrieval, together: Retrieval) -> bool:
        """Whether a message names a subject of its own, which the article found together is not about."""
        ...


def with_told(asked: str, told: str, text: str) -> str:
    """Return a message together with what was asked and told before it.

    Args:
        asked: What the person asked before.
        told: What they were told.
        text: The message.
    """
    return f"{asked} {' '.join(told.split()[:_WORDS_TOLD])} {text}"

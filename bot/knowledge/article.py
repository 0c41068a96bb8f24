"""An article: one question people ask, answered in parts by role, every factual sentence with its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Role = Literal["verdict", "because", "evidence", "how_to", "caution", "for_smaller", "for_fuller", "answers", "body"]
"""`answers` each meet one question of their own; `body` is the one role of an article that came without parts (plain
text, HTML, PDF)."""
Circle = Literal["after_birth", "eating_disorder", "under_18"]
"""People of whom the coach knows something that makes the advice for everybody not theirs."""
Strength = Literal["strong", "mixed", "thin", "unknown"]
"""How sure the evidence is: as people hear it, `unknown` is "nobody knows"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """A cited work: a paper, a guideline or a source article."""

    key: str
    authors: str | None
    year: int | None
    title: str
    journal: str | None
    doi: str | None
    kind: str
    url: str | None = None

    @property
    def label(self) -> str:
        """The work as a source line names it: an article by its title, a paper by author and year."""
        if self.authors and self.year:
            first = self.authors.split(",")[0].removesuffix("et al.").strip()
            surname, _, initials = first.rpartition(" ")
            return f"{surname if surname and initials.isupper() else first} {self.year}"
        return self.title


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence as people read it, without its citation marks, and the keys of the works behind it."""

    text: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """The quotable piece of an article that is indexed: a paragraph, or one wording of the verdict."""

    passage_id: str
    """Stable while article and wording stay: `slug:role:first 12 hex digits of the text's sha256`."""
    article: str
    title: str
    role: Role
    strength: Strength
    sentences: tuple[Sentence, ...]
    asked: tuple[str, ...] = ()
    """The questions that it answers, in several voices; only of the role `answers`."""

    @property
    def text(self) -> str:
        """The passage as one paragraph, without citation marks."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One article with its parts in reading order."""

    slug: str
    title: str
    question: str
    asked_as: tuple[str, ...]
    strength: Strength
    written: date | None
    sources: tuple[str, ...]
    """Keys into the bibliography."""
    figure: Literal["fat_projection", "run_energy"] | None
    """Which computed figure makes the answer personal, if any."""
    passages: tuple[Passage, ...]
    circle: Circle | None = None
    """For whom alone it is; a search for everybody passes it over."""

    @property
    def own_questions(self) -> tuple[tuple[str, Passage | None], ...]:
        """Every question that it says it answers, with the passage written for just that one, None for the whole."""
        whole = [(question, None) for question in (self.question, *self.asked_as)]
        return (*whole, *((question, one) for one in self.passages for question in one.asked))

    def part(self, role: Role) -> tuple[Passage, ...]:
        """Return the passages of one role in reading order (for the verdict: its wordings)."""
        return tuple(passage for passage in self.passages if passage.role == role)


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """All articles with the works they cite."""

    articles: Mapping[str, Article]
    works: Mapping[str, Work]

    def passage(self, passage_id: str) -> Passage | None:
        """Return a passage by its id, or None if the articles have changed since."""
        article = self.articles.get(passage_id.split(":", 1)[0])
        if article is None:
            return None
        return next((passage for passage in article.passages if passage.passage_id == passage_id), None)

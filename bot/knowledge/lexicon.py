"""The lexicon of slang, synonyms and filler words, kept as data in `lexicon.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_name("lexicon.toml")


class Group(BaseModel):
    """Words that people use for one thing, and the words of the articles for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    adds: str
    words: tuple[str, ...] = Field(min_length=1)
    owned: tuple[str, ...] = ()
    """Words that mean the thing only behind one of the lexicon's owners."""
    exact: tuple[str, ...] = ()
    """Words that mean the thing in no other form: "fasted" does, "fast" does not."""


class Lexicon(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    owners: frozenset[str]
    fillers: frozenset[str]
    elsewhere: tuple[str, ...]
    group: tuple[Group, ...]

    def words(self) -> frozenset[str]:
        """Return every single word that stands here: none of them is a spelling mistake."""
        phrases = [phrase for group in self.group for phrase in (*group.words, *group.owned, *group.exact)]
        return self.topics() | self.owners | self.fillers | _split((*phrases, *self.elsewhere))

    def topics(self) -> frozenset[str]:
        """Return the words that belong to our subjects by themselves, not only as part of a phrase."""
        single = (word for group in self.group for word in (*group.words, *group.exact) if " " not in word)
        return frozenset(single) | _split(group.adds for group in self.group)


def _split(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def load_lexicon() -> Lexicon:
    """Read the lexicon that comes with the program."""
    return Lexicon.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))

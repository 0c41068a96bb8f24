"""A question with its spelling put right, plus the words the articles would use for it.

Synonyms are only ever appended: slang carries meaning for the embedding. A misspelt word carries none, so it gives way
to what it stands for; of misspelt questions that articles answer that let 10 in 100 fewer be hedged.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import Stemmer
from bm25s.stopwords import STOPWORDS_EN_PLUS
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.lexicon import Group, Lexicon

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_STOP_WORDS = frozenset(STOPWORDS_EN_PLUS)
_SILENT = re.compile(r"^(?:k(?=n)|w(?=r)|p(?=s))(.)")
_STRETCHED = re.compile(r"(.)\1{2,}")
_TWO_EDITS_FROM = 7
"""From this length on a word may be two edits away, if it begins alike. [letters]"""
_SHORTEST = 4
_SHORTEST_UNSURE = 5
"""Without a list of English words "bake" would be taken for a misspelt "make"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A word that says what a question is about."""

    stem: str
    mentioned_by: frozenset[str]
    """Stems of which a text that speaks of it holds at least one; none if it belongs to another trade."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question made ready for searching."""

    said: str
    """The person's words."""
    mended: str
    """The same with its spelling put right."""
    text: str
    """The mended words, and behind them what was appended."""
    topics: tuple[str, ...]
    """Names of the lexicon's groups it touches, in the lexicon's order."""
    uncovered: tuple[str, ...]
    """Its words about a subject that neither the articles nor the lexicon know, or know as something else."""
    content: int
    """How many of its words are more than grammar."""
    subjects: tuple[Subject, ...] = ()
    """Its words that say what it is about."""


class Normaliser:
    """Knows the lexicon and the words of the articles. Pure; one thread at a time."""

    def __init__(
        self, lexicon: Lexicon, *, article_words: Iterable[Mapping[str, int]], english: frozenset[str]
    ) -> None:
        """Collect the words.

        Args:
            lexicon: Slang and synonyms.
            article_words: How often each word stands in what an article says and is asked; repairs lead only to these
                words and the lexicon's.
            english: Further words that count as spelt correctly. Empty without the embedding model, whose
                vocabulary it is; repair is then more careful.
        """
        self._stem = Stemmer.Stemmer("english").stemWord
        self._counts: Counter[str] = Counter()
        for words in article_words:
            self._counts.update(words)
        self._stem_counts: Counter[str] = Counter()
        for word, count in self._counts.items():
            self._stem_counts[self._stem(word)] += count
        self._given = set(map(self._stem, lexicon.topics() | lexicon.fillers | lexicon.owners | _STOP_WORDS))
        self._counts.update(lexicon.topics())
        self._targets = tuple(sorted(filter(str.isalpha, self._counts)))
        self._known = english | self._counts.keys() | lexicon.words() | _STOP_WORDS
        self._english = english
        self._shortest = _SHORTEST if english else _SHORTEST_UNSURE
        self._owners = lexicon.owners
        self._said_anyway = lexicon.fillers | _STOP_WORDS
        self._empty = frozenset(map(self._stem, self._said_anyway)) | lexicon.owners
        self._groups = lexicon.group
        self._adds = [frozenset(map(self._stem, group.adds.split())) for group in lexicon.group]
        self._elsewhere = frozenset(tuple(map(self._stem, phrase.split())) for phrase in lexicon.elsewhere)
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[int, tuple[str, ...], bool]]] = defaultdict(list)
        for number, group in enumerate(lexicon.group):
            for word in group.exact:
                self._exact[word].append(number)
            for phrase, owned in _phrases(group):
                stems = tuple(map(self._stem, phrase.split()))
                self._phrases[stems[0]].append((number, stems, owned))

    @cached_property
    def _roots(self) -> frozenset[str]:
        """Stems of English words: the model's vocabulary has "baking" whole and "bake" not."""
        return frozenset(map(self._stem, self._english))

    def __call__(self, question: str, *, apart: bool = False) -> Question:
        """Mend a question and append what it means in the words of the articles.

        Args:
            question: The person's words.
            apart: Whether it is one of the texts and to be judged as if it were not.
        """
        words = words_of(question)
        # A word of another language is no misspelt English.
        repaired = [self._repair(word) for word in words] if all(map(str.isascii, words)) else words
        stems = tuple(map(self._stem, repaired))
        elsewhere = {place for span in self._foreign(stems) for place in span}
        found = [(group, span) for group, span in self._touched(repaired, stems) if not elsewhere.intersection(span)]
        touched = [self._groups[group] for group in sorted({group for group, _ in found})]
        candidates = [word for group in touched for word in group.adds.split()]
        seen = set(stems)
        appended: list[str] = []
        for word in candidates:
            if (stem := self._stem(word)) not in seen:
                seen.add(stem)
                appended.append(word)
        ours = {place for _, span in found for place in span}
        own = Counter(stems) if apart else Counter()
        strange = (
            word
            for place, word in enumerate(repaired)
            if place in elsewhere or (place not in ours and not self._covers(word, beyond=own))
        )
        mended = _mended(question, words, repaired)
        return Question(
            said=question,
            mended=mended,
            text=" ".join([mended, *appended]),
            topics=tuple(group.name for group in touched),
            uncovered=tuple(dict.fromkeys(strange)),
            content=sum(word not in _STOP_WORDS for word in words),
            subjects=tuple(self._subjects(repaired, stems, found, elsewhere)),
        )

    def _subjects(
        self, words: Sequence[str], stems: Sequence[str], found: Sequence[tuple[int, range]], elsewhere: set[int]
    ) -> Iterator[Subject]:
        """Yield the words that are more than filling, with what else would mention them."""
        meant: dict[int, set[str]] = defaultdict(set)
        for group, span in found:
            for place in span:
                meant[place].update(self._adds[group])
        for place, (word, stem) in enumerate(zip(words, stems, strict=True)):
            if stem in self._empty or not word.isalpha() or len(word) == 1 or self._is_scrap(word):
                continue
            yield Subject(
                stem=stem, mentioned_by=frozenset() if place in elsewhere else frozenset({stem} | meant[place])
            )

    def _covers(self, word: str, *, beyond: Counter[str]) -> bool:
        # Numbers and single letters name no subject.
        if not word.isalpha() or len(word) == 1 or self._is_scrap(word):
            return True
        stem = self._stem(word)
        return stem in self._given or self._stem_counts[stem] > beyond[stem]

    def _is_scrap(self, word: str) -> bool:
        """Say whether a word is too short to be mended and nobody knows it: "wil", "mny" name no subject."""
        return bool(self._english) and len(word) < self._shortest and word not in self._known

    def _touched(self, words: Sequence[str], stems: tuple[str, ...]) -> list[tuple[int, range]]:
        """Return which of the lexicon's groups occur in the words, and where."""
        found = [
            (group, range(start, start + len(phrase)))
            for start, stem in enumerate(stems)
            for group, phrase, owned in self._phrases.get(stem, ())
            if stems[start : start + len(phrase)] == phrase
            if not owned or (start > 0 and words[start - 1] in self._owners)
        ]
        return found + [
            (group, range(place, place + 1)) for place, word in enumerate(words) for group in self._exact.get(word, ())
        ]

    def _foreign(self, stems: tuple[str, ...]) -> Iterator[range]:
        """Yield where a phrase of somebody else's trade stands."""
        for width in {len(phrase) for phrase in self._elsewhere}:
            for start in range(len(stems) - width + 1):
                if stems[start : start + width] in self._elsewhere:
                    yield range(start, start + width)

    def _repair(self, word: str) -> str:
        """Return the word of the articles that a misspelt word most likely stands for, or the word itself."""
        if word in self._known or not word.isalpha() or (self._stem(word) == word and word in self._roots):
            return word
        short = _STRETCHED.sub(r"\1\1", word)
        for shorter in (short, _STRETCHED.sub(r"\1", word)):
            if shorter in self._counts or shorter in _STOP_WORDS:
                return shorter
        if len(short) < self._shortest:
            return word
        limit = 2 if len(short) >= _TWO_EDITS_FROM else 1
        found = process.extract(short, self._targets, scorer=OSA.distance, score_cutoff=limit, limit=None)
        near = [
            (
                distance,
                _sound(target) != _sound(short),
                # A doubled or swapped letter is likelier than another one.
                set(target) != set(short),
                target in self._said_anyway,
                -self._counts[target],
                target,
            )
            for target, distance, _ in found
            if distance == 1 or target[0] == short[0]
        ]
        return min(near)[-1] if near else word


def _sound(word: str) -> str:
    """Return how a word begins when spoken: nobody hears the first letter of "knees" or "wrist"."""
    return _SILENT.sub(r"\1", word)[0]


def _mended(text: str, words: Sequence[str], repaired: Sequence[str]) -> str:
    """Return a text with its misspelt words put right."""
    if list(words) == list(repaired):
        return text
    left = iter(zip(words, repaired, strict=True))

    def put_right(found: re.Match[str]) -> str:
        old, new = next(left)
        return found[0] if old == new else new

    return _WORD.sub(put_right, text.replace("’", "'"))


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(text.replace("’", "'").lower())


def _phrases(group: Group) -> Iterator[tuple[str, bool]]:
    """Yield a group's words and phrases, each with whether it needs an owner before it."""
    yield from ((phrase, False) for phrase in group.words)
    yield from ((phrase, True) for phrase in group.owned)

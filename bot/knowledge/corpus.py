"""The passages of a library made ready for questions: one order, one normaliser, one word index."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.article import Library, Passage, Role
from bot.knowledge.coverage import Coverage
from bot.knowledge.embedding import Vectors
from bot.knowledge.lexical import WordIndex, WordIndexes
from bot.knowledge.lexicon import load_lexicon
from bot.knowledge.normaliser import Normaliser, Question, words_of
from bot.knowledge.ranking import Rows

NO_ANSWER: Final = -1
_FOUND_BY_THE_REST: Final[frozenset[Role]] = frozenset({"evidence", "for_smaller", "for_fuller"})
"""Parts that go with an article found by its others: without their vectors 620 questions that articles answer ranked
alike (.0006 nDCG@10 less), and to embed them whole took a fifth of the time."""


class Corpus:
    """All passages of a library in one order. Safe to ask from several threads."""

    def __init__(self, library: Library, *, english: frozenset[str], words: WordIndexes | None = None) -> None:
        """Index the passages.

        Args:
            library: The articles.
            english: Words the embedding model knows, empty without it.
            words: The word indexes of this library, made anew without them.
        """
        self.passages = tuple(passage for article in library.articles.values() for passage in article.passages)
        self.starts = _starts(self.passages)
        """Row of each article's first passage; the passages of an article stand together."""
        kept = [article for article in library.articles.values() if article.passages]
        self.slugs = tuple(article.slug for article in kept)
        self.closed = np.array([article.circle is not None for article in kept], dtype=np.bool_)
        """Which articles a search for everybody passes over."""
        own = [article.own_questions for article in kept]
        self.own_questions = tuple(question for questions in own for question, _ in questions)
        self._word_for_word = frozenset(
            tuple(words_of(question))
            for article, questions in zip(kept, own, strict=True)
            if article.circle is None
            for question, _ in questions
        )
        rows = {passage.passage_id: row for row, passage in enumerate(self.passages)}
        self.answer_rows = np.array(
            [rows[answer.passage_id] if answer else NO_ANSWER for questions in own for _, answer in questions],
            dtype=np.intp,
        )
        """Row of the passage that each own question was written for, NO_ANSWER where the whole article answers it."""
        self.own_starts = np.cumsum([0, *map(len, own)])[:-1]
        """Place of each article's first own question, in the order of `starts`."""
        self.units = Units(self.passages, own_rows=self.answer_rows, own_starts=self.own_starts)
        whole = [
            " ".join(
                [
                    *(_titled(passage, passage.text) for passage in article.passages),
                    *(said for said, _ in article.own_questions),
                ]
            )
            for article in kept
        ]
        counts = [Counter(words_of(text)) for text in whole]
        self.coverage = Coverage(counts)
        self._normaliser = Normaliser(load_lexicon(), article_words=counts, english=english)
        self.words = words or WordIndexes(
            passages=WordIndex.of([_titled(passage, passage.text) for passage in self.passages]),
            own_questions=WordIndex.of(self.own_questions),
        )
        # The stemmers below keep state between calls.
        self._lock = threading.Lock()

    def normalise(self, question: str, *, apart: bool = False) -> Question:
        """Append to a question what it means in the words of the articles.

        Args:
            question: The person's words.
            apart: Whether it is one of the articles' own and to be judged as if it were not.
        """
        with self._lock:
            return self._normaliser(question, apart=apart)

    def says_it_answers(self, question: str) -> bool:
        """Whether an article for everybody names just this question, word for word, among those that it answers."""
        return tuple(words_of(question)) in self._word_for_word

    def word_scores(self, question: Question) -> NDArray[np.float32]:
        """Return the BM25 score of every passage."""
        with self._lock:
            return self.words.passages.scores(question.text)

    def own_word_scores(self, question: Question) -> NDArray[np.float32]:
        """Return the BM25 score of every own question of the articles."""
        with self._lock:
            return self.words.own_questions.scores(question.text)


class Units:
    """What a talk can be answered with as a whole: the first verdict of each article, and each of its answers."""

    def __init__(self, passages: Sequence[Passage], *, own_rows: Rows, own_starts: Rows) -> None:
        """Take the passages of a corpus in its order.

        Args:
            passages: All passages.
            own_rows: Row of the passage that each own question was written for, or NO_ANSWER.
            own_starts: Place of each article's first own question.
        """
        starts = _starts(passages)
        article = np.repeat(np.arange(starts.size), np.diff(starts, append=len(passages)))
        first: dict[int, int] = {}
        for row, passage in enumerate(passages):
            if passage.role == "verdict":
                first.setdefault(int(article[row]), row)
        verdicts = set(first.values())
        self.rows = np.array(
            [row for row, passage in enumerate(passages) if passage.asked or row in verdicts], dtype=np.intp
        )
        """Row of each one's passage, ascending."""
        self._verdicts = {
            passages[row].article: place for place, row in enumerate(self.rows.tolist()) if row in verdicts
        }
        self.articles: Rows = article[self.rows]
        """Place of each one's article."""
        self.names = tuple(
            (passages[row].article, passages[row].asked[0] if passages[row].asked else None)
            for row in self.rows.tolist()
        )
        """Article of each one, and the question of an answer; None for a verdict."""
        self.heads = tuple(head_of(passages[row]) for row in self.rows.tolist())
        """What stands for each one in a talk."""
        owners = np.repeat(np.arange(own_starts.size), np.diff(own_starts, append=own_rows.size))
        verdict_of = np.array([first.get(place, NO_ANSWER) for place in range(starts.size)], dtype=np.intp)
        rows = np.where(own_rows == NO_ANSWER, verdict_of[owners], own_rows)
        order = np.argsort(rows, kind="stable")
        self.voices: Rows = order[np.searchsorted(rows[order], 0) :]
        """Places of the own questions, those of each one side by side."""
        self.voice_starts: Rows = np.searchsorted(rows[self.voices], self.rows)
        """Where each one's own questions begin among `voices`; everyone has some."""
        self._places = {passages[row].passage_id: place for place, row in enumerate(self.rows.tolist())}

    def place_of(self, passage_id: str | None) -> int | None:
        """Return the place of what was told: an answer, or the verdict of the article that a passage is of."""
        if passage_id is None:
            return None
        return self._places.get(passage_id, self._verdicts.get(passage_id.split(":", 1)[0]))


def head_of(passage: Passage) -> str:
    """Return what stands for an answer or a verdict: what it answers, and its first sentence."""
    return f"{passage.asked[0] if passage.asked else passage.title} {passage.sentences[0].text}"


def _starts(passages: Sequence[Passage]) -> NDArray[np.intp]:
    rows = {passage.article: row for row, passage in reversed(list(enumerate(passages)))}
    return np.array(sorted(rows.values()), dtype=np.intp)


def embedded_text(passage: Passage) -> str:
    """Return what of a passage is embedded: its article's title, then its text.

    Of an answer it is the question alone, which is embedded as an own question anyhow, as are its other voices; of the
    parts that nobody asks for by themselves the first sentence.
    """
    if passage.asked:
        return passage.asked[0]
    return _titled(passage, passage.sentences[0].text if passage.role in _FOUND_BY_THE_REST else passage.text)


def _titled(passage: Passage, text: str) -> str:
    stop = "" if passage.title.endswith((".", "!", "?", "…")) else "."
    return f"{passage.title}{stop} {text}"


def question_texts(question: Question) -> list[str]:
    """Return the texts whose vectors `question_vector` needs: mended, and with what was appended."""
    return [question.mended, question.text]


def question_vector(embedded: Vectors) -> Vectors:
    """Return one unit vector for a question: the mean of it mended and with what was appended.

    The appended words help slang and hurt what only sounds like ours. The mean ranked better than the normalised
    question (.011 nDCG@10 [.005, .017] on 554 questions) and told off-topic ones apart better than either.

    Args:
        embedded: The vectors of `question_texts`, in its order.
    """
    both = embedded.sum(axis=0)
    unit: Vectors = both / np.linalg.norm(both)
    return unit

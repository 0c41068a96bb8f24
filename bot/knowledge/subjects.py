"""Whether a message of a talk names a subject of its own, which the article it seems to go on with is not asked about.

"What snacks at the desk?" after an answer on how often to run is near that answer once both are read together; but
nobody asks an article on running days for snacks. Where the article that the message finds alone has the thing in its
very title, the message is meant alone. So is a whole question on a thing that the article found together never
mentions, be it that nothing is found for it: "can I run after a tattoo" goes on with no answer on how to begin.
"""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.article import Article, Library, Passage
from bot.knowledge.corpus import Corpus
from bot.knowledge.normaliser import Question, words_of
from bot.knowledge.retrieval import Retrieval
from bot.knowledge.stems import stem

_NO_THING: Final = frozenset({"back"})
"""What stands in titles for a part of the body or a return, and in a talk mostly behind a verb: "if it comes back"."""
_LIKELY_TITLE: Final = 0.5
"""Likelihood from which the question of an answer found counts as a title. Of 480 messages that follow on, this
reading put 13 right that were dragged back, and dragged 9 away, most of them for a word spelt wrong."""
_WHOLE: Final = re.compile(
    r"^(?:(?:ok|so|hi|hey|btw|also|right|and|but)[ ,]+)*"
    r"(?:(?:can|could|should|may|do|does|did|will|would|is|are|am)(?: it (?:\w+ )?to)?"
    r"|how (?:do|does|can|should) |what (?:if|happens if) |why (?:do|does|is|are) )",
    re.IGNORECASE,
)
"""How a question begins that leaves nothing out."""
_POINTS: Final = re.compile(
    r"\b(?:that|this|they|them|those|these|ones?|then|instead|still|same|too|there|anyway|its|more|less"
    r"|it(?! (?:\w+ )?to\b))\b",
    re.IGNORECASE,
)
"""Leans on what was said all the same."""
_FEWEST_WORDS: Final = 4
_STRANGE: Final = 0.3
"""Share of a whole question's subjects, see `Coverage`, that the article found together does not mention. Of 236
messages that follow on and are read together, this takes four for whole questions, two of them rightly."""


def is_strange(corpus: Corpus, question: Question, *, together: Retrieval) -> bool:
    """Whether a message is a whole question on something that the article found together never mentions.

    Args:
        corpus: The articles.
        question: The message.
        together: What it finds with what was said before.
    """
    text = question.said
    if not together.hits or len(text.split()) < _FEWEST_WORDS or not _WHOLE.match(text) or _POINTS.search(text):
        return False
    place = corpus.slugs.index(together.articles[0])
    return corpus.coverage.unmentioned(question.subjects, place) >= _STRANGE


def names_anew(library: Library, question: Question, *, alone: Retrieval, together: Retrieval) -> bool:
    """Whether a message names what the article found alone is about, and the one found together is not asked about.

    Args:
        library: The articles.
        question: The message.
        alone: What it finds by itself.
        together: What it finds with what was said before.
    """
    if not alone.hits or not together.hits or alone.articles[0] == together.articles[0]:
        return False
    titled = _titled(library.articles[alone.articles[0]], alone)
    things = [subject for subject in question.subjects if subject.stem in titled - _NO_THING]
    asked = _asked(library.articles[together.articles[0]])
    return bool(things) and not any(thing.mentioned_by & asked for thing in things)


def _titled(article: Article, found: Retrieval) -> frozenset[str]:
    likely = found.likeliest
    near = likely is not None and likely.likelihood >= _LIKELY_TITLE and likely.passage.article == article.slug
    heading = _heading(likely.passage) if likely is not None and near else ""
    return _stems(f"{article.title} {article.question} {heading}")


def _heading(passage: Passage) -> str:
    return passage.asked[0] if passage.asked else ""


def _asked(article: Article) -> frozenset[str]:
    """Return the stems of all that an article is asked, in any voice."""
    return _stems(" ".join((article.title, *(question for question, _ in article.own_questions))))


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, words_of(text)))

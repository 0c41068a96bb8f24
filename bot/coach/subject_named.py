"""Which article somebody means who probes an answer of some turns ago: by our own words, or by its subject."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library
from bot.nlu.pattern import Pattern
from bot.reply import Citation

_QUOTED: Final = Pattern(r"[\"“”']([^\"“”']{8,160})[\"“”']")
_WORD: Final = Pattern(r"[a-z][a-z-]{2,}")
_NO_SUBJECT: Final = frozenset(
    "how sure certain confident are you your that this the was were with about what which when where why would could "
    "and but for not question asked answer really actually quite change mind said says say told most some all trials "
    "trial study studies evidence paper papers data size effect does did has have had from them those these their "
    "than then claim claims true right wrong any can mean meant running run runs runner runners body people much many "
    "who disagree disagrees anyone other another side newer bottom line good bad "
    "get gets got make makes more less your its his her him she they one two".split()
)
_FEWEST: Final = 2
_TRIALS_OF: Final = Pattern(
    r"\b(?:in|of|for|from|behind|on) (?:the |those |these )?(?P<subject>[a-z][a-z -]{4,40}?)"
    r" (?:trials?|stud(?:y|ies)|literature|experiments?|claims?)\b",
    re.IGNORECASE,
)


def article_meant(w: Workings, library: Library) -> Article | None:
    """Return the article a message is about: the one it quotes or names, else the one the talk is about."""
    newest = w.thread.article(library)
    text = w.message.text
    return _quoted(text, w, library) or named_outright(text, library) or _named(text, w, library, newest) or newest


def named_outright(text: str, library: Library) -> Article | None:
    """Return the article whose subject a question for a statistic names as a noun: "in the spot reduction trials"."""
    match = _TRIALS_OF.search(text)
    asked = _words(match["subject"]) if match else frozenset()
    if len(asked) < _FEWEST:
        return None
    return next((one for one in library.articles.values() if asked <= _subject(one)), None)


def _quoted(text: str, w: Workings, library: Library) -> Article | None:
    """Return the article of the reply that holds words put into quotes."""
    for match in _QUOTED.finditer(text):
        words = match[1].strip(" .,").lower()
        for exchange in reversed(w.thread.exchanges):
            if words in exchange.reply.text.lower():
                slug = _of_words(words, exchange.reply.citations, library)
                if slug is not None:
                    return library.articles.get(slug)
    return None


def _of_words(words: str, citations: tuple[Citation, ...], library: Library) -> str | None:
    """Return the article whose quote holds the words, else the first one cited beside them."""
    held = [one.article for one in citations if words in one.quote.lower()]
    cited = [one.article for one in citations if one.article in library.articles]
    return next(iter([*held, *cited]), None)


def _named(text: str, w: Workings, library: Library, newest: Article | None) -> Article | None:
    """Return the article of this talk whose questions hold the subject that is named, if the newest doesn't."""
    asked = _words(text)
    if len(asked) < _FEWEST or newest is None or asked & _subject(newest):
        return None
    slugs = dict.fromkeys(one.article for exchange in w.thread.exchanges for one in exchange.reply.citations)
    held = [library.articles[slug] for slug in slugs if slug in library.articles]
    return next((one for one in reversed(held) if len(asked & _subject(one)) >= _FEWEST), None)


def _subject(article: Article) -> frozenset[str]:
    return frozenset(word for question, _ in article.own_questions for word in _words(question))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.lower()) if word not in _NO_SUBJECT)

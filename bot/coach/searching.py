"""Search for a question as this person asks it in this talk: alone, with the one before it, or in their state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach.fitting import fitting, grown_up, leans_back
from bot.coach.goes_on import goes_on
from bot.coach.meant import in_plain_words, search_words
from bot.coach.permissions import State, permissions
from bot.coach.told_of import for_who_asks
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Retrieval, Searcher
from bot.nlu.pattern import Pattern

_DEFINES: Final = Pattern(
    r"\W*(?:(?:so|ok|okay|and|but|sorry|wait) )*what(?:'?s| is| are|s) (?:an? )?(?!(?:the|th[ai][ts]|these|those|it|my"
    r"|your|best|better|worse|next|left|wrong|good|bad|normal|ok|enough|more|else|new)\b)"
    r"[\w-]+(?: [\w-]+){0,2}(?: exactly| anyway)?\W*",
    re.IGNORECASE,
)
"""Asks what a thing is, by its name: "whats a bridge"."""
ASKED_WITH: Final = "asked_with"
"""Name, among a turn's entities, of the questions before it together with which it was understood."""
_WORDS_BEFORE: Final = 40
"""So many words of what was asked before are searched along; the newest count."""
WORDS_TOLD: Final = 30
"""So many words of what was told are searched along: its beginning says what it is about."""
_SURELY_ALONE: Final = 0.86
"""How near an answer must be for a message to need nothing said before. [cosine]"""
_OF_A_STATE: Final[Mapping[State, tuple[str, str]]] = {
    "recent_birth": ("running-after-birth", "after having a baby"),
    "breast_feeding": ("running-after-birth", "after having a baby"),
    "pregnancy": ("running-while-pregnant", "while pregnant"),
    "under_18": ("teenagers-and-running", "as a teenager"),
}
"""For some people the general advice is not theirs: their own article, and the words that find it."""
_GENERAL: Final = frozenset(
    {
        "start-running",
        "running-for-someone-like-me",
        "how-often-to-run",
        "how-fast-to-increase",
        "when-results-show",
        "back-after-a-break",
    }
)
"""Articles on how much and how soon, which speak to adults without a special state."""


async def search_once(searcher: Searcher, w: Workings, question: str) -> Retrieval:
    """Find passages for a text; what was found for it in this turn is not looked for again."""
    if question not in w.found:
        w.found[question] = for_who_asks(await searcher.search(question), w)
    return w.found[question]


async def search_in_talk(searcher: Searcher, w: Workings, question: str) -> Retrieval:
    """Find passages for a question, read in the light of the talk and of who asks.

    Args:
        searcher: Finds passages.
        w: The turn; notes with what the question was understood.
        question: In the person's own words.
    """
    words = search_words(question, _article_before(w))
    retrieval = await search_once(searcher, w, words)
    before = _asked_before(w)
    in_their_words = words in {question, in_plain_words(question)}  # what was put in ours is whole
    if before and in_their_words and not _stands_alone(retrieval, words):
        told = _told_before(w)
        both = f"{before} {' '.join(told.split()[:WORDS_TOLD])} {words}"
        together = await search_once(searcher, w, both)
        w.in_talk = tuple(await searcher.answers_in_talk(words, both, on=_article_before(w)))
        if leans_back(words) or goes_on(words, f"{before} {told}", alone=retrieval, together=together):
            w.asked_with, words, retrieval = before, both, together
    found = await _for_their_state(searcher, w, words, retrieval)
    state = permissions(w.runner).state
    if state is None:
        return fitting(found, w.runner, words)
    return found if state == "under_18" else grown_up(found, w.runner, words)


def _stands_alone(found: Retrieval, words: str) -> bool:
    """Whether these words need nothing said before: an article answers just them, or they ask what a thing is."""
    met = found.zone == "answer" and found.nearness >= _SURELY_ALONE and not leans_back(words)
    return met or _DEFINES.fullmatch(words) is not None


def _asked_before(w: Workings) -> str:
    """Return what the person said in the turn before, with what that leaned on; empty where nothing else was said."""
    if w.last is None or w.last.said.lower() == w.message.text.lower():
        return ""
    said = f"{w.last.entities.get(ASKED_WITH, '')} {w.last.said}".split()
    return " ".join(said[-_WORDS_BEFORE:])


def _article_before(w: Workings) -> str | None:
    cited = w.thread.cited
    return cited.reply.citations[0].article if cited is not None else None


def _told_before(w: Workings) -> str:
    return w.last.reply.text.split("\nSources:")[0] if w.last is not None else ""


async def _for_their_state(searcher: Searcher, w: Workings, question: str, found: Retrieval) -> Retrieval:
    """Prefer the article for the person's state where the general one was found, or none."""
    state = permissions(w.runner).state
    own = None if state is None else _OF_A_STATE.get(state)
    if own is None or (found.zone == "answer" and found.articles[0] not in _GENERAL):
        return found
    slug, words = own
    theirs = await search_once(searcher, w, f"{question} {words}")
    return theirs if theirs.zone != "decline" and theirs.articles[0] == slug else found

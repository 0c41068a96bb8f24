"""Search for a question as this person asks it in this talk: alone, with the one before it, or in their state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coach.fitting import fitting, grown_up, leans_back, may_offer
from bot.coach.goes_on import goes_on
from bot.coach.meant import in_plain_words, search_words
from bot.coach.permissions import State, permissions
from bot.coach.put_aside import without_words_aside
from bot.coach.supposing import supposes_untold, without_supposed
from bot.coach.thread import ASKED_WITH, TOLD
from bot.coach.told_of import for_who_asks
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Likely, Retrieval, Searcher, with_told
from bot.nlu.cues import names_what_it_is
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

_DEFINES: Final = Pattern(
    r"\W*(?:(?:so|ok|okay|and|but|sorry|wait) )*what(?:'?s| is| are|s) (?:an? )?(?!(?:the|th[ai][ts]|these|those|it|my"
    r"|your|best|better|worse|next|left|wrong|good|bad|normal|ok|enough|more|else|new)\b)"
    r"[\w-]+(?: [\w-]+){0,2}(?: exactly| anyway)?\W*",
    re.IGNORECASE,
)
"""Asks what a thing is, by its name: "whats a bridge"."""
_WORDS_BEFORE: Final = 40
"""So many words of what was asked before are searched along; the newest count."""
_SURELY_ALONE: Final = 0.86
"""How near an answer must be for a message to need nothing said before. [cosine]"""
_LIKELY_ENOUGH: Final = 0.15
"""Likelihood from which an answer of the article found first is told; below it the article decides on its answer."""
_SURE_ENOUGH: Final = 0.85
"""Likelihood from which an answer of another article is told. From .15 on two more of 110 questions of a stranger got
their answer, but general ones ("is running a good way to use up energy") a stray one."""
_FIRST_FEW: Final = 3
"""Articles found first for a message by itself."""
_LIKELIER_THAN_ALONE: Final = 0.5
"""How likely an answer must be after what was told, beside one that meets the words alone."""
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
        found = without_supposed((await searcher.search(question)).without(w.aside.articles), w)
        # Who is in a state that closes something is led by the articles, which are chosen for such a state.
        open_to_all = permissions(w.runner).state is None
        w.found[question] = for_who_asks(_likeliest_first(found, w) if open_to_all else found, w)
    return w.found[question]


def _likeliest_first(found: Retrieval, w: Workings) -> Retrieval:
    """Let the answer that is most likely asked for decide on the article, where it is likely enough and for everybody.

    An article for some people only, put first, would be left out, and with it the sureness of what was found.
    """
    likeliest = found.likeliest
    if likeliest is None or likeliest.passage.article not in found.articles:
        return found
    if not may_offer(likeliest.passage.article, w.runner, w.message.text):
        return found
    if found.hits[0].passage.role == "body":
        return found  # a text without verdict and answers has nothing to be weighed against theirs
    enough = _LIKELY_ENOUGH if likeliest.passage.article == found.articles[0] else _SURE_ENOUGH
    if likeliest.likelihood < enough:
        return found
    hits = sorted(found.hits, key=lambda hit: hit.passage.article != likeliest.passage.article)
    return replace(found, hits=tuple(hits), answer=likeliest.passage if likeliest.passage.asked else None)


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
    alone = _stands_alone(retrieval, words)
    if in_their_words:
        w.likely = await _likely_next(searcher, w, words)
        known = {*retrieval.articles[:_FIRST_FEW], *w.thread.quoted}
        stray = bool(w.likely) and w.likely[0].passage.article not in known
        if (alone or stray) and w.likelihood < _LIKELIER_THAN_ALONE:
            w.likely = ()
    if before and in_their_words and not alone:
        told = _told_before(w)
        both = with_told(before, told, words)
        together = await search_once(searcher, w, both)
        further = goes_on(words, f"{before} {told}", alone=retrieval, together=together)
        anew = further and searcher.names_anew(words, alone=retrieval, together=together)
        if leans_back(words) or (further and not anew):
            w.asked_with, words, retrieval = before, both, together
    found = await _for_their_state(searcher, w, words, retrieval)
    state = permissions(w.runner).state
    if state is None:
        return fitting(found, w.runner, words)
    return found if state == "under_18" else grown_up(found, w.runner, words)


async def _likely_next(searcher: Searcher, w: Workings, words: str) -> tuple[Likely, ...]:
    """Find the answers that are likely meant after what an article told in one of the last turns; none without one."""
    before = w.thread.telling
    if before is None or w.aside.words:
        return ()
    asked = f"{before.entities.get(ASKED_WITH, '')} {before.said}"
    together = with_told(_newest(asked), _of_articles(before), words)
    likely = await searcher.answers_next(words, together, told=before.entities[TOLD][0])
    return tuple(
        one for one in likely if one.passage.article not in w.aside.articles and not supposes_untold(one.passage, w)
    )


def _stands_alone(found: Retrieval, words: str) -> bool:
    """Whether these words need nothing said before: an article answers just them, or they name all they ask about."""
    met = found.zone == "answer" and found.nearness >= _SURELY_ALONE and not leans_back(words)
    return met or _DEFINES.fullmatch(words) is not None or names_what_it_is(tidy(words))


def _asked_before(w: Workings) -> str:
    """Return what the person said in the turn before, with what that leaned on; empty where nothing else was said."""
    if w.last is None or w.last.said.lower() == w.message.text.lower():
        return ""
    return _newest(without_words_aside(f"{w.last.entities.get(ASKED_WITH, '')} {w.last.said}", w.aside))


def _newest(said: str) -> str:
    return " ".join(said.split()[-_WORDS_BEFORE:])


def _article_before(w: Workings) -> str | None:
    before = w.thread.telling or w.thread.cited
    if before is None:
        return None
    quoted = before.entities.get(TOLD)
    return str(quoted[0]).split(":", 1)[0] if quoted else before.reply.citations[0].article


def _told_before(w: Workings) -> str:
    quoted = w.last is not None and w.last.entities.get(TOLD) and not w.aside.words
    return _of_articles(w.last) if quoted and w.last is not None else ""


def _of_articles(exchange: Exchange) -> str:
    return exchange.reply.text.split("\nSources:")[0]


async def _for_their_state(searcher: Searcher, w: Workings, question: str, found: Retrieval) -> Retrieval:
    """Prefer the article for the person's state where the general one was found, or none."""
    state = permissions(w.runner).state
    own = None if state is None else _OF_A_STATE.get(state)
    if own is None or (found.zone == "answer" and found.articles[0] not in _GENERAL):
        return found
    slug, words = own
    theirs = await search_once(searcher, w, f"{question} {words}")
    return theirs if theirs.zone != "decline" and theirs.articles[0] == slug else found

"""Search for a question as this person asks it in this talk: bare, leaning on the subject, or in their state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach.fitting import fitting, grown_up, leans_back
from bot.coach.meant import search_words
from bot.coach.permissions import State, permissions
from bot.coach.told_of import for_who_asks
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Retrieval, Searcher
from bot.nlu.pattern import Pattern

_POINTS_BACK: Final = Pattern(r"\b(?:it|that|this|they|those|these|them)\b", re.IGNORECASE)
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
        w: The turn; `leans_on` is the question the talk is about, if the message leans on it.
        question: In the person's own words.
    """
    if w.leans_on is not None and w.frame.question == "how_long" and _POINTS_BACK.search(question):
        leaning = await search_once(searcher, w, f"{w.leans_on} {question}")
        if leaning.zone == "answer":
            return leaning
    if w.leans_on is not None and leans_back(question):
        return await search_once(searcher, w, f"{w.leans_on} {question}")
    cited = w.thread.cited
    question = search_words(question, cited.reply.citations[0].article if cited is not None else None)
    retrieval = await search_once(searcher, w, question)
    if retrieval.zone == "decline" and w.leans_on is not None:
        retrieval = await search_once(searcher, w, f"{w.leans_on} {question}")
    found = await _for_their_state(searcher, w, question, retrieval)
    state = permissions(w.runner).state
    if state is None:
        return fitting(found, w.runner, question)
    return found if state == "under_18" else grown_up(found, w.runner, question)


async def _for_their_state(searcher: Searcher, w: Workings, question: str, found: Retrieval) -> Retrieval:
    """Prefer the article for the person's state where the general one was found, or none."""
    state = permissions(w.runner).state
    own = None if state is None else _OF_A_STATE.get(state)
    if own is None or (found.zone == "answer" and found.articles[0] not in _GENERAL):
        return found
    slug, words = own
    theirs = await search_once(searcher, w, f"{question} {words}")
    return theirs if theirs.zone != "decline" and theirs.articles[0] == slug else found

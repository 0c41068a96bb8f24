"""What an article holds for just this question comes before what words alone would make of it.

A pattern knows a word or two of a message; an answer was written for the whole of it. So where the search is sure of
one, it is told, and only what may be a danger or an ache is looked at before.
"""

from __future__ import annotations

import re
from typing import Final

from bot.coach import answering, picking
from bot.coach.denied import wants_yes_or_no
from bot.coach.draft import Draft
from bot.coach.facts import Found
from bot.coach.fitting import may_offer
from bot.coach.meant import asks_for_their_kind
from bot.coach.needing_care import needs_care
from bot.coach.permissions import permissions
from bot.coach.planner import only_tells
from bot.coach.searching import search_in_talk, search_once
from bot.coach.shielding import is_closed_article
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.knowledge.retrieval import Retrieval, Searcher
from bot.nlu.pattern import Pattern

_LOOSE: Final = frozenset({"out_of_scope", "knowledge_question", "smalltalk", "feeling", "plan", "set_profile"})
"""What a question that an article answers may be read as."""
_SURE: Final = 0.74
"""How near one of its voices must be, where the articles surely answer the question. [cosine]"""
_SURE_ALONE: Final = 0.78
"""How near where that is in doubt. [cosine]"""
_SURE_ELSEWHERE: Final = 0.9
"""How near where another article surely answers. [cosine]"""
_SURE_IN_TALK: Final = 0.3
"""How likely an answer must be meant by a message that goes on with the talk."""
CERTAIN: Final = 0.7
"""How likely before other readings of the message are tried: of answers told from here on four in five are right."""
_SURE_OF_THEIR_KIND: Final = 0.7
"""How near where somebody told how they live and asks what people like them can do. [cosine]"""
_AGE_TOLD: Final = Pattern(
    r"^(?:(?:hi|hey|hello|ok|so|also)[ ,!.]+)*(?:i'?m|i am) (?:an? |only |just )?1[0-7](?: ?(?:yo|years? old|f|m))?\b"
    r"[ ,.!]*(?:(?:and|but|so) )?(?=\w+ \w+ \w+)",
    re.IGNORECASE,
)
"""An age told before what is asked, which is near nothing that is asked of it."""
_FEWEST_WORDS: Final = 4
"""Shorter messages lean on what was said before."""
_FEWEST_LEANING: Final = 5
"""Words of a message that seems to lean on the talk and may stand alone."""


async def look_for_it(searcher: Searcher, draft: Draft, w: Workings, library: Library) -> None:
    """Note in the workings what was written for just this message, if it may be told and nothing graver is told."""
    young_now = w.frame.intent == "red_flag" and set(w.frame.flags) == {"minor"}
    whys = w.frame.intent == "why" and len(w.message.text.split()) >= _FEWEST_WORDS
    loose = (w.frame.intent in _LOOSE or whys) and w.frame.ask is None and not w.frame.correction
    if w.message.action is not None or not (loose or young_now):
        return
    short = len(w.message.text.split()) < (_FEWEST_LEANING if w.frame.follow_up else _FEWEST_WORDS)
    if needs_care(w) or only_tells(w.frame, w.message.text) or (short and w.thread.telling is None):
        return
    found = await search_in_talk(searcher, w, w.question)
    w.just_asked = answering.in_talk(draft, w, CERTAIN if whys else _SURE_IN_TALK)
    if w.just_asked is not None or w.asked_with is not None or short or whys:
        return
    found = await _as_the_young_ask(searcher, w, found)
    if not _is_sure(found, w) or found.nearest is None or not picking.whole(draft, found.nearest):
        return
    if wants_yes_or_no(w.message.text) and not picking.decides(found.nearest):
        return  # a reason is no answer to "yes or no?"
    closed = library.articles.get(found.nearest.article)
    if permissions(w.runner).quoted_bodies or closed is None or not is_closed_article(closed):
        w.just_asked = found.nearest


async def _as_the_young_ask(searcher: Searcher, w: Workings, found: Retrieval) -> Retrieval:
    """Return what is nearest to a child's question, also without the age that was told and in a teenager's words."""
    if permissions(w.runner).state != "under_18":
        return found
    asked = _AGE_TOLD.sub("", w.question)
    others = [one for one in (asked, f"{asked} as a teenager") if one != w.question]
    return max(found, *[await search_once(searcher, w, one) for one in others], key=lambda one: one.nearness)


def answer_surely_asked(draft: Draft, w: Workings, library: Library) -> bool:
    """Tell what is all but certainly meant after what was told, before anything else; return whether it was told."""
    return w.likelihood >= CERTAIN and answer_just_asked(draft, w, library)


def answer_just_asked(draft: Draft, w: Workings, library: Library) -> bool:
    """Tell what was written for just this message; return whether there was anything."""
    keeps = w.frame.intent == "set_profile" and permissions(w.runner).state != "under_18"
    if w.just_asked is None or keeps:
        return False
    answering.explain(draft, library.articles[w.just_asked.article], w, library, focus=w.just_asked)
    return True


def tell_beside(draft: Draft, w: Workings, library: Library) -> bool:
    """Tell it after what was kept: "52 and out of shape, can I start?"; return whether there was anything."""
    told = any(found.retrieval.zone == "answer" for found in w.of(Found))
    if w.just_asked is None or told:
        return False
    draft.new_paragraph()
    answering.explain(draft, library.articles[w.just_asked.article], w, library, focus=w.just_asked)
    return True


def _is_sure(found: Retrieval, w: Workings) -> bool:
    if found.nearest is None or not may_offer(found.nearest.article, w.runner, w.message.text):
        return False
    if asks_for_their_kind(w.message.text):
        return found.nearness >= _SURE_OF_THEIR_KIND
    if found.zone == "answer" and w.frame.intent == "knowledge_question":
        # An article that surely answers the question holds the better answer, or none of its own.
        return found.nearness >= (_SURE if found.articles[0] == found.nearest.article else _SURE_ELSEWHERE)
    return found.nearness >= (_SURE if found.zone == "answer" else _SURE_ALONE)

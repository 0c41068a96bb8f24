"""What an article holds for just this question comes before what words alone would make of it.

A pattern knows a word or two of a message; an answer was written for the whole of it. So where the search is sure of
one, it is told, and only what may be a danger or an ache is looked at before.
"""

from __future__ import annotations

from typing import Final

from bot.coach import answering, picking
from bot.coach.care_subjects import FOR_ANYBODY, NO_DANGER
from bot.coach.draft import Draft
from bot.coach.facts import Found
from bot.coach.permissions import permissions
from bot.coach.searching import search_in_talk
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.knowledge.retrieval import Searcher
from bot.nlu.care_topics import care_topics

_LOOSE: Final = frozenset({"out_of_scope", "knowledge_question", "smalltalk", "feeling", "plan", "set_profile"})
"""What a question that an article answers may be read as."""
_SURE: Final = 0.76
"""How near one of its voices must be. [cosine]"""
_FEWEST_WORDS: Final = 4
"""Shorter messages lean on what was said before."""


async def look_for_it(searcher: Searcher, draft: Draft, w: Workings) -> None:
    """Note in the workings what was written for just this message, if it may be told and nothing graver is told."""
    leans = w.frame.follow_up or w.frame.correction or w.leans_on is not None or w.frame.ask is not None
    if w.message.action is not None or w.frame.intent not in _LOOSE or leans:
        return
    if len(w.message.text.split()) < _FEWEST_WORDS or _needs_care(w):
        return
    found = await search_in_talk(searcher, w, w.question)
    if found.zone == "answer" and found.answer is not None and found.nearness >= _SURE:
        w.just_asked = found if picking.whole(draft, found.answer) else None


def _needs_care(w: Workings) -> bool:
    """Whether the message tells what words of care are for: in a protected state, or for anybody."""
    topics = set(care_topics(w.message.text)) - NO_DANGER
    return bool(topics if permissions(w.runner).state is not None else topics & FOR_ANYBODY)


def answer_just_asked(draft: Draft, w: Workings, library: Library) -> bool:
    """Tell what was written for just this message; return whether there was anything."""
    if w.just_asked is None or w.frame.intent == "set_profile":
        return False
    answering.answer(draft, Found(retrieval=w.just_asked), w, library)
    return True


def tell_beside(draft: Draft, w: Workings, library: Library) -> bool:
    """Tell it after facts that were kept: "52 and out of shape, can I start?"; return whether there was anything."""
    if w.just_asked is None or any(True for _ in w.of(Found)):
        return False
    draft.new_paragraph()
    answering.answer(draft, Found(retrieval=w.just_asked), w, library)
    return True

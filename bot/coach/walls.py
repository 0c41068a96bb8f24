"""What to say when there is no answer: never the same refusal twice, always a way on."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.fitting import may_offer
from bot.coach.permissions import permissions
from bot.coach.shielding import is_closed_article
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Passage
from bot.knowledge.retrieval import Retrieval
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern

_NEAR: Final = 0.25
"""Below this likelihood a title is not worth offering."""
_NEAR_ENOUGH: Final = 0.45
"""Below this, the nearest articles are offered and none is quoted."""
_OFFERED: Final = 3
_WORTH_OFFERING: Final = 0.05
"""Likelihood from which an answer is offered to a message of a talk."""
_OF_SELF: Final = Pattern(r"\b(?:i|i'?m|i'?ve|my|me|she|he|they)\b", re.IGNORECASE)
_ASKED_NICEST: Final = Pattern(r"\bnicest bit of it\?|\bcame and told me\.$")
"""Replies to something good, after which more of it is told."""
_DOORS: Final = ("start-running", "fat-loss-in-months", "running-and-knees", "running-benefits", "sleep-and-fat")
"""Articles most people look for, offered when nothing else helps."""


def nothing_found(draft: Draft, w: Workings, retrieval: Retrieval, library: Library) -> None:
    """Say that the articles hold nothing on it, and offer the nearest they do hold."""
    draft.kind = "decline"
    if _heard(draft, w):
        return
    if _stuck(w):
        ask_which(draft, w, library)
        return
    if w.frame.intent == "out_of_scope":
        _not_followed_or_foreign(draft, w, retrieval, library)
        return
    near = retrieval.articles if retrieval.score >= _NEAR else ()
    draft.say("talk.uncovered_near" if near else "talk.uncovered")
    offer(draft, w, near, library)


def _not_followed_or_foreign(draft: Draft, w: Workings, retrieval: Retrieval, library: Library) -> None:
    """Tell a scrap that leans on nothing from a subject that is not ours."""
    if len(w.message.text.split()) <= _OFFERED and w.memory.exchanges:
        draft.kind = "clarify"
        draft.say("talk.not_followed")
    elif retrieval.score >= _NEAR:
        which_one(draft, w, retrieval, library)
    else:
        draft.say("talk.off_topic")


def _heard(draft: Draft, w: Workings) -> bool:
    """Take what somebody in a protected state tells of themselves without a menu; return whether it was told."""
    tells = (
        w.frame.intent == "out_of_scope" and not is_question(w.message.text.lower()) and _OF_SELF.search(w.message.text)
    )
    if permissions(w.runner).state in {None, "number_free"} or not tells:
        return False
    draft.kind = "smalltalk"
    asked = w.last is not None and _ASKED_NICEST.search(w.last.reply.text) is not None
    draft.say("care.any.nicest" if asked else "care.any.heard")
    return True


def which_one(draft: Draft, w: Workings, retrieval: Retrieval, library: Library) -> None:
    """Ask which of the nearest articles is meant."""
    if _heard(draft, w):
        return
    draft.kind = "clarify"
    draft.say("talk.which_one")
    offer(draft, w, retrieval.articles, library)


def far_off(draft: Draft, w: Workings, retrieval: Retrieval, library: Library) -> None:
    """Offer what is near without quoting it: to a question as what there is, to anything else as a question back."""
    if w.frame.intent == "out_of_scope":
        which_one(draft, w, retrieval, library)
    else:
        draft.kind = "clarify"
        draft.say("talk.uncovered_near")
        offer(draft, w, retrieval.articles, library)


def too_far(retrieval: Retrieval) -> bool:
    """Whether the nearest article is too far to quote."""
    return retrieval.score < _NEAR_ENOUGH


def ask_which(draft: Draft, w: Workings, library: Library) -> None:
    """Change the approach after a wall: one question with choices."""
    draft.kind = "clarify"
    draft.say("talk.stuck")
    offer(draft, w, _DOORS, library)
    draft.button("log_a_run", "v1:log")
    draft.button("remind_me", "v1:remind")


def offer(draft: Draft, w: Workings, slugs: tuple[str, ...], library: Library) -> None:
    """Offer articles as buttons; none about losing weight to somebody who gets no such numbers."""
    allowed = permissions(w.runner)
    shown = len(draft.buttons)
    if allowed.state is None:
        for one in _meant_in_talk(w):
            slug, _, digest = one.passage_id.split(":")
            draft.choice(one.asked[0], f"v1:answer:{slug}:{digest}")
        slugs = slugs[: max(0, _OFFERED + shown - len(draft.buttons))]
    held = [library.articles[slug] for slug in slugs if slug in library.articles]
    if allowed.state is not None:
        held = [one for one in held if one.figure is None]
    if not allowed.quoted_bodies:
        held = [one for one in held if not is_closed_article(one)]
    held = [one for one in held if may_offer(one.slug, w.runner, w.message.text)]
    for article in held[:_OFFERED]:
        draft.choice(article.title, f"v1:article:{article.slug}")


def _meant_in_talk(w: Workings) -> list[Passage]:
    """Return the answers that a message may be after, beside what was told before."""
    return [
        one.passage
        for one in w.likely
        if one.likelihood >= _WORTH_OFFERING
        and one.passage.asked
        and may_offer(one.passage.article, w.runner, w.message.text)
    ]


def _stuck(w: Workings) -> bool:
    """Whether the same answer cannot help: it was just given, or the last replies did not help either."""
    lost = w.thread.walls > (0 if w.frame.intent == "out_of_scope" else 1)
    return lost or w.thread.repeats(w.message.text)

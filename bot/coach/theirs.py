"""Answers written for people in one state: looked for before anything that is meant for everybody.

A mother who asks "when will I have my energy back?" never names the birth, and somebody past an eating disorder who
asks whether two days are enough wants no figure of the general advice. Their articles say so in front (`circle`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final, Protocol

from bot.coach import picking
from bot.coach.care_subjects import BEFORE_THEIRS, Subject
from bot.coach.draft import Draft
from bot.coach.permissions import State, permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Circle, Library, Passage
from bot.nlu.frame import Intent

_CIRCLES: Final[Mapping[State, Circle]] = {
    "recent_birth": "after_birth",
    "breast_feeding": "after_birth",
    "eating_disorder": "eating_disorder",
}
_ALSO: Final[Mapping[Circle, frozenset[str]]] = {"after_birth": frozenset({"running-after-birth"})}
"""Articles for everybody that hold their answers too."""
_DOES_SOMETHING: Final[tuple[Intent, ...]] = (
    "log_run",
    "log_weight",
    "log_query",
    "undo",
    "export_data",
    "delete_data",
    "reminder_create",
    "reminder_change",
    "reminder_pause",
    "reminder_resume",
    "reminder_delete",
    "reminder_list",
    "yes",
    "no",
    "thanks",
)
"""What is done or taken up, whatever an article holds."""
_SHORTEST: Final = 3
"""Words; a shorter message leans on the talk and not on an article."""


class Answers(Protocol):
    """Anything that finds the answer to just one question among some articles."""

    async def answer_among(self, question: str, slugs: Collection[str]) -> Passage | None:
        """Return it, None if they hold none."""
        ...


async def find_theirs(answers: Answers, library: Library, w: Workings) -> Passage | None:
    """Return the answer that was written for this question of people in their state, None if there is none."""
    state = permissions(w.runner).state
    circle = None if state is None else _CIRCLES.get(state)
    if circle is None or w.message.action is not None or w.frame.intent in _DOES_SOMETHING:
        return None
    if len(w.message.text.split()) < _SHORTEST:
        return None
    slugs = {slug for slug, one in library.articles.items() if one.circle == circle} | _ALSO.get(circle, frozenset())
    return await answers.answer_among(w.question, slugs)


def tell_theirs(draft: Draft, w: Workings, library: Library, topics: Collection[Subject]) -> bool:
    """Tell the answer that was found for them; return whether it was told.

    Args:
        draft: The reply in the making.
        w: The turn, with the answer that was found.
        library: The articles.
        topics: What the message is about; what can hurt is met with its own words instead.
    """
    if w.theirs is None or not BEFORE_THEIRS.isdisjoint(topics):
        return False
    told = picking.whole(draft, w.theirs)
    draft.new_paragraph()
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    return bool(told)

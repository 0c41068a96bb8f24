"""Answers written for people in one state: looked for before anything that is meant for everybody.

A mother who asks "when will I have my energy back?" never names the birth, and somebody past an eating disorder who
asks whether two days are enough wants no figure of the general advice. Their articles say so in front (`circle`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final, Protocol

from bot.coach import help_lines, picking
from bot.coach.birth_told import begins_how, is_long_ago
from bot.coach.care_subjects import BEFORE_THEIRS, Subject
from bot.coach.draft import Draft
from bot.coach.needing_care import needs_care
from bot.coach.permissions import State, permissions
from bot.coach.thread import SUMS
from bot.coach.workings import Workings
from bot.knowledge.article import Circle, Library, Passage
from bot.nlu.care_kind import NO_JOY
from bot.nlu.cues import is_question
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

_CIRCLES: Final[Mapping[State, Circle]] = {
    "recent_birth": "after_birth",
    "breast_feeding": "after_birth",
    "eating_disorder": "eating_disorder",
    "under_18": "under_18",
}
_ALSO: Final[Mapping[Circle, frozenset[str]]] = {
    "after_birth": frozenset({"running-after-birth"}),
    "under_18": frozenset(
        {"school-track", "teen-body-talk", "teen-first-runs", "teen-running-worries", "teenagers-and-running"}
    ),
}
"""Articles for everybody that hold their answers too."""
_A_YEAR_ON: Final = frozenset({"a-year-after-birth"})
_DOES_SOMETHING: Final[tuple[Intent, ...]] = (
    "log_weight",
    "undo",
    "export_data",
    "delete_data",
    "reminder_create",
    "reminder_list",
)
"""What is done, whatever an article holds."""
_OF_REMINDERS: Final[tuple[Intent, ...]] = ("reminder_change", "reminder_pause", "reminder_resume", "reminder_delete")
"""What is done to reminders, if there are any: "she was up all night, skip today?" may mean the run."""
_TAKES_UP: Final = frozenset({"yes", "no", "thanks", "more"})
_POINTS_BACK: Final = Pattern(
    r"\b(?:for|about|against|with|do) (?:it|that|this|them)\b|\b(?:answer|tell|ask|say to) (?:her|him|them)\b",
    re.IGNORECASE,
)
"""Such a question is found with the message before it."""
_FEARS: Final = Pattern(r"\b(?:scared|afraid|worried|terrified|nervous|don'?t know (?:how|if|what))\b", re.IGNORECASE)
"""A fear asks for an answer as a question does."""
_OTHERS_OR_NOT: Final = Pattern(
    r"\b(?:they|she|he|friends?|girls|people|group|every(?:one|body)|husband|wife|partner|mum|mom|colleagues?)\b"
    r"|\b(?:not|n'?t|never|without) (?:\w+ ){0,2}(?:los(?:e|ing)|about (?:weight|shape))\b",
    re.IGNORECASE,
)
"""Talk of weight that is others', or that the person wants none of."""
_GLAD: Final = Pattern(r"^Yes, and I am\b|^How lovely\b")
"""Answers that are glad with somebody: of a kilo lost, or of tears, nobody is."""
_SHORTEST: Final = 3
"""Words; a shorter message leans on the talk and not on an article."""
_LONGEST_TAKEN_UP: Final = 5
"""Words of a yes, a no or thanks that asks nothing new."""


class Answers(Protocol):
    """Anything that finds the answer to just one question among some articles."""

    async def answer_among(self, question: str, slugs: Collection[str], *, asks: bool = True) -> Passage | None:
        """Return it, None if they hold none."""
        ...


async def find_theirs(answers: Answers, library: Library, w: Workings) -> Passage | None:
    """Return the answer that was written for this question of people in their state, None if there is none."""
    state = permissions(w.runner).state
    circle = None if state is None else _CIRCLES.get(state)
    slugs = _slugs(library, w, circle)
    if not slugs or w.message.action is not None or _does_something(w):
        return None
    words = len(w.message.text.split())
    if words < _SHORTEST or (w.frame.intent in _TAKES_UP and words <= _LONGEST_TAKEN_UP):
        return None
    if state == "under_18" and needs_care(w):
        return None
    asks = is_question(w.message.text.lower()) or _FEARS.search(w.message.text) is not None
    found = await answers.answer_among(w.question, slugs, asks=asks)
    if found is None and w.last is not None and _POINTS_BACK.search(w.message.text):
        return await answers.answer_among(f"{w.last.said} {w.question}", slugs, asks=asks)
    return found


def _slugs(library: Library, w: Workings, circle: Circle | None) -> frozenset[str]:
    """Return the articles for people like them; those a year or more past a birth have one of their own."""
    if circle is None:
        sums = any(one.intent in SUMS for one in (w.frame, *w.frame.also))
        like_anybody = permissions(w.runner).state is None and not sums and is_long_ago(w)
        return _A_YEAR_ON if like_anybody else frozenset()
    own = {slug for slug, one in library.articles.items() if one.circle == circle}
    return frozenset(own | _ALSO.get(circle, frozenset()))


def _does_something(w: Workings) -> bool:
    """Whether a message keeps, changes or looks something up; a run without a size, or missed, leaves nothing to."""
    if w.frame.intent == "number_free" and "?" not in w.message.text:
        return True
    if w.frame.intent == "log_query":
        return bool(w.memory.runs) and is_question(w.message.text.lower())
    if w.frame.intent in _OF_REMINDERS:
        return bool(w.memory.reminders)
    return w.frame.intent in _DOES_SOMETHING or (w.frame.intent == "log_run" and w.frame.ask is None)


def tell_theirs(draft: Draft, w: Workings, library: Library, topics: Collection[Subject]) -> bool:
    """Tell the answer that was found for them; return whether it was told.

    Args:
        draft: The reply in the making.
        w: The turn, with the answer that was found.
        library: The articles.
        topics: What the message is about; what can hurt is met with its own words instead.
    """
    kept_off = "shape" in topics and permissions(w.runner).state == "eating_disorder"
    kept_off &= _OTHERS_OR_NOT.search(w.message.text) is None
    if w.theirs is None or kept_off or not BEFORE_THEIRS.isdisjoint(topics):
        return False
    mother = _CIRCLES.get(permissions(w.runner).state or "number_free") == "after_birth"
    if (
        "start" in topics
        and mother
        and help_lines.unsaid(draft, begins := f"care.birth.start_{begins_how(w)}") == begins
    ):
        return False  # when to begin hangs on the weeks since the birth, which no article knows
    told = picking.whole(draft, w.theirs)
    if told and _GLAD.search(told[0][1].text) and NO_JOY.search(tidy(w.message.text)):
        return False
    draft.new_paragraph()
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    return bool(told)

"""How an answer to just this question begins: with a reason where one was asked for, with a verdict for a yes or no."""

from __future__ import annotations

import re
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.picking import Quotable, words_in
from bot.knowledge.article import Article, Passage
from bot.nlu.frame import QuestionType
from bot.nlu.pattern import Pattern

_GIVES_REASON: Final = Pattern(
    r"\b(?:because|since|comes? (?:from|of)|due to|thanks to|why|means?|makes?|leads?|causes?|stores?"
    r"|triggers?|reasons?|nobody (?:knows|can (?:say|tell))|explains?|(?:most )?likely|common with)\b",
    re.IGNORECASE,
)
_BEGINNING: Final = 2
"""Sentences in which an answer to "why" gives its reason."""
_OPEN_TO_MORE: Final = frozenset[QuestionType]({"how", "which", "how_much", "how_long", "what_about_me"})
"""Kinds of question that neither a yes nor a no answers."""
_FLAT: Final = Pattern(r"(?:Yes|No)[,:;.]")
_SETTLED: Final = frozenset[QuestionType]({"yes_no", "is_it_true"})
"""Kinds of question that a yes or a no settles."""


def begun(
    draft: Draft, article: Article, passage: Passage | None, question: str, asked: QuestionType | None
) -> list[Quotable]:
    """Return an answer to just this question, beginning with a reason or a verdict where one was asked for.

    Args:
        draft: Knows what was said.
        article: That of the answer.
        passage: The answer, if there is one to just this question.
        question: What was asked, in plain words.
        asked: Its type.
    """
    told = picking.whole(draft, passage) if passage is not None else []
    if told and asked in _OPEN_TO_MORE and _FLAT.match(told[0][1].text):
        return []  # a yes or a no to another question
    if told and asked == "why":
        return _with_reason(draft, article, question, told)
    if told and asked in _SETTLED:
        return _with_verdict(draft, article, question, told)
    return told


def _with_reason(draft: Draft, article: Article, question: str, told: list[Quotable]) -> list[Quotable]:
    """Put a reason before what is told; unchanged where its beginning gives one, or none is left."""
    if any(_GIVES_REASON.search(one.text) for _, one in told[:_BEGINNING]):
        return told
    known = set[str]().union(*(words_in(one.text) for _, one in told))
    reasons = (
        one
        for one in picking.fresh(draft, picking.nearest_to(question, picking.told_in(article, "because")))
        if _GIVES_REASON.search(one[1].text) and len(words_in(one[1].text) - known) > len(words_in(one[1].text)) / 2
    )
    first = next(reasons, None)
    return told if first is None else [first, *told[:_BEGINNING]]


def _with_verdict(draft: Draft, article: Article, question: str, told: list[Quotable]) -> list[Quotable]:
    """Put what settles a yes or no before what is told; unchanged where its beginning does, or nothing is left."""
    if picking.DECIDED.search(told[0][1].text):
        return told
    settling = [one for one in told if picking.stands_alone(one[1])] + picking.verdict(draft, article, question)
    first = next((one for one in settling if picking.DECIDES.match(one[1].text)), None)
    return told if first is None else [first, *(one for one in told if one is not first)][: len(told)]

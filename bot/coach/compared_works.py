"""Answer what sets two studies against each other, from what our articles say of these very works.

Why two results differ is seldom in an article. Then that is said, with both papers and what each found: another
topic in its place would be no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach import picking
from bot.coach.cited_work import by_kind, marked, sentences_on, surname
from bot.coach.complaint import asked_part
from bot.coach.draft import Draft
from bot.coach.picking import Quotable
from bot.coach.study_details import detail_of
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Work
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.voice.numerals import mentions

_LONGEST: Final = 34
_MAY_ASK: Final[frozenset[Intent]] = frozenset(
    {"out_of_scope", "knowledge_question", "why", "source", "dispute", "more", "smalltalk", "log_weight", "set_profile",
     "projection_question", "calorie_question"}
)  # fmt: skip
"""The kilos and kcal of two studies may be taken for somebody's own."""
_TWO: Final = 2
_MOST: Final = 3
_WORD: Final = Pattern(r"[A-Za-zÀ-ž'’-]{3,}")
_WHY: Final = Pattern(
    r"\bwhy\b|\bhow (?:come|does|do|did|can|could|is|are)\b|\bcontradict\w*|\bdiffer\w*|\bdisagree\w*|\bconflict\w*"
    r"|\bclash\w*|\breconcil\w*|\bexplain\w*|\bthe opposite\b|\bboth (?:be )?(?:right|true)\b"
    r"|\bwhich (?:one )?is right\b",
    re.IGNORECASE,
)
_YEAR: Final = Pattern(r"\b(?:19|20)\d\d\b")


def answer_compared(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question that names two works or more; return whether it did."""
    text = asked_part(w.message.text)
    if w.frame.flags or w.frame.intent not in _MAY_ASK or len(text.split()) > _LONGEST:
        return False
    if detail_of(text) is not None and not _WHY.search(text):
        return False
    works = _set_beside(text, w, library)
    told = [(work, one) for work in works if (one := _on(work, works, draft, w, library)) is not None]
    if len(told) < _TWO:
        return False
    if _WHY.search(text):
        named = marked(draft, [work for work, _ in told], [one for _, one in told])
        draft.say("own.differ_missing", works=named)
        draft.new_paragraph()
    for passage, sentence in dict.fromkeys(known for _, known in told):
        draft.add(draft.quote(passage, sentence, library))
    cited = {one.source: one for one in draft.citations}
    by_kind(draft, [(cited[work.label], work) for work, _ in told if work.label in cited])
    draft.button("sources", "v1:sources")
    return True


def _set_beside(text: str, w: Workings, library: Library) -> list[Work]:
    """Return one work for each author a text names, of those the talk or its article cites, in its own order."""
    words = [word.casefold().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    cited = {one.source for exchange in w.thread.exchanges for one in exchange.reply.citations}
    article = w.thread.article(library)
    behind = {key for one in (article.passages if article else ()) for said in one.sentences for key in said.keys}
    years = {int(year) for year in _YEAR.findall(text)}

    def rank(work: Work) -> tuple[bool, bool, int]:
        return work.year not in years, work.label not in cited, -(work.year or 0)

    near = [
        (surname(work), work)
        for work in library.works.values()
        if work.authors and (work.key in behind or work.label in cited)
    ]
    found: dict[str, Work] = {}
    for word in words:
        named = [work for name, work in near if name == word]
        if named and word not in found:
            found[word] = min(named, key=rank)
    return list(found.values())[:_MOST]


def _on(work: Work, works: Sequence[Work], draft: Draft, w: Workings, library: Library) -> Quotable | None:
    """Return the sentence that says most of one work: its own, with its numbers, not said before if there is one."""
    article = w.thread.article(library)
    others = [surname(one) for one in works if one is not work]

    def rank(one: Quotable) -> tuple[bool, bool, int, bool]:
        text = one[1].text
        shared = any(other in text.casefold() for other in others)
        amounts = len(mentions(_YEAR.sub("", text)))
        return shared, draft.was_said(text), -amounts, article is None or one[0].article != article.slug

    known = [
        one
        for one in sentences_on(library, {work.key}, every=True)
        if surname(work) in one[1].text.casefold() and picking.may_quote(draft, one[1]) and picking.stands_alone(one[1])
    ]
    return min(known, key=rank, default=None)

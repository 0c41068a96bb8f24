"""Decline what names a specialist's subject that no article holds, and keep to the article that holds it.

A search finds what is near: a question on the lactate threshold meets zones, one on intervals and VO2max meets fat. For
these few words near is another answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coach import walls
from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Passage
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.voice.phrase import phrase

_MAY_ASK: Final[frozenset[Intent]] = frozenset({"knowledge_question", "out_of_scope", "plan"})


Named = tuple[str, Pattern]
"""A subject as it was said, and how a text that holds it speaks of it."""


def _subject(said: str, held: str | None = None) -> tuple[Pattern, Pattern]:
    return Pattern(rf"\b(?:{said})\b", re.IGNORECASE), Pattern(rf"\b(?:{held or said})", re.IGNORECASE)


_SUBJECTS: Final = (
    _subject(r"lactate(?: thresholds?)?|mlss|obla", r"lactate"),
    _subject(
        r"(?:anaerobic |ventilatory |aerobic )?thresholds?(?: run\w*| training| pace| sessions?| work)?\b"
        r"(?! (?:of|for)\b)|lt[12]",
        r"threshold",
    ),
    _subject(r"vo2 ?max", r"vo2"),
    _subject(r"mitochondri\w+", r"mitochondri"),
    _subject(r"heart[- ]?rate variability|hrv|rmssd", r"(?:heart[- ]?rate variability|hrv|rmssd)\b"),
    _subject(r"running economy", r"econom"),
    _subject(r"carbon[- ]?(?:plate[ds]?|fibre|fiber)(?: shoes?)?|super ?shoes", r"carbon"),
    _subject(r"critical (?:speed|power|velocity)", r"critical (?:speed|power)"),
    _subject(r"altitude (?:training|camps?)|train\w* at altitude", r"altitude"),
    _subject(r"(?:fast|slow)[- ]twitch|muscle fib(?:re|er)s? types?", r"twitch|fib(?:re|er) type"),
    _subject(
        r"polari[sz]ed(?: training)?|pyramidal(?: training)?|intensity distribution", r"polari|pyramid|distribution"
    ),
    _subject(r"stroke volume|cardiac output|capillar\w+", r"stroke volume|cardiac output|capillar"),
)
"""How a subject is asked about, and how a text that holds it speaks of it."""
_OFFERED: Final = 2


def answer_unheld(draft: Draft, w: Workings, library: Library) -> bool:
    """Say that no article holds a subject that was named, and what lies near it; return whether it was so."""
    named = list(_named(w.message.text))
    if w.frame.flags or w.frame.intent not in _MAY_ASK or not named or _holding(named, library):
        return False
    draft.kind = "decline"
    held_at_all = [(said, _most_first([held], library)) for said, held in named]
    missing = next((said for said, articles in held_at_all if not articles), None)
    near = _most_first([held for _, held in named], library)[:_OFFERED]
    term = phrase(missing or " and ".join(said for said, _ in named), "said")
    draft.say("talk.unheld_near" if near else "talk.unheld", term=term)
    walls.offer(draft, w, tuple(one.slug for one in near), library)
    return True


def kept_to(w: Workings, article: Article, focus: Passage | None, library: Library) -> tuple[Article, Passage | None]:
    """Return an article and a passage that speak of every such subject that was named, if those found do not."""
    named = [] if w.message.action is not None else list(_named(w.message.text))
    if not named or (focus is not None and _speaks_of_all(focus, named)):
        return article, focus
    holding = [article] if article in _holding(named, library) else _holding(named, library)
    if not holding:
        return article, focus
    first = holding[0]
    just_this = next((one for one in first.part("answers") if _speaks_of_all(one, named)), None)
    return (first, just_this) if just_this is not None or first is not article else (article, focus)


def _holding(named: Sequence[Named], library: Library) -> list[Article]:
    """Return the articles that speak of every subject, the one that does most first."""
    every = _most_first([held for _, held in named], library)
    return [one for one in every if all(_speaks(one, held) for _, held in named)]


def _most_first(held: Sequence[Pattern], library: Library) -> list[Article]:
    often = {one.slug: sum(_speaks(one, each) for each in held) for one in library.articles.values()}
    return sorted((one for one in library.articles.values() if often[one.slug]), key=lambda one: -often[one.slug])


def _speaks_of_all(passage: Passage, named: Sequence[Named]) -> bool:
    return all(held.search(passage.text) for _, held in named)


def _named(text: str) -> Iterator[Named]:
    for asked, held in _SUBJECTS:
        if (match := asked.search(text)) is not None:
            yield match.group(), held


def _speaks(article: Article, held: Pattern) -> int:
    """Return how often an article speaks of a subject."""
    return sum(len(held.findall(passage.text)) for passage in article.passages)

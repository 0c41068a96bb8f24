"""Answer which study a claim comes from and what was asked of a study's details, or say that no passage holds it.

A detail that the passages on that very study don't give is said to be missing, with the paper named; no other study is
told in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.coach import picking, receipts
from bot.coach.cited_work import marked, named_works, of_unknown, sentences_on
from bot.coach.complaint import asked_part
from bot.coach.draft import Draft
from bot.coach.picking import Quotable
from bot.coach.statistics_asked import content, quoted_numbers
from bot.coach.study_details import Detail, asks_which_study, detail_of, of_people, without_detail
from bot.coach.workings import Workings
from bot.coach.works_behind import works_behind
from bot.knowledge.article import Article, Library, Work
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern

_LONGEST: Final = 30
_MAY_ASK: Final[frozenset[Intent]] = frozenset(
    {"out_of_scope", "knowledge_question", "why", "source", "dispute", "more", "smalltalk"}
)
_OF_ONESELF: Final = Pattern(r"\b(?:i|i'm|im|my|me|we|our)\b", re.IGNORECASE)
_SAYS_SO: Final = Pattern(
    r"\bi (?:mean|meant|asked|ask|think|thought|recall|remember|read|wonder|want|would like|wanted|was asking"
    r"|am asking)\b"
    r"|\b(?:tell|show|give) me\b|\bremind me\b|\bcorrect me\b",
    re.IGNORECASE,
)
_DOUBTED: Final = Pattern(
    r"\b(?:are you|you) (?:really |quite )?(?:sure|certain)\b|\b(?:recall|remember) (?:it|that|this)?\b"
    r"|\bdouble[- ]check\w*"
    r"|\bis (?:that|the|it|\d[\d.,]*)\b.{0,24}\b(?:right|correct)\b|\bsurely not\b|\bi thought (?:it|that) was\b",
    re.IGNORECASE,
)
_MOST_FOREIGN: Final = 1
_ROOM: Final = 70
_SENTENCES: Final = 2
_MOST_WORKS: Final = 3
_YEAR: Final = Pattern(r"\b(?:19|20)\d\d\b")


def answer_detail(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question about a study's details or whereabouts; return whether it was one."""
    text = asked_part(w.message.text)
    if w.frame.flags or w.frame.intent not in _MAY_ASK or len(text.split()) > _LONGEST:
        return False
    if w.frame.about not in {None, "certainty"}:
        return False
    if _OF_ONESELF.search(_SAYS_SO.sub(" ", text)):
        return False
    of_source = w.last is not None and w.last.intent == "source"
    detail = detail_of(text) or (of_people(text) if of_source else None)
    named = named_works(text, library, w, of_a_study=detail is not None)
    if detail is None:
        return not named and (
            _which(draft, w, library) or _number_doubted(draft, w, library) or of_unknown(draft, w, library)
        )
    works = named or (_pooled(w, library) if detail.name == "differ" else _meant(w, library))
    if not works or not (named or _sentences_with_numbers(w, library) or _leans(text, w, library)):
        return False
    _tell(draft, w, library, detail, works, named=bool(named))
    return True


def _which(draft: Draft, w: Workings, library: Library) -> bool:
    """Show the papers behind the newest answer, or the one its number comes from, where no more than that is asked."""
    if w.thread.topic != "article" or not asks_which_study(w.message.text):
        return False
    w.frame = replace(w.frame, intent="source", entities={}, about=None)
    pointed = _sentences_with_numbers(w, library)
    if not pointed:
        receipts.sources(draft, w, library)
    for passage, sentence in pointed[:_SENTENCES]:
        draft.add(draft.quote(passage, sentence, library))
    draft.button("sources", "v1:sources")
    return True


def _number_doubted(draft: Draft, w: Workings, library: Library) -> bool:
    """Stand by a number of ours that is doubted: quote the sentence that holds it, and name the paper as the judge."""
    if w.thread.topic != "article" or not _DOUBTED.search(w.message.text):
        return False
    pointed = _sentences_with_numbers(w, library)
    if not pointed:
        return False
    draft.say("own.number_stands")
    for passage, sentence in pointed[:1]:
        draft.add(draft.quote(passage, sentence, library))
    draft.button("sources", "v1:sources")
    return True


def _tell(draft: Draft, w: Workings, library: Library, detail: Detail, works: Sequence[Work], *, named: bool) -> None:
    """Quote what passages on these very works give of the detail; name the papers where they give nothing."""
    w.frame = replace(w.frame, intent="source", entities={}, about="study")
    keys = {work.key for work in works}
    known = list(sentences_on(library, keys))
    shown = works[:_MOST_WORKS]
    if detail.name == "published" and all(work.journal for work in shown):
        draft.say("own.in_a_journal", works=marked(draft, shown, known))
        return
    fits = [one for one in known if keys >= set(one[1].keys) and one[0].role != "how_to" and _gives(detail, one)]
    fits.sort(key=lambda one: not _is_named(one, works))
    quoted = (
        picking.within(draft, fits, room=_ROOM, most=_SENTENCES)
        or [one for one in fits if picking.may_quote(draft, one[1])][:1]
    )
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    if detail.name == "p_value" or not quoted:
        draft.new_paragraph()
        draft.say(
            "own.detail_missing", detail=draft.texts.say(f"own.detail.{detail.name}"), works=marked(draft, shown, known)
        )
    if detail.name == "design" and any(work.kind == "meta-analysis" for work in shown):
        draft.say("own.design_pooled")
    draft.button("sources", "v1:sources")


def _gives(detail: Detail, one: Quotable) -> bool:
    return detail.given is not None and detail.given.search(_YEAR.sub("", one[1].text)) is not None


def _is_named(one: Quotable, works: Sequence[Work]) -> bool:
    return any(work.label.rsplit(" ", 1)[0] in one[1].text for work in works)


def _meant(w: Workings, library: Library) -> list[Work]:
    """Return the works that a number of the message comes from, else those of the newest answer."""
    if w.thread.topic != "article":
        return []
    pointed = {key for _, sentence in _sentences_with_numbers(w, library) for key in sentence.keys}
    behind = [work for _, work in works_behind(w, library)]
    of_number = [work for work in behind if work.key in pointed]
    return of_number or behind


def _pooled(w: Workings, library: Library) -> list[Work]:
    """Return the works that the talk's article was cited for in any of the last answers."""
    article = w.thread.article(library)
    if w.thread.topic != "article" or article is None:
        return []
    by_link = {(work.label, work.doi or work.url): work for work in library.works.values()}
    cited = [one for exchange in reversed(w.thread.exchanges) for one in exchange.reply.citations]
    works = [by_link.get((one.source, one.url_or_doi)) for one in cited if one.article == article.slug]
    return [work for work in dict.fromkeys(works) if work is not None and work.authors is not None]


def _leans(text: str, w: Workings, library: Library) -> bool:
    """Whether a question brings no subject that the talk's article doesn't speak of."""
    article = w.thread.article(library)
    if article is None:
        return False
    return len(content(without_detail(text)) - _words_of(article)) <= _MOST_FOREIGN


def _words_of(article: Article) -> set[str]:
    told = " ".join(sentence.text for passage in article.passages for sentence in passage.sentences)
    return set(re.findall(r"[a-z][a-z'-]{2,}", f"{article.question} {told}".lower()))


def _sentences_with_numbers(w: Workings, library: Library) -> list[Quotable]:
    """Return the sentences behind the newest cited answers that hold a number of the message, the newest first."""
    numbers = quoted_numbers(w.message.text)
    if not numbers:
        return []
    found: list[Quotable] = []
    for exchange in reversed(w.thread.exchanges):
        for slug in dict.fromkeys(one.article for one in exchange.reply.citations):
            article = library.articles.get(slug)
            passages = article.passages if article is not None else ()
            found += [
                (passage, sentence)
                for passage in passages
                for sentence in passage.sentences
                if sentence.keys and sentence.text in exchange.reply.text and numbers & quoted_numbers(sentence.text)
            ]
        if found:
            break
    return list(dict.fromkeys(found))

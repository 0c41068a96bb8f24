"""The papers behind an answer: those it cited, and those its article leans on."""

from __future__ import annotations

from typing import Final

from bot.coach import picking
from bot.coach.cited_work import recite
from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Work
from bot.reply import Citation
from bot.voice.phrase import Phrase, phrase

MOST_LINKED: Final = 3


def works_behind(w: Workings, library: Library) -> list[tuple[Citation, Work]]:
    """Return the papers the newest answer cited, articles of the web left out."""
    cited = w.thread.cited.reply.citations if w.thread.cited is not None else ()
    by_link = {(work.label, work.doi or work.url): work for work in library.works.values()}
    found = [(one, by_link.get((one.source, one.url_or_doi))) for one in cited]
    return [(one, work) for one, work in found if work is not None and work.authors is not None]


def works_of(draft: Draft, article: Article, library: Library, known: set[str]) -> list[tuple[Citation, Work]]:
    """Return the papers an article's verdict and evidence lean on, besides those that are known."""
    found: dict[str, tuple[Citation, Work]] = {}
    for passage, sentence in picking.of_part(article, "verdict", "evidence"):
        for key in sentence.keys:
            work = library.works.get(key)
            if work is not None and work.authors is not None and key not in known and key not in found:
                n = draft.cite_work(passage, sentence, work)
                found[key] = (draft.citations[n - 1], work)
    return list(found.values())[:MOST_LINKED]


def linked(draft: Draft, citation: Citation, work: Work) -> Phrase:
    """Return a paper with where to find it and its mark."""
    n = recite(draft, citation)
    return phrase(f"{work.label} ({work.doi or work.url}) [{n}]", f"passage:{n}")

"""Answer "what did Nielsen 2014 find?" from what our passages say of it, and say when a figure is not in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.picking import Quotable
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Work
from bot.voice.numerals import mentions
from bot.voice.phrase import Phrase, join, phrase

_OF_A_STUDY: Final = re.compile(
    r"\b(?:study|studies|trial|paper|et al|find|finds|found|findings|review|show(?:s|ed)?|report(?:s|ed)?|compared"
    r"|measured?|result|results|population|sample)\b",
    re.IGNORECASE,
)
_STATISTIC: Final = re.compile(
    r"\b(?:hazard ratios?|odds ratios?|rate ratios?|risk ratios?|relative risk|confidence intervals?|cis?"
    r"|p[- ]?values?|standard (?:errors?|deviations?)|effect sizes?|sample sizes?|limits of agreement|see|rmse|r2|loa"
    r"|how many (?:people|participants|subjects|runners)|population)\b",
    re.IGNORECASE,
)
_STATISTIC_ALONE: Final = re.compile(r"(?:\bn\b|\bn ?=)", re.IGNORECASE)
_UNKNOWN: Final = re.compile(r"\b(?P<name>[A-Z][\w'’-]{2,})(?: et al\.?)?,? \(?(?P<year>(?:19|20)\d\d)\)?")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WORD: Final = re.compile(r"[A-Za-zÀ-ž'’-]{2,}")
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december since until before after in"
    " by summer winter spring autumn".split()
)
_LONGEST: Final = 20
_LEANING: Final = 12
"""A figure asked for in so many words at most is one of the study named last."""
_ROOM: Final = 70
_SENTENCES: Final = 3
_WORKS: Final = 3


def answer_of_work(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question about a cited work, or a statistic of the one cited last; return whether it was one."""
    text = w.message.text
    words = text.split()
    if len(words) > _LONGEST:
        return False
    asks_statistic = _STATISTIC.search(text) is not None
    works = _named(text, library)
    of_a_figure = w.frame.about in {"equation", "inputs", "net_gross"}
    if not works and asks_statistic and not of_a_figure and len(words) <= _LEANING and w.thread.topic == "article":
        works = _just_cited(w, library)
    if works:
        _tell(draft, works, library, statistic=asks_statistic or _STATISTIC_ALONE.search(text) is not None)
        return True
    return _of_unknown(draft, text)


def _tell(draft: Draft, works: Sequence[Work], library: Library, *, statistic: bool) -> None:
    """Quote what was not said yet of the works; where a statistic was asked that none of it names, say so first."""
    keys = {work.key for work in works}
    known = sorted(_sentences(library, keys), key=lambda one: not _names(one[1].text, works))
    if not known:
        draft.say("own.work_unused")
        return
    asked = [one for one in known if statistic and _STATISTIC.search(one[1].text)]
    missing = statistic and not asked
    if missing:
        draft.say("own.statistic_missing", works=_marked(draft, works, known))
        draft.new_paragraph()
        known = [one for one in known if _names(one[1].text, works)]
    quoted = picking.within(draft, [*asked, *known], room=_ROOM, most=_SENTENCES)
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    if not quoted and not missing:
        draft.say("own.work_told", works=_marked(draft, works, known))


def _marked(draft: Draft, works: Sequence[Work], known: Sequence[Quotable]) -> Phrase:
    """Return the works as a source line names them, with where to find them and their marks."""
    lines = []
    for work in works[:_WORKS]:
        leaning = next((one for one in known if work.key in one[1].keys), None)
        if leaning is not None:
            n = draft.cite_work(*leaning, work)
            where = work.doi or work.url
            lines.append(phrase(work.label + (f" ({where})" if where else "") + f" [{n}]", f"passage:{n}"))
    return join(lines, ", ")


def _sentences(library: Library, keys: set[str]) -> Iterator[Quotable]:
    """Return the sentences of all articles that lean on one of the works, each finding once.

    Two articles tell one finding in their own words; the same numbers give it away.
    """
    told: set[object] = set()
    for article in library.articles.values():
        for passage in article.passages:
            for sentence in passage.sentences:
                finding = tuple(sorted(one.shown for one in mentions(sentence.text))) or sentence.text
                if keys & set(sentence.keys) and finding not in told:
                    told.add(finding)
                    yield passage, sentence


def _named(text: str, library: Library) -> list[Work]:
    """Return the works whose first author a text names, of the year it names if it does."""
    years = {int(year) for year in _YEAR.findall(text)}
    if not (years or _OF_A_STUDY.search(text)):
        return []
    names = {_plain(word) for word in _WORD.findall(text) if word[0].isupper() or years}
    return [
        work
        for work in library.works.values()
        if work.authors and work.year and _surname(work) in names and (not years or work.year in years)
    ]


def _just_cited(w: Workings, library: Library) -> list[Work]:
    cited = w.thread.cited
    labels = {citation.source for citation in cited.reply.citations} if cited is not None else set()
    return [work for work in library.works.values() if work.label in labels]


def _of_unknown(draft: Draft, text: str) -> bool:
    """Say that a work named with its year is none of ours; return whether one was named."""
    match = _UNKNOWN.search(text)
    if match is None or match["name"].lower() in _MONTHS or not _OF_A_STUDY.search(text):
        return False
    draft.kind = "decline"
    draft.say("own.work_unknown", work=phrase(match.group(), "said"))
    return True


def _names(text: str, works: Sequence[Work]) -> bool:
    return any(_surname(work) in _plain(text) for work in works)


def _surname(work: Work) -> str:
    return _plain(work.label.rsplit(" ", 1)[0])


def _plain(text: str) -> str:
    """Return a text without accents and case, curly apostrophes and hyphens made plain."""
    flat = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(mark for mark in flat if not unicodedata.combining(mark)).casefold()

"""Answer "what did Nielsen 2014 find?" from what our passages say of it, and say when a figure is not in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.coach import picking
from bot.coach.complaint import asked_part
from bot.coach.draft import Draft
from bot.coach.evidence_talk import tells_of_nobody
from bot.coach.picking import Quotable
from bot.coach.statistics_asked import BY_NAME, STATISTIC, UNITS, lacks_by_name, quoted_numbers
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Work
from bot.nlu.pattern import Pattern
from bot.reply import Citation
from bot.voice.numerals import mentions
from bot.voice.phrase import Phrase, join, phrase

_OF_A_STUDY: Final = Pattern(
    r"\b(?:study|studies|trial|paper|et al|find|finds|found|findings|review|says?|said|claims?|argues?|show(?:s|ed)?"
    r"|report(?:s|ed)?|compared|test(?:ed)?|pooled|recruited|followed"
    r"|measured?|result|results|population|sample)\b",
    re.IGNORECASE,
)
_STATISTIC_ALONE: Final = Pattern(r"(?:\bn\b|\bn ?=)", re.IGNORECASE)
_UNKNOWN: Final = Pattern(r"\b(?P<name>[A-Z][\w'’-]{2,})(?: et al\.?)?,? \(?(?P<year>(?:19|20)\d\d)\)?")
_UNKNOWN_SMALL: Final = Pattern(
    r"\b(?:what (?:does|did|do|about)|how about|according to|read|know|square|explain|contradict\w*|except|unlike|see"
    r"|e\.?g\.?) (?P<name>[a-z-]{4,})(?: (?:et al\.?|and [a-z]+|& [a-z]+))?,? \(?(?P<year>(?:19|20)\d\d)\b"
)
"""The same in small letters: "what does beyer 2015 say"."""
_AUTHOR_ON: Final = Pattern(
    r"\b(?:[Ww]hat about|[Hh]ow about|[Aa]ccording to|[Dd]o you know"
    r"|[Hh]ave you read) (?P<name>[A-Z][a-z]{3,})(?: et al\.?)?"
    r" (?:on|about|who|showing|found)\b"
)
_YEAR: Final = Pattern(r"\b(?:19|20)\d\d\b")
_DATED: Final = Pattern(r"(?P<name>[A-Za-zÀ-ž'’-]{2,}?)(?:['’]s)?(?: et al\.?)?,? \(?(?P<year>(?:19|20)\d\d)\b")
_SMALL_NAME: Final = Pattern(
    r"\b(?P<name>[a-z-]{5,})(?:['’]s)? (?:et al|review|stud(?:y|ies)|trial|paper|meta-?anal\w+|\(?(?:19|20)\d\d)"
)
"""A name in small letters, given away by what stands behind it: "the keating review"."""
_ORDINARY: Final = frozenset(
    "brand brown burden blond fuller golden graves green harbour hunter knight miles mills white church johns".split()
)
_OTHER_YEAR: Final = Pattern(r"\b(?:not|instead of|rather than) (?:the )?(?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
"""A year that is said not to be meant."""
_WORD: Final = Pattern(r"[A-Za-zÀ-ž'’-]{2,}")
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december since until before after in"
    " by summer winter spring autumn".split()
)
_SIZE: Final = Pattern(r"\d ?(?:%|kcal|kg|cm|mm)")
_LONG_WORD: Final = Pattern(r"[a-z]{4,}")
_STEM: Final = 6
_SHARED: Final = 3
"""Words that two sentences on one study share where they tell the same."""
_OF_ANY_STUDY: Final = frozenset("review study studie trial trials people pooled with that from found".split())
_WORKS_KNOWN: Final = 4096
_LONGEST: Final = 34
_ROOM: Final = 70
_SENTENCES: Final = 3
_LINKS: Final = 3
_WORKS: Final = 4
_WHY_CITED: Final = Pattern(
    r"\bwhy (?:do you |would you |did you |even |then )*(?:cite|quote|use|include|mention|list|trust|bring)\b",
    re.IGNORECASE,
)
_CRITICISED: Final = Pattern(
    r"\bcritici[sz]\w+|\bheterogen\w+|\bsmall\b|\bonly (?:\d+|six|ten)\b|\bbias\w*|\bflaw\w*|\bnot (?:runners|women"
    r"|men|humans)\b"
    r"|\breplicat\w+|\bunderpowered|\bmeasurement error\b",
    re.IGNORECASE,
)


def answer_of_work(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question about a cited work; return whether one was named."""
    text = asked_part(w.message.text)
    if len(text.split()) > _LONGEST:
        return False
    works = named_works(text, library, w)
    unknown = of_unknown(draft, w, library)
    if works:
        _tell(draft, works, library, text, w.thread.article(library))
    return unknown or bool(works)


def answer_of_dated_work(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question that names one of our works with its year, whatever else it is near to."""
    dated = _years_of_names(asked_part(w.message.text))
    ours = any(work.year in dated.get(surname(work), ()) for work in library.works.values() if work.authors)
    return ours and answer_of_work(draft, w, library)


def _tell(draft: Draft, works: Sequence[Work], library: Library, text: str, about: Article | None) -> None:
    """Quote what was not said yet of the works; where a statistic was asked that none of it names, say so first."""
    keys = {work.key for work in works}
    # What the talk is about comes first: another article may cite the same work for another matter.
    known = sorted(
        sentences_on(library, keys),
        key=lambda one: (about is not None and one[0].article != about.slug, not _names(one[1].text, works)),
    )
    if not known:
        draft.say("own.work_unused")
        return
    defended = _why_in(draft, works, known, text)
    units = [unit for unit in UNITS if unit.asked.search(text)]
    asked = sorted(
        (one for one in known if any(unit.given.search(one[1].text) for unit in units)),
        key=lambda one: -sum(unit.given.search(one[1].text) is not None for unit in units),
    )
    given = all(any(unit.given.search(one[1].text) for one in known) for unit in units) and bool(units)
    statistic = bool(STATISTIC.search(text) or _STATISTIC_ALONE.search(text)) and not defended
    missing = statistic and not given and bool(units or BY_NAME.search(text))
    missing = missing or lacks_by_name(text, [one[1].text for one in known])
    if missing:
        known = [one for one in known if _names(one[1].text, works)]
        own = [one for one in known if keys >= set(one[1].keys)]
        near = any(_SIZE.search(one[1].text) for one in own)
        draft.say("own.statistic_near" if near else "own.statistic_missing", works=marked(draft, works, known))
        draft.new_paragraph()
        known.sort(key=lambda one: one not in own or (near and _SIZE.search(one[1].text) is None))
    order = _each_finding_once([*asked, *known], works)
    quoted = picking.within(draft, order, room=_ROOM, most=1 if missing else _SENTENCES)
    numbers = quoted_numbers(text)
    again = [one for one in known if numbers & quoted_numbers(one[1].text)] or (asked if given else [])
    if again and again[0] not in quoted and picking.may_quote(draft, again[0][1]):
        quoted = [again[0], *quoted][:_SENTENCES]  # what is asked about may have been said before
    if not quoted and (defended or given):
        quoted = (asked or known)[:1]
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    if not quoted and not missing:
        draft.say("own.work_told", works=marked(draft, works, known))


def _each_finding_once(order: Sequence[Quotable], works: Sequence[Work]) -> list[Quotable]:
    """Leave out what says a finding again in other words: no new number, and its words mostly told."""
    no_news = {surname(work)[:_STEM] for work in works} | _OF_ANY_STUDY
    told: set[str] = set()
    numbers: set[str] = set()
    kept: list[Quotable] = []
    for one in dict.fromkeys(order):
        words = {word[:_STEM] for word in _LONG_WORD.findall(one[1].text.lower())} - no_news
        amounts = {found.shown for found in mentions(_YEAR.sub("", one[1].text))}
        if not kept or amounts - numbers or len(words & told) < min(_SHARED, len(words)):
            kept.append(one)
            told |= words
            numbers |= amounts
    return kept


def _why_in(draft: Draft, works: Sequence[Work], known: Sequence[Quotable], text: str) -> bool:
    """Say why a criticised work is cited, and what kind of study it is; return whether that was asked or held up."""
    why, criticised = _WHY_CITED.search(text), _CRITICISED.search(text)
    if not (why or criticised):
        return False
    if criticised:
        draft.say("probe.limits")
        cited = [_citation(draft, work, known) for work in works]
        by_kind(draft, [(one, work) for one, work in zip(cited, works, strict=True) if one is not None])
    if why:
        draft.say("probe.why_cited")
    draft.new_paragraph()
    return True


def _citation(draft: Draft, work: Work, known: Sequence[Quotable]) -> Citation | None:
    leaning = next((one for one in known if work.key in one[1].keys), None)
    if leaning is None:
        return None
    n = draft.cite_work(*leaning, work)
    return draft.citations[n - 1]


def by_kind(draft: Draft, works: Sequence[tuple[Citation, Work]]) -> None:
    """Name the papers behind the answer with the kind of study each is."""
    named = []
    for citation, work in works[:_WORKS]:
        n = recite(draft, citation)
        kind = f"probe.kind.{work.kind}"
        words = draft.texts.say(kind if draft.texts.has(kind) else "probe.kind.other")
        named.append(draft.texts.say("probe.work", work=phrase(f"{citation.source} [{n}]", f"passage:{n}"), kind=words))
    if named:
        draft.say("probe.by_kind", works=join(named, "; "))


def recite(draft: Draft, citation: Citation) -> int:
    """Cite a work of an earlier answer again and return its mark in this one."""
    for one in draft.citations:
        if (one.source, one.url_or_doi) == (citation.source, citation.url_or_doi):
            return one.n
    n = len(draft.citations) + 1
    draft.citations.append(replace(citation, n=n))
    return n


def marked(draft: Draft, works: Sequence[Work], known: Sequence[Quotable]) -> Phrase:
    """Return the works as a source line names them, with where to find them and their marks."""
    lines = []
    for work in works[:_LINKS]:
        leaning = next((one for one in known if work.key in one[1].keys), None)
        if leaning is not None:
            n = draft.cite_work(*leaning, work)
            where = work.doi or work.url
            lines.append(phrase(work.label + (f" ({where})" if where else "") + f" [{n}]", f"passage:{n}"))
    return join(lines, ", ")


def sentences_on(library: Library, keys: set[str], *, every: bool = False) -> Iterator[Quotable]:
    """Return the sentences of all articles that lean on one of the works, each finding once unless `every` is wanted.

    Two articles tell one finding in their own words; the same numbers give it away.
    """
    told: list[tuple[frozenset[str], str]] = []
    for article in library.articles.values():
        for passage in article.passages:
            for sentence in passage.sentences:
                if not keys & set(sentence.keys):
                    continue
                finding = frozenset(one.shown for one in mentions(sentence.text) if one.shown[0].isdigit())
                if not every and any((finding and finding <= before) or text == sentence.text for before, text in told):
                    continue
                told.append((finding, sentence.text))
                yield passage, sentence


def findings_of(draft: Draft, keys: Iterable[str], library: Library) -> list[Quotable]:
    """Return of each work the sentence on it alone that holds most numbers, whether said before or not."""
    found = []
    for key in keys:
        alone = [
            one
            for one in sentences_on(library, {key}, every=True)
            if set(one[1].keys) == {key} and picking.stands_alone(one[1]) and picking.may_quote(draft, one[1])
        ]
        richest = max(alone, key=lambda one: len(mentions(_YEAR.sub("", one[1].text))), default=None)
        if richest is not None and mentions(_YEAR.sub("", richest[1].text)):
            found.append(richest)
    return found


def named_works(text: str, library: Library, w: Workings, *, of_a_study: bool = False) -> list[Work]:
    """Return the works whose first author a text names: of the year it names if it does, else one just cited.

    Args:
        text: What was asked.
        library: The articles and their works.
        w: The turn; what its talk cited counts.
        of_a_study: Whether it is known to ask about a study, so that a surname alone names one.
    """
    years = {int(year) for year in _YEAR.findall(_OTHER_YEAR.sub(" ", text))}
    cited = {one.source for exchange in w.thread.exchanges for one in exchange.reply.citations}
    about_study = of_a_study or bool(years) or _OF_A_STUDY.search(text) is not None
    names = {
        _plain(word.removesuffix("'s").removesuffix("’s")) for word in _WORD.findall(text) if word[0].isupper() or years
    }
    small = {match["name"] for match in _SMALL_NAME.finditer(text)} - _ORDINARY
    about_study = about_study or bool(small)
    names |= small
    found = [
        work
        for work in library.works.values()
        if work.authors and work.year and surname(work) in names and (about_study or work.label in cited)
    ]
    dated = _years_of_names(text)
    loose = years - {year for of_one in dated.values() for year in of_one}
    told = [
        work
        for work in found
        if (work.year in dated[surname(work)] if surname(work) in dated else not loose or work.year in loose)
        and (surname(work) in dated or loose or not years or work.label in cited)
    ]
    return told or [work for work in found if work.label in cited]


def _years_of_names(text: str) -> dict[str, set[int]]:
    """Return the years that stand right behind a name: "Thomas 2000", "Viana et al. (2019)"."""
    found: dict[str, set[int]] = {}
    for match in _DATED.finditer(text):
        found.setdefault(_plain(match["name"]), set()).add(int(match["year"]))
    return found


def of_unknown(draft: Draft, w: Workings, library: Library) -> bool:
    """Say that a study that is named is none of ours; return whether one was."""
    text = w.message.text
    if (match := _UNKNOWN.search(text)) and match["name"].lower() not in _MONTHS and _OF_A_STUDY.search(text):
        named = match.group().rstrip(")")
    elif (match := _UNKNOWN_SMALL.search(text)) and match["name"] not in _MONTHS:
        named = f"{match['name']} {match['year']}"
    elif (match := _AUTHOR_ON.search(text)) and tells_of_nobody(text):
        named = match["name"]
    else:
        return False
    if any(surname(work) == _plain(match["name"]) for work in library.works.values() if str(work.year) in text):
        return False
    draft.kind = "decline"
    draft.say("own.work_unknown", work=phrase(named, "said"))
    return True


def _names(text: str, works: Sequence[Work]) -> bool:
    return any(surname(work) in _plain(text) for work in works)


@lru_cache(maxsize=_WORKS_KNOWN)
def surname(work: Work) -> str:
    """Return the first author of a work, plain and in small letters."""
    return _plain(work.label.rsplit(" ", 1)[0])


def _plain(text: str) -> str:
    """Return a text without accents and case, curly apostrophes and hyphens made plain."""
    flat = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(mark for mark in flat if not unicodedata.combining(mark)).casefold()

"""Answer what probes the evidence behind the last answer: its size, its cause, its limits, its age, its gaps.

Nothing is searched: the talk stays on its subject. What the articles don't give is said to be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from bot.coach import picking
from bot.coach.cited_work import by_kind, findings_of, named_works
from bot.coach.draft import Draft
from bot.coach.picking import Quotable
from bot.coach.statistics_asked import (
    AMOUNT,
    BY_NAME,
    STATISTIC,
    UNITS,
    gives_interval,
    lacks_by_name,
    of_people,
    own_subject,
    quoted_numbers,
    wants_interval,
)
from bot.coach.subject_named import article_meant, named_outright
from bot.coach.workings import Workings
from bot.coach.works_behind import MOST_LINKED, linked, works_behind, works_of
from bot.knowledge.article import Article, Library, Role
from bot.nlu.pattern import Pattern
from bot.voice.numerals import mentions
from bot.voice.phrase import join

Probe = Literal[
    "cause",
    "contradiction",
    "newest",
    "limits",
    "statistic",
    "risks",
    "verdict",
    "dissent",
    "kinds",
    "choice",
    "change",
]
_LONGEST: Final = 26
_CAUSE: Final = Pattern(
    r"\b(?:association|correlation|causation|causal\w*|confound\w*|reverse caus\w*|selection (?:bias|effect)"
    r"|healthy[- ](?:runner|user|volunteer)|mendelian|observational|just (?:a )?(?:correlation|association|link)"
    r"|survivor\w* bias|self[- ]selec\w*|cause (?:or|and) effect)\b",
    re.IGNORECASE,
)
_CONTRADICTION: Final = Pattern(
    r"\b(?:you|that|this) (?:just )?contradict\w*|\bcontradict(?:s|ing|ion|ory)?\b|\binconsisten\w+"
    r"|\b(?:first|before|earlier|a moment ago|two messages ago) you (?:said|told|wrote|claimed)\b"
    r"|\byou (?:first|just|earlier) (?:said|told)\b.*\b(?:now|but)\b|\bwhich (?:is it|one is it|of the two)\b"
    r"|\bdoesn'?t (?:fit|match) (?:with )?what you\b",
    re.IGNORECASE,
)
_NEWEST: Final = Pattern(
    r"\b(?:anything|something|nothing|any|a|more) (?:newer|more recent|fresher|later)\b|\b(?:newer|recent"
    r"|more recent|latest"
    r"|newest|most recent) (?:stud\w+|papers?|trials?|reviews?|evidence|data|research|work|meta-?anal\w+)\b|\bnewer\W*$"
    r"|\bfrom the (?:last|past) (?:\w+ )?(?:years?|decade)\b|\banything recent\b|\bhow old is (?:the|that|this)\b"
    r"|\b(?:out of date|outdated|old (?:study|paper|review|data)|that old|so old|since then|up to date)\b",
    re.IGNORECASE,
)
_LIMITS: Final = Pattern(
    r"^(?:but |well,? )?(?:those|these|they) (?:were|are) (?!(?:\w+ )?(?:great|good|helpful|nice|useful|interesting"
    r"|my|the same|fine"
    r"|ok|okay|lovely|brilliant|clear|mine|hard|easy|for|not mine)\b)[^?]{3,60}$|"
    r"\b(?:were|are) (?:those|these|they|the (?:people|subjects|participants|runners|men|women))(?: all| only| just)?"
    r" (?:professionals?|elite|athletes|trained|untrained|beginners|cyclists|students|men|women|young|old|overweight"
    r"|obese|fit"
    r"|humans|mice|rats|runners|healthy)\b"
    r"|\b(?:those|these|they|that|it) (?:were|are|was|is)(?: all| only| just| in| on)? (?:cyclists?|cycling|rowers?"
    r"|swimmers?|athletes|students|mice|rats|men|women|young|elderly|old people|obese|overweight|trained|untrained"
    r"|elite)\b|\b(?:cyclists|cycling|mice|rats|rodents|men|women|athletes|walkers),? (?:and )?not (?:\w+ )?(?:runners?"
    r"|running|humans|people|women|men|beginners)\b|\b(?:small|tiny|short|weak|poor|single|one|bad|narrative|old"
    r"|lab) (?:sample|trial|study|studies|lab|review|sample size)\b|\b(?:only|just) (?:\d+|a few|a handful of|six"
    r"|ten|one"
    r"|two) (?:men|women|people|subjects|participants|runners|cyclists|trials?|stud\w+|weeks)\b|\bmeasurement (?:error"
    r"|noise|bias)\b|\bheterogene\w+|\bunderpowered\b|\bpublication bias\b|\bp[- ]?hack\w*|\bcriticis\w+|\bcriticiz\w+"
    r"|\breplicat\w+|\bself[- ]report\w*|\bnot blinded\b|\bno control(?: group)?\b|\bcherry[- ]?pick\w*"
    r"|\bchance finding\b"
    r"|\bregression to the mean\b|\bextrapolat\w+|\bgenerali[sz]\w+",
    re.IGNORECASE,
)
_RISKS: Final = Pattern(
    r"^(?:(?:and|but|so|ok)[ ,]+)*(?:(?:are there |is there )?any|what(?:'s| is| are"
    r"|s)?(?: the)?) (?:\w+ )?(?:downsides?"
    r"|risks?|side[- ]?effects?|harms?|catch|dangers?|drawbacks?|cautions?)\b.{0,24}$",
    re.IGNORECASE,
)
_VERDICT: Final = Pattern(
    r"^(?:so|and|then|ok|well|,| )*(?:what(?:'?s| is) )?(?:your|the) (?:conclusion|verdict|bottom line|take"
    r"|upshot)(?: then)?\W*$|"
    r"^(?:(?:and|but|so|ok|then|hm+|it's|its|that's|is it|is that|all)[ ,]+)*(?:(?:in (?:plain|simple) (?:words"
    r"|terms|english)|simply put)[ ,]+)?(?:useless|pointless|worthless|no use"
    r"|a waste of time|not worth it|worth it|any (?:good|use)|a (?:yes|no)|yes or no)(?: then| at all| anyway)?\W*\?$"
    r"|\b(?:bottom line|in (?:short|a nutshell|one sentence|a word)|what (?:should|can|do) i (?:believe|conclude"
    r"|make of (?:that|this|it))|tl;?dr|sum (?:it|that) up)\W*$|\bwhat(?:'s"
    r"| is) (?:the|your)"
    r" (?:answer|verdict|conclusion|take|take-?home|upshot)\b.{0,12}$",
    re.IGNORECASE,
)
_KINDS: Final = Pattern(
    r"\b(?:trials|studies|those|these|they|them|evidence)\b[^?.]{0,16}\brandomi[sz]ed\b|"
    r"^(?:and |so |but |ok )*(?:(?:are|is|were|was) there |do you have |got |have you )?any (?:actual |proper |good "
    r"|human )*(?:rcts?"
    r"|randomi[sz]ed (?:controlled )?(?:trials?|stud\w+)|(?:controlled )?trials|meta-?anal\w+|experiments?"
    r"|reviews?)(?: (?:at all|on (?:this|that|it)|for (?:this|that|it)|behind (?:this|that|it)))?\W*$|"
    r"\b(?:which|how many|any|are|were|was|is)\b[^?.]{0,24}\b(?:those|these|them|they|that|it)\b[^?.]{0,16}"
    r"\b(?:randomi[sz]ed|rcts?|trials|meta-?anal\w+|controlled|blinded|experiments?|reviews?)\b|\bwhat (?:kind|type"
    r"|sort)s? of"
    r" (?:stud\w+|evidence|papers?|trials?|research)\b",
    re.IGNORECASE,
)
_CHOICE: Final = Pattern(
    r"\bwhy (?:do|did|would) you (?:only |just |always )?(?:cite|quote|use|rely on|pick|choose)\b", re.IGNORECASE
)
_CHANGE: Final = Pattern(
    r"\b(?:what|which)\b.{0,24}\b(?:would|could|will|does it take to)\b.{0,16}\bchange (?:your|ur) (?:mind|view"
    r"|answer|verdict)\b"
    r"|\bwhat would (?:convince|falsify|persuade|prove)\b",
    re.IGNORECASE,
)
_DISSENT: Final = Pattern(
    r"\b(?:who|anyone|anybody|does any\w*|which (?:stud\w+|papers?|trials?|reviews?"
    r"|scientists?)) (?:\w+ )?(?:disagree\w*|dissent\w*"
    r"|object\w*|argues? against|contradict\w*|(?:say|says|point|points|show|shows|found|find|finds|saw"
    r"|see) (?:the )?(?:other way"
    r"|opposite|otherwise|something else|no (?:such )?(?:effect|difference|benefit)|against))\b"
    r"|\b(?:counter-?evidence|other side"
    r"|opposing (?:view|evidence|stud\w+)|evidence against|dissenting)\b",
    re.IGNORECASE,
)
_PROBES: Final[tuple[tuple[Probe, Pattern], ...]] = (
    ("change", _CHANGE),
    ("contradiction", _CONTRADICTION),
    ("kinds", _KINDS),
    ("choice", _CHOICE),
    ("risks", _RISKS),
    ("verdict", _VERDICT),
    ("dissent", _DISSENT),
    ("cause", _CAUSE),
    ("newest", _NEWEST),
    ("limits", _LIMITS),
    ("statistic", AMOUNT),
    ("statistic", STATISTIC),
)
_OF_ANY_SUBJECT: Final = frozenset({"dissent", "newest", "kinds"})
"""Probes that stand behind a question of its own as well: "How much is eaten back? Who disagrees?"."""
_TRIALS: Final = frozenset({"RCT", "controlled trial", "lab"})
_TELLING: Final[tuple[Role, ...]] = ("evidence", "because", "verdict", "how_to")
_ARTICLES: Final = 3
_A_SIZE: Final = Pattern(r"\d ?(?:%|kcal|kg|cm|mm|percent)")
_ROOM: Final = 64
_SENTENCES: Final = 2
_FEWEST_KINDS: Final = 2


def probe_of(text: str) -> Probe | None:
    """Return what a text probes, None if it probes nothing."""
    if len(text.split()) > _LONGEST:
        return None
    return next((probe for probe, pattern in _PROBES if pattern.search(text)), None)


def answer_probe(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a probe of the last answer from its article and its works; return whether it was one."""
    probe, article = probe_of(w.message.text), article_meant(w, library)
    if probe is None or article is None or not _leans(probe, w, library):
        return False
    _answer(draft, w, article, library, probe)
    draft.button("sources", "v1:sources")
    return True


def _leans(probe: Probe, w: Workings, library: Library) -> bool:
    """Whether a probe is of the last answer, and not of a subject or a work it names itself."""
    text = w.message.text
    if w.frame.correction:
        return False
    beside = _DISSENT.sub(" ", text) if probe == "dissent" else text
    if probe in _OF_ANY_SUBJECT and "?" in text.rstrip("? ") and own_subject(beside) is not None:
        return False
    if probe == "statistic" and named_outright(text, library) is not None:
        return True
    if probe == "statistic" and (w.thread.topic != "article" or own_subject(text) is not None):
        return False
    return probe not in {"limits", "statistic"} or not named_works(text, library, w)


def _answer(draft: Draft, w: Workings, article: Article, library: Library, probe: Probe) -> None:
    match probe:
        case "statistic":
            _statistic(draft, w, article, library)
        case "newest":
            _newest(draft, article, library)
        case "change":
            _how_sure_then_what(draft, article, library)
        case "dissent":
            _disagreeing(draft, article, library)
        case "risks":
            _quote(draft, picking.told_in(article, "caution"), library, said_too=True)
        case "verdict" | "contradiction":
            _settle(draft, article, library, probe)
        case "kinds" | "choice" | "cause" | "limits":
            _weigh(draft, w, article, library, probe)


def _settle(draft: Draft, article: Article, library: Library, probe: Probe) -> None:
    """Say what the article comes down to; where two lines of ours clash, say so and who disagrees."""
    if probe == "contradiction":
        draft.say("probe.contradiction")
    _quote(draft, _verdict(article, draft), library, said_too=True)
    if probe == "contradiction":
        _quote(draft, _open(article), library)


def _weigh(draft: Draft, w: Workings, article: Article, library: Library, probe: Probe) -> None:
    """Grant what an objection takes off the evidence, say what kind of studies it is, then what else there is."""
    works = works_behind(w, library)
    if probe == "kinds" and len(works) < _FEWEST_KINDS:
        works = [*works, *works_of(draft, article, library, {work.key for _, work in works})]
    if probe != "kinds":
        draft.say(f"probe.{probe}")
    by_kind(draft, works)
    if probe == "cause":
        trial = any(work.kind in _TRIALS for _, work in works)
        draft.say("probe.cause_trial" if trial else "probe.cause_none")
    if probe in {"cause", "limits"}:
        draft.new_paragraph()
        _quote(draft, _open(article), library)


def _how_sure_then_what(draft: Draft, article: Article, library: Library) -> None:
    """Say how strong the evidence is, who disagrees, and what would overturn it."""
    draft.say(f"follow.strength.{article.strength}")
    _quote(draft, _open(article)[:1], library, said_too=True)
    draft.say("probe.change")


def _statistic(draft: Draft, w: Workings, article: Article, library: Library) -> None:
    """Quote the sentences with the number that was asked; where there is none, say so and give what there is."""
    text = w.message.text
    numbers = quoted_numbers(text)
    every = [
        one
        for about in dict.fromkeys((article, *_talked_of(w, library)))
        for one in picking.of_part(about, *_TELLING)
        if one[1].keys
    ]
    told = every if numbers else _nearest_to_the_answer(w, article, every, library)
    works = works_behind(w, library)[:MOST_LINKED]
    if BY_NAME.search(text) and works and named_outright(text, library) is None:
        # What other studies found is no answer to it.
        keys = {work.key for _, work in works}
        told = [one for one in told if keys >= set(one[1].keys)]
    numeric = [one for one in told if mentions(_without_years(one[1].text))]
    same = [one for one in numeric if numbers & quoted_numbers(one[1].text)]
    if same and numbers:
        _quote(draft, same, library, said_too=True)
        return
    units = [unit for unit in UNITS if unit.asked.search(text)]
    pool = told if of_people(text) else numeric
    fits = [one for one in pool if all(unit.given.search(one[1].text) for unit in units)]
    missing = bool(units) and not fits
    if wants_interval(text):
        with_interval = [one for one in fits or numeric if gives_interval(one[1].text)]
        missing, fits = missing or not with_interval, with_interval or fits
    order = picking.nearest_to(f"{text} {article.question}", fits or ([] if units else numeric))
    order = sorted(order, key=lambda one: _A_SIZE.search(one[1].text) is None)
    missing = missing or lacks_by_name(text, [one[1].text for one in fits or numeric])
    if (missing or not order) and works:
        draft.say("own.statistic_missing", works=join((linked(draft, *one) for one in works), ", "))
        draft.new_paragraph()
    elif missing or not order:
        draft.say("probe.no_statistic")
    # What an amount behind a word is may have been said before; a statistic is told with what else is new.
    _quote(draft, order[:1] if AMOUNT.search(text) else order, library, said_too=True)


def _nearest_to_the_answer(w: Workings, article: Article, told: Sequence[Quotable], library: Library) -> list[Quotable]:
    """Return the sentences on the works of the newest answer, and behind them those of its article."""
    keys = {work.key for _, work in works_behind(w, library)}
    behind = [one for one in told if keys & set(one[1].keys)]
    return behind + [one for one in told if one[0].article == article.slug and one not in behind]


def _disagreeing(draft: Draft, article: Article, library: Library) -> None:
    """Quote who disagrees, or say that the article names nobody."""
    doubt = picking.dissent(article, asked=True)
    if doubt is None:
        draft.say("probe.no_dissent")
    else:
        told = findings_of(draft, doubt[1].keys, library)[:_SENTENCES]
        for passage, sentence in told:
            draft.add(draft.quote(passage, sentence, library))
        _quote(draft, [] if told else [doubt], library, said_too=True)


def _talked_of(w: Workings, library: Library) -> list[Article]:
    """Return the articles the talk cited, the newest first."""
    slugs = [one.article for exchange in reversed(w.thread.exchanges) for one in exchange.reply.citations]
    return [library.articles[slug] for slug in dict.fromkeys(slugs) if slug in library.articles][:_ARTICLES]


def _without_years(text: str) -> str:
    return re.sub(r"\b(?:19|20)\d\d\b", "", text)


def _quote(draft: Draft, order: Iterable[Quotable], library: Library, *, said_too: bool = False) -> None:
    """Quote the best sentences that fit; `said_too` allows what was said before, where it is asked about again."""
    ready = list(order)
    quoted = picking.within(draft, ready, room=_ROOM, most=_SENTENCES)
    if not quoted and said_too:
        quoted = [one for one in ready if picking.may_quote(draft, one[1])][:1]
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))


def _verdict(article: Article, draft: Draft) -> list[Quotable]:
    """Return one wording of the verdict, not said before if there is one left."""
    wordings = article.part("verdict")
    new = [one for one in wordings if not draft.was_said(one.sentences[0].text)]
    return [(one, sentence) for one in (new or wordings)[:1] for sentence in one.sentences]


def _open(article: Article) -> list[Quotable]:
    """Return who disagrees or what is not known, then the evidence in reading order."""
    doubt = picking.dissent(article)
    return ([doubt] if doubt else []) + [one for one in picking.of_part(article, "evidence") if one[1].keys]


def _newest(draft: Draft, article: Article, library: Library) -> None:
    """Name the newest works the article leans on, with what it says of them."""
    cited = {key for passage in article.passages for sentence in passage.sentences for key in sentence.keys}
    works = [library.works[key] for key in cited if key in library.works]
    newest = sorted((one for one in works if one.year), key=lambda one: (-(one.year or 0), one.key))[:_SENTENCES]
    draft.say("probe.newest")
    for work in newest:
        leaning = [one for one in picking.of_part(article, "evidence", "because", "verdict") if work.key in one[1].keys]
        if leaning:
            named = [one for one in leaning if str(work.year) in one[1].text]
            _quote(draft, (named or leaning)[:1], library, said_too=True)

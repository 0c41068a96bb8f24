"""Whom an article or a sentence is for: never what is plainly for somebody else; "can I still run?" leans back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.knowledge.retrieval import Retrieval
from bot.nlu.pattern import Pattern
from bot.runner import Runner


@dataclass(frozen=True, kw_only=True, slots=True)
class _For:
    """Whom an article is for, and the words by which somebody else asks about it."""

    named: Pattern
    sex: str | None = None
    from_age: float = 0.0
    below_age: float = 200.0


def _words(pattern: str) -> Pattern:
    return Pattern(pattern, re.IGNORECASE)


_BIRTH: Final = (
    r"birth|post ?partum|postnatal|baby|babies|c.section|section|caesar\w*|newborn|nursing|breast.?(?:feed\w*|milk)"
    r"|bugg(?:y|ies)|prams?|strollers?"
)
_KIDS: Final = r"(?<!\d )(?<!two )(?<!three )(?<!four )(?<!with )(?<!and )\bkids?\b"
"""Children that are spoken of, and not the two at home that leave no time."""
_SCHOOL: Final = (
    r"(?<!old )(?<!since )(?<!left )(?<!after )(?<!ex )\bschool\b(?! (?:runs?|holidays?|hours|bus|drop\w*|pick\w*"
    r"|gates?|teacher|days"
    r"|years ago)\b)"
)
"""School as a place somebody goes to, and not one that they left or drive others to."""
_SPECIAL: Final[Mapping[str, _For]] = {
    "menopause-and-running": _For(
        named=_words(r"\b(?:peri)?menopaus\w*|\bhot flush|\bhrt\b|\bhormon"), sex="female", from_age=38
    ),
    "hot-flushes": _For(
        named=_words(r"\b(?:peri)?menopaus\w*|\bhot fl|\bflush|\bhrt\b|\bsweats?\b"), sex="female", from_age=38
    ),
    "pcos-and-running": _For(named=_words(r"\bpcos\b|\bpolycystic|\bovar"), sex="female", below_age=58),
    "running-while-pregnant": _For(
        named=_words(r"\bpregnan\w*|\bexpecting\b|\btrimester|\bweeks along|\bbump\b|\bmiscarr\w*"),
        sex="female",
        below_age=55,
    ),
    "running-after-birth": _For(named=_words(rf"\b(?:{_BIRTH})\b"), sex="female", below_age=58),
    "a-year-after-birth": _For(
        named=_words(rf"\b(?:{_BIRTH}|toddler|mum|mom|mother|pregnancy (?:pounds|kilos))\b"), sex="female", below_age=58
    ),
    "period-and-running": _For(named=_words(r"\bperiods?\b|\bmenstru\w*|\bcycle|\bpms\b"), sex="female", below_age=60),
    "contraceptive-pill": _For(named=_words(r"\bpill\b|\bcontracept\w*|\bcoil\b|\bimplant"), sex="female"),
    "school-track": _For(
        named=_words(
            rf"\bteen\w*|{_KIDS}|{_SCHOOL}|\btrack\b|\b(?:in|my|for) pe\b|\bmeet\b|\btrials\b|\b(?:1500|3 ?k)\b"
        ),
        below_age=18,
    ),
    "teen-body-talk": _For(
        named=_words(rf"\bteen\w*|{_KIDS}|\b(?:at|for|my) school\b|\bin (?:my )?class\b|\bson\b|\bdaughter"),
        below_age=18,
    ),
    "teen-first-runs": _For(
        named=_words(rf"\bteen\w*|{_KIDS}|\b(?:at|for|my) school\b|\bin (?:my )?class\b|\bin pe\b|\bson\b|\bdaughter"),
        below_age=18,
    ),
    "teen-running-worries": _For(
        named=_words(rf"\bteen\w*|{_KIDS}|\b(?:at|for|my) school\b|\btrack\b|\bcross country\b|\bson\b|\bdaughter"),
        below_age=18,
    ),
    "teenagers-and-running": _For(
        named=_words(rf"\bteen\w*|{_KIDS}|\bchild\w*|\bson\b|\bdaughter|\byear.old"),
        below_age=18,
    ),
    "running-after-65": _For(named=_words(r"\b(?:6[5-9]|[789]\d)\b|\bold\b|\bolder\b|\bsenior|\bretire"), from_age=58),
}
"""Articles for some people only."""
_A_CHILD: Final = _words(
    r"\b(?:my|our|her|his|their|for (?:an?|the)|(?:can|should|may|could) an?) (?:[\w-]+ ){0,3}(?:son|daughter|kids?"
    r"|child"
    r"|children|teen\w*|niece|nephew|pupils?|grand\w+|(?:little|younger) (?:brother|sister))\b(?! at heart)"
    r"|\b(?:children|teenagers|teens)\b|\b(?:[4-9]|1[0-7])[ -]?(?:year|yr)s?[ -]?olds?\b"
)
"""What an adult says who asks for a child; to look like a school kid is another matter."""
_TOO_SMALL: Final = _words(r"\b\d{1,2} ?(?:days?|weeks?|wks?|months?|mo)\b|\b(?:baby|babies|newborn|toddler)\b")
"""A child who runs nowhere yet: who names one asks as a parent."""
_STILL: Final = _words(
    r"^(?:(?:so|but|ok|okay|and|hm+|then|well),? )*(?:can|could|should|may|shall) i (?:still |then |even |just |keep )*"
    r"(?:run|running|jog|jogging|walk|walking|go|train|exercise|carry on)(?: (?:then|now|with (?:it|that)|on it|at all"
    r"|again|anyway|tomorrow|today))*\W*$"
)
_HOLDS_FOR: Final = _words(
    r"\b(?:does|do|will|would) (?:that|this|it|those|these)(?: \w+)? (?:hold|go|apply|count|work)(?: true| too"
    r"| also)? for\b"
    r"|\b(?:is|are) (?:that|this|it|those|these) (?:true |so |the same |valid )?(?:for|with) (?:me|someone"
    r"|somebody|people"
    r"|heavy|big|older)\b"
)
"""Holds what was told against oneself: it is still about that."""
_SHORT: Final = 6
_YOUNG: Final = 18.0
"""An article for people below this age is for the young. [years]"""
_OF_WOMEN: Final = _words(r"\bmenopaus\w*|\bpregnan\w*|\bafter (?:a |the )?birth\b|\btheir period|\bmothers\b")
_ASKS_OF_WOMEN: Final = _words(r"\bmenopaus\w*|\bpregnan\w*|\bbirth|\bperiods?\b|\bwom[ae]n\b|\bwife\b|\bshe\b|\bher\b")


_OF_THE_YOUNG: Final = _words(
    r"\bgrowing (?:bones?|bod(?:y|ies)|spines?|runners?)\b|\bgrowth plates?\b|\bat your age\b|\b(?:while|as) you(?:'re"
    r"| are)? (?:still )?"
    r"grow\w*|\byou(?:'re| are) (?:still )?growing\b|\bschool nurse\b|\byoung (?:runners?|people) (?:can|should|do"
    r"|need)\b"
)
_ASKS_OF_THE_YOUNG: Final = _words(
    rf"{_SCHOOL}|\bteen\w*|\bkids?\b|\bchild\w*|\bsons?\b|\bdaughters?\b|\byoung\w*|\b(?:boys?|girls?|niece|nephew|grand\w+)\b"
    r"|\byears?[ -]?olds?\b"
)
_OF_SMALL_CHILDREN: Final = Pattern(r"\bten-year-old\b")
_OF_TEN: Final = Pattern(r"\b(?:10|ten)[ -]?(?:years?|yo|yrs?)\b|\b(?:is|aged?) (?:10|ten)\b", re.IGNORECASE)


def leans_back(text: str) -> bool:
    """Whether a question names no subject of its own: "so can i still run?", "does that hold for my size?"."""
    return _STILL.search(text) is not None or _HOLDS_FOR.search(text) is not None


def sentences_for_others(runner: Runner, said: str, also: Sequence[str] = ()) -> Pattern | None:
    """Return what marks a sentence as plainly for somebody else; None if nothing does, or if they asked about it.

    Args:
        runner: Who asks.
        said: What they said lately.
        also: Further marks, as expressions.
    """
    marks = [*also, *([_OF_WOMEN.source] if runner.sex == "male" and not _ASKS_OF_WOMEN.search(said) else [])]
    if permissions(runner).state == "under_18" and _OF_TEN.search(said) is None:
        marks.append(_OF_SMALL_CHILDREN.source)
    elif permissions(runner).state != "under_18" and not _ASKS_OF_THE_YOUNG.search(said):
        marks.append(_OF_THE_YOUNG.source)
    return Pattern("|".join(marks), re.IGNORECASE) if marks else None


def fitting(found: Retrieval, runner: Runner, question: str) -> Retrieval:
    """Leave out articles for other people than the one who asks; what then comes first is no longer a sure answer."""
    hits = tuple(hit for hit in found.hits if _fits(hit.passage.article, runner, question))
    if not hits:
        return replace(found, hits=(), zone="decline") if found.hits else found
    if found.hits[0].passage.article == hits[0].passage.article:
        return replace(found, hits=hits)
    return replace(found, hits=hits, zone="hedge" if found.zone == "answer" else found.zone)


def grown_up(found: Retrieval, runner: Runner, question: str) -> Retrieval:
    """Leave out articles for the young, for somebody in another state who didn't ask for a child."""
    young = {slug for slug, one in _SPECIAL.items() if one.below_age <= _YOUNG}
    return found.without({slug for slug in young & {*found.articles} if not _fits(slug, runner, question)})


def may_offer(slug: str, runner: Runner, question: str) -> bool:
    """Whether an article may be offered unasked: one for some people only if they are known to be of them."""
    special = _SPECIAL.get(slug)
    if special is None or _asks_for_them(special, runner, question):
        return True
    if permissions(runner).state == "under_18":
        return special.below_age <= _YOUNG
    known = (special.sex is None or runner.sex is not None) and runner.age_years is not None
    return known and _fits(slug, runner, question)


def _asks_for_them(special: _For, runner: Runner, question: str) -> bool:
    """Whether a question names the people an article is for; a known adult asks for the young by naming a child."""
    if special.below_age <= _YOUNG and _TOO_SMALL.search(question) is not None:
        return False
    grown = runner.age_years is not None and runner.age_years >= ADULT_AGE_YEARS
    named = _A_CHILD if grown and special.below_age <= _YOUNG else special.named
    return named.search(question) is not None


def _fits(slug: str, runner: Runner, question: str) -> bool:
    special = _SPECIAL.get(slug)
    if special is None or _asks_for_them(special, runner, question):
        return True
    if runner.sex is not None and special.sex is not None and runner.sex != special.sex:
        return False
    if runner.age_years is not None:
        return special.from_age <= runner.age_years < special.below_age
    if special.below_age <= _YOUNG:
        return False  # nobody is taken for a child who named neither school nor an age
    return len(question.split()) > _SHORT

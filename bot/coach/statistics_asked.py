"""What a question asks of numbers: a statistic, an amount, a unit; and whether it names a subject of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.knowledge.article import Article
from bot.nlu.pattern import Pattern

STATISTIC: Final = Pattern(
    r"^n ?=?\W*$|\b(?:(?:hazard|odds|rate|risk) ratios?|relative risk|confidence intervals?|cis?|p[- ]?values?"
    r"|standard (?:errors?"
    r"|deviations?)|effect sizes?|effect in (?:kg|kcal|lbs?|percent)|point estimates?|coefficients? of variation"
    r"|sample sizes?"
    r"|limits of agreement|rmse|r2|loa|sds?|variance|magnitude"
    r"|(?:absolute|relative) (?:\w+ ){0,3}(?:risk|difference|reduction|change|prevalence|effect)\w*|prevalence"
    r"|incidence"
    r"|numbers? needed|how many (?:people|participants|subjects|runners|men|women|patients|studies|trials)"
    r"|(?:the |what |a |mean |average )?difference in (?:kg|kcal|percent|pounds|cm|fat|weight)"
    r"|(?:individual|inter-?individual|between[- ]person) (?:differences?|variation|variability|responses?)"
    r"|responders?|(?:the|any|some|actual|exact) (?:numbers|figures|data)|numbers please|how (?:large|big) (?:is|was"
    r"|are"
    r"|were) (?:the |that |this |it\b|individual )(?:effect|difference|change|reduction|drop|gain|loss|risk|spread)?"
    r"|\d+ ?%(?: \w+){0,3},? of (?:\d+|that|it|this)|by how much|how much on average|how much (?:exactly|precisely"
    r"|more|less|fat"
    r"|weight)\W*$)\b",
    re.IGNORECASE,
)
AMOUNT: Final = Pattern(
    r"\bwhat (?:counts|do you count|qualifies) as\b|\bhow (?:small|large|big|little|few|modest|strong|rare|common)"
    r" (?:is|are|was) (?:[\"“']?(?:small|large|big|little|few|a bit|modest|some|slightly|that|it|this)\b[\"”']?)"
    r"|\b(?:define|quantify|put a number on)\b|\bwhat (?:do you mean by|does|is) [\"“'](?:small|a little|some|modest"
    r"|a bit"
    r"|slightly|most|many|few|larger?|more|less)\b|^(?:and |so |ok )?(?:in|how many|how much in) (?:kcals?|calories|kg"
    r"|kilos?|percent|%|cm|numbers|figures|minutes)\W*$|\bgive me (?:the |a |some )?(?:kcals?|kg|numbers?|figures?"
    r"|percent\w*)\b|\bwhat (?:percent|percentage|share)(?: is that| then)?\W*$",
    re.IGNORECASE,
)
_OF_PEOPLE: Final = Pattern(
    r"\b(?:individual|inter-?individual|between[- ]person)\b|\bresponders?\b|\bvariability\b", re.IGNORECASE
)
_TAIL: Final = Pattern(
    rf"(?!\b(?:inter-?)?individual|\b(?:non-?)?responders?)(?:{STATISTIC.source})|\bplease\b", re.IGNORECASE
)
"""What asks for a statistic and names no subject."""
BY_NAME: Final = Pattern(
    r"\b(?:(?:hazard|odds|rate|risk) ratios?|relative risk|confidence intervals?|effect sizes?|sample sizes?"
    r"|p[- ]?values?"
    r"|(?:effect|difference|change|loss|size|magnitude) in (?:kg|kcal|lbs?|percent)|point estimates?"
    r"|standard (?:errors?|deviations?)|\bsds?\b|(?:absolute|relative) (?:risk|difference|reduction|prevalence))\b",
    re.IGNORECASE,
)
"""Statistics that are asked for in so many words."""
_EFFECT_SIZE: Final = Pattern(
    r"\b(?:effect sizes?|standardi[sz]ed (?:mean )?difference|smd|cohen'?s d|hedges'? g)\b", re.IGNORECASE
)
_INTERVAL: Final = Pattern(r"\b(?:confidence intervals?|cis?|95 ?%|uncertainty|error bars?)\b", re.IGNORECASE)
_HOLDS_INTERVAL: Final = Pattern(r"\b-?\d[\d.,]*%? to -?\d|\bbetween -?\d[\d.,]*%? and -?\d")
_NUMBER: Final = Pattern(r"(?<![\w.])\d+(?:[.,]\d+)*(?:\.\d+)?")
_YEAR: Final = Pattern(r"(?:19|20)\d\d")
Side = Literal["lifting", "walking", "cycling", "swimming", "rowing"]
_COMPARES: Final = Pattern(
    r"\b(?:better|worse|more|less|beat|beats|superior|versus|vs|than|compared?|or)\b", re.IGNORECASE
)
_SIDES: Final[dict[Side, Pattern]] = {
    "lifting": Pattern(
        r"\b(?:lift\w*|weights|resistance (?:training|exercise)|strength (?:training|work))\b", re.IGNORECASE
    ),
    "walking": Pattern(r"\bwalk\w*\b", re.IGNORECASE),
    "cycling": Pattern(r"\b(?:cycl\w+|bik\w+|rode|riding)\b", re.IGNORECASE),
    "swimming": Pattern(r"\b(?:swim\w*|swam)\b", re.IGNORECASE),
    "rowing": Pattern(r"\brow(?:ing|ed|er)?\b", re.IGNORECASE),
}
_CLAIMS: Final = frozenset({"verdict", "because", "evidence"})
_FEWEST_OF_A_SUBJECT: Final = 3
_FEWEST_OF_A_QUESTION: Final = 2
_QUESTION: Final = Pattern(
    r"^(?:(?:so|and|but|ok|then)[ ,]+)*(?:do|does|did|is|are|was|were|can|could|will|would|should|which|what|how|why"
    r"|when"
    r"|where|who|has|have)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = Pattern(r"(?<=[.?!;])\s+")
_WORD: Final = Pattern(r"[A-Za-z][A-Za-z'-]{2,}")
_EMPTY: Final = frozenset(
    "the and for that this with what would give does did how much many was were are is its they them these those your "
    "you can could from have has had please fine which who whose about there here just only then than not but any "
    "one two size large big small kcal kcals percent between absolute relative effect difference differences mean "
    "interval confidence standard error deviation sample ratio odds hazard value study studies trial trials paper "
    "papers review reviews people subjects participants individual number numbers figure figures exact exactly "
    "actual really very also too even still more less least most source sources evidence data result results find "
    "found show shown shows counts count call called means meant like some other others same such say said quoted "
    "tell told ask asked asking want wanted mass body in kg lb variation variability response responses spread "
    "prevalence "
    "and so ok give me it his her dont doesnt cant isnt versus run running runs".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A unit a number may be asked in, and how a sentence gives it."""

    asked: Pattern
    given: Pattern


def _unit(asked: str, given: str) -> Unit:
    return Unit(asked=Pattern(asked, re.IGNORECASE), given=Pattern(given, re.IGNORECASE))


UNITS: Final = (
    _unit(r"\b(?:kg|kilos?|pounds|lbs?|how much (?:fat|weight))\b", r"\d ?(?:kg|lb)\b"),
    _unit(r"\b(?:kcals?|calories)\b", r"\d ?kcal\b"),
    _unit(r"\b(?:percent\w*|%|prevalence|share)", r"\d ?%"),
    _unit(
        r"\bhow many (?:people|participants|subjects|runners|men|women|patients)|\bsample size|\bn ?=",
        r"\d (?:\w+ ){0,3}(?:people|adults|men|women|runners|patients|participants|students|walkers|children"
        r"|cyclists)\b"
        r"|\b(?:six|seven|eight|nine|ten|twelve) (?:\w+ ){0,2}(?:people|men|women|runners)\b",
    ),
    _unit(r"\bhow many (?:studies|trials|papers)\b", r"\d (?:\w+ )?(?:studies|trials|papers)\b"),
    _unit(r"\b(?:odds|hazard|risk|rate) ratios?|\brelative risk", r"\bratios? of\b|\b(?:odds|risk) (?:of|ratio)"),
    _unit(
        r"\bindividual|\binter-?individual|\bresponders?|\bvariab|\bstandard deviations?|\bsds?\b",
        r"\bspread\b|\bdiffer (?:widely|more)\b|\bmade up for\b|\bstandard deviation|\bvar(?:y|ies|ied|iation)\b",
    ),
)


def of_people(text: str) -> bool:
    """Whether a question asks how people differ, which a sentence may tell without a number."""
    return _OF_PEOPLE.search(text) is not None


def wants_interval(text: str) -> bool:
    """Whether a question asks for a confidence interval."""
    return _INTERVAL.search(text) is not None


def gives_interval(text: str) -> bool:
    """Whether a sentence gives a number with its two ends."""
    return _HOLDS_INTERVAL.search(text) is not None


def quoted_numbers(text: str) -> set[str]:
    """Return the numbers of a text that are no years and say something by themselves."""
    found = {one.rstrip(".,") for one in _NUMBER.findall(text)}
    return {one for one in found if len(one) > 1 and not _YEAR.fullmatch(one) and one not in {"95", "100"}}


def lacks_by_name(text: str, answers: Sequence[str]) -> bool:
    """Whether a question asks for an interval or an effect size that no sentence gives."""
    interval = wants_interval(text) and not any(gives_interval(one) for one in answers)
    effect = _EFFECT_SIZE.search(text) is not None and not any(_EFFECT_SIZE.search(one) for one in answers)
    return interval or effect


def lacks(text: str, answers: Sequence[str]) -> bool:
    """Whether a question asks for a statistic by name that no sentence of its answer gives."""
    if not BY_NAME.search(text):
        return False
    units = [unit for unit in UNITS if unit.asked.search(text)]
    numeric = any(_NUMBER.search(_YEAR.sub("", one)) for one in answers)
    interval = not wants_interval(text) or any(gives_interval(one) for one in answers)
    return not (numeric and interval and all(any(unit.given.search(one) for one in answers) for unit in units))


def own_subject(text: str, *, fewest: int | None = None) -> str | None:
    """Return the part of a question that names a subject of its own; None if it only asks for more of the last one.

    "Does running beat lifting for belly fat? Effect size please." asks about belly fat; "What is the effect size, with
    its interval?" asks about what was just said.
    """
    sentences = [one for one in _SENTENCE.split(text.strip()) if one]
    whole = [
        one
        for one in sentences
        if _QUESTION.match(one) and len(content(one)) >= _FEWEST_OF_A_QUESTION and not STATISTIC.search(one)
    ]
    if whole and len(sentences) > 1:
        return " ".join(whole)
    rest = " ".join(_TAIL.sub(" ", AMOUNT.sub(" ", text)).split())
    return rest if len(content(rest)) >= (fewest or _FEWEST_OF_A_SUBJECT) else None


def content(text: str) -> set[str]:
    """Return the words of a text that say what it is about."""
    return {word.lower() for word in _WORD.findall(text)} - _EMPTY


def other_side_missing(text: str, article: Article) -> Side | None:
    """Return what a question sets running against, where its article says nothing of it; None else."""
    if not _COMPARES.search(text):
        return None
    asked = [side for side, pattern in _SIDES.items() if pattern.search(text)]
    told = " ".join(passage.text for passage in article.passages if passage.role in _CLAIMS)
    return next((side for side in asked if not _SIDES[side].search(told)), None)

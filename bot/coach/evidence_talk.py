"""Whether somebody talks about studies and figures rather than about their own shape."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern

_EVIDENCE: Final = Pattern(
    r"\b(?:trials?|stud(?:y|ies)|rcts?|randomi[sz]ed|meta-?anal\w+|effect sizes?|confidence intervals?|cis?"
    r"|p[- ]?values?"
    r"|evidence|papers?|data|literature|equations?|formulas?|standard (?:error|deviation)s?|hypothes[ie]s|mechanisms?"
    r"|epoc|vo2\w*|rmr|bmr|net or gross|compensat\w+|adaptive thermogenesis|substrate|oxidation|visceral|on average"
    r"|whose|heterogene\w+|validated|peer[- ]reviewed|et al|sources?)\b",
    re.IGNORECASE,
)
_RECENT: Final = 6
_NAMES_AN_AUTHOR: Final = Pattern(
    r"\b(?:what about|what of|according to|and|cites?|says|by|per) [A-Z][a-z]{2,}(?: (?:et al\.?"
    r"|and [A-Z][a-z]+))? (?:on|about|who"
    r"|that|found|finding)\b|\b[A-Z][a-z]{2,}(?: et al\.?)?,? \(?(?:19|20)\d\d\b"
)
_TECHNICAL: Final = Pattern(
    r"\b(?:lipolysis|catecholamines?|hypertrophy|mri|dxa|dexa|cm2|pre-?prints?|per hall|(?:3,?500|7,?700)(?: kcal"
    r"| calories?)? rule)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY: Final = Pattern(
    r"\b(?:i|i'm|im|i've|ive|my|me|mine|we|our|she|he|her|his|him|they|their|daughter|son|friend|wife|husband|mum|mom|dad|partner"
    r"|sister|brother|girlfriend|boyfriend)\b",
    re.IGNORECASE,
)
_NO_STORY: Final = Pattern(
    r"\bi (?:mean|meant|asked|think|thought|recall|remember|read|wonder|said)\b|\bif i (?:eat|ate|run|ran|burn|cut"
    r"|walk)\b"
    r"|\b(?:do|would|will|can) i (?:lose|burn|net|get|weigh|need)\b|\b(?:show|give|tell) me\b|\b(?:do|did|were|are|was"
    r"|is) they\b"
    r"|\bthey (?:were|are|did|had|used|disagree\w*|differ)\b|\btheir (?:age|mean|average|sample|data|results?|trial"
    r"|study)\b",
    re.IGNORECASE,
)
"""First persons that tell nothing of oneself."""


def talks_of_evidence(w: Workings) -> bool:
    """Whether this message or one of the last asks for evidence: then no example's shape and no goal is asked about."""
    told = (one.said for one in w.memory.exchanges[-_RECENT:])
    return any(_EVIDENCE.search(text) for text in (w.message.text, *told))


def tells_of_nobody(text: str) -> bool:
    """Whether a text talks of studies, and tells nothing of anybody's own state."""
    of_studies = any(one.search(text) for one in (_EVIDENCE, _TECHNICAL, _NAMES_AN_AUTHOR))
    return of_studies and not _OF_SOMEBODY.search(_NO_STORY.sub(" ", text))

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


def talks_of_evidence(w: Workings) -> bool:
    """Whether this message or one of the last asks for evidence: then no example's shape and no goal is asked about."""
    told = (one.said for one in w.memory.exchanges[-_RECENT:])
    return any(_EVIDENCE.search(text) for text in (w.message.text, *told))

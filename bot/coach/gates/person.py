"""Does a text tell a person what they did, had or suffer from, without having it from them or from their records?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.gates.language import clauses, concepts, share
from bot.nlu.pattern import Pattern

_DONE: Final = Pattern(
    r"\byou(?:'ve| have| had| both have| haven't| hadn't)\b(?! to\b| any\b| no\b| better\b)|"
    r"\b(?:has|have|had) (?:been \w+|\w+ed) before\b"
    r"|\byou (?:just |already |recently |only |also |really |all )?(?:ran|did|logged|slept|weighed|lost|gained|skipped|"
    r"missed|finished|injured|hurt|broke|tore|strained|sprained|trained|walked|recorded|averaged|managed|raced|"
    r"completed|cycled|swam|hit|reached|improved|struggled|gave|sent|told|mentioned|were|left)\b|\bleft you\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = Pattern(
    r"\b(?:if|when|whenever|unless|until|once|whether|how|what|whatever|where|than|like|after|before|in case|suppose|"
    r"imagine|even though|people|anyone|someone|those)\b[^,;:.]*$",
    re.IGNORECASE,
)
_THEIRS: Final = Pattern(
    r"\b(?:your|yours|the) (?:last|previous|latest|past|earlier|recent|old) (?:few|couple|two|three|logged|\w+ )?\s?"
    r"(?:runs?|races?|injury|operation|surgery|weigh-ins?|sessions?|marathon|half|scan|blood test|visit|weeks?|"
    r"couple|few)\b"
    r"|\byour (?:logs?|history|records?|data|diary|files?|notes|stats|numbers|tracker|watch|week so far) (?:show|shows|"
    r"say|says|tell|tells|suggest|suggests|has|have|is|indicate|indicates|look|looks|confirm|confirms)\b"
    r"|\byour (?:own )?(?:operation|surgery|diagnosis|meniscus|old injury)\b"
    r"|\b(?:yesterday|the other day|(?:last|this) (?:time|night|week|month|year|morning|spring|summer|autumn|winter|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
    r"|\b(?:these|those) (?:\w+ )?(?:years|months|weeks) of\b",
    re.IGNORECASE,
)
_TOLD: Final = 0.6
"""Share of what a text tells of a person's past that they or their records must have told. [0 to 1]"""
_OPEN: Final = Pattern(r"\b(?:if|whether|unless|any|what|keep|take|rest|start|begin|for)\b[^,;:.]*$", re.IGNORECASE)


def invents_record(text: str, known: Sequence[str]) -> bool:
    """Whether a statement tells of the person's past what nothing known tells.

    Args:
        text: The statement.
        known: The person's own words, the coach's own lines and what the statement cites.
    """
    told = " ; ".join(known)
    return any(
        not supposed.search(part[: found.start()] + " ") and share(concepts(part), told) < _TOLD
        for part in clauses(text)
        for past, supposed in ((_DONE, _SUPPOSED), (_THEIRS, _OPEN))
        for found in past.finditer(part)
    )


_ILLNESS: Final = Pattern(
    r"\b(?:shin splints|tendin\w+|tendonitis|fasci\w+|(?:stress )?fractures?|arthritis|bursitis|sciatica|runner's knee|"
    r"menopause|change of life|(?:head|chest|common) cold|a cold|flu|infection|asthma|anaemia|anemia|iron deficiency|"
    r"diabetes|(?:squeezed|trapped|pinched|irritated) nerve|hernia|sprain(?:ed)?|torn|syndrome|disorder|depression|"
    r"burn-?out|thyroid|clots?|angina|neuroma|inflam\w+)\b",
    re.IGNORECASE,
)


def names_illness(text: str, known: Sequence[str]) -> bool:
    """Whether a statement names an illness or injury that neither the person nor a source names.

    Args:
        text: The statement.
        known: The person's own words, the coach's own lines and what the statement cites.
    """
    told = " ; ".join(known).lower()
    return any(found[0].lower() not in told for found in _ILLNESS.finditer(text))

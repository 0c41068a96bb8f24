"""Does a text tell a person what they did or had, without having it from them or from their records?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.gates.language import clauses, concepts, share
from bot.coach.gates.thresholds import TOLD
from bot.nlu.pattern import Pattern

_TOLD_BACK: Final = Pattern(
    r"\byou(?:'ve| have| both)? (?:just |already |recently |only |also |really |all )?(?:ran|did|logged|had|"
    r"slept|weighed|"
    r"lost|gained|skipped|missed|finished|injured|hurt|broke|tore|strained|sprained|trained|walked|recorded|averaged|"
    r"managed|raced|completed|cycled|swam|been|beaten|hit|reached|improved)\b"
    r"|\b(?:your|the) (?:last|previous|latest|past|earlier) (?:\w+ )?(?:run|runs|race|races|injury|operation|surgery|"
    r"weigh-in|weigh-ins|session|sessions|marathon|half|scan|blood test|visit)\b"
    r"|\byour (?:logs?|history|records?|data|diary|files?|notes|stats|numbers|tracker|watch) (?:show|shows|say|"
    r"says|tell|"
    r"tells|suggest|suggests|has|have|indicate|indicates|look|looks|confirm|confirms)\b"
    r"|\byour (?:own )?(?:operation|surgery|diagnosis|meniscus|old injury)\b"
    r"|\b(?:yesterday|last (?:week|month|night|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"(?:the other day|this morning))\b.{0,40}\byou\b",
    re.IGNORECASE,
)
_SUPPOSED: Final = Pattern(
    r"\b(?:if|when|whenever|unless|until|once|whether|how|what|whatever|where|than|like|after|before|in case|suppose|"
    r"imagine|even though|people|anyone|someone|those)\b[^,;:.]*$",
    re.IGNORECASE,
)


def invents_record(text: str, known: Sequence[str]) -> bool:
    """Whether a statement tells of the person's past what nothing known tells.

    Args:
        text: The statement.
        known: The person's own words and the coach's own lines.
    """
    told = " ; ".join(known)
    return any(
        not _SUPPOSED.search(part[: found.start()] + " ") and share(concepts(part), told) < TOLD
        for part in clauses(text)
        for found in _TOLD_BACK.finditer(part)
    )

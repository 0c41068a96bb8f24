"""Is a statement as sure as its source, and does it name a cause where the source only saw two things together?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.gates.language import concept, concepts, words
from bot.coach.gates.meanings import CANNOT_BE, NOT, OPEN_ENOUGH, SURE
from bot.nlu.pattern import Pattern

_MAY: Final = Pattern(r"\b(?:can|may|might|could|seems? to|appears? to|tends? to)\s+(?!be\b)", re.IGNORECASE)
_VERB_WITHIN: Final = 3
"""So many words behind a "may" may hold its verb."""
_EACH: Final = Pattern(r"\b(?:each|every|all|any|always|whatever|whichever|everyone|everybody|both)\b", re.IGNORECASE)
_NEARLY_ALL: Final = Pattern(
    r"\b(?:nearly|almost|not|far from|mostly|practically|above|after|at|all in) (?:all|every\w*|always)\b|"
    r"\b(?:\w+ )?always (?:did|do|does|have|has)\b",
    re.IGNORECASE,
)
_SURELY: Final = Pattern(
    r"\b(?:no (?:question|doubt)|without (?:question|a doubt|doubt|fail)|beyond doubt|undoubtedly|undeniabl[ey]|"
    r"for (?:sure|certain|good)|settled|certain to|bound to|sure to|never fails|it's a fact|fact is|hands down|"
    r"it is known|everyone knows|we know that|clear(?:ly)? (?:proof|proven)|beats everything|in every|works every)\b",
    re.IGNORECASE,
)
_FIRST: Final = Pattern(
    r"\b(?:fat|off|goes?|leaves?|loses?|comes?|shrinks?)\b.{0,30}\bfirst\b(?=\W*$|[,.;]| and\b| then\b)", re.IGNORECASE
)
_ORDER: Final = Pattern(
    r"\b(?:first|before|sooner|early|earlier|later|last|after|order|quicker|faster|slower|less readily)\b",
    re.IGNORECASE,
)
_SAFE: Final = Pattern(r"\b(?:safe|safely|harmless|no risk|risk-free|nothing to fear)\b", re.IGNORECASE)
_REASSURES: Final = Pattern(
    r"\b(?:safe\w*|harmless|fine|usually acceptable|no (?:\w+ )?(?:harm|risk|events?|danger)|(?:not|n't) (?:\w+ )?"
    r"(?:harm|hurt|damage|worsen))\b",
    re.IGNORECASE,
)
_CAUSE: Final = Pattern(
    r"\b(?:prevent(?:s|ed|ing)?|caus(?:es|ed|ing)|protect(?:s|ed|ing)?|guards?|wards? off|leads? to|led to|"
    r"stops? (?:you|it|them|people) (?:from )?\w+ing|saves? you|keeps? you from|fights?|"
    r"(?:lower|cut|reduce|raise|increase|halve|shrink)(?:s|ing)? (?:\w+ ){0,2}(?:risk|odds|chances?|death|mortality|"
    r"danger|hazard|likelihood)|mak(?:es|ing) you (?:live|die|sick|ill|gain|lose)|(?:adds|buys|gives you) (?:\w+ ){0,2}"
    r"(?:years|life)|keeps? (?:\w+ ){0,3}(?:away|at bay|off)|because of|thanks to|due to|responsible for|"
    r"the (?:reason|cause)|is what|that does it|does the trick|brings? (?:\w+ )?on|result of|extends?|lengthens?|"
    r"prolongs?|if you want to live|works against)\b",
    re.IGNORECASE,
)
_TOGETHER: Final = Pattern(
    r"\b(?:go|goes|went|going|come|comes|came) (?:along )?with|\b(?:linked|associated|tied|related|correlat\w+)\b|"
    r"\bassociations?\b|\blink\b|\bobservation(?:al|s)?\b|\bcohorts?\b|\bnot (?:a )?proof\b|"
    r"\bwhich came first\b|\bmore likely to\b|\bfollowed for\b|\bcompared by how\b|\bcross-sectional\b|\bsurvey\w*\b",
    re.IGNORECASE,
)
_MODEST: Final = Pattern(
    _TOGETHER.source + r"|\b(?:may|might|could|perhaps|maybe|possibly|probably|seems?|open|debate|unclear|whether)\b",
    re.IGNORECASE,
)


def overstates(clause: str, source: str) -> bool:
    """Whether a clause is surer than its source: "always" for "often", "builds" for "may build"."""
    return _adds_certainty(clause, source) or _drops_doubt(clause, source)


def makes_first(clause: str, evidence: Sequence[str]) -> bool:
    """Whether a clause says what goes first where its sources know no order."""
    return bool(_FIRST.search(clause)) and not _ORDER.search(" ".join(evidence))


def names_cause(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement says that one thing brings about another where its sources only saw them together."""
    if not _CAUSE.search(statement) or _MODEST.search(statement) or NOT.search(statement):
        return False
    content = concepts(statement)
    best = max(evidence, key=lambda sentence: len(content & concepts(sentence)))
    return bool(_TOGETHER.search(" ".join(evidence))) and (not _CAUSE.search(best) or bool(_TOGETHER.search(best)))


def _adds_certainty(clause: str, source: str) -> bool:
    if _SAFE.search(clause) and not _REASSURES.search(source) and not NOT.search(clause):
        return True
    surely = _SURELY.search(clause)
    if surely and not _SURELY.search(source) and not NOT.search(clause[: surely.start()]):
        return True
    sure = {found.lower() for found in SURE.findall(_NEARLY_ALL.sub(" ", clause))} - {
        found.lower() for found in SURE.findall(source)
    }
    if _EACH.search(source):
        sure = {word for word in sure if not _EACH.search(word)}
    return bool(sure) and not (NOT.search(clause) and NOT.search(source))


def _sure_words(text: str) -> set[str]:
    return {found.lower() for found in SURE.findall(text)}


def _drops_doubt(clause: str, source: str) -> bool:
    """Whether what a source says may be, is said to be, with the same verb."""
    if OPEN_ENOUGH.search(clause) or NOT.search(clause):
        return False
    mine = concepts(clause)
    plain = CANNOT_BE.sub("", source)
    return any(
        concept(word) in mine for may in _MAY.finditer(plain) for word in words(plain[may.end() :])[:_VERB_WITHIN]
    )

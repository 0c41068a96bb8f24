"""Does a statement bring in a thing, a group of people or a name that its sources do not have?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.gates.language import concepts, words
from bot.coach.gates.meanings import GROUPS, SAME, THINGS
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern

_CAPITAL: Final = Pattern(r"(?<![.!?:;…\"“(] )(?<![-/])\b[A-Z][A-Za-zÀ-ÿ'’]*[a-zà-ÿ][A-Za-zÀ-ÿ'’]*\b")
_POSSESSED: Final = Pattern(r"['’]s$")
_COMMON_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december english telegram i'm i'd i'll i've achilles bmi ok okay".split()
)
_STUDY: Final = Pattern(
    r"\b(?:stud(?:y|ies)|trials?|experiments?|meta-analys[ie]s|analys[ie]s|reviews?|cohorts?|surveys?|researchers?|"
    r"scientists?|professors?|experts?|scans?|mri|lab)\b",
    re.IGNORECASE,
)
_REPORTS: Final = Pattern(
    r"\(\D{2,60}\b(?:19|20)\d\d\b[^)]*\)|\b\d[\d,]* (?:\w+ ){0,3}(?:adults|people|women|men|runners|novices|athletes|"
    r"girls|boys|cyclists|participants|students|children)\b|\bmeasured\b|\bfound\b|\bguid(?:ance|elines?)\b",
    re.IGNORECASE,
)
_LIKE_YOU: Final = Pattern(r"\b(?:for|as) (?:a |an )?\w+ (?:like you|of your age|your age)\b", re.IGNORECASE)


def things(text: str) -> frozenset[str]:
    """Return the parts of the body, sports, foods and illnesses that a text names."""
    found = {SAME.get(one, one) for one in map(stem, words(text)) if one in THINGS}
    if "exercise" in concepts(text):
        found.add("run")
    return frozenset(found)


def strange_things(statement: str, whole: str) -> frozenset[str]:
    """Return the things a statement names and its sources do not."""
    return things(statement) - things(whole) - concepts(whole)


def strange_group(statement: str, evidence: Sequence[str], said: str = "") -> bool:
    """Whether a statement speaks of a group that its sources, and the person, do not speak of."""
    own = "" if _LIKE_YOU.search(statement) else said
    known = " ".join((*evidence, own)).lower()
    return any(
        named.search(statement.lower()) and not named.search(known) and not meant.search(known)
        for named, meant in GROUPS
    )


def strange_name(statement: str, evidence: Sequence[str], said: str = "") -> bool:
    """Whether a statement names somebody or some place that its sources do not name."""
    there = " ".join((*evidence, said)).lower()
    names = (_POSSESSED.sub("", found[0].lower()) for found in _CAPITAL.finditer(statement) if found.start() > 0)
    return any(name not in there and name not in _COMMON_NAMES for name in names)


def strange_study(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement reports a study where its sources report none."""
    text = " ".join(evidence)
    return bool(_STUDY.search(statement)) and not _STUDY.search(text) and not _REPORTS.search(text)

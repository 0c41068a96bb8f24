"""Answers that suppose something of who asks: night shifts, a race, diabetes. They are told to who named it.

A search knows words and no lives: "should I go before or after work" is near the answer for people on night shifts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.coach.workings import Workings
from bot.knowledge.article import Passage
from bot.knowledge.retrieval import Retrieval
from bot.nlu.pattern import Pattern


@dataclass(frozen=True, kw_only=True, slots=True)
class _Supposed:
    """What the question of an answer supposes, and the words by which somebody tells or asks of it."""

    of: Pattern
    named: Pattern


def _supposed(of: str, named: str) -> _Supposed:
    return _Supposed(of=Pattern(of, re.IGNORECASE), named=Pattern(named, re.IGNORECASE))


_SUPPOSED: Final = (
    _supposed(
        r"\bnight shifts?\b",
        r"\b(?:shifts?|rota|nights?|on call|nurse|paramedic|\d ?am)\b",
    ),
    _supposed(
        r"\b(?:my|the) sugar\b|\bdiabet|\binsulin\b|\bprediabet",
        r"\b(?:pre)?diabet\w*|\bsugars?\b|\bglucose\b|\binsulin\b|\bmetformin\b|\b(?:hb)?a1c\b"
        r"|\btype (?:1|2|one|two)\b",
    ),
    _supposed(
        r"\b(?:the|a) race\b|\brace day\b",
        r"\brac(?:e|es|ing)\b|\b(?:5|10) ?km?\b|\bpark ?run\b|\bmarathon\b|\bhalf\b|\bevent\b|\bcompet\w*|\bmeet\b"
        r"|\btrack\b|\bstart line\b|\bfun run\b|\bbib\b",
    ),
    _supposed(
        r"\bpelvic",
        r"\bpelvi\w*|\bfloor\b|\bleak\w*|\bprolapse\w*|\bbirth|\bbab(?:y|ies)\b|\bpregnan\w*|\bpost ?(?:partum|natal)\b"
        r"|\bheav(?:y|iness)\b|\bdragging\b|\bwee\b|\bpee\w*|\bbladder\b|\bkegels?\b|\bthose physios\b",
    ),
)


def supposes_untold(passage: Passage, w: Workings) -> bool:
    """Whether an answer is for people in a state that nobody named in this talk."""
    if not passage.asked:
        return False
    supposed = [one for one in _SUPPOSED if one.of.search(passage.asked[0])]
    said = [w.message.text, *(one.said for one in w.memory.exchanges)]
    return any(not any(one.named.search(text) for text in said) for one in supposed)


def without_supposed(found: Retrieval, w: Workings) -> Retrieval:
    """Return what was found without the single answers that suppose what nobody told."""
    likeliest = found.likeliest
    if found.nearest is not None and supposes_untold(found.nearest, w):
        found = replace(found, nearest=None, nearness=0.0)
    if found.answer is not None and supposes_untold(found.answer, w):
        found = replace(found, answer=None)
    if likeliest is not None and supposes_untold(likeliest.passage, w):
        found = replace(found, likeliest=None)
    return found

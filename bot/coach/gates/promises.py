"""What no text of a model may say of its own: that something was done, or what the future brings.

Deeds are the program's, and each is stored before it is told. Of the future only a source may speak, and it speaks of
others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.nlu.pattern import Pattern

_KEEPS: Final = (
    "log|plan|calendar|diary|list|schedule|notes?|records?|profile|reminders?|history|shopping|account|data|"
    "programme|program|files?"
)
_DEED: Final = Pattern(
    r"\b(?<!nothing )(?<!all )i(?:'ve| have(?!n't)|'ll| will|'m going to| am going to| (?=\w+ed\b))\s*"
    r"(?:just |now |already |also )*"
    r"(?!(?:no|nothing|not|only|to|never|got|found|read|looked|here|on|for|is|are|in|say|be|admit|a|an|your|the|"
    r"do my|counted|wanted|hoped|liked|need)\b)\w+"
    r"|\bi'm (?:now |just |already )?(?:sett|sav|not|logg|mov|add|putt|keep|plann|book|schedul|send|check|tak|"
    r"writ)ing\b"
    r"|\bi (?:set|put|sent|made|kept|wrote|took (?:\w+ ){1,4}(?:out|off))\b"
    r"|\b(?:is|are|it's|that's|has been|have been|now) (?:\w+ )?(?:in|on|off|from|at|out of) your (?:\w+ )?"
    rf"(?:{_KEEPS})\b"
    rf"|\b(?:your|the) (?:\w+ )?(?:{_KEEPS}|run|week|training) (?:is|are|was|were|has been|have been) (?:now |\w+ly )?"
    r"(?:set|saved?|logged|stored|on\b|created|scheduled|rescheduled|moved|changed|deleted|cancelled|paused|updated|"
    r"recorded|gone|erased|removed|wiped|cleared|adjusted|rearranged|swapped|booked|planned)"
    r"|\b(?:it's|that's|all|it is|it has been|consider it|you're) (?:all )?(?:set|logged|saved|stored|done|scheduled|"
    r"recorded|noted|deleted|updated|booked)\b"
    r"|\b(?:is|are) now (?:on|moved|at|set|booked|planned)\b|\bhear from me\b|\brest assured\b|"
    r"\blogged (?:it|that|your)\b|\bi (?:promise|guarantee|swear|assure|bet)\b",
    re.IGNORECASE,
)
_FUTURE: Final = Pattern(
    r"\b(?:\w+'ll|will)\b(?! do\b| have to\b| need to\b)|\b(?<!how )(?:you're|it's|is|are) going to\b", re.IGNORECASE
)
_FREE_TO: Final = Pattern(
    r"\b(?:you(?:'ll| will) (?:\w+ )?(?:repeat|keep|enjoy|do|like|use|stick|want)\b|(?:which|whichever|what|when|"
    r"whether|how)\b[^,.;]*(?:(?:'ll| will) (?:be|come|take|stay|get|go|work)|going to \w+)\b"
    r"|i(?:'ll| will)\b|(?:wo|will) ?n[o']t\b)",
    re.IGNORECASE,
)
"""The person's own choice, what is asked or left open, the coach's own words, and denials."""


def claims_deed(text: str) -> bool:
    """Whether a statement says that the coach or the program did, does or will do something."""
    return bool(_DEED.search(text))


def foretells(text: str, cited: Sequence[str]) -> bool:
    """Whether a statement says what will be where its sources say no such thing."""
    return bool(_FUTURE.search(_FREE_TO.sub(" ", text))) and not _FUTURE.search(" ".join(cited))

"""Leave out what somebody says of an answer that missed, so that what they ask is read by itself."""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.pattern import Pattern

_FEWEST: Final = 3
"""Words that must follow a complaint for it to be left out."""
_MISSED: Final = Pattern(
    r"^.*?\b(?:(?:that|this|it)(?:'?s| is| was|wasn'?t| isn'?t| was ?n'?t)? ?(?:not|never)? ?(?:what i (?:asked|meant"
    r"|wanted)"
    r"|my question)|(?:i )?(?:didn'?t|did not) ask(?: (?:about|for))?(?: (?:that|this|it))?|(?:you"
    r"|u) (?:still )?(?:didn'?t"
    r"|did not|haven'?t|dont|don'?t) answer(?:ed)?(?: (?:me|that|it|this|my question|the question))?"
    r"|you (?:just )?(?:said|told me|gave me) (?:the )?same (?:\w+ ){0,3}(?:\d+|two|three|four"
    r"|several) times)\b[\s.,!;:?-]*",
    re.IGNORECASE | re.DOTALL,
)


_ANYWAY: Final = Pattern(r"^.*?\banyways?\b ?[:,.]+\s*", re.IGNORECASE | re.DOTALL)
"""What stands before it is done with."""


def complains(text: str) -> bool:
    """Whether a message says that an answer missed, and asks on."""
    match = _MISSED.match(text)
    return match is not None and len(text[match.end() :].split()) >= _FEWEST


def asked_part(text: str) -> str:
    """Return a message without the complaint it begins with: "Thomas? not what i asked. is it so in Verheggen".

    Example:
        "you didnt answer. viana and steele, why do they differ" asks "viana and steele, why do they differ".
    """
    match = _MISSED.match(text) or _ANYWAY.match(text)
    rest = text[match.end() :] if match else text
    return rest if len(rest.split()) >= _FEWEST else text

"""What a person wrote, without what says who they are: the form in which words may leave for a chat model."""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.pattern import Pattern

_IDENTIFYING: Final = (
    (Pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "(an address)"),
    (Pattern(r"https?://\S+|www\.\S+", re.IGNORECASE), "(a link)"),
    (Pattern(r"(?<!\w)@\w{3,}"), "(a name)"),
    (Pattern(r"\+?\d(?:[\s().-]?\d){7,}"), "(a number)"),
    (
        Pattern(
            r"\b((?i:my (?:full |first |last )?name(?:'s| is)|call me|i(?: am|'m) called|they call me|this is))"
            r"\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
        ),
        r"\1 (a name)",
    ),
    (
        Pattern(r"\b\d{1,5}\s+(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Way)\b"),
        "(a place)",
    ),
)
"""In order: addresses before the names within them."""


def scrubbed(text: str) -> str:
    """Return a text with e-mail addresses, links, handles, long numbers, told names and street addresses taken out."""
    for pattern, instead in _IDENTIFYING:
        text = pattern.sub(instead, text)
    return text

"""Words to search for where people name their trouble in a roundabout way: food in their case."""

from __future__ import annotations

import re
from typing import Final

_WHAT_I_EAT: Final = re.compile(
    r"\b(?:help|advise|tell|guide)\b.{0,16}\bwhat (?:i|to|should i) eat(?: then| now)?\W*$", re.IGNORECASE
)
_FAT: Final = frozenset({"belly-fat", "fat-loss-in-months", "butt-smaller", "outrun-your-diet", "healthy-rate-of-loss"})


def search_words(question: str, subject: str | None) -> str:
    """Return a question in the words that find its article.

    Args:
        question: As it was asked.
        subject: Slug of the article the talk is about.
    """
    if subject in _FAT and _WHAT_I_EAT.search(question):
        return "food for fat loss, how much less to eat"
    return question

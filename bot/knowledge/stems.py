"""English words brought down to their stems, so that "runs" and "running" are one."""

from __future__ import annotations

from functools import cache

import Stemmer


@cache
def stem(word: str) -> str:
    """Return the stem of a lower-case English word."""
    stemmed: str = Stemmer.Stemmer("english").stemWord(word)
    return stemmed

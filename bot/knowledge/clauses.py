"""The parts of a message that may each ask something."""

from __future__ import annotations

import re
from typing import Final

_SEAM: Final = re.compile(
    r"[.?!;\n]+\s*|,?\s+(?:and also|and|but|also|plus|or)\s+|,\s*(?=(?:so|because|cause|cos)\b)", re.IGNORECASE
)
_SHORTEST: Final = 3
"""Fewer words ask nothing by themselves. [words]"""
_MOST: Final = 4


def clauses(text: str) -> tuple[str, ...]:
    """Return the first parts of a message that say something by themselves; none if there are fewer than two."""
    parts = [part.strip(" ,") for part in _SEAM.split(text)]
    long_enough = tuple(part for part in parts if len(part.split()) >= _SHORTEST)[:_MOST]
    return long_enough if len(long_enough) > 1 else ()

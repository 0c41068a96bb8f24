"""Every measure the evidence gate goes by, in one place; how they were chosen stands in decision page 7."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OF_STATEMENT: Final = 0.37
"""Least share of a statement's content that the cited sentences must have. [0 to 1]"""
OF_CLAUSE: Final = 0.25
"""The same for each of its clauses. [0 to 1]"""
SURE_COVER: Final = 0.75
"""Share from which on a thing the source does not name may still be another word for one it does. [0 to 1]"""
RESEMBLES: Final = 0.5
"""Least likeness of two clauses for their directions to be compared: shared content over that of the shorter one."""
SHARED: Final = 2
"""Concepts two clauses must share before they are compared, unless one has fewer."""
TURNED: Final = 2
"""Concepts that must stand around a "more" and around the source's "less" before one is the other turned round."""
NEARLY: Final = 0.15
"""How much less alike a source may be than the most alike one and still have a say."""
ALIKE: Final = 0.7
"""Likeness word by word (0 to 1) from which on a statement is held to its source to the letter."""
LETTER: Final = 0.88
"""The same for its small words."""
COMMONPLACE: Final = 0.3
"""What a word counts that nearly every passage of the field has; others count 1."""
LEANING: Final = 0.5
"""Share from which on a sentence without a mark may go by the mark of the sentence beside it. [0 to 1]"""
TOLD: Final = 0.6
"""Share of what a text tells of a person's past that they or their records must have told. [0 to 1]"""
FOLLOWS: Final = 0.6
"""Likeness word by word from which on the reader's doubt counts where the rules find nothing. [0 to 1]"""
CITED_DOUBT: Final[Mapping[str | None, float]] = {
    None: 0.5,
    "other_word": 0.0,
}
"""The most a statement's sources may leave to doubt, by what the rules find; what else they find stands. [logit]"""
TALK_DOUBT: Final = 2.3
"""The same for talk that cites nothing. [logit]"""
CITED_SURE: Final = -0.75
"""The most that may be left to doubt of a statement to be told as it is worded, not in its source's words. [logit]"""
TALK_SURE: Final = -0.5
"""The same for talk, which is otherwise left out. [logit]"""

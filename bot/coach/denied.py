"""The part of a message that is searched for: without what it denies of the last replies, and without "yes or no"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.coach.turn import Exchange
from bot.nlu.pattern import Pattern

_CONTEXT: Final = 2
"""Replies whose words may be denied."""
_FEWEST_WORDS: Final = 3
_STEM: Final = 5
_FILLER: Final = Pattern(
    r"\b(?:just )?(?:a )?(?:simple |plain )?yes or no\b[ ,:;.!]*|\b(?:honestly|seriously),? (?=i\b)"
    r"|\b(?:i (?:really |still |honestly )?(?:don'?t|do not) (?:get|understand) (?:it|this"
    r"|that))[.,! ]+(?=\w+ \w+ \w+)",
    re.IGNORECASE,
)
_NUMBERS: Final = Pattern(r"\b(\d+(?: \w+)?),? not \d+\b", re.IGNORECASE)
_DENIED: Final = Pattern(
    r"(?:^|(?<=[.!?;,])) ?(?:(?:no|nah|but|what|and|lol)[,?! ]+)*(?:(?:i'?m|i am|it'?s|it is|that'?s|that is"
    r"|this is) )?"
    r"(?:not|no)(?: about| the| a| an| any)* (?P<what>[a-z][a-z' -]{1,30}?)(?:[,.;!?]+|$)"
    r"|(?:^|(?<=[.!?;,])) ?(?:(?:no|nah|but|what|and)[,?! ]+)*i (?:do|did|have)(?:n'?t| not)(?: \w+){0,2}?"
    r"(?:(?: a| an| any| the| about)+|(?<= have)|(?<= had)|(?<= got)) (?P<what2>[a-z][a-z' -]{1,30}?)(?:[,.;!?]+|$)",
    re.IGNORECASE,
)
_WORD: Final = Pattern(r"[a-z]{3,}")
_YES_OR_NO: Final = Pattern(r"\byes or no\b|\by ?/ ?n\b", re.IGNORECASE)


def searched(text: str, exchanges: Sequence[Exchange]) -> str:
    """Return a message without the words that ask nothing: fillers, and what it says the talk is not about.

    Args:
        text: The message.
        exchanges: The turns before; only what one of the last replies spoke of can be denied.
    """
    shown = " ".join(one.reply.text for one in exchanges[-_CONTEXT:]).lower()
    spoken = {word[:_STEM] for word in _WORD.findall(shown)}

    def kept(match: re.Match[str]) -> str:
        denied = (match["what"] or match["what2"]).lower()
        mine = {word[:_STEM] for word in _WORD.findall(denied)}
        return " " if mine & spoken else match[0]

    bare = _FILLER.sub(" ", text)
    if exchanges:
        bare = _DENIED.sub(kept, _NUMBERS.sub(r"\1", bare))
    bare = " ".join(bare.split()).strip(" ,;:.")
    return bare if len(bare.split()) >= _FEWEST_WORDS else text


def wants_yes_or_no(text: str) -> bool:
    """Return whether a yes or a no is asked for in so many words."""
    return _YES_OR_NO.search(text) is not None

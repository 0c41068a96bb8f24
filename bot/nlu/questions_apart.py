"""Cut a message into the questions it asks: "how fast do i go and what time of day is best". Pure."""

from __future__ import annotations

import re
from typing import Final

from bot.nlu.pattern import Pattern

_ASKS: Final = (
    r"(?:how|what'?s|what(?! (?:i|we|he|she|they|you) (?!if\b))|why|wh(?:ich|o)"
    r"|wh(?:en|ere)(?: on earth)? (?:do|does|should|shall|can|could|will|would|is|are|to)"
    r"|(?:can|could|should|shall|may|must|will|would|do|did|have|am) (?:i|we|you|they|it|my)"
    r"|(?:is|are|does|do|will|can|should|would) (?:it|that|this|there|they|the|my|a|an|\w+(?:ing|s))"
    r"|any (?:tips|ideas|advice))\b"
)
_SEAM: Final = Pattern(
    rf"[.!?;\n]+(?=\s|$)\s*"
    rf"|(?<![\s,])[\s,]*\s(?:and|also|plus|but|then|oh)(?: (?:also|then|so|if so|oh))?,?\s+(?={_ASKS})"
    rf"|(?<![\s,])[\s,]*,\s*(?={_ASKS})",
    re.IGNORECASE,
)
_JOINT_AT_END: Final = Pattern(r"[\s,]+(?:(?:and|also|plus|but|then|so|if so|oh)[\s,]+)+$", re.IGNORECASE)
_OPENS: Final = Pattern(
    r"^(?:(?:and|also|so|ok|okay|plus|but|then|oh|or|btw|by the way|thanks|thank you|thx|cheers|hi|hey|pls|please"
    r"|one more thing|another (?:question|thing)|question)[ ,.:!-]+)*" + _ASKS,
    re.IGNORECASE,
)
_OF_A_KIND: Final = Pattern(
    r"\bhow (?:often|long|many|much|fast|slow\w*|far|soon|hard|early|late)\b|\bwh(?:at|ich) (?:time|days?|pace|speed)\b"
    r"|\bhow (?:do|can|will|would) i (?:know|tell|notice)\b|\bwhat if\b",
    re.IGNORECASE,
)
"""Opens a question that says what is wanted, however little it names."""
_HOW_MUCH: Final = Pattern(r"\bhow (?:many|much|long|often|far|fast)\b", re.IGNORECASE)
_LEFT_OPEN: Final = Pattern(r"\b(?:before|after|for|than)\W*$", re.IGNORECASE)
"""Ends on what stands before it: "what should i eat and how long before"."""
_WORD: Final = Pattern(r"[a-z']+", re.IGNORECASE)
_NAMES_NOTHING: Final = frozenset(
    "a about all am an and any are as at bad be because better but by can could d did do does doing done enough "
    "even fine for from get give go good had happen happens happening has have help helps how i if im in is it "
    "it's its just like m may me mean means more much my normal not of ok okay on one or please really right s "
    "safe shall should so something start stop sure t tell that that's the them then there these they think this "
    "those to too true up us was way we what what's whats when where which who why will with work works worth "
    "would yes you your".split()
)
_FEWEST_WORDS: Final = 4
"""A shorter scrap that opens no question carries the one before on: "how long do i run? and walk?"."""
_MOST: Final = 3
"""Questions that are answered one by one; further ones stay with the last."""


def questions_apart(text: str) -> tuple[str, ...]:
    """Return a message cut before each further question: what leads to the first one, then one question each.

    A scrap that only makes sense with what stands before it ("why is that?", "is it safe?") stays there, and so does
    the same asked of a second thing. What is told between two questions stays with the second. A message that asks
    once comes back whole.
    """
    cuts: list[int] = []
    asked, told_from = "", None
    for start, piece in _pieces(text):
        if not _asks(piece):
            told_from = start if told_from is None else told_from
        else:
            if asked and _says_what(piece) and not _of_one_kind(asked, piece) and len(cuts) + 1 < _MOST:
                cuts.append(start if told_from is None else told_from)
            asked, told_from = piece, None
    spans = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return tuple(_JOINT_AT_END.sub("", text[begin:end]).strip(" ,") for begin, end in spans)


def told_before_asked(text: str) -> tuple[str, str] | None:
    """Return what a message tells in words of its own, and what it asks after that; None if it is not so."""
    start = next((start for start, piece in _pieces(text) if _asks(piece)), 0)
    return (text[:start].strip(" ,"), text[start:]) if start and _says_what(text[start:]) else None


def _pieces(text: str) -> list[tuple[int, str]]:
    """Return the parts of a message that may ask something, each with where it begins."""
    starts = [0, *(match.end() for match in _SEAM.finditer(text))]
    pieces = [(begin, text[begin:end].strip(" ,")) for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [(begin, piece) for begin, piece in pieces if piece]


def _asks(piece: str) -> bool:
    return _OPENS.match(piece) is not None or "?" in piece


def _of_one_kind(first: str, second: str) -> bool:
    """Whether two questions ask the same of two things: "how many minutes walking and how many jogging"."""
    one, other = _HOW_MUCH.search(first), _HOW_MUCH.search(second)
    return one is not None and other is not None and one[0].lower() == other[0].lower()


def _says_what(question: str) -> bool:
    """Whether a question says what it is about, or what kind of answer it wants."""
    if _LEFT_OPEN.search(question) or not (_OPENS.match(question) or len(question.split()) >= _FEWEST_WORDS):
        return False
    words = {word.lower() for word in _WORD.findall(question)}
    return bool(words - _NAMES_NOTHING) or _OF_A_KIND.search(question) is not None

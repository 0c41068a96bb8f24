"""What kind of run is named: "the treadmill one", "my long run", "the half was"."""

from __future__ import annotations

from typing import Final

from bot.nlu.pattern import Pattern

WAS: Final = (
    r"(?:was|were|is|=|should (?:be|have been|read|say)|shouldve been|ought to be|needs? to be|meant to be)"
    r"(?: (?:really|actually|only|just|in fact|more like|supposed to be|meant to be|a|at|about))*"
)
"""Before the right value of something."""
_CHANGES: Final = r"(?:change|set|correct|fix|update|edit|amend|adjust|make|put right)"
_KINDS: Final = (
    ("lap", r"laps?|lap session"),
    ("treadmill", r"treadmill|dreadmill|belt"),
    ("mile", r"miles?"),
    ("long", r"long"),
    ("tempo", r"tempo"),
    ("interval", r"intervals?"),
    ("track", r"track"),
    ("trail", r"trail"),
    ("hill", r"hills?|hilly"),
    ("race", r"race"),
    ("recovery", r"recovery"),
    ("easy", r"easy"),
    ("parkrun", r"parkrun"),
    ("half", r"half(?: marathon)?|hm"),
    ("marathon", r"(?:full )?marathon"),
    ("walk", r"walk(?:ing)?"),
    ("morning", r"morning"),
    ("evening", r"evening"),
    ("lunch", r"lunch(?:time)?"),
)
_KIND: Final = tuple(
    (
        kind,
        Pattern(
            rf"\b(?:the|that|my|todays|yesterdays) (?:{words})(?:(?: run| one| 1| session| jog| entry)\b| {WAS}\b)"
            rf"|\b{_CHANGES} (?:the|that|my) (?:{words})(?:(?:'s)? (?:time|distance|date))? (?:to|into|as|from)\b"
        ),
    )
    for kind, words in _KINDS
)
_LOOSE: Final = frozenset({"mile", "lap", "morning", "evening", "lunch", "easy", "long", "walk"})
"""Words that mean many other things."""
_WORD: Final = tuple((kind, Pattern(rf"\b(?:{words})\b")) for kind, words in _KINDS if kind not in _LOOSE)


def kind_named(text: str, *, anywhere: bool = False) -> str | None:
    """Return the kind of run a tidy text points at; `anywhere`, also where the word merely stands in it."""
    pointed = next((name for name, pattern in _KIND if pattern.search(text)), None)
    if pointed is not None or not anywhere:
        return pointed
    return next((name for name, pattern in _WORD if pattern.search(text)), None)

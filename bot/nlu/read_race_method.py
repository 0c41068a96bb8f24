"""Read what is asked of race predictions: their formula, its exponent, its error, whom it was tried on."""

from __future__ import annotations

from bot.nlu.frame import About
from bot.nlu.pattern import Pattern

_RACE_NAMED = Pattern(
    r"\b(?:riegel\w*|vickers|vertosick|exponent|1\.06|(?:race|marathon|time) predict(?:ion|or|ing)s?|vdot|v dot"
    r"|critical"
    r" (?:speed|power|velocity)|power[- ]duration|cameron|purdy|mcmillan|jack daniels|daniels(?=.*\b(?:formula|tables?"
    r"|method|vdot)))\b"
)
"""Words of race prediction, and of the ways to predict that we don't take."""
_RACE_ABOUT: tuple[tuple[About, Pattern], ...] = (
    ("rivals", Pattern(r"\b(?:vdot|v dot|critical|power[- ]duration|cameron|purdy|mcmillan|daniels)\b")),
    (
        "scope",
        Pattern(
            r"\bwhy\b[^?]{0,16}(?:\b1\.06|\bexponent)|\b1\.(?!06\b)[01]\d?\b"
            r"|\b(?:exponent|riegel\w*|1\.06)\b(?=.*\b(?:should\w*|correct\w*|adjust\w*|change|fix|raise|account\w*|higher"
            r"|lower|differ\w*|personal|individual|own|too|over\w*|under\w*|slow\w*)\b)"
            r"|\b(?:correct|adjust|change|fix|raise)\b[^.?!]{0,16}\b(?:the |your |its )?(?:exponent|riegel\w*)\b"
        ),
    ),
    (
        "error",
        Pattern(
            r"\b(?:errors?|rmse|mae|wrong|far (?:off|out)|accura\w+|precis\w+|bias\w*|sd|standard (?:error|deviation)"
            r"|residuals?|calibrat\w+|miss(?:es)?|mean absolute)\b"
        ),
    ),
    ("interval", Pattern(r"\b(?:range|intervals?|ci|band|bounds|spread|uncertain\w*|confidence)\b")),
    (
        "equation",
        Pattern(r"\b(?:formula|equation)\b|\bwhat(?:s| is| was)?(?: \w+)? exponent\b|^\W*(?:the )?exponent\W*$"),
    ),
    (
        "validation",
        Pattern(
            r"\b(?:vickers|vertosick)\b|\b(?:sample|people|runners|women|men|valid\w*|tested|fitted|checked|verified|works?"
            r"|holds?|reliable|good|trust|evidence|paper|stud(?:y|ies)|source)\b"
        ),
    ),
)


_OF_A_BODY = Pattern(r"\b(?:fat|weight|lose|loss|burn\w*|calories|kcal)\b")


def read_race_method(text: str) -> About | None:
    """Return what a text asks of race predictions by their own names: "why 1.06?", "was Vickers self-selected?"."""
    if not _RACE_NAMED.search(text) or _OF_A_BODY.search(text):
        return None
    return next((about for about, pattern in _RACE_ABOUT if pattern.search(text)), None)

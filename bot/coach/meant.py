"""Words to search for where people name their trouble in a roundabout way: food in their case."""

from __future__ import annotations

import re
from typing import Final

_WHAT_I_EAT: Final = re.compile(
    r"\b(?:help|advise|tell|guide)\b.{0,16}\bwhat (?:i|to|should i) eat(?: then| now)?\W*$", re.IGNORECASE
)
_FAT: Final = frozenset({"belly-fat", "fat-loss-in-months", "butt-smaller", "outrun-your-diet", "healthy-rate-of-loss"})


_EXPERT: Final = (
    (
        re.compile(r"\b(?:epoc|excess post[- ]?exercise oxygen(?: consumption)?)\b", re.IGNORECASE),
        "the afterburn after a run",
    ),
    (re.compile(r"\b(?:total |daily )?(?:energy|calorie|caloric|food) intake\b", re.IGNORECASE), "how much i eat"),
    (
        re.compile(
            r"\b(?:dietary |food |behaviou?ral )?compensat\w+(?: by eating(?: more)?| with food)?", re.IGNORECASE
        ),
        "does running make me hungry and eat more",
    ),
    (
        re.compile(
            r"\b(?:inter-?)?individual (?:differences?|variation|variability|responses?|responsiveness)|"
            r"\b(?:non-?)?responders?\b",
            re.IGNORECASE,
        ),
        "how people differ in how much fat a few months of running takes off",
    ),
    (
        re.compile(
            r"\b(?:constrained (?:total )?(?:energy|expenditure)(?: expenditure| model)*|energy compensation"
            r"|additive model)\b",
            re.IGNORECASE,
        ),
        "does the body save energy elsewhere, can you outrun your diet",
    ),
    (re.compile(r"\bfat oxidation\b", re.IGNORECASE), "fat-burning zone, share of fat used"),
    (
        re.compile(r"\b(?:substrate|fuel) (?:use|utili[sz]ation|selection)\b", re.IGNORECASE),
        "burning fat or carbs during a run",
    ),
    (re.compile(r"\b(?:aerobic|endurance) (?:exercise|training)\b", re.IGNORECASE), "running"),
    (re.compile(r"\b(?:resistance|weight) (?:exercise|training)\b", re.IGNORECASE), "lifting"),
    (re.compile(r"\bvisceral(?: adipose(?: tissue)?| fat)?\b|\bvat\b", re.IGNORECASE), "deep belly fat"),
    (
        re.compile(r"\b(?:tibiofemoral |knee )?(?:osteoarthritis|cartilage)\b|\bknee oa\b", re.IGNORECASE),
        "knee arthritis",
    ),
    (re.compile(r"\bbody composition\b", re.IGNORECASE), "body fat and muscle"),
    (re.compile(r"\b(?:glute(?:us)?|muscle) hypertrophy\b", re.IGNORECASE), "muscle growth"),
    (
        re.compile(r"\b(?:metabolic adaptation|adaptive thermogenesis)\b", re.IGNORECASE),
        "does metabolism slow down with fat loss",
    ),
)
"""Words of the trade, and how our articles say it."""


def search_words(question: str, subject: str | None) -> str:
    """Return a question in the words that find its article.

    Args:
        question: As it was asked.
        subject: Slug of the article the talk is about.
    """
    if subject in _FAT and _WHAT_I_EAT.search(question):
        return "food for fat loss, how much less to eat"
    return in_plain_words(question)


def in_plain_words(question: str) -> str:
    """Return a question with the words of the trade as our articles say them."""
    for term, plain in _EXPERT:
        question = term.sub(plain, question)
    return question

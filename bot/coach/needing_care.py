"""Whether a message tells what words of care are for, so that no article comes first."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.care_subjects import FOR_ANYBODY, NO_DANGER, Subject
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.care_topics import care_topics
from bot.nlu.pattern import Pattern

_MEANT_FOR_THE_YOUNG: Final[frozenset[Subject]] = frozenset({"shape", "lighter_faster", "say_what", "tell_nobody"})
"""Wishes of the young that an answer without weight and shape meets better than a refusal."""

_OF_A_MEAL: Final = Pattern(
    r"\b(?:lunch|breakfast|dinner|tea|snacks?|meals?)\b|\bbefore (?:a|the|my|our) (?:race|meet|match|game|run"
    r"|practice)\b",
    re.IGNORECASE,
)
_OF_AN_AMOUNT: Final = Pattern(
    r"\bhow (?:little|many|much)\b|\bcalor\w*|\bcals?\b|\bkcals?\b|\b(?:less|lighter|lose|losing|thin\w*|skinn\w*"
    r"|skip\w*"
    r"|diet\w*)\b",
    re.IGNORECASE,
)
"""Beside these it is an amount or a wish to eat less, which words of care meet."""


def needs_care(w: Workings) -> bool:
    """Whether the message tells what words of care are for: in a protected state, or for anybody."""
    state = permissions(w.runner).state
    topics = frozenset[Subject](care_topics(w.message.text)) - NO_DANGER
    if state not in {"recent_birth", "breast_feeding"}:
        topics = topics - {"tearful"}
    if state == "under_18":
        topics = topics - _MEANT_FOR_THE_YOUNG
        if _OF_A_MEAL.search(w.message.text) and not _OF_AN_AMOUNT.search(w.message.text):
            topics = topics - {"eating_how_much"}
    return bool(topics if state is not None else topics & FOR_ANYBODY)

"""What a message in a protected state leans on: the worry that was told some turns ago still stands.

"So how long?" after a heavy feeling, "I can make up for it" after a meal was in danger, "no, I'm serious": none of
these names its subject, and all of them must be answered by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.care_topics import CareTopic, care_topics
from bot.nlu.since_birth import SinceBirth, since_birth

Held = Literal["stay", "low_hold", "hold_running", "leaks_early"]
"""Subjects that no single message names."""

_RECENT: Final = 5
_JUST_NOW: Final = 2
_FOOD_IN_DANGER: Final[frozenset[CareTopic]] = frozenset(
    {"purge_urge", "purged", "not_eating", "compensated", "skips_meals", "compelled", "old_thoughts"}
)
_PAYS_BACK: Final = re.compile(
    r"\bmake (?:up for|it up)\b|\b(?:run|walk|burn|work) (?:it|that|this) off\b|\b(?:run|go) (?:again|longer"
    r"|further|more"
    r"|extra|twice|harder)\b|\b(?:do|did) (?:that|it) again\b|\bburn it\b|\bearn\b|\bit counts\b",
    re.IGNORECASE,
)
_LOW: Final[frozenset[CareTopic]] = frozenset({"mother_low", "low_mood"})
_SIGNS_TO_WAIT: Final[frozenset[CareTopic]] = frozenset({"heavy_feeling", "scar"})
_RUNNING: Final[frozenset[CareTopic]] = frozenset({"start", "how_often", "faster", "pace_goal"})
_NOT_YET: Final = re.compile(
    r"\b(?:how long|not running|no running|when (?:can|could|do|will|may|then)|wait|run (?:yet|then|again"
    r"|meanwhile)|can'?t run|can i (?:run|jog))\b",
    re.IGNORECASE,
)
_AFTER_THE_CHECK: Final = re.compile(
    r"\bafter (?:the|my|that|a) (?:check|appointment|physio|visit)|\b(?:physio|doctor|midwife|gp) (?:said|says)\b",
    re.IGNORECASE,
)
_ASKS_AGAIN: Final = re.compile(
    r"\b(?:just|please) answer\b|\bi (?:only |just )?(?:asked|meant|said|mean)\b|\b(?:didn'?t|not"
    r"|never) (?:answer\w*|listen\w*"
    r"|read)\b|\byou keep\b|\bnever asked\b",
    re.IGNORECASE,
)
_ADRIFT: Final = frozenset({"out_of_scope", "feeling", "smalltalk", "no", "dispute", "yes", "why", "set_profile"})
_EARLY_WEEKS: Final = 13.0
"""So long after a birth running waits for a check and for calm signs. [weeks]"""


def since_the_birth(w: Workings) -> SinceBirth | None:
    """Return how long ago the birth was, as far as this talk tells."""
    told = (w.message.text, *(one.said for one in reversed(w.memory.exchanges)))
    return next((since for text in told if (since := since_birth(text)) is not None), None)


def is_early(w: Workings) -> bool:
    """Whether the birth was so lately that a check comes before any running; unknown counts as early."""
    since = since_the_birth(w)
    return since is None or since.weeks < _EARLY_WEEKS


def leaning(w: Workings, found: tuple[CareTopic, ...]) -> tuple[CareTopic | Held, ...]:
    """Return what a message leans on beside what it names itself, the gravest first.

    Args:
        w: The turn.
        found: The topics the message names.
    """
    state = permissions(w.runner).state
    said = [set(care_topics(one.said)) for one in w.memory.exchanges[-_RECENT:]]
    earlier = set[CareTopic]().union(*said)
    just_now = set[CareTopic]().union(*said[-_JUST_NOW:])
    if state in {"recent_birth", "breast_feeding"}:
        return _after_a_birth(w, found, earlier)
    if earlier & _FOOD_IN_DANGER and _PAYS_BACK.search(w.message.text):
        return ("compensated",)
    if not found and just_now & _FOOD_IN_DANGER and w.frame.intent in _ADRIFT:
        return ("stay",)
    if not found and "teased" in just_now and w.frame.intent in _ADRIFT:
        return ("teased",)
    return _again(w, found, said)


def _after_a_birth(w: Workings, found: tuple[CareTopic, ...], earlier: set[CareTopic]) -> tuple[CareTopic | Held, ...]:
    text = w.message.text
    asks_to_run = "week_one" not in found and not _AFTER_THE_CHECK.search(text)
    asks_to_run &= bool(_RUNNING & set(found)) or _NOT_YET.search(text) is not None
    if asks_to_run and earlier & _SIGNS_TO_WAIT and not _SIGNS_TO_WAIT & set(found):
        return ("hold_running",)
    if "leaks" in found and is_early(w) and asks_to_run:
        return ("leaks_early",)
    if earlier & _LOW and not _LOW & set(found) and ({"alone", "worn_out"} & set(found) or w.frame.intent in _ADRIFT):
        return ("low_hold",)
    return _again(w, found, [set(care_topics(one.said)) for one in w.memory.exchanges[-_RECENT:]])


def _again(w: Workings, found: tuple[CareTopic, ...], said: list[set[CareTopic]]) -> tuple[CareTopic | Held, ...]:
    """Return the topic of a turn ago where somebody says that they were not answered."""
    if found or not _ASKS_AGAIN.search(w.message.text):
        return ()
    words = w.message.text.lower()
    named = [
        topic for topics in reversed(said) for topic in topics if any(word in words for word in _OF.get(topic, ()))
    ]
    newest = [topic for topics in reversed(said) for topic in topics]
    return tuple((named or newest)[:1])


_OF: Final[Mapping[CareTopic, tuple[str, ...]]] = {
    "loose_joints": ("hip", "knee", "joint"),
    "milk": ("milk",),
    "leaks": ("leak",),
    "hungry": ("hung",),
    "belly_gap": ("gap", "belly", "tummy"),
    "worn_out": ("tired", "energy"),
    "strength": ("exercise", "squat", "weights"),
}
"""Words by which a topic of some turns ago is named again."""

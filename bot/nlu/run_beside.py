"""Leave out the sizes that only place something else: "red two hours after my run", "sore since the 8 km on monday"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Dimension, Quantity
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME

_SIZED: Final[frozenset[Dimension]] = frozenset({"distance", "duration"})
_BEHIND: Final = Pattern(
    r"\b(?:after|since|(?<!day )before|during|past|(?<!back )(?<!home )(?<!just )from|at|by|between|of(?= (?:my|the"
    r"|an?) )"
    r"|in(?= the (?:last|first|final) )"
    r"|\bi (?:only |just )?have(?: only| just)?|slept|drove|driven|rested|waited|sat(?! in $)(?: (?!\d)\w+){1,3})"
    r"(?: i (?:ran|did|jogged|finished))?"
    rf"(?: (?:a|an|the|my|that|this|his|her|our|every|each|about|around|round|only|just|first|last|final|long|slow"
    rf"|easy|hard|running"
    rf"|jogging|doing|yesterdays?|todays?|(?:the )?(?:{DAY_NAME})(?: ?'?s)?|mile|km|kilometre|minute))* $"
)
"""Before a size that tells when or where something was felt."""
_HELD_ON: Final = Pattern(
    r"\b(?:stop(?:ped)?|quit|gave up|bailed(?: out)?|turned (?:back|round|around|home)|called it (?:a day|quits)"
    r"|packed it in) after(?: (?:about|only|just|around|the|a))* $"
)
"""Who stopped after a size has run it."""
_OF_A_RUN: Final = (
    r"(?:\w+ ){0,3}(?:runs?|running|ran|jogs?|jogging|races?|marathon|half|parkrun|training|workouts?|sessions?"
    r"|exercis\w*|finish\w*|stopp?\w*|\d+ ?k)\b"
)
_AHEAD_OF: Final = Pattern(
    rf" ?(?:or so |now )?(?:later|ago|into|in(?=$|[,.;]| and| my)|(?:after|before|since) {_OF_A_RUN})"
)
"""Behind a time that counts from a run or to one."""
_LEFT: Final = Pattern(
    r" ?(?:left|to go|short|slower|faster|quicker|behind|in front|away|from (?:my|the|home)|into|feels?|seems?|sounds?"
    r"|scares?|terrifies"
    r"|bores?)\b"
)
"""Behind what was not run, or not all of it."""


def told_of_the_run(said: Utterance) -> Utterance:
    """Return a clause without the distances and times that tell when something was felt and not how long a run was."""
    kept = tuple(item for item in said.items if item.dimension not in _SIZED or not _places(said, item))
    return said if len(kept) == len(said.items) else replace(said, items=kept)


def _places(said: Utterance, item: Quantity) -> bool:
    before, after = said.before(item, 48), said.after(item, 48)
    if _BEHIND.search(before) and not _HELD_ON.search(before):
        return True
    return _LEFT.match(after) is not None or (item.dimension == "duration" and _AHEAD_OF.match(after) is not None)

"""The way to a longer run in steps of a tenth: how many, how many weeks, and what the first one is."""

from __future__ import annotations

import math
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.needing_care import needs_care
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.longer_words import Stretch, goal_asked, longest_told, stretch
from bot.nlu.tidy import tidy
from bot.units import METRES_PER_MILE
from bot.voice.phrase import phrase

_ARTICLE: Final = "how-fast-to-increase"
_OPEN_TO: Final = frozenset({None, "under_18"})
_STEP: Final = 1.1
"""A run goes at most a tenth beyond the longest of the past month (Frandsen 2025)."""
_OF_FOUR: Final = 4.0 / 3.0
"""One week in four adds nothing."""
_HOLDS: Final = 8
"""Turns for which the longest run somebody told is remembered."""
_MARK: Final = "text:longer.plan"


def answer_longer(draft: Draft, w: Workings, library: Library) -> bool:
    """Give the way to a longer run to somebody whose longest is known; return whether it was asked."""
    article = library.articles.get(_ARTICLE)
    if article is None or w.frame.flags or permissions(w.runner).state not in _OPEN_TO or needs_care(w):
        return False
    if w.frame.intent.startswith(("reminder_", "log_run", "undo")):
        return False
    way = _way(w)
    if way is None:
        return False
    steps = math.ceil(math.log(way.goal_m / way.longest_m) / math.log(_STEP) - 1e-9)
    draft.say(
        "longer.plan",
        longest=phrase(_told(way.longest_m, way), "said"),
        goal=phrase(_told(way.goal_m, way), "said"),
        steps=phrase(str(steps), _MARK),
        weeks=phrase(str(math.ceil(steps * _OF_FOUR)), _MARK),
        first=phrase(_told(way.longest_m * _STEP, way), _MARK),
    )
    held = picking.of_part(article, "verdict")
    for passage, sentence in [one for one in picking.fresh(draft, held) if one[1].keys][:1]:
        draft.add(draft.quote(passage, sentence, library))
    return True


def _way(w: Workings) -> Stretch | None:
    text = tidy(w.message.text)
    lately = [tidy(one.said) for one in reversed(w.memory.exchanges[-_HOLDS:])]
    goal = goal_asked(text)
    if goal is None:
        return None
    told = (longest_told(one, unit_m=goal[1]) for one in (text, *lately))
    logged = max((run.distance_m or 0.0 for run in w.memory.runs), default=0.0)
    longest = next((one for one in told if one is not None), logged)
    return stretch(goal, longest)


def _told(metres: float, way: Stretch) -> str:
    """Return a distance in the unit it was told in, to a tenth."""
    return f"{round(metres / way.unit_m, 1):g} {'miles' if way.unit_m == METRES_PER_MILE else 'km'}"

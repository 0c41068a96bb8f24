"""Cut the minutes of a first outing into walking and jogging, the way home included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.coach.workings import Workings
from bot.nlu.session_split import minutes_of_session, tells_session
from bot.nlu.tidy import tidy

_JOG_MIN, _WALK_MIN = 1, 2
"""One round of the first week. [min]"""
_MOST_ROUNDS: Final = 6
_LONG_MIN: Final = 15
"""From here on there is time for the whole warm-up. [min]"""
_WARM_MIN, _SHORT_WARM_MIN, _HOME_MIN = 5, 3, 2
_HOLDS: Final = 8
"""Turns for which the minutes somebody has are remembered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outing:
    """How the minutes of an outing are spent; they add up to its length. [min]"""

    warm: int
    """Walking before the first jog."""
    rounds: int
    """How often one minute is jogged and two walked."""
    home: int
    """Walking after the last round."""

    @property
    def jogged(self) -> int:
        """Minutes of jogging in all."""
        return self.rounds * _JOG_MIN

    @property
    def walked(self) -> int:
        """Minutes of walking in all."""
        return self.warm + self.rounds * _WALK_MIN + self.home


def split(minutes: int) -> Outing:
    """Return how a session is cut up; what is left beyond six rounds is walked.

    Args:
        minutes: Its whole length with the way home, from 8 on. [min]

    Raises:
        ValueError: If it is too short for one round.
    """
    warm = _WARM_MIN if minutes >= _LONG_MIN else _SHORT_WARM_MIN
    rounds = min(_MOST_ROUNDS, (minutes - warm - _HOME_MIN) // (_JOG_MIN + _WALK_MIN))
    if rounds < 1:
        raise ValueError(minutes)
    left = minutes - warm - rounds * (_JOG_MIN + _WALK_MIN)
    return Outing(warm=warm, rounds=rounds, home=left)


def has_told_minutes(w: Workings) -> bool:
    """Whether one of the last turns told how many minutes there are for a run or a walk."""
    return any(tells_session(tidy(one.said)) for one in w.memory.exchanges[-_HOLDS:])


def minutes_told(w: Workings) -> int | None:
    """Return the length of the session they speak of: named now, else in one of the last turns. [min]"""
    now = minutes_of_session(tidy(w.message.text), bare=True)
    before = (minutes_of_session(tidy(one.said)) for one in reversed(w.memory.exchanges[-_HOLDS:]))
    return now or next((one for one in before if one is not None), None)

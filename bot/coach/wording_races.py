"""Word predicted race times."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.record_facts import RacePredicted
from bot.coach.workings import Workings
from bot.science.race_time import WELL_TESTED_TO_M
from bot.units import HALF_MARATHON_M, MARATHON_M
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_NAMED: Final = ((HALF_MARATHON_M, "half"), (MARATHON_M, "marathon"))
_SAME_M: Final = 300.0


def race_predicted(draft: Draft, fact: RacePredicted, w: Workings) -> None:
    """Say the times, what they come from, and how far the formula can be trusted."""
    allowed = permissions(w.runner)
    if not allowed.quoted_numbers:
        draft.say(f"coach.withheld.{allowed.state}")
        return
    licence = "said" if fact.run is None else "record:run"
    start = f"{formatting.distance(fact.distance_m, draft.units)} in {formatting.duration(fact.duration_s)}"
    known = phrase(start, licence)
    if fact.run is not None and fact.run.on_date != w.now.date():
        known = join([known, phrase(f"({formatting.day(fact.run.on_date)})", licence)])
    times = [
        draft.texts.say("own.race_time", race=_race(draft, target), time=draft.figure(estimate, "you"))
        for target, estimate in fact.times
    ]
    draft.say("own.race_times", start=known, times=join(times, ", "))
    far = any(target > WELL_TESTED_TO_M for target, _ in fact.times)
    draft.say("own.race_marathon" if far else "own.race_trust")
    draft.button("how", "v1:how")


def _race(draft: Draft, target_m: float) -> Phrase:
    name = next((name for metres, name in _NAMED if abs(metres - target_m) < _SAME_M), None)
    if name is not None:
        return draft.texts.say(f"own.race_name_{name}")
    return phrase(formatting.distance(target_m, draft.units), "said")

"""How a pace came about: of the run that is asked about, or of all runs of a stretch together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.coach.record_facts import PaceExplained
from bot.coach.told_runs import RUN_IDS, is_so_far
from bot.coach.workings import Workings
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE, pace_s_per_km

_SAME_S: Final = 1.5
"""A pace is named as it was shown, to the second."""


def pace_of_all(w: Workings, entities: Mapping[str, Any]) -> PaceExplained:
    """Return the timed runs of a stretch, all without one: their time over their distance is the mean pace."""
    since, until = _stretch(entities)
    return PaceExplained(runs=_timed(_within(w.memory.runs, since, until)), each=False, since=since, until=until)


def pace_of_one(w: Workings, entities: Mapping[str, Any]) -> PaceExplained:
    """Return the runs whose pace is asked about: of a day, of that pace, of that size, else the one told last.

    A pace that none of them has, and all of them together have, is the mean.
    """
    since, until = _stretch(entities)
    timed = _timed(_within(w.memory.runs, since, until))
    pace, metres = entities.get("pace_s_per_km"), entities.get("distance_m")
    alike = [run for run in timed if pace is not None and _is_at(_pace([run]), pace)]
    alike = alike or [run for run in timed if metres is not None and is_so_far(run, metres)]
    if alike:
        return PaceExplained(runs=tuple(alike), each=True)
    if since is not None:
        return PaceExplained(runs=timed, each=True, since=since, until=until)
    if pace is not None:
        mean = timed if len(timed) > 1 and _is_at(_pace(timed), pace) else ()
        return PaceExplained(runs=mean, each=not mean)
    return PaceExplained(runs=_told_last(w, timed), each=True)


def _told_last(w: Workings, timed: Sequence[Run]) -> tuple[Run, ...]:
    told = {name for one in w.memory.exchanges[-1:] for name in one.entities.get(RUN_IDS, ())}
    return tuple(run for run in timed if run.run_id in told) or tuple(timed[:1])


def _is_at(pace: float, named: float) -> bool:
    """Whether a pace is the one that was named, a kilometre or a mile."""
    return any(abs(pace * unit - named * of) < _SAME_S for unit, of in ((1.0, 1.0), (_MILES, 1.0), (_MILES, _MILES)))


_MILES: Final = METRES_PER_MILE / METRES_PER_KM


def _pace(runs: Sequence[Run]) -> float:
    return pace_s_per_km(
        distance_m=sum(run.distance_m or 0.0 for run in runs), duration_s=sum(run.duration_s or 0.0 for run in runs)
    )


def _timed(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if run.gait == "run" and run.distance_m and run.duration_s)


def _within(runs: Sequence[Run], since: date | None, until: date | None) -> list[Run]:
    return [run for run in runs if (since or date.min) <= run.on_date <= (until or date.max)]


def _stretch(entities: Mapping[str, Any]) -> tuple[date | None, date | None]:
    since, until = (date.fromisoformat(one) if one else None for one in (entities.get("since"), entities.get("until")))
    return since, until

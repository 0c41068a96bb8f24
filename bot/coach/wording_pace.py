"""Word how a pace came about: the time, the distance, and the one over the other."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.record_facts import PaceExplained
from bot.coach.run_units import units_of_run
from bot.coach.wording_logs import count_of, total_of
from bot.coach.wording_stretch import period_of
from bot.coach.workings import Workings
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE, Units, pace_s_per_km
from bot.voice import formatting
from bot.voice.phrase import Phrase, phrase

_RUNS: Final = "record:runs"
_RUN: Final = "record:run"
_MOST: Final = 3


def pace_explained(draft: Draft, fact: PaceExplained, w: Workings) -> None:
    """Give a pace with what it is divided out of; without a run to show it on, the rule alone."""
    if not permissions(w.runner).quoted_numbers or (not fact.runs and not fact.each):
        draft.say("own.pace_method")
    elif not fact.runs:
        draft.say("own.pace_of_none")
    elif fact.each:
        for run in fact.runs[:_MOST]:
            _one(draft, run, w)
            draft.new_paragraph()
    else:
        metres = sum(run.distance_m or 0.0 for run in fact.runs)
        seconds = sum(run.duration_s or 0.0 for run in fact.runs)
        mean = pace_s_per_km(distance_m=metres, duration_s=seconds)
        draft.say(
            "own.pace_sum",
            pace=draft.sum(lambda units: formatting.pace(mean, units), _RUNS),
            period=period_of(draft, fact.since, fact.until, w),
            time=phrase(formatting.duration(seconds), _RUNS),
            distance=total_of(draft, fact.runs),
            count=count_of(draft, fact.runs),
        )
        draft.say("own.pace_method")


def _one(draft: Draft, run: Run, w: Workings) -> None:
    """Say one run's division in the units it was told in, then in the others."""
    first = units_of_run(w, run)
    other: Units = "metric" if first == "imperial" else "imperial"
    draft.say(
        "own.pace_of",
        day=phrase(formatting.day(run.on_date), _RUN),
        time=phrase(formatting.duration(run.duration_s or 0.0), _RUN),
        distance=_far(run, first),
        pace=_fast(run, first),
        other=_far(run, other),
        other_pace=_fast(run, other),
    )


def _far(run: Run, units: Units) -> Phrase:
    metres = run.distance_m or 0.0
    unit, of = ("miles", METRES_PER_MILE) if units == "imperial" else ("km", METRES_PER_KM)
    return phrase(formatting.in_its_unit(metres / of, unit), _RUN)


def _fast(run: Run, units: Units) -> Phrase:
    pace = pace_s_per_km(distance_m=run.distance_m or 0.0, duration_s=run.duration_s or 0.0)
    return phrase(formatting.pace(pace, units), _RUN)

"""Word the sums of a stretch of days: how often, how far, how long, how fast; and two stretches side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.coach.draft import Draft
from bot.coach.record_facts import DistanceToGo, StretchesCompared
from bot.coach.wording_logs import count_of, total_of
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.training.run import Run
from bot.units import pace_s_per_km
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_RUNS: Final = "record:runs"
_OF_PACE: Final = Pattern(r"\b(?:pace|fast\w*|quick\w*|slow\w*|speed)\b", re.IGNORECASE)
_SAME_M: Final = 50.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Sums:
    """What the runs of a stretch come to."""

    distance_m: float
    """Of all runs and walks with a distance."""
    duration_s: float
    """Of all runs and walks with a time."""
    pace_s_per_km: float | None
    """Of the runs that have both: all their time over all their distance."""
    whole: bool
    """Whether distance, time and pace are of the same runs."""


def sums_of(runs: Sequence[Run]) -> Sums:
    """Add runs up."""
    timed = [run for run in runs if run.gait == "run" and run.distance_m and run.duration_s]
    metres, seconds = (sum(run.distance_m or 0.0 for run in timed), sum(run.duration_s or 0.0 for run in timed))
    return Sums(
        distance_m=sum(run.distance_m or 0.0 for run in runs),
        duration_s=sum(run.duration_s or 0.0 for run in runs),
        pace_s_per_km=pace_s_per_km(distance_m=metres, duration_s=seconds) if timed else None,
        whole=len(timed) == len(runs),
    )


def summary(draft: Draft, runs: Sequence[Run], *, since: date | None, until: date | None, w: Workings) -> None:
    """Say in one line how often, how far, how long and how fast a stretch was run."""
    period = period_of(draft, since, until, w)
    draft.say("log.summary", count=count_of(draft, runs), period=period, sums=_sums(draft, runs, whole_only=True))
    if not sums_of(runs).whole and sums_of(runs).pace_s_per_km is not None:
        timed = [run for run in runs if run.gait == "run" and run.distance_m and run.duration_s]
        draft.say("log.pace_of_timed", count=count_of(draft, timed), sums=_sums(draft, timed))


def compared(draft: Draft, fact: StretchesCompared, w: Workings) -> None:
    """Put two stretches side by side, say how much farther one went, and whether one of them still goes on."""
    for (since, until), runs in zip(fact.stretches, fact.runs, strict=True):
        period = period_of(draft, since, until, w)
        if runs:
            draft.say("log.side", period=period, count=count_of(draft, runs), sums=_sums(draft, runs))
        else:
            draft.say("log.side_none", period=period)
        draft.new_paragraph()
    if not all(fact.runs):
        return
    first, second = (sums_of(runs).distance_m for runs in fact.runs)
    apart = phrase(formatting.distance(abs(first - second), draft.units), _RUNS)
    name = "same" if abs(first - second) < _SAME_M else "more" if first > second else "less"
    _quicker(draft, fact, w)
    draft.say(f"log.side_{name}", apart=apart, period=period_of(draft, *fact.stretches[0], w))


def _quicker(draft: Draft, fact: StretchesCompared, w: Workings) -> None:
    """Say by how much the pace differed, where it was asked about."""
    first, second = (sums_of(runs).pace_s_per_km for runs in fact.runs)
    if first is None or second is None or not _OF_PACE.search(w.message.text) or round(first) == round(second):
        return
    quicker = fact.stretches[0] if first < second else fact.stretches[1]
    by = phrase(formatting.pace(abs(first - second), draft.units), _RUNS)
    draft.say("log.side_quicker", by=by, period=period_of(draft, *quicker, w))


def to_go(draft: Draft, fact: DistanceToGo, w: Workings) -> None:
    """Say how much is left to a distance aimed at, without any push to run it."""
    slots = {
        "target": phrase(formatting.distance(fact.target_m, draft.units), "said"),
        "done": phrase(formatting.distance(fact.done_m, draft.units), _RUNS),
        "period": period_of(draft, fact.since, fact.until, w),
    }
    left = fact.target_m - fact.done_m
    if left < _SAME_M:
        draft.say("log.to_go_done", **slots)
    else:
        draft.say("log.to_go", left=phrase(formatting.distance(left, draft.units), _RUNS), **slots)


def _sums(draft: Draft, runs: Sequence[Run], *, whole_only: bool = False) -> Phrase:
    """Return sums as a list: `26.1 km in 2:16:10, 5:13/km on average`; a pace of all or, if wished, of none."""
    sums = sums_of(runs)
    parts = []
    if sums.distance_m and sums.duration_s and sums.whole:
        in_time = phrase(f" in {formatting.duration(sums.duration_s)}", _RUNS)
        parts.append(total_of(draft, runs) + in_time)
    elif sums.distance_m:
        parts.append(total_of(draft, runs))
    elif sums.duration_s:
        parts.append(phrase(formatting.minutes(sums.duration_s), _RUNS))
    if sums.pace_s_per_km is not None and (sums.whole or not whole_only):
        pace = sums.pace_s_per_km
        mean = draft.sum(lambda units: formatting.pace(pace, units), _RUNS)
        parts.append(draft.texts.say("log.on_average", pace=mean))
    return join(parts, ", ")


def period_of(draft: Draft, since: date | None, until: date | None, w: Workings) -> Phrase:
    """Return a stretch of days as people say it: `this week`, `this month`, `from Mon 16 Nov to Sun 22 Nov`."""
    today = w.now.date()
    monday = today - timedelta(days=today.weekday())
    first_of_month = today.replace(day=1)
    last_month = first_of_month - timedelta(days=1)
    named = {
        (today, today): "today",
        (today - timedelta(days=1), today - timedelta(days=1)): "yesterday",
        (monday, today): "this_week",
        (monday - timedelta(days=7), monday - timedelta(days=1)): "last_week",
        (first_of_month, today): "this_month",
        (last_month.replace(day=1), last_month): "last_month",
        (today.replace(month=1, day=1), today): "this_year",
        (None, None): "so_far",
    }
    name = named.get((since, until))
    if name is not None:
        return draft.texts.say(f"log.period.{name}")
    first, last = since or date.min, until or today
    if first == last:
        return draft.texts.say("log.period.on", day=phrase(formatting.day(first), "said"))
    return draft.texts.say(
        "log.period.between",
        since=phrase(formatting.day(first), "said"),
        until=phrase(formatting.day(last), "said"),
    )

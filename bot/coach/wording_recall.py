"""Word what is looked up in the log: runs of a stretch of days, their sums and paces, and weigh-ins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean, stdev
from typing import Final

from bot.coach.draft import Draft
from bot.coach.facts import RunsRecalled, WeighInsRecalled
from bot.coach.wording_figures import ASKS_ERROR
from bot.coach.wording_logs import count_of, details, total_of
from bot.coach.wording_stretch import period_of, summary
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.training.run import Run
from bot.units import pace_s_per_km
from bot.voice import formatting
from bot.voice.phrase import join, phrase

_LISTED: Final = 5
_MEAN_OF_DAYS: Final = 28
_WEIGH_INS_LISTED: Final = 10
_PACES: Final = 8
_WEEKS: Final = 8
_OLDEST_FIRST: Final = Pattern(
    r"\boldest (?:one |run )?first\b|\bchronolog\w+|\bin order of (?:day|date)\b", re.IGNORECASE
)
_SHOWS_SUM: Final = Pattern(
    r"\bhow\b.{0,16}\b(?:computed|calculated|worked out)\b|\bcomputed how\b|\bcalculated how\b", re.IGNORECASE
)
_SAME_PACE_S: Final = 3.0
"""Seconds a kilometre that nobody feels."""
_FEWEST_OF_A_SPREAD: Final = 3
_LISTED_OF_A_STRETCH: Final = 7


_COMPLAINTS: Final = frozenset({"missed", "too_many"})
"""A run is missing from the log, or one stands there that was never run."""


def runs_recalled(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Answer a question about the log with just what was asked."""
    if not fact.runs and fact.measure not in _COMPLAINTS:
        draft.say(
            "log.none" if not w.memory.runs else "log.none_then", period=period_of(draft, fact.since, fact.until, w)
        )
    else:
        _what_was_asked(draft, fact, w)


def _what_was_asked(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    one: Mapping[str | None, Callable[[], Run | None]] = {
        "last": lambda: fact.runs[0],
        "longest": lambda: max(fact.runs, key=lambda run: run.distance_m or 0.0),
        "slowest": lambda: max((run for run in fact.runs if _pace(run)), key=_pace, default=None),
        "fastest": lambda: min((run for run in fact.runs if _pace(run)), key=_pace, default=None),
    }
    if fact.measure in one:
        run = one[fact.measure]()
        if run is None:
            draft.say("log.no_pace")
        else:
            _say_one(draft, fact, run, w)
    elif fact.measure in _SEVERAL:
        _SEVERAL[fact.measure](draft, fact, w)
    elif fact.measure is None and fact.since is not None:
        _of_a_stretch(draft, fact, w)
    elif fact.measure is not None and fact.measure not in _COMPLAINTS:
        draft.say(
            "log.total",
            period=period_of(draft, fact.since, fact.until, w),
            count=count_of(draft, fact.runs),
            distance=total_of(draft, fact.runs),
        )
    else:
        _overview(draft, fact, w)
        if fact.measure in _COMPLAINTS:
            draft.new_paragraph()
            draft.say(f"log.{fact.measure}")


def _say_one(draft: Draft, fact: RunsRecalled, run: Run, w: Workings) -> None:
    """Say one run; where it is the longest or quickest of some days alone, of which."""
    told = join(details(draft, run, w), ", ")
    if fact.measure == "last" or fact.since is None:
        draft.say(f"log.{fact.measure}", run=told)
    else:
        draft.say(f"log.{fact.measure}_of", run=told, period=period_of(draft, fact.since, fact.until, w))


def _of_a_stretch(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Sum a stretch up, and list its runs where they are few."""
    _summary(draft, fact, w)
    if 1 < len(fact.runs) <= _LISTED_OF_A_STRETCH:
        draft.new_paragraph()
        draft.add(
            join((draft.texts.say("log.item", run=join(details(draft, run, w), ", ")) for run in fact.runs), "\n")
        )


def _summary(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    summary(draft, fact.runs, since=fact.since, until=fact.until, w=w)


def _runs_of_day(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    for run in fact.runs:
        draft.say("log.item", run=join(details(draft, run, w), ", "))
        draft.new_paragraph()


def _weekly_mean(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say the mean week of a stretch, of the last four weeks without one."""
    until = min(fact.until or w.now.date(), w.now.date())
    since = fact.since or until - timedelta(days=_MEAN_OF_DAYS - 1)
    runs = [run for run in fact.runs if since <= run.on_date <= until]
    if not runs:
        draft.say("log.none_then", period=period_of(draft, since, until, w))
        return
    weeks = max(1.0, ((until - max(since, min(run.on_date for run in runs))).days + 1) / 7)
    metres = sum(run.distance_m or 0.0 for run in runs) / weeks
    draft.say(
        "log.weekly_mean",
        distance=phrase(formatting.distance(metres, draft.units), "record:runs"),
        count=count_of(draft, runs),
        since=phrase(formatting.day(min(run.on_date for run in runs)), "record:runs"),
    )


def _each(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say how far a run goes on average."""
    sized = [run for run in fact.runs if run.distance_m]
    if not sized:
        draft.say("log.no_pace")
        return
    mean = sum(run.distance_m or 0.0 for run in sized) / len(sized)
    draft.say(
        "log.each",
        distance=phrase(formatting.distance(mean, draft.units), "record:runs"),
        count=count_of(draft, sized),
        period=period_of(draft, fact.since, fact.until, w),
    )
    if _SHOWS_SUM.search(w.message.text):
        draft.say("log.sum_each", distance=total_of(draft, sized), count=count_of(draft, sized))


def _spread(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say how far single paces lie from their mean, as a standard deviation."""
    paces = [_pace(run) for run in fact.runs if run.gait == "run" and _pace(run)]
    if len(paces) < _FEWEST_OF_A_SPREAD:
        draft.say("log.spread_few")
        return
    draft.say(
        "log.spread",
        sd=phrase(formatting.pace(stdev(paces), draft.units), "record:runs"),
        mean=phrase(formatting.pace(fmean(paces), draft.units), "record:runs"),
        count=count_of(draft, fact.runs),
    )


def _overview(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """List the newest runs, this week's sum, and how the pace went."""
    if not fact.runs:
        draft.say("log.none")
        return
    lines = []
    for run in fact.runs[:_LISTED]:
        told = join(details(draft, run, w), ", ")
        today = run.on_date == w.now.date()
        lines.append(draft.texts.say("log.item_today" if today else "log.item", run=told))
    if _OLDEST_FIRST.search(w.message.text):
        lines.reverse()
    draft.say("log.overview", runs=join(lines, "\n"))
    draft.new_paragraph()
    monday = w.now.date() - timedelta(days=w.now.date().weekday())
    week = [run for run in fact.runs if run.on_date >= monday]
    if week:
        draft.say("log.this_week", count=count_of(draft, week), distance=total_of(draft, week))


def _pace_of_all(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    _mean_pace(draft, fact, w)
    _paces(draft, fact.runs)
    left = [run for run in fact.runs if run.gait == "run" and not _pace(run)]
    if left and len(left) < len(fact.runs):
        draft.say("log.left_out", count=count_of(draft, left))


def _mean_pace(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say the pace of all timed runs together: their time over their distance."""
    timed = [run for run in fact.runs if run.gait == "run" and _pace(run)]
    if len(timed) < 2:
        return
    mean = pace_s_per_km(
        distance_m=sum(run.distance_m or 0.0 for run in timed), duration_s=sum(run.duration_s or 0.0 for run in timed)
    )
    draft.say(
        "log.pace_mean",
        pace=draft.sum(lambda units: formatting.pace(mean, units), "record:runs"),
        count=count_of(draft, timed),
        period=period_of(draft, fact.since, fact.until, w),
    )


def _paces(draft: Draft, runs: Sequence[Run]) -> None:
    """Say how the pace went over the newest runs, oldest first; a slower one is no step back, said once a talk."""
    every = [run for run in runs if run.gait == "run" and _pace(run)]
    timed = every[:_PACES]
    if not timed:
        draft.say("log.no_pace")
        return
    paces = [phrase(formatting.pace(_pace(run), draft.units), "record:runs") for run in reversed(timed)]
    if len(timed) == 1:
        draft.say("log.pace_one", paces=draft.sum(lambda units: formatting.pace(_pace(timed[0]), units), "record:runs"))
        return
    draft.say("log.pace_each" if timed == every else "log.pace_each_latest", paces=join(paces, ", "))
    apart = _pace(timed[0]) - _pace(timed[-1])
    if apart < -_SAME_PACE_S:
        draft.say("log.pace_faster")
    elif apart > _SAME_PACE_S and not draft.ever_asked("log.pace_slower"):
        draft.say("log.pace_slower")


def _energy(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    if fact.energy is None:
        draft.pending = "weight_kg"
        draft.say("coach.ask_weight")
        return
    figure = draft.figure(fact.energy, "you")
    draft.say(
        "log.energy",
        period=period_of(draft, fact.since, fact.until, w),
        count=count_of(draft, fact.runs),
        figure=figure,
    )
    if ASKS_ERROR.search(w.message.text):
        draft.say("coach.cost.error")
    draft.button("how", "v1:how")


def _weeks(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say the weeks one by one, those without a run too: what a chart would show."""
    today = w.now.date()
    monday = today - timedelta(days=today.weekday())
    first = min(run.on_date for run in fact.runs)
    lines = []
    for back in range(_WEEKS):
        since = monday - timedelta(days=7 * back)
        until = since + timedelta(days=6)
        if until < first:
            break
        runs = [run for run in fact.runs if since <= run.on_date <= until]
        period = period_of(draft, since, min(until, today), w)
        if runs:
            distance, count = total_of(draft, runs), count_of(draft, runs)
            lines.append(draft.texts.say("log.week_item", period=period, distance=distance, count=count))
        else:
            lines.append(draft.texts.say("log.week_none", period=period))
    draft.say("log.weeks", weeks=join(reversed(lines), "\n"))


def _streak(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say how many days in a row were run, up to today or yesterday; a day without a run ends nothing but a count."""
    first, last = _in_a_row(fact.runs)[-1]
    going = w.now.date() - last <= timedelta(days=1) and first < last
    _say_row(draft, "log.streak" if going else "log.streak_none", first, last)


def _longest_streak(draft: Draft, fact: RunsRecalled, _w: Workings) -> None:
    """Say the most days in a row that were run, the newest of several as long."""
    first, last = max(_in_a_row(fact.runs), key=lambda row: (row[1] - row[0], row[1]))
    _say_row(draft, "log.longest_streak" if first < last else "log.longest_streak_none", first, last)


def _say_row(draft: Draft, name: str, first: date, last: date) -> None:
    draft.say(
        name,
        n=phrase(str((last - first).days + 1), "record:runs"),
        since=phrase(formatting.day(first), "record:run"),
        day=phrase(formatting.day(last), "record:run"),
    )


def _in_a_row(runs: Sequence[Run]) -> list[tuple[date, date]]:
    """Return the first and last day of each row of days with a run, the oldest row first."""
    rows: list[tuple[date, date]] = []
    for day in sorted({run.on_date for run in runs}):
        if rows and day - rows[-1][1] == timedelta(days=1):
            rows[-1] = (rows[-1][0], day)
        else:
            rows.append((day, day))
    return rows


def _last_was(draft: Draft, fact: RunsRecalled, w: Workings) -> None:
    """Say what the newest change of the log did, and which run it was of."""
    shown = [join(details(draft, run, w), ", ") for run in fact.runs[:_LISTED]]
    draft.say(f"log.{fact.measure}", runs=join(shown, "; "))


_SEVERAL: Final[Mapping[str | None, Callable[[Draft, RunsRecalled, Workings], None]]] = {
    "kcal": _energy,
    "pace": _pace_of_all,
    "day": _runs_of_day,
    "weekly": _weekly_mean,
    "summary": _summary,
    "each": _each,
    "spread": _spread,
    "weeks": _weeks,
    "streak": _streak,
    "longest_streak": _longest_streak,
    "last_was_changed": _last_was,
    "last_was_added": _last_was,
    "last_was_both": _last_was,
    "last_was_gone": _last_was,
}
"""What is said of all runs of a stretch together, besides how many and how far."""


def _pace(run: Run) -> float:
    """Return the pace of a run in s/km, 0 where it is unknown."""
    if not run.distance_m or not run.duration_s:
        return 0.0
    return pace_s_per_km(distance_m=run.distance_m, duration_s=run.duration_s)


def weigh_ins_recalled(draft: Draft, fact: WeighInsRecalled) -> None:
    """List the newest weigh-ins, and how the weight went from the first to the last of them."""
    if not fact.weigh_ins:
        draft.say("log.no_weigh_ins")
        return
    shown = fact.weigh_ins[:_WEIGH_INS_LISTED]
    items = [
        draft.texts.say(
            "log.weigh_in",
            day=phrase(formatting.day(one.on_date), "record:weigh_in"),
            weight=phrase(formatting.weighed(one.weight_kg, draft.units), "record:weigh_in"),
        )
        for one in reversed(shown)
    ]
    draft.say("log.weigh_ins", items=join(items, ", "))
    if len(shown) > 1:
        draft.say("log.weight_noise")

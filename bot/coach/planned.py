"""Where somebody is in their first plan: whether the talk stands on it, their days, the next outing.

Nothing is stored for it: it is read off the remembered turns, the reminders and the log, as the thread of a talk is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bot.coach.which_reminder import living
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.nlu.weekdays import WEEK, weekdays
from bot.training.run import Run

PLAN_ARTICLE: Final = "start-running"
_OF_THE_PLAN: Final = frozenset({PLAN_ARTICLE, "first-weeks-doubts", "first-runs-body", "a-year-after-birth"})
"""Articles for those who begin: talk of them stands on the plan as well."""
_HOLDS: Final = 8
"""Turns for which short words still lean on the plan."""
_NEAR: Final = 3
_SEVERAL: Final = 2
_ROUTINE_RUNS, _ROUTINE_KM_PER_WEEK = 6, 10
"""From so many logged runs, or so much a week, the first week is not what is asked for."""
_NO_DAYS: Final = ("log_", "reminder_delete", "red_flag")


_WISHES: Final = Pattern(
    r"\b(?:want|wanna|like|try|going|hoping|hope|thinking)\b.{0,16}\b(?:start|begin|take up|get into)\b.{0,12}"
    r"\b(?:run|running|jog|jogging)\b",
    re.IGNORECASE,
)
"""Days told after such words are those of the first plan."""


_JUST_NOW: Final = 2
"""Turns for which it holds that somebody has not run yet."""
_NEVER_RAN: Final = Pattern(
    r"\b(?:never (?:ran|run|jogged|been (?:a runner|running))|(?:have ?n[o']?t|haven'?t|did ?n[o']?t|didn'?t|not|don'?t"
    r"|do not)"
    r" (?:even |actually |really )?(?:run|ran|running|jog|jogged|been running|started(?: running| yet)?"
    r"|start(?:ed)? yet)"
    r"(?: at all| yet| so far| now| before)?(?=\W|$| (?:so|and|but|what))|before (?:my|the) first (?:run|jog)"
    r"|(?:total|complete|absolute) beginner)\b",
    re.IGNORECASE,
)
_HAS_RUN: Final = Pattern(
    r"\b(?:i (?:just |only )?(?:ran|jogged)|after (?:my|the|every|each|a) (?:\w+ )?runs?|when(?:ever)? i (?:run|jog)"
    r"|(?:on|during|in) my runs?|since i (?:run|jog|started)|my last run|went (?:running|jogging|for a (?:run|jog)))\b",
    re.IGNORECASE,
)


def begins(w: Workings) -> bool:
    """Whether somebody is at the beginning, as far as is known."""
    known = w.runner.runs_now_km_per_week
    return len(w.memory.runs) < _ROUTINE_RUNS and (known is None or known < _ROUTINE_KM_PER_WEEK)


def has_not_run(w: Workings) -> bool:
    """Whether somebody says that they have not run yet, so that there is no running to cut down."""
    if any(run.gait == "run" for run in w.memory.runs):
        return False
    said = [w.message.text, *(one.said for one in w.memory.exchanges[-_JUST_NOW:])]
    if any(_HAS_RUN.search(text) for text in said):
        return False
    return w.runner.runs_now_km_per_week == 0 or any(_NEVER_RAN.search(text) for text in said)


def says_no_run_yet(text: str) -> bool:
    """Whether a message says that they have not run yet."""
    return _NEVER_RAN.search(text) is not None and _HAS_RUN.search(text) is None


def stands_on_plan(w: Workings) -> bool:
    """Whether the plan was told in one of the last turns, or they said that they don't run yet."""
    if w.runner.runs_now_km_per_week == 0:
        return True
    if any(one.intent == "feeling" for one in w.memory.exchanges[-_JUST_NOW:]) and is_about_plan(w):
        return True  # a small outing was named beside the feeling
    if any(_WISHES.search(one.said) for one in w.memory.exchanges[-_HOLDS:]):
        return True
    return any(_of_plan(one.reply.citations[0].article) for one in w.memory.exchanges[-_HOLDS:] if one.reply.citations)


def is_newest(w: Workings, library: Library) -> bool:
    """Whether the plan is what the talk was about last, with nothing figured since."""
    subject = w.thread.article(library)
    return subject is not None and _of_plan(subject.slug) and is_about_plan(w)


def is_about_plan(w: Workings) -> bool:
    """Whether nothing was figured in the last turns, so that "next week" means the plan's."""
    return not any(one.reply.figures and one.intent != "log_run" for one in w.memory.exchanges[-_NEAR:])


def plan_days(w: Workings) -> tuple[str, ...]:
    """Return the weekdays they go on: as said last in the talk, else those of their reminders; empty if unknown."""
    told = [(w.message.text, w.frame.intent), *((one.said, one.intent) for one in reversed(w.memory.exchanges))]
    for said, intent in told:
        named = None if intent.startswith(_NO_DAYS) else weekdays(tidy(said))
        if named is not None and _SEVERAL <= len(named.days) < len(WEEK):
            return named.days
    rung = {day for one in living(w) for day in one.schedule.days}
    return tuple(day for day in WEEK if day in rung)


def next_outing(w: Workings, days: tuple[str, ...]) -> date | None:
    """Return the next date to go: the next of their days, else two days after the last run; None if neither is known.

    Args:
        w: The turn.
        days: Their weekdays, may be empty.
    """
    today, last = w.now.date(), last_run(w)
    went_today = last is not None and last.on_date == today
    if days:
        ahead = (today + timedelta(days=step) for step in range(1 if went_today else 0, 8))
        return next(on for on in ahead if WEEK[on.weekday()] in days)
    if last is None or today - last.on_date > timedelta(days=1):
        return None
    return last.on_date + timedelta(days=2)


def coming(day: str, today: date) -> date:
    """Return the next date that is this weekday, today included."""
    return today + timedelta(days=(WEEK.index(day) - today.weekday()) % len(WEEK))


def last_run(w: Workings) -> Run | None:
    """Return the newest run or walk told."""
    return max(w.memory.runs, key=lambda run: run.on_date, default=None)


def in_a_row(days: tuple[str, ...]) -> bool:
    """Whether two of these weekdays are next to each other."""
    places = {WEEK.index(day) for day in days}
    return any((place + 1) % len(WEEK) in places for place in places)


def _of_plan(slug: str) -> bool:
    return slug in _OF_THE_PLAN

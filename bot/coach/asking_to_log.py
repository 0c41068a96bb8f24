"""Ask whether what may be no report is to be logged, and log it on a yes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.coach import logbook
from bot.coach.doubting import DOUBTED, LOG_IT
from bot.coach.draft import Draft
from bot.coach.facts import Doubted, Fact, RunKept, WeighInKept
from bot.coach.wording_logs import details, runs_kept, weigh_in_kept
from bot.coach.wording_records import WEIGH_IN_DAYS, keep_daily
from bot.coach.workings import Workings
from bot.voice.phrase import join


def ask(draft: Draft, fact: Doubted, w: Workings) -> None:
    """Say that nothing was logged and why, and offer to."""
    if draft.pending == LOG_IT:
        return  # asked of an earlier one of this message, in words for all of them
    draft.kind = "clarify"
    draft.pending = LOG_IT
    several = len(w.frame.entities.get(DOUBTED, ())) > 1
    if fact.like is not None:
        draft.say("log.same_several" if several else "log.same", run=join(details(draft, fact.like, w), ", "))
    else:
        draft.say("log.shall_i_several" if several else "log.shall_i")
    draft.button("log_it", "v1:say:yes")
    draft.button("no", "v1:say:no")


def agreed(draft: Draft, w: Workings, pending: str | None) -> bool:
    """Keep what an open question held back; return whether one did."""
    if pending == WEIGH_IN_DAYS:
        keep_daily(draft, w)
    elif pending == LOG_IT:
        _keep(draft, w)
    else:
        return False
    return True


def _keep(draft: Draft, w: Workings) -> None:
    asked = w.thread.asked
    facts = [_kept(w, told) for told in (asked.entities.get(DOUBTED, ()) if asked is not None else ())]
    runs = [fact for fact in facts if isinstance(fact, RunKept)]
    if runs:
        runs_kept(draft, runs, w)
    for fact in facts:
        if isinstance(fact, WeighInKept):
            weigh_in_kept(draft, fact, w)
    if not facts:
        draft.say("coach.no_heard")


def _kept(w: Workings, told: Mapping[str, Any]) -> Fact:
    return logbook.log_weight(w, told) if "weight_kg" in told else logbook.keep_held_back(w, told)

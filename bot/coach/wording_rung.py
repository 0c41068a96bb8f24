"""Word what became of reminders that were due: sent, in doubt, skipped or failed; never more than the ledger says."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from bot.coach.draft import Draft
from bot.coach.reminder_facts import RungRecalled
from bot.coach.workings import Workings
from bot.reminders.delivery import ReminderDelivery
from bot.voice import formatting
from bot.voice.phrase import Phrase, phrase

_RECORD: Final = "record:delivery"
_REASONS: Final = frozenset({"late", "paused", "changed", "deleted", "unreachable", "answered"})
"""Why a reminder was skipped, as far as there are words for it."""
_LATE_S: Final = 120.0
"""Below it nobody would call it late. [s]"""


def last_rung(draft: Draft, last: ReminderDelivery, w: Workings) -> None:
    """Say in a line what became of the last one."""
    due = phrase(formatting.moment(last.due_at.astimezone(_zone(w, last))), _RECORD)
    draft.say(f"coach.reminder.last.{last.state}", due=due)


def rung_recalled(draft: Draft, fact: RungRecalled, w: Workings) -> None:
    """Say what became of each reminder of the day that is asked about."""
    draft.kind = "answer"
    if not fact.deliveries and not fact.unsettled:
        draft.say("coach.reminder.rung.none", day=phrase(formatting.day(fact.on), _RECORD))
    for one in fact.deliveries:
        draft.new_paragraph()
        _rung(draft, one, w)
    for moment in fact.unsettled:
        draft.new_paragraph()
        draft.say("coach.reminder.rung.unsettled", due=phrase(formatting.moment(moment), _RECORD))
    if fact.next_time is not None:
        draft.say("coach.reminder.next", next=phrase(formatting.moment(fact.next_time), _RECORD))


def _rung(draft: Draft, one: ReminderDelivery, w: Workings) -> None:
    zone = _zone(w, one)
    due = phrase(formatting.moment(one.due_at.astimezone(zone)), _RECORD)
    if one.state == "skipped":
        reason = one.reason if one.reason in _REASONS else "other"
        draft.say(f"coach.reminder.rung.skipped_{reason}", due=due)
    elif one.state == "sent" and one.settled_at is not None and (one.settled_at - one.due_at).total_seconds() > _LATE_S:
        draft.say("coach.reminder.rung.sent_late", due=due, left=_clock(one, zone))
    else:
        draft.say(f"coach.reminder.rung.{one.state}", due=due)


def _clock(one: ReminderDelivery, zone: ZoneInfo) -> Phrase:
    left = (one.settled_at or one.due_at).astimezone(zone)
    return phrase(formatting.clock(left.time()), _RECORD)


def _zone(w: Workings, one: ReminderDelivery) -> ZoneInfo:
    return ZoneInfo(w.memory.runner.zone_at(one.due_at) or "UTC")

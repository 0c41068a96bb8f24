"""Look up in the ledger what became of the reminders of a day: "did you remind me this morning?"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from bot.coach.facts import Fact
from bot.coach.reminder_facts import RungRecalled
from bot.coach.reminding import item
from bot.coach.which_reminder import living
from bot.coach.workings import Workings

_NOON: Final = 12


def recall_rung(w: Workings, entities: Mapping[str, Any]) -> Fact:
    """Look up what was due on a date, today if none is named; `part` narrows it to the morning or the later day."""
    on = date.fromisoformat(entities["date"]) if entities.get("date") else w.now.date()
    part = entities.get("part")

    def asked(moment: datetime) -> bool:
        return part is None or (moment.hour < _NOON) == (part == "am")

    zone = w.now.tzinfo
    due = [one for one in reversed(w.memory.rung) if one.local_date == on and asked(one.due_at.astimezone(zone))]
    moments = (one.next_fire_at.astimezone(zone) for one in w.memory.reminders if one.next_fire_at is not None)
    unsettled = sorted(one for one in moments if one <= w.now and one.date() == on and asked(one))
    nexts = [next_time for _, next_time in (item(w, one) for one in living(w)) if next_time is not None]
    return RungRecalled(on=on, deliveries=tuple(due), unsettled=tuple(unsettled), next_time=min(nexts, default=None))

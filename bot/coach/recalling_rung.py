"""Look up in the ledger what became of the reminders of a day: "did you remind me this morning?"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
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
    due = [
        one
        for one in reversed(w.memory.rung)
        if one.local_date == on
        and (part is None or (one.due_at.astimezone(w.now.tzinfo).hour < _NOON) == (part == "am"))
    ]
    nexts = [next_time for _, next_time in (item(w, one) for one in living(w)) if next_time is not None]
    return RungRecalled(on=on, deliveries=tuple(due), next_time=min(nexts, default=None))

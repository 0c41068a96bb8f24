"""Words that answer a reminder which rang a while ago, as if its button had been tapped: "done", "did it", "later"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.coach.turn import Memory
from bot.reminders.delivery import ReminderDelivery

_STANDS: Final = timedelta(hours=12)
"""So long after it rang a bare word is taken for an answer to it."""
_DONE: Final = frozenset(
    {"done", "did it", "done it", "all done", "finished", "just did it", "i did it", "ive done it"}
)
_LATER: Final = frozenset({"later", "in an hour", "remind me later", "not now", "a bit later"})


def typed_answer(text: str, memory: Memory, at: datetime) -> str | None:
    """Return the action of the last reminder's button that a bare word stands for, None if it stands for none.

    "Done" in words asks how far it was: nobody tapped a button under a run that was named.
    """
    rung = next((one for one in memory.rung if one.state == "sent"), None)
    if rung is None or not _is_newest(rung, memory, at):
        return None
    word = text.lower().replace("'", "").strip(" .!")
    if word in _DONE:
        return f"v1:rem:done:{rung.reminder_id}:{rung.local_date}:ask"
    return f"v1:rem:later:{rung.reminder_id}:{rung.local_date}" if word in _LATER else None


def _is_newest(rung: ReminderDelivery, memory: Memory, at: datetime) -> bool:
    """Whether it rang lately, and nothing was said since."""
    left = rung.settled_at or rung.due_at
    said_since = bool(memory.exchanges) and memory.exchanges[-1].at > left
    return left <= at <= left + _STANDS and not said_since

"""What we volunteer: after a missed reminder one small offer on the next day, if no reminder rings then; pure.

At most one a day, at most one a week while nobody answers, and after two unanswered ones silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.reminders.delivery import OURS
from bot.reminders.reminder import Schedule

_DAY: Final = timedelta(days=1)
_APART: Final = timedelta(days=7)
_MOST_UNANSWERED: Final = 2
_SLACK: Final = timedelta(hours=3)
"""A week counts as over on its day, whatever the clocks and the queue did."""


def offer_for(schedule: Schedule, missed_on: date) -> Schedule | None:
    """Return when to offer a short run if the reminder of a date goes unanswered; None for one that rings once."""
    if schedule.once:
        return None
    on = missed_on + _DAY
    return replace(schedule, days=frozenset(), every_days=None, since=None, changes=(), on_date=on)


def offer_id(on: date) -> str:
    """Return the id of the offer of a date: there is one a day."""
    return f"{OURS}{on.isoformat()}"


def may_offer(unanswered_offers: Sequence[datetime], *, now: datetime) -> bool:
    """Whether another offer may be made after those that nobody answered.

    Args:
        unanswered_offers: When offers left since the last sign of life; aware.
        now: Aware.
    """
    if not unanswered_offers:
        return True
    return len(unanswered_offers) < _MOST_UNANSWERED and now - max(unanswered_offers) >= _APART - _SLACK

"""What questions to the log share: the stretch of time and the day they ask about, and their frame."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.nlu.frame import Frame
from bot.nlu.horizons import past_stretch
from bot.nlu.moments import days


def log_query(measure: str, more: dict[str, Any]) -> Frame:
    """Return the frame of a question to the log."""
    return Frame(intent="log_query", entities={"measure": measure, **more})


def stretch_asked(text: str, today: date) -> dict[str, Any]:
    """Return `since` and `until` of the past stretch a text names; empty if it names none."""
    found = past_stretch(text, today=today)
    return {} if found is None else {"since": found.since.isoformat(), "until": found.until.isoformat()}


def day_asked(text: str, today: date) -> str | None:
    """Return the one past day a text names, in ISO format; None if it names none or several."""
    found = [day.on for day in days(text, today=today, towards="past") if day.on <= today]
    return found[0].isoformat() if len(found) == 1 else None

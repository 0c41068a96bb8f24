"""Read words about a reminder after others about one: the same request goes on, or the same reminder is meant. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.turn import Exchange
from bot.nlu.frame import Frame

_ASKED_BACK: Final = frozenset({"time", "days", "date", "which", "time_zone", "days_and_time"})
"""What is asked back about a reminder: the request goes on with the answer."""
_SELECTS: Final = frozenset({"days", "which", "date", "first"})
_ON_DAYS: Final = frozenset({"days", "date", "interval_days", "sessions_per_week"})
_SPOKEN_OF: Final = frozenset({"reminder_id", "date", "first", "last"})


def is_about_reminders(frame: Frame) -> bool:
    """Whether a frame is a request about reminders."""
    return frame.intent.startswith("reminder_")


def both_about_reminders(frame: Frame, before: Exchange) -> bool:
    """Whether a frame and an earlier turn are both requests about reminders, if not the same one."""
    return is_about_reminders(frame) and before.intent.startswith("reminder_")


def goes_on(frame: Frame, before: Exchange) -> Frame:
    """Return a request about reminders with what it leaves out, from one of the same kind before it."""
    own = frame.entities.keys()
    creates = frame.intent == "reminder_create"
    if before.pending in _ASKED_BACK:
        dropped = {"unreal"} | (_ON_DAYS if own & _ON_DAYS and creates else set())
        kept = {name: value for name, value in before.entities.items() if name not in dropped}
    elif frame.follow_up or frame.correction:
        leans_on = {"time"} if creates else set() if own & _SELECTS else _SPOKEN_OF
        kept = {name: value for name, value in before.entities.items() if name in leans_on}
    else:
        return frame
    return with_others(replace(frame, entities={**kept, **frame.entities}))


def with_others(frame: Frame) -> Frame:
    """Bring the further reminders of a message back that waited for an answer about the first."""
    others = frame.entities.get("others", ())
    entities = {name: value for name, value in frame.entities.items() if name != "others"}
    again = tuple(Frame(intent="reminder_create", entities=other) for other in others)
    return replace(frame, entities=entities, also=(*frame.also, *again))


def remembered(frame: Frame, pending: str | None) -> Mapping[str, Any]:
    """Return the entities to remember of a turn, with the other reminders it asked for or the part of our method."""
    others = [dict(one.entities) for one in frame.also if one.intent == "reminder_create"]
    if frame.intent == "source" and frame.about is not None:
        return {**frame.entities, "about": frame.about}
    if frame.intent != "reminder_create" or pending not in _ASKED_BACK or not others:
        return frame.entities
    return {**frame.entities, "others": others}

"""Red flags first: fixed words, no figure, and what they mean for the profile and the reminders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.turn import ChangeReminder, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.red_flags import tier
from bot.runner import Flag, Runner

_FLAGS: Final[Mapping[str, Flag]] = {
    "pregnancy": "pregnant",
    "eating_disorder": "eating_disorder",
    "very_low_intake": "eating_disorder",
    "lost_periods": "reds_signs",
    "hypoglycaemia_on_insulin": "medical",
}
"""Red flags that stay on the profile until the person takes them back."""
_TIERS: Final = ("emergency", "urgent", "protected")
_EMERGENCY_BY_ZONE: Final[Mapping[str, str]] = {
    "Europe/London": "GB",
    "Europe/Dublin": "IE",
    "Pacific/Auckland": "NZ",
    "Asia/Kolkata": "IN",
}
_EMERGENCY_BY_REGION: Final[Mapping[str, str]] = {"Europe": "EU", "Australia": "AU"}


def gravest(categories: tuple[str, ...]) -> str | None:
    """Return the category that must be answered with fixed words, the gravest first; None if none must."""
    for wanted in _TIERS:
        for category in categories:
            if tier(category) == wanted:
                return category
    return None


def cautions(categories: tuple[str, ...]) -> tuple[str, ...]:
    """Return the categories that add one line of care to an ordinary answer."""
    return tuple(category for category in categories if tier(category) == "caution")


def answer_red_flag(draft: Draft, category: str, w: Workings) -> None:
    """Say the fixed words, and stage what they mean for the profile and the reminders."""
    draft.kind = "safety"
    emergency = draft.texts.say(f"safety.emergency.{_emergency_key(draft, w.memory.runner)}")
    draft.add(draft.texts.say(f"safety.{category}", emergency=emergency))
    after = _flagged(w, category)
    if after != w.memory.runner:
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
    if tier(category) == "emergency":
        w.staged.extend(
            ChangeReminder(reminder=replace(reminder, paused_until=None, next_fire_at=None))
            for reminder in w.memory.reminders
        )


def _flagged(w: Workings, category: str) -> Runner:
    runner = w.memory.runner
    update: dict[str, object] = {}
    if category in _FLAGS:
        update["flags"] = runner.flags | {_FLAGS[category]}
    age = w.frame.entities.get("age_years")
    if category == "minor" and isinstance(age, int | float):
        update["age_years"] = float(age)
    return runner.model_copy(update=update)


def _emergency_key(draft: Draft, runner: Runner) -> str:
    zone = runner.time_zone or ""
    for key in (
        runner.country,
        _EMERGENCY_BY_ZONE.get(zone),
        _EMERGENCY_BY_REGION.get(zone.split("/")[0]),
    ):
        if key is not None and draft.texts.has(f"safety.emergency.{key}"):
            return key
    return "any"

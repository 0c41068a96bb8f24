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
    "recent_birth": "recent_birth",
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


_STAY_TURNS: Final = 3
_ACUTE: Final = frozenset(
    {"chest_pain", "fainting", "breathless_at_rest", "palpitations_at_rest", "heat_illness", "self_harm"}
)
_ADRIFT: Final = frozenset(
    {"out_of_scope", "smalltalk", "feeling", "thanks", "yes", "no", "knowledge_question", "plan"}
)
"""What people say next in an emergency, mostly about it: no time for another subject."""
_GENTLE: Final = frozenset({"pregnancy", "recent_birth", "lost_periods"})
"""States whose questions the articles may answer besides the fixed words."""


def may_be_explained(category: str) -> bool:
    """Whether articles without weight figures may answer beside the fixed words."""
    return category in _GENTLE


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
    words = draft.texts.say(f"safety.{category}", emergency=emergency)
    if not (may_be_explained(category) and any(words.text in text for text in draft.said_before)):
        draft.add(words)
    after = _flagged(w, category)
    if after != w.memory.runner:
        w.staged.append(SaveRunner(runner=after))
        w.runner = after
    if tier(category) == "emergency":
        w.staged.extend(
            ChangeReminder(reminder=replace(reminder, paused_until=None, next_fire_at=None))
            for reminder in w.memory.reminders
        )


def stay_with_it(draft: Draft, w: Workings) -> bool:
    """Stay with an emergency for the next turns instead of changing the subject; return whether it was done."""
    recent = w.memory.exchanges[-_STAY_TURNS:]
    category = next((str(one.entities.get("category")) for one in reversed(recent) if one.intent == "red_flag"), None)
    if category is None or category not in _ACUTE or w.frame.intent not in _ADRIFT:
        return False
    draft.kind = "safety"
    emergency = draft.texts.say(f"safety.emergency.{_emergency_key(draft, w.memory.runner)}")
    draft.add(draft.text("safety.still_self_harm" if category == "self_harm" else "safety.still", emergency=emergency))
    return True


def _flagged(w: Workings, category: str) -> Runner:
    runner = w.memory.runner
    update: dict[str, object] = {}
    if category in _FLAGS:
        update["flags"] = runner.flags | {_FLAGS[category]}
    if tier(category) == "emergency":
        update["flags"] = runner.flags | {"doctor_first"}
    if category == "minor":
        update["flags"] = runner.flags | {"minor"}
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

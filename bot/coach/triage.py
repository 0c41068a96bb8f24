"""Red flags first: fixed words, no figure, and what they mean for the profile and the reminders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.coach import after_alarm
from bot.coach.draft import Draft
from bot.coach.thread import SUMS
from bot.coach.turn import ChangeReminder, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.red_flags import tier
from bot.runner import Flag, Runner
from bot.voice.phrase import Phrase

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
    **dict.fromkeys(
        (
            "America/New_York",
            "America/Detroit",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
        ),
        "US",
    ),
    **dict.fromkeys(
        (
            "America/Toronto",
            "America/Vancouver",
            "America/Edmonton",
            "America/Winnipeg",
            "America/Halifax",
            "America/St_Johns",
        ),
        "CA",
    ),
}
_EMERGENCY_BY_REGION: Final[Mapping[str, str]] = {"Europe": "EU", "Australia": "AU"}


_PAST: Final = re.compile(
    r"\b(?:recover\w*|used to (?:have|be|suffer|struggle)|in the past|years ago|history of"
    r"|i had (?:an? )?(?:anorexia|bulimia|eating disorder|ed)|past (?:anorexia|bulimia|eating disorder))\b",
    re.IGNORECASE,
)
"""Words of somebody who is past it and asks about running; numbers stay closed all the same."""
_FILES: Final = {"emergency": "safety", "crisis": "help", "eating": "help"}
"""Which texts hold which line."""
_STAY_TURNS: Final = 3
_ACUTE: Final = frozenset(
    {"chest_pain", "fainting", "breathless_at_rest", "palpitations_at_rest", "heat_illness", "self_harm"}
)
_ADRIFT: Final = frozenset(
    {
        "out_of_scope",
        "smalltalk",
        "feeling",
        "thanks",
        "yes",
        "no",
        "knowledge_question",
        "plan",
        "calorie_question",
        "projection_question",
    }
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
    past = category == "eating_disorder" and _PAST.search(w.message.text) is not None
    words = _words(draft, w, f"safety.{category}{'_past' if past else ''}")
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
    sums = w.frame.intent in SUMS
    recent = w.memory.exchanges if sums else w.memory.exchanges[-_STAY_TURNS:]
    category = next((str(one.entities.get("category")) for one in reversed(recent) if one.intent == "red_flag"), None)
    if category is None or category not in _ACUTE or "doctor_first" not in w.memory.runner.flags:
        return False
    if not sums and w.frame.intent not in _ADRIFT:
        return False
    draft.kind = "safety"
    own = "safety.still_self_harm" if category == "self_harm" else after_alarm.words_next(w) or "safety.still"
    draft.add(_words(draft, w, own))
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


def _words(draft: Draft, w: Workings, name: str) -> Phrase:
    """Return fixed words with whom to call where this person lives: emergency, crisis line, eating disorder line."""
    lines = {slot: _line(draft, w.memory.runner, file, slot) for slot, file in _FILES.items()}
    return draft.text(name, **lines)


def _line(draft: Draft, runner: Runner, file: str, slot: str) -> Phrase:
    """Return a line for the country told or read off the time zone; where nobody knows it, words without a number."""
    zone = runner.time_zone or ""
    named = (runner.country, _EMERGENCY_BY_ZONE.get(zone), _EMERGENCY_BY_REGION.get(zone.split("/")[0]), "any")
    names = (f"{file}.{slot}.{country}" for country in named if country is not None)
    return draft.texts.say(next(name for name in names if draft.texts.has(name)))

"""Fixed words with whom to call where a person lives: emergency number, crisis line, eating disorder line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach.draft import Draft
from bot.runner import Runner
from bot.voice.phrase import Phrase

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
_FILES: Final = {"emergency": "safety", "crisis": "help", "eating": "help"}
"""Which texts hold which line."""


def words(draft: Draft, runner: Runner, name: str, **slots: Phrase) -> Phrase:
    """Return a reviewed text with the lines of the person's country in its slots, in a wording not used before."""
    lines = {slot: _line(draft, runner, file, slot) for slot, file in _FILES.items()}
    return draft.text(name, **lines, **slots)


def unsaid(draft: Draft, name: str) -> str | None:
    """Return the text of this name with a wording not said yet, then its shorter `_again`; None if all were said."""
    names = (one for one in (name, f"{name}_again") if draft.texts.has(one))
    return next((one for one in names if not all(map(draft.was_worded, draft.texts.wordings(one)))), None)


def _line(draft: Draft, runner: Runner, file: str, slot: str) -> Phrase:
    """Return a line for the country told or read off the time zone; where nobody knows it, words without a number."""
    zone = runner.time_zone or ""
    named = (runner.country, _EMERGENCY_BY_ZONE.get(zone), _EMERGENCY_BY_REGION.get(zone.split("/")[0]), "any")
    names = (f"{file}.{slot}.{country}" for country in named if country is not None)
    return draft.texts.say(next(name for name in names if draft.texts.has(name)))

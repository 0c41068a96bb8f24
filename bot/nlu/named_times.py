"""Read the time by which a run is named: "the 29:00 one", "the one without a time"."""

from __future__ import annotations

from typing import Any

from bot.nlu.pattern import Pattern
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance

_UNTIMED = Pattern(r"\b(?:without|with no|w/o|has no|no|missing)(?: an?| any| the)? (?:time|duration)\b|\buntimed\b")
_NAMED_CLOCK = Pattern(r"(?<![\d:])(?P<t>\d{1,3}:[0-5]\d(?::[0-5]\d)?)(?![\d:])(?! ?(?:/|per|min/|am|pm|a km|a mile))")


def by_its_time(said: Utterance, words: str) -> dict[str, Any]:
    """Return the time that names a run to be taken out, or that it has none: "the one without a time"."""
    if _UNTIMED.search(words):
        return {"untimed": True}
    if (clock := _NAMED_CLOCK.search(words)) is None:
        return {}
    sizes, _ = run_size(said.saying(f"ran 5 km in {clock['t']}"))
    return {name: sizes[name] for name in ("duration_s",) if name in sizes}

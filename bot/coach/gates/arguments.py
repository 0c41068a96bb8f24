"""May a model call this tool with these arguments? Only what reads, only with what the person said.

Without it an invented "two hours daily for a year" would go through the calculator and come back as a licensed figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from bot.nlu.pattern import Pattern
from bot.nlu.quantities import quantities
from bot.nlu.quantity import Dimension

MAY_CALL: Final = frozenset({"search_articles", "estimate_run", "project_fat", "recall_runs", "list_reminders"})
"""What reads and computes. What writes is called by the planner alone, from the person's own words; deletion of a
person and the copy of their data are no tools at all."""

_CLOSE: Final = 0.02
"""A quantity may be rounded or converted on its way. [share]"""
_DAYS: Final = (1.0, 7.0, 30.4375, 365.25)
_SECONDS: Final = (1.0, 60.0, 3600.0)
_MEANT: Final[Mapping[str, tuple[frozenset[Dimension], Sequence[float]]]] = {
    "distance_m": (frozenset({"distance"}), ()),
    "session_distance_m": (frozenset({"distance"}), ()),
    "distance_per_week_m": (frozenset({"weekly_distance", "distance"}), ()),
    "duration_s": (frozenset({"duration", "clock"}), _SECONDS),
    "session_duration_s": (frozenset({"duration", "clock"}), _SECONDS),
    "duration_per_week_s": (frozenset({"weekly_duration", "duration"}), _SECONDS),
    "pace_s_per_km": (frozenset({"pace"}), ()),
    "speed_m_s": (frozenset({"speed"}), ()),
    "incline_fraction": (frozenset({"fraction"}), (0.01,)),
    "climb_m": (frozenset({"climb", "distance"}), (1.0,)),
    "claimed_kcal": (frozenset({"energy"}), (1.0,)),
    "target_kcal": (frozenset({"energy"}), (1.0,)),
    "intake_change_kcal_day": (frozenset({"energy"}), (1.0,)),
    "weight_kg": (frozenset({"mass"}), ()),
    "height_m": (frozenset({"length"}), ()),
    "age_years": (frozenset({"age"}), (1.0,)),
    "hr_bpm": (frozenset({"heart_rate"}), (1.0,)),
    "pal": (frozenset(), (1.0,)),
    "target_fat_kg": (frozenset({"mass"}), ()),
    "target_loss_kg": (frozenset({"mass"}), ()),
    "target_weight_kg": (frozenset({"mass"}), ()),
    "rate_kg_per_week": (frozenset({"mass_rate"}), ()),
    "sessions_per_week": (frozenset({"frequency", "times"}), (1.0,)),
    "horizon_days": (frozenset({"span"}), _DAYS),
}
"""For each argument the kinds of quantity that may stand behind it, and what a number without a unit we know may be
multiplied by."""

_SIGNED: Final = frozenset({"intake_change_kcal_day", "rate_kg_per_week"})
_NAMED: Final[Mapping[str, Mapping[object, Pattern]]] = {
    "gait": {
        "walk": Pattern(r"walk|hik(?:e|ing)|stroll|camin|andar|march|promen|spazier|\bgeh|wandel|pasear"),
        "run": Pattern(r"\brun|\bran\b|jog|\bcorr|\bcour|lauf|renn"),
    },
    "surface": {
        "treadmill": Pattern(r"treadmill|\bbelt\b|\bcinta\b|\btapis\b|laufband|lopend"),
    },
    "sex": {
        "female": Pattern(r"\b(?:female|wom[ae]n|girl|lady|she|her|wife|mum|mom|mother|f|mujer|femme|frau|donna)\b"),
        "male": Pattern(r"\b(?:male|m[ae]n|boy|guy|he|his|husband|dad|father|m|hombre|homme|mann|uomo)\b"),
    },
    "replaces": {
        True: Pattern(r"instead|replac|rather than|in place of|swap|switch|no longer|\bnot on top\b|\bfrom\b")
    },
}
"""For each argument that is a word: what a person says who means it. Everything else nobody means."""


def unsaid(arguments: Mapping[str, Any], texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the arguments that nothing the person said stands behind.

    Args:
        arguments: As the model gave them.
        texts: The person's own words: this message, and the ones before it in the talk.
    """
    told = tuple(texts)
    said = [quantity for text in told for quantity in quantities(text)]
    words = " ".join(told).lower()
    return tuple(name for name, value in arguments.items() if not _is_said(name, value, said, words))


def _is_said(name: str, value: object, said: Sequence[Any], words: str) -> bool:
    if name == "question" or value is None or value is False:
        return True
    if name in _NAMED:
        pattern = _NAMED[name].get(value) if isinstance(value, str | bool) else None
        return pattern is not None and bool(pattern.search(words))
    if name not in _MEANT or isinstance(value, bool) or not isinstance(value, int | float):
        return False
    dimensions, factors = _MEANT[name]
    candidates = [one.value for one in said if one.dimension in dimensions]
    candidates += [one.value * factor for one in said if one.dimension == "number" for factor in factors]
    # A change may be meant downwards: the person says "300 less", the tool is told -300.
    size = abs(value) if name in _SIGNED else value
    return any(abs(size - candidate) <= _CLOSE * abs(candidate) for candidate in candidates)

"""How long ago somebody's child was born: "7 weeks pp", "had a baby 9 months ago", "he just turned two"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.nlu.utterance import clause

_SPAN = r"(?P<n>\d{1,2}) ?(?P<unit>days?|weeks?|wks?|months?|mths?|mo|years?|yrs?)\b"
_CHILD = r"(?:baby|bub|son|daughter|kid|child|boy|girl|little (?:1|one)|toddler|twins|newborn)"
_TOLD: Final = (
    Pattern(
        rf"\b{_SPAN}.{{0,4}}\b(?:pp|post ?-?partum|post ?natal|after (?:the |giving |my )?(?:birth|c)"
        rf"|since (?:the |i )?"
        r"(?:birth|had))"
    ),
    Pattern(
        rf"\b(?:{_CHILD}|birth|born|c[- ]?section|ca?esarean|delivered|(?:hes|shes|he|she"
        rf"|they are)(?: is)?)\b[^.!?\n]{{0,20}}?"
        rf"\b{_SPAN}"
    ),
    Pattern(
        rf"\b(?:{_CHILD}|hes|shes|he|she)(?: is| has)?(?: only| just| now| nearly| almost)?(?: turned| turning)?"
        r" (?P<n>[1-9])(?=$|[.,!?;]| (?:and|now|so|but|already)\b)"
    ),
)
_WEEKS: Final = {"d": 1 / 7, "w": 1.0, "m": 4.345, "y": 52.18}
_NAMES: Final = {"d": "day", "w": "week", "m": "month", "y": "year"}


@dataclass(frozen=True, kw_only=True, slots=True)
class SinceBirth:
    """The time since a birth as it was told."""

    words: str
    """"7 weeks"."""
    weeks: float


def since_birth(text: str) -> SinceBirth | None:
    """Return the time since a birth that a message tells, if it tells one."""
    digits = clause(tidy(text)).digits
    match = next((found for pattern in _TOLD if (found := pattern.search(digits))), None)
    if match is None:
        return None
    unit = (match.groupdict().get("unit") or "years")[0]
    count = int(match["n"])
    return SinceBirth(words=f"{count} {_NAMES[unit]}{'' if count == 1 else 's'}", weeks=count * _WEEKS[unit])

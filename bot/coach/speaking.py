"""Which units a talk is held in: asked for, set in the profile, or those the person speaks in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from bot.coach.turn import Exchange, Memory
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.quantities import quantities
from bot.nlu.quantity import Dimension
from bot.nlu.tidy import LONGEST_READ
from bot.units import Units

_BOTH: Final = Pattern(
    r"\b(?:kms?|kilomet(?:re|er)s?)\b[^.?!]{0,12}(?:\b(?:and|plus|or|as well as)\b|[&/,+])[^.?!]{0,12}\b(?:miles?|mi)\b"
    r"|\b(?:miles?|mi)\b[^.?!]{0,12}(?:\b(?:and|plus|or|as well as)\b|[&/,+])[^.?!]{0,12}\b(?:kms?|kilomet(?:re"
    r"|er)s?)\b"
    r"|\b(?:both|2|two) units\b|\bmetric and imperial\b|\bimperial and metric\b"
    r"|\w\W+and (?:also |the same )?(?:in|as|per) (?:min\w*(?: per |/))?(?:kms?|miles?|mi|kilomet(?:re|er)s)\b",
    re.IGNORECASE,
)
"""A sum wanted in kilometres and in miles: "total in km and miles", "avg pace, and in min/mile"."""
_BODILY: Final[frozenset[Dimension]] = frozenset({"mass", "length"})
_TELLING: Final = frozenset({"log_run", "log_weight"})
_OF_UNITS: Final = frozenset({"conversion", "units", "storage", "own_units", "pace_of"})
"""A quantity said in another unit tells nothing of the units somebody lives in."""
_WISHED: Final = Pattern(
    r"\b(?:in|to|as) (?:(?P<imperial>lbs?|pounds|miles)|kgs?|kilos|kilomet(?:re|er)s|kms?)\b(?! (?:per|a|an) )",
    re.IGNORECASE,
)
_GOES_ON: Final = Pattern(r"(?:(?:ok|so),? )?(?:and|what about|how about|same)\b", re.IGNORECASE)
_SAME_SUM: Final = Pattern(r"\b(?:number|figure|result|value)\b", re.IGNORECASE)
"""Asked for the very sum that was asked before."""
_NAMED: Final = Pattern(r"\b(?:(?P<metric>kms?|kilomet(?:re|er)s?)|miles?|mi)\b", re.IGNORECASE)


def units_of(memory: Memory, text: str, frame: Frame) -> Units:
    """Return the units to speak in: asked for now, else the profile's, else those asked for or spoken in last.

    A run or a weight that is told speaks only where nothing was said before: a log keeps the units it began in, so
    that one run told in miles flips no total.
    """
    wished = units_wished(memory, text, frame)
    if wished is not None or _names_units_only(frame.entities):
        return wished or units_so_far(memory) or "metric"
    so_far = units_so_far(memory)
    if memory.runner.units is None and so_far is not None and frame.intent == "log_query" and names_both(text):
        return so_far
    if memory.runner.units is None and not (frame.intent in _TELLING and so_far is not None):
        so_far = spoken_in(text) or so_far
    return so_far or "metric"


def units_wished(memory: Memory, text: str, frame: Frame) -> Units | None:
    """Return the units a message asks to be answered in, by itself or going on from the look before; None if in none.

    Who names both systems wishes for neither.
    """
    if frame.intent == "log_query" and names_both(text):
        return None
    asked = frame.entities.get("units_pref")
    if asked is not None:
        return _system(asked)
    if _names_units_only(frame.entities):
        return None
    if (wished := next(reversed(list(_WISHED.finditer(text))), None)) is not None:
        return "imperial" if wished["imperial"] else "metric"
    return _of_a_look(memory, text, frame) if frame.intent == "log_query" else None


def names_both(text: str) -> bool:
    """Whether a message wants a sum in kilometres and in miles."""
    return _BOTH.search(text[:LONGEST_READ]) is not None


def units_so_far(memory: Memory) -> Units | None:
    """Return the units of the profile or of the talk before this message, None if nothing tells.

    Pounds and feet tell more than "a 5k", which people run in every country; questions tell more than logs, and of
    logs the most of them: one run told in miles changes nothing for somebody who tells the others in kilometres.
    """
    if memory.runner.units is not None:
        return memory.runner.units
    newest_first = tuple(one for one in reversed(memory.exchanges) if not _names_units_only(one.entities))
    spoken = (
        *(_switched(one) or spoken_in(one.said, _BODILY) for one in newest_first),
        *(spoken_in(one.said) for one in newest_first if one.intent not in _TELLING),
    )
    return next((units for units in spoken if units is not None), None) or _mostly_told_in(memory)


def _names_units_only(entities: Mapping[str, Any]) -> bool:
    """Whether a message names units as what it asks of, or of a run it leaves out, and not as those it speaks in."""
    return entities.get("measure") in _OF_UNITS or "without_m" in entities


def _mostly_told_in(memory: Memory) -> Units | None:
    """Return the units most of what was logged in this talk was told in, those told first where it is even."""
    told = [one.said[:LONGEST_READ] for one in memory.exchanges if one.intent in _TELLING or "run_ids" in one.entities]
    counted = Counter(quantity.units for said in told for quantity in quantities(said) if quantity.units is not None)
    return max(counted, key=counted.__getitem__, default=None)


def spoken_in(text: str, dimensions: frozenset[Dimension] | None = None) -> Units | None:
    """Return the units of the first quantity of a text that has any, of some dimensions or of all."""
    read = quantities(text[:LONGEST_READ])
    found = (quantity.units for quantity in read if dimensions is None or quantity.dimension in dimensions)
    return next((units for units in found if units is not None), None)


def _of_a_look(memory: Memory, text: str, frame: Frame) -> Units | None:
    """Return the units a question about the log names, or the one it goes on from; they are of this answer only."""
    last = memory.exchanges[-1] if memory.exchanges else None
    looked = frame.follow_up and last is not None and last.intent == "log_query"
    goes_on = looked and (_GOES_ON.match(text) is not None or _SAME_SUM.search(text) is not None)
    return _named(text) or (_named(last.said) if goes_on and last is not None else None)


def _named(text: str) -> Units | None:
    match = _NAMED.search(text)
    return None if match is None else "metric" if match["metric"] else "imperial"


def _switched(exchange: Exchange) -> Units | None:
    asked = exchange.entities.get("units_pref") if exchange.intent != "log_query" else None
    return None if asked is None else _system(asked)


def _system(asked: object) -> Units:
    return "imperial" if asked == "imperial" else "metric"

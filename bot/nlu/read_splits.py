"""Read even splits asked for: "5k splits for 1:57:50", "per km splits?"."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.nlu.frame import Frame
from bot.nlu.half_marathon import half_in_full
from bot.nlu.pattern import Pattern
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_SPLIT: Final = Pattern(r"\bsplits?\b")
_UNIT: Final = r"(?P<unit>kms?|k|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?)"
_EVERY: Final = (
    Pattern(rf"(?:(?<![\d.:])(?P<n>\d{{1,4}}(?:\.\d)?)[ -]?|\b){_UNIT} splits?\b"),
    Pattern(rf"\b(?:per|each|every|by the|by) (?P<n>\d{{1,4}}(?:\.\d)?)? ?{_UNIT}\b"),
    Pattern(rf"\bsplits? (?:of|into|at|for each) (?:even )?(?P<n>\d{{1,4}}(?:\.\d)?)? ?{_UNIT}s?\b"),
    Pattern(rf"\bsplits?\b[^?]{{0,12}}\b(?:into|in) (?:even |equal )?(?P<n>\d{{1,4}}(?:\.\d)?)? ?{_UNIT}s?\b"),
)
_GLUE: Final = frozenset(
    "split splits even evenly equal into in that this it those them for of me us my a an the and so ok okay now then "
    "please pls can could you u i give show tell work out do does want need get what whats is are was would will be "
    "per each every by at on to same pace speed target time goal run race half marathon hm parkrun how long take takes "
    "finish when with hold held holding steady k km kms mile miles mi metres meters m like look should".split()
)
_EVEN: Final = Pattern(r"\beven(?:ly)?\b|^(?:(?:and|the|ok|so|my) )*splits?(?: (?:for|of|please|pls)\b|\W*$)")
_NOUN: Final = Pattern(r"\bsplits\b")
"""To split minutes up is no sum of splits."""
_WORD: Final = Pattern(r"[a-z]+")
_SHORTEST_M: Final = 100.0


def read_splits(said: Utterance) -> list[Frame]:
    """Return what a message asks to be split evenly; empty if it asks for none.

    Entities of a `splits` question: `every_m`, and what is told of `distance_m` and `duration_s`; what is not told is
    of the run or the time spoken of last.
    """
    said = said.saying(half_in_full(said.digits))
    text = said.digits
    if not all(word in _GLUE for word in _WORD.findall(_without(said))):
        return []
    if _SPLIT.search(text):
        return _split(said)
    return []


def _split(said: Utterance) -> list[Frame]:
    """Read the parts and the whole of what is to be split."""
    text = said.digits
    found = next((match for pattern in _EVERY if (match := pattern.search(text))), None)
    entities: dict[str, Any] = {"measure": "splits"}
    if found is not None:
        metres = float(found["n"] or 1.0) * _metres(found["unit"])
        if metres < _SHORTEST_M:
            return []
        entities["every_m"] = metres
        text = f"{text[: found.start()]} {text[found.end() :]}"
    sizes, _ = run_size(said.saying(" ".join(text.split())))
    if found is None and not (_EVEN.search(said.digits) or (sizes and _NOUN.search(said.digits))):
        return []
    told: dict[str, Any] = {
        name: sizes[name] for name in ("distance_m", "duration_s", "pace_s_per_km") if name in sizes
    }
    return [_asked({**entities, **told})]


def _without(said: Utterance) -> str:
    """Return the words without the quantities among them."""
    text = said.digits
    for item in sorted(said.items, key=lambda one: -one.start):
        text = f"{text[: item.start]} {text[item.end :]}"
    return re.sub(r"\d[\d:.]*k?\b", " ", text)


def _metres(unit: str) -> float:
    if unit.startswith("mi"):
        return METRES_PER_MILE
    return 1.0 if unit == "m" or unit.startswith("met") else METRES_PER_KM


def _asked(entities: dict[str, Any]) -> Frame:
    return Frame(intent="log_query", entities=entities)

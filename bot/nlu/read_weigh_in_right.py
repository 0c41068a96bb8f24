"""Read which weigh-in is put right by the weight it had: "the 82.3 was a typo, 81.3", "my weight was 82 not 83"."""

from __future__ import annotations

from typing import Final

from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import KG_PER_POUND

_N: Final = r"\d{2,3}(?:\.\d{1,2})?"
_KG: Final = r"(?: ?(?:kgs?|kilos?|lbs?|pounds))?"
_TYPO: Final = Pattern(
    rf"\b(?:the|that|my) (?P<old>{_N}){_KG} (?:was|is|were) (?:just |only )?(?:a |an )?(?:typo|mistake|wrong|slip|error"
    rf"|mistyped)\b[^\d]{{0,24}}(?P<new>{_N})(?P<unit>{_KG})\W*$"
)
_NOT: Final = Pattern(
    rf"\b(?:my )?(?:weight|weigh[- ]?in|scales?)\b[^\d?]{{0,24}}\b(?:was|is|said|should be|showed)(?: really"
    rf"| actually)? "
    rf"(?P<new>{_N})(?P<unit>{_KG}),? (?:and )?not (?P<old>{_N}){_KG}\W*$"
)
_LOWEST: Final = 35.0


def read_weigh_in_right(said: Utterance) -> Frame | None:
    """Return the right weight for the weigh-in that had another one, None if a message puts none right."""
    match = _TYPO.search(said.digits) or _NOT.search(said.digits)
    if match is None or float(match["old"]) < _LOWEST or float(match["new"]) < _LOWEST:
        return None
    pounds = match["unit"].strip().startswith(("lb", "pound")) or (not match["unit"] and said.units == "imperial")
    factor = KG_PER_POUND if pounds else 1.0
    right = {"weight_kg": float(match["new"]) * factor, "instead_of_kg": float(match["old"]) * factor}
    return Frame(intent="log_weight", entities=right, correction=True, follow_up=True)

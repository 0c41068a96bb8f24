"""Read several weights told at once: "81.2 on monday, 81.6 tuesday", "my last three weigh-ins: 81.2, 81.6, 80.9"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.nlu.frame import Frame
from bot.nlu.masses import bare_weight_kg
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.units import KG_PER_POUND

_PIECE = Pattern(r"[,;:\n] ?| and | then |\?|(?<!\d)\. ")
_WEIGHT = Pattern(
    r"(?<![\d.:/])(?P<n>\d{2,3}(?:\.\d{1,2})?) ?(?:(?P<kg>kgs?|kilos?)|(?P<lb>lbs?|pounds?))?(?![\d:/%]"
    r"|\.\d| ?(?:cm|km?|kms|miles?|mi|min\w*|m|st|stone|years?|yo|%|percent|bpm|kcal)\b)"
)
_OF_THE_SCALE = Pattern(r"\b(?:weigh\w*|weights?|scales?|kgs?|kilos?|lbs?|pounds?)\b")
_OF_A_RUN = Pattern(r"\b(?:ran|runs?|jog\w*|walked|pace|km|miles?|want|goal|target|if i|lift\w*|squat\w*|bench\w*)\b")
_LOWEST_KG: Final = 30.0
_HIGHEST_KG: Final = 300.0
_WIDEST: Final = 1.25
"""How many times the lightest the heaviest of one list may be: more is no list of one body."""
_FEWEST_UNDATED: Final = 3


def weigh_ins(said: Utterance, *, fewest: int = 2) -> list[Frame]:
    """Return the weights of a message, a frame for each day; empty if it tells fewer than so many.

    A list without days comes back as one frame with `weights_kg`, oldest first, for the days to be asked.
    """
    text = said.digits
    if _OF_A_RUN.search(text):
        return []
    read = [one for piece in _PIECE.split(text) if (one := _piece(piece, said))]
    dated = [(weight, on) for weight, on in read if on is not None]
    spoken = _OF_THE_SCALE.search(text) is not None or all("." in weight for weight, _ in read)
    weights = [kg for weight, _ in read if (kg := _kilograms(weight, said)) is not None]
    if not spoken or len(weights) != len(read) or not _of_one_body(weights):
        return []
    if len(dated) == len(read) and len(read) >= fewest and len({on for _, on in dated}) == len(read):
        return [
            Frame(intent="log_weight", entities={"weight_kg": kg, "date": on})
            for kg, (_, on) in zip(weights, dated, strict=True)
        ]
    if not dated and len(read) >= _FEWEST_UNDATED and _OF_THE_SCALE.search(text):
        return [Frame(intent="log_weight", entities={"weights_kg": weights})]
    return []


def _piece(piece: str, said: Utterance) -> tuple[str, str | None] | None:
    """Return the one weight of a piece, as written, and its ISO day; None for a piece without one."""
    today = said.now.date()
    named = [day for day in days(piece, today=today, towards="past") if day.on <= today]
    rest = piece
    for day in reversed(named):
        rest = rest[: day.start] + " " * (day.end - day.start) + rest[day.end :]
    found = list(_WEIGHT.finditer(rest))
    if len(found) != 1 or len(named) > 1:
        return None
    return found[0].group().strip(), named[0].on.isoformat() if named else None


def _kilograms(written: str, said: Utterance) -> float | None:
    match = _WEIGHT.search(written)
    if match is None:
        return None
    value = float(match["n"])
    if match["lb"]:
        return value * KG_PER_POUND
    if match["kg"]:
        return value
    spoken = next((item for item in said.all("mass")), None)
    if spoken is not None:
        return value * (KG_PER_POUND if spoken.units == "imperial" else 1.0)
    return bare_weight_kg(value, said)


def _of_one_body(weights: Sequence[float]) -> bool:
    return (
        bool(weights)
        and min(weights) >= _LOWEST_KG
        and max(weights) <= _HIGHEST_KG
        and max(weights) <= _WIDEST * min(weights)
    )

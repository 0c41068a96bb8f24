"""Read a weigh-in: "weighed 71.2 this morning", "scales said 11st 5 today"."""

from __future__ import annotations

from typing import Any

from bot.nlu.cues import is_question
from bot.nlu.frame import Ask, Frame
from bot.nlu.masses import ask_weight_unit, bare_weight_kg
from bot.nlu.moments import past_day
from bot.nlu.pattern import Pattern
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance

_WEIGHED = Pattern(
    r"\b(?:weighed(?: my ?self| me ?self)?(?: in)?|weigh[- ]?in|weight log|(?:new |all ?time )?(?:low"
    r"|high) on the scales?|scales? (?:said|says|say|read|reads|show(?:s|ed)?|was|were|this)"
    r"|on the scales?|(?:stepped|hopped|jumped|got|been) on (?:the|my) scales?|tipped the scales"
    r"|my weight (?:today|this morning)|weight (?:today|this morning)|todays weight|morning weight|log (?:my )?weight"
    r"|weight:"
    r"|weight \d[\d.]* ?(?:kg|lbs?)? (?:today|this morning)|down to \d[\d.]* ?(?:stone|st|kg|kilos|lbs?)"
    r"|(?:im|was) (?:down|up) to|^scales?:? ?\d[\d.]*|^(?:back |now |finally )?(?:down|up) to \d[\d.]*(?= ?(?:$|[.,!]"
    r"|now"
    r"|today"
    r"|this morning))|was (?:\d|about \d)[\d.]* ?(?:kg|kilos|lbs?|pounds|stone|st)\b"
    r"|weigh \d[\d.]* ?(?:kg|lbs?|kilos|pounds)? (?:today|this morning))\b"
)
_NOT_WEIGHED = Pattern(r"\b(?:ran|jogged|want|goal|would|will|calories|if i)\b")
_CHANGE = Pattern(r"\b(?:lost|gained|down|up) $")
_FEW_WORDS = 5
_LOWEST, _HIGHEST = 30.0, 400.0


def read_weight(said: Utterance) -> Frame | None:
    """Read a clause that tells a weight of a day."""
    if not (_WEIGHED.search(said.digits) or _only_weight(said)):
        return None
    own = own_words(said.digits)
    if is_question(said.words) or _NOT_WEIGHED.search(said.words) or not own:
        return None
    return weigh_in(said.saying(own))


def weigh_in(said: Utterance) -> Frame | None:
    """Read the weight and the day of a clause that is known to tell a weigh-in."""
    entities, ask = _weight(said)
    if not entities and ask is None:
        return None
    if day := past_day(said):
        entities["date"] = day.on.isoformat()
    return Frame(intent="log_weight", entities=entities, ask=ask)


def _weight(said: Utterance) -> tuple[dict[str, Any], Ask | None]:
    told = next((item for item in said.all("mass") if not _CHANGE.search(said.before(item))), None)
    if told:
        return {"weight_kg": told.value}, None
    bare = next((item.value for item in said.all("number") if _LOWEST <= item.value <= _HIGHEST), None)
    if bare is None:
        return {}, None
    weight = bare_weight_kg(bare, said)
    return ({}, ask_weight_unit(bare)) if weight is None else ({"weight_kg": weight}, None)


def _only_weight(said: Utterance) -> bool:
    """Whether a clause is little more than a weight and a day: "today: 70.3kg", "71.5 this morning"."""
    if len(said.words.split()) > _FEW_WORDS or past_day(said) is None:
        return False
    decimals = any("." in said.digits[item.start : item.end] for item in said.all("number"))
    return said.has("mass") or (decimals and not said.has("distance", "duration", "clock"))

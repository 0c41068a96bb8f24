"""What a weight in a sentence stands for: the person's own, a loss they want, a weight they want to reach."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.nlu.frame import Ask
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity
from bot.nlu.utterance import Clause, Utterance
from bot.units import KG_PER_POUND

_LOSE = Pattern(
    r"\b(?:los(?:e|es|ing)|drop(?:ping)?|shed(?:ding)?|shift(?:ing)?|burn(?:ing)?(?: off)?|get rid of|take off|melt"
    r"|cut|losing)"
    r"(?: (?:just|only|about|around|roughly|at least|another|the last|my last|these|that|those|this|up to|maybe|like"
    r"|approx|an extra|first|my first|some|a|an|of)){0,3} $"
)
_LOSE_AFTER = Pattern(
    r"^ ?(?:to lose|to go|to drop|to shift|down\b(?! to)|weight loss|loss\b|off\b(?! the)|of (?:weight|fat"
    r"|body ?fat|blubber)"
    r"|lost\b|lighter)"
)
_FAT_AFTER = Pattern(r"^ ?(?:of )?(?:pure |body |belly |just )?(?:body ?)?fat\b")
_CHANGE = Pattern(
    r"\b(?:lost|drops|dropped|sheds?|shifts|loses|gained?|gaining|put on|putting on|down|up|heavier|lighter|stuck at"
    r"|gain of"
    r"|loss of)(?: (?:about|around|like|only|just|nearly|another|over|almost|a)){0,2} $"
)
_CHANGE_AFTER = Pattern(
    r"^ ?(?:overweight|over(?:weight)?\b|under(?:weight)?\b|heavier|lighter|too (?:much|heavy|many)|to spare|since|left"
    r"|from (?:the|my)|more\b|less\b"
    r"|dumbbells?|kettlebells?|weights?\b|plates?|pack|rucksack|backpack|vest)"
)
_USED_TO = Pattern(r"\bused to (?:be|weigh)\b[^,.;]*$")
_STUFF_AFTER = Pattern(r"^ ?of (?:pure |body |lean )?(?:fat|muscle|weight|chicken|protein|pressure)\b")
_TARGET = Pattern(
    r"\b(?:(?:get|getting|go|going|come|be|being|am|im|weigh|weighing|reach|reaching|hit|hitting|see|seeing|back"
    r"|down)(?: (?:back|down|to|at|under|below|about|around)){0,3}|goal(?: weight)?(?: (?:is|of|:)){0,2}"
    r"|target(?: weight)?(?: (?:is|of|:)){0,2}"
    r"|(?:down |back )?to(?: (?:about|around|under|below))?|under|below) $"
)
_WISH = Pattern(
    r"\b(?:want|like|love|goal|target|aim|aiming|hope|hoping|until|till|before|when|how long|how soon|can i|could i"
    r"|will i|trying|try|need|realistic|possible|get|reach|by the time|from"
    r"|how many (?:weeks|months|days|runs)|weeks|months)\b"
)
_OWN = Pattern(
    r"\b(?:im|i am|i weigh|weigh|weight(?: is)?|currently|now|at|being|if im|from)(?: (?:about|around|roughly"
    r"|currently|now|a|only|nearly|just|like|at|,)){0,2} $"
)
_AHEAD = Pattern(r"\b(?:will|would|can|could|going to) (?:i|it)\b[^.?!\n]{0,24}$")
_BARE_TARGET = Pattern(
    r"\b(?:want|like|love|need|trying|try|aim|aiming|hope|hoping|goal|target|going|how|can|could|will)\b[^.?!\n]{0,30}"
    r"\b(?:get|be|go|weigh|reach|hit|drop|back|down|return)(?: (?:back|down|to|at|under|below|about|around|only|just))*"
    r" (?P<kg>\d{2,3}(?:\.\d)?)(?=$| ?[.,!?;]| (?:by|before|again|please|at|so|and|but|asap|for (?:summer|my|the))\b)"
)
_WHEN_REACHED = Pattern(
    r"\b(?:when|how (?:long|soon|many (?:weeks|months|days)))\b[^.?!\n]{0,24}\b(?:hit|reach|weigh|get (?:down )?to|be"
    r" (?:down to|at|under|below)|down to|until im|till im|before im) (?P<kg>\d{2,3}(?:\.\d)?)(?=$| ?[.,!?;]| (?:if"
    r"|with|by|then|on|at)\b)"
)
_NO_WEIGHT = Pattern(
    r"\b(?:\d+ ?k|km|miles?|min\w*|runs?|running|ran|parkrun|marathon|pace|age|old|im|steps|reps|squats|push ?ups"
    r"|remind|bpm|heart|hr|percent)\b|%|:"
)
_WITHIN = Pattern(
    r"^ ?(?:in|within|by|before|over) (?:\d|a |the |my |next |this |summer|christmas|xmas|new year|[a-z]+ ?$)"
)
_MOST_LOST_KG = 30.0
"""More than anybody loses before a date, and less than anybody weighs. [kg]"""
_FROM = Pattern(r"\bfrom(?: (?:about|around))? $")
_SAYS_OF_ONESELF = Pattern(r"\b(?:im|i am|am|being|now|currently)(?: (?:at|about|now|currently))? $")
_HEAVIEST_BESIDE_A_GOAL = 1.5
_MOST_METRIC_KG = 105.0
_LEAST_KG = 30.0
_NO_GROWN_BODY_KG = 15.0
_POINTED_AT = Pattern(r"\b(?:that|this|those|these|your|the|my|last|extra) (?:about |of |extra |last )*$")
_TOO_MUCH = Pattern(r"\b(?:kgs?|kilos?|pounds|lbs?) (?:too (?:much|many)|over|extra|since|left)\b")
_MOST_BARE = 400.0


def masses(said: Clause) -> Mapping[str, float]:
    """Return the masses of a message by their role.

    Keys: `weight_kg`, `target_weight_kg`, `target_loss_kg`, `target_fat_kg`, `rate_kg_per_week`. The first of a
    role wins; gains and losses that happened and the weights one lifts are left out.
    """
    roles: dict[str, float] = {}
    wished = bool(_WISH.search(said.digits))
    for item in said.all("mass", "mass_rate"):
        role = "rate_kg_per_week" if item.dimension == "mass_rate" else _role(said, item, wished=wished)
        if role == "rate_kg_per_week" and not _is_loss(said):
            role = None
        if role and role not in roles:
            roles[role] = item.value
    if "weight_kg" in roles or "target_weight_kg" in roles:
        _without_unit(said, roles)
    if not roles and (target := _bare_target(said)) is not None:
        roles["target_weight_kg"] = target
    return roles


def _bare_target(said: Clause) -> float | None:
    """Return the weight in "i want to get to 54", where no word speaks of running, or "when would i hit 78". [kg]"""
    match = _WHEN_REACHED.search(said.digits)
    if match is None and _NO_WEIGHT.search(_without_height(said)) is None:
        match = _BARE_TARGET.search(said.digits)
    if match is None or not said.number_at(match.start("kg")):
        return None
    value = float(match["kg"])
    return value if _LEAST_KG <= value < _MOST_METRIC_KG else None


def _without_height(said: Clause) -> str:
    """Return the text without how tall somebody is: "im 165 cm and want to be 45" speaks of no age."""
    text = said.digits
    for item in reversed(list(said.all("length"))):
        text = re.sub(r"\bim $", "", text[: item.start]) + text[item.end :]
    return text


def _without_unit(said: Clause, roles: dict[str, float]) -> None:
    """Read the bare number of a pair: "I'm 80 kg and want to get to 70", "from 80 to 75 kg"."""
    told = said.first("mass")
    for item in said.all("number"):
        before = said.before(item, 48)
        if "weight_kg" not in roles and told and _near(item, told) and _SAYS_OF_ONESELF.search(before):
            roles["weight_kg"] = item.value * (KG_PER_POUND if told.units == "imperial" else 1.0)
            continue
        role = (
            "weight_kg"
            if _FROM.search(before)
            else "target_weight_kg"
            if _TARGET.search(before) and (_until(before) or _AHEAD.search(before))
            else None
        )
        if told and role and role not in roles and _LEAST_KG <= item.value <= _MOST_BARE:
            roles[role] = item.value * (KG_PER_POUND if told.units == "imperial" else 1.0)
        elif told and role == "weight_kg" and "target_weight_kg" not in roles and item.start < told.start:
            roles |= {
                "weight_kg": item.value * (KG_PER_POUND if told.units == "imperial" else 1.0),
                "target_weight_kg": told.value,
            }


def _near(item: Quantity, told: Quantity) -> bool:
    """Whether a bare number can be the weight somebody has beside the one they want to reach."""
    goal = told.value / KG_PER_POUND if told.units == "imperial" else told.value
    return goal < item.value <= goal * _HEAVIEST_BESIDE_A_GOAL


def _is_loss(said: Clause) -> bool:
    return (
        re.search(
            r"\b(?:los|drop|shed|weight|fat|burn|shift|doable|realistic|possible|safe|feasible|achievable)", said.digits
        )
        is not None
    )


def _is_wished_loss(said: Clause) -> bool:
    return (
        re.search(
            r"\b(?:los\w+|drop\w*|shed\w*|shift\w*|get rid|want|need|goal|target|trying|to go|burn off|how long|down"
            r"|off)\b",
            said.digits,
        )
        is not None
    )


def _role(said: Clause, item: Quantity, *, wished: bool) -> str | None:
    before, after = said.before(item, 48), said.after(item)
    if _LOSE.search(before) or (_LOSE_AFTER.match(after) and _is_wished_loss(said)):
        return "target_fat_kg" if _FAT_AFTER.match(after) else "target_loss_kg"
    if _USED_TO.search(before) or _STUFF_AFTER.match(after) or _CHANGE.search(before) or _CHANGE_AFTER.match(after):
        return None
    if _FROM.search(before):
        return "weight_kg"
    if item.value <= _MOST_LOST_KG and _WITHIN.match(after):
        return "target_loss_kg"
    is_first = next(said.all("mass")) is item
    if _TARGET.search(before) and wished and not (_plain_own(before) and is_first and not _until(before)):
        return "target_weight_kg"
    # "where does that 2 kg come from", "will my 8 kilos go": of a figure that was told, or of what is too much.
    told = _POINTED_AT.search(before) is not None or _TOO_MUCH.search(said.digits) is not None
    return None if item.value < _NO_GROWN_BODY_KG and told else "weight_kg"


def _plain_own(before: str) -> bool:
    return _OWN.search(before) is not None


def _until(before: str) -> bool:
    return (
        re.search(r"\b(?:until|till|til|before|when|want to|like to|to be|to get|to weigh|goal)\b[^,.;]{0,24}$", before)
        is not None
    )


def ask_weight_unit(value: float) -> Ask:
    """Return the question whether a bare number is kilograms or pounds."""
    return Ask(slot="units", choices=(f"{value:g} kg", f"{value:g} lb"))


def bare_weight_kg(value: float, said: Utterance) -> float | None:
    """Return a weight said without a unit, or None where kilograms and pounds are both likely. [kg]"""
    if said.speaks == "imperial" and not value * KG_PER_POUND < _LEAST_KG <= value:
        return value * KG_PER_POUND
    if said.speaks == "metric":
        return value
    return value if _LEAST_KG <= value < _MOST_METRIC_KG else None

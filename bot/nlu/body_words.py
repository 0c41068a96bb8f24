"""Facts of a person's body in their own words: sex, age, height, weight, girths, body fat.

Numbers without a unit are given a meaning by the words in front of them, or by their place in a list
("f, 28, 5'4, 140").
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final, Literal

from bot.nlu.ages import AGE_AND_SEX, age_of
from bot.nlu.cues import is_question
from bot.nlu.frame import Ask
from bot.nlu.heights import GIRTH, bare_height_m, height_of
from bot.nlu.masses import ask_weight_unit, bare_weight_kg, masses
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity
from bot.nlu.utterance import Utterance
from bot.units import KG_PER_POUND, METRES_PER_INCH, bmi

Sex = Literal["female", "male"]
BODY_FACTS: Final = frozenset({"sex", "age_years", "height_m", "weight_kg", "waist_cm", "hip_cm", "neck_cm"})
"""Names of what is told of a body, beside its fat."""

_FEMALE = r"female|woman|girl|lady|gal|lass|mum|mom|mummy|mother|housewife|grandma|granny|nan"
_MALE = r"male|man|bloke|guy|dude|lad|chap|gent|father|dad|daddy|boy|grandad|grandpa"
_BETWEEN = (
    r"(?:(?:\d{1,3}|an?|just|only|new|old|older|young|younger|year|yr|yo|ish|fat|big|large|slim|short|tall|small"
    r"|chubby|curvy"
    r"|overweight|obese|middle|aged|middle-aged|busy|tired|unfit|fit|average|working|trans|cis|plus|size|sized"
    r"|retired|pretty"
    r"|very|single|black|white|asian|heavy|heavier|skinny|stay|at|home|first|time|\d{1,3}yo"
    r"|\d{1,3}[ -]year[ -]old),? ?){0,6}"
)
_SELF = Pattern(
    rf"\b(?:im|as|being|being) (?:an? )?{_BETWEEN}(?:(?P<f>{_FEMALE})|(?P<m>{_MALE}))\b(?! (?:who|that) (?:is|was)|s\b)"
)
_IN_LIST = Pattern(
    rf"(?:^|[,/;(.\n|] ?|(?<![\d.,])\d{{1,3}} |(?:\b|\d)(?:and|sex|gender|old|yo|cms?|kgs?|lbs?|stone"
    rf"|here|told you)(?: is|:)? |\bim )"
    rf"(?:(?P<f>{_FEMALE}|f|she/her)|(?P<m>{_MALE}|m|he/him))(?=$|[,/;).\n| ]|\d\d\b)(?! (?:is|was|are|said|says|who"
    r"|reckons?|keeps"
    r"|wants)\b)"
)
_PLAIN_SEX = Pattern(
    r"\b(?:(?P<f>female)|(?P<m>male|bloke))\b(?! (?:runners?|athletes?|bodies|body|hormones?|pattern))"
)
_LABELLED = Pattern(
    r"\b(?P<label>weigh(?:t|ing|ed)?|(?<=my )weights|height|tall|age|waist|hips?|neck)(?: (?:is|to|of|about"
    r"|around|currently|now|=|:"
    r"|roughly|like|circumference|measurement|measures?)){0,3}[:=]? (?P<n>\d{1,3}(?:\.\d{1,2})?)(?![\d'])"
)
_GIRTH_WAS = Pattern(
    r"\b(?P<label>waist|hips?|neck)(?: (?:is|was|are|were|actually|really|only|should|be|have|been|to|now"
    r"|measurement|:|=))"
    r"{1,4} (?P<n>\d{2,3}(?:\.\d{1,2})?)(?![\d'])"
)
_PUT_RIGHT = Pattern(r"\b(?:actually|no|not|correct(?:ion)?|sorry|oops|wrong|meant|should|was|fix|change|update)\b")
_BODY_FAT = Pattern(r"\b(?:body ?fats?|bf|fat percentage|fat %)\b")


_LOW_M, _HIGH_M = 1.4, 2.1
_LOWEST_BMI = 12.0
"""No grown body has less. [kg/m2]"""
_WEIGHT_NEXT = Pattern(r"(?:[,/;.] ?| and )\d{2,3}(?:\.\d)? ?(?:kgs?|kilos?|lbs?|pounds?|stone)\b")
_LIST = 2
"""So many bare numbers beside a word for a sex make a list of facts."""


def sex_of(said: Utterance, *, expected: bool = False) -> Sex | None:
    """Return the sex the person says they have.

    Args:
        said: The clause.
        expected: Whether the message is a list of facts, or the answer to this question, so that "f" counts.
    """
    patterns = [_SELF, *((_IN_LIST, _PLAIN_SEX) if expected else ())]
    for pattern in patterns:
        if match := pattern.search(said.digits):
            return "female" if match["f"] else "male"
    if match := AGE_AND_SEX.search(said.digits):
        return "female" if (match["sex"] or match["sex2"]) == "f" else "male"
    return None


def body_facts(said: Utterance) -> tuple[dict[str, float | str], Ask | None]:
    """Return the facts of the body a clause tells, and what must be asked because a unit is missing.

    Keys: `sex`, `age_years`, `height_m`, `weight_kg`, `waist_cm`, `hip_cm`, `neck_cm`, `body_fat_fraction` and the
    target masses of `bot.nlu.masses`.
    """
    facts: dict[str, float | str] = dict(masses(said))
    used = _read_as_weight(said, facts)
    _lengths(said, facts)
    if (age := age_of(said, year=said.now.year)) is not None and not (used and age == facts["weight_kg"]):
        facts["age_years"] = age
        used |= {item.start for item in said.all("number") if item.value == age and item.start not in used}
    ask = _labelled(said, facts, used)
    _tall(said, facts, used)
    if (fraction := said.first("fraction")) and _BODY_FAT.search(said.digits):
        facts["body_fat_fraction"] = fraction.value
    measures = {"height_m", "weight_kg", "age_years"} & facts.keys()
    if sex := sex_of(said, expected=bool(measures) or len(list(said.all("number"))) >= _LIST):
        facts["sex"] = sex
    if measures or sex:
        _listed(said, facts, used)
    return facts, ask


def girths_put_right(said: Utterance) -> dict[str, float | str]:
    """Return the girths of a message that corrects one and tells nothing else; empty for any other."""
    if _PUT_RIGHT.search(said.digits) is None or is_question(said.words) or GIRTH.search(said.digits) is None:
        return {}
    facts, _ = body_facts(said)
    return facts if facts.keys() <= {"waist_cm", "hip_cm", "neck_cm"} else {}


def _read_as_weight(said: Utterance, facts: Mapping[str, float | str]) -> set[int]:
    """Return where the bare number stands that is the weight: the 81 of "im 81, how soon would I see 75 kg"."""
    weight = facts.get("weight_kg")
    if "target_weight_kg" not in facts or not isinstance(weight, float):
        return set()
    likely = (weight, weight / KG_PER_POUND)
    return {item.start for item in said.all("number") if any(math.isclose(item.value, one) for one in likely)}


def _lengths(said: Utterance, facts: dict[str, float | str]) -> None:
    """Tell the height from girths, which share their unit."""
    if (height := height_of(said)) is not None:
        facts["height_m"] = height
    for item in said.all("length"):
        before = list(GIRTH.finditer(said.before(item)))
        part = before[-1] if before else GIRTH.match(said.after(item).strip())
        if part:
            facts.setdefault({"waist": "waist_cm", "neck": "neck_cm"}.get(part["part"], "hip_cm"), item.value * 100)


def _labelled(said: Utterance, facts: dict[str, float | str], used: set[int]) -> Ask | None:
    """Read bare numbers that follow their own name: "weight 64", "i weigh 130", "waist 80"."""
    ask = None
    for match in (*_GIRTH_WAS.finditer(said.digits), *_LABELLED.finditer(said.digits)):
        if not said.number_at(match.start("n")):
            continue
        value, label = float(match["n"]), match["label"]
        used.add(match.start("n"))
        if label.startswith("weigh") and "weight_kg" not in facts:
            weight = bare_weight_kg(value, said)
            if weight is None:
                ask = ask_weight_unit(value)
            else:
                facts["weight_kg"] = weight
        elif label in {"height", "tall"} and (height := bare_height_m(value)):
            facts.setdefault("height_m", height)
        elif label == "age":
            facts.setdefault("age_years", value)
        elif label in {"waist", "hip", "hips", "neck"}:
            key = {"waist": "waist_cm", "neck": "neck_cm"}.get(label, "hip_cm")
            imperial = said.speaks == "imperial" or (label != "neck" and value < 56)
            facts.setdefault(key, value * (METRES_PER_INCH * 100 if imperial else 1.0))
    return ask


def _tall(said: Utterance, facts: dict[str, float | str], used: set[int]) -> None:
    """Read "180 tall"."""
    for item in said.all("number"):
        if said.after(item).startswith(" tall") and (height := bare_height_m(item.value)):
            facts.setdefault("height_m", height)
            used.add(item.start)


def _listed(said: Utterance, facts: dict[str, float | str], used: set[int]) -> None:
    """Give bare numbers in a list of facts their likely meaning: age, then height, then weight."""
    for item in said.all("number"):
        if item.start in used or not _stands_alone(said, item):
            continue
        value = item.value
        if (
            "age_years" not in facts
            and 10 <= value < 100
            and value == int(value)
            and (
                "sex" in facts
                or len(facts) > 1
                or _opens_a_list(said, item, facts)
                or _too_light(value, facts)
                or _heads_a_weight(said, item)
            )
        ):
            facts["age_years"] = value
        elif "height_m" not in facts and (140 <= value <= 210 or _LOW_M <= value <= _HIGH_M):
            facts["height_m"] = value / 100 if value > _HIGH_M else value
        elif "weight_kg" not in facts and "height_m" in facts and value >= 30:
            facts["weight_kg"] = bare_weight_kg(value, said) or value


def _too_light(value: float, facts: dict[str, float | str]) -> bool:
    """Whether nobody so tall weighs so little: the 38 of "1.84 and 38" is an age. [kg]"""
    height_m = facts.get("height_m")
    return isinstance(height_m, float) and bmi(mass_kg=value, height_m=height_m) < _LOWEST_BMI


def _opens_a_list(said: Utterance, item: Quantity, facts: dict[str, float | str]) -> bool:
    """Whether a number comes before a weight and a height, as an age does: "50, 104 kg, 1.78"."""
    heights = (one for one in said.all("number") if one.start > item.start and _LOW_M <= one.value <= _HIGH_M)
    return "weight_kg" in facts and item.start == 0 and any(one.value != int(one.value) for one in heights)


def _heads_a_weight(said: Utterance, item: Quantity) -> bool:
    """Whether a weight with its unit follows at once, as after an age: "fat, 41, 96 kg"."""
    return _WEIGHT_NEXT.match(said.after(item)) is not None


def _stands_alone(said: Utterance, item: Quantity) -> bool:
    """Whether a number is an entry of a list: between commas, slashes, blanks and words of the body."""
    before, after = said.before(item, 14), said.after(item, 14)
    return bool(
        re.search(
            r"(?:^|[,/;(\n] ?|[.!?] |\b(?:im|age|aged|and|male|female|woman|man|bloke|guy|girl|f|m|weight|tall|is|at|cm"
            r"|in|ft|'\d{0,2}\"?) |[\"']\d{0,2}[\"']? |\d )$",
            before,
        )
        and re.match(
            r"$|[,/;).\n!?]| (?:and|f|m|male|female|woman|man|bloke|guy|girl|years?|with|but|i)\b| \d| ?$", after
        )
    )

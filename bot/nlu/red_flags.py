"""Red flags in what people write: signs of danger, states that need care, and what merely sounds like them.

Deterministic on purpose: emergencies must not depend on a model's mood. Every sign is looked for in the text as
written and in the text after typo repair. Gym talk, hyperbole, other people's stories, things of long ago, denials
and a doctor's clearance are told apart by `bot.nlu.red_flag_context`; the signs themselves are in the modules named
`..._signs` and in `eating_pictures`.

A program can only raise a flag here, never lower one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from bot.nlu.acute_signs import ACUTE
from bot.nlu.ages import age_of
from bot.nlu.birth_signs import BIRTH
from bot.nlu.caution_signs import YOUNG_AND_CAUTION
from bot.nlu.eating_pictures import EATING_PICTURES
from bot.nlu.emergency_signs import EMERGENCY
from bot.nlu.food_now_signs import FOOD_NOW
from bot.nlu.food_signs import FOOD
from bot.nlu.foreign_signs import FOREIGN
from bot.nlu.heights import height_of
from bot.nlu.hidden_harm_signs import HIDDEN_HARM
from bot.nlu.masses import masses
from bot.nlu.passing_signs import PASSING
from bot.nlu.pattern import Pattern
from bot.nlu.pictured_signs import PICTURED
from bot.nlu.quiet_signs import QUIET
from bot.nlu.red_flag_context import excused, is_of_the_minute, sentences
from bot.nlu.red_flag_sign import WHILE_IT_HAPPENS, Category, Sign
from bot.nlu.repair import names_in, repaired
from bot.nlu.self_harm_signs import SELF_HARM
from bot.nlu.strain_signs import STRAIN
from bot.nlu.stroke_signs import STROKE
from bot.nlu.tidy import tidy
from bot.nlu.urgent_signs import URGENT
from bot.nlu.utterance import Clause, clause
from bot.nlu.water_and_nerve_signs import WATER_AND_NERVE
from bot.nlu.whose import own_part
from bot.units import bmi

Tier = Literal["emergency", "urgent", "protected", "caution"]

CATEGORIES: tuple[Category, ...] = get_args(Category)
"""All categories, gravest first."""
_TIERS: dict[Category, Tier] = {
    **dict.fromkeys(CATEGORIES[:11], "emergency"),
    **dict.fromkeys(CATEGORIES[11:26], "urgent"),
    **dict.fromkeys(CATEGORIES[26:30], "protected"),
    **dict.fromkeys(CATEGORIES[30:], "caution"),
}
_YIELDING: frozenset[Category] = (WHILE_IT_HAPPENS - {"self_harm", "allergic_reaction", "heavy_bleeding"}) | {
    "palpitations_at_rest",
    "hot_swollen_calf",
    "hypoglycaemia_on_insulin",
    "heart_worry",
    "dizzy_on_runs",
    "bone_pain_at_night",
    "minor",
}
_ADULT_YEARS = 18
_SIGNS = (
    *EMERGENCY, *ACUTE, *STROKE, *WATER_AND_NERVE, *SELF_HARM, *HIDDEN_HARM, *QUIET, *PICTURED, *PASSING, *FOREIGN,
    *URGENT, *STRAIN, *BIRTH, *FOOD, *EATING_PICTURES, *FOOD_NOW, *YOUNG_AND_CAUTION,
)  # fmt: skip
_CHILD_YEARS, _OF_AN_AGE_TO_ASK = 5, 10
_OWN_AGE = Pattern(r"\b(?:im|i am|aged?|turned|turning)\b")
"""How a small child would say their age; "for a 7 year old" is somebody else's."""
_LOWEST_BMI = 18.5
"""Lower end of the healthy range; WHO Technical Report Series 894 (2000)."""


def tier(category: str) -> Tier:
    """Return how grave a category is.

    Raises:
        KeyError: If there is no such category.
    """
    return _TIERS[category]  # type: ignore[index]  # a plain string is welcome and an unknown one is a KeyError


def yields(category: str) -> bool:
    """Whether a sign of it raises nothing in a message that is harmless as a whole: "nearly fainted at the price".

    Of 2,000 true lines none of these was lost by it, where its author was left out of the learning. A wish to harm
    oneself stands between harmless words; a birth, a drug, food and most states are told by one word alone: they never
    yield.
    """
    return category in _YIELDING


def red_flags(text: str, *, height_m: float | None = None, year: int | None = None) -> tuple[str, ...]:
    """Return the categories a message raises, gravest first; empty for nearly every message.

    Args:
        text: What the person wrote.
        height_m: Their height if it is known, to judge a weight they want to reach. [m]
        year: The current year, to understand "born in 2012".

    Example:
        "chest feels tight when I run uphill" raises `chest_pain`; "my chest day was brutal" raises nothing.
    """
    plain = tidy(text)
    return flags_of(plain, repaired(plain, names=names_in(text)), height_m=height_m, year=year)


def flags_of(
    plain: str, mended: str, *, height_m: float | None = None, year: int | None = None, harmless: bool = False
) -> tuple[str, ...]:
    """Return the categories that a tidy text raises, or the same text after typo repair.

    Args:
        plain: The tidy text.
        mended: The same after typo repair.
        height_m: For goal weights that are too low. [m]
        year: The current year, for years of birth.
        harmless: Whether the text as a whole is held for harmless, by what is only known of English.
    """
    found = _raised(mended, height_m, year)
    if mended != plain:
        # A slip in "no" or "my sister" must not raise what the mended text excuses; a sign that mending bent counts.
        found |= {category for category in _raised(plain, height_m, year) if not _spoken_of(category, mended)}
    if harmless and not is_of_the_minute(clause(plain).digits):
        found = {category for category in found if not yields(category) or _spoken_of(category, plain, FOREIGN)}
    return tuple(category for category in CATEGORIES if category in found)


def _spoken_of(category: Category, text: str, signs: Sequence[Sign] = _SIGNS) -> bool:
    digits = clause(text).digits
    return any(sign.category == category and sign.pattern.search(digits) for sign in signs)


def _raised(text: str, height_m: float | None, year: int | None) -> set[Category]:
    said = clause(text)
    parts = sentences(said.digits)
    found = {
        sign.category
        for sign in _SIGNS
        if (sign.needs is None or sign.needs.search(said.digits))
        and any(_shows(sign, part, said.digits) for part in ((said.digits,) if sign.whole else parts))
    }
    own = tuple(own_part(part, now=False) for part in parts)
    years = age_of(said if own == parts else clause(", ".join(own)), year=year)
    if years is not None and (years >= _OF_AN_AGE_TO_ASK or (years >= _CHILD_YEARS and _OWN_AGE.search(said.digits))):
        found.discard("minor")
        if years < _ADULT_YEARS:
            found.add("minor")
    if found & {"chest_pain", "palpitations_at_rest", "fainting"}:
        found.discard("heart_disease_cleared")
    if len(found - {"minor"}) > 1:
        # beside a graver sign dizziness is a part of it
        found.discard("dizzy_on_runs")
    if "heat_illness" in found:
        # whoever goes down in the heat needs cooling: its words come first, and they call for help as well
        found.discard("fainting")
    if "too_much_water" in found:
        # the same signs in the sun want another help: no more water
        found.discard("heat_illness")
    return found | _by_weight(said, height_m)


def _shows(sign: Sign, part: str, text: str) -> bool:
    match = sign.pattern.search(part)
    return match is not None and not (sign.unless and sign.unless.search(part)) and not excused(sign, match, text)


def _by_weight(said: Clause, height_m: float | None) -> set[Category]:
    """Flag a weight, told or wished for, that is below the healthy range for the height."""
    tall = height_of(said) or height_m
    roles = masses(said)
    if tall is None:
        return set()
    weights = [roles[key] for key in ("target_weight_kg", "weight_kg") if key in roles]
    return (
        {"low_bmi_target"} if any(bmi(mass_kg=kg, height_m=tall) < _LOWEST_BMI for kg in weights if kg > 20) else set()
    )

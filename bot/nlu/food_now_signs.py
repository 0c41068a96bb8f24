"""Signs that eating is in danger today: a meal left out so that a run counts, a wish to be sick after one."""

from __future__ import annotations

from bot.nlu import care_food
from bot.nlu.red_flag_sign import Sign, words

_NO_SUCH_REASON = (
    r"\b(?:stomach bug|food poisoning|norovirus|hangover|hung over|morning sickness|ramadan|blood test|surgery|nauseous"
    r"|feel(?:ing)? sick|from the heat|unwell|virus|flu|fever|too hot to|upset stomach|my (?:kid|son|daughter|dog|cat"
    r"|toddler|baby))\b"
)

FOOD_NOW: tuple[Sign, ...] = (
    Sign(
        category="very_low_intake",
        pattern=words(care_food.PATTERNS["not_eating"].source),
        unless=words(_NO_SUCH_REASON),
        deniable=False,
        fades=False,
    ),
    Sign(
        category="eating_disorder",
        pattern=words(care_food.PATTERNS["purge_urge"].source),
        unless=words(_NO_SUCH_REASON),
        deniable=False,
        fades=False,
    ),
)
"""Read in order; one match raises the category."""

"""Signs that eating is in danger today: a meal left out so that a run counts, a wish to be sick after one."""

from __future__ import annotations

from bot.nlu import care_food
from bot.nlu.red_flag_sign import Sign, words

_NO_SUCH_REASON = (
    r"\b(?:stomach bug|food poisoning|norovirus|hangover|hung over|morning sickness|ramadan|blood test|surgery|nauseous"
    r"|feel(?:ing)? sick|from the heat|unwell|virus|flu|fever|too hot to|upset stomach|my (?:kid|son|daughter|dog|cat"
    r"|toddler|baby))\b"
)

_HARD_TIME = (
    r"\b(?:ana|mia|meal plan|weight restor\w*|treatment team|eating)\b[^.!?\n]{0,24}\brecovery\b|\b(?:in )?recovery\b"
    r"[^.!?\n]{0,6}\b(?:ana|mia|eating)\b|"
    r"\b(?:all over the place|weird|messed up|disordered|bad|rocky|difficult|complicated|unhealthy"
    r"|not (?:a )?(?:great|good"
    r"|healthy))(?: \w+){0,2} (?:with|around|about) (?:food|eating)\b|\b(?:bad|unhealthy|complicated|difficult"
    r"|weird|toxic"
    r"|messed up) relationship (?:with|to) (?:food|eating|my body)\b|\b(?:issues|trouble|problems?|struggl\w+|bad past"
    r"|history|hard time) (?:with|around) (?:food|eating|my eating)\b|\bi used to (?:skip (?:\w+ )?meals|starve"
    r"|restrict"
    r"|binge|purge|not eat)\b|\b(?:food|eating) (?:was|has been|used to be) (?:\w+ )?(?:a )?(?:problem|hard|difficult"
    r"|a struggle|an issue|my enemy)\b"
)

FOOD_NOW: tuple[Sign, ...] = (
    Sign(
        category="eating_disorder",
        pattern=words(_HARD_TIME),
        unless=words(
            r"\b(?:kids?|toddler|son|daughter|baby|allerg\w*|intoleran\w*|coeliac|stomach|gut|on runs|on long runs"
            r"|before (?:a |my )?runs?|during|while running)\b"
        ),
        fades=False,
    ),
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

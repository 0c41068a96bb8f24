"""Signs of an emergency said in passing: a chest that grips on the stairs, a wish for it all to stop."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

_OF_SPORT = (
    r"\b(?:run\w*|jog\w*|diet\w*|train\w*|scales?|weigh\w*|kg|kilos?|km|los(?:e|es|ing)|fat|plan|gym|reminders?"
    r"|exercis\w*|calor\w*|log\w*|noise|music|ads?|messages?|trying (?:to|this)|squats?|walk\w*)\b"
)

QUIET: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=words(
            r"\btight chested\b|\bchest (?:\w+ ){0,3}(?:clos\w+ (?:up|in)|grip\w*|clamp\w*|seiz\w+(?: up)?)\b"
            r"|\b(?:squeez\w*|grip\w*|clamp\w*|clutch\w*|pressure)\b[^.!?\n]{0,32}\b(?:behind|round|around|across|over"
            r"|in|under) (?:my|the) (?:ribs|rib ?cage|heart)\b"
            r"|\bheart (?:\w+ ){0,2}(?:squeez\w+|clench\w*|cramp\w*)\b"
        ),
        unless=words(r"\b(?:bra|strap|monitor|vest|shirt|belt|dumbbells?|bench|bars?|when i (?:see|saw|hear|heard))\b"),
        clearable=True,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\bwant(?:ed)? (?:it all|everything|all of (?:it|this)) (?:to )?(?:just )?(?:stop|end|be over|go away)\b"
            r"|\b(?:no|isnt any|see no|dont see (?:the|a|any)) point (?:any ?more|to anything|in anything"
            r"|in any of (?:it|this))(?=$|[.,!?;])"
        ),
        unless=words(_OF_SPORT),
        deniable=False,
        personal=False,
        fades=False,
    ),
)
"""Read in order; one match raises the category."""

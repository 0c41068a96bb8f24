"""A weight that is told with a sigh: it is kept, and one warm clause says what a scale shows and what it doesn't."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

_SIGHS: Final = Pattern(
    r"(?<!not )(?<!not that )(?<!not so )\b(?:sad|sadly|gutted|depress\w*|upset|disappoint\w*|cry|cried|crying|tears"
    r"|fed up|rubbish"
    r"|awful|horrible|hate (?:it|this|myself|the scale)|unfair|not fair|frustrat\w*|devastated|demorali\w*|heartbroken"
    r"|ashamed"
    r"|embarrass\w*|failure|failed|disgust\w*|ugh+|argh+|sigh|damn|ffs|crap|miserable|hopeless|useless|discourag\w*|annoy\w*"
    r"|why (?:do i|even) bother|what(?:s| is) (?:even )?the point|(?:just )?worst|feel (?:like )?(?:a )?(?:potato|pig"
    r"|whale|cow|failure|huge|fat|bad|down|low|terrible|like giving up))\b|:\(|:'\(|\U0001f622|\U0001f62d|\U0001f61e"
)
_OF_A_CHANGE: Final = Pattern(
    r"\b(?:was|were|weighed|weigh in|scales?|gained|gain|put on|went up|gone up|up|now|again|today|still|back)\b"
)
"""A weight beside an earlier one; without it, it tells where somebody begins."""
_GREAT: Final = Pattern(r"\bgreat\b\W+just great\b")


def comfort_on_the_scale(draft: Draft, w: Workings) -> bool:
    """Say one warm clause where a weight was told with a sigh, to whom numbers are open; return whether it was said."""
    said = tidy(w.message.text)
    if permissions(w.runner).state is not None or not (_SIGHS.search(said) or _GREAT.search(said)):
        return False
    draft.say(
        "mood.scale" if _OF_A_CHANGE.search(said) or w.memory.runner.weight_kg is not None else "mood.at_the_start"
    )
    return True

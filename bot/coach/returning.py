"""Greet somebody who comes back: warmly, and where they were."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.planned import begins, last_run, stands_on_plan
from bot.coach.which_reminder import living
from bot.coach.wording_logs import details
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.voice.phrase import join

_BACK: Final = Pattern(
    r"^(?:hi|hey|hello|hiya|morning|evening|afternoon|good \w+|ok|so|well|yo)?[ ,!.]*"
    r"(?:again|(?:it'?s )?(?:only |just )?me again|it'?s (?:only |just )?me|(?:i'?m |i am )?back(?: again)?)\W*$",
    re.IGNORECASE,
)
_AWAY: Final = timedelta(hours=4)
"""After so long a greeting begins a new talk with somebody known."""


def answer_return(draft: Draft, w: Workings) -> bool:
    """Welcome somebody back; return whether they greeted so."""
    last = w.last
    returns = _BACK.search(w.message.text) is not None and not (w.frame.intent == "reminder_resume" and living(w))
    greets = w.frame.intent == "greeting" and last is not None and w.message.at - last.at >= _AWAY
    if not (returns or greets):
        return False
    draft.kind = "smalltalk"
    run, free = last_run(w), permissions(w.runner).state is None
    if run is not None and free:
        draft.say("start.back_with_run", run=join(details(draft, run, w), ", "))
    elif stands_on_plan(w) and begins(w) and free:
        draft.say("start.back_with_plan", outing=draft.texts.say("start.outing_short"))
    else:
        draft.say("start.back")
    return True

"""What no search can help with: another language, a bare number, signs only."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern

_ONLY_A_WEIGHT: Final = Pattern(
    r"\W*(?:(?:and|so|but|what about|how about|what if|at|for|with)[ ,]+)+\d{2,3} ?(?:kgs?|kilos?|lbs?|pounds)\W*",
    re.IGNORECASE,
)
"""A body a sum is wanted for, where there was none to do again."""


def answer_unreadable(draft: Draft, w: Workings) -> bool:
    """Ask again or decline where there is nothing to search for; return whether it was that."""
    text = w.message.text
    if "language" in w.frame.entities:
        if w.asks_model:
            return False
        draft.kind = "decline"
        draft.say("coach.english_only")
    elif not re.search(r"[^\W\d_]", text):
        draft.kind = "clarify"
        draft.say("coach.bare_number" if re.search(r"\d", text) else "coach.not_understood")
    elif _ONLY_A_WEIGHT.fullmatch(text) and w.thread.sum is None and w.thread.figured is None:
        draft.kind = "clarify"
        draft.say("coach.ask_run_size")
    else:
        return False
    return True

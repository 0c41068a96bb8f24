"""Dizzy from going without food, away from running: eat first, what is common, what wants a doctor, and the way on."""

from __future__ import annotations

from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.cues import is_question
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.unfed_words import asks_if_to_worry, still_of_it, tells_unfed

_HOLDS: Final = 4
"""Turns for which it is still what short words are about."""
_DOING: Final = ("log_", "reminder_", "undo", "export_data", "delete_data")


def answer_unfed(draft: Draft, w: Workings) -> bool:
    """Stay with it through the turns; return whether it was about that."""
    if w.frame.flags or permissions(w.runner).state is not None or w.frame.intent.startswith(_DOING):
        return False
    said = _plain(w.message.text)
    told = tells_unfed(said)
    before = any(tells_unfed(_plain(one.said)) for one in w.memory.exchanges[-_HOLDS:])
    if not told and not (before and still_of_it(said)):
        return False
    asked = asks_if_to_worry(said) or (before and is_question(said))
    draft.say(f"unfed.{'worry' if asked else 'held' if before else 'told'}")
    if not draft.ever_asked("unfed.doctor"):
        draft.say("unfed.doctor")
    return True


def _plain(text: str) -> str:
    return repaired(tidy(text), names=names_in(text))

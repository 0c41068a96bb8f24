"""Answer somebody who is ill or well again: rest first, and reminders rest or come back only if they say so."""

from __future__ import annotations

from bot.coach.draft import Draft
from bot.coach.reminding import resting
from bot.coach.resting import pause_reminders, resume_reminders
from bot.coach.which_reminder import living
from bot.coach.wording_reminders import word
from bot.coach.workings import Workings

REST = "rest"
BACK = "back"
"""The slots of the two questions asked here."""


def answer_health(draft: Draft, w: Workings) -> bool:
    """Answer a feeling that is about health; return whether it was one."""
    if w.frame.feeling not in {"ill", "well"}:
        return False
    ill = w.frame.feeling == "ill"
    draft.say(f"coach.feeling.{w.frame.feeling}")
    there = living(w)
    if ill and any(not resting(one) for one in there):
        draft.say("coach.reminder.offer_rest")
        draft.button("until_better", "v1:rem:open")
        draft.button("pause_week", "v1:rem:week")
        draft.pending = REST
    elif not ill and any(resting(one) or one.paused_until is not None for one in there):
        draft.say("coach.reminder.offer_back")
        draft.button("back_on", "v1:rem:back")
        draft.pending = BACK
    return True


def agreed(draft: Draft, w: Workings, pending: str | None) -> bool:
    """Carry out the offer that was agreed to; return whether it was one of these."""
    if pending not in {REST, BACK}:
        return False
    word(draft, pause_reminders(w, {}) if pending == REST else resume_reminders(w), w)
    return True

"""Puts a reminder that fired into words this person may read."""

from __future__ import annotations

from bot.coach.permissions import permissions
from bot.reminders.wording import Manner, reminder_reply
from bot.reply import Reply
from bot.runner import Runner
from bot.storage.lane import FiredReminder
from bot.voice.texts import Texts


class Nudge:
    """The words of every reminder."""

    def __init__(self, texts: Texts) -> None:
        """Speak with the reviewed texts."""
        self._texts = texts

    def __call__(self, fired: FiredReminder) -> Reply:
        """Return what is said to this person for this reminder."""
        return reminder_reply(
            fired.reminder,
            on_date=fired.local_date,
            late_s=fired.late_s,
            runner=fired.runner,
            runs=fired.runs,
            manner=_manner(fired.runner),
            unanswered=fired.unanswered,
            offered=fired.offered,
            texts=self._texts,
        )


def _manner(runner: Runner) -> Manner:
    allowed = permissions(runner)
    if allowed.reminder_must_be_asked:
        return "ask_first"
    return "plain" if allowed.body_numbers else "no_numbers"

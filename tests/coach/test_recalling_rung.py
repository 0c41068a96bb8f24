"""What became of reminders is answered from the ledger: sent, late, in doubt, skipped, failed, or never due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.reminders.delivery import ReminderDelivery


def rung(state: str, reason: str | None = None, left_after: int = 1) -> ReminderDelivery:
    due = datetime(2026, 11, 22, 7, tzinfo=UTC)
    return ReminderDelivery(
        reminder_id="r1",
        due_at=due,
        local_date=date(2026, 11, 22),
        state=state,
        reason=reason,
        settled_at=due + timedelta(minutes=left_after),
    )


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        (rung("sent"), "Yes, it went out: Sun 22 Nov, 07:00."),
        (rung("sent", left_after=25), "went out at 07:25"),
        (rung("in_doubt"), "I'm not sure"),
        (rung("skipped", "late"), "came back too late"),
        (rung("skipped", "paused"), "paused"),
        (rung("failed", "refused"), "would not take it"),
        (None, "No, none was due on Sun 22 Nov."),
    ],
    ids=["sent", "late", "in doubt", "skipped", "paused", "failed", "none"],
)
@pytest.mark.parametrize("words_asked", ["did you remind me this morning?", "you didn't remind me today"])
async def test_what_became_of_a_reminder_is_answered_from_the_ledger(ann, delivery, words, words_asked):
    ann.memory = replace(ann.memory, rung=(delivery,) if delivery else ())
    assert words in (await ann.say(words_asked)).reply.text


async def test_what_was_due_and_is_not_accounted_for_yet_is_never_called_not_due(ann):
    await ann.say("remind me every day at 7")
    (kept,) = ann.memory.reminders
    ann.memory = replace(ann.memory, reminders=(replace(kept, next_fire_at=datetime(2026, 11, 22, 7, tzinfo=UTC)),))
    text = (await ann.say("did you remind me this morning?")).reply.text
    assert "Sun 22 Nov, 07:00 was due and hasn't left yet" in text
    assert "none was due" not in text


async def test_the_list_names_the_next_and_the_last(ann):
    await ann.say("remind me on weekdays at 7")
    ann.memory = replace(ann.memory, rung=(rung("sent"),))
    text = (await ann.say("when do you remind me?")).reply.text
    assert "Weekdays at 07:00, Lisbon time. Next: Mon 23 Nov, 07:00" in text
    assert "The last one went out: Sun 22 Nov, 07:00." in text

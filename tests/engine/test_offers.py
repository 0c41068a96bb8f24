"""After a missed reminder one small offer, at most one a day, weekly, then silence; reminders themselves ring on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coach.turn import CreateReminder, SaveRunner
from bot.runner import Runner
from tests.storage.making import DAILY, MORNING, reminder, turn

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
FIRST = MORNING + 6 * DAY + timedelta(hours=22)
"""Monday a week later, 07:00 in Lisbon: the reminder was set on the Monday before at nine."""
MONDAYS = replace(DAILY, days=frozenset({"mon"}))


@pytest.fixture
async def mondays(journal, ann):
    await journal.close(ann, turn("set", CreateReminder(reminder=reminder(ann, MONDAYS))))


async def live_until(ticker, clock, last):
    """Let the days go by, with a beat at seven and one at noon of each."""
    while clock.now <= last:
        await ticker.once()
        clock.advance(hours=5)
        await ticker.once()
        clock.advance(hours=19)


class Diary:
    """A sender's messages with the day on which each left."""

    def __init__(self, sender, clock) -> None:
        self.left: list[tuple[str, str]] = []
        inner = sender.send

        async def send(address, reply, **how):
            ids = await inner(address, reply, **how)
            kind = "offer" if ":up-" in "".join(button.action for button in reply.buttons) else "reminder"
            self.left.append((clock.now.strftime("%a %d"), kind))
            return ids

        sender.send = send


async def test_a_month_of_silence_gets_every_reminder_two_offers_and_no_more(ticker, sender, clock, mondays):
    diary = Diary(sender, clock)
    clock.now = FIRST
    await live_until(ticker, clock, FIRST + 4 * WEEK)
    assert diary.left == [
        ("Mon 30", "reminder"),
        ("Tue 01", "offer"),
        ("Mon 07", "reminder"),
        ("Tue 08", "offer"),
        ("Mon 14", "reminder"),
        ("Mon 21", "reminder"),
        ("Mon 28", "reminder"),
    ]


async def test_who_answers_gets_no_offer_and_after_a_new_miss_one_again(ticker, sender, clock, journal, ann, mondays):
    diary = Diary(sender, clock)
    clock.now = FIRST
    await ticker.once()
    await journal.close(ann, turn("done", at=FIRST + timedelta(hours=1)))
    clock.now = FIRST + DAY
    await live_until(ticker, clock, FIRST + WEEK + DAY)
    assert diary.left == [("Mon 30", "reminder"), ("Mon 07", "reminder"), ("Tue 08", "offer")]


async def test_a_day_with_a_reminder_gets_no_offer(ticker, sender, clock, journal, ann, mondays):
    tuesdays = reminder(ann, replace(DAILY, days=frozenset({"tue"})), reminder_id="r2")
    await journal.close(ann, turn("more", CreateReminder(reminder=tuesdays)))
    diary = Diary(sender, clock)
    clock.now = FIRST
    await live_until(ticker, clock, FIRST + DAY)
    assert diary.left == [("Mon 30", "reminder"), ("Tue 01", "reminder")]


@pytest.mark.parametrize("flag", ["reds_signs", "eating_disorder", "doctor_first", "pregnant", "number_free"])
async def test_nothing_is_volunteered_to_protected_people(ticker, sender, clock, journal, ann, mondays, flag):
    await journal.close(ann, turn("flag", SaveRunner(runner=Runner(flags=frozenset({flag})))))
    diary = Diary(sender, clock)
    clock.now = FIRST
    await live_until(ticker, clock, FIRST + DAY)
    assert [kind for _, kind in diary.left] == ["reminder"]


async def test_nobody_is_shown_an_offer_among_their_reminders(ticker, clock, journal, ann, mondays):
    clock.now = FIRST
    await ticker.once()
    assert [one.reminder_id for one in (await journal.recall(ann, now=clock.now)).reminders] == ["r1"]


async def test_five_in_silence_ask_once_and_ring_on(ticker, sender, clock, journal, ann):
    await journal.close(ann, turn("set", CreateReminder(reminder=reminder(ann))))
    clock.now = MORNING + timedelta(hours=22)
    for _ in range(12):
        await ticker.once()
        clock.advance(days=1)
    asked = [number for number, text in enumerate(sender.texts) if "go on" in text]
    assert (len(sender.texts), asked) == (12, [5])

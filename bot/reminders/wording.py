"""What a reminder says when it fires."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from bot.reminders.reminder import Reminder
from bot.reply import Button, Reply
from bot.runner import Runner
from bot.training.habit import usual_run
from bot.training.run import Run
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, licensed_numbers, phrase
from bot.voice.texts import Texts

Manner = Literal["plain", "no_numbers", "ask_first"]
"""How a reminder may speak to this person: freely, without any number of theirs, or asking before nudging."""

_LATE_S: Final = 600.0
"""A reminder later than this says so. [s]"""


def reminder_reply(
    reminder: Reminder,
    *,
    on_date: date,
    late_s: float,
    runner: Runner,
    runs: Sequence[Run],
    manner: Manner,
    texts: Texts,
) -> Reply:
    """Put a reminder that fires now into words.

    Args:
        reminder: Which one.
        on_date: The local date it fires for; with the reminder it decides between wordings.
        late_s: How long after its time it leaves. [s]
        runner: Goal and units of the person.
        runs: Their latest runs, in any order.
        manner: How it may speak to this person.
        texts: The reviewed texts.
    """
    turns = _Turns(texts, reminder, on_date)
    ran_today = any(run.on_date == on_date for run in runs)
    if manner == "ask_first":
        parts = [turns.say("ask_first")]
    elif ran_today:
        parts = [turns.say("already")]
    else:
        parts = [_todays_run(runner, runs, on_date, manner, turns), _why(runner, manner, turns)]
    if late_s > _LATE_S:
        at = phrase(formatting.clock(reminder.schedule.at), "record:reminder")
        parts.append(turns.say("late", at=at))
    whole = join(parts)
    return Reply(
        text=whole.text,
        kind="smalltalk",
        mode="embedded",
        turn_id=f"{reminder.reminder_id}:{on_date}",
        numbers=licensed_numbers(whole),
        buttons=() if ran_today else _buttons(reminder, texts),
    )


class _Turns:
    """The wordings of each text take turns from day to day, so that no two days running sound the same."""

    def __init__(self, texts: Texts, reminder: Reminder, on_date: date) -> None:
        self._texts = texts
        self._day = on_date.toordinal() + zlib.crc32(reminder.reminder_id.encode())

    def say(self, name: str, *, shift: int = 0, **slots: Phrase) -> Phrase:
        wordings = self._texts.wordings(f"reminders.{name}")
        today = (self._day + shift * (self._day // len(wordings))) % len(wordings)
        said = [wording for turn, wording in enumerate(wordings) if turn != today]
        return self._texts.say(f"reminders.{name}", seed="", avoid=said, **slots)


def _todays_run(runner: Runner, runs: Sequence[Run], on_date: date, manner: Manner, turns: _Turns) -> Phrase:
    """Say what today's run is. The one place a training plan takes over from the habit."""
    if manner == "no_numbers":
        return turns.say("no_numbers")
    usual = usual_run(runs, today=on_date)
    if usual is None:
        return turns.say("gentle")
    if usual.distance_m is not None:
        shown = formatting.distance(usual.distance_m, runner.units or "metric")
    else:
        shown = formatting.minutes(usual.duration_s or 0.0)
    return turns.say("usual", run=phrase(shown, "record:runs"))


def _why(runner: Runner, manner: Manner, turns: _Turns) -> Phrase:
    """Say in one line why; a protected person's goal about the body is not spoken of."""
    goal = runner.goal if manner == "plain" and runner.goal is not None else "any"
    return turns.say(f"why.{goal}", shift=1)  # shifted, so that the same pair of lines does not come back each round


def _buttons(reminder: Reminder, texts: Texts) -> tuple[Button, ...]:
    return tuple(
        Button(label=texts.say(f"reminders.button.{name}").text, action=f"v1:rem:{name}:{reminder.reminder_id}")
        for name in ("done", "later", "skip")
    )

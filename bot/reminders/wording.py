"""What a reminder says when it fires."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from bot.reminders.delivery import OURS
from bot.reminders.reminder import Reminder
from bot.reply import Button, Reply
from bot.runner import Runner
from bot.training.habit import UsualRun
from bot.training.run import Run
from bot.training.today import todays_run
from bot.voice import formatting
from bot.voice.numerals import mentions
from bot.voice.phrase import Phrase, join, licensed_numbers, phrase
from bot.voice.texts import Texts

Manner = Literal["plain", "no_numbers", "ask_first"]
"""How a reminder may speak to this person: freely, without any number of theirs, or asking before nudging."""
Occasion = Literal["usual", "pick_up", "still_wanted"]
"""An ordinary day, the day after one that went by without a sign of life, or the day to ask whether it is wanted."""

_LATE_S: Final = 600.0
"""A reminder later than this says so. [s]"""
_ONE_MISS: Final = 1
_LONG_SILENCE: Final = 5
"""After so many without any sign of life it asks, once, whether it is still wanted; it rings on meanwhile."""


def reminder_reply(
    reminder: Reminder,
    *,
    on_date: date,
    late_s: float,
    runner: Runner,
    runs: Sequence[Run],
    manner: Manner,
    texts: Texts,
    unanswered: int = 0,
    offered: bool = False,
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
        unanswered: Reminders sent before this one since they last wrote, tapped or told a run.
        offered: Whether a short run was offered since then.
    """
    turns = _Turns(texts, reminder, on_date)
    ran_today = any(run.on_date == on_date for run in runs)
    occasion = _occasion(reminder, unanswered, offered=offered)
    if manner == "ask_first":
        parts = [turns.say("ask_first")]
    elif ran_today:
        parts = [turns.say("already")]
    else:
        run = todays_run(runs, today=on_date, short=occasion == "pick_up")
        first = turns.say(_pick_up(reminder, manner)) if occasion == "pick_up" else _today(run, runner, manner, turns)
        parts = [first, _cue(reminder, manner, turns), _why(runner, manner, turns)]
    if late_s > _LATE_S:
        at = phrase(formatting.clock(reminder.schedule.time_on(on_date) or reminder.schedule.at), "record:reminder")
        parts.append(turns.say("late", at=at) if manner == "plain" else turns.say("late_no_numbers"))
    if occasion == "still_wanted":
        parts.append(turns.say("still_wanted"))
    whole = join(parts)
    return Reply(
        text=whole.text,
        kind="smalltalk",
        mode="embedded",
        turn_id=f"{reminder.reminder_id}:{on_date}",
        numbers=licensed_numbers(whole),
        buttons=_buttons(reminder, on_date, occasion, texts, ran=ran_today, asks=manner == "ask_first"),
    )


def _occasion(reminder: Reminder, unanswered: int, *, offered: bool) -> Occasion:
    if reminder.reminder_id.startswith(OURS) or (unanswered == _ONE_MISS and not offered):
        return "pick_up"
    return "still_wanted" if unanswered == _LONG_SILENCE and not reminder.unasked else "usual"


def _pick_up(reminder: Reminder, manner: Manner) -> str:
    own = "pick_up_ours" if reminder.reminder_id.startswith(OURS) else "pick_up"
    return f"{own}_no_numbers" if manner == "no_numbers" else own


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


def _today(run: UsualRun | None, runner: Runner, manner: Manner, turns: _Turns) -> Phrase:
    """Say what today's run is."""
    if manner == "no_numbers":
        return turns.say("no_numbers")
    if run is None:
        return turns.say("gentle")
    if run.distance_m is not None:
        shown = formatting.distance(run.distance_m, runner.units or "metric")
    else:
        shown = formatting.minutes(run.duration_s or 0.0)
    return turns.say("usual", run=phrase(shown, "record:runs"))


def _cue(reminder: Reminder, manner: Manner, turns: _Turns) -> Phrase:
    """Say their own words back; one with a number is not said to people who get none."""
    if reminder.cue is None or (manner == "no_numbers" and mentions(reminder.cue)):
        return Phrase()
    return turns.say("cue", cue=phrase(reminder.cue, "record:reminder"))


def _why(runner: Runner, manner: Manner, turns: _Turns) -> Phrase:
    """Say in one line why; a protected person's goal about the body is not spoken of."""
    goal = runner.goal if manner == "plain" and runner.goal is not None else "any"
    return turns.say(f"why.{goal}", shift=1)  # shifted, so that the same pair of lines does not come back each round


def _buttons(
    reminder: Reminder, on_date: date, occasion: Occasion, texts: Texts, *, ran: bool, asks: bool
) -> tuple[Button, ...]:
    """Return what one tap can answer; each names the date, for a tap can come the next morning."""
    names = [] if ran else ["skip", "week"] if asks else ["done", "later", "skip"]
    if occasion == "still_wanted":
        names += ["keep", "move"] if "week" in names else ["keep", "move", "week"]
    size = ":short" if occasion == "pick_up" else ""
    return tuple(
        Button(
            label=texts.say(f"reminders.button.{name}").text,
            action=f"v1:rem:{name}:{reminder.reminder_id}:{on_date}{size if name == 'done' else ''}",
        )
        for name in names
    )

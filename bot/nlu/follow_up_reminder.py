"""Read what changes the reminder of the turn before: "make it 7", "an hour later", "not on sundays", "weekends too"."""

from __future__ import annotations

import re
from typing import Any

from bot.nlu.clocks import clocks, part_of_day
from bot.nlu.correction import CORRECTS
from bot.nlu.cues import in_field
from bot.nlu.frame import Context, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_reminder import about_reminders
from bot.nlu.reminder_edit import change
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import RATHER, Days, weekdays

_OFF = Pattern(r"^(?:please )?(?:(?:turn|switch) (?:them|it|that|all) off|stop (?:it|them|that|all of them))\W*$")
_NOT_ON = Pattern(
    r"\b(?:not|no|except|without|drop|lose|minus|remove|delete|take out|take off) (?:on )?(?:the )?"
    r"(?=mon|tue|wed|thu|fri|sat|sun|weekend|weekday)"
)
_LIST = Pattern(r"^(?:list|show)(?: them| me| it)?(?: all)?\W*$")
_ON_AGAIN = Pattern(r"^(?:ok |please |right )*(?:start|begin|go|on|carry on|back on)(?: again)\W*$")
_RESTS = Pattern(r"\b(?:skip|pause|resume|snooze|quiet)\b|\b(?:not|no) (?:this|next) \w+day\b")
_SHIFTS = Pattern(r"\b(?:earlier|later|forward|back)\b")
_PUTS_BACK = Pattern(r"\b(?:put|bring|want) (?:\w+ )?\w+days? back\b")
_ADDS = Pattern(
    r"^(?:(?:actually|oh|please|can you|ok) )*(?:and|also|plus|add|include)\b|\b(?:too|as well)\W*$|\bput \w+day back\b"
)
_MOVES = Pattern(r"\b(?:move|push|postpone|delay|shift|change|switch|set|bring|put|make)\b")
_OFFERS = Pattern(r"^(?:(?:ok|no|so|or) )?(?:and|what about|how about|or|but|for|at|then|say|lets say|try|in)\b|\?$")
_ABOUT_ONE = Pattern(r"\b(?:cancel|delete|remove|drop|stop|skip|ones?)\b")
_ENDS = Pattern(
    r"^(?:please |ok |and )*(?:cancel|delete|remove|drop|bin|scrap|lose|get rid of)\b(?!.*\b(?:this|next)\b)"
)
_BRIEF = 4


def changed_reminder(said: Utterance, context: Context) -> Frame | None:
    """Return what is to become of the reminder of the turn before; entities hold what is new."""
    text = said.words
    if _of_another_subject(said):
        return None
    if plain := _plainly(text):
        return plain
    named = weekdays(said.digits)
    if fewer_or_more := _fewer_or_more_days(said, named):
        return fewer_or_more
    if not _changes(said, named):
        return None
    read = change(said, context)
    if not read.entities and not (read.ask and (read.ask.choices or clocks(said.digits, bare=True))):
        return None
    return Frame(intent="reminder_change", entities=read.entities, ask=read.ask, correction=True, follow_up=True)


def _fewer_or_more_days(said: Utterance, named: Days | None) -> Frame | None:
    """Read days taken away from the reminder, or put to it."""
    text = said.words
    if other := _other_days(said.digits):
        return other
    if _NOT_ON.search(text) and (taken := weekdays(_NOT_ON.sub("", said.digits))) and taken.days:
        return Frame(intent="reminder_delete", entities={"days": list(taken.days)}, follow_up=True)
    if named and named.days and _PUTS_BACK.search(text):
        return Frame(intent="reminder_change", entities={"add_days": list(named.days)}, follow_up=True)
    if named and _ADDS.search(text) and not _SHIFTS.search(text):
        return _added(said, named)
    if named and len(named.days) > 1 and _ENDS.match(text) and not clocks(said.digits, bare=True):
        return Frame(intent="reminder_delete", entities={"days": list(named.days)}, follow_up=True)
    return None


def _other_days(text: str) -> Frame | None:
    """Read days put in place of others: "Thursday, not Tuesday"; of "every day, not Sundays" the other six are left."""
    if (match := RATHER.search(text)) is None:
        return None
    wanted, left = weekdays(text[: match.start()]), weekdays(text[match.end() :])
    if not (wanted and left and wanted.days and left.days):
        return None
    kept = [day for day in wanted.days if day not in left.days]
    if not kept:
        return None
    replaced = {"days": list(left.days)} if len(kept) == len(wanted.days) else {}
    entities = {**replaced, "new_days": kept, **_named_time(text)}
    return Frame(intent="reminder_change", entities=entities, correction=True, follow_up=True)


def _plainly(text: str) -> Frame | None:
    """Read what is said of all reminders in a word or two: "list", "start again", "turn them off"."""
    if _LIST.match(text):
        return Frame(intent="reminder_list")
    if _ON_AGAIN.match(text):
        return Frame(intent="reminder_resume", follow_up=True)
    return Frame(intent="reminder_delete", entities={"all": True}, follow_up=True) if _OFF.match(text) else None


def _of_another_subject(said: Utterance) -> bool:
    text = said.words
    if about_reminders(text) or said.has("distance", "mass", "energy", "pace", "speed"):
        return True
    return in_field(re.sub(r"\bruns?\b", "", text)) or _RESTS.search(text) is not None


def _added(said: Utterance, named: Days) -> Frame:
    entities = {"days": list(named.days), **_named_time(said.digits)}
    return Frame(intent="reminder_create", entities=entities, follow_up=True)


def _named_time(text: str) -> dict[str, Any]:
    hours = clocks(text, bare=True)
    return {"time": hours[0].shown} if hours and not hours[0].open else {}


def _changes(said: Utterance, named: Days | None) -> bool:
    """Whether a message changes something: by saying so, or by being little more than a time or days."""
    text = said.words
    if CORRECTS.search(said.digits) or _SHIFTS.search(text):
        return True
    timed = bool(clocks(said.digits, bare=True))
    if timed or named:
        brief = len(text.split()) <= _BRIEF
        return bool(_MOVES.search(text) or _OFFERS.search(text)) or (brief and not _ABOUT_ONE.search(text))
    return _MOVES.search(text) is not None and part_of_day(said.digits) is not None

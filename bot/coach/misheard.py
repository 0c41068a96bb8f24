"""An alarm that somebody takes back in the same talk: asked once, then the flags go and their question is answered.

It was my mum, a way of speaking, long ago: none of these is "I'm fine", which changes nothing. Whatever closed the
numbers is left by one plain question and a yes; what kept no flag is taken back at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from bot.coach import help_lines
from bot.coach.draft import Draft
from bot.coach.leaning import understand
from bot.coach.leaving import LEAVING, answer_asked
from bot.coach.permissions import ADULT_AGE_YEARS
from bot.coach.thread import SUMS
from bot.coach.triage import RAISED, flags_for, gravest, without
from bot.coach.turn import Exchange, Memory, Message
from bot.coach.workings import Workings
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.red_flags import tier
from bot.nlu.taken_back import TakenBack, taken_back
from bot.runner import Flag

_RECENT: Final = 6
"""So many turns back an alarm can still be taken back by words alone."""
_JUST_NOW: Final = 2
"""So many turns back "I meant ..." still puts an alarm right."""
_ANOTHER_QUESTION: Final = Pattern(r"\bnot what i (?:asked|said|meant|wrote)\b", re.IGNORECASE)
"""Puts a question right, and no age."""
_WHOLE: Final = SUMS | {"plan"}
_WORDS: Final = 4
"""A shorter question leans on one before it, which an alarm kept from being answered."""
_LOOSE: Final = frozenset({"knowledge_question", "out_of_scope", "feeling", "smalltalk"})
_ORDER: Final[tuple[Flag, ...]] = (
    "doctor_first",
    "eating_disorder",
    "reds_signs",
    "medical",
    "pregnant",
    "recent_birth",
    "minor",
)
"""Which of several flags is asked about; the gravest speaks for all."""


def answer_misheard(draft: Draft, w: Workings) -> bool:
    """Ask whether an alarm of this talk was none, or take it back where it left no flag; return whether it was so."""
    if gravest(w.frame.flags) is None and answer_asked(draft, w):
        return True
    how = taken_back(w.message.text) if w.message.action is None else None
    alarms = [one for one in w.memory.exchanges[-_RECENT:] if one.intent == "red_flag"]
    if how is None or _tells_an_age(w.frame):
        return False
    if not alarms:
        return _of_somebody_else(draft, w, how)
    raised = {str(flag) for one in alarms for flag in one.entities.get(RAISED, ())} & w.memory.runner.flags
    if _tells_more(w.frame, alarms, raised):
        return False
    flag = next((one for one in _ORDER if one in raised), None)
    if flag == "eating_disorder" and how == "past":
        return False  # what is behind somebody is no misreading, and figures can pull it back
    late = alarms[-1] not in w.memory.exchanges[-_JUST_NOW:]
    beside = how == "meant" or _ANOTHER_QUESTION.search(w.message.text) is not None
    if (flag == "minor" and beside) or (how == "meant" and late):
        return False  # "i meant my butt" puts a question right, and no age
    if flag is None:
        return _at_once(draft, w, alarms[-1])
    draft.kind = "clarify"
    draft.pending = f"{LEAVING}{flag}"
    draft.add(help_lines.words(draft, w.memory.runner, _name(draft, flag, how, alarms)))
    draft.button("yes", f"v1:leave:{flag}:yes")
    draft.button("no", f"v1:leave:{flag}:no")
    return True


def _of_somebody_else(draft: Draft, w: Workings, how: TakenBack) -> bool:
    """Take a plain answer back that was given to the wrong person; return whether there was one."""
    if how != "person" or w.last is None or w.last.reply.kind != "answer" or is_question(w.message.text.lower()):
        return False
    draft.kind = "clarify"
    draft.say("leaving.not_you")
    return True


def keep_open(draft: Draft, w: Workings) -> None:
    """Ask again where somebody goes on without a yes to what would open the figure that was withheld from them."""
    asked = w.thread.pending or ""
    withheld = (w.frame.intent in SUMS or w.frame.follow_up) and not draft.figures
    if not withheld or not asked.startswith((LEAVING, "adult")):
        return
    draft.pending = asked
    draft.new_paragraph()
    draft.say("leaving.still_open")
    for button in w.thread.last.reply.buttons if w.thread.last is not None else ():
        draft.buttons.append(button)


def _at_once(draft: Draft, w: Workings, alarm: Exchange) -> bool:
    """Take back an alarm that left no flag, if it was the last thing said."""
    if w.last is not alarm or w.frame.intent in SUMS or alarm.entities.get(RAISED):
        return False
    draft.say("leaving.misread")
    w.reopened = True
    return True


def question_left(memory: Memory, message: Message) -> tuple[Message, Frame] | None:
    """Return the newest question of the talk that an alarm kept from being answered, and what it says without it.

    Args:
        memory: The talk; its profile is without the flags that were taken back.
        message: The message that took them back, for its time and channel.
    """
    alarms = [at for at, one in enumerate(memory.exchanges) if one.intent == "red_flag"]
    for at in range(len(memory.exchanges) - 1, alarms[-1] - 1 if alarms else 0, -1):
        one = memory.exchanges[at]
        if one.intent != "red_flag" and (taken_back(one.said) is not None or len(one.said.split()) < _WORDS):
            continue
        asked = replace(message, text=one.said, action=None)
        read = understand(replace(memory, exchanges=memory.exchanges[:at]), asked)
        frame = _grown_up(without(read, frozenset(read.flags)))
        if frame.intent in _WHOLE or (frame.intent in _LOOSE and is_question(one.said.lower())):
            return asked, frame
    return None


def _tells_an_age(frame: Frame) -> bool:
    """Whether an age is told, which is confirmed in its own way."""
    return any("age_years" in one.entities for one in (frame, *frame.also))


def _tells_more(frame: Frame, alarms: Sequence[Exchange], raised: Collection[str]) -> bool:
    """Whether the message raises something that the alarms did not; what is acute counts unless it is the same."""
    known = {str(one.entities.get("category")) for one in alarms}
    news = [one for one in frame.flags if one not in known and tier(one) != "caution"]
    return any(tier(one) == "emergency" or not flags_for((one,)) or flags_for((one,)) - set(raised) for one in news)


def _name(draft: Draft, flag: Flag, how: TakenBack, alarms: Sequence[Exchange]) -> str:
    """Return the name of the question, by what was raised and how it is taken back."""
    harm = any(one.entities.get("category") == "self_harm" for one in alarms)
    name = f"leaving.wrong.{'self_harm' if flag == 'doctor_first' and harm else flag}"
    return f"{name}_{how}" if draft.texts.has(f"{name}_{how}") else name


def _grown_up(frame: Frame) -> Frame:
    """Return the frame without an age below 18, which was taken back."""
    also = tuple(_grown_up(one) for one in frame.also)
    kept = {name: value for name, value in frame.entities.items() if name != "age_years" or value >= ADULT_AGE_YEARS}
    return replace(frame, entities=kept, also=tuple(one for one in also if one.entities))

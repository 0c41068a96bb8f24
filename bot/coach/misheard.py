"""An alarm that somebody takes back in the same talk: the one way out, by how it was raised.

It was only likely, no sign of it was said: any denial or correction is taken at its word, at once. A sign was said: it
was my mum, a way of speaking, long ago (none of these is "I'm fine") lead to one plain question, and a yes. Either way
what they asked is answered then. An eating disorder is never left here (`bot.coach.leaving`). Why: decision 0013.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.coach import birth_told, help_lines
from bot.coach.draft import Draft
from bot.coach.leaning import understand
from bot.coach.leaving import LEAVING, MISREAD, answer_asked, ask, leave, take_off
from bot.coach.permissions import ADULT_AGE_YEARS
from bot.coach.sensing import CARED
from bot.coach.thread import SUMS
from bot.coach.told_of import beside_named
from bot.coach.triage import RAISED, SENSED, STATES, flags_for, gravest, without
from bot.coach.turn import Exchange, Memory, Message
from bot.coach.workings import Workings
from bot.nlu.care_topics import care_topics
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.put_right import answers_a_worry, feels_accused, is_well, never_so, puts_right, what_is_left
from bot.nlu.red_flags import tier
from bot.nlu.taken_back import TakenBack, taken_back
from bot.runner import Flag

LET_GO: Final = "let_go"
"""Name, among a turn's entities, of an alarm having been let go in it."""
_RECENT: Final = 6
"""So many turns back an alarm can still be taken back by words alone."""
_JUST_NOW: Final = 2
"""So many turns back "I meant ..." still puts an alarm right."""
_ANOTHER_QUESTION: Final = Pattern(r"\bnot what i (?:asked|said|meant|wrote)\b", re.IGNORECASE)
"""Puts a question right, and no age."""
_LATELY: Final = 3
"""So many turns back anything that puts right still means the alarm."""
_WHOLE: Final = SUMS | {"plan"}
_KEPT: Final = frozenset({"log_run", "log_weight", "reminder_create", "reminder_change", "set_profile"})
"""What an alarm kept from being stored."""
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

_NAMED: Final[Mapping[Flag, Pattern]] = {
    "recent_birth": Pattern(
        r"\b(?:bab(?:y|ies)|births?|born|kids?|child(?:ren)?|son|daughter|twins|mum|mom|mother|pregnan\w*"
        r"|post ?-?(?:partum|natal)|newborn)\b",
        re.IGNORECASE,
    ),
    "pregnant": Pattern(r"\b(?:pregnan\w*|expecting|bab(?:y|ies)|bump|due)\b", re.IGNORECASE),
}
"""States that are taken back only by words that name them: "i'm not ill" and "no, i mean the squeezes" name neither."""

_STATE_NAMED: Final[Mapping[str, Pattern]] = {
    "recent_birth": _NAMED["recent_birth"],
    "pregnancy": _NAMED["pregnant"],
    "minor": Pattern(
        r"\b(?:child\w*|kids?|minor|teen\w*|under ?-?(?:18|age\w*)|18|adult|grown|young|old|age|years?|school|uni"
        r"|college|work)\b",
        re.IGNORECASE,
    ),
    "eating_disorder": Pattern(
        r"\b(?:eat\w*|food|meals?|anorexi\w*|bulimi\w*|ed|starv\w*|purg\w*|throw\w*|vomit\w*|diet\w*|skip\w*|bing\w*)\b",
        re.IGNORECASE,
    ),
}
_TOLD_BEFORE: Final = Pattern(r"\bi (?:already |just )?(?:told you|said)\b", re.IGNORECASE)
_OF_A_BIRTH: Final = frozenset({"pregnancy", "recent_birth"})

_OF_THE_ANSWER: Final = Pattern(
    r"\bnot what i (?:asked|was asking|wanted to know|wanna know)\b|\b(?:didn'?t|did not|doesn'?t) answer\b",
    re.IGNORECASE,
)
"""Said of an answer and not of what was told before it."""


def answer_misheard(draft: Draft, w: Workings) -> bool:
    """Take an alarm of this talk back, or ask whether it was none; return whether it was so."""
    if gravest(w.frame.flags) is None and answer_asked(draft, w):
        return True
    if {"will_tell", "voice_comes", "why_earn"} & {*care_topics(w.message.text)} and not is_well(w.message.text):
        return False  # who goes to tell somebody, or asks what to do with such thoughts, takes nothing back
    if w.last is not None and "tell_close" in care_topics(w.last.said):
        return False  # whoever is named now is who is to be told
    if w.last is not None and w.last.intent != "red_flag" and _OF_THE_ANSWER.search(w.message.text):
        return False  # an answer missed what was asked; what was told stands
    if w.message.action is not None or _tells_an_age(w.frame) or birth_told.tells_time(w):
        return False
    alarms = [one for one in w.memory.exchanges[-_RECENT:] if one.intent == "red_flag"]
    if _taken_at_their_word(draft, w, alarms):
        return True
    how = taken_back(w.message.text)
    if how is None:
        return False
    return _asked_whether(draft, w, how, alarms) if alarms else _of_somebody_else(draft, w, how)


def was_just_supposed(memory: Memory) -> bool:
    """Whether one of the last turns raised an alarm, or said a line of care, that a correction may still mean."""
    return any(one.entities.get(SENSED) or one.entities.get(CARED) for one in memory.exchanges[-_LATELY:])


def _taken_at_their_word(draft: Draft, w: Workings, alarms: Sequence[Exchange]) -> bool:
    """Let go of what was only likely, as soon as it is put right in any words; return whether it was."""
    text = w.message.text
    if gravest(w.frame.flags) is not None:
        return False
    if answers_a_worry(text) and not what_is_left(text) and _was_let_go(w.memory.exchanges[-_JUST_NOW:]):
        draft.kind = "smalltalk"
        draft.say("leaving.believed")
        return True
    if alarms and alarms[-1].entities.get(SENSED):
        words = _let_go(w, alarms) if puts_right(text) else None
    elif _did_not_say_it(w):
        words = "leaving.not_said"
    else:
        cared = w.last is not None and w.last.entities.get(CARED) and answers_a_worry(text)
        words = "leaving.only_in_case" if cared else None
    if words is None:
        return False
    draft.say(words)
    w.frame = replace(w.frame, entities={**w.frame.entities, LET_GO: True})
    w.reopened = True
    return True


def _let_go(w: Workings, alarms: Sequence[Exchange]) -> str | None:
    """Take off what the likely alarms put on the profile and no sign did; return what to say, None if it stays."""
    alarm, after = alarms[-1], w.memory.exchanges[w.memory.exchanges.index(alarms[-1]) + 1 :]
    if _was_let_go(after) or not _means_it(w.message.text, alarm, len(after)):
        return None
    by_signs = {str(flag) for one in alarms if not one.entities.get(SENSED) for flag in one.entities.get(RAISED, ())}
    raised = {str(flag) for one in alarms for flag in one.entities.get(RAISED, ())} - by_signs
    gone = frozenset(one for one in w.runner.flags if one in raised)
    if gone:
        take_off(w, gone)
    return "leaving.my_mistake_low" if alarm.entities.get("category") == "self_harm" else "leaving.my_mistake"


def _was_let_go(exchanges: Sequence[Exchange]) -> bool:
    return any(one.entities.get(LET_GO) for one in exchanges)


def _did_not_say_it(w: Workings) -> bool:
    """Whether somebody says that an answer met them on what they never said; a record is put right elsewhere."""
    loose = w.frame.intent in _LOOSE | {"dispute", "why", "source"} and not w.frame.correction
    return loose and w.last is not None and w.last.intent != "red_flag" and feels_accused(w.message.text)


def _means_it(text: str, alarm: Exchange, turns_since: int) -> bool:
    """Whether a message that puts something right means this alarm; a state is let go by an outright denial alone."""
    if alarm.entities.get("category") in STATES:
        return never_so(text) and _denies_this(text, str(alarm.entities["category"]))
    return turns_since < _LATELY or taken_back(text) is not None


def _denies_this(text: str, category: str) -> bool:
    """Whether what a message denies may be this state: "im not pregnant" says nothing of an age."""
    named = {one for one, words in _STATE_NAMED.items() if words.search(text)}
    if category not in _STATE_NAMED:
        return True
    return category in named or (not named and taken_back(text) != "denied")


def _asked_whether(draft: Draft, w: Workings, how: TakenBack, alarms: Sequence[Exchange]) -> bool:
    """Ask whether an alarm that a sign raised was none, or take it back where it left no flag."""
    raised = {str(flag) for one in alarms for flag in one.entities.get(RAISED, ())} & w.memory.runner.flags
    if _tells_more(w.frame, alarms, raised):
        return False
    flag = next((one for one in _ORDER if one in raised), None)
    late = alarms[-1] not in w.memory.exchanges[-_JUST_NOW:]
    if _is_of_another_matter(w.message.text, flag, how) or (how == "meant" and late):
        return False
    if flag is None:
        return _at_once(draft, w, alarms[-1])
    if flag == "eating_disorder":
        return _stays_closed(draft, w, how)
    if flag in _NAMED and w.runner.sex == "male":
        leave(draft, w, flag, confirmed=True, misread=True)  # a man who denies it needs no question
        return True
    if is_well(w.message.text) and any(one.pending == f"{MISREAD}{flag}" for one in w.memory.exchanges[-_RECENT:]):
        leave(draft, w, flag, confirmed=True, misread=True)  # asked before, and answered now
        return True
    ask_whether_misread(draft, w, flag, how)
    return True


def _is_of_another_matter(text: str, flag: Flag | None, how: TakenBack) -> bool:
    """Whether what a message takes back says nothing of a state: "i meant my butt" puts right no age."""
    if flag == "minor":
        beside = how == "meant" or _ANOTHER_QUESTION.search(text) is not None
        return beside or (how == "denied" and not _denies_this(text, flag))
    return flag is not None and how != "person" and flag in _NAMED and _NAMED[flag].search(text) is None


def ask_whether_misread(draft: Draft, w: Workings, flag: Flag, how: TakenBack | None = None) -> None:
    """Ask the one plain question whether an alarm was a misreading."""
    harm = any(one.entities.get("category") == "self_harm" for one in w.memory.exchanges)
    name = f"leaving.wrong.{'self_harm' if flag == 'doctor_first' and harm else flag}"
    fitting = f"{name}_{how}" if how is not None and draft.texts.has(f"{name}_{how}") else name
    draft.add(help_lines.words(draft, w.memory.runner, fitting))
    ask(draft, flag, MISREAD)


def _stays_closed(draft: Draft, w: Workings, how: TakenBack) -> bool:
    """Believe who says that they have no such trouble, and leave the numbers closed: opening them is its own step."""
    if not never_so(w.message.text):
        return False  # "not bulimic anymore", "i meant the group": none of these says that it was never so
    name = "leaving.wrong.eating_disorder"
    draft.kind = "safety"
    draft.add(help_lines.words(draft, w.memory.runner, f"{name}_person" if how == "person" else name))
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
    if not withheld or not asked.startswith((LEAVING, MISREAD, "adult")):
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
    """Return what is to be answered once an alarm is gone, and what it says without it.

    That is what the message itself asks beside taking the alarm back, else the newest question of the talk that the
    alarm kept from being answered.

    Args:
        memory: The talk; its profile is without the flags that were taken back.
        message: The message that took them back.
    """
    rest = what_is_left(message.text) if message.action is None else ""
    if _TOLD_BEFORE.search(rest) and not is_question(rest):
        rest = ""
    if len(rest.split()) >= _WORDS or (rest and is_question(rest)):
        asked = replace(message, text=rest, action=None)
        read = understand(memory, asked)
        return asked, _grown_up(without(read, frozenset(read.flags)))
    alarms = [at for at, one in enumerate(memory.exchanges) if one.intent == "red_flag"]
    newest = len(memory.exchanges) - 1
    if feels_accused(message.text):
        alarms = [newest]  # the message before was met on something that it did not say
    for at in range(newest, alarms[-1] - 1 if alarms else newest, -1):
        one = memory.exchanges[at]
        said = one.said if one.intent == "red_flag" else _asked_in(one.said)
        if one.entities.get("category") in _OF_A_BIRTH and not _NAMED.keys() & memory.runner.flags:
            said = beside_named(said)
        if len(said.split()) < (1 if one.intent == "red_flag" else _WORDS):
            continue
        asked = replace(message, text=said, action=None)
        read = understand(replace(memory, exchanges=memory.exchanges[:at]), asked)
        frame = _grown_up(without(read, frozenset(read.flags)))
        loose = frame.intent in _LOOSE and (is_question(said.lower()) or care_topics(said) != ())
        if frame.intent in _WHOLE or loose or (one.intent == "red_flag" and frame.intent in _KEPT):
            return asked, frame
    return None


def _asked_in(text: str) -> str:
    """Return what a message of the talk asks, without what puts an alarm right."""
    return what_is_left(text) if puts_right(text) else text


def _tells_an_age(frame: Frame) -> bool:
    """Whether an age is told, which is confirmed in its own way."""
    return any("age_years" in one.entities for one in (frame, *frame.also))


def _tells_more(frame: Frame, alarms: Sequence[Exchange], raised: Collection[str]) -> bool:
    """Whether the message raises something that the alarms did not; what is acute counts unless it is the same."""
    known = {str(one.entities.get("category")) for one in alarms}
    news = [one for one in frame.flags if one not in known and tier(one) != "caution"]
    return any(tier(one) == "emergency" or not flags_for((one,)) or flags_for((one,)) - set(raised) for one in news)


def _grown_up(frame: Frame) -> Frame:
    """Return the frame without an age below 18, which was taken back."""
    also = tuple(_grown_up(one) for one in frame.also)
    kept = {name: value for name, value in frame.entities.items() if name != "age_years" or value >= ADULT_AGE_YEARS}
    return replace(frame, entities=kept, also=tuple(one for one in also if one.entities))

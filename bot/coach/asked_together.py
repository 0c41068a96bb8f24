"""Several things in one message: what is told, or the first question, is answered first, then each further question.

A search for all of it finds what meets one question and drops the other. So each is read and answered by itself, the
later ones as if they came next in the talk: "what shoes do i need and how often should i replace them".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.coach.denied import searched
from bot.coach.draft import Draft
from bot.coach.leaning import understand
from bot.coach.method_answers import speaks_of_ours
from bot.coach.permissions import permissions
from bot.coach.probing import probe_of
from bot.coach.thread import TOLD
from bot.coach.triage import without
from bot.coach.turn import Exchange, Memory, Message
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Searcher
from bot.nlu.frame import Frame
from bot.nlu.questions_apart import questions_apart, told_before_asked

_ASKED: Final = frozenset({"knowledge_question", "out_of_scope", "plan", "feeling"})
"""What a question to the articles may be read as."""
DONE: Final = frozenset({"log_run", "reminder_create"})
"""What is done first where a question stands behind it."""
_OPEN_TO: Final = frozenset({None, "number_free"})
_MET_WHOLE: Final = 0.9
"""How near an answer must be to a message for it to be one question, however many it seems. [cosine]"""


async def ask_one_by_one(searcher: Searcher, w: Workings) -> tuple[Message, ...]:
    """Narrow a turn to what its message asks first, and return the further questions; none where it is one.

    Nothing is cut where the first part alone would be taken for something else, where a part tells what is to be
    kept, and where one answer was written for the whole.
    """
    text = w.message.text
    if w.message.action is not None or w.frame.flags or w.frame.correction or w.frame.ask is not None:
        return ()
    of_ours = w.frame.about is not None or w.thread.topic == "figure" or speaks_of_ours(text)
    if of_ours or w.thread.figure_just_shown or probe_of(text) is not None:
        return ()  # what a figure or a study is asked about hangs together
    if permissions(w.runner).state not in _OPEN_TO or "language" in w.frame.entities:
        return ()  # words of care are found by the whole of a message
    cut = told_before_asked(text) if w.frame.intent in DONE else questions_apart(text)
    if cut is None or len(cut) < 2:
        return ()
    first, *later = (replace(w.message, text=one) for one in cut)
    read = read_part(w.memory, first)
    if not _is_the_same(w.frame, read) or not all(_only_asks(read_part(w.memory, one)) for one in later):
        return ()
    if w.frame.intent in _ASKED and (await searcher.search(w.question)).nearness >= _MET_WHOLE:
        return ()
    w.message, w.frame = first, replace(read, feeling=w.frame.feeling)
    w.question = searched(read.repaired or first.text, w.memory.exchanges)
    return tuple(later)


def as_if_next(draft: Draft, w: Workings) -> Memory:
    """Return the memory with what this turn answered so far as a turn of its own, for the next question to lean on."""
    said = draft.finish(turn_id=w.turn_id, mode="embedded")
    entities = {**w.frame.entities, **({TOLD: tuple(draft.told)} if draft.told else {})}
    answered = Exchange(
        turn_id=w.turn_id,
        said=w.message.text,
        reply=said,
        intent=w.frame.intent,
        entities=entities,
        pending=draft.pending,
        at=w.message.at,
    )
    return replace(w.memory, runner=w.runner, exchanges=(*w.memory.exchanges, answered))


def read_part(memory: Memory, message: Message) -> Frame:
    """Return what a part of a message says: of danger the whole was asked, and tells of none."""
    read = understand(memory, message)
    return without(read, frozenset(read.flags))


def _is_the_same(whole: Frame, first: Frame) -> bool:
    """Whether nothing that the whole tells is lost with what follows its first part."""
    alike = first.intent == whole.intent or (first.intent in _ASKED and whole.intent in _ASKED)
    return alike and first.entities == whole.entities and _kept(first) == _kept(whole)


def _kept(frame: Frame) -> Sequence[Frame]:
    return [one for one in frame.also if one.intent not in _ASKED]


def _only_asks(frame: Frame) -> bool:
    return (
        frame.intent in _ASKED and frame.about is None and not frame.entities and not _kept(frame) and frame.ask is None
    )

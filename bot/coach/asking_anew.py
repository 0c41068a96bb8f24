"""Read a question asked once more because the answer missed it, and a question with a wish for its statistic behind it.

Both are searched for by their subject alone: "I asked about hunger, not belly fat: does running make me eat more?".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bot.coach.complaint import asked_part, complains
from bot.coach.probing import probe_of
from bot.coach.statistics_asked import UNITS, content, own_subject
from bot.coach.thread import Thread
from bot.nlu.frame import Frame, QuestionType
from bot.nlu.pattern import Pattern

_ASKED: Final = Pattern(
    r"\bi (?:was |am |have |had |just |only |already )*(?:asked|asking|meant|wanted to know|want to know)(?: you)?"
    r"(?: (?:about|for|to know|what|if|whether))?:? (?P<subject>[^.?!]{4,140})",
    re.IGNORECASE,
)
_NOT_THIS: Final = Pattern(
    r"\b(?:that|this)(?:'s| is| was)\b[^.?!]{3,60}\bnot (?:the |an? |about )*(?P<subject>[^.?!,]{4,60})"
    r"|\bstill not (?:the |an? |about )*(?P<still>[^.?!,]{4,60})",
    re.IGNORECASE,
)
_UNANSWERED: Final = Pattern(
    r"\byou (?:have |still |just )*(?:didn'?t|did not|never|haven'?t) (?:even |really |actually )*"
    r"(?:say|said|answer(?:ed)?|tell|told)(?: me)? (?:(?:if|whether) )?(?P<subject>[^.?!]{6,120})",
    re.IGNORECASE,
)
"""What was left unanswered, whatever the last reply was about."""
_EVIDENCE_FOR: Final = Pattern(
    r"\b(?:evidence|proof|stud(?:y|ies)|research|papers?|trials?|data)\b (?:is there |do you have |have you got )?"
    r"(?:that|for|on|behind|about|showing(?: that)?) (?P<subject>[^.?!]{3,120})",
    re.IGNORECASE,
)
_CLAIM_THEN_SOURCE: Final = Pattern(
    r"^(?P<claim>[^.?!]{12,140})[.?!]\s*(?:any |what |your )?(?:evidence|sources?|proof|citations?|references?"
    r"|stud(?:y|ies))\W*$",
    re.IGNORECASE,
)
_BUT_NOT: Final = Pattern(r",? (?:and )?not (?:about |the |for )*[^:,.?!]{3,60}(?=[:,]|$)", re.IGNORECASE)
_CLAIM_THEN_TRUE: Final = Pattern(
    r"^(?!(?:so |and |but )*(?:you|your|u)\b)(?P<claim>[^?!]{16,200}?)[.,?!;]*\s+(?:(?:is|are) (?:it|that|this|they|he"
    r"|she) (?:really |actually |even )*(?:true|right|so|correct|legit|a (?:thing|myth)|real)|(?:really "
    r"|actually )?true"
    r"(?: or (?:false|not|rubbish|nonsense|a myth))?|fact or (?:fiction|myth)|(?:any )?truth (?:in|to) (?:it|that|this)"
    r"|or (?:is (?:it|that) )?(?:a )?(?:myth|rubbish|nonsense))\W*$",
    re.IGNORECASE,
)
"""A claim told whole, with the doubt behind it: it is asked for itself, whatever was spoken of before."""
_NO_REMINDER: Final = Pattern(
    r"(?:no[,.!]* |but )?(?:i (?:don'?t|do not|didn'?t) (?:want|need|ask for)|no) (?:an? |any )?reminders?"
    r"(?: please| thanks)?[.,!;]* *(?:but )?i (?:asked|meant|was asking|wanted to know)(?: you)?(?: about)? "
    r"(?P<subject>.{4,140})",
    re.IGNORECASE,
)
"""A question read as a wish for a reminder, and asked again."""
_ASKS: Final = Pattern(
    r"(?:is|are|am|was|do|does|did|can|could|should|would|will|how|what|why|which|when|where|go or|run or)\b",
    re.IGNORECASE,
)
_FEWEST_ASKED: Final = 4
"""Words of a whole question."""
_NOTHING: Final = Pattern(
    r"^(?:that|this|it|you|something (?:else|different)|a (?:simple )?question|already|before|yes or no)\b",
    re.IGNORECASE,
)
_MISSED: Final = frozenset({"knowledge_question", "calorie_question", "projection_question", "why", "source", "more"})
"""Answers that may have missed the question."""
_LOOSE: Final = frozenset(
    {"knowledge_question", "out_of_scope", "dispute", "why", "source", "more", "calorie_question", "smalltalk"}
)
_DOUBTS: Final = frozenset({"why", "source", "dispute", "out_of_scope", "smalltalk"})
_QUESTIONS: Final = frozenset({"knowledge_question", "calorie_question", "projection_question"})
_STATISTIC_OF: Final = frozenset({"knowledge_question", "out_of_scope", "why", "source", "dispute", "calorie_question"})

_FEWEST_ALONE: Final = 1
"""Words of content that name a subject where nothing was spoken of before."""
_LATELY: Final = 3
_STEM: Final = 6
_WHICH_TRIALS: Final = Pattern(r"\b(?:which|what|whose|name the) (?:trials?|stud(?:y|ies)|papers?)\b", re.IGNORECASE)
_YES_OR_NO: Final = Pattern(r"(?:so |and |but )*(?:do|does|did|is|are|can|will|would)\b", re.IGNORECASE)

Parse = Callable[[str], Frame]


def asked_anew(text: str, plain: Frame, thread: Thread, parse: Parse) -> Frame | None:
    """Return the question behind a complaint, or without its wish for a statistic; None if it is neither.

    Args:
        text: The message.
        plain: What it says by itself.
        thread: The talk.
        parse: Reads a text by itself.
    """
    last = thread.last.intent if thread.last is not None else None
    if plain.about not in {None, "certainty"} or (plain.intent == "dispute" and plain.entities):
        return None  # a doubt that tells the right values asks for the sum with them
    if plain.intent.startswith("reminder_") and (match := _NO_REMINDER.match(text)):
        read = parse(f"{match['subject']}?")
        question = read if read.intent in _QUESTIONS else Frame(intent="knowledge_question", question=read.question)
        return _searched(question, match["subject"], again=True)
    missed = last in _MISSED or (last == "out_of_scope" and thread.walls > 0)
    if plain.intent in _LOOSE and (left := _unanswered(text, parse)) is not None:
        return left
    if missed and plain.intent in _LOOSE and (subject := _restated(text)):
        read = parse(f"{subject}?")
        question = read if read.intent in _QUESTIONS else Frame(intent="knowledge_question", question="how_much")
        return _searched(question, subject, again=True)
    if missed and plain.intent in _LOOSE and complains(text):
        read, rest = parse(asked_part(text)), asked_part(text)
        return _searched(read, rest, again=True) if read.intent in _QUESTIONS else None
    return _of_a_claim(text, plain, thread) or _statistic_alone(text, plain, thread)


def _of_a_claim(text: str, plain: Frame, thread: Thread) -> Frame | None:
    """Return the question whether a claim holds that the message itself tells; None if it tells none."""
    if plain.intent in _DOUBTS and (match := _CLAIM_THEN_TRUE.match(text)) and own_subject(match["claim"]):
        return Frame(intent="knowledge_question", question="is_it_true")
    match = _EVIDENCE_FOR.search(text) if plain.intent in {"source", "why"} else None
    if match and (own_subject(match["subject"]) or _is_new(match["subject"], thread)):
        return _searched(Frame(intent="knowledge_question", question="is_it_true"), match["subject"])
    if plain.intent == "source" and (match := _CLAIM_THEN_SOURCE.match(text)) and own_subject(match["claim"]):
        return _searched(Frame(intent="knowledge_question", question="is_it_true"), match["claim"])
    return None


def _is_new(subject: str, thread: Thread) -> bool:
    """Whether a subject was not spoken of in the last turns, so that their sources are none of its."""
    lately = " ".join(f"{one.said} {one.reply.text}" for one in thread.exchanges[-_LATELY:]).lower()
    words = content(subject)
    return bool(words) and not any(word[:_STEM] in lately for word in words)


def _statistic_alone(text: str, plain: Frame, thread: Thread) -> Frame | None:
    """Return the question beside a wish for a statistic, or the wish alone where only units were named."""
    only_units = plain.entities.keys() == {"units_pref"} and probe_of(text) == "statistic"
    if only_units:  # "the lean mass change in kg?" wants an amount and no other units
        plain = Frame(intent="why", question="how_much")
        if own_subject(text) is None:
            return plain
    return _statistic_of(text, plain, thread)


def _statistic_of(text: str, plain: Frame, thread: Thread) -> Frame | None:
    """Return the question a wish for a statistic stands beside; None if it is of what was just said."""
    if plain.intent not in _STATISTIC_OF or plain.entities or probe_of(text) != "statistic":
        return None
    subject = own_subject(text, fewest=_FEWEST_ALONE if thread.cited is None else None)
    if subject is None:
        return None
    # "Does it …? Effect size, which trials?" wants the verdict with its trials; "… how much on average?" the amount.
    of_a_claim = _WHICH_TRIALS.search(text) is not None and _YES_OR_NO.match(subject) is not None
    asked: QuestionType = "yes_no" if of_a_claim else "how_much"
    return _searched(Frame(intent="knowledge_question", question=asked), subject)


def _unanswered(text: str, parse: Parse) -> Frame | None:
    """Return the question that somebody says was left unanswered: "you didn't say if 18 min is good"."""
    left = _UNANSWERED.search(text)
    if left is None or _NOTHING.match(left["subject"]):
        return None
    read = parse(f"{left['subject']}?")
    return _searched(read, left["subject"], again=True) if read.intent in _QUESTIONS else None


def _restated(text: str) -> str | None:
    match = _ASKED.search(text)
    subject = match["subject"] if match else None
    if subject is None and (match := _NOT_THIS.search(text)):
        subject = match["subject"] or match["still"]
    if match is not None and (whole := _whole_question(text[match.end() :])):
        return whole
    if subject is None or _NOTHING.match(subject):
        return None
    return _BUT_NOT.sub("", subject).strip(" ,:;") or None


def _whole_question(rest: str) -> str | None:
    """Return the question that follows "i asked about X, not Y" in its own sentence."""
    asked = rest.strip(" .,;:!?-")
    return asked if _ASKS.match(asked) and len(asked.split()) >= _FEWEST_ASKED else None


def _searched(frame: Frame, subject: str, *, again: bool = False) -> Frame:
    kept = own_subject(subject) or subject
    asks_amount = frame.question in {None, "how"} and any(unit.asked.search(subject) for unit in UNITS)
    return Frame(
        intent=frame.intent,
        entities=frame.entities,
        question="how_much" if asks_amount or frame.question is None else frame.question,
        repaired=kept,
        correction=again and frame.intent == "knowledge_question",
    )

"""The turns after an emergency: what is said of it is answered by it, and what is harmless as on any day.

May I walk now, my father's heart, how many calories, an "ok": these are met in short words, and the number to call is
not said again for a message that names no danger.
"""

from __future__ import annotations

import re
from typing import Final

from bot.coach import help_lines
from bot.coach.draft import Draft
from bot.coach.misheard import LET_GO, ask_whether_misread
from bot.coach.thread import SUMS
from bot.coach.triage import SENSED
from bot.coach.workings import Workings
from bot.nlu.care_topics import care_topics
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern
from bot.nlu.red_flags import tier

_STAY_TURNS: Final = 3
_LOW_TURNS: Final = 6
"""A wish not to live is stayed with for longer."""
_ADRIFT: Final = frozenset({"out_of_scope", "smalltalk", "feeling", "thanks", "yes", "no"})
"""What people say next in an emergency, mostly about it."""
_TODAY: Final[frozenset[str]] = frozenset({"coughed_blood", "dark_urine", "hot_swollen_calf", "palpitations_at_rest"})
"""Signs for which exercise waits until a doctor has looked, though they are no emergency yet."""
_ASKED: Final = frozenset({"knowledge_question", "plan"})
_BETTER: Final = Pattern(r"\b(?:talked|spoke|told|bit better|feel(?:ing)? (?:\w+ )?better|calmer)\b", re.IGNORECASE)
_EXERCISE: Final = Pattern(
    r"\b(?:run\w*|jog\w*|walk\w*|train\w*|rac(?:e|es|ing)|exercis\w*|workout|gym|faster|sprint\w*|intervals?|marathon"
    r"|parkrun|\d ?k|plan|session|swim\w*|cycl\w*|lift\w*|squats?|vo2\w*|max|test)\b",
    re.IGNORECASE,
)
"""What waits for a doctor."""

_FAMILY: Final = Pattern(
    r"\b(?:dad|father|mum|mom|mother|brother|sister|parents?|uncle|aunt|gran\w*|family|runs in)\b", re.IGNORECASE
)
_HEART: Final = Pattern(r"\b(?:heart|stroke|cardiac|died|bypass|stents?)\b", re.IGNORECASE)
_PASSED: Final = Pattern(r"\b(?:gone|passed|better|stopped|fine now|ok now|okay now|went away|eased)\b", re.IGNORECASE)
_MAY_I: Final = Pattern(
    r"\b(?:can|could|should|may|shall|ok to|okay to|safe to|allowed to)\b.{0,20}\b(?:walk|run|jog|move|go out|exercise"
    r"|train|start)|\bwhat (?:can|may|should|do) i do (?:till|until|before|in the meantime|meanwhile|now)",
    re.IGNORECASE,
)
_RANG: Final = Pattern(
    r"\b(?:rang|called|phoned|booked|made|got|have|seeing)\b.{0,24}\b(?:doctor|dr|gp|them|appointment|clinic|surgery"
    r"|him|her|in|up)\b"
    r"|\bappointment\b|\bi(?:'?ve| have)? (?:just )?(?:rang|called|phoned)\b",
    re.IGNORECASE,
)
_SCARED: Final = Pattern(
    r"\b(?:scared|afraid|frightened|worried|anxious|panick?\w*|drama|overreact\w*|sorry|silly)\b", re.IGNORECASE
)

_FINE: Final = Pattern(
    r"\b(?:i'?m|i am|im|feel(?:ing)?|its|it'?s) (?:\w+ ){0,2}(?:fine|ok(?:ay)?|all ?right|alright|good|well)\b"
    r"|\bnothing (?:serious|wrong|bad)\b",
    re.IGNORECASE,
)

_WHO: Final = Pattern(r"\bwho(?:m)?\b.{0,24}\b(?:help\w*|tell|talk|call|ask|see|go)\b|\bwhere (?:do|can) i\b", re.I)
_A_WALK: Final = Pattern(r"\b(?:walk|walking|run|running|jog|go out|outside|fresh air|exercise)\b", re.IGNORECASE)
_WHAT_IS_IT: Final = Pattern(
    r"\b(?:is|are|could|can|was) (?:that|this|it|these)\b(?! (?:\w+ ){0,2}to\b)|\bbaby blues\b|\bdepress\w*\b"
    r"|\bnormal\b",
    re.IGNORECASE,
)


def stay_with_it(draft: Draft, w: Workings) -> bool:
    """Answer what is said of an emergency of the last turns, and hold what waits for a doctor; return whether it was.

    What is harmless is left to be answered as ever. Where danger was only likely, a figure asked for leads to the
    question whether it was a misreading at all.
    """
    if "doctor_first" not in w.memory.runner.flags:
        return _wait_for_the_doctor(draft, w)
    sums, found = w.frame.intent in SUMS, words_next(w)
    low = any(one.entities.get("category") == "self_harm" for one in w.memory.exchanges)
    of_it = sums or found is not None
    recent = w.memory.exchanges if of_it else w.memory.exchanges[-(_LOW_TURNS if low else _STAY_TURNS) :]
    alarm = next((one for one in reversed(recent) if one.intent == "red_flag"), None)
    if alarm is None or tier(alarm.entities["category"]) != "emergency":
        return False
    if any(one.entities.get(LET_GO) for one in recent[recent.index(alarm) :]):
        return False
    harmed = alarm.entities.get("category") == "self_harm"
    if sums and alarm.entities.get(SENSED):
        ask_whether_misread(draft, w, "doctor_first")
        return True
    if not sums and not (_waits(w, harmed=harmed) if w.frame.intent in _ASKED else w.frame.intent in _ADRIFT):
        return False
    draft.kind = "safety"
    if harmed and _BETTER.search(w.message.text) and "start" in care_topics(w.message.text):
        draft.add(help_lines.words(draft, w.memory.runner, "safety.after_self_harm"))
        return True
    usual = "safety.still_self_harm" if harmed else "safety.still"
    found = words_while_low(w) if harmed else found
    own = (help_lines.unsaid(draft, found) if found is not None else None) or usual
    draft.add(help_lines.words(draft, w.memory.runner, own))
    return True


def _wait_for_the_doctor(draft: Draft, w: Workings) -> bool:
    """Answer who asks whether to run on after a sign that wants a doctor today; return whether it was that."""
    lately = [one for one in w.memory.exchanges[-_STAY_TURNS:] if one.intent == "red_flag"]
    asks = w.frame.intent in _ASKED | _ADRIFT and _MAY_I.search(w.message.text) is not None
    if not (asks and lately and lately[-1].entities.get("category") in _TODAY):
        return False
    draft.kind = "safety"
    draft.add(help_lines.words(draft, w.memory.runner, "alarm.may_i"))
    return True


def _waits(w: Workings, *, harmed: bool) -> bool:
    """Whether a question to the articles is about the alarm, or about what waits for a doctor."""
    if harmed:
        return words_while_low(w) is not None
    if not is_question(w.message.text.lower()):
        return True  # "it's just heartburn, I know that" asks for nothing
    return words_next(w) is not None or _EXERCISE.search(w.message.text) is not None


def words_while_low(w: Workings) -> str | None:
    """Return the name of the fixed words for what is asked after a wish not to live; None for the usual ones."""
    text = w.message.text
    if _WHO.search(text):
        return "alarm.low_who"
    if _A_WALK.search(text):
        return "alarm.low_walk"
    return "alarm.low_what" if _WHAT_IS_IT.search(text) else None


def words_next(w: Workings) -> str | None:
    """Return the name of the fixed words that answer what is said after an emergency; None for the usual ones."""
    text = w.message.text
    if w.frame.intent in SUMS:
        return "alarm.figure"
    if _FAMILY.search(text) and _HEART.search(text):
        return "alarm.family"
    if _RANG.search(text) and not text.rstrip().endswith("?"):
        return "alarm.rang"
    if _MAY_I.search(text):
        return "alarm.may_i"
    if _SCARED.search(text):
        return "alarm.scared"
    if _PASSED.search(text):
        return "alarm.passed"
    return "alarm.fine" if _FINE.search(text) else None

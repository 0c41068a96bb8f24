"""Answer short questions about the figure just shown: its error, its range, its formula, the studies behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach import receipts
from bot.coach.draft import Draft
from bot.coach.method_answers import METHOD, answer_method, family_of_figure
from bot.coach.statistics_asked import own_subject
from bot.coach.study_details import asks_which_study, detail_of
from bot.coach.workings import Workings
from bot.nlu.frame import About, Intent
from bot.nlu.pattern import Pattern

_LONGEST: Final = 14
_MAY_ASK: Final[frozenset[Intent]] = frozenset(
    {"out_of_scope", "knowledge_question", "why", "source", "dispute", "more", "smalltalk", "log_query"}
)
_ASKS: Final[tuple[tuple[About, Pattern], ...]] = (
    (
        "weight_taken",
        Pattern(
            r"\bwhy\b.{0,20}\b(?:not|instead of|rather than|and not)\b.{0,12}\b(?:mean|average|trend|moving)\b"
            r"|\bwhich (?:of my )?weigh\w*\b.{0,16}\b(?:use|used|take|took|start)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "thumb",
        Pattern(
            r"\b(?:cost|energy|kcals?|calories)(?: \w+){0,2} (?:per|a|each) (?:km|kilomet\w+|mile)\b"
            r"|\bspeed[- ]independent\b"
            r"|\bindependent of (?:the )?(?:speed|pace)\b|\b(?:speed|pace) (?:should\w*|does\w*) (?:not |nt )?matter\b",
            re.IGNORECASE,
        ),
    ),
    (
        "sensitivity",
        Pattern(
            r"\bsensitiv\w+|\bhow (?:much|strongly|far)\b.{0,16}\b(?:depend|hang|hinge|chang)\w*\b.{0,24}\b(?:weight"
            r"|mass|age"
            r"|speed|pace|input)|\bwhich input\b|\bpartial derivative",
            re.IGNORECASE,
        ),
    ),
    (
        "interval",
        Pattern(
            r"\b(?:prediction|confidence|credible|tolerance) (?:interval|band|limit)s?\b|\b(?:95|90|80) ?%"
            r"|^(?:and|so|but|ok|with|a|an|the|what(?:'?s| is)?|give me|show me|in|its?|your|please|[ ,])*(?:range"
            r"|interval|band"
            r"|bounds|ci|pi|spread)\b|\bpoint estimate\b|\bpercentiles?\b|\bquantiles?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "error",
        Pattern(
            r"\b(?:errors?|rmse|mae|bias|residuals?|sd|standard deviation|accuracy|precision|uncertainty|tolerance)\b"
            r"|\+ ?/? ?-|±|\bplus ?(?:or|/)? ?minus\b|\bhow (?:far off|wrong|accurate|precise|exact)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "validation",
        Pattern(
            r"\bhow many (?:people|runners|subjects|participants|adults)\b(?!.{0,20}\b(?:run|lose|burn)\b)"
            r"|\bsample(?: size)?\b"
            r"|\bn ?=|\bwhat people\b",
            re.IGNORECASE,
        ),
    ),
    (
        "equation",
        Pattern(
            r"^\W*(?:(?:and|so|the|what|which|is|was|whats|what's) )*(?:formula|equation|model)\W*$", re.IGNORECASE
        ),
    ),
)
_EXPONENT: Final = Pattern(
    r"\b1\.[01]\d?\b(?! ?(?:k|km|miles?|mi|kg)\b)|\bslow(?:er)? runners\b|\b(?:over|under)-?(?:predict|estimat)\w*"
    r"|\btoo (?:fast|optimistic|slow|pessimistic)\b",
    re.IGNORECASE,
)
"""After a race time, what is asked of the exponent without its name: "shouldn't it be 1.15?"."""
_SPEED_TAKEN: Final = Pattern(
    r"\b(?:what|which)\b.{0,10}\b(?:speed|pace|distance|weight|height|age|sex|body ?fat)\b.{0,12}\b(?:did|do|was|is|are"
    r"|have)\b"
    r".{0,8}\b(?:you )?(?:assum\w*|us(?:e|ed|ing)|t(?:ake|ook)|based?)\b|\bat what (?:speed|pace)\W*$",
    re.IGNORECASE,
)
_PEOPLE: Final = Pattern(
    r"^(?:(?:and|but|so|ok|what about|how about|does|is|it|that|this|hold|holds|also|the same|true|valid|tested|for|in"
    r"|on|with"
    r"|just|only)[ ,]*)+(?:wom[ae]n|females?|men|males?|girls)\W*$",
    re.IGNORECASE,
)
_AMOUNTS: Final = Pattern(r"\bhow (?:much|many)\b", re.IGNORECASE)


def answer_on_figure(draft: Draft, w: Workings) -> bool:
    """Answer a question that leans on the figure just shown; return whether it was one."""
    text = w.message.text
    if w.thread.figured is None or w.thread.topic != "figure" or len(text.split()) > _LONGEST:
        return False
    if w.frame.flags or w.frame.intent not in _MAY_ASK or w.frame.about not in {None, "certainty"}:
        return False
    if _SPEED_TAKEN.search(text):
        w.frame = replace(w.frame, intent="why", entities={}, about="inputs")
        receipts.receipt(draft, w)
        return True
    about = _about(text, w)
    if about is None:
        return False
    w.frame = replace(w.frame, intent="source", entities={}, about=about)
    answer_method(draft, w, about)
    return True


def _about(text: str, w: Workings) -> About | None:
    """Return what of the figure is asked; None where a subject of its own is."""
    if asks_which_study(text):
        return "validation"
    last = w.last
    of_method = last is not None and last.entities.get("about") in METHOD
    if of_method and _PEOPLE.search(text):
        return "sexes"
    if family_of_figure(w) == "race" and _EXPONENT.search(text):
        return "scope"
    asked = next((about for about, pattern in _ASKS if pattern.search(text)), None)
    if asked is not None:
        return None if asked in {"error", "interval"} and own_subject(text) is not None else asked
    detail = detail_of(text)
    told = detail is not None and (detail.name == "people" or not _AMOUNTS.search(text))
    return "detail" if told and own_subject(text) is None else None

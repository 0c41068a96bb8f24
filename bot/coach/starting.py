"""Answer a beginner who asks for the plan itself: the first week, its minutes, tomorrow, whether it is too much."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from bot.coach import picking, triage
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library
from bot.voice.phrase import phrase

Asked = Literal["too_much", "minutes", "tomorrow", "unfit", "week"]

_ARTICLE: Final = "start-running"
_MIN: Final = r"(?:minutes?|mins?)"
_PATTERNS: Final[Mapping[Asked, re.Pattern[str]]] = {
    "too_much": re.compile(
        rf"^(?:\w+ ){{0,2}}(?:is|are|would|can i do)\b.{{0,12}}?\b(?P<n>\d{{1,3}}) ?{_MIN}\b.{{0,40}}\b(?:too (?:much"
        r"|long|hard)|ok(?:ay)?|fine|alright|all right|enough)\b",
        re.IGNORECASE,
    ),
    "minutes": re.compile(
        rf"\bhow (?:many|much|long)\b.{{0,24}}\bwalk\w*\b.{{0,24}}\b(?:jog|run)\w*|\bhow (?:many|much|long)\b.{{0,24}}"
        rf"\b(?:jog|run)\w*\b.{{0,24}}\bwalk\w*|\b{_MIN}\b.{{0,12}}\bnot steps\b",
        re.IGNORECASE,
    ),
    "tomorrow": re.compile(
        r"\bwhat (?:exactly )?(?:do|should|shall|can) i (?:actually |exactly |even )?do (?:exactly )?(?:tom\w+|first"
        r"|today|tonight|on (?:the first day|day (?:1|one)))\b",
        re.IGNORECASE,
    ),
    "unfit": re.compile(r"\btoo (?:unfit|out of shape)\b", re.IGNORECASE),
    "week": re.compile(
        r"\b(?:give|make|need|want|write|show|have|got)\b.{0,24}\b(?:plan|schedule|programme|program)\b"
        r"|\bwhere (?:do|should|would|can) i (?:even |actually )?(?:start|begin)\W*$",
        re.IGNORECASE,
    ),
}
"""How each is asked for; the first that fits."""
_OTHER_MATTER: Final = re.compile(
    r"\b(?:marathon|half|\d+ ?k\b|\d+ ?km|miles?|race|pb|sub|faster|speed|intervals?|butt|bum|glutes?|strength"
    r"|workout|squats?|meals?|diet|eat\w*|food|calor\w*|kcal|burn\w*|weight|fat|kilos?|kg|belly|baby|birth|pregnan\w*"
    r"|section|kids?|son|daughter|reminders?|remind|every day|a day|steps? a|enough for|treadmill|bike|swim\w*"
    r"|privacy|plan for (?:my|a) (?:friend|mum|dad|wife|husband))\b",
    re.IGNORECASE,
)
_NO_STEPS: Final = re.compile(r"\bnot steps\b", re.IGNORECASE)
_FIRST: Final = re.compile(r"\b(?:first|start\w*|begin\w*|new|jog\w*)\b", re.IGNORECASE)
_JOGGING: Final = re.compile(r"\bjog\w*\b|\brunning\b(?! plan)|\bnon ?stop\b", re.IGNORECASE)
_AFTER_YEARS: Final = re.compile(r"\b(?:years?|ages|decades?|never|long time)\b", re.IGNORECASE)
_ELSEWHERE: Final = ("reminder_", "log_")
_ROUTINE_RUNS, _ROUTINE_KM_PER_WEEK = 6, 10
"""From so many logged runs, or so much a week, the first week is not what is asked for."""
_LONGEST_JOG_MIN, _LONGEST_OUTING_MIN = 10, 30
"""Longer pieces and outings are better cut up in the first week. [min]"""
_SENTENCES_OF_THE_WEEK: Final = 3


def answer_beginner(draft: Draft, w: Workings, library: Library) -> bool:
    """Give the first week, or the part of it that was asked for, with its source; return whether it was that."""
    asked = _asked(w, library)
    if asked is None or _ARTICLE not in library.articles:
        return False
    article = library.articles[_ARTICLE]
    w.frame = replace(w.frame, intent="knowledge_question", ask=None, also=())
    if asked == "too_much":
        _whether_too_much(draft, w)
    elif asked == "week":
        if _AFTER_YEARS.search(w.message.text):
            draft.say("start.after_years")
        _week(draft, article, library)
    else:
        draft.say("start.not_too_unfit" if asked == "unfit" else f"start.{asked}")
    _with_source(draft, w, article, library)
    older = ("older_beginner",) if permissions(w.runner).older else ()
    for caution in dict.fromkeys((*triage.cautions(w.frame.flags), *older)):
        draft.new_paragraph()
        draft.say(f"safety.{caution}")
    if asked in {"week", "tomorrow"}:
        draft.button("remind_me", "v1:remind")
    return True


def _asked(w: Workings, library: Library) -> Asked | None:
    text = w.message.text
    told = w.frame.intent
    if told.startswith(_ELSEWHERE) or told == "red_flag" or _OTHER_MATTER.search(_NO_STEPS.sub("", text)):
        return None
    if permissions(w.runner).state is not None or not _begins(w):
        return None
    asked = next((name for name, pattern in _PATTERNS.items() if pattern.search(text)), None)
    subject = w.thread.article(library)
    on_it = subject is not None and subject.slug == _ARTICLE
    return asked if asked != "too_much" or on_it or _FIRST.search(text) else None


def _begins(w: Workings) -> bool:
    known = w.runner.runs_now_km_per_week
    return len(w.memory.runs) < _ROUTINE_RUNS and (known is None or known < _ROUTINE_KM_PER_WEEK)


def _week(draft: Draft, article: Article, library: Library) -> None:
    plan = picking.of_part(article, "how_to")[:_SENTENCES_OF_THE_WEEK]
    if any(draft.was_said(sentence.text) for _, sentence in plan):
        draft.say("start.week_again")
        return
    for passage, sentence in plan:
        draft.add(draft.quote(passage, sentence, library))


def _whether_too_much(draft: Draft, w: Workings) -> None:
    match = _PATTERNS["too_much"].search(w.message.text)
    minutes = int(match["n"]) if match else 0
    if _JOGGING.search(w.message.text):
        name = "jog_piece" if minutes <= _LONGEST_JOG_MIN else "jog_long"
    else:
        name = "total_fine" if minutes <= _LONGEST_OUTING_MIN else "total_long"
    draft.say(f"start.{name}", time=phrase(f"{minutes} minutes", "said"))


def _with_source(draft: Draft, w: Workings, article: Article, library: Library) -> None:
    """End with a cited sentence that was not said yet, or, when none is left, with the marks alone."""
    verdict = picking.verdict(draft, article, w.message.text)[:1]
    for passage, sentence in verdict:
        draft.add(draft.quote(passage, sentence, library))
    if not verdict:
        passage = article.part("verdict")[0]
        marks = draft.cite(passage, passage.sentences[0], library)
        draft.add(phrase("".join(f"[{n}]" for n in marks), f"passage:{marks[0]}"))

"""Stay with an ache that was told: what to do now, whether to rest or go, and when to have it seen, with the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.first_weeks import PlanTurn, next_day
from bot.coach.permissions import permissions
from bot.coach.planned import has_not_run, says_no_run_yet
from bot.coach.probing import probe_of
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library
from bot.nlu.ache_words import AcheAsked, Part, ache_asked, ache_told, part_named
from bot.nlu.care_topics import care_topics
from bot.nlu.pattern import Pattern
from bot.nlu.plan_words import asks_next, plan_asked
from bot.nlu.read_question import question_type
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.voice.phrase import phrase

_ARTICLES: Final[Mapping[Part, str]] = {
    "knee": "running-and-knees",
    "knee_outside": "outer-knee-pain",
    "shin": "shin-splints-achilles",
    "achilles": "shin-splints-achilles",
    "heel": "heel-pain",
    "hip": "hip-and-hamstring-pain",
    "back": "low-back-pain",
    "legs": "sore-muscles",
}
_LOOSE: Final = frozenset(
    {"out_of_scope", "knowledge_question", "feeling", "smalltalk", "why", "dispute", "plan", "yes", "no", "more"}
)
_OPEN_TO: Final = frozenset({None, "under_18"})
_HOLDS: Final = 5
"""Turns for which an ache is still what short words are about."""
_OF_ONESELF: Final = Pattern(r"\b(?:i|i'm|im|my|me|mine)\b", re.IGNORECASE)
_LONGEST: Final = 40
_WORDS: Final = 55
_SENTENCES: Final = 2
_STEERS: Final = "pain sore less load stop"
"""What the fitting wording of a verdict speaks of."""
_OF_LESS_RUNNING: Final = (
    r"\b(?:cut your runs|run about half|cut back to half|one run grow|a smaller dose|managing the dose)\b"
)
_OF_WEIGHT: Final = Pattern(r"\b(?:weight|heavy|overweight|weigh|kg|kilos?|stone|lbs?|pounds)\b")
_OF_LATER: Final = Pattern(r"\b(?:tomorrow|again)\b")
"""What the morning after decides, whatever holds of sore legs today."""
_OUTRIGHT: Final = frozenset({"week", "tomorrow"})
"""Who asks for the plan gets it, and the care for what aches beside it."""


def answer_ache(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer what is told or asked of an ache; return whether it was one. Words that hurt are none."""
    text = w.message.text
    if not _may_tell_of_an_ache(w):
        return False
    said = _plain(text)
    earlier = _told_before(w)
    asked = ache_asked(said, aching=earlier is not None)
    if asked is None and earlier is not None and says_no_run_yet(text):
        asked = "told"
    part = ache_told(said) or (part_named(said) if earlier is not None else None) or earlier
    article = library.articles.get(_ARTICLES[part]) if part is not None else None
    if asked is None or part is None or article is None or _is_of_the_plan(said):
        return False
    if has_not_run(w) and asked != "worse" and part != "legs":  # stiff calves come from having gone
        _before_running(draft, article, library, part, said)
        return True
    graver = asked == "worse" or (asked == "rest_or_go" and _was_worse(w))
    kind = question_type(said)  # "my legs are sore, can I run?" is two needs and one question
    if kind == "yes_no" and not (graver or _OF_LATER.search(said)) and _verdict(draft, article, said, "yes_no"):
        _claim(draft, article, library, said, "yes_no")
        _walk_through(draft, article, library, part, worse=False)
    else:
        if kind != "how" or graver:
            _open(draft, asked, part, again=earlier == part, graver=graver)
        _tell(draft, article, library, part, said, worse=graver)
    if not graver:
        _when_next(PlanTurn(draft=draft, w=w, library=library, said=said), asked, part)
    return True


def _may_tell_of_an_ache(w: Workings) -> bool:
    """Whether a message may be of an ache of the person's own, and theirs is no state with its own words."""
    text = w.message.text
    is_other = w.frame.flags or len(text.split()) > _LONGEST or "remark" in care_topics(text)
    if not (w.frame.intent in _LOOSE or _no_reminder(w)) or is_other:
        return False
    of_others = probe_of(text) == "cause" and not _OF_ONESELF.search(text)
    return permissions(w.runner).state in _OPEN_TO and not of_others


def _when_next(turn: PlanTurn, asked: AcheAsked, part: Part) -> None:
    """Say what to watch, and the day of the next run where it is asked along with a mild ache."""
    draft = turn.draft
    if asked in {"milder", "rest_or_go"} and not draft.ever_asked("ache.watch"):
        draft.say("ache.watch")
    if asks_next(turn.said):
        draft.say("ache.next", part=draft.texts.say(f"ache.part.{part}"), next=next_day(turn))


def for_runners(w: Workings) -> list[str]:
    """Return what marks sentences on how to run less, which tell nothing to somebody who has not run."""
    return [_OF_LESS_RUNNING] if has_not_run(w) else []


def _before_running(draft: Draft, article: Article, library: Library, part: Part, said: str) -> None:
    """Tell somebody who has not run how to begin with an ache: walks first, then the article's claim."""
    draft.say("ache.not_running", part=draft.texts.say(f"ache.part.{part}"))
    heavy = picking.of_part(article, "for_smaller")[:1] if _OF_WEIGHT.search(said) else []
    for passage, sentence in picking.fresh(draft, heavy):
        draft.add(draft.quote(passage, sentence, library))
    _claim(draft, article, library, said)
    if not draft.ever_asked("ache.watch"):
        draft.say("ache.watch")


def _is_of_the_plan(said: str) -> bool:
    """Whether the first plan is asked for, or the weather is what keeps somebody in."""
    return plan_asked(said, on_plan=False) in _OUTRIGHT or plan_asked(said, on_plan=True) == "rain"


def _no_reminder(w: Workings) -> bool:
    """Whether "do i skip the next one" was read as about a reminder of somebody who has none."""
    told = w.frame.intent.startswith("reminder_") and "time" not in w.frame.entities
    return told and not w.memory.reminders and "remind" not in w.message.text.lower()


def care_beside(draft: Draft, w: Workings, library: Library) -> None:
    """Add the first care for an ache that a message told beside something else."""
    said = _plain(w.message.text)
    part = ache_told(said)
    article = library.articles.get(_ARTICLES[part]) if part is not None else None
    if part is not None and article is not None and permissions(w.runner).state in _OPEN_TO:
        draft.new_paragraph()
        _tell(draft, article, library, part, said, worse=False)


def _tell(draft: Draft, article: Article, library: Library, part: Part, said: str, *, worse: bool) -> None:
    """Tell what to do, then the article's claim or its marks."""
    _walk_through(draft, article, library, part, worse=worse)
    _claim(draft, article, library, said)


def _walk_through(draft: Draft, article: Article, library: Library, part: Part, *, worse: bool) -> None:
    """Tell the steps an article gives, in short if they were told before."""
    steps = picking.of_part(article, "caution") if worse else _steps(article, part)
    told = draft.was_said(steps[0][1].text)
    if told and not worse:
        draft.say(f"ache.in_short.{part}")
    elif not told:
        for passage, sentence in picking.within(draft, steps, room=_WORDS, most=_SENTENCES):
            draft.add(draft.quote(passage, sentence, library))


def _claim(draft: Draft, article: Article, library: Library, said: str, asked: Literal["yes_no"] | None = None) -> None:
    """Tell the fitting wording of the verdict, or only its marks where all were told."""
    verdict = _verdict(draft, article, said, asked)
    for passage, sentence in verdict:
        draft.add(draft.quote(passage, sentence, library))
    if not verdict:
        passage = article.part("verdict")[0]
        marks = draft.cite(passage, passage.sentences[0], library)
        draft.add(phrase("".join(f"[{n}]" for n in marks), f"passage:{marks[0]}"))


def _verdict(
    draft: Draft, article: Article, said: str, asked: Literal["yes_no"] | None = None
) -> list[picking.Quotable]:
    """Return the fitting wording of the verdict; nothing where all were told."""
    return picking.verdict(draft, article, f"{said} {_STEERS}", asked)[:1]


def _steps(article: Article, part: Part) -> list[picking.Quotable]:
    """Return the steps for a part: of an article on two parts, those that begin with its name, if there are such."""
    steps = picking.of_part(article, "how_to")
    own = [one for one in steps if re.match(rf"For (?:the )?{part}", one[1].text, re.IGNORECASE)]
    return own or steps


def _open(draft: Draft, asked: AcheAsked, part: Part, *, again: bool, graver: bool) -> None:
    """Say that an ache was heard, in words for how it was told."""
    once_more = "told_again" if asked == "told" and again else asked
    opening = "not_yet" if graver and asked != "worse" else once_more
    draft.say(f"ache.{opening}", part=draft.texts.say(f"ache.part.{part}"))


def _told_before(w: Workings) -> Part | None:
    """Return the part that was last told to hurt in the last turns."""
    told = (ache_told(_plain(one.said)) for one in reversed(w.memory.exchanges[-_HOLDS:]))
    return next((part for part in told if part is not None), None)


def _was_worse(w: Workings) -> bool:
    """Whether a sign that wants a look was told of it in the last turns."""
    return any(ache_asked(_plain(one.said), aching=True) == "worse" for one in w.memory.exchanges[-_HOLDS:])


def _plain(text: str) -> str:
    return repaired(tidy(text), names=names_in(text))

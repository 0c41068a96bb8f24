"""A figure that seems small: what does more, and what is asked beside a yes to whether the runs come on top."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.method_answers import family_of_figure
from bot.coach.permissions import permissions
from bot.coach.turn import Message
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

_ARTICLE: Final = "outrun-your-diet"
_LATELY: Final = 3
"""So many turns back a figure is still the one that is spoken of."""
_LONGEST: Final = 16
_MORE: Final = Pattern(
    r"\bwhat(?:s| is| would be| will be| does| do| can| would| else)?\b.{0,16}\b(?:better|works? (?:better|best)"
    r"|does more|help"
    r"(?:s)? more|more effective|faster|quicker|speed (?:it|that) up)\b(?!.*\b(?:than|or|for my|knee|shoe|time"
    r"|breakfast)\b)"
    r"|\bwhat else (?:can|could|should|would|do|is there|helps?|works?)\b.{0,16}$"
    r"|\bhow (?:do|can|could|would) i (?:get|lose|make it|do) (?:more|better|it faster|that faster"
    r"|more than that)\b.{0,12}$"
    r"|\bhow (?:do|can|could) i (?:speed (?:it|that|this) up|get there (?:faster|sooner|quicker))\b"
    r"|\b(?:(?:do|have|got|is there|isnt there|know|want|need|give me|show me) (?:you |me )?(?:have |got "
    r"|know )?(?:anything|something|any way|a way"
    r"|a plan)|anything|something)\b.{0,12}\b(?:faster|quicker|sooner|stronger|that works"
    r"|more effective)\b(?!.*\b(?:than|my|shoe|pace)\b)"
    r"|\b(?:can|could|will) (?:it|this|that|i) (?:\w+ )?(?:go|be|work|lose it|do it|get there) (?:any |a bit "
    r"|much )?(?:faster|quicker|sooner)\b"
)
"""Asked of a figure just shown, it wants what takes off more."""
_YES: Final = Pattern(
    r"^(?:(?:yes|yeah|yea|yep|yup|ok|okay|sure|right|correct|exactly|no|nope|nah|on top|it is|they are|it does|please"
    r"|pls)"
    r"[ ,]*)+(?:[.!;]+|,| but| and)\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS: Final = 3


def answer_more_than_that(draft: Draft, w: Workings, library: Library) -> bool:
    """Say what does more than the runs of the figure just shown; return whether that was asked."""
    article = library.articles.get(_ARTICLE)
    newest = w.memory.exchanges[-_LATELY:]
    shown = any(one.reply.figures for one in newest) and family_of_figure(w) == "fat"
    if (
        article is None
        or not shown
        or w.frame.intent in {"yes", "no"}
        or permissions(w.runner).state is not None
        or w.frame.flags
    ):
        return False
    text = tidy(w.message.text)
    if len(text.split()) > _LONGEST or not _MORE.search(text):
        return False
    draft.say("follow.more_than_that")
    for passage, sentence in picking.verdict(draft, article, text)[:1]:
        draft.add(draft.quote(passage, sentence, library))
    draft.button("less_food", "v1:less")
    draft.button("one_more", "v1:one_more")
    return True


def asked_beside_yes(w: Workings) -> Message | None:
    """Return what a message asks after a yes or no to the open question: "yes on top. whats better then"."""
    if w.frame.intent not in {"yes", "no"} or w.thread.pending is None or w.message.action is not None:
        return None
    match = _YES.match(w.message.text)
    rest = match["rest"] if match is not None else ""
    if len(rest.split()) < _FEWEST_WORDS or not is_question(tidy(rest)):
        return None
    return replace(w.message, text=rest, action=None)

"""Answer how many calories somebody should eat: no number is set, and how to find their own is told."""

from __future__ import annotations

import re
from typing import Final

from bot.coach import answering, picking
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.starting import keep_told
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Passage
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

_ARTICLE, _QUESTION = "resting-metabolic-rate", "How many calories should I eat a day?"
_CAL: Final = r"(?:cal\w*|kcals?)"
_ASKS: Final = Pattern(
    rf"\bhow (?:many|much) {_CAL}\b.{{0,16}}\b(?:(?:should|do|can|must|shall|could|may|would) i|am i (?:meant|supposed"
    r"|allowed) to) (?:\w+ ){0,2}?(?:eat|need|have|get|consume|take in|be eating|be on|aim for)\b(?! (?:to )?(?:burn"
    r"|run|use))"
    rf"|\bhow many {_CAL} (?:a|per) day\b(?!.{{0,24}}\b(?:burn|use|spend)\w*)"
    rf"|\b(?:what|which)\b.{{0,12}}\b(?:daily )?{_CAL} (?:target|goal|intake|limit|budget)\b.{{0,24}}\b(?:i|me|my)\b"
    rf"|\b(?:set|give|tell) me (?:a |my )?(?:daily )?{_CAL} (?:target|goal|intake|limit|budget|number)\b"
)
_OTHERWISE: Final = Pattern(
    r"\b(?:burn\w*|before|after|during|per run|for (?:a|my|the) (?:run|race|marathon|5k|10k)|deficit|gap|less|fewer|cut"
    r"|under|protein|carbs|bmr|resting|\d{3,4})\b"
)
"""With one of these it is another question, which has its own answer."""
_AGAIN: Final = Pattern(
    rf"(?:^|[.,!?;] ?|\b(?:so|but|and) )how many {_CAL}(?: (?:then|though|tho|a day|per day|is it|now))*\W*$"
)
_YOUNG: Final = Pattern(
    r"\b(?:school|teacher|homework|class|pe|gcses?|a ?levels?|mum|mom|parents|teen\w*|grounded)\b", re.IGNORECASE
)
"""Words of somebody who may be a child: their age is asked before food is spoken of in amounts."""
_HOLDS: Final = 3


def answer_eating_amount(draft: Draft, w: Workings, library: Library) -> bool:
    """Say why no number is set, and the way on; return whether it was asked."""
    if permissions(w.runner).state is not None or w.frame.flags or not _asks(w):
        return False
    passage = _passage(library)
    if passage is None:
        return False
    keep_told(draft, w)
    if w.runner.age_years is None and _YOUNG.search(w.message.text):
        draft.kind, draft.pending = "clarify", "age_years"
        draft.say("talk.eating_amount_age")
        return True
    if not picking.whole(draft, passage):
        draft.say("talk.eating_amount_again")
        return True
    answering.explain(draft, library.articles[_ARTICLE], w, library, focus=passage)
    return True


def _asks(w: Workings) -> bool:
    text = tidy(w.message.text)
    asking = [one for one in re.split(r"[.?!]+", text) if _ASKS.search(one)]
    if asking:
        return not any(_OTHERWISE.search(one) for one in asking)
    before = (tidy(one.said) for one in w.memory.exchanges[-_HOLDS:])
    return _AGAIN.search(text) is not None and any(_ASKS.search(one) for one in before)


def _passage(library: Library) -> Passage | None:
    article = library.articles.get(_ARTICLE)
    held = article.part("answers") if article is not None else ()
    return next((one for one in held if one.asked[0] == _QUESTION), None)

"""Read which run is to go and which is to come back, where the words for it stand apart from the run they mean.

"What 5 km? I didn't log that. Delete it" means the 5 km and not the run told last; "put the 7 km back" means the 7 km
that was taken out.
"""

from __future__ import annotations

from typing import Final

from bot.nlu.frame import Context, Frame
from bot.nlu.named_run import named_run
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_OF_RUNS: Final = frozenset({"log_run", "log_query", "undo", "export_data"})
_WHAT: Final = (
    r"(?P<{0}>it|that|them|both|(?:the|my|that) (?:(?:last|deleted|removed|other|old) )?(?:\w+ ){{0,2}}?"
    r"(?:runs?|one|1|entry|walk)|(?:the |my |that )?(?:\w+days? )?\d{{1,3}}(?:\.\d{{1,2}})?[ -]?"
    r"(?:kms?|k|milers?|miles?|mi)?(?: (?:run|one|1|entry))?|(?:the |my )?\w+days?(?: (?:run|one|1))?)"
)
"""A run that is pointed at or named by its day or size."""
_BACK: Final = Pattern(
    rf"\b(?:put|bring|get|give|add|want|need)(?: me)? {_WHAT.format('a')} back\b(?! (?:to|by|on) )"
    rf"|\b(?:put|bring|add) back {_WHAT.format('b')}(?!\w)|\b(?:restore|undelete|recover) {_WHAT.format('c')}(?!\w)"
    r"|\bundelete\b|\bundo (?:the|that|my) (?:delete|deletion|removal|undo)\b"
    r"|\b(?:deleted|removed|took out|dropped) the wrong (?:one|1|run|thing|entry)\b"
    r"|\bdidnt (?:want|mean) (?:that|it) (?:deleted|removed|gone)\b|\bdidnt mean to (?:delete|remove)\b"
)
_TAKE_IT_OUT: Final = Pattern(
    r"\b(?:delete|remove|scrap|scratch|erase|bin|drop|undo|get rid of|take) (?:it|that|this)(?: (?:one|1|run|entry))?"
    r"(?: (?:out|off|away))?(?= ?(?:[,.;!?]|$)"
    r"| (?:please|pls|plz|thanks|thx|then|now|again|from|too|asap|its|it|i|as)\b)"
)
_POINTED_AT: Final = Pattern(
    r"(?<!was )(?<!it is )(?<!its )(?<!were )(?<!be )(?<![\d.:])(?P<n>\d{1,3}(?:\.\d{1,2})?)[ -]?"
    r"(?:kms?|k|milers?|miles?|mi)\b"
)
_TOLD: Final = Pattern(
    r"\b(?:i|we) (?:just |only |really |actually )?(?:ran|run|did|jogged|walked|meant|mean) (?:an? )?\d"
)


def read_back(said: Utterance, context: Context) -> Frame | None:
    """Return the wish that a run that was taken out comes back, or None; `meant` names it beside `again`."""
    text = said.digits
    of_runs = context.last_intent in _OF_RUNS or "run_ids" in context.last_entities
    told_whole = said.has("distance") and said.has("duration", "clock")
    match = _BACK.search(text) if of_runs and "?" not in text and not told_whole else None
    if match is None:
        return None
    what = match["a"] or match["b"] or match["c"] or ""
    return Frame(intent="undo", meant={"again": True, **named_run(said, _with_article(what))})


def read_pointed_out(said: Utterance) -> Frame | None:
    """Return the wish to take out the one run whose size the message names beside "delete it"; None if it is none."""
    text = said.digits
    sizes = {float(match["n"]) for match in _POINTED_AT.finditer(text)}
    if len(sizes) != 1 or not _TAKE_IT_OUT.search(text) or _TOLD.search(text):
        return None
    return Frame(intent="undo", meant={"size": sizes.pop()})


def _with_article(what: str) -> str:
    return f"the {what}" if what[:1].isdigit() else what

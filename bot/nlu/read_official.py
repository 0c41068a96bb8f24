"""Read the time that counts for a run told before: "chip time for the half was 1:51:47"."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.run_kinds import kind_named
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance

_RUN_TALK: Final = frozenset({"log_run", "log_query", "undo"})
_OFFICIAL: Final = Pattern(
    r"\b(?:chip|official|net|finish(?:ing)?)(?: race)?(?: time)?\b(?: (?:of|for|on) (?:the "
    r"|my )?[\w ]{2,20}?)?"
    r"(?: (?:is|was|says|of|should be|at|=))* ?:? ?(?P<time>\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?![\d:]| ?(?:/|per|a) ?(?:km"
    r"|mi))"
)
"""A time that counts more than the one told before."""
_NO_CORRECTION: Final = Pattern(r"\b(?:predict\w*|goal|target|aim\w*|hop\w+|want|plan\w*|kg|kilos?|lbs?|weigh\w*)\b")

_CUE: Final = Pattern(
    r"\b(?:fix|correct|change|update|edit|amend|adjust|actually|really|should|wrong|sorry|oops|not|instead|no)\b"
)


def read_official(said: Utterance, context: Context) -> Frame | None:
    """Return the correction of a run's time, named by its day or kind, else of the one told last; None for no such."""
    text = said.digits
    time = _OFFICIAL.search(text)
    if time is None or PAST_RUN.search(text) or _NO_CORRECTION.search(text) or is_question(text):
        return None
    if said.has("distance") and not _CUE.search(text):
        return None  # "10k race on sunday, chip time 54:37" tells a run
    told = said.saying(text[time.start("time") :])
    duration = run_size(told)[0].get("duration_s")
    named = _day(said) or ({"kind": kind} if (kind := kind_named(text, anywhere=True)) is not None else {})
    if duration is None or not (named or context.last_intent in _RUN_TALK):
        return None
    sizes: dict[str, Any] = {"duration_s": duration}
    if (distance := said.first("distance")) is not None:
        sizes["distance_m"] = distance.value
    return Frame(intent="log_run", entities=sizes, meant=named, correction=True, follow_up=True)


def _day(said: Utterance) -> dict[str, Any]:
    today = said.now.date()
    found = {one.on for one in days(said.digits, today=today, towards="past") if one.on <= today}
    return {"which_date": found.pop().isoformat()} if len(found) == 1 else {}

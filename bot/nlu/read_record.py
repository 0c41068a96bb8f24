"""Read which stored record is meant, and what is to be taken back: "the first one", "monday's run", "my weight"."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.run_kinds import kind_named
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance

_FIRST: Final = 1
_LAST: Final = -1
_THAT: Final = 0
"""The one just told or changed: "delete that run"."""
_PLACES: tuple[tuple[int, Pattern], ...] = (
    (_FIRST, Pattern(r"\bthe (?:first|1st)(?: (?:one|1|run|of (?:them|those)))?\b")),
    (2, Pattern(r"\bthe (?:second|2nd)(?: (?:one|1|run))?\b")),
    (3, Pattern(r"\bthe (?:third|3rd)(?: (?:one|1|run))?\b")),
    (_LAST, Pattern(r"\b(?:the|my|that) (?:last|latest|most recent)(?: (?:one|1|run|jog|walk|entry))?\b")),
)
_TAKE_AWAY = Pattern(
    r"^(?:(?:please|ok|oh|no|actually|sorry|can you|could you|oops|hmm|and)[ ,]*)*(?:delete|remove|scrap|scratch|erase"
    r"|forget|bin|drop|undo|take out|get rid of)\b"
)
_NO_RECORD = Pattern(r"\b(?:reminders?|nudges?|alarms?|data|account|everything|all of (?:it|that))\b")
_FIELDS: tuple[tuple[str, Pattern], ...] = (
    ("weight_kg", Pattern(r"\bmy (?:weight|weigh[- ]?in)\b")),
    ("height_m", Pattern(r"\bmy height\b")),
    ("age_years", Pattern(r"\bmy age\b")),
    ("sex", Pattern(r"\bmy (?:sex|gender)\b")),
    ("goal", Pattern(r"\bmy goal\b")),
    ("time_zone", Pattern(r"\bmy (?:city|time ?zone|place)\b")),
    ("waist_cm", Pattern(r"\bmy waist\b")),
    ("runs_now_km_per_week", Pattern(r"\bhow (?:much|far) i run\b")),
)
_PUT_BACK = Pattern(
    r"^(?:(?:no|oh|wait|actually|sorry|please)[ ,]*)*(?:put (?:it|that) back|bring (?:it|that) back"
    r"|undo (?:the )?undo|restore (?:it|that))\W*$"
)
_THE_RUN = Pattern(r"\b(?:run|jog|walk|workout)\b")
_ONE = Pattern(r"\b(?:one|(?<![\d.:])1(?![\d.:])|run|first|second|third|last|walk)\b")
_RUN_TALK = frozenset({"log_run", "log_query", "undo"})
_THE_WALK = Pattern(r"\b(?:the|my|that) (?:\w+ )?(?:walk|hike)\b")
_NEWEST = Pattern(
    r"\bthe (?:new|newest|newly added|extra|additional|duplicate|duplicated|double|doubled|copied|other new)(?: (?:one"
    r"|1|run"
    r"|entry))?\b|\bthe (?:one|1|run|entry) (?:that )?(?:you|u) (?:just |have )?(?:added|made|created|logged|put in)\b"
    r"|\bthe duplicates?\b"
)
"""The run that was added last, where another was to be changed."""
_NIGHT = Pattern(r"\b(?:last|the|this) night (?:was|is|were)\b")
"""So somebody tells how they slept."""
_MAKE_IT = Pattern(r"\b(?:make|change|set|was|is|should be|correct)\b")


def which_run(said: Utterance) -> dict[str, Any]:
    """Return which run is meant: `which` (1 is the first, -1 the last told) or `which_date`; empty if none is named."""
    place = next((number for number, pattern in _PLACES if pattern.search(said.words)), None)
    if place is not None:
        return {"which": place}
    today = said.now.date()
    # "the monday one" names no day for those who read reminders; of runs it does.
    found = days(re.sub(r" (?:ones?|1)\b", "", said.words), today=today, towards="past")
    day = next((day for day in found if day.on <= today), None)
    return {"which_date": day.on.isoformat()} if day is not None else {}


def read_take_back(said: Utterance, context: Context) -> Frame | None:
    """Read a wish to take a named record back, or to put one back; a plain "undo" is none of these."""
    text = said.words
    if _PUT_BACK.search(text):
        return Frame(intent="undo", meant={"again": True})
    if not _TAKE_AWAY.search(text) or _NO_RECORD.search(text) or is_question(text):
        return None
    field = next((name for name, pattern in _FIELDS if pattern.search(text)), None)
    if field is not None:
        return Frame(intent="undo", meant={"field": field})
    if context.last_intent not in _RUN_TALK and not _THE_RUN.search(text):
        return None
    kind = kind_named(text) or ("walk" if _THE_WALK.search(text) else None)
    named = {"newest": True} if _NEWEST.search(text) else which_run(said)
    if not named and kind is not None:
        return Frame(intent="undo", meant={"kind": kind})
    named = named or ({"which": _THAT} if _THE_RUN.search(text) else {})
    return Frame(intent="undo", meant=named) if named else None


def read_other_run(said: Utterance, context: Context) -> Frame | None:
    """Read a correction of an earlier run: "make the first one 8.4 km", "the monday one was 2k"."""
    text = said.words
    if is_question(text) or _NIGHT.search(text) or not _MAKE_IT.search(text) or context.last_intent not in _RUN_TALK:
        return None
    named = which_run(said) if _ONE.search(text) else {}
    sizes, _ = run_size(said)
    sizes.pop("date", None)
    if not (named and sizes):
        return None
    return Frame(intent="log_run", entities=sizes, meant=named, correction=True, follow_up=True)

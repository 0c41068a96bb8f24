"""Read words that take a log back or put it right: "I did NOT run 5k", "delete the 16.2 one", "no, WED was 6.4"."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME
from bot.units import METRES_PER_KM, METRES_PER_MILE

_RUN_TALK: Final = frozenset({"log_run", "log_query", "undo"})

_NOT_ME = Pattern(
    r"^(?:(?:no+|nah|hey|wait|but|what|um|sorry|stop)\b[ ,.!?]*)*i (?:did ?nt|didnt|did not|never|havent|have not)"
    r" (?:actually |even |really )?(?:run|ran|do|did|done|say|said|go|gone|walk|jog|running|mean)\b"
    r"|\b(?:that|it|this) (?:wasnt|was not|isnt|is not) (?:me|mine|my run|a run|one of mine)\b"
    r"|\b(?:thats|that is|its|it was|that was|this is) (?:just |only )?the same (?:one|1|run|thing)\b"
    r"|\bnot an? (?:new|second|other|another|extra) (?:one|1|run)\b"
    r"|\b(?:logged|counted|got|have|put) (?:it|that|this) twice\b"
    r"|\b(?:i )?(?:wasnt|am not|wasn t) (?:telling|logging|reporting|adding)\b|\bit was (?:just |only )?a question\b"
    r"|^(?:(?:no+|hey|wait)\b[ ,.!]*)*(?:dont|do not|you shouldnt) (?:log|store|save|count|keep) (?:that|it|this)\b"
)
_WHAT_RUN = Pattern(
    r"^(?:(?:wait|no|hey|huh|hang on|but|um|sorry|eh)[ ,]*)*(?:what|which) (?:\d+(?:\.\d+)? ?(?:kms?|k|miles?|mi"
    r"|min\w*)?"
    r"|run|runs)\b[ ?!,.]*(?:but |and )?i (?:havent|have not|have never|didnt|did not|never|dont) (?:even |actually )?"
    r"(?:run|ran|done|run|logged|start\w*|do)\b"
)
"""A run that was never told is denied, in whatever talk: "what 5 km? i haven't run anything"."""
_ONE_OF_SIZE = Pattern(
    r"\b(?:delete|remove|scrap|scratch|erase|bin|drop|take out|get rid of|undo)\b[^.?!]{0,12}\b(?:the|that|my) "
    r"(?P<n>\d{1,3}(?:\.\d{1,2})?) ?(?:k|km|kms|mi|miles?)? ?(?:one|1|run|jog|walk|entry)\b(?!\s*(?:am|pm|:))"
)
_RESET = Pattern(
    r"\b(?:reset|wipe|clear|empty|delete|erase|remove|start)\b[^.?!]{0,14}\b(?:my|the|all|whole|entire|every|over)\b"
    r"[^.?!]{0,14}\b(?P<what>logs?|logbook|runs?|weights|weigh[- ]?ins)\b(?! (?:on|of|from|yesterday|today)\b)"
)
_ALL = Pattern(
    r"\b(?:all|every|everything|whole|entire|reset|wipe|clear|empty|log|logs|logbook|weights|weigh[- ]?ins)\b"
)
_DAY_WAS = Pattern(
    rf"\b(?P<day>{DAY_NAME}|yesterday)(?:s)?(?: (?:one|1|run))? was (?:only |actually |really |just )?"
    r"(?P<n>\d{1,3}(?:\.\d{1,2})?) ?(?:(?P<mi>miles?|mi)|kms?|k)?(?![\d:.]|\w)"
)
_WAS_RIGHT = Pattern(r"\bwas (?:right|correct|fine|ok|okay|good|as it was|already right)\b")


def read_denial(said: Utterance, context: Context) -> Frame | None:
    """Return the wish to take back what was logged, or None: `meant` says which record, nothing for the last one."""
    text = said.digits
    if (reset := _RESET.search(text)) and _ALL.search(text):
        what = reset["what"]
        kind = "weigh_ins" if what.startswith("weigh") else "runs" if what.startswith("run") else "log"
        return Frame(intent="undo", meant={"everything": kind})
    of_reminders = context.last_intent is None or context.last_intent.startswith("reminder_")
    if (sized := _ONE_OF_SIZE.search(text)) and not of_reminders:
        meant: dict[str, Any] = {"size": float(sized["n"])}
        return Frame(intent="undo", meant=meant)
    if context.last_intent in _RUN_TALK and _WAS_RIGHT.search(text) and (day := _DAY_WAS.search(text)):
        return _of_one_day(said, day)
    if _WHAT_RUN.match(text):
        return Frame(intent="log_query", entities={"measure": "too_many"})
    if context.last_intent == "log_run" and not is_question(text) and _NOT_ME.search(text):
        return Frame(intent="undo")
    return None


def _of_one_day(said: Utterance, match: re.Match[str]) -> Frame | None:
    """Return the correction of one day's run, where the message says of another day that it was right."""
    today = said.now.date()
    named = [day for day in days(match["day"], today=today, towards="past") if day.on <= today]
    if not named:
        return None
    miles = match["mi"] is not None or (said.units == "imperial" and not match.group().endswith(("k", "km", "kms")))
    sizes = {"distance_m": float(match["n"]) * (METRES_PER_MILE if miles else METRES_PER_KM)}
    meant = {"which_date": named[0].on.isoformat()}
    return Frame(intent="log_run", entities=sizes, meant=meant, correction=True, follow_up=True)

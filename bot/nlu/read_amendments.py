"""Read a message that puts the log right more than once, or puts it right and tells or asks something besides."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.nlu.frame import Context, Frame
from bot.nlu.log_question import log_question
from bot.nlu.pattern import Pattern
from bot.nlu.read_amend import read_amend
from bot.nlu.read_back import read_back, read_pointed_out
from bot.nlu.read_official import read_official
from bot.nlu.read_put_right import read_put_right, read_spare, read_wrong_change
from bot.nlu.read_record import read_take_back
from bot.nlu.read_run import read_run
from bot.nlu.read_weigh_in_right import read_weigh_in_right
from bot.nlu.read_weight import read_weight
from bot.nlu.utterance import Utterance

_JOINT: Final = Pattern(
    r"[.;!?]+ +|,? +(?:and|also|plus|but|then)(?: (?:also|then|please|the))* +(?=(?:i|im|delete|remove|undo|log"
    r"|add|take|bring|restore|change|make|scrap|drop|show|what|whats|how|mon|tue|wed|thu|fri|sat|sun|today|yesterday|last|ran|did"
    r"|set|put|correct|fix"
    r"|\d)\w*\b)|, +(?=(?:i|and|also|delete|remove|undo|log|add) )"
)
_CHANGE: Final = Pattern(r"\b(?:undo|revert|take back|scrap|cancel)\b.{0,24}\b(?:correction|change|edit|fix|update)\b")
"""What was changed last is taken back, whatever day it was of."""
_COMPLAINT: Final = Pattern(
    r"(?:(?:no+|nope|hey|wait|argh|ugh|oh|stop|but|sorry)[ ,]*)*(?:(?:you|u) (?:have |just |ve )?(?:added|made|created"
    r"|logged"
    r"|duplicated|counted|saved|put in) (?:it |that |this )?(?:a|an|another|one|it|that|two|2|twice|again)?"
    r"(?: (?:new|extra|second|third|other|more))?(?: (?:run|runs|one|1|entry|entries|time))?(?: (?:too many|twice|again"
    r"|instead))?|(?:thats|that is|its|this is) (?:not (?:right|what i (?:said|meant|wanted|asked))|wrong|a mistake)"
    r"|i (?:didnt|never) (?:say|said|want|ask for) that|(?:the )?wrong (?:one|1|run|entry)"
    r"|not th(?:at|is) (?:one|1|run))\W*"
)
"""What went wrong, said beside what is to be done about it."""
_TAKE_IT: Final = Pattern(r"(?:please |pls )?(?:delete|remove|scrap|drop|take out|erase) (?:it|that|this)(?: out)?\W*")
"""Says once more what "is a dupe" said."""
_MOST: Final = 4


def read_amendments(said: Utterance, context: Context) -> list[Frame]:
    """Return the frames of a message that puts the log right; empty if it does not, or says more than is understood."""
    if _CHANGE.search(said.digits):
        return [Frame(intent="undo")]
    if (wrong := read_wrong_change(said, context)) is not None:
        return [wrong]
    if (weighed := read_weigh_in_right(said)) is not None:
        return [weighed]
    if (pointed := read_pointed_out(said)) is not None:
        return [pointed]
    cuts = [cut.strip(" ,") for cut in _JOINT.split(said.digits)]
    parts = [part for part in cuts if len(part.split()) > 1 and not _COMPLAINT.fullmatch(part)]
    if parts and len(cuts) > 1 and len(parts) <= _MOST and (frames := _each(parts, said, context)):
        return frames
    whole = (
        read_back(said, context)
        or read_spare(said)
        or read_put_right(said, context)
        or read_official(said, context)
        or read_amend(said, context)
    )
    return [whole] if whole else []


def _each(parts: list[str], said: Utterance, context: Context) -> list[Frame]:
    """Read every part by itself; nothing if one of them is not read, or none of them puts the log right."""
    frames: list[Frame] = []
    amends = 0
    for part in parts:
        one = said.saying(part)
        if frames and frames[-1].intent == "undo" and _TAKE_IT.fullmatch(part):
            continue
        amended = _amended(one, context)
        if amended and amended.correction and not amended.meant and any(not one.correction for one in frames):
            return []  # "half marathon today! chip time 1:51:47": more of the run just told
        amends += amended is not None
        read = [amended] if amended else _besides(one, context)
        if not read:
            return []
        frames += read
        context = replace(context, last_intent="log_run", pending=None)
    told = any(one.intent == "log_run" and not one.correction for one in frames)
    # "where did the treadmill go? 30 min at 11.5 km/h": told again, it is no longer missing.
    kept = [one for one in frames if not (told and one.entities.get("measure") == "missed")]
    return kept if amends else []


def _amended(one: Utterance, context: Context) -> Frame | None:
    return (
        read_back(one, context)
        or read_spare(one)
        or read_put_right(one, context)
        or read_official(one, context)
        or read_amend(one, context)
        or read_take_back(one, context)
    )


def _besides(one: Utterance, context: Context) -> list[Frame]:
    """Read a part that tells a run or a weight, or asks about the log."""
    if asked := log_question(one, context):
        return asked
    told = read_weight(one) or read_run(one)
    return [told] if told is not None and told.ask is None else []

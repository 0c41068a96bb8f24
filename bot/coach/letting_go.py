"""Tell "forget it" from a wish to take something back: mostly it drops a subject, or is a goodbye.

It takes back only what was stored in the turn just before; and facts about the person go after a yes alone. "Undo",
"forget that" and "delete that" name the wish themselves and are done at once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach import logbook, wording_logs
from bot.coach.before import BEFORE
from bot.coach.draft import Draft
from bot.coach.facts import TakenBack
from bot.coach.thread import Thread
from bot.coach.workings import Workings
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.voice.phrase import join

FORGET: Final = "forget_told"
"""What is asked for before facts are let go."""
_LOOSE: Final = Pattern(
    r"\b(?:just |ok |okay )?(?:forget|scrap|scratch|ignore|drop|skip) (?:about )?(?:it|that|this|what i said)\b"
    r"|\b(?:that|it|this) was (?:all )?(?:a|my) (?:\w+ )?mistake\b"
)
_IT: Final = Pattern(r"\b(?:forget|scrap|scratch|ignore|drop|skip) (?:about )?it\b")
"""Behind facts that were just told this may mean the subject as well, so it asks; "forget that" means what was told."""
_BYE: Final = Pattern(
    r"^(?:(?:ok(?:ay)?|haha\w*|lol|right|well|anyway|so|and|thanks|ta|cheers)\W+)*night"
    r"(?: (?:night|coach|then|all))*\W*$"
    r"|\b(?:bye+|goodbye|good ?night|nighty? night|cya|(?:see|catch|talk to) (?:you|ya)|laters?"
    r"|im (?:off|out|done|leaving)|gtg|cheerio|ciao)\b"
    r"(?: (?:for now|then|all|now|everyone|tomorrow|later|soon|and thanks|thanks|next week"
    r"|(?:on |next |this )?\w{3,6}day))*\W*$"
)
_HEAD: Final = Pattern(
    r"^\W*(?:(?:ok|okay|bruh|no|nah|well|oh|ugh|pfft|whatever|then|just|lol)\W+)*(?:(?:forget|scrap|scratch|ignore|drop|skip)"
    r" (?:about )?(?:it|that|this)|never ?mind|nvm)\b(?: then)?(?P<rest>\W+\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_BESIDE: Final = 3
"""So many words beside it tell something."""


def is_farewell(text: str) -> bool:
    """Whether a message ends with a goodbye."""
    return _BYE.search(tidy(text)) is not None


def beside(text: str, thread: Thread) -> str:
    """Return what a message says behind a "forget it" that has nothing to take back; else the whole message."""
    head = _HEAD.search(text)
    stored = thread.last is not None and BEFORE in thread.last.entities
    if head is None or stored or is_farewell(text):
        return text
    rest = head["rest"].lstrip(" .,;:!?-")
    return rest if len(rest.split()) >= _FEWEST_BESIDE else text


def without_letting_go(frame: Frame, text: str, thread: Thread) -> Frame:
    """Return a frame without a wish to take back that was none, or that could take back nothing."""
    if frame.intent != "undo" or frame.meant:
        return frame
    plain = tidy(text)
    loose = _LOOSE.search(plain) is not None
    just_stored = thread.last is not None and BEFORE in thread.last.entities
    ever = any(BEFORE in one.entities for one in thread.exchanges)
    bye = is_farewell(text)
    if loose and just_stored and not bye and not frame.also:
        return frame
    if not loose and (ever or not frame.also):
        return frame
    if frame.also:
        first, *others = frame.also
        also = (*first.also, *others)
        return replace(first, also=also, flags=frame.flags, repaired=frame.repaired, feeling=frame.feeling)
    beside = len(_LOOSE.sub("", plain).split()) >= _FEWEST_BESIDE
    return replace(frame, intent="smalltalk" if bye else "out_of_scope" if beside else "no")


def ask_before_forgetting(draft: Draft, w: Workings) -> bool:
    """Ask before facts about the person are let go on a "forget it"; return whether it was asked."""
    if w.frame.intent != "undo" or w.frame.meant or w.last is None or not _IT.search(tidy(w.message.text)):
        return False
    told = [name for name in w.last.entities.get(BEFORE, {}).get("profile", {}) if name != "flags"]
    if not told:
        return False
    fields = [draft.texts.say(f"coach.field.{name}") for name in told]
    draft.kind = "clarify"
    draft.pending = FORGET
    draft.say("log.ask_forget", facts=join(fields, ", "))
    draft.button("yes", "v1:say:yes")
    draft.button("no", "v1:say:no")
    return True


def agreed(draft: Draft, w: Workings) -> None:
    """Let go of the facts that were asked about."""
    told = logbook.take_back(w, {})
    w.frame = replace(w.frame, intent="undo")
    if isinstance(told, TakenBack):
        wording_logs.taken_back(draft, told, w)

"""Leave a protected state: only by the person saying so, and only after they confirm it; never by a number.

What is asked for tells which question it was: whether a state is over, or whether an alarm was a misreading. What
closes the numbers for an eating disorder is left by the first alone, asked for in so many words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, get_args

from bot.coach import birth_told, help_lines
from bot.coach.before import note
from bot.coach.draft import Draft
from bot.coach.followups import adult_in_words
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.resting import resume_reminders
from bot.coach.told_of import is_denial
from bot.coach.turn import SaveRunner
from bot.coach.wording_keeping import confirm
from bot.coach.workings import Workings
from bot.nlu.care_topics import care_topics
from bot.nlu.pattern import Pattern
from bot.runner import Flag

LEAVING: Final = "leave_"
"""Beginning of what is asked for: the state that may be over."""
MISREAD: Final = "misread_"
"""The same where the question was whether it was ever so."""
_SEPARATE: Final[Flag] = "eating_disorder"
"""It is left by no answer to a misreading."""
_NEVER_WAS: Final = frozenset({f"{MISREAD}pregnant", f"{MISREAD}recent_birth"})
"""Questions that saying once more it was never so answers with a yes."""
_STAYS_OFF: Final = Pattern(
    r"\b(?:keep|leave|stay\w*)\b[^.?!]{0,16}\b(?:numbers|calories|figures)\b[^.?!]{0,8}\b(?:off|out|away|closed|hidden)\b"
    r"|\b(?:numbers|calories|figures)\b[^.?!]{0,8}\b(?:stay\w*|remain|still) (?:off|out|away|closed)\b",
    re.IGNORECASE,
)
"""Asked where the numbers are closed, this wants to hear that they are."""
_REFUSES: Final = Pattern(
    r"\b(?:don'?t|do not|never|didn'?t|rather not|not)\b[^.?!]{0,24}\b(?:numbers|calories|figures"
    r"|sums)\b",
    re.IGNORECASE,
)
"""Who says so wants them closed, whatever else the words sound like."""
_LONGEST: Final = 24
_LOOSE: Final = frozenset({"out_of_scope", "smalltalk", "no", "dispute", "feeling", "set_profile"})
"""What a bare denial is read as."""
_SAYS: Final[Mapping[Flag, Pattern]] = {
    "pregnant": Pattern(r"\b(?:not|no longer|wasn'?t|isn'?t) (?:\w+ )?pregnant\b|\bnever pregnant\b", re.IGNORECASE),
    "breast_feeding": Pattern(
        r"\b(?:stopped|finished|done|no longer|not) (?:\w+ )?(?:breast ?-?feeding|nursing)\b|\bweaned\b", re.IGNORECASE
    ),
    "recent_birth": Pattern(
        r"\bbirth was (?:\w+ ){1,3}(?:months?|years?) ago\b"
        r"|\b(?:midwife|physio|doctor|gp)\b.{0,30}\b(?:cleared|ok|okay|fine|says? i can|signed me off)\b"
        r"|\bbaby is (?:\w+ ){0,2}(?:year|years) old\b",
        re.IGNORECASE,
    ),
    "reds_signs": Pattern(
        r"\bperiods? (?:is|are|came|have come|has come|\w+ )?(?:back|returned|regular)\b|\bgot my periods? back\b",
        re.IGNORECASE,
    ),
    "eating_disorder": Pattern(
        r"\b(?:turn|switch|put|bring|have|get|want|give me|show me|open|unlock|allow)\b[^.?!]{0,24}"
        r"\b(?:numbers|calories|figures|sums)\b(?: (?:(?!(?:off|out|away)\b)\w+ ){0,2}(?:again|back|on)\b)"
        r"(?! (?:my|the|a|an|this) \w+)"
        r"|\b(?:turn|switch|put|bring|get)\b[^.?!]{0,12}\b(?:back|on)\b[^.?!]{0,12}\b(?:numbers|calories|figures|sums)\b",
        re.IGNORECASE,
    ),
}
"""What people say when a state is over."""


_AGREED: Final = Pattern(
    r"\b(?:yes|yeah|yep|yup|sure|please|ok(?:ay)?)\b.{0,24}\b(?:take|remove|delete|off|do|clear|open)\b"
    r"|^(?:please )?(?:take|remove|delete|clear) (?:it|that)\b|^(?:yes|yeah|yep|yup)\b(?!.{0,8}\bbut\b)",
    re.IGNORECASE,
)
_WELL: Final = Pattern(r"^(?:no|yeah|yes|and)?\W*(?:i'?m|i am|all) (?:\w+ )?(?:fine|well|ok(?:ay)?|good|safe)\b", re.I)
"""A yes to being asked whether one is well."""
_MISREAD: Final = Pattern(
    r"\b(?:look\w*|never|wasn'?t|just|only|said|read|belly|wrong|no no|kid|son|daughter|baby)\b|!", re.IGNORECASE
)
"""Words of somebody who was never pregnant, rather than of somebody who lost a pregnancy."""


def answer_leaving(draft: Draft, w: Workings) -> bool:
    """Ask whether a state is over where somebody says so, or take their answer; return whether it was that."""
    if answer_asked(draft, w):
        return True
    text = w.message.text
    if _SEPARATE in w.runner.flags and _STAYS_OFF.search(text):
        draft.kind = "confirm"
        draft.say("leaving.stay_off")
        return True
    flag = next((one for one, says in _SAYS.items() if one in w.runner.flags and says.search(text)), None)
    if flag == _SEPARATE and _REFUSES.search(text):
        draft.kind = "confirm"
        draft.say("leaving.stay_off")
        return True
    if flag is None and birth_told.is_over(w):
        flag = "recent_birth"
    if flag is None and _SAYS["pregnant"].search(text) and w.frame.intent in _LOOSE and not care_topics(text):
        draft.kind = "smalltalk"
        draft.say("leaving.not_noted")
        return True
    if flag is None or len(text.split()) > _LONGEST:
        return False
    if flag == "pregnant" and w.runner.sex == "male":
        leave(draft, w, flag, confirmed=True, misread=True)
        return True
    misread = flag == "pregnant" and _MISREAD.search(text) is not None
    name = "year_on" if flag == "recent_birth" and birth_told.is_long_ago(w) else flag
    draft.say("leaving.ask.misread" if misread else f"leaving.ask.{name}")
    ask(draft, flag, MISREAD if misread else LEAVING)
    return True


def ask(draft: Draft, flag: Flag, kind: str) -> None:
    """End a question whether a state is over, or was never so: what is asked for, and a button for yes and no."""
    draft.kind = "clarify"
    draft.pending = f"{kind}{flag}"
    draft.button("yes", f"v1:{kind.rstrip('_')}:{flag}:yes")
    draft.button("no", f"v1:{kind.rstrip('_')}:{flag}:no")


def answer_asked(draft: Draft, w: Workings) -> bool:
    """Take the answer to the question whether a state is over or was misread; return whether it was answered."""
    if adult_in_words(draft, w):
        return True
    if w.reopened:
        return False  # it was answered, and what it kept open is answered now
    asked = w.thread.pending or ""
    kind = next((one for one in (LEAVING, MISREAD) if asked.startswith(one)), None)
    answer = _answer(w) if kind is not None else None
    if kind is not None and answer is not None:
        leave(draft, w, asked.removeprefix(kind), confirmed=answer, misread=kind == MISREAD)
    return answer is not None


def _answer(w: Workings) -> bool | None:
    """Return whether the question just asked was agreed to, in a word or a sentence; None if it was not answered."""
    text = w.message.text
    if w.frame.intent == "yes" or _AGREED.search(text):
        return True
    if w.thread.pending in _NEVER_WAS and is_denial(text):
        return True
    if (w.thread.pending or "").endswith("doctor_first") and _WELL.search(text):
        return True
    return False if w.frame.intent == "no" and not _SAYS["pregnant"].search(text) else None


def leave(draft: Draft, w: Workings, name: str, *, confirmed: bool, misread: bool) -> None:
    """Take a state off the profile if its end was confirmed; anything else keeps it."""
    flag = next((one for one in get_args(Flag) if one == name and one in w.runner.flags), None)
    apart = flag == _SEPARATE and (misread or w.thread.pending != f"{LEAVING}{_SEPARATE}")
    if flag is None or not confirmed or apart:
        hold = "safety.still_self_harm" if _harmed(w) else "safety.still"
        draft.add(help_lines.words(draft, w.memory.runner, hold if flag == "doctor_first" else "leaving.kept"))
        return
    take_off(w, frozenset({flag}))
    confirm(draft, w)
    state = permissions(w.runner).state
    if misread:
        harmed = flag == "doctor_first" and _harmed(w)
        draft.add(help_lines.words(draft, w.memory.runner, "leaving.safe" if harmed else "leaving.misread"))
        w.reopened = True
    else:
        draft.say("leaving.left" if state is None else f"coach.withheld.{state}")


def take_off(w: Workings, flags: frozenset[Flag]) -> None:
    """Stage a profile without some flags; reminders that were held by one ring again."""
    young = "minor" in flags and w.runner.age_years is not None and w.runner.age_years < ADULT_AGE_YEARS
    off = {"flags": w.runner.flags - flags, **({"age_years": None} if young else {})}
    after = w.runner.model_copy(update=off)
    note(w, profile={field: getattr(w.runner, field) for field in off} | {"flags": sorted(w.runner.flags)})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    if "doctor_first" in flags:
        resume_reminders(w)


def _harmed(w: Workings) -> bool:
    return any(one.entities.get("category") == "self_harm" for one in w.memory.exchanges)

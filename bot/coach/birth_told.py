"""The time since a birth and the check after it: told once, they count through the talk and from the store.

Below a year a birth sets what is told; beyond it somebody begins like anybody, and a birth named in passing closes
nothing, unless they feed or something needs to heal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal

from bot.coach.permissions import permissions
from bot.coach.sensing import Danger
from bot.coach.thread import SUMS
from bot.coach.told_of import About, denies, may_tell
from bot.coach.triage import without
from bot.coach.turn import DeletePerson, Memory, Message, SaveRunner
from bot.coach.workings import Workings, local_now
from bot.nlu.care_topics import CareTopic, care_topics
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.parser import flagged
from bot.nlu.pattern import Pattern
from bot.nlu.since_birth import A_YEAR, SinceBirth, feeds, since, since_birth, was_checked
from bot.runner import Runner

_IS_PREGNANT: Final = Pattern(r"\b(?:i'?m|i am)(?: \w+){0,4} pregnant\b", re.IGNORECASE)
"""Said outright, it is taken as said, whatever the profile holds; a joke about it is none."""
_EARLY_WEEKS: Final = 13.0
"""So long after a birth running waits for a check and for calm signs. [weeks]"""
_CHECK_WEEKS: Final = 6.0
"""The usual check after a birth. [weeks]"""
_ADRIFT: Final = frozenset(
    {"out_of_scope", "feeling", "smalltalk", "no", "dispute", "yes", "why", "set_profile", "red_flag"}
)
_SIX_WEEKS: Final = (4.0, 10.0)
"""Between these the six weeks are what is asked about. [weeks]"""
_BIRTH_STATES: Final = frozenset({"recent_birth", "breast_feeding"})
_SUPPOSED: Final[Mapping[str, About]] = {"pregnancy": "pregnancy", "recent_birth": "birth"}
"""What is supposed of nobody who denies it."""
_OF_THAT_PREGNANCY: Final = Pattern(
    r"^(?!.*\b(?:pregnant|expecting|trimester|weeks along)\b).*\bpregnancy (?:kilos?|kgs?|pounds|lbs?|weight|fat)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What stayed on from a pregnancy that is over."""
_HEALING: Final[frozenset[CareTopic]] = frozenset({"heavy_feeling", "bleeds", "scar", "breast_infection"})
"""Beside these a birth of any time ago is one to be careful about."""
_OF_SIX_WEEKS: Final = r"\b(?:At six weeks|118 professionals)\b"
_OF_THE_FIRST_MONTHS: Final = r"\b(?:three weeks|older advice|not before three months|until then|first weeks)\b"
_OF_LATER: Final = r"\b(?:A year or more after a birth|More than a year on|With a toddler you start)\b"
_NO_REASON: Final = r"\b(?:no reason to give up|needn't (?:give (?:it|up)|stop)|needn't stop you)\b"
"""Said of leaks, it sounds like leave to run before somebody has looked."""
_OF_A_CHECK: Final = (
    r"\b(?:get checked|have a check|a check before|until then|been checked|your check was|your own check"
    r"|(?:after|until|once|at|but only after) (?:your|a|the) (?:own )?check"
    r"|See a doctor or pelvic-health physio first)\b"
)
_OF_FEEDING: Final = r"\b(?:Feed or pump|[Bb]reast-?feeding)\b"
_DAYS_OFF: Final = 10
"""Told again in other words, a birth is the same."""
_RECENT: Final = 6
_JUST_NOW: Final = 2
_GAVE_BIRTH: Final = Pattern(
    r"\b(?:i |i'?ve |i have |just |we )had (?:a|my|our) (?:\w+ )?(?:baby|son|daughter|child|kid|twins|boy|girl"
    r"|little one"
    r"|c[- ]?section|caesarean)\b(?! (?:sit|walk|with|ask|come|run|bring|take|help))"
    r"|^(?:\w+\W+){0,2}had (?:a|my|our) (?:\w+ )?(?:baby|c[- ]?section|caesarean)\b"
    r"|\b(?:gave birth|given birth|post ?-?partum|since (?:the|my) birth|after (?:the|my) birth"
    r"|(?:after|since) (?:i had |having )(?:a|my|the|our) (?:baby|son|daughter|child|kid|twins))\b",
    re.IGNORECASE,
)
"""A birth of one's own, told with or without its time."""
_NEW_MOTHER: Final = Pattern(
    r"(?:^|[.,;!(-] ?|\b(?:im|i'm|i am|hi|hey|hello|as|being) (?:a )?)(?:very |first[- ]time |brand )?new (?:mum|mom"
    r"|mummy|mother)\b"
    r"(?! (?:of (?:a )?(?:dog|pup\w*|cat)|wants|asks|friend))",
    re.IGNORECASE,
)
"""Who says so gave birth not long ago, however harmless the message sounds as a whole."""
_OF_PERIODS: Final = Pattern(r"\b(?:periods?|cycle|menstr\w*)\b", re.IGNORECASE)
_OWN: Final = Pattern(
    r"\b(?:i (?:had|gave)|had (?:a|my|our|him|her|twins)|gave birth|given birth|post ?-?partum|postnatal|pp"
    r"|c[- ]?section|since (?:the|my|i) (?:birth|had|gave)|after (?:the|my|giving) birth|mum|mom|mother)\b",
    re.IGNORECASE,
)
"""Words of the one who gave birth."""


def since_the_birth(w: Workings) -> SinceBirth | None:
    """Return how long ago the birth was, as far as this message, the store or the talk tells."""
    return _since(w.message.text, w.memory, w.now.date())


def is_early(w: Workings) -> bool:
    """Whether the birth was so lately that a check comes before any running; unknown counts as early."""
    told = since_the_birth(w)
    return told is None or told.weeks < _EARLY_WEEKS


def is_long_ago(w: Workings) -> bool:
    """Whether the birth was so long ago that somebody begins like anybody."""
    told = since_the_birth(w)
    long_ago = told is not None and told.weeks >= A_YEAR
    return long_ago and may_tell("birth", w.runner, w.memory, w.message.text)


def begins_how(w: Workings) -> Literal["early", "checked", "later"]:
    """Return how somebody begins, by the weeks since the birth and by the check."""
    if not is_early(w):
        return "later"
    told = since_the_birth(w)
    return "checked" if told is not None and told.weeks >= _CHECK_WEEKS and is_checked(w) else "early"


def tells_of_birth(w: Workings, *, time_only: bool = False) -> bool:
    """Whether a message tells just the time since the birth, or that the check was fine, and asks nothing.

    Args:
        w: The turn.
        time_only: Whether the check alone doesn't count.
    """
    text = w.message.text
    if w.message.action is not None or w.frame.intent not in _ADRIFT or is_question(text.lower()):
        return False
    return since_birth(text, leaning=_is_of_a_birth(w.memory)) is not None or (was_checked(text) and not time_only)


def is_checked(w: Workings) -> bool:
    """Whether they told that the check was done and all was well."""
    said = (w.message.text, *(one.said for one in w.memory.exchanges))
    return bool(w.memory.runner.checked_after_birth) or any(was_checked(text) for text in said)


def in_time(frame: Frame, memory: Memory, message: Message) -> Frame:
    """Return a frame with or without the flag of a birth, as its time asks for."""
    if _told_sex(frame, memory) == "male" and not _IS_PREGNANT.search(message.text):
        frame = without(frame, frozenset(_SUPPOSED))
    raised = raise_birth(frame, memory, text=message.text)
    return unless_long_ago(raised, memory, text=message.text, today=local_now(memory.runner, message.at).date())


def unexplained(danger: Danger | None, memory: Memory, message: Message) -> Danger | None:
    """Return a likely danger, unless the time of a birth that was told explains it."""
    today = local_now(memory.runner, message.at).date()
    if danger is None or explains(danger.category, memory, text=message.text, today=today):
        return None
    about = _SUPPOSED.get(danger.category)
    return None if about is not None and denies(about, memory.runner, memory, message.text) else danger


def unless_long_ago(frame: Frame, memory: Memory, *, text: str, today: date) -> Frame:
    """Return a frame without the flag of a birth that was more than a year ago, unless they feed or have to heal.

    Args:
        frame: What the message says.
        memory: Holds what was told before.
        text: The message.
        today: The date.
    """
    over = {"recent_birth", *(["pregnancy"] if _OF_THAT_PREGNANCY.search(text) else [])}
    if over.isdisjoint(frame.flags) or feeds(text) or not _HEALING.isdisjoint(care_topics(text)):
        return frame
    if _BIRTH_STATES & memory.runner.flags:
        return frame  # a state is left by being asked, never by the way
    told = _since(text, memory, today)
    if told is None or told.weeks < A_YEAR:
        return frame
    return without(frame, frozenset(over))


def explains(category: str, memory: Memory, *, text: str, today: date) -> bool:
    """Whether a likely danger is but the time since a birth that was told: "14 months ago" is no lost period."""
    told = since_birth(text, leaning=_is_of_a_birth(memory))
    known = bool({"pregnant", *_BIRTH_STATES} & memory.runner.flags) or memory.runner.child_born_on is not None
    if category == "lost_periods":
        return told is not None and _OF_PERIODS.search(text) is None
    earlier = _since(text, memory, today)
    return category in {"pregnancy", "recent_birth"} and (known or (earlier is not None and earlier.weeks >= A_YEAR))


def raise_birth(frame: Frame, memory: Memory, *, text: str) -> Frame:
    """Return a frame with the flag of a birth where the time alone is told: "had a baby", and then "eight weeks"."""
    if _BIRTH_STATES & memory.runner.flags or memory.runner.sex == "male" or frame.flags:
        return frame
    if _NEW_MOTHER.search(text) and not denies("birth", memory.runner, memory, text):
        return flagged(frame, "recent_birth")
    told = since_birth(text, leaning=True)
    return (
        flagged(frame, "recent_birth")
        if _without_its_time(memory) and told is not None and told.weeks < A_YEAR
        else frame
    )


def tells_time(w: Workings) -> bool:
    """Whether a message tells the time since a birth that is known: "i mean 5 months" takes nothing back."""
    return bool(_BIRTH_STATES & w.memory.runner.flags) and since_birth(w.message.text, leaning=True) is not None


def is_over(w: Workings) -> bool:
    """Whether the state of a birth may be over, by its time, where that is told alone or a sum is asked for."""
    if "recent_birth" not in w.runner.flags or "breast_feeding" in w.runner.flags or not is_long_ago(w):
        return False
    return w.frame.intent in SUMS or tells_of_birth(w, time_only=True)


def was_asked_when(w: Workings) -> bool:
    """Whether a birth was told just now without its time, so that the time is an answer."""
    return _without_its_time(w.memory)


def _told_sex(frame: Frame, memory: Memory) -> str | None:
    """Return the sex that a message tells, else the one that is known."""
    told = (one.entities.get("sex") for one in (frame, *frame.also))
    return next((one for one in told if one is not None), memory.runner.sex)


def _without_its_time(memory: Memory) -> bool:
    said = [one.said for one in memory.exchanges[-_JUST_NOW:]]
    told = any(_GAVE_BIRTH.search(one) is not None and since_birth(one) is None for one in said)
    return told and not denies("birth", memory.runner, memory, "")


def asks_when(w: Workings) -> bool:
    """Whether a birth of their own is told without its time, which decides how they begin."""
    named = _GAVE_BIRTH.search(w.message.text) is not None and w.message.action is None
    own = named and not denies("birth", w.runner, w.memory, w.message.text)
    return own and permissions(w.runner).state is None and since_the_birth(w) is None


def keep_birth(w: Workings) -> None:
    """Stage what this message tells of the birth and the check, on top of whatever else of the profile is kept."""
    if any(isinstance(one, DeletePerson) for one in w.staged):
        return
    runner = next((one.runner for one in reversed(w.staged) if isinstance(one, SaveRunner)), w.memory.runner)
    told = since_birth(w.message.text, leaning=_is_of_a_birth(w.memory))
    after = runner
    if told is not None and _is_mother(runner, w):
        born_on = w.now.date() - timedelta(weeks=told.weeks)
        if runner.child_born_on is None or abs((born_on - runner.child_born_on).days) > _DAYS_OFF:
            after = after.model_copy(update={"child_born_on": born_on})
    if _is_mother(after, w) and was_checked(w.message.text):
        after = after.model_copy(update={"checked_after_birth": True})
    if after.flags & {"recent_birth"} and feeds(w.message.text):
        after = after.model_copy(update={"flags": after.flags | {"breast_feeding"}})
    if after != runner:
        w.staged.append(SaveRunner(runner=after))
        w.runner = after


def for_others(w: Workings) -> list[str]:
    """Return what marks sentences that a birth of this time ago, or a check that was had, makes somebody else's."""
    if not _BIRTH_STATES & w.runner.flags:
        return [_OF_SIX_WEEKS, _OF_THE_FIRST_MONTHS, _OF_A_CHECK, _OF_FEEDING] if is_long_ago(w) else []
    told = since_the_birth(w)
    marks = [_NO_REASON, _OF_LATER]
    first, last = _SIX_WEEKS
    if told is None or not first <= told.weeks < last:
        marks.append(_OF_SIX_WEEKS)
    if told is not None and told.weeks >= _EARLY_WEEKS:
        marks.append(_OF_THE_FIRST_MONTHS)
    if told is not None and told.weeks >= A_YEAR and "breast_feeding" not in w.runner.flags:
        marks.append(_OF_FEEDING)
    if is_checked(w):
        marks.append(_OF_A_CHECK)
    return marks


def _since(text: str, memory: Memory, today: date) -> SinceBirth | None:
    """Return the time since the birth: as the message tells it, as it was kept, as the talk told it."""
    told = since_birth(text, leaning=_is_of_a_birth(memory))
    if told is not None:
        return told
    if memory.runner.child_born_on is not None:
        return since(memory.runner.child_born_on, today)
    earlier = (since_birth(one.said, leaning=_BIRTH_STATES & memory.runner.flags != set()) for one in memory.exchanges)
    return next((one for one in reversed(list(earlier)) if one is not None), None)


def _is_of_a_birth(memory: Memory) -> bool:
    """Whether a birth was told before, so that a time alone may be its."""
    known = bool(_BIRTH_STATES & memory.runner.flags) or memory.runner.child_born_on is not None
    return known or any(_GAVE_BIRTH.search(one.said) or since_birth(one.said) for one in memory.exchanges[-_RECENT:])


def _is_mother(runner: Runner, w: Workings) -> bool:
    """Whether the birth is their own: closed by it, or told in the words of a mother."""
    if runner.sex == "male":
        return False
    return (
        bool(_BIRTH_STATES & runner.flags)
        or runner.child_born_on is not None
        or _OWN.search(w.message.text) is not None
    )

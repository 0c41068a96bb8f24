"""What a message in a protected state leans on: the worry that was told some turns ago still stands.

"So how long?" after a heavy feeling, "I can make up for it" after a meal was in danger, "no, I'm serious": none of
these names its subject, and all of them must be answered by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from bot.coach.birth_told import is_early, is_long_ago, tells_of_birth, was_asked_when
from bot.coach.permissions import permissions
from bot.coach.triage import is_past
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.nlu.care_topics import CareTopic, care_topics
from bot.nlu.cues import is_question
from bot.nlu.dares import dare_asked
from bot.nlu.pattern import Pattern

Held = Literal[
    "stay",
    "did_it",
    "low_hold",
    "hold_running",
    "leaks_early",
    "leaks_later",
    "time_told",
    "year_on",
    "kilos_stayed",
    "leaks_better",
    "low_day",
    "loss_hold",
    "loss_start",
    "loss_fault",
    "loss_bleeds",
    "slept_tomorrow",
    "ran",
    "dare_no",
    "dare_bad",
    "dare_less",
    "dare_say",
    "dare_age",
    "dare_not_done",
    "period_wait",
    "not_today",
    "walk_only",
    "glad_wrong",
    "gave_up_bye",
    "asked_of_run",
    "no_today",
]
"""Subjects that no single message names."""

_RECENT: Final = 5
_JUST_NOW: Final = 3
_FOOD_IN_DANGER: Final[frozenset[CareTopic]] = frozenset(
    {"purge_urge", "purged", "not_eating", "compensated", "skips_meals", "compelled", "old_thoughts"}
)
_PAYS_BACK: Final = Pattern(
    r"\bmake (?:up for|it up)\b|\b(?:run|walk|burn|work) (?:it|that|this) off\b|\b(?:run|go) (?:again|extra"
    r"|twice|harder)\b|\b(?:do|did) (?:that|it) (?:again|anyway)\b|(?<!not to )(?<!not )\bburn it\b|\bearn\b"
    r"|\bit counts\b",
    re.IGNORECASE,
)
_LOW: Final[frozenset[CareTopic]] = frozenset({"mother_low", "low_mood", "tearful"})
_SIGNS_TO_WAIT: Final[frozenset[CareTopic]] = frozenset({"heavy_feeling", "scar", "bleeds"})
_RUNNING: Final[frozenset[CareTopic]] = frozenset({"start", "how_often", "faster", "pace_goal", "what_now"})
_NOT_YET: Final = Pattern(
    r"\b(?:how long|not running|no running|when then|when (?:can|could|do|will|may) i(?= (?:run|jog|start|begin|go|try"
    r"|train|get going|then|do)\b|\W*$)|wait|run (?:yet|then|again"
    r"|meanwhile)|can'?t run|can i (?:run|jog))\b",
    re.IGNORECASE,
)
_IS_IT_ALLOWED: Final = Pattern(
    r"\bis (?:that|it|this) (?:a |then a )?(?:no|yes|ok(?:ay)?|bad|problem|reason|allowed|too early|safe|fine)\b"
    r"|\bor (?:do i )?(?:wait|not|stop)\b|\ballowed\b|\bdo i (?:have to|need to) (?:stop|wait|give)\b|\bso no\b",
    re.IGNORECASE,
)
_STOPS: Final = Pattern(r"\b(?:stop|give up|quit|wait)\b.{0,24}\?*$|\bfor good\b", re.IGNORECASE)
_WANTS_A_STEP: Final = Pattern(r"\b(?:tell|show|give|explain)(?: to)? me\b|\bhow (?:do|to)\b", re.IGNORECASE)
"""Somebody who is low and asks for a thing to do gets it."""
_CHECKED: Final[frozenset[CareTopic]] = frozenset({"cleared", "fine_now"})
_OF_SHAPE: Final[frozenset[CareTopic]] = frozenset({"shape", "start", "how_often"})
_LOOSE: Final = frozenset({"out_of_scope", "knowledge_question", "smalltalk", "feeling", "set_profile", "dispute"})
_KILOS: Final = Pattern(
    r"\b(?:my|the|these|those|still|extra|\d{1,2}) ?(?:extra |last )*(?:\d{1,2} )?(?:kgs?|kilos?|pounds|lbs?|stone)\b"
    r"(?! (?:dumbbell|weight|bag))|\b(?:baby|pregnancy) (?:weight|pounds|kilos)\b",
    re.IGNORECASE,
)
"""What stayed on after a birth."""
_LEFT_ASIDE: Final = Pattern(
    r"\b(?:leave|forget|skip|ignore|never mind|drop|not)(?: about)? (?:the|my|those) (?:kgs?|kilos?|pounds|weight)\b",
    re.IGNORECASE,
)
_ONLY_WALKS: Final = Pattern(r"\bwalk(?:s|ing)?\b", re.IGNORECASE)
_NAMES_RUNNING: Final = Pattern(r"\b(?:run|runs|running|jog\w*|race|train\w*)\b", re.IGNORECASE)
_AFTER_THE_CHECK: Final = Pattern(
    r"\bafter (?:the|my|that|a) (?:check|appointment|physio|visit)|\b(?:physio|doctor|midwife|gp) (?:said|says)\b",
    re.IGNORECASE,
)
_ASKS_AGAIN: Final = Pattern(
    r"\b(?:just|please) answer\b|\bi (?:only |just )?(?:asked|meant|said|mean)\b|\b(?:didn'?t|not"
    r"|never) (?:answer\w*|listen\w*"
    r"|read)\b|\byou keep\b|\bnever asked\b",
    re.IGNORECASE,
)
_ADRIFT: Final = frozenset({"out_of_scope", "feeling", "smalltalk", "no", "dispute", "yes", "why", "set_profile"})
_NO_BURDEN: Final = frozenset({"happy", "relieved", "ill", "well"})
_WHAT_TO_SAY: Final = Pattern(
    r"\bwhat (?:do|can|should|could|would) i (?:say|do|tell|answer)\b.{0,12}\b(?:them|him|her|back)\b", re.IGNORECASE
)
_FAULT: Final = Pattern(r"\bmy fault\b|\bbecause i (?:ran|run|trained)\b|\bdid (?:running|i) cause\b", re.IGNORECASE)
_WHEN_TO_RUN: Final = Pattern(
    r"\bwhen (?:can|could|may|should) i\b|\bgo back\b|\b(?:can|may|could) i (?:do|run|jog|go)\b|\bwhat then\b",
    re.IGNORECASE,
)
_MAY_I_RUN: Final = Pattern(r"\b(?:can|may|should|could) i (?:still )?(?:run|race|train|go|play|jog)\b", re.IGNORECASE)
_GO_ON: Final = Pattern(
    r"\b(?:stop|quit|pause|give up|rest|keep|continue|carry on|go on|still|can i|may i|should i|could i|ok to|okay to"
    r"|safe to|allowed)\b.{0,40}\b(?:run\w*|train\w*|jog\w*|rac(?:e|es|ing)|session|practice|team|xc|trials?|meet|game"
    r"|match|season|it)\b"
    r"|\b(?:wait|till|until|before|meanwhile|in the meantime)\b.{0,24}\b(?:doctor|gp|appointment|seen|check\w*|then)\b",
    re.IGNORECASE,
)
"""Who was sent to a doctor for lost periods asks with these whether to go on meanwhile."""
_ONCE_BACK: Final = Pattern(r"\b(?:after|once|when (?:it|my period|they)|is back|are back|came back|cleared)\b", re.I)
_TOMORROW: Final = Pattern(r"\btomorrow\b|\bnext (?:day|time)\b", re.IGNORECASE)
_FOOD_FLAGS: Final = frozenset({"eating_disorder", "very_low_intake"})
_DID_IT: Final = Pattern(
    r"\bi(?:'?ve| have)? (?:just )?(?:stayed (?:in|home)|rested|ate|eaten|had (?:my |some |a )?(?:dinner|lunch"
    r"|breakfast|supper"
    r"|toast|something|it)|told (?:my |a )?\w+|called|rang|texted|didn'?t (?:go|run))\b"
    r"|\bate (?:my |some |a )?(?:normal |whole |proper )?(?:dinner|lunch|breakfast|supper|toast|something)\b"
    r"|\b(?:made|got|cooked|brought) me (?:a |some |my )?(?:\w+ )?(?:sandwich|lunch|dinner|breakfast|food|meal|toast"
    r"|soup"
    r"|pasta|something)\b",
    re.IGNORECASE,
)
_PROUD: Final = Pattern(r"\bproud\b|\bfel?t (?:\w+ )?(?:good|strong|in control|clean)\b|\bliked it\b", re.IGNORECASE)
"""Said of a meal left out, this is the danger itself; of having stayed in, it is none."""
_STAYS: Final = Pattern(
    r"\bis (?:that|it|this) (?:so |really )?(?:bad|ok(?:ay)?|wrong|normal)\b|\bwhat (?:do|should"
    r"|can) i do (?:now|with|instead|then"
    r"|tonight|today)\b",
    re.IGNORECASE,
)
_BETTER: Final = Pattern(
    r"\b(?:go(?:es)? away|get(?:s)? better|is better|be better|how long|stop on its own|cured?|for ever)\b", re.I
)
_PERIOD: Final = Pattern(r"\b(?:coach|normal|months?|weeks?|runners)\b", re.IGNORECASE)
_NAMES_ANOTHER: Final = Pattern(r"\b(?:what|how) about\b|\band what (?:do|should|day|is)\b")
"""The complaint goes on with a question of its own, which is answered."""
_MEANT_ANOTHER: Final = Pattern(r"\bi (?:only |just )?(?:asked|meant|mean) (?:about |for |with |on |the |my )*\w{4,}")
"""What was meant is named, and it is not what was spoken of."""
_OF: Final[Mapping[CareTopic, tuple[str, ...]]] = {
    "loose_joints": ("hip", "knee", "joint"),
    "sore_back": ("back", "hips"),
    "milk": ("milk",),
    "leaks": ("leak",),
    "hungry": ("hung",),
    "belly_gap": ("gap", "belly", "tummy"),
    "worn_out": ("tired", "energy"),
    "strength": ("exercise", "squat", "weights"),
}
"""Words by which a topic of some turns ago is named again."""


def leaning(w: Workings, found: tuple[CareTopic, ...]) -> tuple[CareTopic | Held, ...]:
    """Return what a message leans on beside what it names itself, the gravest first.

    Args:
        w: The turn.
        found: The topics the message names.
    """
    state = permissions(w.runner).state
    said = _said_lately(w)
    earlier = set[CareTopic]().union(*said)
    just_now = set[CareTopic]().union(*said[-_JUST_NOW:])
    if state in {"recent_birth", "breast_feeding"}:
        return _after_a_birth(w, found, earlier)
    if state is None and is_long_ago(w) and (held := _a_year_on(w, found)):
        return held
    if "miscarried" in set[CareTopic]().union(*(care_topics(one.said) for one in w.memory.exchanges)):
        return _after_a_loss(w, found)
    standing = _of_a_dare(w, found, earlier) or _of_food(w, found, earlier, just_now)
    if standing or _waits_for_doctor(w, found):
        return standing or ("period_wait",)
    if stands := _of_the_body(w, found, just_now):
        return stands
    if "teased" in earlier and (named := _of_teasing(w, found, just_now)):
        return named
    return () if state is None else _again(w, found, said) or _low_day(w, found)


def _waits_for_doctor(w: Workings, found: tuple[CareTopic, ...]) -> bool:
    """Whether somebody whose periods stay away asks if they may run before a doctor has looked at it."""
    told = "reds_signs" in w.memory.runner.flags
    told |= any("period_late" in care_topics(one.said) for one in w.memory.exchanges)
    asks = is_question(w.message.text.lower()) and _GO_ON.search(w.message.text) is not None
    return told and asks and "period_late" not in found and not _ONCE_BACK.search(w.message.text)


def _a_year_on(w: Workings, found: tuple[CareTopic, ...]) -> tuple[Held, ...]:
    """Return what is said to somebody a year or more past a birth who is begun with like anybody."""
    if tells_of_birth(w) and not set(found) - _CHECKED:
        return ("year_on",)
    loose = w.frame.intent in _LOOSE and not {"weight_kg", "target_weight_kg"} & w.frame.entities.keys()
    text = _LEFT_ASIDE.sub(" ", w.message.text)
    return ("kilos_stayed",) if loose and not set(found) - _OF_SHAPE and _KILOS.search(text) else ()


def _of_the_body(w: Workings, found: tuple[CareTopic, ...], just_now: set[CareTopic]) -> tuple[CareTopic | Held, ...]:
    """Return what is said of a leak, a sore bone or a late period of just now."""
    text = w.message.text
    if "leaks" in just_now | set(found) and _BETTER.search(text):
        return ("leaks_better",)
    if "bone_spot" in just_now and not found and _MAY_I_RUN.search(text):
        return ("bone_spot",)
    return ("period_late",) if "period_late" in just_now and not found and _PERIOD.search(text) else ()


def _after_a_loss(w: Workings, found: tuple[CareTopic, ...]) -> tuple[Held, ...]:
    """Return what is said after a loss was told: nobody is sent to a menu then."""
    text = w.message.text
    if _FAULT.search(text):
        return ("loss_fault",)
    if "bleeds" in found:
        return ("loss_bleeds",)
    if {"start", "how_often", "week_one", "pace_goal"} & set(found) or _WHEN_TO_RUN.search(text):
        return ("loss_start",)
    return ("loss_hold",) if not found and w.frame.intent in _ADRIFT - {"yes", "no", "smalltalk"} else ()


def _of_a_dare(w: Workings, found: tuple[CareTopic, ...], earlier: set[CareTopic]) -> tuple[Held, ...]:
    """Return what is asked of a dare that was told some turns ago."""
    asked = dare_asked(w.message.text) if "dared" in earlier else None
    return (asked,) if asked is not None and ("dared" not in found or asked == "dare_not_done") else ()


def _of_food(
    w: Workings, found: tuple[CareTopic, ...], earlier: set[CareTopic], just_now: set[CareTopic]
) -> tuple[CareTopic | Held, ...]:
    """Return what is said of a meal or a run that was in danger some turns ago."""
    text = w.message.text
    if earlier & _FOOD_IN_DANGER and _PAYS_BACK.search(text) and not {"day_after_run", "why_earn"} & {*found}:
        return ("compensated",)
    if found or not just_now & _FOOD_IN_DANGER:
        return ()
    proud = _PROUD.search(text) is not None
    if _DID_IT.search(text) or (proud and _DID_IT.search(w.memory.exchanges[-1].said)):
        return ("did_it",)
    told = w.frame.intent in _ADRIFT and not is_question(text.lower())
    return ("stay",) if proud or told or _STAYS.search(text) else ()


def _of_teasing(w: Workings, found: tuple[CareTopic, ...], just_now: set[CareTopic]) -> tuple[CareTopic, ...]:
    """Return what is said of having been laughed at some turns ago."""
    if _WHAT_TO_SAY.search(w.message.text):
        return ("say_to_teasers",)
    told = w.frame.intent in _ADRIFT and " " in w.message.text and not is_question(w.message.text.lower())
    return ("teased",) if told and not found and "teased" in just_now else ()


def _low_day(w: Workings, found: tuple[CareTopic, ...]) -> tuple[Held, ...]:
    """Return that a feeling came alone: nobody in a protected state is sent out to run by it."""
    alone = not found and w.frame.intent == "feeling" and w.frame.feeling not in _NO_BURDEN
    return ("low_day",) if alone else ()


def _said_lately(w: Workings) -> list[set[CareTopic]]:
    """Return what the last messages were about, a set each; what was told as long past counts for nothing now."""
    lately = w.memory.exchanges[-_RECENT:]
    return [_heard_in(one) for one in lately]


def _heard_in(exchange: Exchange) -> set[CareTopic]:
    """Return what one message was about; food in danger by any sign counts as a meal left out."""
    if is_past(exchange.said):
        return set()
    flagged = exchange.intent == "red_flag" and exchange.entities.get("category") in _FOOD_FLAGS
    return {*care_topics(exchange.said), *(("not_eating",) if flagged else ())}


def _after_a_birth(w: Workings, found: tuple[CareTopic, ...], earlier: set[CareTopic]) -> tuple[CareTopic | Held, ...]:
    text = w.message.text
    asks_to_run = "week_one" not in found and not _AFTER_THE_CHECK.search(text)
    names_it = _NOT_YET.search(text) is not None or _MAY_I_RUN.search(text) is not None
    asks_to_run &= bool(_RUNNING & set(found)) or names_it
    asks_to_run &= not (_ONLY_WALKS.search(text) and not _NAMES_RUNNING.search(text)) and "belly_gap" not in found
    signs = tuple(one for one in ("bleeds", "heavy_feeling", "scar") if one in earlier)
    if signs and not found and _STAYS.search(text):
        return signs[:1]
    if asks_to_run and earlier & _SIGNS_TO_WAIT and not _SIGNS_TO_WAIT & set(found):
        return ("hold_running",)
    if told := _of_its_time(w, found):
        return told
    if leaks := _of_leaks(w, found, earlier, asks_to_run=asks_to_run):
        return leaks
    if "slept_little" in earlier and not found and _TOMORROW.search(text):
        return ("slept_tomorrow",)
    if earlier & _LOW and not _LOW & set(found) and (held := _of_low_days(w, found)):
        return held
    return _again(w, found, _said_lately(w)) or _low_day(w, found)


def _of_its_time(w: Workings, found: tuple[CareTopic, ...]) -> tuple[CareTopic | Held, ...]:
    """Return what is said where just the time since the birth is told: how somebody begins then."""
    if set(found) - _CHECKED or not tells_of_birth(w, time_only=True):
        return ()
    if w.frame.intent == "red_flag":
        return ("start",) if was_asked_when(w) else ()
    return ("time_told", "start")


def _of_leaks(
    w: Workings, found: tuple[CareTopic, ...], earlier: set[CareTopic], *, asks_to_run: bool
) -> tuple[Held, ...]:
    """Return what is said of leaks after a birth: looked at first, then small steps."""
    text = w.message.text
    stands = "leaks" in earlier and not found and _STOPS.search(text) is not None
    if stands or ("leaks" in found and (asks_to_run or _IS_IT_ALLOWED.search(text))):
        return ("leaks_early" if is_early(w) else "leaks_later",)
    return ("leaks_better",) if "leaks" in earlier | set(found) and _BETTER.search(text) else ()


def _of_low_days(w: Workings, found: tuple[CareTopic, ...]) -> tuple[CareTopic | Held, ...]:
    """Return what is said to a mother who was low some turns ago; what she asks or wants to do is answered instead."""
    if "will_tell" in found:
        return ("will_tell",)
    text = w.message.text
    if is_question(text.lower()) or _WANTS_A_STEP.search(text) or _MEANT_ANOTHER.search(text.lower()):
        return ()
    return ("low_hold",) if {"alone", "worn_out"} & set(found) or w.frame.intent in _ADRIFT else ()


def _again(w: Workings, found: tuple[CareTopic, ...], said: list[set[CareTopic]]) -> tuple[CareTopic | Held, ...]:
    """Return the topic of a turn ago where somebody says that they were not answered."""
    if found or not _ASKS_AGAIN.search(w.message.text):
        return ()
    words = w.message.text.lower()
    named = [
        topic for topics in reversed(said) for topic in topics if any(word in words for word in _OF.get(topic, ()))
    ]
    newest = [topic for topics in reversed(said) for topic in topics]
    if not named and (_NAMES_ANOTHER.search(words) or _MEANT_ANOTHER.search(words)):
        return ()
    return (*(named or newest)[:1], "like_a_leaflet") if named or newest else ()

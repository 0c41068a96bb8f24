"""What somebody in a protected state says that is no danger, in the light of the talk: a good day, a day for a run.

A good day is met with joy, and one that was read as a bad one with one apology; a day for a run is fine, unless a
meal was in danger just now; whoever turns away from us is not sent to anybody for it.
"""

from __future__ import annotations

import re
from typing import Final

from bot.coach.care_subjects import Subject
from bot.coach.draft import Draft
from bot.coach.facts import Found
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.care_topics import care_topics
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern

_SURELY: Final = 0.5
"""Likelihood from which an answer found is no guess."""
_JUST_NOW: Final = 3
"""So many turns back something still stands."""
_LATELY: Final = 8
"""So many turns back a remark that hurt can still be answered."""
_MEAL_IN_DANGER: Final[frozenset[Subject]] = frozenset(
    {"purge_urge", "purged", "not_eating", "compensated", "skips_meals", "old_thoughts"}
)
_MEAL_ASKED: Final[frozenset[Subject]] = frozenset({"skips_meals", "skip_asked", "one_meal"})
_LOW: Final[frozenset[Subject]] = frozenset({"mother_low", "low_mood", "tearful", "will_tell"})
_BY_GROUP: Final[dict[Subject, frozenset[str | None]]] = {
    "slower_weight": frozenset({"teen"}),
    "skip_asked": frozenset({"teen", "food"}),
    "one_meal": frozenset({"teen", "food"}),
    "creeping_back": frozenset({"food"}),
    "say_no_numbers": frozenset({"food", "free"}),
    "take_along": frozenset({"food"}),
    "glad": frozenset({"food", "free", "teen"}),
    "day_ok": frozenset({"food", "free", "teen"}),
    "intends": frozenset({"food", "free", "teen"}),
    "who_checks": frozenset({"birth"}),
    "no_time": frozenset({"birth"}),
    "ran_again": frozenset({None}),
    "weaned": frozenset({"birth", None}),
    **dict.fromkeys(("week_heavy", "week_light", "other_sport"), frozenset({"teen", "free", None})),
    "in_control": frozenset({"teen", "food"}),
    "friend_skips": frozenset({"teen", "food"}),
    **dict.fromkeys(
        ("back_at_start", "held_back", "fear_of_return", "say_starting", "lighter", "day_after_run", "loud"),
        frozenset({"food"}),
    ),
    **dict.fromkeys(
        ("why_earn", "voice_comes", "instead_of_run", "tell_close", "no_meal_now", "keeps_weight"), frozenset({"food"})
    ),
    **dict.fromkeys(("clothes_tight", "songs"), frozenset({"food", "free"})),
}
"""For whom there are words; for others it is no topic."""
_ASKS_TO_EAT_LESS: Final = Pattern(
    r"\b(?:can|should|could|shall|must) i (?:just |maybe )?(?:eat less|diet|cut (?:my )?food)\b", re.IGNORECASE
)
"""Asked, and not done."""
_TURNS_AWAY: Final = Pattern(
    r"\b(?:giv\w+|gave) up\b|\buseless\b|\bhopeless\b|\bno help\b|\bdone with\b", re.IGNORECASE
)
"""Said of us; "forget it, bye" may be just that."""
_SAID_BETTER: Final[dict[Subject, frozenset[Subject]]] = {
    "held_back": frozenset({"compelled", "not_hungry", "day_ok", "glad"}),
    **dict.fromkeys(
        ("week_heavy", "week_light", "other_sport"),
        frozenset({"overdoing", "how_often", "safe_for_age", "quick_session"}),
    ),
    "day_after_run": frozenset({"day_ok", "intends", "start"}),
    "why_earn": frozenset({"compensated", "eat_or_not"}),
    "voice_comes": frozenset({"old_thoughts"}),
    **dict.fromkeys(("remark", "remark_say"), frozenset({"say_what", "shape"})),
}
"""What stands back beside a topic: an urge that was not followed is a win."""
_MEAL_TALK: Final[frozenset[Subject]] = frozenset(
    {"friend_skips", "copies_thin", "skips_meals", "skip_asked", "one_meal"}
)
_DID_SO_TOO: Final = Pattern(
    r"\bi(?:'ve|ve)? (?:only |just |have |also |even )*(?:skip(?:ped)?|miss(?:ed)?|d(?:id|one) (?:it|that|so))\b.{0,16}"
    r"\b(?:times?|once|twice|too|as well|yesterday|today|this week)\b",
    re.IGNORECASE,
)
"""Meals that were left out, without their name: "i only skipped like 2 times"."""
_SO_NO: Final = Pattern(
    r"\bso (?:its |that'?s |it is )?(?:a )?no\b|^\W*(?:so )?not today\b|\bis (?:that|it) a no\b"
    r"|\bthe day before was a run",
    re.IGNORECASE,
)
"""Asks whether leave that was asked for a moment ago is refused."""
_SIZES: Final = frozenset({"distance_m", "duration_s"})
_FAREWELL: Final = Pattern(
    r"\b(?:bye|goodbye|good ?night|see (?:ya|you)|ciao|cya|im (?:off|out|gone))\b", re.IGNORECASE
)
_PUTS_RIGHT: Final = Pattern(
    r"^\W*(?:no\b|not?\b(?= (?:bad|sad))|what\?|\?\?+)|\?\?\?|\b(?:you|u) (?:did ?n[o']?t|misunder\w*|dont|don't"
    r"|mis ?read|got"
    r" (?:me|it|that) wrong)\b|\bit was (?:a )?good\b|\bi (?:said|meant)\b|\bcan(?:'t)? you (?:just )?be happy\b",
    re.IGNORECASE,
)
"""Said of a good day that was read as something else."""
_OF_NUMBERS: Final = Pattern(
    r"\b(?:calor\w+|cals|kcals?|numbers?|figures?|fields?|stats|pace|weight|steps)\b", re.IGNORECASE
)
_NOT_HEARD: Final = Pattern(
    r"\b(?:r|are) (?:u|you) (?:even |actually )?(?:listening|reading)\b|\b(?:im|i'm|i am) \d\d,? (?:and )?not \d\d\b"
    r"|\bi (?:already |just )?asked (?:you )?(?:how|what|if|when|why|whether|about)\b|\b(?:ur|you'?re"
    r"|you are) not (?:answering|listening)\b",
    re.IGNORECASE,
)
"""Said by somebody who was not heard."""
_LIGHT: Final[frozenset[Subject]] = frozenset({"enough_now", "fine_now", "start", "how_often", "week_one", "will_tell"})
"""Topics that stand back where a day is asked for or a run is told."""


def in_its_light(w: Workings, found: tuple[Subject, ...], group: str | None) -> tuple[Subject, ...]:
    """Return the topics of a message by whom they are for and by what was said just now."""
    text = w.message.text
    earlier = set[Subject]().union(*(care_topics(one.said) for one in w.memory.exchanges[-_JUST_NOW:]))
    found = tuple(one for one in found if group in _BY_GROUP.get(one, {group}))
    hurt = any("remark" in care_topics(one.said) for one in w.memory.exchanges[-_LATELY:])
    back = _standing_back(found, earlier, group, text, told_of_a_remark=hurt)
    found = tuple(one for one in found if one not in back)
    if group in {"teen", "food"} and (held := _leaning(w, earlier)):
        return (held, *found)
    if "eats_less" in found and _ASKS_TO_EAT_LESS.search(text):
        found = ("eats_less", *(one for one in found if one != "eats_less"))  # the no comes before how to get faster
    if group == "birth" and "who_to_tell" in found and not _LOW & (earlier | set(found)):
        found = ("who_checks", *(one for one in found if one != "who_to_tell"))
    if "gave_up" in found and _FAREWELL.search(text):
        return ("gave_up_bye",)
    if permissions(w.runner).numbers_harm:
        found = _of_runs(w, found, earlier)
    if "glad" in found and _PUTS_RIGHT.search(text):
        return tuple("glad_wrong" if one == "glad" else one for one in found)
    return found


def own_up(draft: Draft, w: Workings) -> None:
    """Begin the answer with one sorry where somebody says that they were not heard, unless one stands in it.

    Before another miss a sorry is worse than none, so it needs an answer that was not merely the nearest one found.
    """
    if w.last is None or w.message.action is not None or not _NOT_HEARD.search(w.message.text):
        return
    guessed = bool(draft.citations and w.of(Found)) and w.likelihood < _SURELY
    if guessed or draft.kind in {"clarify", "decline", "error"}:
        return
    said = [part.text for paragraph in draft.paragraphs for part in paragraph]
    if said and not any("sorry" in one.lower() for one in said):
        draft.paragraphs[0].insert(0, draft.text("care.any.sorry"))


def _leaning(w: Workings, earlier: set[Subject]) -> Subject | None:
    """Return what a message that names nothing says of a meal or a run of just now."""
    text = w.message.text
    if earlier & _MEAL_TALK and _DID_SO_TOO.search(text):
        return "skips_meals"
    asked = w.last is not None and "day_after_run" in care_topics(w.last.said)
    return "no_today" if asked and _SO_NO.search(text) and permissions(w.runner).numbers_harm else None


def _standing_back(
    found: tuple[Subject, ...], earlier: set[Subject], group: str | None, text: str, *, told_of_a_remark: bool
) -> frozenset[Subject]:
    """Return the topics that another one of the message says better, or that nothing before it bears out."""
    named, gone = set(found), set[Subject]()
    if not _MEAL_ASKED & earlier:
        gone.add("one_meal")
    if "remark" not in named and not told_of_a_remark:
        gone.add("remark_say")
    if {"skip_asked", "one_meal"} & (named - gone):
        gone |= {"skips_meals", "eat_or_not"}
    if "eats_less" in named and _ASKS_TO_EAT_LESS.search(text):
        gone.add("skips_meals")
    if "hides_numbers" in named:
        gone |= {"counting_apps", "weighing"} if group or _OF_NUMBERS.search(text) else {"hides_numbers"}
    if group is None and not _TURNS_AWAY.search(text):
        gone.add("gave_up")
    gone = gone.union(*(_SAID_BETTER.get(one, frozenset()) for one in named - gone))
    if {"will_tell", "say_what"} <= named:
        gone.add("will_tell")  # the words come first, where they are asked for
    return frozenset(gone)


def is_unsized(w: Workings) -> bool:
    """Whether a message is read as a run whose size it does not tell."""
    return w.frame.intent == "log_run" and (w.frame.ask is not None or _SIZES.isdisjoint(w.frame.entities))


def _of_runs(w: Workings, found: tuple[Subject, ...], earlier: set[Subject]) -> tuple[Subject, ...]:
    """Return what is said of a run: of a day for it, of one that is meant, and of one told without a size."""
    graver = [one for one in found if one not in _LIGHT]
    in_danger = bool(_MEAL_IN_DANGER & earlier)
    if "day_ok" in graver and not _MEAL_IN_DANGER & set(graver):
        if in_danger:
            return ("not_today",)
        return ("day_ok", *(one for one in graver if one not in {"day_ok", "glad"}))
    if graver == ["intends"]:
        return ("walk_only",) if in_danger else ("intends",)
    if is_unsized(w) and not graver:
        return ("asked_of_run",) if is_question(w.message.text.lower()) else ("ran",)
    return found

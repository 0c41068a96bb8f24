"""What questions about a log are made of: its words, and what they count."""

from __future__ import annotations

from typing import Final

from bot.nlu.moments import MONTH
from bot.nlu.pattern import Pattern
from bot.nlu.weekdays import DAY_NAME

_WORD: Final = Pattern(r"[a-z]+|\d+")
_WORDS: Final = frozenset(
    "what which does whats "
    "is was are were the a an my me i ive id have did do does done ran how many much far fast long often "
    "plus "
    "and in of for on at to with so now ok okay please then also too it its that this these those them they or but "
    "show list give tell see check view get got per by from as all any each only just you your logged log stored "
    "saved kept recorded down been yes well hey hi right again s "
    "total totals totally totalled sum sums distance distances mileage km kms k kilometres kilometers kilometre "
    "kilometer miles mile mi run runs running jog jogs pace paces average averages avg mean median speed time "
    "duration minutes min mins hours longest shortest furthest farthest fastest quickest slowest biggest best pb pr "
    "last latest newest recent calories calorie cost costs kcal cals energy burn burned burnt spent count number times "
    "sessions "
    "workouts "
    "faster slower further farther quicker better longer shorter "
    "std dev deviation standard sd variance variability spread week weeks weekly wk month months monthly year "
    "years yearly day days daily yesterday today weekend past "
    "previous "
    "prior since until till ever altogether together overall compare compared comparing comparison vs versus against "
    "trend trends difference between more less fewer than up metric imperial units unit net gross error range "
    "computed calculated worked out still add added "
    "streak streaks row straight trot current most maximum max "
    "uncertainty band data records record stats summary overview far covered did go went".split()
)
"""What questions about a log are made of."""
_MEASURES: Final = (
    ("streak", Pattern(r"\bstreaks?\b|\bdays?\b.{0,16}\b(?:in a row|straight|on the trot)\b")),
    ("kcal", Pattern(r"\b(?:calories?|kcal|cals|energy|burn(?:ed|t)?)\b")),
    ("longest", Pattern(r"\b(?:longest|furthest|farthest|biggest)\b")),
    ("slowest", Pattern(r"\bslowest\b")),
    ("spread", Pattern(r"\b(?:std|standard) ?(?:dev|deviation)\b|\b(?:sd|variance|variability|spread)\b")),
    ("fastest", Pattern(r"\b(?:fastest|quickest|best|pb|pr)\b")),
    ("last", Pattern(r"\b(?:last|latest|newest|previous|most recent) (?:run|jog|1|one|time)\b")),
    (
        "each",
        Pattern(
            r"\b(?:average|avg|mean)\b.{0,24}\b(?:per|a|each) (?:run|jog)\b"
            r"|\b(?:average|avg|mean|typical) (?:run|jog)\b"
        ),
    ),
    (
        "weekly",
        Pattern(r"\b(?:average|avg|mean)\b.{0,20}\b(?:per week|a week|weekly)\b|\bweekly (?:average|avg|mean)\b"),
    ),
    (
        "distance",
        Pattern(
            r"\b(?:distance|mileage|how far|how much (?:did i run|have i run|is it|is that)|kms?|k"
            r"|kilomet(?:re|er)s?|miles?|mi)\b"
        ),
    ),
    ("pace", Pattern(r"\b(?:paces?|speed|how fast)\b")),
    (
        "duration",
        Pattern(r"\b(?:how long|duration|(?<!best )(?<!last )(?<!what )(?<!first )time|minutes|mins|hours)\b"),
    ),
    ("count", Pattern(r"\b(?:how many (?:runs|times|jogs|days|workouts|sessions)|how often|count|number of)\b")),
)
_UNIT_ONLY: Final = Pattern(
    r"\b(?:in|to|per|a) (?:kms?|k|kilomet(?:re|er)s?|miles?|mi)\b|\bmin(?:utes)?(?: per|/)? ?(?:km|mile)\b"
    r"|/ ?(?:km|mile)\b"
)
"""A unit that is wished for and not counted."""
SUMMED: Final = frozenset({"distance", "pace", "duration", "count"})
"""What one line of a stretch tells together."""
_EVER: Final = Pattern(r"\b(?:ever|most|max(?:imum)?|record)\b")
"""Of the whole log, and not of now."""
_TOTAL: Final = Pattern(r"\b(?:totals?|sum|altogether|together|overall)\b")
_LONGEST: Final = 24
_NAMES: Final = Pattern(rf"\b(?:{MONTH}|{DAY_NAME}s?)\b")


def all_of_the_log(text: str) -> bool:
    """Whether a tidy text holds words of the log and no other."""
    plain = _NAMES.sub(" ", text)
    words = _WORD.findall(plain)
    return 0 < len(words) <= _LONGEST and all(word in _WORDS or word.isdigit() for word in words)


def measures(text: str, *, bare: bool = False) -> list[str]:
    """Return what is asked; a total is of distance unless something else is totalled, and none where `bare`."""
    plain = _UNIT_ONLY.sub(" ", text)
    found = [name for name, pattern in _MEASURES if pattern.search(plain)]
    if not bare and _TOTAL.search(plain) and set(found) <= {"pace", "duration"}:
        found = ["distance", *found]
    if "streak" in found:
        return ["longest_streak" if {"longest", "fastest"} & set(found) or _EVER.search(plain) else "streak"]
    if each := {"weekly", "each"} & set(found):
        whole = ["distance"] if _TOTAL.search(plain) and "distance" in found else []
        return [*whole, each.pop()]
    picked = {"longest", "fastest", "slowest", "spread", "last"} & set(found)
    return [name for name in found if not picked or name not in SUMMED]

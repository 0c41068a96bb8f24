"""What a person rules out or keeps to ("just walking for now", "no jogging", "not cleared yet"), and takes back again.

Read clause by clause, so that "no gyms please, can i run there?" rules out the gym alone. A rest day, a slow day or a
dislike ("no running today", "i hated running") rules out nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.nlu.ache_words import ache_told
from bot.nlu.limit import Limit
from bot.nlu.pattern import Pattern
from bot.nlu.read_talk import is_cleared
from bot.nlu.since_birth import was_checked
from bot.nlu.tidy import tidy

_CLAUSES: Final = Pattern(r"[.!?;,\n]+|\b(?:but|so|and)\b(?= (?:i|im|my|can|no|not|what|how|where)\b)")
_END: Final = (
    r"(?= *(?:$|(?:yet|please|pls|plz|for now|now|for me|at all|at the moment|atm|anymore|any more|thanks|thx"
    r"|ok|okay|ever"
    r"|until|till|before|because|with (?:my|these|this)|just|only|remember|i said|i told)\b))"
)
_RULES_OUT: Final = (
    r"\b(?:no(?: more)?|not(?: doing| going)?|without(?: any)?|leave out(?: the)?|skip the"
    r"|stop(?: with| saying| telling me| offering)(?: the| about| to)*"
    r"|(?:do not|dont|wont|cannot|cant|not allowed to|not ready to|not going to|not gonna)"
    r"(?: want| wanna| do| like| have| own| go)?(?: to)?(?: the| any)?)"
)
_TO_JOG: Final = r"(?:jog(?:s|ging)?|run(?:s|ning)?(?: or jog(?:ging)?)?)"
_DISLIKED: Final = r"\b(?:hate|cant stand|dislike|scared of|afraid of|avoid)(?: the| going to(?: the)?)?"
_FOR_NOW: Final = (
    r"(?:for now|for the moment|at first|first|to start|to begin"
    r"|please|pls|until|till|at the moment|atm|yet|thanks|now)"
)
_TOLD: Final[Mapping[Limit, Pattern]] = {
    "only_walks": Pattern(
        rf"\b(?:just|only)(?: (?:want|like|plan|going|able|allowed|can|ready))?(?: to| a)? walk(?:s|ing)?(?= *$"
        rf"| {_FOR_NOW}\b)"
        r"|\b(?:just|only) walk(?:s|ing)? (?:\d+ \w+ )?(?:a|every|per) day\b"
        rf"|\bwalk(?:s|ing)? only(?= *$| {_FOR_NOW}\b)|\bi only walk\b"
        r"|\b(?:stick(?:ing)? (?:to|with)|stay(?:ing)? with|rather|prefer(?: to)?|keep to)(?: just"
        r"| only)? walk(?:s|ing)?\b"
        rf"|\bwalk(?:ing)? (?:not|instead of) {_TO_JOG}\b"
    ),
    "no_jogging": Pattern(rf"{_RULES_OUT} (?:any |the )?{_TO_JOG}{_END}"),
    "not_checked": Pattern(
        r"\b(?:not|havent|have not|didnt|hasnt|never|wasnt|not yet)(?: \w+){0,4}? (?:check(?:ed|up)?|cleared"
        r"|signed off)\b"
        r"|\b(?:no|before (?:my|the)|waiting (?:for|on) (?:my|the)|still (?:waiting"
        r"|need)\b.{0,12}) (?:\d week )?check ?(?:up)?"
        r"(?= *$| yet| is| in| next| was)"
        r"|\bcheck ?(?:up)? (?:is|isnt|in|not|next|hasnt)\b(?! fine| good| ok| all)"
    ),
    "no_gym": Pattern(rf"(?:{_RULES_OUT}|{_DISLIKED}) (?:a |any )?gyms?\b"),
    "no_equipment": Pattern(
        r"\b(?:no|without(?: any)?|dont (?:have|own)(?: any)?|havent got(?: any)?|zero|have no) "
        r"(?:equipment|dumbbells?|kit|gear|(?:resistance )?bands?)\b(?! (?:running|club))"
    ),
}
_NOT_SO: Final = Pattern(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:week|morning|evening)|on (?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day"
    r"|used to|(?:right )?now i|so far"
    r"|is|are|does|do i|will|would (?:it|that|you)|why|if|how|what|which|when)\b(?! for now)"
)
"""A clause of one day, of before, or a question: it rules nothing out for what comes."""
_OF_ONE_DAY: Final = Pattern(r"\b(?:today|tonight|tomorrow|yesterday|this (?:week|morning|evening)|on \w+days?)\b")
_WANTS_TO_RUN: Final = Pattern(
    r"\b(?:want|wanna|like|love|plan|start|learn|begin|trying)(?:ing)? (?:to )?(?:start |learn |begin |be )?(?:to )?"
    r"(?:run|running|runner|jog|jogging)\b|\bc25k\b|\bcouch to\b"
)
_LIFTED: Final[Mapping[Limit, Pattern]] = {
    "no_jogging": Pattern(
        r"\b(?:i can|i may|im allowed to|im able to|im ready to|ready to|ready for|i (?:do )?want to(?: try)?"
        r"|id like to(?: try)?"
        r"|i wanna|ill(?: try)?|lets(?: try)?|im (?:going to|gonna)|fancy|i feel like|started|back to)"
        r" (?:now |some |a bit of |to )*(?:start )?(?:jog|run)(?:ging|ning)?\b"
        r"|\b(?:jogging|running) is (?:ok|okay|fine|good|allowed)\b|\bi (?:jogged|ran)\b"
        r"|\b(?:not|no longer|more than) (?:just|only) walk(?:ing|s)?\b|\b(?:add|try) (?:some |a bit of "
        r"|a little )?(?:jog|run)\w*"
    ),
    "no_gym": Pattern(r"\b(?:joined (?:a|the)|gyms? (?:is|are) (?:ok|okay|fine)|like the|go to (?:a|the)) ?(?:gym\b)?"),
    "no_equipment": Pattern(
        r"\b(?:got|have|bought|own) (?:some |a |my |now )*(?:equipment|dumbbells?|bands?|kettlebells?|weights)\b"
    ),
    "sore_joint": Pattern(
        r"\b(?:knees?|hips?|ankles?|joints?) (?:is|are|feels?|got|doesnt|dont|no longer|not)"
        r"(?: \w+){0,2} (?:fine|ok|okay|good|great|better|hurt|hurting|sore)\b"
        r"|\bno (?:more )?(?:knee|hip|ankle|joint) pain\b"
    ),
}
_NEGATED: Final = Pattern(r"\b(?:not|no|cant|cannot|dont|wont|never|until|before|when|if|after|once)\b")
_JOINTS: Final = frozenset({"knee", "knee_outside", "hip"})
_ON_THE_MAT: Final = Pattern(
    r"\b(?:on (?:the|a|my) (?:\w+ )?(?:mat|floor|back|bed)|mat (?:work|exercises?|stuff|moves?|routine)"
    r"|lying down|yoga mat)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitsTold:
    """What one message changes of what a person keeps to."""

    ruled_out: frozenset[Limit]
    lifted: frozenset[Limit]


NO_LIMITS: Final = LimitsTold(ruled_out=frozenset(), lifted=frozenset())


def limits_told(text: str, *, mother: bool) -> LimitsTold:
    """Return what a message rules out and what it takes back.

    Args:
        text: What the person wrote.
        mother: Whether a birth is known, after which a check is waited for.
    """
    said = tidy(text).replace("'", "")
    clauses = [one.strip() for one in _CLAUSES.split(said) if one and one.strip()]
    told = {limit for limit in _TOLD for one in clauses if _tells(limit, one)}
    if ache_told(tidy(text)) in _JOINTS:
        told.add("sore_joint")
    if not mother:
        told.discard("not_checked")
    if _WANTS_TO_RUN.search(said) and "no_jogging" not in told:
        told.discard("only_walks")
    return LimitsTold(ruled_out=frozenset(told), lifted=frozenset(_lifted(said, clauses) - told))


def keeps_to_the_mat(text: str) -> bool:
    """Whether a message asks for what is done lying or on the floor."""
    return _ON_THE_MAT.search(tidy(text)) is not None


def _tells(limit: Limit, words: str) -> bool:
    found = _TOLD[limit].search(words)
    return found is not None and not _NOT_SO.search(words, 0, found.start()) and not _OF_ONE_DAY.search(words)


def _lifted(said: str, clauses: list[str]) -> set[Limit]:
    lifted: set[Limit] = set()
    for words in clauses:
        for limit, pattern in _LIFTED.items():
            found = pattern.search(words)
            denied = found is not None and limit != "sore_joint" and _NEGATED.search(words, 0, found.start())
            if found is not None and not denied and not said.endswith("?"):
                lifted.add(limit)
    if was_checked(said):
        lifted.add("not_checked")
    if "not_checked" in lifted or is_cleared(said):
        lifted.add("no_jogging")  # who kept to it till they were seen may jog again
    if "no_jogging" in lifted:
        lifted.add("only_walks")
    return lifted

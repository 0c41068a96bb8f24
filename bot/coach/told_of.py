"""Whether somebody told what an article for a few is for: a birth, a pregnancy, or being young; theirs or another's.

A search knows words and no people: "when is the next run then?" is near an answer for mothers. So whatever it brings
back for people in one of these states is left out, unless the person told of it and did not deny it since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from bot.coach.permissions import permissions
from bot.coach.turn import Memory
from bot.coach.workings import Workings
from bot.knowledge.retrieval import Retrieval
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.runner import Flag, Runner

About = Literal["birth", "pregnancy"]
"""What has to be told before anything meant for it may be."""
ARTICLES: Final[Mapping[str, About]] = {
    "running-after-birth": "birth",
    "a-year-after-birth": "birth",
    "running-while-pregnant": "pregnancy",
}
"""The articles that are for nobody else."""
_LONG_AFTER: Final = frozenset({"a-year-after-birth"})
"""What is no advice in the first months after a birth."""
_FLAGS: Final[Mapping[About, frozenset[Flag]]] = {
    "birth": frozenset({"recent_birth", "breast_feeding"}),
    "pregnancy": frozenset({"pregnant"}),
}
_CHILD: Final = (
    r"(?:baby|babies|newborn|kids?|child|children|son|daughter|boy|girl|twins|little (?:1|one)|toddler|infant)"
)
_NAMES: Final[Mapping[About, Pattern]] = {
    "birth": Pattern(
        r"\b(?:births?(?! ?(?:control|day|certificate|place|rate|year))|post ?-?partum|post ?-?natal|c[- ]?section"
        r"|ca?esar\w*|gave birth|newborns?|breast ?-?(?:feed\w*|fed|milk)|lactating|toddlers?|bugg(?:y|ies)"
        r"|prams?|strollers?|midwi(?:fe|ves)|health visitor|epidural|perine\w+|lochia"
        r"|nursing(?! (?:an?|my|this|the|home|school|student|degree|shift)\b))\b"
        r"|\bbab(?:y|ies)(?! (?:steps?|carrots?|shark|blue|pink|powder|oil|food|weights?(?= (?:dumb|plates))))\b"
        rf"|\b(?:had|having|have|delivered|after|since) (?:a|an|our|my|his|her|their|the|another"
        rf"|\d) (?:\w+ )?{_CHILD}\b"
        rf"|\b(?:my|our|her|the) (?:\w+ )?{_CHILD} (?:is|was|turned|just)\b.{{0,16}}\b(?:weeks?|wks?|months?|mo|born)\b"
        r"|\bnew (?:mum|mom|mummy|mother|parent)s?\b|\b(?:mums?|moms?|mothers?) (?:of|to|with) \w+"
        r"|\b(?:for|as|being|became|become|im) a (?:\w+ )?(?:mum|mom|mother)\b|\bmothers\b"
        r"|\b(?:weeks?|wks?|months?) pp\b|\bpregnancy (?:kilos?|kgs?|pounds|lbs?|weight|fat|belly|pouch)\b"
        r"|\b(?:after|since) (?:my |the |a )?pregnanc(?:y|ies)\b|\b(?:diastasis|mummy tummy|mum tum|mom pooch)\b"
    ),
    "pregnancy": Pattern(
        r"\bpregnan\w*|\bpreg(?:gers|go)?\b|\btrimester|\bexpecting\b(?! (?:to|that|it|you|more|less|too|some|much))"
        r"|\bweeks along\b|\b(?:baby )?bump\b(?! into)|\bmiscarr\w*|\bmidwi(?:fe|ves)\b|\bante ?-?natal\b"
        r"|\bpre ?-?natal\b|\bunborn\b|\bconceiv\w+|\bdue date\b|\bbaby on the way\b|\bivf\b|\bmorning sickness\b"
    ),
}
_NEVER: Final = (
    r"(?:not|never|didnt|did not|dont|do not|havent|have not|hasnt|isnt|wasnt|arent|no longer|nor|nobody|no 1)"
)
_DENIED: Final = Pattern(
    rf"\b{_NEVER} (?:(?:even|actually|really|just|ever|lately|recently|said|say|mentioned|asked|about"
    rf"|anything) ){{0,4}}"
    rf"(?:(?:have|had|having|got|get|given|give|gave|be|been|a|an|any|the|my|to|i|im) ){{0,4}}"
    rf"(?:{_CHILD}|births?|mum|mom|mother|new (?:mum|mom|mother)|pregnan\w+|post ?-?partum|post ?-?natal|expecting)\b"
    rf"|\b(?:no|without|zero) (?:\w+ )?(?:{_CHILD}|births?|pregnanc\w+)(?= |\W|$)"
    rf"|\bwhat (?:\w+ )?(?:{_CHILD}|birth|pregnancy)\W*$"
    rf"|(?:^|[.!,;] ?)(?:(?:what|huh|wait|wtf|lol|omg|bro|sorry|a|the) ){{0,2}}"
    rf"(?:{_CHILD}|births?|pregnan\w+|post ?-?partum|mum|mom|mother) ?\?"
    r"|\b(?:who|why|where)\b.{0,24}\b(?:said|say|saying|mention\w*|talk\w*|talking|tell\w*|come up)\b.{0,24}"
    r"\b(?:bab(?:y|ies)|births?|pregnan\w+|mums?|moms?|mothers?)\b"
    r"|\b(?:ask\w*|think|thinks|thought|assum\w*|call\w*)\b.{0,20}\b(?:im|i am|i was|me|hes|he is|a (?:dude|guy|man"
    r"|bloke))"
    r"\b.{0,12}\b(?:pregnan\w+|(?:mum|mom|mother)|had a baby)\b"
)
"""Takes it back, or asks where it came from, and tells nothing: "birth?? lol", "i didnt have a baby"."""
_PIECE: Final = Pattern(r"(?<=[.!?,;\n])\s*")
_ANOTHER: Final = Pattern(
    r"\b(?:wife|wifes|girlfriend|gf|partner|partners|fiancee?|ex|she|shes|her|sister|friend|friends|daughter|mate|cousin"
    r"|women|woman|mums|moms|mothers|we|our|someone|somebody|people)\b"
)
"""Whose birth it may be where a man asks."""


_OF_ANOTHER: Final = Pattern(
    r"\b(?:my|our|a|the|his|her|their) (?:\w+ )?(?:wife|girlfriend|gf|fiancee?|mum|mom|mother|sister|cousin|aunt|niece"
    r"|daughter"
    r"|friend|mate|colleague|neighbou?r|boss|coach|dog|cat|mare) (?:\w+ ){0,3}(?:had|has|is|was|just|gave|got|who)\b"
)
_OWN: Final = Pattern(
    r"\b(?:i|ive|i have|we|weve) (?:\w+ )?(?:had|gave|given|delivered)\b|\b(?:im|i am) (?:\w+ ){0,3}(?:pregnant"
    r"|expecting|post ?partum"
    r"|breast ?-?feeding|nursing|a (?:new )?(?:mum|mom|mother))\b|\b(?:my|our) (?:\w+ )?(?:baby|newborn|birth"
    r"|pregnancy)\b"
)


def may_tell(about: About, runner: Runner, memory: Memory, text: str) -> bool:
    """Whether what is meant for a birth or a pregnancy may be told to somebody.

    Args:
        about: What it is meant for.
        runner: The profile with what the message tells.
        memory: The profile as it was, and the talk.
        text: The message.
    """
    if _FLAGS[about] & (runner.flags | memory.runner.flags):
        return True
    if about == "birth" and memory.runner.child_born_on is not None:
        return True
    for said in (text, *(one.said for one in reversed(memory.exchanges))):
        plain = tidy(said)
        if _DENIED.search(plain):
            return False
        if _NAMES[about].search(plain) and (runner.sex != "male" or _ANOTHER.search(plain)):
            return True
    return False


def denies(about: About, runner: Runner, memory: Memory, text: str) -> bool:
    """Whether nothing is to be supposed of somebody: a man, who tells of another's, or who said that there is none."""
    plain = tidy(text)
    if runner.sex == "male" or (_OF_ANOTHER.search(plain) and not _OWN.search(plain)):
        return True
    said = (tidy(one) for one in (text, *(one.said for one in reversed(memory.exchanges))))
    newest = next((one for one in said if _DENIED.search(one) or _NAMES[about].search(one)), None)
    return newest is not None and _DENIED.search(newest) is not None


def is_denial(text: str) -> bool:
    """Whether a message denies a birth or a pregnancy, or asks where it came from."""
    return _DENIED.search(tidy(text)) is not None


def beside_denied(plain: str) -> str:
    """Return a tidy text without what it denies of a birth or a pregnancy: the rest is what it asks."""
    return _DENIED.sub(" ", plain)


def beside_named(text: str) -> str:
    """Return a message without the parts that seemed to tell of a birth or a pregnancy, which was taken back."""
    pieces = _PIECE.split(text.strip())
    return " ".join(one for one in pieces if not any(named.search(tidy(one)) for named in _NAMES.values())).strip()


def for_who_asks(found: Retrieval, w: Workings) -> Retrieval:
    """Return what was found without the articles for a birth or a pregnancy nobody told of, or for one long past.

    What comes first then is no longer a sure answer.
    """
    special = {*found.articles, *_nearest(found)} & ARTICLES.keys()
    named = {ARTICLES[slug] for slug in special}
    # What was just taken back is told of nobody, though the message that seemed to tell it is answered now.
    gone = {
        one
        for one in named
        if (w.reopened and not _FLAGS[one] & w.runner.flags) or not may_tell(one, w.runner, w.memory, w.message.text)
    }
    barred = {slug for slug in special if ARTICLES[slug] in gone}
    if permissions(w.runner).state == "recent_birth":
        barred |= special & _LONG_AFTER
    return found.without(barred) if barred else found


def _nearest(found: Retrieval) -> tuple[str, ...]:
    return () if found.nearest is None else (found.nearest.article,)

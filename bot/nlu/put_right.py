"""Words that put right what was only supposed of somebody: in any way denied, corrected, or all well.

They say less than `bot.nlu.taken_back` asks for, so they count only where no sign of danger was said.
"""

from __future__ import annotations

from typing import Final

from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern
from bot.nlu.taken_back import taken_back
from bot.nlu.tidy import tidy

_STILL_IN_IT: Final = Pattern(
    r"\b(?:any ?more|these days|right now|at the moment|no longer|today|slip(?! of)\w*|relaps\w*|used to|clean"
    r"|recover\w*"
    r"|yet|until|till|since|(?<!start )again|but|before|always)\b"
)
"""Beside these, what is denied is only that it is so now, or still."""
_RATHER: Final = Pattern(
    r"\b(?:it was|its|that is|that was|im|i was) (?:only |just |all )?(?:talking |asking )?about (?!to |an? (?:hour"
    r"|week|minute|day|year|month)|\d)"
    r"|\bi (?:only |just |literally |actually )?(?:said|asked|meant|was (?:saying|asking|talking))\b(?! no\b)"
    r"|^(?:(?:lol|haha\w*|omg|no(?! one)|nah|nope|bruh|dude|bro)\W+)+\w+ \w+"
)
_WHY_THIS: Final = Pattern(
    r"\bwhy (?:are|do|would|did) (?:you|i) (?:\w+ ){0,3}(?:telling|saying|asking|need|say|tell|call|see|doctor)\b"
    r"|\bwhat are you (?:on about|talking about|saying)\b"
)
"""Asked of our own words, these want no answer from an article."""
_CROSS: Final = Pattern(
    r"^(?:what|wtf|huh|wdym|excuse me|seriously)\W*[?!]|\?\?|\bwhere did i\b|\bwho said\b|\bnothing to do with\b"
    r"|\b(?:isnt|not) what (?:this|that|it|i)\b|\bwrong (?:person|chat)\b"
    r"|\bi never (?:said|told|mentioned|wrote)\b|\b(?:just|only) (?:lazy|tired|bored|annoyed|hungry|sleepy|unfit"
    r"|stressed|fed up|frustrated|moaning|venting"
    r"|embarrassed|sore|slow|knackered|exhausted|grumpy)\b(?! of)"
    r"|\b(?:dont|didnt) (?:need|want|ask for) (?:an? |any |your |this |the )?(?:doctor|help|ambulance|hotline|crisis"
    r"|emergency|lecture|sermon|that)\b|\bstart over\b"
)
_ACCUSED: Final = Pattern(
    r"\b(?:where|when) did i (?:ever )?(?:say|mention|ask|tell)\b|\bwho said\b|\bi (?:never|didnt) (?:even "
    r"|ever )?(?:said|say"
    r"|mention\w*|asked|ask|told|tell)\b|\bdont put words\b"
)
_WELL: Final = Pattern(
    r"\b(?:im|i feel|feeling|its|all|am|everythings|(?:everything|heart|chest|head|breathing|body"
    r"|life) is) (?:\w+ ){0,2}(?:fine|ok|okay|good|well|safe|alright"
    r"|all right|healthy|great|lazy)\b|\b(?:calm down|chill|relax|overreact\w*|no worries|dont worry|no need"
    r"|false alarm|stop (?:it|that|this|with)|nothing (?:serious|wrong|bad|happened))\b|^(?:no )*stop\b"
)
_NOT_WELL: Final = Pattern(
    r"\b(?:not|isnt|arent|dont|never|nothing is|wasnt) (?:\w+ ){0,2}(?:fine|ok|okay|good|well|safe|alright|right"
    r"|healthy|great)\b|\b(?:hurts?|worse|still there|cant|help me|hopeless|pointless|scared|numb|breathless|pressure"
    r"|bleed\w*|alone|tired of|(?:when|if|because) i (?:dont|didnt|skip|starve)|would care)\b"
)
_NOTHING: Final = Pattern(
    r"\b(?:nothing|nowhere|nobody|not|doesnt|never|isnt|dont feel) (?:\w+ ){0,2}(?:hurts?|pressure|numb|scared"
    r"|breathless"
    r"|bleed\w*|alone|worse)\b|\bno (?:pressure|bleed\w*|numb\w*)"
)
_OPENS: Final = Pattern(
    r"^(?:(?:ok|okay|omg|lol|haha\w*|hey|please|no(?=\W*[,.!?]| (?:i|im|just|not|omg|no|its|it)\b)|nah|nope|well|so|but"
    r"|and|stop|bruh|bro|dude|finally|really|good)\W+"
    r"|(?:what|wtf|huh|wdym)[?!., ]*[?!.,]\W*)*(?:im (?:fine|ok|okay|good) (?:omg |lol )?)?"
    r"(?:i (?:have )?(?:just |only |literally )*(?:asked|meant|mean|said|was asking|wanted to know)"
    r"(?: you)?(?: (?:if|whether|about|that))? )?"
)
_ECHO: Final = Pattern(
    r"^\W*(?:what|which|who said(?: anything about)?|where did i (?:say|mention)|why (?:do|are|would) you (?:\w+ ){1,2}"
    r"(?:about )?)? ?(?:the |a |my )?(?:chest pains?|fainting|heart|stroke|suicide|self harm|crisis|emergency|doctors?)"
    r"\W*\?"
)
_PIECE: Final = Pattern(r"(?<=[.!?,;\n])\s*")
_FEWEST_LEFT: Final = 2
_OPENING: Final = 3
"""So many words make a first sentence, and not a cry."""


def never_so(text: str) -> bool:
    """Whether a message denies outright, or tells of somebody else: "not bulimic anymore" does neither."""
    return taken_back(text) in {"person", "denied", "speech"} and not _STILL_IN_IT.search(tidy(text))


def puts_right(text: str) -> bool:
    """Whether a message says in any way that what was supposed of it is not so: "lol no, just lazy", "ok im fine"."""
    plain = tidy(text)
    if _NOT_WELL.search(_NOTHING.sub("", plain)):
        return False
    return _RATHER.search(plain) is not None or taken_back(text) is not None or answers_a_worry(text)


def answers_a_worry(text: str) -> bool:
    """Whether a message speaks against a worry and not against an answer: denied, all well, or cross at being asked."""
    plain = tidy(text)
    if _NOT_WELL.search(_NOTHING.sub("", plain)):
        return False
    return taken_back(text) not in {None, "meant"} or is_well(text) or _is_cross(plain)


def feels_accused(text: str) -> bool:
    """Whether a message says that something was put into somebody's mouth: "where did i say that"."""
    return _ACCUSED.search(tidy(text)) is not None


def is_well(text: str) -> bool:
    """Whether a message says that all is well, and nothing beside it that is not."""
    plain = tidy(text)
    return _WELL.search(plain) is not None and not _NOT_WELL.search(_NOTHING.sub("", plain))


def begins_with_denial(text: str) -> bool:
    """Whether the first thing a message says is that something was never so."""
    opening = next((one for one in _PIECE.split(text.strip()) if len(one.split()) >= _OPENING), "")
    return never_so(opening) and not _STILL_IN_IT.search(tidy(text))


def what_is_left(text: str) -> str:
    """Return what a message says or asks beside putting something right: "ok im fine, race tips pls" wants tips.

    Empty where nothing is left.
    """
    left = [bare for piece in _PIECE.split(text.strip()) if (bare := _beside(piece))]
    return " ".join(left) if sum(len(one.split()) for one in left) >= _FEWEST_LEFT else ""


def _is_cross(plain: str) -> bool:
    return _CROSS.search(plain) is not None or _WHY_THIS.search(plain) is not None


def _beside(piece: str) -> str:
    plain = tidy(piece)
    bare = _OPENS.sub("", plain).strip()
    if not bare.strip("?!., ") or _ECHO.search(plain) or _WHY_THIS.search(plain) or feels_accused(piece):
        return ""
    return "" if puts_right(bare) and not is_question(bare) else bare

"""Words that take an alarm back: it was somebody else, a way of speaking, long past, or never so.

"I'm fine" is none of them: who says that after a sign of danger has not said that the sign was misread. What is enough
where no sign was said is in `bot.nlu.put_right`.
"""

from __future__ import annotations

from typing import Literal

from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

TakenBack = Literal["person", "speech", "past", "denied", "meant"]
"""Whose it was, how it was meant, when it was, that it was never so, or that something else was meant."""

_DANGERS = (
    r"(?:faint\w*|pass(?:ed|ing)? out|black(?:ed|ing)? out|collaps\w*|harm\w*|hurt(?:ing)? (?:myself|anyone|anybody|her"
    r"|him)|kill\w*|die|dying|suicid\w*|starv\w*|purg\w*|throw(?:ing)? up|vomit\w*|dizzy|chest pains?)"
)
_WISH = (
    r"(?:(?:wants?|wanted|going|trying|planning|about|thinking|meant|mean|feel|feeling|like|really|actually|even|ever|is|was|have"
    r"|had|get|got|any|a|of|to|in|on|been|gonna) ){0,4}"
)
_WHO = (
    r"(?:(?:best |old |little |big |older |younger |step ?)*(?:friends?|mates?|bff|mum|mom|mother|dad|father|parents?"
    r"|sister|brother|sis|bro|wife|husband|partner|girlfriend|boyfriend|bf|gf|daughter|son|kids?|child|uncle|aunt"
    r"|auntie|nan|gran\w*|colleague|boss|neighbou?r|cousin|teammate|buddy|client|niece|nephew|flatmate|roommate))"
)
_PERSON = Pattern(
    r"\b(?:that|it|this) (?:was|is|wasnt|isnt) (?:about |for |not )?(?:me\b.{0,3}\b(?:its|it is)|not me|about me"
    rf"|(?:all )?(?:about )?(?:my|a|her|his|our) {_WHO})\b|\bnot (?:me|mine|myself|about me)\b"
    rf"|\b(?:meant|mean|talking about|asking (?:for|about)|said|(?<!what )(?<!how )about) (?:my|a|our) {_WHO}\b"
    rf"|^(?:(?:no|nah|nope|lol|what|wait|sorry)\W+)+(?:its |it is |just |thats )?my {_WHO}\b.{{0,24}}\b(?:does|did|is"
    r"|was|has|had|do|said|who)\b|\b(?:someone|somebody) else\b|\bi didnt do (?:it|that|any)\b|\bfriend not me\b"
)
_SPEECH = Pattern(
    r"\b(?:joking|kidding|jokes?|jk|sarcas\w*|ironic\w*|exaggerat\w*|hyperbole|metaphor\w*|figure of speech"
    r"|figurative\w*|(?:way|manner) of (?:speaking|saying|talking)|(?:just |only )?an? (?:saying|expression|typo"
    r"|phrase|idiom)|slip of the \w+|mis(?:worded|typed|spoke|wrote)|(?:worded|put|wrote|typed) (?:it|that|this)"
    r" (?:wrong\w*|badly)|wrong words?|typo|autocorrect\w*|not literal\w*|misunder\w*|misread|misheard|being dramatic"
    r"|drama queen)\b"
    r"|\b(?:didnt|did not|dont|wasnt) (?:really |actually )?(?:mean|meaning|say|saying) (?:it|that|this|anything)\b"
    r"|\b(?:not|isnt|wasnt) what i (?:said|meant|mean|was saying|wrote|asked)\b"
    r"|\b(?:not|isnt|wasnt|nothing) like that\b"
    r"|\bgot (?:me|it|that|this) (?:all )?wrong\b"
)
_MEANT = Pattern(r"\b(?:i|no) (?:just |only )?(?:meant|mean) (?!it\b|that im\b)")
_PAST = Pattern(
    r"\b(?:that|it|this|all that) (?:was|is|happened|ended) (?:\w+ ){0,3}(?:years?|decades?|months?|ages) (?:ago"
    r"|back)\b"
    r"|\b(?:that|it|this|all that) (?:was|is|happened) (?:\w+ ){0,2}(?:last year|in (?:19|20)\d\d|as a (?:kid|child"
    r"|teen\w*)|when i was|long (?:ago|over|past|gone)|in the past|back then|at (?:school|uni|college))"
)
_DENIED = Pattern(
    r"\b(?:im|i am|i was) (?:not|never|no) (?:\w+ )?(?:pregnant|anorexic|bulimic|suicidal|in danger|depressed"
    r"|starving|a (?:child|kid|minor|teen\w*)|under ?18|underage|purging|ill|sick)\b"
    r"|\b(?:dont|do not|never|didnt) (?:\w+ )?(?:have|had|got) (?:an? |any |no )?(?:\w+ )?(?:eating disorder|ed"
    r"|anorexia|bulimia|baby|(?:chest )?pains?|heart (?:problem|trouble|condition|attack)|problem with (?:food"
    r"|eating)|kids?|diabetes)\b"
    r"|\bnot (?:while |when )?(?:i am |im )?(?:at rest|resting|sitting|lying down)\b|\bnot an emergency\b"
    r"|\bim (?:an )?(?:adult|grown ?-?up)\b|\bthere (?:is|was) no (?:baby|(?:chest )?pain|pregnancy|danger)\b"
    rf"|\b(?:didnt|dont|never|not|wasnt|wont|nobody|no one) {_WISH}{_DANGERS}\b"
    r"|\b(?:im|i was) (?:not|never) (?:\w+ )?(?:in (?:chest )?pain|at risk|dizzy|unwell)\b"
    r"|\b(?:have|had|got|feel) (?:absolutely |really )?no (?:chest |heart )?(?:pains?|problems?|symptoms?|danger)\b"
)


def taken_back(text: str) -> TakenBack | None:
    """Return how a message takes back what a message before it seemed to tell, None if it does not.

    Example:
        "no that was my mum" is "person", "figure of speech lol" is "speech", "im fine" is None.
    """
    plain = tidy(text)
    if _PERSON.search(plain):
        return "person"
    if _PAST.search(plain):
        return "past"
    if _DENIED.search(plain):
        return "denied"
    if _SPEECH.search(plain):
        return "speech"
    return "meant" if _MEANT.search(plain) else None

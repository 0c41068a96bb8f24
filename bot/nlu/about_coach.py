"""Questions about the coach itself that want a plain answer: a real person, what is kept, whom it tells, its patience.

Pure.
"""

from __future__ import annotations

from typing import Final, Literal

from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

CoachAsked = Literal["tells", "keeps", "real", "tires"]

_YOU: Final = r"(?:you|u|ya|this (?:bot|app|thing|chat))"
_GROWN_UPS: Final = (
    r"(?:my )?(?:parents?|mum|mom|mam|dad|mother|father|folks|family|coach\w*|teachers?|school|doctor|gp|nurse|boss"
    r"|husband|wife|partner|boyfriend|girlfriend|police|any ?(?:one|body)|some ?(?:one|body)|people|others?|them|him"
    r"|her)"
)
_ASKED: Final[tuple[tuple[CoachAsked, Pattern], ...]] = (
    (
        "tires",
        Pattern(
            rf"\b(?:do|are|arent|dont|will|wont|must) {_YOU} (?:\w+ ){{0,3}}?(?:tired|bored|sick|fed up|annoyed|judg\w*"
            r"|laugh\w*|disappointed|angry|cross|mad)\b(?: (?:of|with|by|at))?"
            r"(?: (?:\w+ ){0,2}?(?:me|my|people|this|us|all)\b|\W*$)"
        ),
    ),
    (
        "tells",
        Pattern(
            rf"\b(?:do|will|would|can|could|are|is|did)(?: not|nt)? {_YOU} (?:\w+ )?(?:going to |gonna |goin to "
            rf"|have to |need to )?(?:tell|inform|report|contact|call|text|message|warn|share)(?:ing)? (?:\w+ ){{0,3}}?"
            rf"{_GROWN_UPS}\b"
            rf"|\b(?:{_YOU} )?(?:gonna|going to|will|wont|would) (?:\w+ )?(?:tell|contact|call|text) {_GROWN_UPS}\b"
            rf"(?=.*\?)(?<!i )|\b(?:snitch\w*|grass (?:me|on)|rat me out|tell on me|dob me in|grass me up)\b"
            rf"|\b(?:will|can|could|does|do|would) {_GROWN_UPS} (?:\w+ )?(?:see|read|find out|know|look at|get)\b"
            r"(?: about| at| to see| to read)? (?:this|that|what i|it|my (?:messages|chats?)|our chat|these)\b"
            r"|\bwho (?:\w+ )?(?:sees|see|reads|read|gets|knows|hears)\b.{0,12}\b(?:this|what i|it|my (?:messages"
            r"|chats?|data|answers)|these)\b"
            rf"|^(?:(?:please|pls|but|just|and|ok|you) )*(?:dont|wont|cant) (?:you )?tell {_GROWN_UPS}(?: (?:this|that"
            rf"|please"
            r"|pls|ok|about (?:it|this)))*\W*$"
            r"|\b(?:is|are) (?:this|it|our chat|these messages|what i (?:say|write|tell you)|my messages)"
            r" (?:\w+ )?(?:private|confidential|secret|anonymous|safe with you|between us)\b"
        ),
    ),
    (
        "keeps",
        Pattern(
            rf"\b(?:do|will|does|are|is|did) {_YOU} (?:\w+ )?(?:keep|keeping|save|saving|store|storing|record|recording"
            r"|log|remember|hold on to)\b (?:\w+ ){0,3}?(?:what i|everything|my (?:messages|chats?|words|answers"
            r"|data|stuff|secrets?)|this (?:chat|conversation)?|these|our (?:chats?|talks?|conversations?|messages)"
            r"|it all"
            r"|this\W*$|all (?:this|that|of (?:this|it|what))|the (?:chat|messages)|things i)"
            rf"|\b(?:where|what) (?:does|do|happens|happen)\b.{{0,12}}\b(?:what i (?:write|say|tell|type)"
            rf"|my (?:messages"
            r"|answers))\b"
        ),
    ),
    (
        "real",
        Pattern(
            rf"\b(?:are|r) {_YOU} (?:\w+ )?(?:a |an )?(?:real|human|actual|live|robot|bot|ai|person|machine|computer"
            r"|chat ?gpt|alive)\b|\b(?:is|am) (?:this|i (?:talking|speaking|chatting|writing) (?:to|with))"
            r" (?:a |an )?(?:real|human|actual|robot|bot|ai|person|machine|computer|someone real)\b"
            r"|\b(?:youre|you are|your) (?:just |only )?(?:a |an )?(?:bot|robot|machine|computer|ai)\b"
            r"|\bis (?:there )?(?:a |any )?(?:real |actual )?(?:person|human|someone) (?:there|behind|reading|typing)\b"
        ),
    ),
)
_LONGEST: Final = 20


def coach_asked(text: str) -> CoachAsked | None:
    """Return what a message asks about the coach itself, None for most messages.

    Example:
        "u gonna snitch?" is "tells", "do you keep what i write" is "keeps", "are u real" is "real".
    """
    plain = tidy(text)
    if len(plain.split()) > _LONGEST:
        return None
    return next((asked for asked, pattern in _ASKED if pattern.search(plain)), None)

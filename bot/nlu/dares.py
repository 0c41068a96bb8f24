"""Dares: an effort somebody is talked into, and what is asked of it in the turns after. Pure."""

from __future__ import annotations

from typing import Final, Literal

from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

DareAsked = Literal["dare_no", "dare_bad", "dare_less", "dare_say", "dare_age", "dare_not_done"]

_DARE: Final = (
    r"\b(?:dare[sd]?|daring|bets?|betting|(?<!coach )challenge[sd]?) (?:me|us)\b|\b(?:a|the|this|that|their|his|her"
    r"|stupid|as) dares?\b"
    r"|\bdared to\b|\b(?:lost|for|as|on) a bet\b"
    r"|\b(?:\d+|a|some) ?(?:quid|bucks?|pounds|dollars|euros?|tenner|fiver|cash|money) (?:if|to (?:run|do)|for)\b"
)
_EFFORT: Final = (
    r"\b(?:run|sprint|jog|race|marathon|half|ultra|stairs|steps|garage|car park|backpack|rucksack|barefoot|hill|lake"
    r"|swim"
    r"|miles?|kms?|\d+ ?k|laps?|bleep|beep|training|all night|no water)\b"
)
DARED: Final = Pattern(
    rf"^(?!.*\bhow dare\b)(?!.*\b(?:i|we) (?:\w+ )?(?:ran|did it|finished|completed|managed|made it|won)\b)"
    rf"(?=.*(?:{_DARE})).*{_EFFORT}"
    r"|\b(?:marathon|half|ultra|(?:1[5-9]|[2-9]\d) ?(?:km?|miles?))\b(?=.*\b(?:(?:without|no|zero|0) (?:any )?training"
    r"|untrained|never trained)\b)(?=.*\b(?:tomorrow|tonight|weekend|next week|\w{3,6}day|mates?|friends?)\b)"
)
"""An effort on a dare, or a very long one untrained within days; one that was run is a run."""
_ASKED: Final[tuple[tuple[DareAsked, Pattern], ...]] = (
    (
        "dare_not_done",
        Pattern(
            r"\b(?:didnt|did not|havent|never) (?:actually |even )?(?:run|do|ran|done|go)\b"
            r"|^(?:wtf |no |nah |bro |omg |but )*(?:it was|its|thats|that was) (?:just |only )?a dare\b"
        ),
    ),
    (
        "dare_say",
        Pattern(
            r"\b(?:tell|telling|say|saying|told)\b.{0,20}\b(?:them|him|her|no|mates?|friends?|it)\b(?!.*\bif\b)"
            r"|\b(?:not|wont|never) (?:going to |gonna )?(?:do|doing) (?:it|that|the)\b|\b(?:chicken|coward|wimp"
            r"|pussy)\b"
        ),
    ),
    ("dare_age", Pattern(r"\b(?:legal|illegal|allowed|old enough|too young|age limit)\b")),
    (
        "dare_less",
        Pattern(
            r"\b(?:what if|how about|what about|instead|rather|only|just)\b.*(?:\b\d+ ?(?:km?|miles?)\b"
            r"|\bhalf (?:of it)?"
            r"|\bshorter\b|\bwalk\w*\b)|\b\d+ ?(?:km?|miles?) (?:instead|then)\b"
        ),
    ),
    (
        "dare_bad",
        Pattern(
            r"\b(?:it|that|this|thing|dare|\d+ ?km?|marathon|half)\b.{0,12}\b(?:dumb|stupid|dangerous|bad|crazy|mad"
            r"|risky"
            r"|daft|unhealthy|die|kill me)\b(?! (?:to|if|when|for)\b)"
        ),
    ),
    (
        "dare_no",
        Pattern(
            r"\byes or no\b|\bor (?:nah|no|not)\b|\bshould i (?:do|try|still|go|run) (?:it|that|the|for)\b|\bdo it\b"
            r"|\b(?:it|that|this)\b.{0,8}\b(?:safe|ok|okay|fine|worth it)\b(?! (?:to|if|when|for)\b)"
            r"|\b(?:quid|bucks|money|cash|tenner)\b|\banswer\b"
        ),
    ),
)
_LONGEST: Final = 14
_TRAINS: Final = Pattern(
    r"\bplan (?:to|for|that)\b|\b(?:a|the|my) plan\b|\bhow (?:many|long|much)\b.{0,16}\b(?:weeks?|months?|until|till|to"
    r" (?:get|train|build|work))\b|\b(?:train|training|build|work)(?:ing)? (?:up )?(?:for|to|towards?)\b"
)
"""Who asks how to get there by training does what the no to a dare asked for."""


def dare_asked(text: str) -> DareAsked | None:
    """Return what a message asks of a dare told some turns ago, None if it asks something else."""
    plain = tidy(text)
    if len(plain.split()) > _LONGEST or _TRAINS.search(plain):
        return None
    return next((asked for asked, pattern in _ASKED if pattern.search(plain)), None)

"""Whether a reply answers the kind of question that was asked: a verdict, a way, a reason, an amount, a time, a choice.

It looks at the first sentences only, since the answer comes first. A reply that asks back for what it needs, or that
keeps to a safety rule, is not judged: it answers nothing on purpose. A reply that declines does not obey.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.evaluation.conversation import QuestionType
from bot.evaluation.prose import own_words, sentences
from bot.reply import Reply

_TWO: Final = 2
IMPERATIVE: Final = re.compile(
    r"^(?:(?:so|then|first|this week|today|tomorrow|[^,.:]{3,60}[,:]) )*(?:do not |don['’]t )?"
    r"(?:start|walk|run|go|pick|keep|try|do|lift|eat|drink|choose|add|build|use|slow|take|swap|breathe|warm|weigh|rest"
    r"|cut|split|plan|set|put|shop|aim|mix|begin|stop|repeat|let|make|look|bring|hold|tie|jog|stretch|follow|count|say"
    r"|tell|ask|lose|give|compare|treat|spread|leave|move|get|see|talk|wear|save|stand|squat|call|lie|sit|please|skip|read|have|measure|note|trust|roll|expect)\b",
    re.IGNORECASE,
)
_STATES: Final = re.compile(
    r"^(?!(?:if|when|once|for|after|before|with|on|in|at|to|until|as|what|while|where|how)\b)[^,.:;]*"
    r"\b(?:is|are|was|were|can|may|could|might)\b",
    re.IGNORECASE,
)
"""A statement, whatever its second half tells people to do: "Sore legs are normal, so move gently"."""
_VERDICT: Final = re.compile(
    r"^(?:yes|no|not|only|partly|mostly|usually|rarely|probably|likely|sometimes|never|nobody|hardly|true|false|real)\b"
    r"|\b(?:can(?:not|['’]t)?|could|may|might|is|are|was|were|does|do|will|won['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t"
    r"|cope|copes|needs?|needn['’]t|helps?|works?|holds?|makes?|takes?|gives?|rarely|never|nobody|fine|enough|yes|no|often|level)\b",
    re.IGNORECASE,
)
_WAY: Final = re.compile(
    r"\b(?:by \w+ing|you can|(?:good|best|right) (?:way|pace|place|guide)|works? best|so (?:start|run|walk)"
    r"|start(?:s|ing)?|helps?|aim|choose|pick|instead)\b",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"\b(?:because|asks?|since|when|from|comes? (?:from|of)|due to|thanks to|why|means?|makes?|leads?|causes?|stores?"
    r"|holds?|pulls?|triggers?|lets?|reason|nobody knows|likely|usually|tend|tends|evens|rises?|so)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|half|twice|few|little|most|none|thirst|no (?:set|fixed|one) number)\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|sooner|earlier|soon|no fixed|date)\b", re.IGNORECASE
)
_CHOICE: Final = re.compile(
    r"\b(?:both|either|same|alike|equal(?:ly)?|similar|difference|better|best|more|less|rather|whichever|any|neither"
    r"|choose|pick|prefer|comfort|than|swap)\b",
    re.IGNORECASE,
)
_YOU: Final = re.compile(r"\b(?:you|your|yours|you['’](?:d|ll|re|ve))\b", re.IGNORECASE)
_SIGN: Final[Mapping[QuestionType, re.Pattern[str]]] = {
    "yes_no": _VERDICT,
    "is_it_true": _VERDICT,
    "how": _WAY,
    "why": _REASON,
    "how_much": _AMOUNT,
    "how_long": _TIME,
    "which": _CHOICE,
    "what_about_me": _YOU,
}
_LOOKS_AT: Final[Mapping[QuestionType, int]] = {"yes_no": 1, "is_it_true": 1}
"""Sentences a sign may stand in; two where none is named."""
_YES_OR_NO: Final = re.compile(r"^(?:yes|no)[,.;:]", re.IGNORECASE)
_INSTRUCTS: Final = frozenset[QuestionType]({"how", "which", "how_much", "how_long", "what_about_me"})
"""Kinds of question that an instruction may open the answer to."""


def obeys(reply: Reply, kind: QuestionType) -> bool:
    """Say whether the first sentences of a reply answer a question of this kind."""
    if reply.kind == "decline":
        return False
    if reply.kind != "answer":
        return True
    own = sentences(own_words(reply.text))[: _LOOKS_AT.get(kind, _TWO)]
    if not own:
        return False
    instructs = bool(IMPERATIVE.match(own[0])) and not _STATES.match(own[0])
    if instructs and kind not in _INSTRUCTS:
        return False
    if kind == "how" and instructs:
        return True
    if kind in {"how", "why", "which"} and _YES_OR_NO.match(own[0]):
        return False
    return any(_SIGN[kind].search(sentence) for sentence in own)

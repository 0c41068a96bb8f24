"""What turns a sign of danger into something else: denial, somebody else's story, long ago, a doctor's clearance."""

from __future__ import annotations

import re

from bot.nlu.pattern import Pattern
from bot.nlu.red_flag_sign import CLEARED, Sign

_ENDS = Pattern(r"[.!?;\n]+|\b(?:(?<!nothing )but|however|although|though|except that)\b")
_NEGATION = Pattern(
    r"\b(?:no|not|never|without|dont (?:have|get|feel)|didnt (?:have|get|feel)|doesnt|isnt|arent|wasnt|havent (?:had"
    r"|got)|hasnt|havent|nor|neither|free of|zero|deny|rather than)\b(?P<gap>[^.!?;\n]{0,40})$"
)
_DENIED_AT_ONCE = Pattern(
    r"\b(?:didnt|nobody|no one|never|wont|wouldnt)(?: (?:even|actually|really|ever|say|said|mean|meant|mention|have"
    r"|had)){0,2} (?:i |that i |that |any |a )?$"
)
"""Right before a sign these deny it; "didnt" further off may belong to something else."""
_ECHOED = Pattern(
    r"\b(?:what|who (?:said|talked|spoke)(?: anything)?(?: about)?|where did (?:i|you) (?:say|mention|get|read)"
    r"(?: anything)?(?: about)?|why (?:do|are|would|did) you (?:\w+ ){1,3}(?:about|of)|stop (?:\w+ ){0,2}(?:about"
    r"|with))"
    r" (?:my |any |the |a )?$"
)
"""Before our own words said back ("what chest pain??") these tell nothing; more behind them does."""
_NOT_DENIAL = Pattern(
    r"\b(?:not sure|dont know|no idea|not only|not just|cant tell|dont understand|no (?:appetite|energy|sleep|wonder"
    r"|doubt|1|one|sweat|reason)|not (?:sleeping|eating|myself|well|good|normal|great|right|fit|running)"
    r"|never (?:felt|had (?:this|it|anything) before|ran?|run)|not been able|without warning|no clue|havent (?:told"
    r"|slept|eaten|run)|doesnt (?:go|stop|feel right|help)|isnt (?:normal|going)|not going)\b"
)
_OTHERS = Pattern(
    r"\b(?:(?:my|a|his|her|our|some|the|this|that|another|one|1)(?: best| good| old| running| ex| little| big"
    r"| younger| older| poor| work| male| female| other)* (?:friends?|mates?|mum|mom|mother|dad|father|sister|brother"
    r"|wife|husband|partner|girlfriend|boyfriend|daughter|son|kids?|child|children|uncle|aunt|auntie|nan|grand\w+"
    r"|gran|granny|nana|colleague|coworker|boss|neighbou?r|cousin|teammate|buddy|bloke|guy|girl|woman|man|lady|runner"
    r"|client"
    r"|niece|nephew|coach|teacher|trainer|pt|dog|flatmate|roommate|ex|pal|person|people|athlete|celebrity|actress"
    r"|model)|(?:friends?|mates?|colleagues?) of (?:mine|ours)|(?:he|she|they|someone|somebody|people|everyone"
    r"|everybody|anyone|anybody|women|men|runners|athletes|moms|mums|others|nobody|who))\b"
)
_ONESELF = Pattern(r"\b(?:im|i am|as|being) (?:just |only |still )?$")
"""Before "a girl" these words make it the one who writes."""
_FOR_OTHERS = Pattern(
    r"\bfor (?:my|a|her|his|our) (?:wife|sister|girlfriend|partner|daughter|friend|mum|mom|cousin|husband|boyfriend"
    r"|son|dad|client|mate)\b"
)
_SELF = Pattern(r"\b(?:i|im|my|me|mine|id|ill)\b")
_I = Pattern(r"\b(?:i|im|ive|id|ill|me|my (?:chest|heart|arms?|legs?|calf|breath|vision|periods?|head|body))\b")
_HAPPENING = Pattern(
    r"\b(?:just|right now|now|isnt breathing|not breathing|wont wake|unconscious|at the moment|currently|is having"
    r"|help|not responding|unresponsive|in front of me|next to me|on the (?:ground|floor|grass)|what (?:do|should"
    r"|can) (?:i|we) do|wont wake|(?:isnt|not) moving|has (?:just )?(?:collapsed|passed out|fainted))\b"
)
_LONG_AGO = Pattern(
    r"(?<!since )\b(?:years? ago|last year|as a (?:kid|child|teen\w*|student)|when i was|in (?:19|20)\d\d|back in"
    r"|in my (?:teens|twenties|20s|30s|thirties)|decades? ago|(?:a )?long time ago|ages ago|in the past|years back"
    r"|many moons)\b|\bused to\b"
)
_AGAIN = Pattern(
    r"\b(?:again|is back|came back|come back|returned|back again|started again|happening again|still)\b"
    r"|(?<!fine )(?<!ok )(?<!okay )(?<!good )(?<!better )(?<!gone )(?<!well )(?<!healthy )(?<!clear )\bnow\b(?!"
    r" (?:all )?(?:fine|ok|gone|better))"
)
_SINCE_THEN = Pattern(
    r"\b(?:but|now|again|still|today|yesterday|tonight|came back|is back|worse|since then|this (?:morning|week))\b"
)
_GENERIC = Pattern(
    r"\b(?:can|does|do|could|will|would|why (?:do|does)|how (?:do|to|can)|what (?:is|are|causes?|should|if)|is it"
    r"|avoid|prevent|signs? of|symptoms? of|risk|chances?|cause[sd]?|if someone|study|studies|gives? you)\b"
)

_POINTS = Pattern(r"\b(?:could|can|might|would) (?:that|this|it) be\b|\bis (?:that|this|it) (?:from|because|due)\b")
"""A question about what the person has in front of them, not one in general."""

_OF_THE_MINUTE = Pattern(
    r"\b(?:right now|what now|what (?:do|should|can) (?:i|we) do(?! (?:if|when|next|today|tomorrow|this|for|about))"
    r"|help me"
    r"|(?:isnt|not) (?:breathing|moving|responding)|wont wake)\b|\bnow\W*$"
)
"""Who writes so is in the middle of it."""


def is_of_the_minute(text: str) -> bool:
    """Whether a tidy text tells of what is happening as it is written."""
    return _OF_THE_MINUTE.search(text) is not None


def sentences(text: str) -> tuple[str, ...]:
    """Return the parts of a tidy text between full stops and "but"."""
    return tuple(part.strip() for part in _ENDS.split(text) if part and part.strip())


def excused(sign: Sign, match: re.Match[str], text: str) -> bool:
    """Whether what was found is denied, told of somebody else, long past, cleared by a doctor, or asked in general."""
    part = match.string
    if sign.deniable and (_denied(part[: match.start()]) or _answered_no(text, match.group())):
        return True
    if _ECHOED.search(part[: match.start()]) and not part[match.end() :].strip():
        return True
    if sign.personal and _of_others(part, match, sign):
        return True
    if sign.fades and _LONG_AGO.search(part) and not _AGAIN.search(text):
        return True
    if sign.clearable and _cleared(text, match.group()):
        return True
    if not sign.generic_excused or _GENERIC.search(part) is None or _POINTS.search(part) or is_of_the_minute(part):
        return False
    return _SELF.search(_without_question(part)) is None


def _without_question(part: str) -> str:
    """Leave out the "I" of "how do I": it asks for advice and tells nothing."""
    return re.sub(r"\b(?:do|should|can|could|would|must|shall|if) i\b", "", part)


def _denied(before: str) -> bool:
    if _DENIED_AT_ONCE.search(before) and not _NOT_DENIAL.search(before):
        return True
    match = _NEGATION.search(before)
    return (
        match is not None
        and _NOT_DENIAL.search(before) is None
        and not re.search(r"\b(?:so|because|why|and (?:i|now|my)|yet)\b", match["gap"])
    )


def _answered_no(text: str, sign_words: str) -> bool:
    """Whether it is asked and answered: "fainted? no, just tired"."""
    return re.match(r"\? ?(?:no|nope|nah)\b", text[text.find(sign_words) + len(sign_words) :]) is not None


def _of_others(part: str, match: re.Match[str], sign: Sign) -> bool:
    """Whether the last one spoken of before the sign is somebody else, and not somebody in danger right now."""
    if _FOR_OTHERS.search(part):
        return True
    found = _OTHERS.finditer(part[: match.end()])
    subjects = [one for one in found if not _ONESELF.search(part[: one.start()])]
    if not subjects or _I.search(part[subjects[-1].end() : match.end()]):
        return False
    return not (sign.tells_emergency and _HAPPENING.search(part))


def _cleared(text: str, sign_words: str) -> bool:
    clearance = CLEARED.search(text)
    if clearance is None:
        return False
    at = text.find(sign_words)
    later = text[clearance.end() : at + len(sign_words)] if at > clearance.end() else text[clearance.end() :]
    return not (
        _SINCE_THEN.search(later) if at > clearance.end() else re.search(r"\b(?:but|again|worse|came back)\b", later)
    )

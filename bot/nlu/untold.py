"""Leave out what names a body and tells none of one's own: it asks, accuses, supposes, or means another. Pure.

"Why a woman of 35?", "did I say 80 kg?" and "and at 55 kg?" hold numbers of a body that nobody said they have; taken
for told they would overwrite what was.
"""

from __future__ import annotations

from typing import Final

from bot.nlu.clauses import sentences
from bot.nlu.cues import is_question
from bot.nlu.pattern import Pattern
from bot.nlu.whose import own_part

_FIGURE: Final = Pattern(r"\d|\b(?:wom[ae]n|m[ae]n|females?|males?|girl|guy|bloke|lady)\b")
_SAID_ELSEWHERE: Final = Pattern(
    r"(?<!can )(?<!could )(?<!will )(?<!would )(?<!please )\b(?:(?:you|u|ya)(?:ve|re|d)?|who(?:s|ve)?)\b"
    r"(?: (?!(?:i|im|me|my|can|could|may|should|to)\b)\w+){0,2}? (?:think|thinks|thought|say|says|said|take|took|taken"
    r"|use|used|using|assum\w+|have|has|had|put|wrote|call(?:ed)?"
    r"|count(?:ed)?|make|made|got|get|gave|give)\b[^,;.!?]*?(?= but\b|[,;.!?]|$)"
    r"|\bi (?:never|didnt|did not|havent|have not|dont|do not)(?: \w+)? (?:say|said|tell|told|write|wrote|type|typed"
    r"|claim|claimed|weigh|put|enter|entered)\b[^,;.!?]*?(?= but\b|[,;.!?]|$)"
    r"|\b(?:did|do|have) i (?:ever )?(?:say|said|tell|told|write|type|claim|weigh)\b[^,;.!?]*"
    r"|\bwhat if (?:i|im|my)\b[^,;.!?]*"
)
"""What others say of somebody, what somebody denies to have said, and what is only supposed."""
_OF_ONESELF: Final = Pattern(
    r"\b(?:im|i am|i weigh|ive been|i was|as an?|for me|to me|told you|i said|mine is|me(?= ?[,:(])"
    r"|(?:my|our) (?:current )?(?:weight|height|age|stats|waist|hips|neck)(?: \w+){0,2}? ?(?:is|are|to|=|:)"
    r"|(?:set|change|note|update|put|save|log|make|use|take)\b"
    r"(?:.{0,20}\bmy| (?:it |me )?(?:to |as |with |at )?\d[\d.]*))\b"
)
_ELLIPSIS: Final = Pattern(
    r"^(?:(?:and|or|but|so|ok|okay|then|now|hm+|what about|how about|even)[ ,]*)*(?:at|for|with|by|against|than)\b"
    r"(?! me\b)|^(?:(?:so|ok|okay|then|hm+)[ ,]*)*(?:and|or|what about|how about|what of)\b(?! (?:im|i|my|me)\b)"
)
_LONGEST_ELLIPSIS: Final = 6


def own_words(text: str) -> str:
    """Return a text without what of it names a body and tells none of one's own; empty if nothing is left.

    Example:
        Of "why a woman of 35?" nothing is left, of "you have me at 61 kg but im 63 kg" only "but im 63 kg".
    """
    parts = sentences(text)
    own = [_own(one) for one in parts]
    return text if own == parts else ". ".join(one for one in own if one)


def _own(sentence: str) -> str:
    sentence, whole = own_part(sentence), sentence
    if not _FIGURE.search(sentence):
        return sentence if sentence == whole else ""
    own = _SAID_ELSEWHERE.sub(" ", sentence).strip()
    if own != sentence and not _FIGURE.search(own):
        return ""
    if _OF_ONESELF.search(own):
        return own
    short = len(own.split()) <= _LONGEST_ELLIPSIS
    # "74 kg?" alone answers what was asked; only the mark makes it a question.
    asks = is_question(whole.rstrip("? ")) or (short and _ELLIPSIS.search(own) is not None)
    return "" if asks else own

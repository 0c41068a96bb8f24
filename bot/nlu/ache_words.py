"""Aches of a runner's legs and back: which part, how it is described, whether to rest or go. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from bot.nlu.pattern import Pattern

Part = Literal["knee_outside", "knee", "shin", "achilles", "heel", "hip", "back", "legs"]
AcheAsked = Literal["told", "milder", "worse", "rest_or_go", "named_again"]

_NAMES: Final[Mapping[Part, str]] = {
    "knee_outside": r"(?:outside|outer|side) (?:of (?:my |the )?)?(?:left |right )?knees?|it band",
    "knee": r"knees?|kneecaps?",
    "shin": r"shins?|shin splints?",
    "achilles": r"achilles|heel cord",
    "heel": r"heels?|plantar|arch(?:es)?|soles? of my feet",
    "hip": r"hips?|groin|hamstrings?|glute muscle",
    "legs": r"calf|calves|quads?|thighs?|legs?|muscles",
    "back": r"(?<=my )back(?= out\b)|(?:lower |low )?back(?! (?:to|from|again|home|at|on|in|into|then|when|up|of|out"
    r"|outside|running|jogging|there|for|after|it|into|since|next|soon|tomorrow|today)\b)",
}
_PARTS: Final[Mapping[Part, Pattern]] = {part: Pattern(rf"\b(?:{name})\b") for part, name in _NAMES.items()}
_HURTS: Final = (
    r"(?:hurts?|hurting|aches?|aching|achy|achey|pain(?:s|ful)?|sore|tender|twing\w+|niggl\w+|stiff|throb\w*"
    r"|killing me"
    r"|grumbl\w+|moan\w*|complain\w*|playing up|bad|dodgy|creak\w*|click\w*|twisted)"
)
_TELLS: Final = Pattern(rf"\b{_HURTS}\b")
_ASKS_IN_GENERAL: Final = Pattern(
    r"\byour (?:knees?|shins?|hips?|back|heels?)\b|^(?:(?:so|and|but|ok),? )*(?:why|how come|what (?:makes|causes"
    r"|is it that makes)|does|will running|is running"
    r"|are)\b|\bwhat (?:could |might |can )?(?:be )?(?:caus\w+|mak(?:es|ing)) my\b"
    r"|\b(?:paracetamol|ibuprofen|tylenol|advil|nurofen|naproxen|painkillers?|aspirin|tablets?|voltarol|diclofenac)\b"
    r"|\b(?:massage|foam roll\w*|ice (?:bath|pack)|hot bath|compression|epsom|magnesium|tiger balm|tape|insoles?)\b"
    r"|\bbad for\b|\bruin\w*\b|\bwear(?:s|ing)? out\b|\barthritis\b|\bexercises?\b|\bstretch\w*\b|\bbra(?:ce|ces)?\b"
    r"|\bif my\b|\bwhat if\b|\bsurgery\b|\breplacement\b|\boperation\b"
)
_MILD: Final = Pattern(
    r"\b(?:dull|mild|slight|little|bit|goes away|went away|gone|eases?|eased|wears? off|warm\w* up|better"
    r"|only (?:when|after"
    r"|going|on|downhill|stairs)|settles?|comes and goes|worse (?:when|on|going|downhill|uphill|after|in the)"
    r"|when i (?:sit|rest|stop))\b"
)
_BAD: Final = Pattern(
    r"\b(?:sharp|stabbing|swollen|swell\w*|swelling|puffy|locks?|locked|gives? way|gave way|buckl\w+|limp\w*"
    r"|at night|wak\w+"
    r"|(?:getting|got|gets|even|much|feels) worse|worse (?:every|each|than|now|today|and)|cant (?:walk|bend"
    r"|stand|put weight)|popp?ed|pop|twist\w*|fell|fall|red|hot|numb|tingl\w+|weeks|months)\b"
)
_DENIED: Final = Pattern(
    r"\b(?:no|not|without|isnt|arent|doesnt|dont|didnt|never|nor) (?:\w+ ){0,2}?(?:swell\w*|swollen|limp\w*|lock\w*|red"
    r"|hot|numb\w*|tingl\w+|popp?\w*|worse|sharp|gives? way|giving way)\b(?:,? (?:or|and|nor) \w+)*"
)
_ANY_PART: Final = "|".join(_NAMES.values())
_IS_WELL: Final = Pattern(
    rf"\b(?:{_ANY_PART}) (?:is|are|feels?) (?:\w+ )?(?:fine|ok|okay|good|great|not (?:sore|hurting))\b"
    rf"|\bnothing hurts\b|\bno (?:{_ANY_PART}) (?:pain|ache|trouble|problems?)\b|^(?:{_ANY_PART}) (?:pain|ache) ?\?"
)
"""Says that nothing hurts there, or wonders where that came from."""
_DESCRIBES: Final = Pattern(
    r"\b(?:dull|sharp|mild|both|left|right|inside|outside|front|swollen|swell\w*|stiff|goes away|went away|gone|worse"
    r"|better|eases?"
    r"|stairs|downhill|morning|night|sit|rest|comes and goes|same|achy|sore|hurts?|pain|limp\w*|locks?|click\w*"
    r"|yes|no)\b"
)
_REST_OR_GO: Final = Pattern(
    r"(?<!how )(?<!where )(?<!what )"
    r"\b(?:do|should|shall|can|could|may|must|ought) i (?:still |just |even |then |have to |need to )?(?:rest"
    r"|stop|wait|go|run"
    r"|jog|walk|carry on|keep (?:going|running)|train|skip|leave it|pause|take (?:a )?(?:days?|week) off)\b"
    r"|\b(?:\w+day|tomorrow|today|tonight) or not\b|\bstill go\b"
    r"|\brest or (?:go|run|carry on|walk)\b|\b(?:ok(?:ay)?|safe|alright) to (?:run|go|jog|carry on|walk)\b"
    r"|\bwhat (?:do|should|can) i do\b|\bhow long (?:do|should) i rest\b"
)
_WHEN: Final = Pattern(r"\b(?:when|(?:what|which) days?)\b")
_AGAIN: Final = Pattern(
    r"\b(?:i said|i meant|i mean|what about|how about|and my|asked about|about my|not (?:my )?(?:bum|butt))\b"
)
_LONGEST_DESCRIPTION: Final = 14


def ache_told(text: str) -> Part | None:
    """Return the part that a tidy text says hurts them; None for a question about joints in general."""
    text = _IS_WELL.sub(" ", text)
    if not _TELLS.search(text) or _ASKS_IN_GENERAL.search(text):
        return None
    return part_named(text)


def _bad(text: str) -> bool:
    """Whether a graver sign is told; one that is denied is none: "no swelling", "i dont limp"."""
    return _BAD.search(_DENIED.sub(" ", text)) is not None


def part_named(text: str) -> Part | None:
    """Return the first part a tidy text names."""
    return next((part for part, pattern in _PARTS.items() if pattern.search(text)), None)


def ache_asked(text: str, *, aching: bool) -> AcheAsked | None:
    """Return what a tidy text says or asks of an ache.

    Args:
        text: Tidy, repaired.
        aching: Whether an ache was told in one of the last turns.
    """
    part, told = part_named(text), ache_told(text)
    asks = _REST_OR_GO.search(text) and not _WHEN.search(text)
    if (told or aching) and asks and (part or len(text.split()) <= _LONGEST_DESCRIPTION):
        return "rest_or_go"
    if told is not None:
        return "worse" if _bad(text) else "told"
    if not aching or _ASKS_IN_GENERAL.search(text):
        return None
    if part is not None and (_AGAIN.search(text) or text.endswith("?")):
        return "named_again"
    if len(text.split()) <= _LONGEST_DESCRIPTION and _bad(text) and _DESCRIBES.search(text):
        return "worse"
    described = _DESCRIBES.search(text) is not None and bool(_MILD.search(text) or part or _DENIED.search(text))
    return "milder" if described and len(text.split()) <= _LONGEST_DESCRIPTION else None

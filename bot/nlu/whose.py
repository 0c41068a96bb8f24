"""Whose is a figure of a body, and does it hold now: the writer's own, or another's, a wish's, a comparison's. Pure.

Judged piece by piece by how the words in front of the figure are built: who is the subject nearest to it, what verb
stands between, and what the piece hangs on. "I squat 95 lb" has a verb that tells no weight, "he's 16 stone" another
subject, "when I'm 60" lies ahead. What is not surely told is left out: it can be told again, and an invented body
cannot be seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.nlu.ages import AGE_AND_SEX
from bot.nlu.clauses import sentences
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Clause, clause

Whose = Literal["own", "not_now", "another"]
"""`not_now`: wished for, supposed, lifted, or of old."""
_CUT: Final = Pattern(
    r"(?<!\d)[,;:)]+ ?|[,;)]+ |[.!?]+ |\n+|[,;)]+$"
    r"| (?:and|but|so|because|cause|cos|while|whereas|though|although|yet|&|-) | (?=(?:im|i am|i weigh)\b)"
)
_SEXES: Final = Pattern(
    r"\b(?:wom[ae]n|m[ae]n|females?|males?|girl|guy|bloke|lady|dude|lad|chap|mum|mom|mother|dad|father|boy)\b"
)
_I: Final = Pattern(
    r"\b(?:(?P<verb>i|ive|id|ill|we)|im|for me|my (?:own |current |morning |body |new |real |actual )*(?:weights?"
    r"|height|age|stats|mass|waist|hips?|neck|numbers|details|sex|gender|scales?|time ?zone|tz|base|home|bmi"
    r"|body ?fat|fat))\b"
)
_VERB: Final = Pattern(
    r"\b(?:is|are|was|were|weigh(?:s|ed)?(?! ?ins?\b)|has|had|turns|turned|must|lives?|living|moved|based|stays|works"
    r"|comes|will|would|dropped|died|beat|stands|measures)\b"
)
_OTHERS: Final = Pattern(
    r"\b(?:he|hes|she|shes|they|theyre|who|whos|someone|somebody|anyone"
    r"|(?:people|everyone|everybody)(?! (?:says?|thinks?|tells?|keeps?)\b)|him|her|his|their"
    r"|them)\b(?!/| scales?\b)"
)
"""Other people, of whom what follows is told."""
_HEADED: Final = Pattern(
    r"^(?:(?:and|now|so|ok|okay|then|next|also|for|what about|how about|do)[ ,]+)*(?:her|him|hers|them|she|he"
    r"|(?:my|our) (?:\w+ )?(?:sister|brother|mum|mom|mother|dad|father|wife|husband|partner|friend|mate|daughter"
    r"|son|girlfriend|boyfriend|client|athlete|patient|colleague|cousin|aunt|uncle|nan|gran|boss|neighbou?r))"
    r"(?: first| now| next)? ?[:,]"
)
"""Figures listed behind a person are that person's: "now her: 52, female, 74 kg"."""
_NOUNS: Final = Pattern(r"\b(?:my|our|the|an?|some|that|this|your|these|those|another|every)(?: [a-z'-]+){1,6}$")
_WEIGHED_ME: Final = Pattern(r"\b(?:weighed|measured|put) (?:me|us|myself)\b")
_OWN_NOUN: Final = Pattern(
    r"\b(?:weight|weigh ?ins?|height|age|stats|scales?|mass|waist|hips?|neck|number|reading|bmi|result|1|one|morning"
    r"|time ?zone|tz|body ?fat|gender|sex|measurements?|goal|target|it|that|this|which|what|how|why|today|todays|now"
    r"|currently|yesterday|last|night|week|yo|and|just|also|still|only|really|actually|already|probably|finally|never|then|btw|ok|okay|well|so"
    r"|yes|yeah|no|hi|hey|hello|not|havent|didnt|sorry|oops|there|here|have|been|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)$|^(?:the |todays |our )?(?:weight|scales?)\b"
)
"""What ends the words before a verb that tells a figure of one's own, or leaves its subject out."""
_OWN_VERB: Final = Pattern(
    r"(?: (?:just|also|still|only|really|actually|already|probably|finally|currently|now|do|did|have|had|then|think"
    r"|guess|reckon|mean|said|told|you|u|that|it|usually|normally|recently|prob|should add|forgot to say))*"
    r"(?: (?:am|weigh\w*|was|were|be|been|being|stand|measure|turn\w*|got|come|came|stall\w*|stuck|stopped|plateau\w*"
    r"|typed|wrote|put|entered|logged|meant|hover\w*|sit|dropped|went|gone|hit|reached|live|living|based"
    r"|staying|moved|moving|relocated|relocating|use|clock in|tip|stepped|hopped|a|an|at|in|from)\b"
    r"| ?$| ?\d| (?:female|male|wom[ae]n|m[ae]n)\b)"
)
"""After "I", a verb that tells how one is; any other does something with the figure: "i squat 95 lb"."""
_FIRST_PERSON: Final = Pattern(
    r"(?:(?:now|also|just|currently|still|only) )*(?:weigh|am|me|(?:back )?(?:down|up) to|now)\b"
)
"""What begins a piece that is told of oneself, though no "I" stands in it."""
_LIFTS: Final = Pattern(
    r"\b(?:squat\w*|bench\w*|dead ?lift\w*|lift\w*|press\w*|curl\w*|carr(?:y|ies|ied|ying)|snatch\w*|thrusts?|ruck\w*"
    r"|back ?pack|vest|barbell|dumb ?bells?|kettle ?bells?|push(?:ed)?|pull(?:ed)?|haul\w*|lug\w*|dragg?\w*|load\w*"
    r"|1rm)\b"
)
_LIFTED: Final = Pattern(
    r" ?(?:(?:on|in|for) (?:the )?)?(?:leg|bench|chest|shoulder|overhead|squats?|dead ?lifts?|rows?|press"
    r"|lunges?|hip thrusts?|curls?|barbell|dumb ?bells?|kettle ?bells?|pack|ruck\w*|vest)\b"
)
"""What follows a weight that is lifted or carried."""
_SOMEBODY_DID: Final = Pattern(
    r"^an? [^,;.]*?\b(?:wom[ae]n|m[ae]n|girl|guy|bloke|lady|dude|lad|chap|boy|runner|person|year old|kid)"
    r" (?:just |nearly |easily )?(?:overtook|overtakes|passed|passes|beat|beats|told|tells|said|says|asked|ran|runs"
    r"|flew|came|comes|lapped|walked|was|is|has|had|on|in|at my)\b"
)
_DOES_TO: Final = Pattern(r"^ [a-z]+ (?:(?:with|for|to) )?(?:an?|my|our|the|some|this|that|his|her)\b")
"""After "I": what is done with somebody, of whom the figure is told."""
_COMPARED: Final = Pattern(
    r"(?<!id )(?<!would )(?<!im )(?<!am )(?<!weigh )(?<!is )(?<!was )(?<!more )\blike\b|\bthan\b"
    r"|\b(?:feel\w*|felt|seems?|as if)\b"
    r"|\b(?:fitness|body|metabolic|biological|vascular|lung|mental|training|heart|real feel) age\b"
    r"|\b(?:knees?|legs?|lungs?|heart|body|engine|mind|stamina|metabolism|back|hips?|fitness|pace|speed|joints) of\b"
    r"|\bas [a-z]+ as\b"
)
_WISHED: Final = Pattern(
    r"\b(?:want\w*|wanna|would|could|might|should|goal|target|aim\w*|hop(?:e|ing)|dream\w*|wish\w*|love|scared|afraid"
    r"|terrified|worried|dread\w*|fear\w*|thinking (?:of|about)|consider\w*|planning|plan|until|till|before|if|when"
    r"|once|unless|imagin\w*|suppos\w*|pretend\w*|someday|ideal\w*|trying|try|gonna|going to|will)\b"
)
_HANGS_ON: Final = Pattern(
    r"\b(?:when|whenever|once|until|till|before|unless|by the time|imagine|suppose|pretend|wish|hope|as if|like"
    r"|as though|since)(?: that)? $"
)
"""Before "i": what it says is not so now."""
_IF: Final = Pattern(r"\bif (?:that )?$")
_UNREAL: Final = Pattern(r" (?:was|were|weighed|had|could|ever|got|get|hit|reach(?:ed)?|lose|lost|drop(?:ped)?|go)\b")
"""After "if I": what is supposed; "if i weigh 80 kg" mostly tells it."""
_FROM: Final = Pattern(r"\bfrom (?:about |around )?$")
"""Before the weight that a way begins at."""
_BIRTHDAY: Final = Pattern(
    r" (?:(?:will|am|only|just|going to|gonna|about to) )*(?:be|turn|turning) \d\d (?:in|next|on|this|soon|tomorrow"
    r"|later)\b"
)
"""The age of a birthday to come is told of oneself, and tells the age before it."""
_WAS: Final = Pattern(r"\b(?:was(?! born)|were|weighed|used to|had been|lived|started|began)\b")
_LONG_PAST: Final = Pattern(
    r"\b(?:in (?:19|20)\d\d|(?:years?|decades?) ago|last year|when (?:i|we|my)|back (?:in|when|then)|at (?:school"
    r"|uni\w*|college)|as an? (?:kid|teen\w*|child|student)|used to|in my \d0s|at my (?:\w+est|peak)|by then"
    r"|at (?:my|our|the) (?:wedding|graduation)|before (?:the|my|i|we|covid|kids)"
    r"|a (?:long )?(?:time|while) (?:ago|back))\b"
)
_BY_NOW: Final = Pattern(
    r"(?:[,;]|\. | and| but)(?=[^,;]*\d)[^,;]*\b(?:now|nowadays|these days|today|currently|this morning)\b"
    r"|\b(?:now|down to|up to) (?:[a-z]+ ){0,2}\d"
)
"""What is so now, behind what was."""
_AS_OF_NOW: Final = Pattern(r" ?(?:now|today|this morning|at the moment|currently|atm|these days)\b")
_OF_OLD: Final = Pattern(
    r"(?P<gone>\b(?:down|up|went|gone|came|come|dropped|got|shrank|shrunk|slimmed|gained)(?: down)? )"
    r"from (?:about |around |over )?\d[\d.]*(?: ?(?:kgs?|kilos?|lbs?|pounds|stones?|st))? (?=to \d)"
)
"""What somebody weighed before they came down to what they weigh."""
_ONE_OF_THAT: Final = Pattern(
    r"\b(?:my|our|his|her|your|(?<!of )the|some|that|this|another|every"
    r"|(?:with|like|than|by|beat|of|over|behind|to|against|met|saw|know) an?) $"
    r"|\b(?:my|our|his|her|your|the)(?: (?!(?:weight|height|age|stats)\b)[a-z]+){1,3} \( ?$"
)
"""Right before a figure that names somebody else by it: "some 17 year old"."""
_SAYS_ONE: Final = Pattern(r"\b(?:says?|said) an? $")
_AS_ONE: Final = Pattern(r"(?:^|(?<!\bas )\b[a-z]+ )as an? $")
"""Right before what somebody says to be: "alone as a woman", and not "as quick as a man"."""
_BARE: Final = Pattern(r"\bim (?:only |just |about |around )?\d{1,3}(?:\.\d)?(?=\W*(?:$|,))")
_UNIT: Final = Pattern(r"\d( ?(?:kgs?|kilos?|lbs?|pounds|stones?|st))\b")
_SPEAKER: Final = Pattern(r"\b(?:i|im|ive|me|my)\b")
_DIMENSIONS: Final = ("mass", "length", "age", "number")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Figure:
    """A figure of a body, or a word for a sex, where it stands in a sentence."""

    start: int
    end: int
    is_mass: bool
    whose: Whose = "own"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    """A part of a sentence, with the figures of a body in it."""

    start: int
    end: int
    figures: tuple[_Figure, ...]


def own_part(sentence: str, *, now: bool = True) -> str:
    """Return a sentence without the figures of a body that are not its writer's, or not of now.

    Args:
        sentence: A sentence of a tidy text.
        now: Whether what is wished for, supposed, lifted or of old is left out as well.

    Example:
        Of "hes 16 stone, im 10" the part "im 10 stone" is left: an own figure without a unit shares the other's.
    """
    said = clause(sentence)
    if not _WISHED.search(said.digits) and (text := _OF_OLD.sub(r"\g<gone>", said.digits)) != said.digits:
        return own_part(text, now=now)
    kept: frozenset[Whose] = frozenset({"own"} if now else {"own", "not_now"})
    pieces = _judged(said)
    figures = [one for piece in pieces for one in piece.figures]
    if all(one.whose in kept for one in figures):
        return sentence
    left = ", ".join(one for piece in pieces if (one := _left(said.digits, piece, kept)))
    others = (said.digits[one.start : one.end] for one in figures if one.whose == "another" and one.is_mass)
    unit = next((found for one in others if (found := _UNIT.search(one))), None)
    return _BARE.sub(rf"\g<0>{unit[1]}", left) if unit and not _UNIT.search(left) else left


def is_all_of_others(text: str) -> bool:
    """Whether a tidy text holds figures of bodies, and none that its writer tells as their own of now."""
    told = [
        "another" if _HEADED.search(part) and not _I.search(part) else one.whose
        for part in sentences(text)
        for piece in _judged(clause(part))
        for one in piece.figures
    ]
    return bool(told) and "own" not in told


def is_own(before: str, *, sentence: str) -> bool:
    """Whether what stands behind the first words of a sentence is told of who writes, as it is now."""
    start = max((cut.end() for cut in _CUT.finditer(before)), default=0)
    return _whose(before, start, sentence, is_mass=False) in {"own", None}


def _judged(said: Clause) -> list[_Piece]:
    """Return the pieces of a sentence with whose each figure is."""
    text = said.digits
    found = _figures(said)
    cuts = [cut for cut in _CUT.finditer(text) if not any(one.start < cut.start() < one.end for one in found)]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    pieces: list[_Piece] = []
    last: _Figure | None = None
    for start, end in zip(starts, ends, strict=True):
        figures: list[_Figure] = []
        for one in found:
            if start <= one.start < end:
                last = replace(one, whose=_of_figure(one, text, start, last))
                figures.append(last)
        if not figures and _SPEAKER.search(text, start, end):
            last = None
        pieces.append(_Piece(start=start, end=end, figures=tuple(figures)))
    return pieces


def _figures(said: Clause) -> list[_Figure]:
    """Return the figures of a body from left to right, each from its first digit on."""
    found = [
        _Figure(
            start=one.start + _before_digit(said.digits[one.start : one.end]),
            end=one.end,
            is_mass=one.dimension == "mass",
        )
        for one in said.all(*_DIMENSIONS)
    ]
    words = (*_SEXES.finditer(said.digits), *AGE_AND_SEX.finditer(said.digits))
    apart = [word for word in words if not any(one.start < word.end() and word.start() < one.end for one in found)]
    told = (_Figure(start=one.start(), end=one.end(), is_mass=False) for one in apart)
    return sorted((*found, *told), key=lambda one: one.start)


def _of_figure(one: _Figure, text: str, start: int, last: _Figure | None) -> Whose:
    """Return whose a figure is; without a subject of its own it goes with the one before it."""
    if _LIFTED.match(text, one.end):
        return "not_now"
    if whose := _whose(text[: one.start], start, text, is_mass=one.is_mass):
        return whose
    if last is None or last.whose == "own":
        return "own"
    goes_on = last.whose == "another" or (one.is_mass and last.is_mass and not _AS_OF_NOW.match(text, one.end))
    return last.whose if goes_on else "own"


def _before_digit(figure: str) -> int:
    """Return where the digits of a figure begin: the verb of "turned 80" says whose it is."""
    return next((n for n, char in enumerate(figure) if char.isdigit()), 0)


def _left(text: str, piece: _Piece, kept: frozenset[Whose]) -> str:
    """Return what of a piece is kept: all of it, nothing, or all but another's figures."""
    if piece.figures and not any(one.whose in kept for one in piece.figures):
        return ""
    left = text[piece.start : piece.end]
    for one in reversed(piece.figures):
        if one.whose == "another":
            opened = left.rfind("(", 0, one.start - piece.start)  # "im 34 (my dad is 70)"
            left = left[: one.start - piece.start if opened < 0 else opened] + left[one.end - piece.start :]
    return left.strip()


def _whose(before: str, start: int, sentence: str, *, is_mass: bool) -> Whose | None:
    """Return of whom words tell what follows; None if that hangs on what was told before.

    Args:
        before: The sentence up to a figure.
        start: Where the piece with the figure begins.
        sentence: The whole sentence.
        is_mass: Whether the figure is a weight: "my 84 kilos" are one's own, "my 14 year old" is not.
    """
    head, lead = before[start:], before[:start]
    if _AS_ONE.search(head):
        return "own"
    marker = next(reversed(list(_I.finditer(head))), None)
    since = head[marker.end() :] if marker else head
    compared = _COMPARED.search(head, marker.start() if marker else 0)
    named = _ONE_OF_THAT.search(head)
    one_of_that = (_SAYS_ONE.search(head) or (named and named[0] != "my ")) if is_mass else named
    somebody = one_of_that or _SOMEBODY_DID.match(sentence[start:])
    if compared or somebody or _is_anothers(since, named=marker is None):
        return "another"
    if _BIRTHDAY.match(sentence, start + len(head) - len(since)) or (is_mass and _FROM.search(head)):
        return "own"
    if _LIFTS.search(since) or _WISHED.search(since) or _is_past(since, sentence, start):
        return "not_now"
    if marker is None:
        begins = start == 0 or _FIRST_PERSON.match(head) or _OWN_NOUN.search(head.rstrip())
        return "own" if begins else None
    hangs = lead + head[: marker.start()]
    if _HANGS_ON.search(hangs) or (_IF.search(hangs) and _UNREAL.match(since)):
        return "not_now"
    if marker["verb"] is None or _OWN_VERB.match(since):
        return "own"
    return "another" if _DOES_TO.match(since) else "not_now"


def _is_anothers(words: str, *, named: bool) -> bool:
    """Whether the subject nearest to what follows is somebody or something else.

    Args:
        words: What stands before it, behind any "I".
        named: Whether a bare name before a verb may be the subject: "kipchoge is".
    """
    if _WEIGHED_ME.search(words):
        return False
    if _OTHERS.search(words):
        return True
    verb = next(reversed(list(_VERB.finditer(words))), None)
    if verb is None:
        return False
    subject = words[: verb.start()].strip()
    if not subject or _OWN_NOUN.search(subject):
        return False
    return _NOUNS.search(subject) is not None or named


def _is_past(words: str, sentence: str, start: int) -> bool:
    """Whether a figure was so long ago, or until what is told behind it is so now."""
    if not _WAS.search(words):
        return False
    return _LONG_PAST.search(sentence) is not None or _BY_NOW.search(sentence, start + len(words)) is not None

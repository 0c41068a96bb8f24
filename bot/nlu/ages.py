"""How old somebody says they are."""

from __future__ import annotations

from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Clause

AGE_AND_SEX = Pattern(
    r"(?<![\w.:/'])(?P<age>[1-9]\d) ?/?(?P<sex>[fm])(?!\w)"
    r"|(?<!\w)(?<!\bthe )(?P<sex2>[fm]) ?/?(?P<age2>[1-9]\d)(?![\w.:'%]"
    r"| ?(?:kg|cm|km|k\b|min|miles?))"
)
"""`29f`, `f/35`."""
_IM = Pattern(
    r"\bim (?:a |an |btw |lol |only |now |just |still |about |nearly |almost |already |currently |like "
    r"|actually )*(?P<n>[1-9]\d?)(?=$|[,;!?)/\n]|\.(?!\d)| (?:&|and|but|not|so|with|who|f\b|m\b|female|male|woman"
    r"|man|bloke"
    r"|now|btw|lol|haha|actually|tho|though|really|honestly|ok|okay|mate|last|this|next|or|want|weigh|can|is|how|will"
    r"|i|that|this|sorry|typo"
    r"|what|do|does|if|have|never|been|ish|tall|years?(?! (?:ago|into"
    r"|in\b|of))|why|when|where|who|here|too|bro|bruh|dude|omg|wtf|pls|please|like|from|as|because|cause|since|did|got"
    r"|doing|playing|old|student|girl|boy|guy|kid|uni|(?:at|in) (?:uni|university|college|school|sixth)))"
)
_HERE = Pattern(
    r"^(?:(?:hey|hi|hello|heya|hiya|yo|sup|wsg|ok|okay|oh|so|and|also|well|fyi|btw|just|lol)\W+)*"
    r"(?P<n>1\d|[2-9]\d(?= ?(?:yo\b|years? |yrs? |[fm]\b|(?:girl|boy|guy|male|female|woman|man) )?here\b))"
    r"(?: ?(?:yo|years?|yrs?|[fm]|girl|boy|guy|male|female))?"
    r" ?(?:here(?! is\b)|btw|by the way|fyi|if (?:that|it) (?:matters|helps))\b"
)
"""`17 here`, `hey 15 btw`: an age by itself at the head of a message."""
_LAST = Pattern(
    r"^(?!.*\b(?:reps?|sets?|times|min\w*|pace|bpm|incline|degrees|celsius|weeks?|days|how (?:many|much|long|far|fast"
    r"|often)"
    r"|number|page|laps?|dress|size)\b)(?=.*\b(?:want|wanna|abs|six ?pack|get|lose|need|help|tips|advice|trying|hoping"
    r"|can i|should i)\b)"
    r"[^\d?]{6,60}, (?P<n>1[3-9])(?: ?(?:yo|m|f|boy|girl|male|female))?[.!]*$"
)
"""`abs by summer, 15`: a young age behind a wish, as people sign it."""
_TURNS = Pattern(
    r"\b(?:i|ill|i will|im|i am)(?: only)? (?:turn|turning|be|going to be|gonna be|about to turn) (?P<n>[1-9]\d)"
    r"(?= (?:in|next|on|this|soon|tomorrow|later)\b)(?! in an? (?:hour|minute))"
    r"|\bim (?P<n2>[1-9]\d) (?:in (?:may|june|july|august|january|\w+ber|\w+uary|march|april"
    r"|(?:an?|\d+|(?:a )?few|a couple of) (?:weeks|months?))|next (?:month|year))\b"
)
"""`i turn 20 in march`, `im 18 in june`: the age of a birthday to come."""
_MAN_OF = Pattern(r"\b(?:man|woman|bloke|guy|girl|lady|male|female|mum|mom|dad|runner) (?:of|aged) (?P<n>[1-9]\d)\b")
_YEARS = Pattern(r"(?<![\w.])(?P<n>[1-9]\d) years?\b(?! (?:ago|of|in|into|running|now|since|later|back))")
_AMONG_BODY_DATA = Pattern(r"(?<![\w.:'/+-])(?P<n>[1-9]\d)(?![\w.:'%/]|,\d)")
_BEFORE_A_WEIGHT = Pattern(
    r"(?:^|: ?|\b(?:me|im|i am|myself|male|female|man|woman|her|him|sister|brother|mum|mom|dad|wife|husband|friend)\b)"
    r"[,:(]? ?(?P<n>[1-9]\d)(?: ?y(?:o|rs?|ears?)?)?[,/;] ?(?:(?:(?:fe)?male|wom[ae]n|m[ae]n)[,/;] ?)?"
    r"(?:\d[.\d]* ?(?:cm|m),? ?)?\d{2,3}(?:\.\d)? ?(?:kgs?|kilos?|lbs?|pounds)\b"
)
"""`for me, 47, 78 kg`: the bare number of a person right before a weight."""
_LIST_WORDS = 8
"""So short, a message with a height and a weight is a list of body data, and its bare number the age."""
_ONLY = Pattern(
    r"\b(?:first year|fresher|freshman|uni|university|college|student|school"
    r"|grade)\b[^.?!\n]{0,40}[,(] ?(?:only|just|still) "
    r"(?P<n>1[3-9]|[2-9]\d)(?= (?:and|but|so|btw|lol|tho)\b|[,.!)]|$)"
)
"""`im in my first year at uni, only 19`: an age behind what somebody is."""
_BORN = Pattern(
    r"\bborn (?:in )?(?P<year>19[2-9]\d|20[01]\d)\b|\b(?:birth year|dob|yob):? (?P<year2>19[2-9]\d|20[01]\d)\b"
)
_THING = Pattern(
    r" ?(?:me|self|version|whisky|wine|pb|record|shoes?|trainers|dog|car|house|watch|injury|kids?|sons?|daughters?"
    r"|girls|boys|children|students"
    r"|pupils|players|s|days?|weeks?|wks?|months?|mths?)\b"
)
"""What is that old instead of the person; "my boy turned 10 months" tells a baby's age."""
_IMAGINED = Pattern(
    r"\b(?:like|as if|pretend(?: that)?|imagine|when|once|until|till|by the time"
    r"|(?<!\bi )(?:think|thinks|thought|assume[sd]?|guess(?:ed)?|reckon\w*|figured?|believe[sd]?"
    r"|suppose[sd]?)(?: that)?(?: like)?) $"
)
"""Words that make "im 5" no age of today."""
_OF_ANOTHER = Pattern(
    r"\b(?:(?:class|group|team|bunch|squad) of|kids?|sons?|daughters?|baby|dog|shoes|trainers|was|he|she|they|is"
    r"|sister|brother|mum|mom|dad|wife|husband"
    r"|friend|mate|niece|nephew|girlfriend|boyfriend|partner|car|watch|my|with an?|have an?|got an?|has an?|like an?"
    r"|than an?|coach\w*|teach\w*"
    r"|beaten by an?)(?: (?:is|are|was|a|an|only|just|about"
    r"|nearly|turned))* $"
)

_DENIED = Pattern(r"\b(?:not|isnt|arent|aint|never|no longer)(?: (?:even|really|actually|yet|a|an|at all))* $")
"""Words that make "not 92 years old" no age."""


def age_of(said: Clause, *, year: int | None = None) -> float | None:
    """Return the age the person says they have now. [years]

    Args:
        said: The clause.
        year: The current year, so that "born in 1990" tells an age.
    """
    if match := _TURNS.search(said.digits):
        return float(match["n"] or match["n2"]) - 1
    if (told := _told_with_years(said)) is not None:
        return told
    if match := AGE_AND_SEX.search(said.digits):
        return float(match["age"] or match["age2"])
    if year and (match := _BORN.search(said.digits)):
        return float(year - int(match["year"] or match["year2"]))
    if said.has("mass", "length"):
        bare = (one for one in _YEARS.finditer(said.digits) if not _DENIED.search(said.digits[: one.start()]))
        if (match := next(bare, None)) is not None:
            return float(match["n"])
    match = next((one for one in _IM.finditer(said.digits) if not _IMAGINED.search(said.digits[: one.start()])), None)
    match = (
        match
        or _HERE.search(said.digits)
        or _LAST.search(said.digits)
        or _ONLY.search(said.digits)
        or _MAN_OF.search(said.digits)
        or _BEFORE_A_WEIGHT.search(said.digits)
    )
    if match and said.number_at(match.start("n")):
        return float(match["n"])
    return _listed(said)


def _told_with_years(said: Clause) -> float | None:
    """Return an age told as one, "aged 40" or "40 years old", unless it is a thing's or another's. [years]"""
    for item in said.all("age"):
        if _THING.match(said.after(item)) or _DENIED.search(said.before(item)):
            continue
        if said.digits[item.start : item.end].startswith("age") or not _OF_ANOTHER.search(said.before(item)):
            return item.value
    return None


def _listed(said: Clause) -> float | None:
    """Return the one bare number among body data that are told as a list: "f 162 cm 58 kg 15". [years]"""
    if not (said.has("mass") and said.has("length")) or len(said.words.split()) > _LIST_WORDS:
        return None
    bare = [match for match in _AMONG_BODY_DATA.finditer(said.digits) if said.number_at(match.start("n"))]
    return float(bare[0]["n"]) if len(bare) == 1 else None

"""Bring what people type into one plain form: one kind of quote and dash, no hidden characters, no slang spellings.

`fold` keeps every offset; `tidy` may shorten or lengthen the text and is what the grammar reads.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.nlu.pattern import Pattern

_DECIMAL_COMMA: Final = Pattern(r"(?<![\d.,/:'])(\d{2,3}),(\d)(?![\d,'\"/:]| ?(?:ft|feet|foot|times|x|k)\b)")
"""A comma that many write for a point: "71,9" is a weight, and hardly anybody lists without a blank."""
_ROW: Final = Pattern(
    r"^ *(20\d\d-\d\d-\d\d) ?[;,| ] ?(\d{1,3}(?:[.,]\d{1,3})?) ?(km|mi)?(?: ?[;,|] ?| )(?:00?:(?=\d+:\d))?"
    r"(\d{1,3}:\d\d(?::\d\d)?) *;?$",
    re.MULTILINE,
)
"""A run as a row of a table: day, kilometres, time."""
LONGEST_READ: Final = 1500
"""Code points of a message that are read for more than danger."""
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
        ),
        **dict.fromkeys("×✕✖", "x"),
        **{chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)},
    }
)
_KEEP = frozenset("½¼¾⅓⅔")

_PAIRS = {
    "i am": "im",
    "i have": "i have",
    "i m": "im",
    "do not": "dont",
    "does not": "doesnt",
    "did not": "didnt",
    "have not": "havent",
    "has not": "hasnt",
    "is not": "isnt",
    "are not": "arent",
    "was not": "wasnt",
    "can not": "cant",
    "will not": "wont",
    "would not": "wouldnt",
    "should not": "shouldnt",
    "this am": "this morning",
    "this pm": "this afternoon",
    "week days": "weekdays",
    "week end": "weekend",
    "week ends": "weekends",
    "work days": "weekdays",
    "every one": "everyone",
    "w out": "without",
    "park run": "parkrun",
    "tread mill": "treadmill",
    "work out": "workout",
    "warm up": "warmup",
    "loose weight": "lose weight",
    "loose fat": "lose fat",
    "loose belly": "lose belly",
    "loose my": "lose my",
    "loose some": "lose some",
    "to loose": "to lose",
    "i loose": "i lose",
    "you loose": "you lose",
}
_SLANG = {
    "n": "and",
    "nd": "and",
    "wiv": "with",
    "dus": "does",
    "evry1": "everyone",
    "every1": "everyone",
    "some1": "someone",
    "any1": "anyone",
    "m8": "mate",
    "m8s": "mates",
    "nxt": "next",
    "u": "you",
    "ur": "your",
    "r": "are",
    "nt": "not",
    "cba": "cant be bothered",
    "ya": "you",
    "youre": "you are",
    "pls": "please",
    "plz": "please",
    "plss": "please",
    "pleez": "please",
    "thx": "thanks",
    "tnx": "thanks",
    "thnx": "thanks",
    "thanx": "thanks",
    "ty": "thanks",
    "tysm": "thanks",
    "yday": "yesterday",
    "yest": "yesterday",
    "ystrday": "yesterday",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tmmrw": "tomorrow",
    "tomoz": "tomorrow",
    "tomorra": "tomorrow",
    "2moro": "tomorrow",
    "2morrow": "tomorrow",
    "2day": "today",
    "2nite": "tonight",
    "tonite": "tonight",
    "arvo": "afternoon",
    "nite": "night",
    "wk": "week",
    "wks": "weeks",
    "wkly": "weekly",
    "wkend": "weekend",
    "wkday": "weekday",
    "wkdays": "weekdays",
    "mth": "month",
    "mths": "months",
    "mnth": "month",
    "mnths": "months",
    "yr": "year",
    "yrs": "years",
    "cuz": "because",
    "coz": "because",
    "cos": "because",
    "bcoz": "because",
    "bc": "because",
    "gonna": "going to",
    "gunna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "gimme": "give me",
    "lemme": "let me",
    "alot": "a lot",
    "ineed": "i need",
    "iwant": "i want",
    "ihave": "i have",
    "ican": "i can",
    "icant": "i cant",
    "idont": "i dont",
    "aswell": "as well",
    "infront": "in front",
    "enuf": "enough",
    "shud": "should",
    "shuld": "should",
    "wud": "would",
    "cud": "could",
    "gud": "good",
    "luv": "love",
    "thru": "through",
    "nuffin": "nothing",
    "summat": "something",
    "wanabe": "want to be",
    "hw": "how",
    "hv": "have",
    "wrkout": "workout",
    "runnin": "running",
    "joggin": "jogging",
    "doin": "doing",
    "feelin": "feeling",
    "goin": "going",
    "gettin": "getting",
    "losin": "losing",
    "eatin": "eating",
    "walkin": "walking",
    "nothin": "nothing",
    "thicc": "thick",
    "halfmarathon": "half marathon",
    "dunno": "dont know",
    "idk": "i dont know",
    "ppl": "people",
    "abt": "about",
    "tho": "though",
    "b4": "before",
    "wot": "what",
    "wats": "what is",
    "wuts": "what is",
    "wut": "what",
    "wots": "what is",
    "wat": "what",
    "whats": "what is",
    "whatre": "what are",
    "hows": "how is",
    "wheres": "where is",
    "whens": "when is",
    "whos": "who is",
    "thats": "that is",
    "theres": "there is",
    "heres": "here is",
    "cannot": "cant",
    "aint": "isnt",
    "ive": "i have",
    "youve": "you have",
    "wen": "when",
    "evry": "every",
    "everyday": "every day",
    "loosing": "losing",
    "excersise": "exercise",
    "excersize": "exercise",
    "excercise": "exercise",
    "kcals": "kcal",
    "cals": "calories",
    "kilojoules": "kj",
    "tum": "tummy",
    "favourite": "favorite",
    "lil": "little",
    "def": "definitely",
    "defo": "definitely",
    "prolly": "probably",
}
_PAIR = Pattern(r"\b(?:" + "|".join(sorted(_PAIRS, key=len, reverse=True)) + r")\b")
_WORD = Pattern(r"(?<![\w'./:])[a-z0-9]+(?![\w'])")
_CONTRACTED = Pattern(r"\b([a-z]+)'(ll|d|ve|re)\b")
_CONTRACTION = {"ll": " will", "d": " would", "ve": " have", "re": " are"}
_WITH = Pattern(r"(?<![\w/])w/(o\b)? ?")
_TRAILING_APOSTROPHE = Pattern(r"(?<=[a-z])'(?![\w])")
_INNER_APOSTROPHE = Pattern(r"(?<=[a-z])'(?=[a-z])")
_SPACES = Pattern(r"[^\S\n]+")
_LINES = Pattern(r" ?\n[\s]*")
_ROUGHLY = Pattern(r"\b(2[5-9]|[3-9]\d(?:\.\d)?|1\d\d)[ -]?ish\b")
"""A number too large for an hour of the day, and not quite exact."""
_SETS = Pattern(r"(?<![\w.:'/-])(\d{1,2})[x*](?=\d)")
"""So many times a size, written together: "4x30min"."""
_RUN_ON = Pattern(
    r"(?<=\d)(?=(?:remind|nudge|ping|please|every|today|tomorrow|yesterday|this|and|for|then|with|in the"
    r"|on (?:mon|tue|wed"
    r"|thu|fri|sat|sun))\b)"
)
"""Where the blank behind a number was left out."""
_ABBREVIATED = Pattern(r"\b(inc|incl|approx|avg|vs|est)\.(?= \S)")
"""Short forms whose stop ends no sentence."""
_HALF = Pattern(
    r"\bhm(?=(?: (?:race|time|pb|pr|in|was|today|yesterday))* ?:? ?\d)|(?<=\d )hm\b"
    r"|(?<![\d/])(?:1/2|½)[ -]marathon\b"
)
"""A half marathon as runners write it beside its time; alone it may be a sigh."""
_STRETCHED = Pattern(r"([a-z])\1{2,}")


def fold(text: str) -> str:
    """Return the text lower-cased with plain quotes, dashes, spaces and ASCII digits; same length, same offsets."""
    plain = text.translate(_SAME_LENGTH)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


def tidy(text: str) -> str:
    """Return the text in the form the grammar reads: lower case, plain characters, slang spelt out.

    Apostrophes inside words are dropped ("don't" is `dont`, "wednesday's" is `wednesdays`), "I am" is `im`;
    newlines stay, as they end a sentence.
    """
    plain = fold(_visible(text) if not text.isascii() or not text.isprintable() else text)
    plain = _LINES.sub("\n", _SPACES.sub(" ", plain)).strip()
    plain = _ROW.sub(_as_run, plain)
    plain = _ROUGHLY.sub(r"\1", _DECIMAL_COMMA.sub(r"\1.\2", plain))
    plain = _ABBREVIATED.sub(r"\1", _STRETCHED.sub(r"\1\1", plain))
    plain = _WITH.sub(lambda match: "without " if match.group(1) else "with ", plain)
    plain = _CONTRACTED.sub(_expanded, plain)
    plain = _TRAILING_APOSTROPHE.sub("", _INNER_APOSTROPHE.sub("", plain))
    plain = _HALF.sub("half marathon", _RUN_ON.sub(" ", _SETS.sub(r"\1 x ", plain)))
    return spelt_out(plain)


def spelt_out(text: str) -> str:
    """Return the text with short forms and slang in full: "thats" is "that is", "tmrw" is "tomorrow"."""
    full = _WORD.sub(lambda match: _SLANG.get(match.group(), match.group()), text)
    return _PAIR.sub(lambda match: _PAIRS[match.group()], full)


def _as_run(row: re.Match[str]) -> str:
    day, way, unit, time = row.groups()
    return f"ran {way.replace(',', '.')} {unit or 'km'} in {time} on {day}"


def _expanded(match: re.Match[str]) -> str:
    word, ending = match.groups()
    return word + _CONTRACTION[ending]


def _visible(text: str) -> str:
    """Drop characters nobody sees and write compatibility letters plainly; fractions stay one character."""
    kept: list[str] = []
    for char in text:
        category = unicodedata.category(char)
        if char == "\n" or category in {"Zl", "Zp"}:
            kept.append("\n")
        elif category == "Cc":
            kept.append(" ")
        elif category == "Nd" and not char.isascii():
            kept.append(str(unicodedata.decimal(char)))
        elif category not in {"Cf", "Cs", "Co", "Cn"}:
            kept.append(char if char in _KEEP else unicodedata.normalize("NFKC", char))
    return "".join(kept)

"""Details of a study that people ask for: who took part, how it was measured, its p value, whether it was published.

Each has the words that ask for it and the words by which a sentence gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from bot.nlu.pattern import Pattern

DetailName = Literal[
    "group_size",
    "which_interval",
    "p_value",
    "significance",
    "differ",
    "published",
    "measured",
    "unit",
    "people",
    "age",
    "training",
    "length",
    "set_up",
    "design",
    "spread",
    "place",
    "either",
]
_IT: Final = (
    r"(?:they|those|these|it|that|this|he|she|the (?:people|subjects?|participants?|runners?|sample|stud(?:y|ies)"
    r"|trials?"
    r"|groups?))"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Detail:
    """A detail that was asked for."""

    name: DetailName
    """Names its words in `own.toml`."""
    given: Pattern | None
    """What a sentence that gives it holds; None if no sentence of ours can."""


def _words(source: str) -> Pattern:
    return Pattern(source, re.IGNORECASE)


_NUMBER_WORD: Final = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen)"
_SCANS: Final = (
    r"\b(?:mri|dxa|dexa|ultrasound|skin-?folds?|bod ?pod|bioimpedance|bia|hydrostatic|biops\w+|emg"
    r"|(?:in)?direct calorimetry|calorimetry|doubly[- ]labell?ed water)\b|(?<![\w.])ct\b"
)
_PEOPLE: Final = _words(r"\b(?:wom[ae]n|m[ae]n|females?|males?|sexes|mothers)\b")
_DETAILS: Final[tuple[tuple[DetailName, Pattern, Pattern | None], ...]] = (
    (
        "design",
        _words(
            r"\bhead[- ]?(?:to|2)[- ]?head\b|\b(?:sep[ae]rate|parallel|different) arms?\b"
            r"|\b(?:from|across|were|was|are|or) (?:the )?(?:sep[ae]rate|different) (?:trials?|stud(?:y|ies))\b"
            r"|\bin (?:the )?(?:same|one|a single) (?:trial|study)\b"
            r"|\b(?:between|across|within)[- ](?:stud(?:y|ies)|trials?)\b|\b(?:in)?direct(?:ly)? compar\w+"
            r"|\bcompar\w+ (?:in)?directly\b|\bnetwork meta\w*"
        ),
        _words(
            r"\bhead[- ]to[- ]head\b|\bagainst each other\b|\bside by side\b"
            r"|\bin the same (?:trial|study|women|men|people)\b"
        ),
    ),
    (
        "group_size",
        _words(
            r"\bper (?:group|arm|condition)\b|\bin (?:each|either|every|one|the \w+) (?:group|arm)\b|\beach (?:group"
            r"|arm)\b"
            r"|\bgroup sizes?\b"
        ),
        _words(rf"\b{_NUMBER_WORD} (?:\w+ )?(?:in each|per (?:group|arm))|\b(?:groups|arms) of {_NUMBER_WORD}\b"),
    ),
    (
        "which_interval",
        _words(r"\b(?:which|what|whats|what's) (?:is |was )?(?:the |its )?(?:confidence )?interval\b"),
        None,
    ),
    (
        "p_value",
        _words(r"\bp[- ]?(?:value|=|<)|\b(?:what|which|and|the) (?:was |is )?(?:the )?p\W*$|\bexact p\b"),
        _words(r"\bp ?[=<]|\bchance\b"),
    ),
    (
        "significance",
        _words(r"\b(?:statistically )?significan\w+|(?<!\w)n\.s\b|\bns or\b"),
        _words(r"\bsignifican\w+|\bchance\b|\bno (?:clear |real )?(?:difference|effect)|\bfavou?red\b|\balike\b"),
    ),
    (
        "differ",
        _words(
            r"\bwhy (?:do|did|does|are|would) (?:they|these|those|both|the (?:\w+ )?(?:stud\w+|reviews?|trials?"
            r"|results?|figures?"
            r"|numbers?|meta\S+)) (?:\w+ )?(?:disagree|differ|contradict|conflict|clash|diverge|not agree|so different"
            r"|so far apart)"
            r"|\bwhy (?:the )?(?:difference|discrepancy|disagreement)\W*$"
        ),
        None,
    ),
    (
        "published",
        _words(
            r"\bpre-?prints?\b|\b(?:was|is|were|are|been) (?:\w+ )?(?:published|retracted|pre-?registered"
            r"|peer[- ]?reviewed)\b"
            r"|\bpeer[- ]?reviewed\W*\?|\bwhich journal\b|\bwhat journal\b|\bimpact factor\b|\bopen data\b|\bretract\w+"
        ),
        None,
    ),
    (
        "measured",
        _words(
            rf"\b(?:was|were|is|did|by|with|via|used?|using|about|or|just|only)\b.{{0,20}}(?:{_SCANS})"
            rf"|^\W*(?:(?:and|so|but|the|a|an|in)[ ,]+)*(?:{_SCANS})(?: or\b.{{0,24}})?\W*$"
            rf"|(?:{_SCANS}) or (?:{_SCANS})"
            rf"|\bhow (?:was|were|did|is|are|do)\b.{{0,36}}\b(?:measur|assess|quantif|scann|imag|determin)\w*"
            rf"|\b(?:was|were) (?:{_IT} )?measured (?:how|by|with|via)\b|\b(?:imaging|imaged|which scan(?:ner)?"
            rf"|what scan(?:ner)?)\b"
        ),
        _words(r"\b(?:mri|ct|dxa|scans?|scanned|ultrasound|calipers?|imag\w+|measured (?:by|with)|watches)\b"),
    ),
    (
        "unit",
        _words(
            r"\bcm ?(?:2|\^2|²|3|\^3|³)|\bsquare cm\b|\bin (?:grams|litres|liters|ml|joules|watts|newtons)\b"
            r"|\bhounsfield\b"
        ),
        _words(r"\bcm ?(?:2|\^2|²|3|\^3|³)"),
    ),
    (
        "people",
        _words(
            rf"\b(?:were|was|are|is) (?:{_IT}) (?:all |only |just |mostly |also |in |on |of )*(?:wom[ae]n|m[ae]n"
            rf"|females?|males?)\b"
            r"|^\W*(?:and |so )?(?:men|males?|women|females?) or (?:women|females?|men|males?)\W*$"
            r"|\bhow many (?:of (?:them|those) )?(?:were |are )?(?:women|men|females?|males?)\b(?!.{0,24}\b(?:run|lose"
            r"|do|get|have)\b)"
            r"|\b(?:sex|gender)s? (?:of the (?:sample|participants|people)|split|ratio|breakdown|balance)\b"
            r"|\b(?:does|did|would) (?:it|that|this|they) (?:also )?hold(?: also)? in (?:women|men)\W*$"
        ),
        _PEOPLE,
    ),
    (
        "age",
        _words(
            rf"\bhow old (?:were|was|are) {_IT}\b|\b(?:what|which|their|mean|average|median) ages?\b(?!.{{0,12}}\b(?:my"
            rf"|i)\b)|\bage range\b"
        ),
        _words(r"\baged?\b|\b(?:sixties|seventies|twenties|older|young|students|years old)\b"),
    ),
    (
        "training",
        _words(
            rf"\b(?:were|was|are) {_IT} (?:all |only |just |mostly )*(?:un)?trained\b|\b(?:un)?trained (?:people"
            rf"|lifters|runners|subjects|ones)"
            rf" or\b|\btrained or untrained\b|\btraining status\b|\b(?:were|was) {_IT} (?:all |only |just |in )*"
            r"(?:beginners|novices|athletes|elite|obese"
            r"|overweight|lean|sedentary|inactive)\b"
        ),
        _words(
            r"\b(?:un)?trained\b|\b(?:beginners|novices|athletes|inactive|sedentary|overweight|obes\w+|elite|lean)\b"
        ),
    ),
    (
        "length",
        _words(
            rf"\bover how many (?:weeks|months|days|years)\b|\bhow long (?:was|were|did) (?:{_IT}|the (?:follow-?up"
            rf"|intervention))\b(?! take)"
            rf"|\bhow many (?:weeks|months|years) (?:was|were|did|of|long)\b(?!.{{0,12}}\bi\b)|\bfollow-?up (?:time"
            rf"|length|duration)\b"
            r"|\b(?:study|trial|intervention) (?:length|duration)\b|\bduration of (?:the|those|that) (?:stud|trial)\w+"
        ),
        _words(rf"\b(?:{_NUMBER_WORD}|several|half a)[ -](?:\w+ )?(?:weeks?|months?|years?|days?)\b"),
    ),
    (
        "set_up",
        _words(
            r"\bpre[- /]?post\b|\bcross-?over\b|\b(?:double|single|assessor)?[- ]?blind(?:ed|ing)?\b|\bcontrol group\b"
            r"|\bplacebo\b|\bsham\b"
            r"|\bwithin[- ]subjects?\b|\bintention[- ]to[- ]treat\b|\bper[- ]protocol\b|\bwash-?out\b|\bdrop-?outs?\b"
            r"|\battrition\b"
            r"|\badherence\b|\bcontrolled (?:trials?|or)\b|\b(?:was|were) (?:it|they|that|diet|food"
            r"|intake) (?:supervised|controlled"
            r"|matched)\b"
        ),
        _words(
            r"\bpre[- /]?post\b|\bcross-?over\b|\bblind\w*|\bcontrol group\b|\bplacebo\b|\bdrop-?outs?\b"
            r"|\bdropped out\b|\bsupervised\b"
            r"|\bcontrolled\b"
        ),
    ),
    (
        "spread",
        _words(
            r"\bi(?:2|²|[- ]squared)\b|\btau\b|\bfunnel plot|\begger\b|\bbayes\w*|\bstatistical power\b"
            r"|\bpower analysis\b|\bprediction interval"
        ),
        _words(r"\bi(?:2|²)\b|\bfunnel\b|\bspread\b"),
    ),
    (
        "place",
        _words(
            rf"\b(?:which|what) countr\w+\b|\bwhere (?:was|were) {_IT} (?:done|run|held|carried out|from)\b"
            rf"|\bethnic\w+\b"
        ),
        None,
    ),
)
_EITHER: Final = _words(
    rf"\b(?:was|were) (?:{_IT}|the \w+)(?: (?:done|in|on|with|for|by|a|an|all|really"
    rf"|only))* (?P<a>[a-z][\w-]{{1,14}}) or"
    r" (?:on |in |with |by |an? )?(?P<b>[a-z][\w-]{1,14})\W*$"
)
"""One of two, named by the asker: "was that sprint or hiit?"."""
_IN_PEOPLE: Final = _words(
    r"^(?:(?:and|but|so|any|only|also|in|ok)[ ,]+)+(?:women|men|females|males)(?: too| as well| only| in it)?\W*$"
)
_NO_THING: Final = frozenset("not what no less more so something anything just".split())
_FILL: Final = (
    r"(?:(?:and|so|but|ok|fine|hm+|well|please|then|sorry|wait|your|the|that|this|a|an"
    r"|\d[\d.,]*(?: ?(?:kg|kcal|%|lb|g|km))?|figures?"
    r"|numbers?|claim|estimate|about|around|exact|actual|one|of|them|those|these|is|was|are|were|it|thats|that's|its|it's|from|in"
    r"|for|by|based on|on|behind|does|do|did|come|comes|exactly|precisely|again|you|mean|say|use|meant|quote|cite"
    r"|citing|there"
    r"|tell me|show me|name|source)\b[ ,:;?]*)*"
)
_WHICH: Final = _words(
    rf"^\W*{_FILL}\b(?:which|what|whose)\b(?: (?:exact|actual|one|of (?:the|those)|single"
    rf"|specific))? (?:meta[- ]?anal\w+|stud(?:y|ies)"
    rf"|trials?|papers?|reviews?|rcts?|sources?)\b[ ,?]*{_FILL}\W*$"
)


_OTHERS: Final = _words(
    r"^\W*(?:(?:and|so|but|ok)[ ,]+)*(?:(?:is|are|was|were) there |does |do you have |got "
    r"|have you )?any\b.{0,24}\b(?:trial|stud|data"
    r"|evidence|paper|review|rct)|\bwhy (?:is there )?(?:nothing|no |not)\b"
)
"""Asks for other studies than those told."""


def detail_of(text: str) -> Detail | None:
    """Return the detail of a study that a text asks for, None if it asks for none."""
    if _OTHERS.search(text):
        return None
    found = next((Detail(name=name, given=given) for name, asked, given in _DETAILS if asked.search(text)), None)
    if found is not None:
        return found
    match = _EITHER.search(text)
    if match is None or {match["a"].lower(), match["b"].lower()} & _NO_THING:
        return None
    one, other = re.escape(match["a"]), re.escape(match["b"])
    return Detail(name="either", given=_words(rf"\b(?:{one}|{other})"))


def of_people(text: str) -> Detail | None:
    """Return the detail of who took part, where a text only says "in women?"."""
    return Detail(name="people", given=_PEOPLE) if _IN_PEOPLE.search(text) else None


def without_detail(text: str) -> str:
    """Return what is left of a text without the words that ask for a detail."""
    for _, asked, _ in _DETAILS:
        text = asked.sub(" ", text)
    return text


def asks_which_study(text: str) -> bool:
    """Whether a text asks no more than which study something comes from."""
    return _WHICH.search(text) is not None

"""Numbers as people write them: words, halves and quarters become digits; digits become values."""

from __future__ import annotations

import re

from bot.nlu.pattern import Pattern

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d{1,7}(?:[.,]\d{1,3})?(?!\d))"
"""A number in digits, with thousands or decimals; put `BOUNDARY` in front of it."""
BOUNDARY = r"(?<![\w.:'])(?<!\d,)"
"""What may not stand before a number: a letter, a digit, the inside of a time or of a decimal."""
RANGE = rf"{NUMBER}(?: ?- ?{NUMBER}| (?:to|or) {NUMBER})?"
"""A number or a range of two; its value is the middle."""

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
_COUPLE = {"couple": 2, "dozen": 12}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "1/2": 0.5, "half": 0.5, "quarter": 0.25}
_VULGAR["three quarters"] = 0.75

_BELOW_20 = "|".join(sorted(_ONES, key=len, reverse=True))
_BELOW_100 = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{_BELOW_20}))?|{_BELOW_20}"
_SPELT = Pattern(
    rf"(?<![\w'])(?P<whole>(?P<hundreds>(?:an?|{_BELOW_20}|\d) hundred)(?:(?: and)? (?P<rest>{_BELOW_100}))?"
    rf"|{_BELOW_100}"
    r"|(?:an? )?(?:couple|dozen)(?: of)?|(?<![\d/])\d{1,4}(?:\.\d)?(?=[½¼¾⅓⅔]| 1/2| and (?:an? |one )?(?:half|quarter"
    r"|three quarters)))"
    r"(?P<part> ?[½¼¾⅓⅔]| 1/2(?!\d)| and (?:an? |one )?(?:half|quarter|three quarters)(?! (?:an|a|hour|of)\b))?(?![\w])"
    r"|(?<![\w/])(?P<vulgar>[½¼¾⅓⅔])"
)
_PRONOUN_BEFORE = Pattern(
    r"\b(?:the|this|that|which|each|every|any|no|another|last|next|first|good|easy|long|hard|big|new|old|my|am|pm"
    r"|\w{3,6}day|mon|tue|wed|thu|fri|sat|sun"
    r"|same|other|only|some|right|wrong|morning|evening|afternoon|night|early|late|former|latter|earlier|later|bigger"
    r"|smaller) $"
)
"""Words after which "one" stands for a thing, not for a number."""
_RANGE_SIGN = Pattern(r" ?- ?| (?:to|or) ")
_THOUSANDS = Pattern(r"\d{1,3}(?:,\d{3})+")


def with_digits(text: str) -> tuple[str, list[int]]:
    """Return the folded text with spelt numbers in digits, and for each of its characters the offset it came from.

    The list has one entry more than the text: the length of the original.

    Example:
        "five and a half miles" becomes "5.5 miles", "a hundred and ten" "110"; "half an hour" stays.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _SPELT.finditer(text):
        value = _value(match)
        if value is None:
            continue
        digits = f"{value:.4g}" if value < 1000 else f"{value:.0f}"
        pieces += (text[done : match.start()], digits)
        offsets.extend(range(done, match.start()))
        offsets.extend([match.start()] * len(digits))
        done = match.end()
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(pieces), offsets


def number(digits: str) -> float:
    """Return the value of a text that `NUMBER` matched.

    Example:
        "5,5" is 5.5 and "10,000" is 10000.
    """
    return float(digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits.replace(",", "."))


def middle(digits: str) -> float:
    """Return the value of a text that `RANGE` matched: the number, or the middle of the two."""
    values = [number(part) for part in _RANGE_SIGN.split(digits, maxsplit=1)]
    return sum(values) / len(values)


def _value(match: re.Match[str]) -> float | None:
    if match["vulgar"]:
        return _VULGAR[match["vulgar"]]
    extra = 0.0
    if match["part"]:
        extra = _VULGAR[re.sub(r"^ (?:and (?:an? |one )?)?", "", match["part"])]
    words = match["whole"]
    if words == "one" and _PRONOUN_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    if words[0].isdigit() and " " not in words:
        return float(words) + extra if extra else None
    return _spelt(words) + extra


def _spelt(words: str) -> float:
    total = 0
    for word in re.split(r"[ -]", words):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word.isdigit():
            total += int(word)
        else:
            total += _ONES.get(word, 0) + _TENS.get(word, 0) + _COUPLE.get(word, 0)
    return float(total)

"""Mend slips of the finger before anything is read: letters swapped, doubled, missing or wrong, blanks out of place.

Each word is weighed against what it may have been: what the finger must have done for it (`bot.nlu.slip`) and how well
the words beside it keep its company (`bot.nlu.company`). A word that nobody knows is mended readily; a word of English
only where its neighbours have never stood beside it and another word, one slip away, is at home there ("4 moles a
week"). Names, and whatever belongs to a number or a sign, stay.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.nlu.company import EDGE, PIECE, company, kind
from bot.nlu.pattern import Pattern
from bot.nlu.run_on import parted
from bot.nlu.slip import are_neighbours, is_known, meant, mistakable, rank
from bot.nlu.tidy import spelt_out

_WORD = Pattern(
    r"(?<![\w'/.@#-])(?<!\bdr )(?<!\bmr )(?<!\bmrs )(?<!\bms )(?<!\bprof )(?<!\bcalled )(?<!\bnamed )"
    r"[a-z]{1,24}(?![\w'@]|\.[a-z])"
)
_NAME = Pattern(r"(?<=[a-z,&] )[A-Z][a-z]{2,}")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december christmas easter".split()
)
_BLANK_LEFT_OUT, _BLANK_MOVED, _BLANK_TOO_MANY = 0.9, 0.8, 1.0
"""What a slip of the blank costs, in powers of ten."""
_NOWHERE_SEEN = 2.1
"""So much likelier, in powers of ten, must a word be that was never seen beside its neighbours: it may be a name."""
_LONGER, _LONGER_BY = 5, 0.4
"""From so many letters on a name is seldom one slip away from a word; what each further letter takes off."""
_OF_A_KNOWN_WORD = 2.6
"""So much likelier must another word be than a word of English that was typed."""
_OF_A_COMMON_WORD = 1.0
"""What it adds if the typed word is among the commonest."""
_COMMON = 2000
"""Ranks below this are the commonest words."""
_OF_A_NAME, _NAMES = 1.6, 40_700
"""What it adds if the typed word stands among the names and the short words at the end of the list."""
_OF_A_LONG_WORD = 1.0
"""What it takes off if the typed word is long: few words are one slip away from it."""
_LONG = 8
_HALF_SEEN = 1.9
"""What it adds if the other word was not seen beside both its neighbours."""
_OF_KNOWN_WORDS = 3.0
"""The same for two words of English with the blank elsewhere."""
_SHORTEST = 2
_PASSES = 3
_PARTS = 4000
"""So many of the likeliest words are looked for in words written together."""
_ALONE = frozenset("ai")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class _Reading:
    """What may have been meant by one word or two."""

    gain: float
    """How much likelier it is than what was typed, in powers of ten."""
    words: tuple[str, ...]
    takes: int
    """How many of the typed words it stands for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Typed:
    """A piece of the text."""

    text: str
    start: int
    end: int
    free: bool
    """Whether it may be mended."""


def names_in(text: str) -> frozenset[str]:
    """Return the words of a text as written that a capital letter inside a sentence shows to be names, lower-cased."""
    return frozenset(name.lower() for name in _NAME.findall(text) if not (name[0] == "I" and _is_word(name[1:])))


def repaired(text: str, *, names: frozenset[str] = frozenset()) -> str:
    """Return a tidy text with mistyped words mended.

    Args:
        text: Tidy text.
        names: Words that stay, unless they were meant to be days or months.

    Example:
        "remimd me evrey day" and "remindme every day" become "remind me every day"; "my mate ran" stays.
    """
    mended = _mended(text, names)
    return mended if mended == text else spelt_out(mended)


@lru_cache(maxsize=256)
def _mended(text: str, names: frozenset[str]) -> str:
    for _ in range(_PASSES):
        before, text = text, _once(parted(text), names)
        if text == before:
            break
    return text


def _once(text: str, names: frozenset[str]) -> str:
    """Return the text with each word read as what it was most likely meant to be, from left to right."""
    pieces = _pieces(text)
    out: list[str] = []
    left, done, at = EDGE, 0, 0
    while at < len(pieces):
        piece = pieces[at]
        out.append(text[done : piece.start])
        best = max(_readings(pieces, at, left, text), default=None) if piece.free else None
        if best is None or best.gain <= 0 or not _allowed(pieces[at : at + best.takes], best.words, names):
            best = _Reading(gain=0.0, words=(piece.text,), takes=1)
        out.append(" ".join(best.words))
        left, at, done = best.words[-1], at + best.takes, pieces[at + best.takes - 1].end
    return "".join((*out, text[done:]))


def _pieces(text: str) -> list[_Typed]:
    free = {match.span() for match in _WORD.finditer(text)}
    return [
        _Typed(text=match.group(), start=match.start(), end=match.end(), free=match.span() in free)
        for match in PIECE.finditer(text)
    ]


def _allowed(typed: list[_Typed], words: tuple[str, ...], names: frozenset[str]) -> bool:
    return not any(piece.text in names for piece in typed) or not _CALENDAR.isdisjoint(words)


def _readings(pieces: list[_Typed], at: int, left: str, text: str) -> Iterator[_Reading]:
    """Yield what one word, or it and the next, may have been meant to be."""
    word = pieces[at].text
    right = pieces[at + 1].text if at + 1 < len(pieces) else EDGE
    known = is_known(word)
    if len(word) >= _SHORTEST and not (known and (kind(word) != word or _at_home(left, word, right))):
        as_typed = _surprise(left, (word,), right)
        for wanted, slip in (mistakable(word) if known else meant(word)).items():
            price = slip + (_against(word, left, wanted, right) if known else _doubt(left, wanted, right))
            yield _Reading(gain=as_typed - _surprise(left, (wanted,), right) - price, words=(wanted,), takes=1)
        if not known:
            for parts in _parts(word):
                price = _BLANK_LEFT_OUT + _doubt_of_two(left, parts, right)
                yield _Reading(gain=as_typed - _surprise(left, parts, right) - price, words=parts, takes=1)
    if at + 1 < len(pieces) and pieces[at + 1].free and text[pieces[at].end : pieces[at + 1].start] == " ":
        yield from _shifted(left, word, right, pieces[at + 2].text if at + 2 < len(pieces) else EDGE)


def _shifted(left: str, first: str, second: str, right: str) -> Iterator[_Reading]:
    """Yield what two words may be with the blank between them elsewhere: "th erun", "ru nning"."""
    strangers = (not is_known(first)) + (not is_known(second))
    if not strangers and company().knows(first, second):
        return
    as_typed = _surprise(left, (first, second), right)
    margin = 0.0 if strangers else _OF_KNOWN_WORDS
    moved = [(first[:-1], first[-1] + second), (first + second[0], second[1:])]
    for words in moved:
        if all(word and _is_word(word) for word in words):
            yield _Reading(gain=as_typed - _surprise(left, words, right) - _BLANK_MOVED - margin, words=words, takes=2)
    whole = first + second
    if len(whole) > 3 and is_known(whole):
        yield _Reading(
            gain=as_typed - _surprise(left, (whole,), right) - _BLANK_TOO_MANY - margin, words=(whole,), takes=2
        )


def _at_home(left: str, word: str, right: str) -> bool:
    """Whether a word was seen beside one of its neighbours."""
    pairs = company()
    return (left != EDGE and pairs.knows(left, word)) or (right != EDGE and pairs.knows(word, right))


def _doubt(left: str, wanted: str, right: str) -> float:
    """Return what stands against reading a word nobody knows as another, in powers of ten."""
    pairs = company()
    if pairs.knows(left, wanted) or pairs.knows(wanted, right):
        return 0.0
    return max(0.0, _NOWHERE_SEEN - _LONGER_BY * max(0, len(wanted) - _LONGER))


def _against(word: str, left: str, wanted: str, right: str) -> float:
    """Return what stands against reading a word of English as another, in powers of ten."""
    if any(longer == f"{shorter}{ending}" for ending in "sd" for longer, shorter in ((word, wanted), (wanted, word))):
        return math.inf
    if len(word) == len(wanted) and all(_is_umlaut(*pair) for pair in zip(word, wanted, strict=True)):
        return math.inf
    place = rank(word)
    if len(word) >= _LONG:
        doubt = -_OF_A_LONG_WORD
    elif place is None or _COMMON <= place < _NAMES:
        doubt = 0.0
    else:
        doubt = _OF_A_COMMON_WORD if place < _COMMON else _OF_A_NAME
    seen = EDGE not in {left, right} and company().knows(left, wanted) and company().knows(wanted, right)
    return _OF_A_KNOWN_WORD + doubt + (0.0 if seen else _HALF_SEEN)


def _is_umlaut(typed: str, wanted: str) -> bool:
    """Whether a vowel stands for another that no finger takes for it: "forgot" and "forget", "ran" and "run"."""
    return typed == wanted or ({typed, wanted} <= _VOWELS and not are_neighbours(typed, wanted))


def _doubt_of_two(left: str, words: tuple[str, str], right: str) -> float:
    """Return what stands against reading a word nobody knows as two, in powers of ten."""
    pairs = company()
    if pairs.knows(*words) or (pairs.knows(left, words[0]) and pairs.knows(words[1], right)):
        return 0.0
    letters = len(words[0]) + len(words[1]) if min(map(len, words)) > 2 else 0
    return max(0.0, _NOWHERE_SEEN - _LONGER_BY * max(0, letters - _LONGER))


def _surprise(left: str, words: tuple[str, ...], right: str) -> float:
    """Return how surprising words are between their neighbours, in powers of ten."""
    pairs = company()
    line = (left, *words)
    steps = sum(pairs.step(before, word, rank=rank(word)) for before, word in zip(line, words, strict=False))
    return steps + pairs.step(words[-1], right, rank=rank(right))


def _parts(word: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words it may be, written without the blank: "remindme", "aweek"."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if _is_word(first) and _is_word(second):
            yield first, second


def _is_word(word: str) -> bool:
    if len(word) == 1:
        return word in _ALONE
    place = rank(word)
    return place is not None and place < _PARTS

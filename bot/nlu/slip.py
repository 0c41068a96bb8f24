"""What the finger may have done: how unlikely it is that one word was typed for another, in powers of ten."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.nlu.company import company
from bot.nlu.pattern import Pattern

_DOUBLED = Pattern(r"(.)\1")
_CANDIDATES = 11000
"""So many of the likeliest words may be what was meant; the rest of the list is only known."""
_LONG = 7
_SECOND_SLIP = 1.6
_SWAPPED, _ONE_LEFT_OUT, _ONE_TOO_MANY, _KEY_BESIDE, _OTHER_KEY = 0.1, 0.3, 0.6, 0.3, 0.9
_FIRST_BESIDE, _FIRST_OTHER = 0.4, 0.8
"""What it adds when the first letter is wrong: people look at it."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "est", "ly")
_BEFORE_ES = ("s", "x", "z", "h", "o", "i")
"""What "es" stands behind: "remindes" and "milees" are no words."""
_SHORT = frozenset(
    "am pm km kg lb mi cm mm ft st hr pb pr wr bq gp pt tv uk us eu it ok id ed bf gf pp iv io pc fb ig dm tv xx yo ya"
    " ty np jk rn ur im re vs eg ie ex un le la el de du se si ti tu da do et es en al il lo mr dr ms co ad ai"
    " cms".split()
)
"""Short words and signs that are meant as they stand, besides those of the list."""
_LETTERS = "aixkfm"
"""Letters that are meant as they stand."""


def is_known(word: str) -> bool:
    """Whether it is a word, a word with an ordinary ending ("thursdays", "weighing"), or a sign like "km"."""
    if word in ranks() or word in _SHORT or (len(word) == 1 and word in _LETTERS):
        return True
    return not word.endswith("ss") and any(
        word.endswith(ending)
        and _is_common(word[: -len(ending)])
        and (ending != "es" or word[: -len(ending)].endswith(_BEFORE_ES))
        for ending in _ENDINGS
    )


def rank(word: str) -> int | None:
    """Return a word's place in the order of likelihood; that of its stem for a word with an ending, None if unknown."""
    listed = ranks().get(word)
    if listed is not None or not is_known(word):
        return listed
    stems = [
        ranks()[word[: -len(ending)]]
        for ending in _ENDINGS
        if word.endswith(ending) and word[: -len(ending)] in ranks()
    ]
    return max(stems, default=0)


def meant(word: str) -> dict[str, float]:
    """Return what an unknown word may have been meant to be, with what the finger must have done for it."""
    most = 2 if len(word) >= _LONG else 1
    near = extract(word, _candidates(), scorer=OSA.distance, score_cutoff=most, limit=None)
    return {
        wanted: price(word, wanted, slips=int(slips)) for wanted, slips, _ in near if slips and _possible(word, wanted)
    }


def mistakable(word: str) -> dict[str, float]:
    """Return the words of our field that a known word may be a slip of, with what the finger must have done for it."""
    keys = {word, *_without_one(word)}
    near = {wanted for key in keys for wanted in _field().get(key, ())} - {word}
    return {
        wanted: price(word, wanted, slips=1)
        for wanted in near
        if OSA.distance(word, wanted) == 1 and _possible(word, wanted)
    }


def price(word: str, wanted: str, *, slips: int) -> float:
    """Return how unlikely it is that so many slips made the one word of the other, in powers of ten."""
    cost = _SECOND_SLIP if slips > 1 else 0.0
    if sorted(word) == sorted(wanted):
        return cost + _SWAPPED
    if word[0] != wanted[0]:
        cost += _FIRST_BESIDE if are_neighbours(word[0], wanted[0]) else _FIRST_OTHER
    if _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", wanted):
        return cost + _SWAPPED
    if len(word) != len(wanted):
        return cost + (_ONE_LEFT_OUT if len(word) < len(wanted) else _ONE_TOO_MANY)
    wrong = [(typed, right) for typed, right in zip(word, wanted, strict=True) if typed != right]
    return cost + (_KEY_BESIDE if all(are_neighbours(typed, right) for typed, right in wrong) else _OTHER_KEY)


def _is_common(word: str) -> bool:
    return len(word) > 3 and ranks().get(word, _CANDIDATES) < _CANDIDATES


def _possible(word: str, wanted: str) -> bool:
    """Hold short words to slips that leave something of them."""
    if len(wanted) < 3:
        return sorted(word) == sorted(wanted)
    return len(word) > 2 or word[0] == wanted[0] or word[-1] == wanted[-1]


def are_neighbours(typed: str, wanted: str) -> bool:
    """Whether two keys lie side by side."""
    (row, column), (other_row, other_column) = _key(typed), _key(wanted)
    return abs(row - other_row) <= 1 and abs(column + row / 2 - other_column - other_row / 2) <= 1


@cache
def _key(letter: str) -> tuple[int, int]:
    return next((row, keys.index(letter)) for row, keys in enumerate(_KEYS) if letter in keys)


@cache
def ranks() -> dict[str, int]:
    """Return the known words with their place in the order of likelihood."""
    listed = resources.files("bot.nlu").joinpath("words.txt").read_text(encoding="utf-8")
    words = listed[listed.index("\n", listed.rindex("#")) :].split()
    return {word: place for place, word in enumerate(words)}


@cache
def _candidates() -> tuple[str, ...]:
    likely = dict.fromkeys(islice(ranks(), _CANDIDATES))
    return tuple(likely | dict.fromkeys(word for word in _spoken() if word not in likely))


def _spoken() -> Iterator[str]:
    """Yield the words of the counted pairs that are words."""
    pairs = company()
    return (word for word in {*pairs.after, *pairs.members} if len(word) > 1 and word.isalpha() and is_known(word))


@cache
def _field() -> dict[str, tuple[str, ...]]:
    """Return the words of the counted pairs by themselves and by what is left of them without one letter."""
    found: dict[str, list[str]] = {}
    for word in sorted(_spoken()):
        for key in {word, *_without_one(word)}:
            found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))

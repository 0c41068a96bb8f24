"""Mend slips of the finger in the words the grammar listens for, and in no others.

A word is mended if it is no ordinary word and lies one slip (two in long words) from a trigger word: a letter
missing, doubled, wrong, or two swapped. `ordinary.txt` holds the English words that lie that close themselves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

_WORD = re.compile(r"(?<![\w'/.-])[a-z]{3,24}(?![\w'])")
_DOUBLED = re.compile(r"(.)\1")
_ENDINGS = ("s", "es", "ed", "ing", "er", "ers", "est", "ly")
_COMMONEST = frozenset({"not", "run", "the", "and", "you", "how"})
"""Short words met so often that a wrong letter in them is likelier than a word nobody knows."""
_SHORT = 4
_LONG = 8


def repaired(text: str) -> str:
    """Return a tidy text with mistyped trigger words mended.

    Example:
        "remimd me evrey day" becomes "remind me every day"; "my mate ran" stays.
    """
    return _WORD.sub(lambda match: _mended(match.group()), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _triggers() or word in _ordinary() or _is_inflected(word):
        return word
    slips = 2 if len(word) >= _LONG else 1
    near = extract(word, _trigger_list(), scorer=OSA.distance, score_cutoff=slips, limit=None)
    best = min(
        (
            (_cost(word, trigger, int(distance)), trigger)
            for trigger, distance, _ in near
            if _allowed(word, trigger, int(distance))
        ),
        default=None,
    )
    return best[1] if best else word


def _is_inflected(word: str) -> bool:
    """Whether a word is a trigger word with an ordinary ending ("thursdays", "weighing")."""
    return any(word.endswith(ending) and word[: -len(ending)] in _triggers() for ending in _ENDINGS)


def _allowed(word: str, trigger: str, distance: int) -> bool:
    """Hold short words to slips that keep their first letter: nearly every change of one makes another word."""
    swapped = sorted(word) == sorted(trigger)
    if trigger in _COMMONEST and len(word) == len(trigger) == 3:
        return word[0] == trigger[0]
    if len(word) < _SHORT:
        missing = len(trigger) == len(word) + 1 and word[0] == trigger[0]
        return swapped or missing
    if distance == 2 or len(word) == _SHORT:
        return swapped or (word[0] == trigger[0] and len(trigger) >= (_LONG if distance == 2 else 3))
    return True


def _cost(word: str, trigger: str, distance: int) -> tuple[int, bool, bool, bool, int, int]:
    """Order the candidates: fewer slips, swapped or doubled letters, same first letter, length, commoner trigger."""
    return (
        distance,
        len(word) < _SHORT and len(word) == len(trigger) and sorted(word) != sorted(trigger),
        sorted(word) != sorted(trigger) and _DOUBLED.sub(r"\1", word) != _DOUBLED.sub(r"\1", trigger),
        word[0] != trigger[0],
        abs(len(word) - len(trigger)),
        _triggers()[trigger],
    )


@cache
def _triggers() -> dict[str, int]:
    """Return the trigger words with their rank; earlier in the file is commoner."""
    return {word: rank for rank, word in enumerate(_words("triggers.txt"))}


@cache
def _trigger_list() -> tuple[str, ...]:
    return tuple(_triggers())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(_words("ordinary.txt"))


def _words(name: str) -> list[str]:
    return resources.files("bot.nlu").joinpath(name).read_text(encoding="utf-8").split()

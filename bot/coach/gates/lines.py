"""The coach's own lines in a model's text: where one stands word for word, alone or inside a longer sentence.

Only such a line brings a figure with its range. What a model puts before or behind it in the same sentence becomes a
statement of its own, so that it is examined by itself and the line is shown as the coach wrote it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.coach.gates.evidence import has_verb
from bot.coach.gates.numbers import numerals
from bot.coach.gates.statements import Statement, flat
from bot.knowledge.sentences import split_sentences
from bot.nlu.pattern import Pattern

_OPENING: Final = frozenset(
    "so for scale here here's is your figure the roughly in short and also to put it plainly as an a example own sum "
    "that "
    "that's means then now plus based on what you told me with numbers number this would you you'd".split()
)
"""Words a model may put around a line of the coach with figures without changing what it says."""
_SMALL: Final = frozenset("and the a an would you you'd of that with it so for".split())
_WORDS: Final = Pattern(r"[^\W_]+(?:[.,:'/][^\W_]+)*|%")
_DIGITS: Final = Pattern(r"\d+(?:[.,]\d+)*")
_JOINT: Final = Pattern(r"[;:,]\s+(?:(?:and|but|so|while)\s+)?|\s+(?:and|but|so|while)\s+|(?<=\))\s+", re.IGNORECASE)
_MOST_JOINTS: Final = 12
_ASTRAY: Final = Pattern(
    r"\b(?:days?|weeks?|months?|years?|hours?|daily|weekly|monthly|each|every|per|once|only|not|never|no|without|"
    r"false|wrong|"
    r"myth|instead|unlike|someone|other|others|men|women|average|everyone|twice|half|\w+n't)\b",
    re.IGNORECASE,
)
"""What may not lead up to a line of the coach, or trail it: it could make the line say something else."""
_EITHER_WAY: Final = Pattern(r"\bwith or without\b", re.IGNORECASE)


def own_line(text: str, own: Sequence[str]) -> int | None:
    """Return which of the coach's sentences a statement is, an opening or a small word apart; None if none."""
    words = _WORDS.findall(_bare(text))
    return next((which for which, line in enumerate(own) if _is_same(words, text, line)), None)


def own_sentences(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the sentences of the coach's own lines, one by one."""
    return tuple(sentence for text in texts for sentence in split_sentences(flat(text)))


def parted(found: Iterable[Statement], own: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements, each line of the coach apart from what a model put before and behind it."""
    figures = {tuple(_DIGITS.findall(line)) for line in own} - {()}
    for statement in found:
        yield from _parts(statement, own, figures)


def leads_astray(text: str) -> bool:
    """Whether a few words around a line of the coach could make it say something else."""
    is_aside = text.endswith(":") or (text[:1].islower() and not has_verb(text))
    return is_aside and bool(_ASTRAY.search(_EITHER_WAY.sub(" ", text)))


def _parts(statement: Statement, own: Sequence[str], figures: set[tuple[str, ...]]) -> Iterator[Statement]:
    text = statement.text
    if not figures or own_line(text, own) is not None:
        yield statement
        return
    joints = [(0, 0), *((one.start(), one.end()) for one in _JOINT.finditer(text)), (len(text), len(text))]
    for first, (cut, begin) in enumerate(joints[:_MOST_JOINTS]):
        for end, resume in joints[:first:-1]:
            line = text[begin:end]
            if tuple(_DIGITS.findall(line)) in figures and own_line(line, own) is not None:
                if cut:
                    before = text[:cut] + ("." if text[cut] == ";" else ":")
                    yield from _parts(replace(statement, text=before), own, figures)
                yield replace(statement, text=line)
                if text[resume:].strip(" .!"):
                    joint = text[end:resume].lstrip(";:, ")
                    yield from _parts(replace(statement, text=joint + text[resume:]), own, figures)
                return
    yield statement


def _is_same(words: Sequence[str], text: str, line: str) -> bool:
    """Whether a statement is a line: the same numbers in the same order, and no word more or less that matters."""
    theirs = _WORDS.findall(_bare(line))
    if words == theirs:
        return True
    if [(one.value, one.unit) for one in numerals(text)] != [(one.value, one.unit) for one in numerals(line)]:
        return False
    new, gone = Counter(words) - Counter(theirs), Counter(theirs) - Counter(words)
    return bool(numerals(line)) and new.keys() <= _OPENING and gone.keys() <= _SMALL


def _bare(sentence: str) -> str:
    return flat(sentence).rstrip(".!?…").lower()

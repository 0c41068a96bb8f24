"""Turn a statement that its source carries into one that it does not carry, as misquotes do (`twists.toml`)."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

OF_NEAR, OF_KINDS = 0.3, 0.88
_COMPARES = re.compile(r"\b(?:than|while|but|more|less|from|against|before|after|into|by)\b")
_WORD = re.compile(r"[a-z]{4,}")

Near = Mapping[str, Sequence[str]]


@cache
def _told() -> dict[str, list]:  # type: ignore[type-arg]
    return tomllib.loads(Path(__file__).with_name("twists.toml").read_text(encoding="utf-8"))


@cache
def _sorts() -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, _told()["sorts"]))


@cache
def _others() -> dict[str, dict[str, list[str]]]:
    """Return what may be put for a word, by kind of change."""
    found: dict[str, dict[str, list[str]]] = {"opposite": {}, "sort": {}}
    for one, other in _told()["opposites"]:
        found["opposite"].setdefault(one, []).append(other)
        found["opposite"].setdefault(other, []).append(one)
    for sort in _sorts():
        for word in sort:
            found["sort"].setdefault(word, []).extend(one for one in sort if one != word)
    return found


@cache
def _changes() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Return the kinds of change, what each finds, and what it puts for it."""
    return (
        *(
            (kind, re.compile(rf"(?<!-)\b{re.escape(word)}\b(?!'|-)", re.IGNORECASE), tuple(others))
            for kind, words in _others().items()
            for word, others in words.items()
        ),
        *(
            (kind, re.compile(one["pattern"], re.IGNORECASE), tuple(one["others"]))
            for kind in ("surer", "conditions", "denials")
            for one in _told()[kind]
        ),
    )


def twisted(text: str, source: str, near: Near) -> str:
    """Return a statement with one thing in it changed, so that its source carries it no longer.

    Args:
        text: A carried statement.
        source: What carries it.
        near: Words of the same sort, by word.
    """
    words = [found for found in _WORD.finditer(text) if found[0] in near]
    if words and random.random() < OF_NEAR:
        shared = [found for found in words if re.search(rf"\b{found[0]}\b", source, re.IGNORECASE)]
        found = random.choice(shared or words)
        return _with(text, found, random.choice(near[found[0]]))
    kinds: dict[str, list[str]] = {}
    for kind, other in (*altered(text), *(("exchanged", one) for one in _exchanged(text))):
        kinds.setdefault(kind, []).append(other)
    if kinds and random.random() < OF_KINDS:
        return random.choice(kinds[random.choice(list(kinds))])
    return f"{text.rstrip('.! ')}, {random.choice(_told()['from_nowhere'])}."


def alike(source: str, text: str, near: Near) -> tuple[str, str]:
    """Return a source and its statement with the same word changed in both: what was carried still is."""
    words = [word for kind in _others().values() for word in kind if _has(source, word) and _has(text, word)]
    if random.random() < 0.5:
        words = sorted(set(_WORD.findall(text)) & set(_WORD.findall(source)) & near.keys()) or words
    if not words:
        return source, text
    word = random.choice(words)
    kinds = _others()
    other = random.choice(kinds["sort"].get(word) or kinds["opposite"].get(word) or near[word])
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)
    first, second = (pattern.sub(lambda found: _fitted(found[0], other), one) for one in (source, text))
    return first, second


def altered(text: str) -> Iterator[tuple[str, str]]:
    """Yield each text with one change, and the kind of it."""
    for kind, pattern, others in _changes():
        for found in pattern.finditer(text):
            for other in others:
                changed = _with(text, found, found.expand(other))
                if changed.lower() != text.lower():
                    yield kind, changed


def _exchanged(text: str) -> Iterator[str]:
    """Yield the text with two things of one sort, or its first and last number, in each other's place."""
    if not _COMPARES.search(text):
        return
    for sort in _sorts():
        for one, other in combinations([word for word in sort if _has(text, word)], 2):
            either = re.compile(rf"\b(?:{re.escape(one)}|{re.escape(other)})\b")
            yield either.sub(lambda found, pair=(one, other): pair[found[0] == pair[0]], text)  # type: ignore[misc]
    numbers = list(re.finditer(r"\d+(?:[.,]\d+)*", text))
    if len(numbers) > 1 and numbers[0][0] != numbers[-1][0]:
        first, last = numbers[0], numbers[-1]
        yield text[: first.start()] + last[0] + text[first.end() : last.start()] + first[0] + text[last.end() :]


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _fitted(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _with(text: str, found: re.Match[str], new: str) -> str:
    changed = f"{text[: found.start()]}{_fitted(found[0], new)}{text[found.end() :]}"
    return re.sub(r"\s+([,.;:])", r"\1", re.sub(r" {2,}", " ", changed)).strip()

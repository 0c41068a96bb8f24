"""What a message is likely about, by its words and pieces of words: a linear model whose weights ship as data.

A text becomes a set of words, pairs of words and pieces of words, each falling into one of a few thousand buckets;
a label's score is the sum of its weights there. The weights are learnt from the kept phrases by
`tests/nlu/weigh_words.py` and stored as bytes; nothing is learnt while the coach runs. Used only where the grammar
is at its end (`bot.nlu.second_reading`).
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.nlu.pattern import Pattern

BUCKETS = 4096
_WORD = Pattern(r"[a-z]+|\d+")
_PIECES = (3, 4)
_SIGN_BIT = 20
_BYTE = 256
_NEGATIVE = 128


@dataclass(frozen=True, kw_only=True, slots=True)
class WordWeights:
    """A linear model over buckets."""

    labels: tuple[str, ...]
    scales: tuple[float, ...]
    """What one step of a label's stored bytes is worth."""
    rows: bytes
    """A row of signed bytes for each bucket, one a label, and a last row that counts always."""

    def likelihoods(self, text: str) -> Mapping[str, float]:
        """Return how likely each label is for a tidy text; the values add up to one."""
        width = len(self.labels)
        sums = [float(_signed(step)) for step in self.rows[BUCKETS * width :]]
        for bucket, weight in bucketed(text).items():
            row = self.rows[bucket * width : (bucket + 1) * width]
            sums = [total + weight * _signed(step) for total, step in zip(sums, row, strict=True)]
        scores = [total * scale for total, scale in zip(sums, self.scales, strict=True)]
        highest = max(scores)
        shares = [math.exp(score - highest) for score in scores]
        return {label: share / sum(shares) for label, share in zip(self.labels, shares, strict=True)}


def bucketed(text: str, *, buckets: int = BUCKETS) -> dict[int, float]:
    """Return the buckets of a tidy text with their weights, which make a vector of length one."""
    counts: dict[int, float] = {}
    for name in set(_features(text)):
        drawn = zlib.crc32(name.encode())
        counts[drawn % buckets] = counts.get(drawn % buckets, 0.0) + (1.0 if drawn >> _SIGN_BIT & 1 else -1.0)
    length = math.sqrt(sum(count * count for count in counts.values())) or 1.0
    return {bucket: count / length for bucket, count in counts.items() if count}


def _features(text: str) -> Iterator[str]:
    words = ["^", *("#" if word.isdigit() else word for word in _WORD.findall(text)), "$"]
    if "?" in text:
        yield "?"
    for at, word in enumerate(words):
        yield f"w{word}"
        if at + 1 < len(words):
            yield f"b{word} {words[at + 1]}"
        if at + 2 < len(words):
            yield f"s{word} {words[at + 2]}"
        yield from (f"c{piece}" for length in _PIECES for piece in _pieces(f"<{word}>", length))


def _pieces(word: str, length: int) -> Iterator[str]:
    return (word[at : at + length] for at in range(len(word) - length + 1))


def _signed(step: int) -> int:
    return step - _BYTE if step >= _NEGATIVE else step


@cache
def intents() -> WordWeights:
    """Return the shipped weights of what people may want."""
    return read_weights(resources.files("bot.nlu").joinpath("intent_weights.bin").read_bytes())


def read_weights(stored: bytes) -> WordWeights:
    """Return the weights of a file: a line of JSON with `labels` and `scales`, then the rows.

    Raises:
        ValueError: If the rows do not fit the labels.
    """
    head, _, rows = stored.partition(b"\n")
    told = json.loads(head)
    if len(rows) != (BUCKETS + 1) * len(told["labels"]):
        raise ValueError("the rows do not fit the labels")
    return WordWeights(labels=tuple(told["labels"]), scales=tuple(told["scales"]), rows=rows)

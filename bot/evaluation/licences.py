"""Whether every number of a reply is listed, and whether what is said to license it bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from bot.evaluation.number_reader import read_numbers
from bot.knowledge.article import Library
from bot.reply import Figure, Number, Reply
from bot.runner import Runner
from bot.units import KG_PER_POUND, METRES_PER_MILE
from bot.voice.texts import Texts

_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[\"“(]?[A-Z0-9])|(?<=\])\s+(?!\[)")
_ITEM: Final = re.compile(r" · ")
_LISTS: Final = re.compile(r"\w+: \[\d+\]")
"""How the line of sources begins."""
_WORTH: Final = {
    word: float(worth)
    for worth, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    "daily": 7.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "half": 0.5,
    "quarter": 0.25,
    "twice": 2.0,
}
_SYMBOL: Final = re.compile(r"\b[A-Za-z]$")
_LINK: Final = re.compile(r"\b10\.\d{4,9}/\S+")
_KM_PER_MILE: Final = METRES_PER_MILE / 1000.0
_WEEKS_A_MONTH: Final = 30.44 / 7
_CHANGES: Final = (
    1.0,
    _KM_PER_MILE,
    1 / _KM_PER_MILE,
    KG_PER_POUND,
    1 / KG_PER_POUND,
    100.0,
    60.0,
    24 * 60.0,
    _WEEKS_A_MONTH,
)
"""What a number may be multiplied or divided by and still be the one that was said: the units people speak in."""
_RUNS_A_WEEK: Final = range(1, 8)
_NEAR: Final = 0.012
"""Share two values may differ by and still be one, rounded for reading."""
_RECORDS: Final = frozenset({"run", "runs", "weigh_in", "reminder", "delivery", *Runner.model_fields})
"""What may be stored of a person; a record is trusted to hold what it licenses."""


@dataclass(kw_only=True, slots=True)
class Heard:
    """What was said in a talk so far, by both."""

    runner: Runner
    said: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class LicenceCheck:
    """Checks the numbers of replies against the texts and articles they may come from."""

    def __init__(self, *, texts: Texts, library: Library) -> None:
        """Hold the reviewed texts and the articles."""
        self._texts = texts
        self._library = library

    def faults(self, reply: Reply, heard: Heard) -> tuple[str, ...]:
        """Name every number of a reply that is not listed, and every licence that nothing bears out."""
        return (*_unlisted(reply), *self._unproven(reply, heard))

    def _unproven(self, reply: Reply, heard: Heard) -> Iterator[str]:
        figures = (*reply.figures, *heard.figures)
        for number in reply.numbers:
            if not self._bears_out(number, reply, figures, heard):
                yield f"{number.shown!r} is not borne out by {number.licence} in {_around(reply.text, number)!r}"

    def _bears_out(self, number: Number, reply: Reply, figures: Iterable[Figure], heard: Heard) -> bool:
        kind, _, name = number.licence.partition(":")
        match kind:
            case "figure":
                return any(_stands_in_figure(number.shown, one) for one in figures if one.name == name)
            case "passage":
                return _stands_in_passage(number, reply, int(name))
            case "said":
                return _was_said(number.shown, heard, reply.figures)
            case "record":
                return name in _RECORDS
            case "text":
                shown = _symbol_before(number, reply) + number.shown
                return any(_holds(text, shown) for text in self._wordings(name))
            case _:
                return False

    def _wordings(self, name: str) -> Iterable[str]:
        room, _, slug = name.partition(".")
        if room == "article":
            article = self._library.articles.get(slug)
            return [article.title, *(passage.text for passage in article.passages)] if article else []
        return self._texts.wordings(name) if self._texts.has(name) else []


def _unlisted(reply: Reply) -> Iterator[str]:
    for read in read_numbers(reply.text):
        if not any(number.start < read.end and read.start < number.end for number in reply.numbers):
            yield f"{read.shown!r} is not listed"


def _holds(text: str, shown: str) -> bool:
    """Whether a text holds a number, or a symbol with its index, by itself or as part of a link."""
    if any(shown in link for link in _LINK.findall(text)):
        return True
    return re.search(rf"(?<![\w.,]){re.escape(shown)}(?!\d|[.,]\d)", text, re.IGNORECASE) is not None


def _symbol_before(number: Number, reply: Reply) -> str:
    """Return the letter whose index a number is (T of T2), empty where it is none."""
    match = _SYMBOL.search(reply.text[: number.start])
    return match.group() if match else ""


def _stands_in_figure(shown: str, figure: Figure) -> bool:
    if _holds(figure.shown, shown) or shown in figure.source:
        return True
    given = _inputs(figure)
    pace = [given["duration"] / given["distance"]] if {"duration", "distance"} <= given.keys() else []
    # A week of running in so many equal runs.
    runs = [given["running"] / times for times in _RUNS_A_WEEK if "running" in given]
    return any(_same(value, one) for value in _values(shown) for one in (*given.values(), *pace, *runs))


def _inputs(figure: Figure) -> dict[str, float]:
    return {name: float(one.value) for name, one in figure.inputs.items() if isinstance(one.value, (int, float))}


def _stands_in_passage(number: Number, reply: Reply, n: int) -> bool:
    """Whether the citation holds the number and stands at its sentence, or is itself what the reply lists."""
    around = _around(reply.text, number)
    is_list = not any(_LISTS.match(line) for line in reply.text.split("\n"))
    shown = (around.partition(": ")[2] or around).strip()
    return any(
        number.shown in f"{one.quote}\n{one.source}\n{one.title}\n{one.url_or_doi}"
        and (f"[{n}]" in around or (is_list and (one.source in around or shown in one.quote)))
        for one in reply.citations
        if one.n == n
    )


def _around(text: str, number: Number) -> str:
    """Return the sentence a number stands in with the citation marks behind it; in a list of sources, its item."""
    line_start = text.rfind("\n", 0, number.start) + 1
    line = text[line_start:].partition("\n")[0]
    cut = _ITEM if _LISTS.match(line) else _SENTENCE
    start, end = line_start, line_start + len(line)
    for found in cut.finditer(line):
        if line_start + found.start() >= number.end:
            end = line_start + found.start()
            break
        start = line_start + found.end()
    return text[start:end]


def _was_said(shown: str, heard: Heard, figures: Iterable[Figure]) -> bool:
    told = [value for value in heard.runner.model_dump().values() if isinstance(value, (int, float))]
    told += [value for one in figures for name, value in _inputs(one).items() if one.inputs[name].origin == "told"]
    told += [value for text in heard.said for value in _values(text)]
    return any(_same(value, one) for value in _values(shown) for one in told)


def _values(text: str) -> tuple[float, ...]:
    """Return what the numbers of a text are worth; a clock time or pace also in minutes of its first part."""
    digits = (float(one.replace(",", "")) for one in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text))
    paces = (float(whole) + float(rest) / 60 for whole, rest in re.findall(r"(\d+):(\d\d)", text))
    spoken = (_WORTH[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORTH)
    return (*digits, *paces, *spoken)


def _same(one: float, other: float) -> bool:
    if not one or not other:
        return one == other
    return any(abs(one / other / change - 1) < _NEAR or abs(other / one / change - 1) < _NEAR for change in _CHANGES)

"""A reply in another language: the coach's own reply, line by line, with its numbers, marks and denials held fast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from bot.coach.draft import Draft
from bot.coach.gates.gate import Fault
from bot.coach.gates.numbers import numerals
from bot.coach.gates.translation import says_the_same
from bot.coach.model import ModelLine
from bot.coach.model_prompt import ModelPrompt
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.voice.phrase import Phrase, Span, UnlicensedNumberError

_TRIES: Final = 2
_LINE: Final = Pattern(r"^\s*(\d{1,2})\s*[:.)]\s*(.+?)\s*$", re.MULTILINE)
_MARKS_AT_END: Final = Pattern(r"(?:\s*\[\d{1,2}\])+$")


async def translate(draft: Draft, w: Workings, language: str, line: ModelLine, prompt: ModelPrompt) -> Draft | None:
    """Return the draft in another language, None if the model gives no faithful one in two tries.

    Raises:
        ModelError: If the model does not answer.
    """
    parts = [part for paragraph in draft.paragraphs for part in paragraph if part]
    lines = [_MARKS_AT_END.sub("", part.text).replace("\n", " ") for part in parts]
    messages: list[BaseMessage] = [SystemMessage(prompt.system), HumanMessage(prompt.translate(lines, language))]
    for _ in range(_TRIES):
        text, used = await line.ask(messages)
        w.use += used
        found = {int(line[1]): line[2] for line in _LINE.finditer(text)}
        translated = [found.get(number, "") for number in range(1, len(lines) + 1)]
        if len(found) == len(lines) and all(map(says_the_same, lines, translated, [language] * len(lines))):
            return _rendered(draft, dict(zip(map(id, parts), translated, strict=True)))
        messages += [AIMessage(text or "-"), HumanMessage(prompt.again([Fault(kind="translation", detail="differs")]))]
    return None


def _rendered(draft: Draft, translated: dict[int, str]) -> Draft | None:
    paragraphs = [
        [_licensed(part, translated[id(part)]) for part in paragraph if part] for paragraph in draft.paragraphs
    ]
    spoken = replace(draft, paragraphs=paragraphs)
    try:
        spoken.finish(turn_id=draft.seed, mode="model")
    except UnlicensedNumberError:
        return None
    return spoken


def _licensed(part: Phrase, text: str) -> Phrase:
    """Return a translated line, each number with the licence of the number it translates, and the marks."""
    marks = _MARKS_AT_END.search(part.text)
    return Phrase((*_spans(part, text), *((Span(marks[0]),) if marks else ())))


def _spans(part: Phrase, text: str) -> Iterator[Span]:
    licences = {number.value: _licence_at(part, number.start) for number in numerals(part.text)}
    place = 0
    for number in numerals(text):
        yield Span(text[place : number.start])
        yield Span(text[number.start : number.end], licences.get(number.value))
        place = number.end
    yield Span(text[place:])


def _licence_at(part: Phrase, place: int) -> str | None:
    for span in part.spans:
        if place < len(span.text):
            return span.licence
        place -= len(span.text)
    return None

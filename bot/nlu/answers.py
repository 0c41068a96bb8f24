"""What short answers have in common: one bare number, or a pick from what was offered."""

from __future__ import annotations

from bot.nlu.frame import Context
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_FILLING = Pattern(
    r"\b(?:ish|or so|please|thanks|about|roughly|around|maybe|i think|years|now|give or take|though|times|x|im|its"
    r"|it is"
    r"|i weigh|weigh|well|erm|um|er|just|only|today|lol|actually|sorry|no|oh|hmm|like|say|or|is|probably|probs)\b"
    r"|[^a-z0-9]"
)
_LEFT_OVER = 2
_UNIT_WORDS = {
    "km": Pattern(r"\b(?:kms?|kilomet\w+|metric|k)\b"),
    "miles": Pattern(r"\b(?:miles?|mi|imperial)\b"),
    "kg": Pattern(r"\b(?:kgs?|kilos?|metric)\b"),
    "lb": Pattern(r"\b(?:lbs?|pounds?|imperial)\b"),
}
_FIRST = Pattern(r"\b(?:first|former|earlier|1st|option 1)\b")
_LAST = Pattern(r"\b(?:second|latter|last|later|2nd|option 2)\b")


def lone_number(said: Utterance) -> float | None:
    """Return the one bare number an answer consists of, wrapped in few words ("about 70 i think")."""
    numbers = [item for item in said.items if item.dimension in {"number", "times"}]
    if len(numbers) != 1:
        return None
    rest = said.digits[: numbers[0].start] + said.digits[numbers[0].end :]
    return numbers[0].value if len(_FILLING.sub("", rest)) <= _LEFT_OVER else None


def chosen(said: Utterance, context: Context) -> str | None:
    """Return the offered answer a message picks: by its words, its unit or its place in the list."""
    text = said.words.strip(" .!")
    for choice in context.choices:
        unit = _UNIT_WORDS.get(choice.lower().rsplit(" ", 1)[-1])
        if text == choice.lower() or (unit and unit.search(text)):
            return choice
    if not context.choices:
        return None
    if _FIRST.search(text):
        return context.choices[0]
    return context.choices[-1] if _LAST.search(text) else None

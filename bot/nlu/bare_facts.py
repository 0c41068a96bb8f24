"""Read a sentence that is nothing but facts of a body, whatever else is asked: "f 28 169cm. but why did it go up?"."""

from __future__ import annotations

from typing import Final

from bot.nlu.body_words import BODY_FACTS, body_facts
from bot.nlu.pattern import Pattern
from bot.nlu.read_profile import OF_ANOTHER
from bot.nlu.utterance import Utterance

_SENTENCE: Final = Pattern(r"[^.!?;\n]*(?:\.(?=\d)[^.!?;\n]*)*\??")
_OPENING: Final = (
    r"(?:(?:ok(?:ay)?|so|well|sorry|hi|hey|hello|new here|again|and|right"
    r"|(?:as )?i (?:have |just )?(?:already )?(?:told|said)(?: you)?(?: (?:already|before|that))?|im|i am)[ ,:]+)*"
)
_FACT: Final = (
    r"(?:\d[\d.'\"]*|(?:(?:fe)?male|f|m|wom[ae]n|m[ae]n|girl|guy|bloke|kgs?|kilos?|lbs?|pounds?|st|stone|cms?|metres?"
    r"|meters?|ft|feet|foot|in|inch(?:es)?|yo|yrs?|years?|old|tall|aged?|weight|height)(?![a-z]))"
)
_ONLY_FACTS: Final = Pattern(rf"{_OPENING}{_FACT}(?:[ ,/:&+]*{_FACT})*[ ,\"']*")
_FEWEST: Final = 2
"""One fact alone may belong to what is asked: "80 kg. how many kcal is 5k"."""


def bare_facts(said: Utterance) -> dict[str, float | str]:
    """Return the facts of a body that stand in sentences of their own; empty where there are less than two.

    Where somebody else is spoken of, whose they are is not sure.
    """
    if OF_ANOTHER.search(said.words):
        return {}
    told: dict[str, float | str] = {}
    for sentence in _sentences(said.words):
        if _ONLY_FACTS.fullmatch(sentence):
            told |= body_facts(said.saying(sentence))[0]
    return told if len(told) >= _FEWEST and told.keys() <= BODY_FACTS else {}


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text, those side by side that hold only facts as one: "47. male. 82kg"."""
    joined: list[str] = []
    for sentence in (match.strip() for match in _SENTENCE.findall(text)):
        if not sentence:
            continue
        if joined and _ONLY_FACTS.fullmatch(sentence) and _ONLY_FACTS.fullmatch(joined[-1]):
            joined[-1] = f"{joined[-1]}, {sentence}"
        else:
            joined.append(sentence)
    return joined

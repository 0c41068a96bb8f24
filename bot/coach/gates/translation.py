"""Does a translated line say the same? What can be held fast without knowing the language: numbers, units, denials.

It cannot tell a wrong word for "hip". That is why a translation is only ever one of the coach's own lines, whose
original stands in the log of the turn's figures and quotes, and why safety texts are never translated.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from bot.coach.gates.manner import faults_of_manner, is_plain_writing
from bot.coach.gates.numbers import Numeral, numerals
from bot.nlu.pattern import Pattern

_LENGTH: Final = (0.3, 2.6)
"""A translation may be so much shorter or longer. [share]"""
_NOT_IN_ENGLISH: Final = Pattern(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_NOT_IN: Final = {
    "es": "no nunca nadie nada ningún ninguna ninguno sin ni tampoco jamás",
    "fr": "ne n pas jamais personne rien aucun aucune sans ni non",
    "de": "nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder nein",
    "it": "non no mai nessuno nessuna nessun niente nulla senza né",
    "pt": "não nunca ninguém nada nenhum nenhuma sem nem jamais",
    "nl": "niet geen nooit niemand niets zonder nee",
    "pl": "nie nigdy nikt nic bez żaden żadna ani",
    "sv": "inte aldrig ingen inget inga utan nej ej",
    "ru": "не нет ни никогда никто ничего без нельзя",
    "uk": "не ні ніколи ніхто нічого без",
}
_WORD: Final = Pattern(r"[^\W\d_]+")


def says_the_same(line: str, translated: str, language: str) -> bool:
    """Whether a translated line keeps the original's numbers, denials and length, and holds nothing foreign to it.

    Args:
        line: One of the coach's own lines, without marks.
        translated: The model's.
        language: ISO 639-1 code.
    """
    shortest, longest = _LENGTH
    if not shortest * len(line) <= len(translated) <= longest * len(line) + 20:
        return False
    if not is_plain_writing(translated, latin_only=False) or "link" in faults_of_manner(translated):
        return False
    return _numbers(line) == _numbers(translated) and _denials_agree(line, translated, language)


def _numbers(text: str) -> Counter[tuple[str, str | None]]:
    """Count the numbers by what they count; a bare one counts nothing, for "a" and "one" are one word elsewhere."""
    return Counter(_counted(number) for number in numerals(text) if (number.value, number.unit) != ("1", None))


def _counted(number: Numeral) -> tuple[str, str | None]:
    """Return number and unit; units whose words we know in few languages only are left to the model."""
    return number.value, number.unit if number.unit in {"kg", "lb", "km", "kcal", "%", "cm"} else None


def _denials_agree(line: str, translated: str, language: str) -> bool:
    if language not in _NOT_IN:
        return True
    denials = set(_NOT_IN[language].split())
    denied = any(word in denials for word in _WORD.findall(translated.lower()))
    return denied == bool(_NOT_IN_ENGLISH.search(line))

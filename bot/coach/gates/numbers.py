"""Every number in a model's text, hidden ones too, and what each of them counts.

Stricter than `bot.voice.numerals`, which reads our own texts: a model may write digits of any script, fractions,
number words of other languages, Roman numerals, or a quantity without a number ("a kilo a week").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from bot.nlu.pattern import Pattern
from bot.voice.numerals import counts_nothing, mentions

_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SMALL: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_VALUES: Final = _SMALL | _TENS | {"hundred": 100, "thousand": 1000, "dozen": 12, "twice": 2, "thrice": 3, "double": 2}
_LOOSE: Final = (
    r"hundreds|thousands|millions|billions|couple|handful|halve[sd]?|halving|twofold|quadruple[sd]?|"
    r"fortnight(?:ly)?|"
    r"\w+fold|fivers?|tenner|percentages?|biweekly|bimonthly"
)
_ELSEWHERE: Final = {
    word: value
    for value, words in {
        "0.5": "mitad medio media moitié demi hälfte halbe halbes halben metà mezzo mezza metade meia helft",
        "1.5": "anderthalb",
        "2": "dos deux zwei dois duas twee doppelt doble",
        "3": "tres trois drei três drie",
        "4": "cuatro quatre vier quattro quatro",
        "5": "cinco cinq fünf cinque vijf",
        "6": "seis sechs zes",
        "7": "siete sept sieben sette sete zeven",
        "8": "ocho huit acht otto oito",
        "9": "nueve neuf neun nove negen",
        "10": "diez dix zehn dieci dez tien",
        "11": "elf",
        "12": "doce douze zwölf dodici doze twaalf",
        "15": "quince quinze fünfzehn quindici vijftien",
        "20": "veinte vingt zwanzig venti vinte twintig",
        "30": "treinta trente dreißig trenta trinta dertig",
        "40": "cuarenta quarante vierzig quaranta",
        "50": "cincuenta cinquante fünfzig",
        "100": "cien hundert cem honderd",
        "1000": "mil tausend",
    }.items()
    for word in words.split()
}
"""Number words of other languages; those that are English words too, or articles, are left out."""
_ROMAN: Final = r"(?-i:\b(?=[IVXLCDM]{2,}\b)M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b)"
_ONE_OF_A_UNIT: Final = (
    r"\ban?\s+(?:whole\s+|full\s+|single\s+|good\s+)?(?:kilo|kilogram|pound|stone|gram|calorie|inch|centimetre|"
    r"centimeter)s?\b"
    r"|\ban?\s+(?:\w+\s+)?(?:third|quarter|half|fifth|tenth)\b"
    r"|\b(?:pounds|kilos|kilograms|inches|calories)\s+(?:a|per|each|every)\s+(?:day|week|month|year|run|mile|hour)\b"
)
_BY_THEN: Final = (
    r"\b(?:by|before|until|till) (?:the end of )?(?:next|this|the) (?:week|month|year|season)\b"
    r"|\b(?:by|before|until|till|next|this) (?:spring|summer|autumn|winter)\b|\bnext (?:month|year)\b"
)
_MONTHS: Final = (
    r"(?-i:\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Christmas|Easter|Halloween|Thanksgiving|New Year)\b)"
)
_DIGITS: Final = r"(?:(?!_)[\d⁰¹²³⁴-⁹₀-₉①-⓿❶-➓Ⅰ-ↂ¼-¾⅐-⅞〇一二三四五六七八九十百千零])"
_WORD: Final = Pattern(
    rf"{_DIGITS}+(?:[.,:'’/\u2044\u066b\u066c]{_DIGITS}+)*"
    rf"|\b(?:{'|'.join((*_VALUES, *_ELSEWHERE))}|{_LOOSE})\b"
    rf"|{_ONE_OF_A_UNIT}|{_ROMAN}|{_BY_THEN}|{_MONTHS}",
    re.IGNORECASE,
)
_UNITS: Final = {
    name: unit
    for unit, names in {
        "kcal": "kcal kcals calorie calories cal cals kilocalories kilocalorías calorías calorias kalorien",
        "kg": "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme",
        "lb": "lb lbs pound pounds",
        "km": "km kms k kilometre kilometres kilometer kilometers kilómetros kilomètres quilômetros chilometri",
        "mile": "mi mile miles",
        "m": "m metre metres meter meters",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "inch": "inch inches in.",
        "%": "% percent pct",
        "week": "week weeks wk wks semana semanas semaine semaines woche wochen settimana settimane",
        "month": "month months mes meses mois monat monate monaten mese mesi mês",
        "year": "year years yr yrs año años ans jahr jahre jahren anno anni ano anos",
        "day": "day days día días jour jours tag tage tagen giorno giorni dia dias",
        "hour": "hour hours hr hrs h hora horas heure heures stunde stunden ora ore",
        "minute": "minute minutes min mins minuto minutos minuten minuti",
        "time": "time times x × veces fois mal volte vezes",
    }.items()
    for name in names.split()
}
_TIMES: Final = frozenset({"twice", "thrice", "double"})
"""How often or how many times as much; two of something does not bear it out."""
_SPANS: Final = frozenset("days weeks months years hours minutes".split())
_REMEMBERED: Final = 256
"""Texts whose numbers are kept at hand: a source is read again for every sentence that cites it."""
_NEXT: Final = Pattern(r"[\s\-\u00a0\u202f]*(%|[^\W\d_]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Numeral:
    """A number as it stands in a text."""

    shown: str
    start: int
    end: int
    """Offsets in code points, end exclusive."""
    value: str
    """The number in plain digits, or the lower-case word where it cannot be read as one."""
    unit: str | None
    """What it counts, where the word behind it is a unit."""

    def stands_in(self, source: Numeral) -> bool:
        """Whether a source's number carries this one: equal, and if this one counts a unit, of the same."""
        return self.value == source.value and self.unit in {None, source.unit}


@lru_cache(maxsize=_REMEMBERED)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Return every number of a text from left to right, those that `bot.voice.numerals` finds included."""
    spans = {match.span() for match in _WORD.finditer(text)}
    for mention in mentions(text):
        if not any(start < mention.end and mention.start < end for start, end in spans):
            spans.add((mention.start, mention.end))
    return tuple(_numeral(text, start, end) for start, end in sorted(spans) if not counts_nothing(text, start))


def _numeral(text: str, start: int, end: int) -> Numeral:
    shown = text[start:end]
    following = _NEXT.match(text, end)
    if shown.lower() in _TIMES:
        return Numeral(shown=shown, start=start, end=end, value=_value(shown), unit="time")
    unit = _UNITS.get(following[1].lower()) if following else None
    if following and unit is None:  # "four stable weeks"
        behind = _NEXT.match(text, following.end())
        unit = _UNITS.get(behind[1].lower()) if behind and behind[1].lower() in _SPANS else None
    return Numeral(shown=shown, start=start, end=end, value=_value(shown), unit=unit)


def _value(shown: str) -> str:
    word = shown.lower()
    if word in _VALUES:
        return str(_VALUES[word])
    if word in _ELSEWHERE:
        return _ELSEWHERE[word]
    if word == "half":
        return "0.5"
    plain = "".join(_plain(mark) for mark in word)
    # 1,200 and 1.200 are thousands; 0,6 and 0.6 are not.
    plain = re.sub(r"(?<=[1-9])[.,'’\u066c](?=\d{3}\b)", "", plain).replace(",", ".").replace("\u066b", ".")
    try:
        return f"{Decimal(plain).normalize():f}"
    except InvalidOperation:
        return plain


def _plain(mark: str) -> str:
    if unicodedata.category(mark) == "Nd":
        return str(unicodedata.digit(mark))
    return unicodedata.normalize("NFKC", mark) if unicodedata.category(mark) in {"No", "Nl"} else mark

"""How long ago somebody's child was born ("7 weeks pp", "he just turned two"), the check since, and feeding.

Where several children are named, the youngest counts. A time that is denied ("14 months, not 3 weeks") counts never.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.nlu.care_birth import PATTERNS
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.nlu.utterance import clause

_SPAN = (
    r"(?:(?P<more>over|more than|well over|at least) |(?P<less>almost|nearly|not quite|under|less than) )?"
    r"(?P<n>\d{1,2}(?:\.5)?|an?(?= (?:month|year)s?\b(?! of)))(?P<half>(?: and)? a half)?"
    r" ?(?P<unit>days?|weeks?|wks?|months?|mths?|mo|years?|yrs?)\b(?P<late> and a half)?"
)
_ANY_SPAN = r"\d{1,2} ?(?:days?|weeks?|wks?|months?|mths?|mo|years?|yrs?)\b"
_CHILD = r"(?:baby|bub|son|daughter|kid|child|boy|girl|little (?:1|one)|toddler|twins|newborn)"
_DENIED: Final = Pattern(
    rf"\b(?:not|isnt|no|never|arent|instead of|rather than|stop (?:saying|with)|you (?:keep )?(?:said|say|saying"
    rf"|talk about))"
    rf" (?:just |only |about |at |the )*{_ANY_SPAN}(?: (?:after|since|pp|post)\b[^.!?,\n]{{0,16}})?"
)
_OTHER_TIME: Final = Pattern(
    r"\b(?:stopp?ed|finished|weaned|quit|gave up|given up|done with|no longer|not (?:\w+ )?(?:breast ?-?feed\w*"
    r"|nursing))\b"
    rf"[^.!?\n]{{0,30}}\b{_ANY_SPAN}|"
    r"\b(?:slept|sleep|runs?|ran|jog\w*|walk\w*|train\w*|plan|check(?: ?up)?|appointment|physio|squeez\w*|leak\w*)\b"
    rf"[^.!?,\n]{{0,16}}\b{_ANY_SPAN}|\b(?:in|for|within|next|another|every|per|last|wait|lose) (?:the (?:next"
    rf"|last) )?{_ANY_SPAN}"
)
"""A span of another matter than the age of the child."""
_TOLD: Final = (
    Pattern(
        rf"\b{_SPAN}.{{0,4}}\b(?:pp|post ?-?partum|post ?natal|after (?:the |giving |my )?(?:birth|c|delivery|section)"
        rf"|since (?:the |i |my )?(?:birth|had|gave|delivered|c|section|delivery))"
    ),
    Pattern(
        rf"\b(?:{_CHILD}|birth|born|c[- ]?section|ca?esarean|delivered|had (?:him|her|them|it)|post ?-?partum"
        rf"|(?:hes|shes|he|she|they are)(?: is)?)\b[^.!?\n]{{0,20}}?\b{_SPAN}(?! (?:a|per|every|from)\b)"
    ),
    Pattern(
        rf"\b(?:{_CHILD}|hes|shes|he|she)(?: is| has)?(?: only| just| now| nearly| almost)?(?: turned| turning)?"
        r" (?P<n>[1-9])(?P<late>(?: and a half|\.5)?)(?=$|[.,!?;]| (?:and|now|so|but|already|in)\b)"
    ),
    Pattern(rf"\b{_SPAN}[ -]olds?\b"),
)
_LEANING: Final = (
    Pattern(rf"\b{_SPAN} (?:ago|old|now|already)\b"),
    Pattern(
        r"^(?:\W|\b(?:its|it is|it was|i said|i told you|i mean\w*|sorry|actually|about|around|ok|no|but|already"
        rf"|told you|so|at|for)\b)*{_SPAN}"
    ),
    Pattern(
        rf"\b(?:told you|i said|i wrote|its been|it has been|that was|it was) (?:its |it is |already |about )*{_SPAN}"
    ),
)
"""A time alone, which is that of the birth where one was told before."""
_WEEKS: Final = {"d": 1 / 7, "w": 1.0, "m": 4.345, "y": 52.18}
_NAMES: Final = {"d": "day", "w": "week", "m": "month", "y": "year"}
_HALF = 0.5
_IN_WEEKS, _IN_MONTHS = 13, 104
"""Below so many weeks a time is told in weeks; below so many, in months."""
A_YEAR: Final = 52.0
"""From so long after a birth somebody begins like anybody. [weeks]"""
_FEEDS: Final = Pattern(
    r"(?<!stopped )(?<!finished )(?<!not )(?<!dont )(?<!no longer )(?<!was )(?<!done )(?<!never )(?<!bottle or )"
    r"\b(?:breast ?-?feed\w*|nursing(?! (?:a|an|my|this|the) )|pumping milk|feed(?:ing)? (?:her|him|the baby) myself"
    r"|lactating)\b|\b(?:still|while|when) (?:i )?(?:feed|feeding|nurse)\b(?= |$|\W)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SinceBirth:
    """The time since a birth as it was told, or as it is by now."""

    words: str
    """"7 weeks"."""
    weeks: float


def since_birth(text: str, *, leaning: bool = False) -> SinceBirth | None:
    """Return the time since a birth that a message tells, that of the youngest child; None if it tells none.

    Args:
        text: What the person wrote.
        leaning: Whether a birth was told before, so that a time alone is its.
    """
    digits = _DENIED.sub(" ", clause(tidy(text)).digits)
    found = _read(digits, _TOLD)
    if not found and leaning:
        found = _read(_OTHER_TIME.sub(" ", digits), _LEANING)
    return min(found, key=lambda one: one.weeks, default=None)


def since(born_on: date, today: date) -> SinceBirth:
    """Return the time since a birth on a date, in the words people use for it."""
    weeks = max(0.0, (today - born_on) / timedelta(weeks=1))
    unit = "w" if weeks < _IN_WEEKS else "m" if weeks < _IN_MONTHS else "y"
    return SinceBirth(words=_in_words(round(weeks / _WEEKS[unit]), unit), weeks=weeks)


def was_checked(text: str) -> bool:
    """Whether a message tells that somebody had the check after a birth, and all was well."""
    return PATTERNS["cleared"].search(tidy(text)) is not None


def feeds(text: str) -> bool:
    """Whether a message tells that somebody breast-feeds now."""
    return _FEEDS.search(tidy(text)) is not None


def _read(digits: str, patterns: tuple[Pattern, ...]) -> list[SinceBirth]:
    return [_told(match.groupdict()) for pattern in patterns for match in pattern.finditer(digits)]


def _told(said: dict[str, str | None]) -> SinceBirth:
    unit = (said.get("unit") or "years")[0]
    number = said["n"] or "1"
    count = 1.0 if number in {"a", "an"} else float(number)
    if said.get("half") or said.get("late"):
        count += _HALF
    weeks, words = count * _WEEKS[unit], _in_words(count, unit)
    if said.get("less"):
        return SinceBirth(words=f"almost {words}", weeks=weeks - 1.0)
    return SinceBirth(words=f"over {words}" if said.get("more") else words, weeks=weeks)


def _in_words(count: float, unit: str) -> str:
    return f"{count:g} {_NAMES[unit]}{'' if count == 1 else 's'}"

"""Times and dates that no clock and no calendar has: "25:00", "13pm", "the 31st of february"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.nlu.moments import MONTH, MONTHS
from bot.nlu.pattern import Pattern

_TIME = Pattern(
    r"(?<![\w:./])(?:(?:2[5-9]|[3-9]\d)[:.h]\d\d|(?:[01]?\d|2[0-4])[:.h][6-9]\d|24[:.h](?!00)[0-5]\d"
    r"|(?:1[3-9]|[2-9]\d|0)(?:[:.][0-5]\d)? ?(?:am|pm)|(?:2[5-9]|[3-9]\d) ?o'?clock)(?![\w:/]|[.]\d)"
    r"(?! ?(?:km?|mi|miles?|min|mins|minutes|hours|per|pace)\b)"
)
_BARE = Pattern(r"\bat (?P<hour>2[5-9]|[3-9]\d)(?![\d:./%]| ?(?:km?|mi|miles?|min\w*|h\w*|sec\w*|percent|kg|lbs?)\b)")
_DATE = Pattern(
    rf"\b(?:the )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{MONTH})\b(?:,? (?P<y1>20\d\d))?"
    rf"|\b(?P<m2>{MONTH}) (?:the )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)(?:,? (?P<y2>20\d\d))?"
    r"|\b(?:on )?the (?P<nth>3[2-9]|[4-9]\d)(?:st|nd|rd|th)\b"
)

_NO_ARTICLE = Pattern(r"^(?:on )?(?:the )?")


def unreal_time(text: str) -> str | None:
    """Return an hour in a tidy text that no clock shows, as it was said; None if there is none."""
    match = _TIME.search(text)
    if match:
        return match.group()
    bare = _BARE.search(text)
    return bare["hour"] if bare else None


def unreal_date(text: str, *, today: date) -> str | None:
    """Return a date in a tidy text that will not come within a year, as it was said; None if there is none."""
    for match in _DATE.finditer(text):
        if match["nth"]:
            return _NO_ARTICLE.sub("", match.group()).strip()
        day, month = int(match["d1"] or match["d2"]), MONTHS[match["m1"] or match["m2"]]
        year = match["y1"] or match["y2"]
        if not 1 <= day <= _longest(month, int(year) if year else None, today):
            return _NO_ARTICLE.sub("", match.group()).strip()
    return None


def _longest(month: int, year: int | None, today: date) -> int:
    """Return how many days the month has, in the year named or the one in which it comes next."""
    if year is None:
        year = today.year if month >= today.month else today.year + 1
    return monthrange(year, month)[1]

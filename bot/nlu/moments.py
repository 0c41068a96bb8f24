"""Days a text names: "yest", "last sunday", "2 days ago", "14 nov", "tomorrow"; and stretches of days.

A bare weekday lies in the past when a run is told and in the future when one is planned; the caller says which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME, WEEK

Direction = Literal["past", "future"]

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<{0}>20\d\d))?"
_DAY = Pattern(
    "|".join(
        (
            r"\b(?P<before>day before yesterday)\b",
            r"\b(?P<after>day after tomorrow)\b",
            r"\b(?P<yesterday>yesterdays?|last night|the other night)\b",
            r"\b(?P<tomorrow>tomorrows?)\b",
            r"\b(?P<today>todays?|tonights?|this (?:morning|afternoon|evening|lunchtime|eve)|earlier(?! than)"
            r"|at lunch|lunchtime"
            r"|just (?:got (?:back|in|home)|back|done|did|finished|ran|run|been|completed|came back|had a|now))\b",
            r"\b(?P<ago>\d{1,3}|an?|couple of) (?P<unit>day|week|month)s? ago\b",
            r"\b(?P<iso>20\d\d-\d\d-\d\d)\b",
            rf"\b(?:the )?(?P<d1>[0-3]?\d){_ORDINAL} (?:of )?(?P<m1>{MONTH})\b{_YEAR.format('y1')}",
            rf"\b(?P<m2>{MONTH}) (?:the )?(?P<d2>[0-3]?\d){_ORDINAL}\b(?![:.]\d| ?(?:km?|mi|miles?"
            rf"|min)){_YEAR.format('y2')}",
            r"(?<![\d/.])(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)(?:[/.](?P<y3>(?:20)?\d\d))?(?![\d/.]| ?(?:km?|mi|miles?"
            r"|min|kg|st|lbs?|am|pm|(?:an )?hours?|marathon|runs?|sessions?|days|times|stars?|done|intervals?|ratio"
            r"|reps?|weeks?|full|effort|pain)\b)",
            r"(?:(?<=\bon )|(?<=until )|(?<=till )|(?<=\btil )|(?<=\bby )|(?<=before )"
            r"|(?<=from ))the (?P<nth>[0-3]?\d)(?:st|nd|rd|th)\b(?! (?:time|week|day|month|run|mile"
            r"|km|birthday|year|race|half))",
            rf"\b(?:(?P<which>last|this|next|coming|past) )?(?P<weekday>{DAY_NAME})\b(?! (?:(?:night|evening"
            r"|morning) )?(?:reminders?|ones?)\b)",
        )
    )
)
_SLASHED_NEEDS = Pattern(r"\bon (?:the )?$|^$|[,:;\n] ?$|\b(?:log|add|ran) $")
_ON = Pattern(r"\b(?:on|log|since) $")
_RELATIVE = {"before": -2, "after": 2, "yesterday": -1, "tomorrow": 1, "today": 0}
_MOST_DAYS_AGO = 400
_BESIDE = Pattern(r",? (?:the )?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """One day and where it is named."""

    on: date
    start: int
    end: int
    weekday: bool = False
    """It was named as a weekday, without "this" or "next"."""


def days(text: str, *, today: date, towards: Direction, month_first: bool = False) -> tuple[Day, ...]:
    """Return the days a tidy text with digits names, from left to right.

    Args:
        text: Tidy text with spelt numbers in digits.
        today: The person's local date.
        towards: Whether a weekday or a date without a year lies in the past or in the future.
        month_first: Whether 11/10 is 10 November (American) rather than 11 October.
    """
    found = []
    for match in _DAY.finditer(text):
        on = _read(match, text, today, towards, month_first=month_first)
        if on is not None and abs((on - today).days) <= 40 * 366:
            plain = match["weekday"] is not None and match["which"] is None
            found.append(Day(on=on, start=match.start(), end=match.end(), weekday=plain))
    return _told_once(found, text)


def _told_once(found: list[Day], text: str) -> tuple[Day, ...]:
    """Make one day of a weekday and the date beside it: "sunday 15 nov" is no sunday but that one."""
    told: list[Day] = []
    for day in found:
        last = told[-1] if told else None
        beside = last is not None and _BESIDE.fullmatch(text[last.end : day.start]) is not None
        if last is None or not beside or last.weekday == day.weekday or last.on.weekday() != day.on.weekday():
            told.append(day)
            continue
        told[-1] = Day(on=(day if last.weekday else last).on, start=last.start, end=day.end)
    return tuple(told)


def past_day(said: Utterance) -> Day | None:
    """Return the day on which something told was done."""
    today = said.now.date()
    found = days(said.digits, today=today, towards="past", month_first=said.units == "imperial")
    return next((day for day in found if day.on <= today), None)


def _read(match: re.Match[str], text: str, today: date, towards: Direction, *, month_first: bool) -> date | None:
    relative = next((shift for name, shift in _RELATIVE.items() if match[name]), None)
    if relative is not None:
        return today + timedelta(days=relative)
    if match["ago"]:
        return _ago(match["ago"], match["unit"], today)
    if match["nth"]:
        return _nth(int(match["nth"]), today, towards)
    if match["weekday"]:
        on_it = _ON.search(text, max(0, match.start() - 8), match.start()) is not None
        return _weekday(match["weekday"], match["which"], today, towards, on_it=on_it)
    return _calendar(match, text, today, towards, month_first=month_first)


def _ago(count: str, unit: str, today: date) -> date | None:
    days_each = {"day": 1, "week": 7, "month": 30}[unit]
    back = ({"a": 1, "an": 1, "couple of": 2}.get(count) or int(count)) * days_each
    return today - timedelta(days=back) if back <= _MOST_DAYS_AGO else None


def _calendar(match: re.Match[str], text: str, today: date, towards: Direction, *, month_first: bool) -> date | None:
    if match["iso"]:
        return _real(*map(int, match["iso"].split("-")))
    if match["m1"]:
        return dated(int(match["d1"]), MONTHS[match["m1"]], match["y1"], today=today, towards=towards)
    if match["m2"]:
        return dated(int(match["d2"]), MONTHS[match["m2"]], match["y2"], today=today, towards=towards)
    return _slashed(match, text, today, towards, month_first=month_first)


def dated(day: int, month: int, year: str | None, *, today: date, towards: Direction) -> date | None:
    """Return day and month in the year named, or in the nearest year that fits the direction."""
    if year:
        return _real(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    on = _real(today.year, month, day)
    if on is None:
        return None
    if towards == "past" and on > today:
        return _real(today.year - 1, month, day)
    if towards == "future" and on < today:
        return _real(today.year + 1, month, day)
    return on


def _slashed(match: re.Match[str], text: str, today: date, towards: Direction, *, month_first: bool) -> date | None:
    if match["y3"] is None and not _SLASHED_NEEDS.search(text[: match.start()]):
        return None
    if "." in match.group() and match["y3"] is None:
        return None
    first, second = int(match["a"]), int(match["b"])
    if second > 12 or (month_first and first <= 12):
        first, second = second, first
    return dated(first, second, match["y3"], today=today, towards=towards)


def _nth(day: int, today: date, towards: Direction) -> date | None:
    month = today.replace(day=1)
    on = _real(month.year, month.month, day)
    if on is None or (towards == "past" and on > today):
        month = (month - timedelta(days=1)).replace(day=1) if towards == "past" else month
        return _real(month.year, month.month, day)
    if towards == "future" and on < today:
        following = (month + timedelta(days=32)).replace(day=1)
        return _real(following.year, following.month, day)
    return on


def _weekday(name: str, which: str | None, today: date, towards: Direction, *, on_it: bool) -> date:
    """Return the day; "on saturday" told on a saturday is a week back, a bare "saturday" may head today's entry."""
    index = WEEK.index(name[:3])
    if which in {"last", "past"} or (towards == "past" and which != "next"):
        back = (today.weekday() - index) % 7
        return today - timedelta(days=back or (7 if which in {"last", "past"} or on_it else 0))
    ahead = (index - today.weekday()) % 7
    return today + timedelta(days=ahead or (0 if which == "this" else 7))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

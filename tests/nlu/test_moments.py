"""Days, hours, sets of weekdays and stretches of time, said on Saturday 21 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.clocks import clocks, earlier
from bot.nlu.horizons import horizon_days, past_stretch
from bot.nlu.moments import days
from bot.nlu.number_words import with_digits
from bot.nlu.quantities import scan
from bot.nlu.tidy import tidy
from bot.nlu.weekdays import WEEK, every_n_days, weekdays

TODAY = date(2026, 11, 21)
WORKING = WEEK[:5]


def prepared(text: str) -> str:
    return with_digits(tidy(text))[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("yest", "2026-11-20"),
        ("last night", "2026-11-20"),
        ("just got back", "2026-11-21"),
        ("this morning", "2026-11-21"),
        ("2 days ago", "2026-11-19"),
        ("a week ago", "2026-11-14"),
        ("day before yesterday", "2026-11-19"),
        ("on tuesday", "2026-11-17"),
        ("last sunday", "2026-11-15"),
        ("saturday 14 nov", "2026-11-14"),
        ("sat, nov 14", "2026-11-14"),
        ("saturday the 7th of november", "2026-11-07"),
        ("saturday", "2026-11-21"),
        ("on saturday", "2026-11-14"),
        ("14 nov", "2026-11-14"),
        ("nov 14th", "2026-11-14"),
        ("2nd december 2025", "2025-12-02"),
        ("27 december", "2025-12-27"),
        ("on 14/11", "2026-11-14"),
        ("2026-11-03", "2026-11-03"),
        ("on the 3rd", "2026-11-03"),
        ("on the 30th", "2026-10-30"),
    ],
)
def test_days_of_a_run_lie_in_the_past(text: str, day: str) -> None:
    assert [found.on.isoformat() for found in days(prepared(text), today=TODAY, towards="past")] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", "2026-11-22"),
        ("monday", "2026-11-23"),
        ("saturday", "2026-11-28"),
        ("3 december", "2026-12-03"),
        ("14 nov", "2027-11-14"),
        ("on the 3rd", "2026-12-03"),
    ],
)
def test_days_of_a_plan_lie_in_the_future(text: str, day: str) -> None:
    assert [found.on.isoformat() for found in days(prepared(text), today=TODAY, towards="future")] == [day]


def test_americans_write_the_month_first() -> None:
    found = days("on 11/10", today=TODAY, towards="past", month_first=True)

    assert [day.on for day in found] == [date(2026, 11, 10)]


def test_a_day_that_is_in_no_calendar_is_no_day() -> None:
    assert days("31 feb", today=TODAY, towards="past") == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at 6.30am", "06:30"),
        ("@ 0545", "05:45"),
        ("at 7", "07:00"),
        ("9ish", "09:00"),
        ("noon", "12:00"),
        ("at 7pm", "19:00"),
        ("18h30", "18:30"),
        ("8.15 in the evening", "20:15"),
        ("after work at half five", "17:30"),
        ("quarter to six in the morning", "05:45"),
        ("at six thirty", "06:30"),
        ("7 o'clock", "07:00"),
        ("at 12:30am", "00:30"),
        ("tonight at 8", "20:00"),
        ("make it 7 instead", "07:00"),
        ("7 rather than at 6", "07:00"),
    ],
)
def test_an_hour_is_read_as_it_is_meant(text: str, shown: str) -> None:
    found = clocks(prepared(text), bare=True)

    assert [(clock.shown, clock.open) for clock in found] == [(shown, False)]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("half six", ("06:30", "18:30")),
        ("half past 6", ("06:30", "18:30")),
        ("ten to seven", ("06:50", "18:50")),
        ("at 3", ("03:00", "15:00")),
    ],
)
def test_an_hour_that_may_be_morning_or_evening_is_left_open(text: str, choices: tuple[str, str]) -> None:
    (clock,) = clocks(prepared(text), bare=True)

    assert clock.open
    assert clock.choices == choices


@pytest.mark.parametrize("text", ["6:15/km", "1% incline", "25:00 hours", "at 5 km", "5k in 28"])
def test_paces_and_sizes_are_no_hours(text: str) -> None:
    assert clocks(prepared(text), bare=True) == ()


@given(st.integers(0, 23), st.integers(0, 59), st.integers(-1440, 1440))
def test_moving_a_clock_there_and_back_changes_nothing(hour: int, minute: int, shift: int) -> None:
    shown = f"{hour:02d}:{minute:02d}"

    assert earlier(earlier(shown, shift), -shift) == shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mon wed fri", ("mon", "wed", "fri")),
        ("tues & thurs", ("tue", "thu")),
        ("tue-thu", ("tue", "wed", "thu")),
        ("monday through friday", WORKING),
        ("sat to mon", ("mon", "sat", "sun")),
        ("mwf", ("mon", "wed", "fri")),
        ("weekdays and saturday", (*WORKING, "sat")),
        ("every day except sunday", WEEK[:6]),
        ("every day but not on sundays or mondays", WEEK[1:6]),
        ("weekdays except friday", WEEK[:4]),
        ("weekends", WEEK[5:]),
        ("every morning", WEEK),
        ("tues, thurs and sat", ("tue", "thu", "sat")),
    ],
)
def test_sets_of_weekdays(text: str, wanted: tuple[str, ...]) -> None:
    found = weekdays(prepared(text))

    assert found is not None
    assert found.days == wanted


@pytest.mark.parametrize("text", ["i sat down", "in the sun", "sun cream", "not on sundays"])
def test_words_that_only_look_like_days_name_none(text: str) -> None:
    assert weekdays(prepared(text)) is None


@pytest.mark.parametrize(("text", "every"), [("every other day", 2), ("every three days", 3), ("every day", None)])
def test_intervals_of_days(text: str, every: int | None) -> None:
    assert every_n_days(prepared(text)) == every


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("for 3 months", 91),
        ("in 2 months", 61),
        ("in six months", 183),
        ("over a year", 365),
        ("til new year", 41),
        ("by march", 100),
        ("by christmas", 34),
        ("by valentine's", 85),
        ("by easter", 127),
        ("by the end of the year", 40),
        ("until 3 december", 12),
        ("by my wedding in june", 192),
    ],
)
def test_how_far_ahead(text: str, ahead: int) -> None:
    words = prepared(text)

    assert horizon_days(words, scan(words), today=TODAY) == ahead


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("this week", "2026-11-16", "2026-11-21"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("so far this year", "2026-01-01", "2026-11-21"),
        ("last 7 days", "2026-11-15", "2026-11-21"),
        ("in october", "2026-10-01", "2026-10-31"),
        ("since monday", "2026-11-16", "2026-11-21"),
        ("yesterday", "2026-11-20", "2026-11-20"),
    ],
)
def test_stretches_of_the_past(text: str, since: str, until: str) -> None:
    found = past_stretch(prepared(text), today=TODAY)

    assert found is not None
    assert (found.since.isoformat(), found.until.isoformat()) == (since, until)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEK))
def test_a_weekday_is_never_more_than_a_week_away(today: date, name: str) -> None:
    (past,) = days(name, today=today, towards="past")
    (future,) = days(name, today=today, towards="future")

    assert today - timedelta(days=6) <= past.on <= today < future.on <= today + timedelta(days=7)
    assert WEEK[past.on.weekday()] == WEEK[future.on.weekday()] == name
